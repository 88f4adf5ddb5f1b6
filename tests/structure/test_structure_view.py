"""What the page Structure shows is what the engine says, with labels and sources."""

from decimal import Decimal

import pytest

from cidesign.acts.answer_driver import AnswerDriver
from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.domain.structure import StructureProfile
from cidesign.home import data_folder
from cidesign.record import read_bundle, read_files
from cidesign.structure import fit
from cidesign.views.structure.view import profile_view, structure_view
from tests.catalog.folders import append, copy_to

CATALOG = load()
FACT = "{value: 5, range: [4, 5], unit: level, as_of: 2026-11-01, basis: assumed, source: own}"


@pytest.fixture(scope="module")
def stem():
    return read_bundle(data_folder() / "examples" / "philadelphia_stem")


def test_the_view_shows_the_engines_fits_in_order(stem):
    view = structure_view(stem, CATALOG)

    assert view.raw == fit(stem.structure, CATALOG.structures, CATALOG.structure_drivers)
    assert [row.id for row in view.fits] == [one.structure for one in view.raw]
    assert view.best.label == "Existing nonprofit"
    assert view.lead == view.raw[0].points - view.raw[1].points


def test_a_question_shows_the_answer_given_and_otherwise_where_to_start():
    view = profile_view(StructureProfile(answers={"speed": 1}), CATALOG)

    shown = {question.id: (question.answer, question.start) for question in view.questions}
    assert shown["speed"] == (Decimal(1), Decimal(1))
    assert shown["neutrality"] == (
        None,
        CATALOG.entry("structure_drivers", "neutrality").default.value,
    )
    assert view.answered == 1


def test_a_part_says_whether_the_committee_judged_it(stem):
    existing = next(
        row for row in structure_view(stem, CATALOG).fits if row.id == "existing_nonprofit"
    )

    parts = {part.driver: part for part in existing.parts}
    assert (parts["neutrality"].judged_by_us, parts["neutrality"].fact) == (True, None)
    assert (parts["issue_place"].judged_by_us, parts["issue_place"].words) == (
        False,
        "strong understanding of issue",
    )


def test_every_source_behind_the_page_is_listed_once(stem):
    view = structure_view(stem, CATALOG)

    behind = {part.fact.source for row in view.fits for part in row.parts if part.fact}
    behind |= {said.source for row in view.fits for said in (*row.pros, *row.cons)}
    assert behind <= {source.id for source in view.sources}
    assert len(view.sources) == len({source.id for source in view.sources})


def test_exactly_one_mode_is_advised(stem):
    view = structure_view(stem, CATALOG)

    assert [mode.id for mode in view.modes] == ["open", "semi_open", "closed"]
    assert [mode.id for mode in view.modes if mode.advised] == ["open"]
    assert view.advised_mode.weeks.value == 14


def test_a_bundle_without_a_profile_is_shown_without_answers():
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})

    view = structure_view(bundle, CATALOG)

    assert view.answered == 0
    assert len(view.fits) == len(CATALOG.structures)


def test_an_added_structure_and_an_added_driver_are_one_entry_each(tmp_path):
    folder = copy_to(tmp_path)
    append(
        folder,
        "structures.yaml",
        "- {id: library, label: Public library, what: A library., pros: [], cons: [],"
        f" levels: {{neutrality: {{fact: {FACT}, because: Everybody may come in.}}}}}}\n",
    )
    append(
        folder,
        "structure_drivers.yaml",
        "- {id: languages, label: Languages, question: Do languages matter, about: structure, "
        "means_0: little, means_4: much,"
        f" default: {FACT.replace('5', '2').replace('[4', '[1')}, source: own}}\n",
    )

    view = profile_view(StructureProfile(answers={"neutrality": 1, "languages": 1}), load(folder))

    # library: 50 x 1 for neutrality + 50 x 1/2 for a driver nobody has judged
    assert next(row for row in view.fits if row.id == "library").points == 75.0
    assert view.questions[-1].id == "languages"


def test_answers_are_kept_and_taken_back(stem):
    given = AnswerDriver(driver="focus", answer=None).on(
        AnswerDriver(driver="speed", answer=4).on(stem)
    )

    assert given.structure.answers["speed"] == 4
    assert "focus" not in given.structure.answers
    assert stem.structure.answers["speed"] == 1


def test_an_answer_off_the_scale_changes_nothing(stem):
    with pytest.raises(BadInput, match=r"answers\.speed: 5 is off the scale"):
        AnswerDriver(driver="speed", answer=5).on(stem)
