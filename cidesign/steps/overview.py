"""What the overview shows: where we are, what is decided, what is next; one line for each step of the walk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day_short
from cidesign.domain.figures import count, listed, money_short, month, points
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Bundle
from cidesign.steps.compare import compare_view
from cidesign.steps.compare_words import answer
from cidesign.steps.structure import structure_view


class Entry(Protocol):
    """A line of the table of contents, as ``app.py`` lists it."""

    @property
    def group(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...


@dataclass(frozen=True)
class StepRow:
    """One step: its page, whether it is decided or next, what was decided or stands there so far, and the date of the decision."""

    group: str
    page: str
    label: str
    decided: bool
    next: bool
    result: str
    date: str


@dataclass(frozen=True)
class GroupPath:
    """A group of the walk and how many of its steps are decided."""

    label: str
    decided: int
    steps: int


@dataclass(frozen=True)
class OverviewView:
    """The open workshop at a glance; ``next`` is None when all is decided."""

    name: str
    about: str
    answer: str
    and_line: str
    heading: str
    rows: tuple[StepRow, ...]
    path: tuple[GroupPath, ...]
    next: StepRow | None


def overview_view(bundle: Bundle, catalog: Catalog, walk: Sequence[Entry]) -> OverviewView:
    """The steps of ``walk`` that end with a decision, with what stands there in this workshop."""
    steps = [entry for entry in walk if entry.name in SO_FAR]
    following = next((entry.name for entry in steps if not bundle.decisions.latest(entry.name)), None)
    rows = tuple(_row(bundle, catalog, entry, following) for entry in steps)
    decided = sum(row.decided for row in rows)
    ahead = next((row for row in rows if row.next), None)
    return OverviewView(
        name=bundle.workshop.name,
        about=_about(bundle),
        answer=_answer(rows, ahead),
        and_line=f"{ahead.result}." if ahead else "Hand the bundle to the board and to everyone who took part.",
        heading=_heading(decided, len(rows)),
        rows=rows,
        path=tuple(
            GroupPath(group, sum(row.decided for row in rows if row.group == group), sum(row.group == group for row in rows))
            for group in dict.fromkeys(row.group for row in rows)
        ),
        next=ahead,
    )


def _row(bundle: Bundle, catalog: Catalog, entry: Entry, following: str | None) -> StepRow:
    held = bundle.decisions.latest(entry.name)
    result = held.what if held else _so_far(entry.name, bundle, catalog)
    date = f"Decided {day_short(held.at)}".rstrip() if held else ""
    return StepRow(entry.group, entry.name, entry.label, held is not None, entry.name == following, result, date)


def _so_far(page: str, bundle: Bundle, catalog: Catalog) -> str:
    try:
        return SO_FAR[page](bundle, catalog)
    except BadInput as error:
        return f"Needs mending: {error.problems[0].what}"


def _about(bundle: Bundle) -> str:
    members, candidates = len(bundle.workshop.members), len(bundle.candidates)
    parts = [
        bundle.workshop.initiative.place,
        f"steering committee of {members}" if members else "",
        f"{count(candidates)} {'candidate' if candidates == 1 else 'candidates'}" if candidates else "",
    ]
    return " · ".join(part for part in parts if part)


def _heading(decided: int, steps: int) -> str:
    if not decided:
        return f"None of {count(steps)} steps is decided"
    return f"{count(decided, opening=True)} of {count(steps)} steps {'is' if decided == 1 else 'are'} decided"


def _answer(rows: Sequence[StepRow], ahead: StepRow | None) -> str:
    things = [THING[row.page] for row in rows if row.decided]
    if ahead is None:
        return f"All {count(len(rows))} steps are decided."
    if not things:
        return f"Nothing is decided yet. Start with {THING[ahead.page]}."
    said = listed(things)
    are = "are" if len(things) > 1 or things[0].startswith("team") or things[0].endswith("years ahead") else "is"
    return f"{said[:1].upper()}{said[1:]} {are} decided. Next: {THING[ahead.page]}."


def _structure(bundle: Bundle, catalog: Catalog) -> str:
    view = structure_view(bundle, catalog=catalog)
    if not view.answered:
        return "No answers yet"
    return f"So far: {view.best.label} fits best, {points(view.best.points)} of 100 points"


def _compare(bundle: Bundle, catalog: Catalog) -> str:
    view = compare_view(bundle)
    return "Waits for candidates and scores" if view.missing else f"So far: {answer(view)}".removesuffix(".")


def _team(bundle: Bundle, catalog: Catalog) -> str:
    return f"Draft for {money_short(bundle.plan.funding.budget_usd)} a year" if bundle.plan else "No plan yet"


def _outlook(bundle: Bundle, catalog: Catalog) -> str:
    if bundle.plan is None or bundle.outlook is None:
        return "Waits for a plan"
    return f"{count(bundle.outlook.years, opening=True)} years from {month(bundle.outlook.start)}"


# By page: what is decided there, and what stands there before the decision.
THING = {"structure": "the structure", "compare": "the host", "team": "team and budget", "outlook": "the years ahead"}
SO_FAR: dict[str, Callable[[Bundle, Catalog], str]] = {
    "structure": _structure,
    "compare": _compare,
    "team": _team,
    "outlook": _outlook,
}
