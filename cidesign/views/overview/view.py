"""What the overview shows: where we are, what is decided, what is next; one line for each step of
the walk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day_short
from cidesign.domain.figures import count, listed, money_short
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import NOT_NEEDED, Bundle
from cidesign.text import say, say_count
from cidesign.views.overview.assumed import assumed
from cidesign.views.overview.walk import BEGIN, DECIDED, NEXT, SO_FAR, THINGS

SCORE = "score"
MOST_NAMED = 3
"""More decided steps than these are counted, not named."""


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
    """One step: its page, whether it is decided, next or not needed, what was decided or stands
    there so far, and the decision's date.
    """

    group: str
    page: str
    label: str
    decided: bool
    next: bool
    result: str
    date: str
    needed: bool = True


@dataclass(frozen=True)
class GroupPath:
    """A group of the walk, how many of its steps are needed and how many of those are decided;
    ``skipped`` are not needed.
    """

    label: str
    decided: int
    steps: int
    skipped: int = 0


@dataclass(frozen=True)
class OverviewView:
    """The open workshop at a glance.

    Args:
        next: the step to take; None when all is decided.
        assumed: what still rests on our usual values.
    """

    name: str
    about: str
    answer: str
    and_line: str
    heading: str
    rows: tuple[StepRow, ...]
    path: tuple[GroupPath, ...]
    next: StepRow | None
    assumed: tuple[str, ...]

    @property
    def nothing_decided(self) -> bool:
        """Whether there is no decision yet."""
        return not any(row.decided for row in self.rows)


def overview_view(bundle: Bundle, catalog: Catalog, walk: Sequence[Entry]) -> OverviewView:
    """The steps of ``walk`` that end with a decision, with what stands there in this workshop."""
    steps = [entry for entry in walk if entry.name in SO_FAR]
    skipped = NOT_NEEDED if bundle.workshop.has_a_backbone else ()
    left = [
        entry.name
        for entry in steps
        if entry.name not in skipped and not bundle.decisions.latest(entry.name)
    ]
    following = SCORE if SCORE in left and bundle.workshop.round_is_open else next(iter(left), None)
    rows = tuple(
        _row(bundle, catalog, entry, following, needed=entry.name not in skipped) for entry in steps
    )
    counted = [row for row in rows if row.needed]
    ahead = next((row for row in rows if row.next), None)
    return OverviewView(
        name=bundle.workshop.name,
        about=_about(bundle),
        answer=_answer(bundle, counted, ahead),
        and_line=_and_line(bundle, counted, ahead),
        heading=_heading(sum(row.decided for row in counted), len(counted)),
        rows=rows,
        path=tuple(
            _group(group, [row for row in rows if row.group == group])
            for group in dict.fromkeys(row.group for row in rows)
        ),
        next=ahead,
        assumed=assumed(bundle, catalog),
    )


def _group(label: str, rows: Sequence[StepRow]) -> GroupPath:
    counted = [row for row in rows if row.needed]
    return GroupPath(
        label, sum(row.decided for row in counted), len(counted), len(rows) - len(counted)
    )


def _row(
    bundle: Bundle, catalog: Catalog, entry: Entry, following: str | None, *, needed: bool
) -> StepRow:
    held = bundle.decisions.latest(entry.name)
    if held:
        result = held.what
    else:
        result = (
            _so_far(entry.name, bundle, catalog)
            if needed
            else say("Not needed: a backbone is already at work")
        )
    date = say("Decided {day}", day=day_short(held.at)).rstrip() if held else ""
    return StepRow(
        entry.group,
        entry.name,
        entry.label,
        held is not None,
        entry.name == following,
        result,
        date,
        needed,
    )


def _so_far(page: str, bundle: Bundle, catalog: Catalog) -> str:
    try:
        return SO_FAR[page](bundle, catalog)
    except BadInput as error:
        return say("Needs mending: {fault}", fault=error.problems[0].what)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?")) else f"{sentence}."


def _about(bundle: Bundle) -> str:
    members, candidates = len(bundle.workshop.members), len(bundle.candidates)
    parts = [
        bundle.workshop.initiative.place,
        say_count(
            "steering committee of {number}",
            "steering committee of {number}",
            members,
            number=members,
        )
        if members
        else "",
        say_count("{number} candidate", "{number} candidates", candidates, number=count(candidates))
        if candidates
        else "",
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


def _answer(bundle: Bundle, rows: Sequence[StepRow], ahead: StepRow | None) -> str:
    decided = [row.page for row in rows if row.decided]
    if ahead is None:
        return say("All {all} steps are decided.", all=count(len(rows)))
    if bundle.workshop.round_is_open and ahead.page == SCORE:
        return _ended(ahead.result)
    if not decided:
        return say(BEGIN[ahead.page])
    return f"{_in(decided, len(rows))} {say(NEXT[ahead.page])}"


def _and_line(bundle: Bundle, rows: Sequence[StepRow], ahead: StepRow | None) -> str:
    if ahead is None:
        return say("Hand the bundle to the board and to everyone who took part.")
    if bundle.workshop.round_is_open and ahead.page == SCORE:
        return say(
            "Next for you: your own score sheet. Nobody sees another's before the round is closed."
        )
    if bundle.plan is not None and not any(row.decided for row in rows):
        return say(
            "A first plan for {budget} a year is there to correct.",
            budget=money_short(bundle.plan.funding.budget_usd),
        )
    return _ended(ahead.result)


def _in(decided: Sequence[str], steps: int) -> str:
    if len(decided) == 1:
        return say(DECIDED[decided[0]])
    if len(decided) <= MOST_NAMED:
        return say("Decided: {things}.", things=listed([say(THINGS[page]) for page in decided]))
    return say(
        "{decided} of {all} steps are decided.",
        decided=count(len(decided), opening=True),
        all=count(steps),
    )
