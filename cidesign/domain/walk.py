"""The walk: one step per page, in the order people take them, with its question and what is said of
it elsewhere.

The sidebar, the overview, the memo and the README's table loop over ``WALK``. One more page is one
more ``Step`` here, a script of its name in ``pages/``, and, where it ends in a decision, ``so_far``
in ``views/<id>/words.py``.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from cidesign.domain.stage import SEALED, Stage
from cidesign.domain.workshop import Workshop
from cidesign.text import mark

START, CHOOSE, PLAN, SHARE = mark("Start"), mark("Choose"), mark("Plan"), mark("Share")


@dataclass(frozen=True, kw_only=True)
class Deciding:
    """What is said of a step that ends in a decision; each is the id of a sentence.

    Args:
        begin: where nothing is decided and it comes first.
        next: where it comes next.
        done: where it alone is decided.
        thing: its name in a list of what is decided.
        record: the title of its records in the memo.
    """

    begin: str
    next: str
    done: str
    thing: str
    record: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the memo that rests on a step's decision.

    Args:
        thing: its name in a list of what is not decided; the id of a sentence, as the next.
        ask: what is to be done while it is open.
        after_scoring: whether it can be decided only once the scores are in.
    """

    thing: str
    ask: str
    after_scoring: bool = False


def never(stage: Stage) -> bool:
    """In no stage."""
    return False


def _rules_are_sealed(stage: Stage) -> bool:
    return stage is SEALED or _a_round_was_opened(stage)


def _a_round_was_opened(stage: Stage) -> bool:
    return stage.round_is_open or stage.round_was_closed


def _is_sealed(stage: Stage) -> bool:
    return stage is SEALED


def _is_sealed_or_open(stage: Stage) -> bool:
    return stage is SEALED or stage.round_is_open


def _round_was_closed(stage: Stage) -> bool:
    return stage.round_was_closed


@dataclass(frozen=True, kw_only=True)
class Step:
    """One page of the walk.

    Args:
        id: its name in code and data, and in the page's address.
        group: what people read above it in the sidebar; the id of a sentence, as the next two.
        label: what people read for it.
        question: what it asks; the page's title.
        decision: what is said of its decision; None where it ends in none.
        part: its part of the memo; None where it has none.
        of_the_choice: whether it serves to choose a structure and a host, which nobody needs where
            a backbone works already; its page stays open.
        behind: whether what the step is for was done in this stage of the selection, though no
            decision is recorded.
        ahead: whether this stage of the selection calls for it, whatever else is undecided.
        of_the_backbone: whether it is about the backbone itself, which nobody designs where a
            director is chosen; its page stays open.
        asks_of_a_person: what it asks where candidates are people; empty: the same; ``decides`` and
            ``part`` of a person likewise.
        planned: whether what stands there before its decision is told with the plan's cost, for
            which the plan is solved.
    """

    id: str
    group: str
    label: str
    question: str
    decision: Deciding | None = None
    part: Part | None = None
    of_the_choice: bool = False
    behind: Callable[[Stage], bool] = never
    ahead: Callable[[Stage], bool] = never
    of_the_backbone: bool = False
    asks_of_a_person: str = ""
    decides_of_a_person: Deciding | None = None
    part_of_a_person: Part | None = None
    planned: bool = False

    def of(self, workshop: Workshop) -> "Step":
        """The step with the words of this workshop: candidates are organizations or people."""
        if not workshop.seeks_a_person:
            return self
        return replace(
            self,
            question=self.asks_of_a_person or self.question,
            decision=self.decides_of_a_person or self.decision,
            part=self.part_of_a_person or self.part,
        )

    @property
    def file(self) -> str:
        """The page's script, from the app's folder."""
        return f"pages/{self.id}.py"


WALK: tuple[Step, ...] = (
    Step(
        id="overview",
        group=START,
        label=mark("Overview"),
        question=mark("Where are we, what is decided, what is next?"),
    ),
    Step(
        id="initiative",
        group=START,
        label=mark("Initiative"),
        question=mark("Who are we, is collective impact the right form, how ready are we?"),
        of_the_backbone=True,
        decision=Deciding(
            begin=mark("Nothing is decided yet. Start with the initiative."),
            next=mark("Next: the initiative."),
            done=mark("The initiative is decided."),
            thing=mark("the initiative"),
            record=mark("Initiative"),
        ),
    ),
    Step(
        id="partners",
        group=START,
        label=mark("Partners"),
        question=mark("Who does what with whom, and how will we see it?"),
        of_the_backbone=True,
    ),
    Step(
        id="structure",
        group=CHOOSE,
        label=mark("Structure"),
        question=mark("Which backbone structure fits us, and what must we watch?"),
        of_the_backbone=True,
        of_the_choice=True,
        decision=Deciding(
            begin=mark("Nothing is decided yet. Start with the structure."),
            next=mark("Next: the structure."),
            done=mark("The structure is decided."),
            thing=mark("the structure"),
            record=mark("Structure"),
        ),
        part=Part(thing=mark("the structure"), ask=mark("Decide the structure")),
    ),
    Step(
        id="process",
        group=CHOOSE,
        label=mark("Process"),
        question=mark("How do we choose a host?"),
        asks_of_a_person=mark("How do we choose our director?"),
        of_the_choice=True,
        behind=_rules_are_sealed,
        decision=Deciding(
            begin=mark("Nothing is decided yet. Start with how we choose."),
            next=mark("Next: how we choose."),
            done=mark("How we choose is decided."),
            thing=mark("how we choose"),
            record=mark("Process"),
        ),
    ),
    Step(
        id="candidates",
        group=CHOOSE,
        label=mark("Candidates"),
        question=mark("Who applied, who is eligible, who has a conflict?"),
        of_the_choice=True,
        behind=_a_round_was_opened,
        ahead=_is_sealed,
        decision=Deciding(
            begin=mark("Nothing is decided yet. Start with the candidates."),
            next=mark("Next: the candidates."),
            done=mark("The candidates are decided."),
            thing=mark("the candidates"),
            record=mark("Candidates"),
        ),
    ),
    Step(
        id="room",
        group=CHOOSE,
        label=mark("Room"),
        question=mark("Who is here, who is done, and what happens next?"),
    ),
    Step(
        id="score",
        group=CHOOSE,
        label=mark("Score"),
        question=mark("How do I rate them?"),
        of_the_choice=True,
        behind=_round_was_closed,
        ahead=_is_sealed_or_open,
        decision=Deciding(
            begin=mark("Nothing is decided yet. Start with the scores."),
            next=mark("Next: the scores."),
            done=mark("The scores are decided."),
            thing=mark("the scores"),
            record=mark("Score"),
        ),
    ),
    Step(
        id="compare",
        group=CHOOSE,
        label=mark("Compare"),
        question=mark("Who leads, and would it hold?"),
        decides_of_a_person=Deciding(
            begin=mark("Nothing is decided yet. Start with the director."),
            next=mark("Next: the director."),
            done=mark("The director is decided."),
            thing=mark("the director"),
            record=mark("Director"),
        ),
        part_of_a_person=Part(
            thing=mark("the director"), ask=mark("Decide who becomes director"), after_scoring=True
        ),
        of_the_choice=True,
        ahead=_round_was_closed,
        decision=Deciding(
            begin=mark("Nothing is decided yet. Start with the host."),
            next=mark("Next: the host."),
            done=mark("The host is decided."),
            thing=mark("the host"),
            record=mark("Host"),
        ),
        part=Part(thing=mark("the host"), ask=mark("Decide who hosts"), after_scoring=True),
    ),
    Step(
        id="team",
        group=PLAN,
        label=mark("Team and budget"),
        question=mark("Whom do we hire, and what does each function get?"),
        of_the_backbone=True,
        planned=True,
        decision=Deciding(
            begin=mark("Nothing is decided yet. Start with team and budget."),
            next=mark("Next: team and budget."),
            done=mark("Team and budget are decided."),
            thing=mark("the team and its budget"),
            record=mark("Team and budget"),
        ),
        part=Part(thing=mark("team and budget"), ask=mark("Decide team and budget")),
    ),
    Step(
        id="scenarios",
        group=PLAN,
        label=mark("Scenarios"),
        question=mark("What does more or less money buy, and which host or rule costs us what?"),
        of_the_backbone=True,
        decision=Deciding(
            begin=mark("Nothing is decided yet. Start with the scenarios."),
            next=mark("Next: the scenarios."),
            done=mark("The scenarios are decided."),
            thing=mark("the scenarios"),
            record=mark("Scenarios"),
        ),
    ),
    Step(
        id="outlook",
        group=PLAN,
        label=mark("Outlook"),
        question=mark("What will we need, and when does the money run out?"),
        of_the_backbone=True,
        decision=Deciding(
            begin=mark("Nothing is decided yet. Start with the years ahead."),
            next=mark("Next: the years ahead."),
            done=mark("The years ahead are decided."),
            thing=mark("the years ahead"),
            record=mark("Years ahead"),
        ),
        part=Part(
            thing=mark("the years ahead"), ask=mark("Decide how the years ahead are paid for")
        ),
    ),
    Step(
        id="memo",
        group=SHARE,
        label=mark("Memo"),
        question=mark("What do we hand to the board, the candidates and the public?"),
        decision=Deciding(
            begin=mark("Nothing is decided yet. Start with the memo."),
            next=mark("Next: the memo."),
            done=mark("The memo is decided."),
            thing=mark("the memo"),
            record=mark("Memo"),
        ),
    ),
    Step(
        id="sources",
        group=SHARE,
        label=mark("Sources"),
        question=mark("Where does every number come from, and how is each result computed?"),
    ),
)


def walk_of(workshop: Workshop) -> tuple[Step, ...]:
    """Every step in the words of a workshop."""
    return tuple(step.of(workshop) for step in WALK)


def step_of(page: str) -> Step:
    """The step of a page.

    Raises:
        LookupError: no page of the walk has this id.
    """
    for step in WALK:
        if step.id == page:
            return step
    raise LookupError(f"no page is called {page}; add its Step to cidesign/domain/walk.py")
