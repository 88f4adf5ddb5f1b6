"""The fit of structures in words."""

import pytest

from cidesign.acts.choose_structure import ChooseStructure
from cidesign.catalog import load
from cidesign.domain.structure import StructureProfile
from cidesign.record import read_files
from cidesign.views.structure import words
from cidesign.views.structure.view import profile_view

CATALOG = load()


def answered(**answers):
    return profile_view(StructureProfile.model_validate({"answers": answers}), catalog=CATALOG)


def test_the_answer_names_the_best_fit_with_its_points():
    shown = answered(funding=4)

    # Only money counts; the catalog judges funders 5 of 5 on it: 100 x (5 - 1) / 4 = 100.
    assert words.answer(shown).endswith("100.0 of 100 points.")
    assert CATALOG.labels.structures["funder"] in words.answer(shown)


def test_without_answers_nothing_is_said_to_fit():
    assert words.answer(answered()) == "Say what matters to you, and the structures part ways."
    assert words.note(answered()).startswith("None of ten questions counts")


def test_the_table_adds_up_to_the_points():
    shown = answered(funding=4, neutrality=2)

    *rows, total = words.table(shown)

    for label in (row.label for row in shown.fits):
        assert sum(float(row[label]) for row in rows) == pytest.approx(
            float(total[label]), abs=0.11
        )  # shown to a tenth each


def test_every_level_says_what_it_rests_on():
    bases = {row["Basis"] for row in words.levels(answered(funding=4, neutrality=2, speed=1).best)}

    assert bases <= {"assumed", "judged from words"}


def test_a_level_that_was_judged_cites_words_and_an_assumed_one_does_not_pretend_to():
    for row in answered(**{driver.id: 1 for driver in CATALOG.structure_drivers}).fits:
        assert [
            level
            for level in words.levels(row)
            if level["Basis"] == "judged from words" and not level["Words cited"]
        ] == []


def test_deciding_a_structure_keeps_the_answers():
    bundle = read_files(
        {"workshop.yaml": b"name: Ours\n", "structure.yaml": b"answers: {funding: 3}\n"}
    )

    chosen = {"chosen": "government"}
    after = ChooseStructure(of="structure", what="Government", figures=chosen).on(bundle)

    assert (after.structure.decision.structure, after.structure.answers) == (
        "government",
        bundle.structure.answers,
    )


def test_the_examples_of_a_structure_are_told_each_with_its_source():
    rows = {row.id: words.examples(row, CATALOG) for row in answered(funding=4).fits}

    for structure in CATALOG.structures:
        for one in structure.examples:
            assert f"{one.name} ({CATALOG.source(one.source).in_short})" in rows[structure.id]
    assert rows["funder"].startswith("Such as: United Way of Salt Lake (FSG")


def test_a_host_that_a_funder_names_is_told_as_a_matter_two_sources_disagree_on():
    cons = [one.says for one in CATALOG.entry("modes", "closed").cons]

    assert any("The two sources disagree" in one for one in cons)
