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
from cidesign.text import mark, say, say_count


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
        and_line=f"{ahead.result}." if ahead else say("Hand the bundle to the board and to everyone who took part."),
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
    date = say("Decided {day}", day=day_short(held.at)).rstrip() if held else ""
    return StepRow(entry.group, entry.name, entry.label, held is not None, entry.name == following, result, date)


def _so_far(page: str, bundle: Bundle, catalog: Catalog) -> str:
    try:
        return SO_FAR[page](bundle, catalog)
    except BadInput as error:
        return say("Needs mending: {fault}", fault=error.problems[0].what)


def _about(bundle: Bundle) -> str:
    members, candidates = len(bundle.workshop.members), len(bundle.candidates)
    parts = [
        bundle.workshop.initiative.place,
        say_count("steering committee of {number}", "steering committee of {number}", members, number=members) if members else "",
        say_count("{number} candidate", "{number} candidates", candidates, number=count(candidates)) if candidates else "",
    ]
    return " · ".join(part for part in parts if part)


def _heading(decided: int, steps: int) -> str:
    if not decided:
        return say("None of {all} steps is decided", all=count(steps))
    return say_count(
        "{decided} of {all} steps is decided",
        "{decided} of {all} steps are decided",
        decided,
        decided=count(decided, opening=True),
        all=count(steps),
    )


def _answer(rows: Sequence[StepRow], ahead: StepRow | None) -> str:
    decided = [row.page for row in rows if row.decided]
    if ahead is None:
        return say("All {all} steps are decided.", all=count(len(rows)))
    if not decided:
        return say("Nothing is decided yet. Start with {thing}.", thing=say(THING[ahead.page]))
    things = listed([say(THING[page]) for page in decided])
    many = len(decided) > 1 or decided[0] in PLURAL
    return say_count(
        "{things} is decided. Next: {next}.",
        "{things} are decided. Next: {next}.",
        2 if many else 1,
        things=f"{things[:1].upper()}{things[1:]}",
        next=say(THING[ahead.page]),
    )


def _structure(bundle: Bundle, catalog: Catalog) -> str:
    view = structure_view(bundle, catalog=catalog)
    if not view.answered:
        return say("No answers yet")
    return say("So far: {structure} fits best, {points} of 100 points", structure=view.best.label, points=points(view.best.points))


def _compare(bundle: Bundle, catalog: Catalog) -> str:
    view = compare_view(bundle)
    return say("Waits for candidates and scores") if view.missing else say("So far: {answer}", answer=answer(view)).removesuffix(".")


def _team(bundle: Bundle, catalog: Catalog) -> str:
    return say("Draft for {budget} a year", budget=money_short(bundle.plan.funding.budget_usd)) if bundle.plan else say("No plan yet")


def _outlook(bundle: Bundle, catalog: Catalog) -> str:
    if bundle.plan is None or bundle.outlook is None:
        return say("Waits for a plan")
    return say_count(
        "{years} year from {month}",
        "{years} years from {month}",
        bundle.outlook.years,
        years=count(bundle.outlook.years, opening=True),
        month=month(bundle.outlook.start),
    )


# By page: what is decided there, and what stands there before the decision.
THING = {
    "structure": mark("the structure"),
    "compare": mark("the host"),
    "team": mark("team and budget"),
    "outlook": mark("the years ahead"),
}
PLURAL = ("team", "outlook")
SO_FAR: dict[str, Callable[[Bundle, Catalog], str]] = {
    "structure": _structure,
    "compare": _compare,
    "team": _team,
    "outlook": _outlook,
}
