"""A table as it was understood, in the order people look at it: what is open, what its columns
hold, whom its words mean, what is left out and what is odd.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cidesign.acts import work_lists
from cidesign.acts.brought import act_for
from cidesign.acts.form_fields import FIELDS
from cidesign.domain.dates import month
from cidesign.domain.figures import listed
from cidesign.domain.labels import labels_of
from cidesign.domain.listed import ids_in
from cidesign.domain.measures import About, Often, Whose
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.worded import Worded
from cidesign.domain.work import GroupKind
from cidesign.domain.workshop import Bundle
from cidesign.record.brought import KINDS, Answers, Choice, Understood, understand
from cidesign.record.brought.spelling import Found
from cidesign.text import mark, say, say_count

MOST_COLUMNS = 60
MOST_ROWS = 5
MOST_SHOWN = 8
_SURE = (Found.ID, Found.NAME)


@dataclass(frozen=True)
class BroughtView:
    """What is shown of a table.

    Args:
        found: what was understood.
        claim: what it is, as a sentence; ``counted``: how many rows are new, changed, the same.
        open: questions nobody has answered.
        columns: what each column holds.
        words: names that differ from ours, and answers that hold for the whole table.
        exact: names that are ours as they stand.
        against: why it cannot be written now.
        rows: the first rows that would be written, in people's words.
        button: what the button says; empty where there is nothing to press for.
    """

    found: Understood
    claim: str
    counted: str
    open: tuple[Choice, ...]
    columns: tuple[Choice, ...]
    words: tuple[Choice, ...]
    exact: tuple[Choice, ...]
    against: tuple[Problem, ...]
    rows: tuple[dict[str, str], ...]
    button: str


def brought_view(
    name: str, content: bytes, bundle: Bundle, kind: str, answers: Answers
) -> BroughtView:
    """What a file says to a workshop.

    Raises:
        BadInput: it cannot be read as a table at all.
    """
    found = understand(name, content, bundle, kind, answers)
    closed = [one for one in found.choices if not one.is_open]
    columns = [one for one in closed if one.topic.about == "column"]
    words = [one for one in closed if one.topic.about != "column"]
    return BroughtView(
        found=found,
        claim=_claim(found),
        counted=found.counted,
        open=found.questions,
        columns=tuple(columns[:MOST_COLUMNS]),
        words=tuple(one for one in words if one.how not in _SURE),
        exact=tuple(one for one in words if one.how in _SURE),
        against=_against(found, bundle),
        rows=_rows(found, bundle),
        button=_button(found),
    )


def _claim(found: Understood) -> str:
    kind = next((say(one.label) for one in KINDS if one.id == found.kind), "")
    if not found.shape:
        return kind
    if not found.sheet:
        return say("{kind}: {shape}", kind=kind, shape=found.shape)
    return say(
        "{kind} of the sheet {sheet}: {shape}", kind=kind, sheet=found.sheet, shape=found.shape
    )


def _against(found: Understood, bundle: Bundle) -> tuple[Problem, ...]:
    if not found.is_ready or not found.counts.to_write:
        return found.problems
    try:
        problems = tuple(act_for(found).problems(bundle))
    except BadInput as error:
        problems = error.problems
    return tuple(_on_screen(one, found, bundle) for one in problems)


def _on_screen(one: Problem, found: Understood, bundle: Bundle) -> Problem:
    """A problem of the act with the file people chose, and whom the row is about, in place of the
    record's own file and row.
    """
    own = _OWN_PLACE.match(one.where)
    if own is None:
        return one
    place = int(own[1]) - 2 if own[1] else -1
    if not 0 <= place < len(found.rows):
        return Problem(found.name, one.what, one.remedy)
    names = _named(found.rows[place], bundle, found.kind)
    whom = [names[id] for id in ("rater", "member", "candidate", "criterion") if id in names]
    listed = ", ".join(whom or [names.get("name", "")])
    return Problem(say("{name}: {listed}", name=found.name, listed=listed), one.what, one.remedy)


_OWN_PLACE = re.compile(
    r"(?:scores|candidates|weights|recusals|partners|groups|measures)\.csv(?:: \D*(\d+))?"
)


def _button(found: Understood) -> str:
    count = found.counts.to_write
    if not found.is_ready or not count:
        return ""
    return say_count("Bring in {count} row", "Bring in {count} rows", count, count=count)


def _rows(found: Understood, bundle: Bundle) -> tuple[dict[str, str], ...]:
    first = [_named(row, bundle, found.kind) for row in found.rows[:MOST_ROWS]]
    found_columns = dict.fromkeys(column for row in first for column in row if column != "id")
    heads = {**_HEADS, **FIELDS, **_LISTS.get(found.kind, {})}
    figures = labels_of(bundle).criteria
    columns = {
        column: say(heads[column]) if column in heads else figures[column]
        for column in found_columns
    }
    return tuple(
        {head: row.get(column, "") for column, head in list(columns.items())[:MOST_SHOWN]}
        for row in first
    )


def _named(row: Mapping[str, str], bundle: Bundle, kind: str) -> dict[str, str]:
    """A row with the names of whom it is about in place of their ids."""
    names = labels_of(bundle)
    kinds = {
        "rater": names.members,
        "member": names.members,
        "candidate": names.candidates,
        "criterion": names.criteria,
    }
    partners = {one.id: one.label for one in bundle.partners}

    def named(column: str, cell: str) -> str:
        if column in kinds:
            return kinds[column][cell]
        if kind == "groups" and column == "kind":
            return say(GroupKind(cell).in_words)
        if kind in _LISTS and column in _PARTNERS:
            return listed([partners[id] for id in ids_in(cell)])
        if kind in _LISTS and column in _WORDED:
            return say(_WORDED[column].of(cell).in_words)
        return month(cell) if kind in _LISTS and column in _MONTHS and cell else cell

    return {column: named(column, cell) for column, cell in row.items()}


_WORDED: dict[str, type[Worded]] = {"how_often": Often, "whose": Whose, "about": About}
_PARTNERS, _MONTHS = ("lead", "supports", "owners"), ("begins", "ends")


_HEADS = {
    "rater": mark("Member"),
    "member": mark("Member"),
    "candidate": mark("Candidate"),
    "criterion": mark("Criterion"),
    "score": mark("Score"),
    "weight": mark("Weight"),
    "round": mark("Round"),
    "reason": mark("Reason"),
    "name": mark("Name"),
    "seat": mark("Seat"),
    "kind": mark("Kind"),
    "sector": mark("Sector"),
    "serves": mark("Whom it serves"),
    "good_at": mark("What it is good at"),
    "people_a_year": mark("People it helps a year"),
    "each_usd": mark("Dollars for each person"),
    "alone_usd": mark("Dollars for each person, were it alone"),
}

_LISTS = {
    "groups": {
        **work_lists.FIELDS,
        "people_affected": mark("People who live with the problem sit in it"),
        "evidence": mark("Somebody in it brings data"),
    },
    "measures": {
        **work_lists.MEASURE_FIELDS,
        "counts_people": mark("It only counts people who were reached"),
    },
}


def rows_more(view: BroughtView) -> str:
    """How many rows are not shown."""
    more = len(view.found.rows) - len(view.rows)
    return say_count("And {more} more row.", "And {more} more rows.", more, more=more)


def nothing_new(view: BroughtView) -> str:
    """Why there is nothing to press."""
    if view.open:
        return say_count(
            "One question is open. Nothing is written before it is answered.",
            "{count} questions are open. Nothing is written before they are answered.",
            len(view.open),
            count=len(view.open),
        )
    return say("All of it is here already; there is nothing to bring in.")


def done(view: BroughtView) -> str:
    """What was done, once it was."""
    return say("The table was brought in: {counted}", counted=view.counted)
