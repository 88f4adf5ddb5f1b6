"""The memo on who we are: the form we work in and what it makes of the walk, who sits on the
committee, the five conditions, and how ready we are.
"""

from collections.abc import Iterable, Sequence

from cidesign.domain.backbones import Backbone
from cidesign.domain.figures import month
from cidesign.memo.blocks import Block, Bullets, KeyRow, Paragraph, Section, Table, Told, Words
from cidesign.memo.snapshot import Snapshot
from cidesign.structure.readiness import Group, Standing
from cidesign.text import say
from cidesign.text.sentence import (
    NOTHING,
    Figure,
    Sentence,
    at,
    in_a_row,
    inside,
    known,
    of,
    own,
    sentence,
    together,
    told,
    words,
)
from cidesign.views.initiative import backbones
from cidesign.views.initiative.forms import form_lines, whose_advice
from cidesign.views.initiative.view import InitiativeView, initiative_view
from cidesign.views.initiative.words import answer, to_do_first

Pair = tuple[Sentence, Sentence]


def on_initiative(seen: Snapshot) -> tuple[Section, ...]:
    """A short section; none where nobody has answered, sits or chosen anything."""
    if "initiative" in seen.broken:
        return ()
    view = initiative_view(seen.bundle, seen.catalog)
    pairs = tuple((label, said) for label, said in _pairs(seen, view) if said)
    working = backbones.at_work(seen.bundle)
    if not (pairs or view.chosen or working):
        return ()
    blocks: list[Block] = [Paragraph(words(answer(view)))]
    if pairs:
        blocks.append(Words(pairs))
    if working:
        blocks += [_side_by_side(seen, working), Bullets(backbones.faults(working, seen.catalog))]
    if view.chosen:
        blocks.append(Bullets(tuple(words(line) for line in form_lines(view.chosen))))
        blocks.append(Paragraph(words(whose_advice(view.chosen, seen.catalog)), note=True))
    elif first := to_do_first(view):
        blocks += [Paragraph(told(say("What to do first:"))), Bullets(tuple(map(words, first)))]
    return (Section("initiative", told(say("Who we are, and how ready")), tuple(blocks)),)


def forms_named(seen: Snapshot) -> Sentence:
    """The forms we work in besides or in place of collective impact; nothing where there are
    none.
    """
    forms = seen.catalog.forms_of(seen.bundle.workshop)
    return in_a_row([inside(known(form.label)) for form in forms])


def not_needed(seen: Snapshot, page: str, label: str) -> Told:
    """The row of a part our form does not need: why, and what we do instead."""
    left = seen.catalog.left_out(page, seen.bundle.workshop)
    rather = in_a_row([inside(known(one.instead.rstrip("."))) for one in left])
    return Told(
        KeyRow(
            id=page,
            label=told(label),
            claim=told(say("Not needed for our form: {forms}"), forms=forms_named(seen)),
            details=together(
                [
                    *(known(one.because) for one in left),
                    told(say("Instead: {what}."), what=rather),
                ]
            ),
        )
    )


def rather(seen: Snapshot) -> tuple[Sentence, ...]:
    """What our forms ask for in place of the steps they leave out, each once."""
    forms = seen.catalog.forms_of(seen.bundle.workshop)
    return tuple(known(one.instead.rstrip(".")) for form in forms for one in form.left_out)


def look_again(seen: Snapshot) -> Sentence:
    """The month in which a lean start is looked at again; nothing where there is none."""
    until = seen.bundle.workshop.initiative.lean_until
    if until is None:
        return NOTHING
    what = told(say("Month in which the lean start is looked at again"))
    place = at("workshop.yaml", "initiative", "lean_until")
    return sentence(Figure(month(until), until, "month", what, place))


def _pairs(seen: Snapshot, view: InitiativeView) -> Iterable[Pair]:
    yield told(say("Places")), in_a_row([own(one) for one in view.initiative.places])
    yield told(say("Committee")), _committee(view)
    yield told(say("Five conditions")), _standings(view.conditions)
    yield told(say("Ready to start")), _standings(view.readiness)
    if then := look_again(seen):
        yield told(say("A lean start")), told(say("until {month}, then we look again"), month=then)


def _side_by_side(seen: Snapshot, working: Sequence[Backbone]) -> Table:
    head = (told(say("Backbone")), told(say("What it is for")), told(say("What it does")))
    rows = tuple(
        (
            own(one.label),
            own(one.goal) or told(say("open")),
            in_a_row([seen.function(it) for it in one.functions]) or told(say("open")),
        )
        for one in working
    )
    return Table(head, rows, left=3, small=True)


def settled(seen: Snapshot) -> tuple[Sentence, ...]:
    """What several backbones have to settle: functions done twice, functions nobody does."""
    working = backbones.at_work(seen.bundle)
    twice = [
        told(
            say("Settle who keeps {function}: {names}"),
            function=inside(seen.function(function)),
            names=in_a_row([own(one.label) for one in ours]),
        )
        for function, ours in backbones.overlaps(working).items()
    ]
    nobody = [
        told(say("Settle who does {function}"), function=inside(seen.function(function)))
        for function in backbones.uncarried(working)
    ]
    return (*twice, *nobody)


def _committee(view: InitiativeView) -> Sentence:
    if not view.members:
        return NOTHING
    what = told(say("Members of the steering committee"))
    number = len(view.members)
    many = Figure(str(number), number, "members", what, of("count", at("workshop.yaml", "members")))
    seats = [own(seat) for seat in dict.fromkeys(one.seat for one in view.members) if seat]
    if not seats:
        return told(say("Members: {n}; no seat is named yet"), n=many)
    return told(say("Members: {n}, for {seats}"), n=many, seats=in_a_row(seats))


def _standings(group: Group) -> Sentence:
    if not group.answered:
        return NOTHING
    said = (
        (say("In place: {checks}."), Standing.IN_PLACE),
        (say("On the way: {checks}."), Standing.ON_THE_WAY),
        (say("Weak: {checks}."), Standing.WEAK),
        (say("Not answered: {checks}."), Standing.UNANSWERED),
    )
    return together(
        told(template, checks=in_a_row([inside(known(one.label)) for one in found]))
        for template, standing in said
        if (found := group.that_are(standing))
    )
