"""What the overview shows: where we are, what is decided, what is next; one line for each step of
the walk.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from cidesign.acts.seal import is_sealed
from cidesign.budget import allocate
from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day_short
from cidesign.domain.figures import count, listed
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput
from cidesign.domain.stage import DRAFT, SEALED, Stage
from cidesign.domain.walk import Deciding, Step, walk_of
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.initiative.forms import form_lines, not_needed, whose_advice
from cidesign.views.overview.answered import talked
from cidesign.views.overview.assumed import Usual, still_usual

MOST_NAMED = 3
"""More decided steps than these are counted, not named."""


@dataclass(frozen=True)
class StepRow:
    """One step that ends in a decision: what is said of it, whether it is decided, next or not
    needed, what was decided or stands there so far, and the decision's date.
    """

    step: Step
    said: Deciding
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
        next: the one step to take; None when all is decided.
        assumed: what still rests on our usual values, and where it is changed.
        stage: where the selection stands.
        talked: how many questions to talk about are answered; empty where none is.
        our_form: what the form we chose makes of the walk, form by form, then whose advice that is;
            empty where we go on with collective impact.
    """

    name: str
    about: str
    answer: str
    and_line: str
    heading: str
    rows: tuple[StepRow, ...]
    path: tuple[GroupPath, ...]
    next: StepRow | None
    assumed: tuple[Usual, ...]
    stage: Stage = DRAFT
    talked: str = ""
    our_form: tuple[str, ...] = ()

    @property
    def nothing_decided(self) -> bool:
        """Whether there is no decision yet."""
        return not any(row.decided for row in self.rows)

    @property
    def only_begun(self) -> bool:
        """Whether nothing was decided, sealed or scored yet: then the draft is the answer."""
        return self.nothing_decided and self.stage is DRAFT


def overview_view(
    bundle: Bundle, catalog: Catalog, *, solve: Callable[[Plan], Allocation] = allocate
) -> OverviewView:
    """The steps of the walk that end with a decision, with what stands there in this workshop.

    Args:
        bundle: the workshop.
        catalog: everything we know.
        solve: finds the plan; a page hands in one that remembers.
    """
    ahead_of_us, walk = following(bundle, catalog), walk_of(bundle.workshop)
    stands = {
        step.id: so_far(step, bundle, catalog, solve=solve)
        for step in walk
        if step.decision
        and catalog.needs(step, bundle.workshop)
        and not bundle.decisions.latest(step.id)
    }
    rows = tuple(
        _row(bundle, catalog, stands.get(step.id, ""), step, step.decision, step == ahead_of_us)
        for step in walk
        if step.decision
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
            _group(group, [row for row in rows if row.step.group == group])
            for group in dict.fromkeys(row.step.group for row in rows)
        ),
        next=ahead,
        assumed=still_usual(bundle, catalog),
        stage=stage_reached(bundle),
        talked=talked(bundle, catalog),
        our_form=_our_form(bundle, catalog),
    )


def _our_form(bundle: Bundle, catalog: Catalog) -> tuple[str, ...]:
    forms = catalog.forms_of(bundle.workshop)
    return (*form_lines(forms), whose_advice(forms, catalog)) if forms else ()


def following(bundle: Bundle, catalog: Catalog) -> Step | None:
    """The step the selection calls for where it stands, else the first that is needed, not decided
    and not behind us.
    """
    return next(iter(left_to_decide(bundle, catalog)), None)


def left_to_decide(bundle: Bundle, catalog: Catalog) -> tuple[Step, ...]:
    """The step that follows, and those after it on the walk that are needed, not decided and not
    behind us.
    """
    stage = stage_reached(bundle)
    left = [
        step
        for step in walk_of(bundle.workshop)
        if step.decision
        and catalog.needs(step, bundle.workshop)
        and not bundle.decisions.latest(step.id)
        and not (step.behind(stage) and step.of_the_choice)
    ]
    called_for = [step for step in left if step.ahead(stage)]
    first = next(iter([*called_for, *left]), None)
    return tuple(left[left.index(first) :]) if first else ()


def stage_reached(bundle: Bundle) -> Stage:
    """Where the selection stands; rules that bear a seal are sealed, whatever a bundle made by hand
    calls its stage.
    """
    stage = bundle.workshop.stage
    return SEALED if stage is DRAFT and is_sealed(bundle) else stage


def _group(label: str, rows: Sequence[StepRow]) -> GroupPath:
    counted = [row for row in rows if row.needed]
    return GroupPath(
        label, sum(row.decided for row in counted), len(counted), len(rows) - len(counted)
    )


def _row(
    bundle: Bundle, catalog: Catalog, stands: str, step: Step, said: Deciding, is_next: bool
) -> StepRow:
    held, needed = bundle.decisions.latest(step.id), catalog.needs(step, bundle.workshop)
    if held:
        result = held.what
    else:
        result = stands if needed else not_needed(step, bundle, catalog)
    date = say("Decided {day}", day=day_short(held.at)).rstrip() if held else ""
    return StepRow(step, said, held is not None, is_next, result, date, needed)


def so_far(
    step: Step,
    bundle: Bundle,
    catalog: Catalog,
    *,
    solve: Callable[[Plan], Allocation] = allocate,
) -> str:
    """What stands at a step before its decision, without a full stop: asked of its own page, whose
    ``views/<id>/words.py`` says it.
    """
    words = import_module(f"cidesign.views.{step.id}.words")
    try:
        return str(
            words.so_far(bundle, catalog, solve=solve)
            if step.planned
            else words.so_far(bundle, catalog)
        )
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
    decided = [row.said for row in rows if row.decided]
    if ahead is None:
        return say("All {all} steps are decided.", all=count(len(rows)))
    stage = stage_reached(bundle)
    if stage.round_is_open and ahead.step.ahead(stage):
        return _ended(ahead.result)
    if not decided and stage is not DRAFT:
        return say(
            "{stage}, and no decision is recorded yet. {next}",
            stage=say(stage.label),
            next=say(ahead.said.next),
        )
    if not decided:
        return say(ahead.said.begin)
    return f"{_in(decided, len(rows))} {say(ahead.said.next)}"


def _and_line(bundle: Bundle, rows: Sequence[StepRow], ahead: StepRow | None) -> str:
    if ahead is None:
        return say("Hand the bundle to the board and to everyone who took part.")
    if bundle.workshop.round_is_open and ahead.step.ahead(bundle.workshop.stage):
        return say(
            "Next for you: your own score sheet. Nobody sees another's before the round is closed."
        )
    if bundle.plan is not None and not any(row.decided for row in rows):
        drafted = [row.result for row in rows if row.step.planned]
        return say("A first plan is there to correct. {draft}.", draft=" ".join(drafted))
    return _ended(ahead.result)


def _in(decided: Sequence[Deciding], steps: int) -> str:
    if len(decided) == 1:
        return say(decided[0].done)
    if len(decided) <= MOST_NAMED:
        return say("Decided: {things}.", things=listed([say(one.thing) for one in decided]))
    return say(
        "{decided} of {all} steps are decided.",
        decided=count(len(decided), opening=True),
        all=count(steps),
    )
