"""The guide of the committee's next meeting: which pages it passes, what is done when, what to
bring, what was taken on before, and which questions are talked about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cidesign.acts.answers import answers_in_sight
from cidesign.domain.answers import KeptAnswer
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import listed
from cidesign.domain.guidance import AgendaItem, Prompt
from cidesign.domain.meeting import USUAL, minutes_of
from cidesign.domain.walk import WALK, Step
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.overview.view import left_to_decide

HANDING_OUT = [step for step in WALK if step.decision][-1]
"""Where all is decided a meeting looks at what is handed out."""


@dataclass(frozen=True)
class AgendaRow:
    """One item: from which minute on, how many minutes, at which page (empty for the whole
    meeting), and what is done.
    """

    start: int
    minutes: int
    page: str
    says: str


@dataclass(frozen=True)
class Meeting:
    """A meeting as it is planned.

    Args:
        minutes: how long it is.
        pages: the steps it passes, in order.
        rows: the agenda; its minutes add up to those of the meeting.
        bring: what to bring.
        taken_on: answers to other questions that somebody follows up.
        questions: those of the pages it passes.
        answers: what was answered to them so far, by id.
        then: what comes between this meeting and the next; empty where nothing must.
    """

    minutes: int
    pages: tuple[Step, ...]
    rows: tuple[AgendaRow, ...]
    bring: tuple[str, ...]
    taken_on: tuple[KeptAnswer, ...]
    questions: tuple[Prompt, ...]
    answers: dict[str, KeptAnswer]
    then: str = ""

    @property
    def passes(self) -> str:
        """The pages it passes, in words."""
        return listed([say(step.label) for step in self.pages])


def meeting(bundle: Bundle, catalog: Catalog) -> Meeting:
    """The next meeting: it takes the next step, and those after it that usually fit into its time;
    it ends where what follows takes weeks.
    """
    minutes = bundle.workshop.meeting_minutes or USUAL
    pages = _pages(bundle, catalog, minutes)
    items = [
        *_of(catalog, "opening"),
        *(one for step in pages for one in _at(catalog, step)),
        *_of(catalog, "closing"),
    ]
    looks = [item for step in pages for item in _look(catalog, step)]
    answers = answers_in_sight(bundle)
    questions = tuple(one for step in pages for one in catalog.prompts_for(step.id))
    asked = {one.id for one in questions}
    return Meeting(
        minutes=minutes,
        pages=pages,
        rows=tuple(_timed(items, minutes)),
        bring=tuple(dict.fromkeys(thing for item in looks for thing in item.bring)),
        taken_on=tuple(one for one in answers if one.owner and one.question not in asked),
        questions=questions,
        answers={one.question: one for one in answers},
        then=looks[-1].then if looks else "",
    )


Planned = tuple[Step | None, str, Decimal]
"""At which page, what is done, and how many minutes it usually takes."""


def _pages(bundle: Bundle, catalog: Catalog, minutes: int) -> tuple[Step, ...]:
    first, *later = left_to_decide(bundle, catalog) or (HANDING_OUT,)
    room = minutes - _sum([*_of(catalog, "opening"), *_of(catalog, "closing")])
    taken = [first]
    for step in later:
        here = [one for each in (*taken, step) for one in _at(catalog, each)]
        if any(item.then for item in _look(catalog, taken[-1])) or _sum(here) > room:
            break
        taken.append(step)
    return tuple(taken)


def _at(catalog: Catalog, step: Step) -> list[Planned]:
    """What is done at a page: look, talk, decide."""
    asked = len(catalog.prompts_for(step.id))
    looked = [(step, item.says, item.minutes.value) for item in _look(catalog, step)]
    talked = [(step, says, asked * usual) for _, says, usual in _of(catalog, "talk") if asked]
    decided = [(step, says, usual) for _, says, usual in _of(catalog, "decide")]
    return [*looked, *talked, *decided]


def _look(catalog: Catalog, step: Step) -> tuple[AgendaItem, ...]:
    return tuple(item for item in catalog.agenda if item.page == step.id)


def _of(catalog: Catalog, part: str) -> list[Planned]:
    return [(None, item.says, item.minutes.value) for item in catalog.agenda if item.part == part]


def _sum(items: Sequence[Planned]) -> Decimal:
    return sum((usual for _, _, usual in items), start=Decimal(0))


def _timed(items: Sequence[Planned], whole: int) -> Iterator[AgendaRow]:
    start = 0
    given = minutes_of([usual for _, _, usual in items], whole)
    for (step, says, _), minutes in zip(items, given, strict=True):
        yield AgendaRow(start, minutes, say(step.label) if step else "", says)
        start += minutes
