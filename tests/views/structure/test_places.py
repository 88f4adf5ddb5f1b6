"""One place or several: listed places count in the hours needed, warn on Structure, and stand in
the memo and the agreement.
"""

from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.memo.memo import memo
from cidesign.record import changed, example_bundle, read_files, with_decision
from cidesign.views.partners.words import where_counted
from cidesign.views.structure.page import structure_page
from cidesign.views.team.terms import terms

CATALOG = load()
PLACES = ["Kensington", "Frankford", "Germantown"]
EXAMPLE = example_bundle("philadelphia_stem")
ONE = changed(EXAMPLE, "workshop.yaml", {("initiative", "places"): None})
SEVERAL = changed(ONE, "workshop.yaml", {("initiative", "places"): PLACES})


def need(bundle):
    return sum(terms(bundle, CATALOG).plan.need.values())


def test_places_count_in_place_of_the_typed_number_and_raise_the_need():
    assert (ONE.plan.drivers["sites"], SEVERAL.plan.drivers["sites"]) == (1, 3)
    assert need(SEVERAL) > need(ONE)
    assert "the page Initiative: " in where_counted(SEVERAL, CATALOG)
    assert "Initiative" not in where_counted(ONE, CATALOG)


def test_a_place_less_and_none_are_counted_anew():
    two = changed(SEVERAL, "workshop.yaml", {("initiative", "places"): PLACES[:2]})
    none = changed(SEVERAL, "workshop.yaml", {("initiative", "places"): None})

    assert two.plan.drivers["sites"] == 2
    assert none.plan.drivers["sites"] == 1
    assert need(none) == need(ONE)
    assert none.files["plan.yaml"] == EXAMPLE.files["plan.yaml"]


def test_several_places_ask_that_the_host_knows_them():
    asks = changed(SEVERAL, "structure.yaml", {("answers", "issue_place"): 2})
    (warning,) = structure_page(asks, CATALOG).warnings
    raised = changed(asks, "structure.yaml", {("answers", "issue_place"): 3})

    assert "We work in three places: Kensington, Frankford and Germantown." in warning
    assert "counts 2 of 4" in warning
    assert structure_page(raised, CATALOG).warnings == ()
    assert structure_page(changed(ONE, "structure.yaml", {}), CATALOG).warnings == ()


def test_memo_and_agreement_name_the_places():
    small = read_files(
        {
            "workshop.yaml": b"name: Ours\ninitiative: {places: [Old Mill, Pier]}\n",
            "candidates.csv": b"id,name\npier,Pier House\n",
        }
    )
    held = Decision(page="compare", what="Pier House", figures={"chosen": "pier"})
    (section,) = [one for one in memo(small, CATALOG).sections if one.id == "initiative"]
    parties = agreement(with_decision(small, held), CATALOG).sections[0]

    assert ("Places", "Old Mill and Pier") in _pairs(section)
    assert ("Where the host works for us", "Old Mill and Pier") in _pairs(parties)


def _pairs(section):
    found = [block.pairs for block in section.blocks if hasattr(block, "pairs")]
    return [(label.plain, said.plain) for pairs in found for label, said in pairs]
