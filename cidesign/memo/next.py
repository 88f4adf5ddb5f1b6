"""What stands beside the answers on page one: who dissents, what rests on assumptions, and what is
to be done next, by whom and when.
"""

from collections.abc import Sequence
from dataclasses import replace

from cidesign.acts.answers import answers_in_sight
from cidesign.domain.answers import KeptAnswer
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import month
from cidesign.domain.walk import WALK, Part, walk_of
from cidesign.domain.workshop import Bundle, Decision, Workshop
from cidesign.memo.agenda import again
from cidesign.memo.blocks import Box, Section, Table
from cidesign.memo.figures import day
from cidesign.memo.funders import funder_steps
from cidesign.memo.initiative import look_again, rather, settled
from cidesign.memo.mirror import equity_steps
from cidesign.memo.planned_on import hired
from cidesign.memo.selection import host_name
from cidesign.memo.snapshot import Snapshot
from cidesign.memo.years import raise_from, to_raise
from cidesign.text import mark, say
from cidesign.text.sentence import (
    NOTHING,
    Figure,
    Sentence,
    at,
    in_a_row,
    known,
    of,
    own,
    together,
    told,
)
from cidesign.views.memo.words import undecided
from cidesign.views.team import director

QUOTED = 220
NAMED = 3
QUOTES = "“”\"' \n"
UNSETTLED = (
    ("staff_report_to", mark("Settle whom staff report to")),
    ("fiscal_agent", mark("Settle who the fiscal agent is")),
    ("place", mark("Settle where the backbone sits")),
    ("funds_long_term", mark("Settle where money comes from in the long run")),
)


def open_parts(bundle: Bundle, catalog: Catalog) -> tuple[Sentence, ...]:
    """The same in words."""
    return tuple(told(say(part.thing)) for part in undecided(bundle, catalog))


def title_of(page: str, workshop: Workshop) -> Sentence:
    """What people read above the records of a page."""
    walk = walk_of(workshop)
    titles = [step.decision.record for step in walk if step.decision and step.id == page]
    return told(say(titles[0])) if titles else own(page)


def dissent(seen: Snapshot) -> Box | None:
    """Who dissents, in their words; the whole of it stands in the records."""
    held = [one for step in WALK if (one := seen.decided(step.id)) and one.dissent]
    if not held:
        return None
    room = QUOTED // min(len(held), 2)
    said = [
        told(
            say("{part}: “{words}”"),
            part=title_of(one.page, seen.bundle.workshop),
            words=own(one.dissent.strip(QUOTES), most=room),
        )
        for one in held[:2]
    ]
    more = told(say("Full text under Decision records."))
    return Box(told(say("Dissent")), together([*said, more]))


def assumptions(assumed: Sequence[Figure]) -> Box:
    """What kinds of figures are assumed, and how many."""
    title = told(say("What rests on assumptions"))
    if not assumed:
        return Box(title, told(say("Nothing: every figure is published, computed or our own.")))
    count = Figure(
        str(len(assumed)),
        len(assumed),
        "figures",
        told(say("How many figures are assumed")),
        of("assumed", "list of figures"),
    )
    hours = any(figure.of.startswith("data/drivers.yaml") for figure in assumed)
    salaries = any(figure.of.endswith(".salary_usd") for figure in assumed)
    others = [
        figure
        for figure in assumed
        if not figure.of.startswith("data/") and ".yaml: roles[" not in figure.of
    ][:NAMED]
    parts: list[Sentence] = (
        [told(say("hours for each partner, meeting and indicator"))] if hours else []
    )
    parts += [told(say("some salaries"))] if salaries else []
    parts += [
        told(say("{what} ({figure})"), what=_small(figure.what), figure=figure) for figure in others
    ]
    named = told(say("Among them: {kinds}."), kinds=in_a_row(parts)) if parts else NOTHING
    all_of_them = told(say("{n} figures are assumed; they stand first in the annex."), n=count)
    return Box(title, together([all_of_them, named]))


def _small(what: Sentence) -> Sentence:
    first, *rest = what
    return Sentence((replace(first, text=first.text[:1].lower() + first.text[1:]), *rest))


def next_steps(seen: Snapshot) -> tuple[tuple[Sentence, Sentence, Sentence], ...]:
    """What is to be done, by whom and when."""
    committee, host = told(say("Steering committee")), host_name(seen)
    steps = [
        (told(say(part.ask)), committee, _when(seen, part))
        for part in undecided(seen.bundle, seen.catalog)
    ]
    steps += [
        (what, committee, told(say("next meeting"))) for what in (*rather(seen), *settled(seen))
    ]
    if host and seen.seeks_a_person:
        task = told(say("Agree on the post with {name}, and tell all who applied"), name=host)
        hires = own(seen.bundle.workshop.director.hires) or committee
        steps.append((task, hires, told(say("before it is made public"))))
    elif host and seen.has_a_choice:
        task = told(say("Agree on the draft host agreement, with counsel"))
        steps.append(
            (
                task,
                told(say("Steering committee and {host}"), host=host),
                _start(seen) or told(say("before anybody is hired")),
            )
        )
    if seen.found and seen.found.found and any((seen.found.fte or {}).values()):
        who = host or told(say("The employer"))
        steps.append((told(say("Hire for the posts of the first year")), who, _first_month(seen)))
    amount, first = to_raise(seen), raise_from(seen)
    if amount and first and not hired(seen):
        template = (
            say("Raise {usd} of free money a year, evenly")
            if seen.raising and seen.raising.years > 1
            else say("Raise {usd} of free money")
        )
        steps.append(
            (
                told(template, usd=amount),
                told(say("Steering committee and backbone")),
                told(say("by {month}"), month=first),
            )
        )
    answers = seen.bundle.structure.decision if seen.bundle.structure else None
    if seen.has_a_choice and seen.decided("structure") and answers is not None:
        still = [
            (told(say(label)), committee, told(say("open")))
            for key, label in UNSETTLED
            if not getattr(answers, key)
        ]
        steps += still
    if lacking := director.missing(director.director_view(seen.bundle, seen.catalog)):
        settle = told(say("Settle {what}"), what=in_a_row(lacking))
        steps.append((settle, committee, told(say("before anybody is hired"))))
    if lean := look_again(seen):
        task = told(say("Look whether we go on lean, grow, or stop"))
        steps.append((task, committee, told(say("in {month}"), month=lean)))
    if then := again(seen):
        steps.append((told(say("Look at the common agenda again, together")), committee, then))
    steps += equity_steps(seen)
    steps += funder_steps(seen)
    steps += _taken_on(seen)
    if seen.decided("memo") is None:
        steps.append((told(say("Adopt this memo")), committee, told(say("when nothing is open"))))
    return tuple(steps)


def _taken_on(seen: Snapshot) -> list[tuple[Sentence, Sentence, Sentence]]:
    """What somebody follows up of the questions we talked about."""
    return [
        (
            told(say("{question} {answer}"), question=_asked(seen, one), answer=own(one.answer))
            if one.answer
            else told(say("Find an answer: {question}"), question=_asked(seen, one)),
            own(one.owner),
            told(say("by {day}"), day=day(one.due)) if one.due else told(say("open")),
        )
        for one in answers_in_sight(seen.bundle)
        if one.owner
    ]


def answered(seen: Snapshot) -> tuple[tuple[Sentence, Sentence, Sentence], ...]:
    """What was answered and nobody follows up: the question, the answer, who said it."""
    return tuple(
        (_asked(seen, one), own(one.answer), own(one.said_by))
        for one in answers_in_sight(seen.bundle)
        if not one.owner
    )


def _asked(seen: Snapshot, one: KeptAnswer) -> Sentence:
    asks = [prompt.asks for prompt in seen.catalog.prompts if prompt.id == one.question]
    return known(asks[0]) if asks else own(one.question)


def _when(seen: Snapshot, part: Part) -> Sentence:
    if part.after_scoring:
        if seen.hidden:
            return told(say("after the round closes"))
        start = seen.bundle.workshop.timetable.start
        if start:
            return told(say("selection begins {day}"), day=day(start))
        if seen.compare is None and not seen.result_alone:
            return told(say("after scoring"))
    return told(say("next meeting"))


def _start(seen: Snapshot) -> Sentence:
    start = seen.host.offer.start if seen.host else None
    if not start or seen.host is None:
        return NOTHING
    what = told(say("Month in which {host} could start"), host=own(seen.host.label))
    figure = Figure(
        month(start), start, "month", what, at("candidates.csv", seen.host.id, "offer_start")
    )
    return told(say("before {month}"), month=figure)


def _first_month(seen: Snapshot) -> Sentence:
    years = seen.bundle.outlook
    if years is None:
        return told(say("when the money is there"))
    figure = Figure(
        month(years.start),
        years.start,
        "month",
        told(say("First month of the outlook")),
        at("outlook.yaml", "start"),
    )
    return told(say("from {month}"), month=figure)


def next_box(seen: Snapshot, most: int = 3) -> Box:
    """The first steps in one paragraph for page one."""
    said = [
        told(say("{what} ({who}, {when})."), what=what, who=who, when=when)
        for what, who, when in next_steps(seen)[:most]
    ]
    return Box(told(say("Next")), together(said))


def next_section(seen: Snapshot) -> Section:
    """All of them as a table."""
    head = (told(say("What")), told(say("Who")), told(say("When")))
    return Section("next", told(say("Next steps")), (Table(head, next_steps(seen), left=3),))


def records_of(seen: Snapshot) -> tuple[tuple[Decision, bool], ...]:
    """Every decision in the order of the walk; whether a later one of the same page replaced it."""
    order = [step.id for step in WALK]
    all_of_them = seen.bundle.decisions.decisions
    latest = {one.page: place for place, one in enumerate(all_of_them)}
    ranked = sorted(
        enumerate(all_of_them),
        key=lambda one: (order.index(one[1].page) if one[1].page in order else len(order), one[0]),
    )
    return tuple((decision, latest[decision.page] != place) for place, decision in ranked)
