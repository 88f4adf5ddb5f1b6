"""The guide of the next meeting as it is printed: one page with the agenda, what to bring, what was
taken on before, and the questions with room for an answer, who follows it up and by when.
"""

from dataclasses import dataclass

from cidesign.domain.answers import KeptAnswer
from cidesign.domain.catalog import Catalog
from cidesign.domain.workshop import Bundle
from cidesign.memo.blocks import Table
from cidesign.memo.figures import day
from cidesign.text import say
from cidesign.text.sentence import NOTHING, Sentence, known, own, told
from cidesign.views.overview.meeting import Meeting, meeting

MOST_TAKEN_ON = 3
LONGEST_SHOWN = 80
"""Letters of an answer or a question somebody took on; on its page it stands in full."""


@dataclass(frozen=True)
class Guide:
    """One page, ready to be laid out.

    Args:
        title: plain text, for the file's properties.
        marks: what the header says.
        agenda: from which minute on, how many, at which page, what is done.
        bring: what to bring.
        taken_on: what somebody took on before, a sentence each.
        questions: question, answer, who follows it up, by when; blank where nothing is kept yet.
        then: what comes before the meeting after this; may be empty.
    """

    title: str
    kicker: Sentence
    heading: Sentence
    marks: tuple[Sentence, ...]
    agenda: Table
    bring: tuple[Sentence, ...]
    taken_on: tuple[Sentence, ...]
    questions: Table
    then: Sentence
    language: str = "en"
    made_on: str = ""


def guide(bundle: Bundle, catalog: Catalog, *, made_on: str = "") -> Guide:
    """The guide of a workshop's next meeting. ``made_on``: the day it is made, ISO."""
    planned, name = meeting(bundle, catalog), own(bundle.workshop.name, most=60)
    kicker = (
        told(say("{name} · Guide of the next meeting · {day}"), name=name, day=day(made_on))
        if made_on
        else told(say("{name} · Guide of the next meeting"), name=name)
    )
    return Guide(
        title=say("{name}: guide of the next meeting", name=name.plain),
        kicker=kicker,
        heading=told(
            say("{minutes} minutes: {pages}"),
            minutes=_number(planned.minutes),
            pages=known(planned.passes),
        ),
        marks=(own(bundle.workshop.example),) if bundle.workshop.example else (),
        agenda=_agenda(planned),
        bring=tuple(known(one) for one in planned.bring),
        taken_on=tuple(_taken(one, catalog) for one in planned.taken_on[:MOST_TAKEN_ON]),
        questions=_questions(planned),
        then=known(planned.then),
        language=bundle.workshop.language or "en",
        made_on=made_on,
    )


def _number(minutes: int) -> Sentence:
    return known(str(minutes))


def _agenda(planned: Meeting) -> Table:
    head = (say("From minute"), say("Minutes"), say("Page"), say("What we do"))
    rows = tuple(
        (_number(row.start), _number(row.minutes), known(row.page), known(row.says))
        for row in planned.rows
    )
    return Table(tuple(told(one) for one in head), rows, left=4)


def _taken(one: KeptAnswer, catalog: Catalog) -> Sentence:
    asked = [prompt.asks for prompt in catalog.prompts if prompt.id == one.question]
    what = (
        own(one.answer, most=LONGEST_SHOWN)
        if one.answer
        else known(asked[0])
        if asked
        else own(one.question)
    )
    name = own(one.owner)
    if one.due:
        return told(say("{name}, by {day}: {what}"), name=name, day=day(one.due), what=what)
    return told(say("{name}: {what}"), name=name, what=what)


def _questions(planned: Meeting) -> Table:
    head = (say("Question"), say("Answer"), say("Who follows it up"), say("By when"))
    rows = []
    for prompt in planned.questions:
        held = planned.answers.get(prompt.id)
        answer = own(held.answer, most=LONGEST_SHOWN) if held else NOTHING
        owner, due = (own(held.owner), held.due) if held else (NOTHING, "")
        rows.append((known(prompt.asks), answer, owner, day(due) if due else NOTHING))
    return Table(tuple(told(one) for one in head), tuple(rows), left=4)
