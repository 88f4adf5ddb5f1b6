"""The overview: what is decided, what is next, and one line for each step, in the order of the walk."""

from dataclasses import dataclass

from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.record import read_files, with_decision
from cidesign.steps.overview import overview_view


@dataclass(frozen=True)
class Entry:
    group: str
    name: str
    label: str


WALK = (
    Entry("Start", "overview", "Overview"),
    Entry("Choose", "structure", "Structure"),
    Entry("Choose", "compare", "Compare"),
    Entry("Plan", "team", "Team and budget"),
    Entry("Plan", "outlook", "Outlook"),
)
BARE = read_files({"workshop.yaml": b"name: Ours\n"})


def decided(*pages):
    bundle = BARE
    for page in pages:
        bundle = with_decision(bundle, Decision(page=page, what=f"We chose {page}", because="So", at="2026-03-06T10:00:00+00:00"))
    return bundle


def test_nothing_decided_starts_with_the_first_step():
    view = overview_view(BARE, load(), WALK)

    assert view.answer == "Nothing is decided yet. Start with the structure."
    assert view.heading == "None of four steps is decided"
    assert view.next.page == "structure"


def test_the_next_step_is_the_first_that_is_open_even_when_later_ones_are_decided():
    view = overview_view(decided("structure", "team"), load(), WALK)

    assert view.next.page == "compare"
    assert view.answer == "The structure and team and budget are decided. Next: the host."
    assert view.heading == "Two of four steps are decided"


def test_when_all_is_decided_nothing_is_next():
    view = overview_view(decided("structure", "compare", "team", "outlook"), load(), WALK)

    assert view.next is None
    assert view.answer == "All four steps are decided."


def test_a_decided_row_says_what_was_decided_and_when():
    row = overview_view(decided("structure"), load(), WALK).rows[0]

    assert (row.decided, row.result, row.date) == (True, "We chose structure", "Decided 6 Mar")


def test_the_path_counts_by_group_and_leaves_out_what_ends_without_a_decision():
    path = overview_view(decided("structure"), load(), WALK).path

    assert [(group.label, group.decided, group.steps) for group in path] == [("Choose", 1, 2), ("Plan", 0, 2)]


def test_a_step_whose_file_must_be_mended_says_so_and_the_others_still_answer():
    files = {"workshop.yaml": b"name: Ours\n", "structure.yaml": b"answers: {no_such_question: 3}\n"}

    rows = overview_view(read_files(files), load(), WALK).rows

    assert rows[0].result.startswith("Needs mending: ")
    assert rows[1].result == "Waits for candidates and scores"
