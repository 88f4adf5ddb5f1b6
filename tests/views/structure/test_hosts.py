"""Function by function: who holds what, when that is offered, and how it is written down."""

import pytest

from cidesign.acts.choose_variant import ChooseVariant
from cidesign.acts.give_function import GiveFunction
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.record import changed, example_bundle, read_files
from cidesign.views.structure.hosts import hosts_claim, hosts_view, hosts_warning
from cidesign.views.structure.variants import variants_heading, variants_view

CATALOG = load()
STEM = example_bundle("philadelphia_stem")


def test_all_six_sit_with_one_host_until_somebody_says_otherwise():
    view = hosts_view(STEM, CATALOG)

    assert [row.host for row in view.rows] == [""] * 6
    assert (hosts_claim(view), view.offered) == ("All six functions sit with one host", False)


def test_a_structure_of_several_offers_it():
    shared = changed(STEM, "structure.yaml", {("decision", "structure"): "shared"})

    assert hosts_view(shared, CATALOG).offered


def test_a_function_given_away_is_kept_counted_and_warned_about():
    given = GiveFunction(function="policy", host=STEM.candidates[0].id).on(STEM)
    view = hosts_view(given, CATALOG)

    assert given.structure.hosts == {"policy": STEM.candidates[0].id}
    assert hosts_claim(view) == "1 of six functions sits elsewhere"
    assert "nobody answers for all of them" in hosts_warning(view)


def test_a_function_taken_back_leaves_no_trace():
    given = GiveFunction(function="policy", host=STEM.candidates[0].id).on(STEM)

    assert GiveFunction(function="policy", host="").on(given).structure.hosts == {}


def test_somebody_who_did_not_apply_is_refused():
    with pytest.raises(BadInput, match="is no candidate"):
        GiveFunction(function="policy", host="The library").on(STEM)


def test_without_candidates_nothing_can_be_shared_out():
    assert not hosts_view(read_files({"workshop.yaml": b"name: Ours\n"}), CATALOG).can_be_shared
    assert list(hosts_view(STEM, CATALOG).choices) == [
        "",
        *(one.id for one in STEM.candidates if one.eligible),
    ]


def test_a_variant_is_chosen_and_taken_back():
    first = CATALOG.variants[0]
    chosen = ChooseVariant(variant=first.id).on(STEM)

    assert variants_heading(variants_view(chosen, CATALOG)) == f"Arranged as: {first.label}"
    assert ChooseVariant(variant="").on(chosen).structure.decision.variant == ""


def test_every_variant_tells_both_sides_and_its_figures_with_their_basis():
    rows = {row.id: row for row in variants_view(STEM, CATALOG).rows}

    for entry in CATALOG.variants:
        told = " ".join(rows[entry.id].lines)
        assert all(said.says in told for said in (*entry.pros, *entry.cons, *entry.watch))
        assert len(rows[entry.id].figures) == len(entry.figures)
