"""The memo on our common agenda: problem, vision and goal, strategies with who carries them, what
holds for all, what we try, and what is still missing.
"""

from cidesign.domain.figures import month
from cidesign.domain.pathway import PathwayEntry, PathwayKind
from cidesign.memo.blocks import Block, Bullets, Paragraph, Section, Table, Words
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import (
    NOTHING,
    Figure,
    Sentence,
    at,
    in_a_row,
    known,
    own,
    sentence,
    told,
)
from cidesign.views.initiative import agenda
from cidesign.views.initiative.agenda import AgendaView, agenda_view

Pair = tuple[Sentence, Sentence]


def on_agenda(seen: Snapshot) -> tuple[Section, ...]:
    """A short section; none where nothing of it is written."""
    view = agenda_view(seen.bundle)
    pairs = _pairs(view)
    if not pairs and not view.entries:
        return ()
    blocks: list[Block] = [Words(pairs)] if pairs else []
    if strategies := view.of(PathwayKind.STRATEGY):
        head = (
            told(say("Strategy")),
            told(say("What we do together")),
            told(say("Carried by")),
            told(say("Seen in")),
        )
        rows = tuple(_row(seen, view, one) for one in strategies)
        blocks.append(Table(head, rows, left=4, small=True))
    if lacking := agenda.left_open(view, seen.catalog):
        blocks += [Paragraph(told(say("What is missing:"))), Bullets(lacking)]
    return (Section("agenda", told(say("Our common agenda")), tuple(blocks)),)


def _pairs(view: AgendaView) -> tuple[Pair, ...]:
    one = view.initiative
    pairs = (
        (told(say("Problem")), own(one.problem)),
        (told(say("What keeps it so")), entries(view, PathwayKind.CAUSE)),
        *shared(view),
        (told(say("For and with whom")), own(one.people)),
        (told(say("How we work")), entries(view, PathwayKind.METHOD)),
        (told(say("What we try")), entries(view, PathwayKind.PRACTICE)),
        (told(say("What we learnt")), entries(view, PathwayKind.LESSON)),
        (told(say("Who took part")), own(one.took_part)),
        (told(say("Version")), own(one.agenda_version)),
    )
    return tuple((label, said) for label, said in pairs if said)


def shared(view: AgendaView) -> tuple[Pair, ...]:
    """What everybody signs up to: vision, goal, how we know that we are there, principles."""
    one = view.initiative
    pairs = (
        (told(say("The vision we share")), own(one.vision)),
        (told(say("The goal we share")), own(one.goal)),
        (told(say("How we will know that we are there")), own(one.target)),
        (told(say("Principles")), entries(view, PathwayKind.PRINCIPLE)),
    )
    return tuple((label, said) for label, said in pairs if said)


def entries(view: AgendaView, kind: PathwayKind) -> Sentence:
    """The entries of a kind in a row; nothing where there are none."""
    said = NOTHING
    for one in view.of(kind):
        said = (
            told(say("{several}; {last}"), several=said, last=own(one.label))
            if said
            else own(one.label)
        )
    return said


def again(seen: Snapshot) -> Sentence:
    """By which month the agenda is looked at again; nothing where nobody has said."""
    then = seen.bundle.workshop.initiative.agenda_again
    if then is None:
        return NOTHING
    what = told(say("Month in which the common agenda is looked at again"))
    place = at("workshop.yaml", "initiative", "agenda_again")
    return told(say("by {month}"), month=sentence(Figure(month(then), then, "month", what, place)))


def _row(seen: Snapshot, view: AgendaView, one: PathwayEntry) -> tuple[Sentence, ...]:
    nobody = told(say("nobody yet"))
    activity = agenda.activity_label(one.activity, seen.catalog) if one.activity else ""
    return (
        own(one.label),
        known(activity) if activity else told(say("open")),
        in_a_row([own(it.label) for it in agenda.carriers(one, view)]) or nobody,
        in_a_row([own(it.label) for it in agenda.shown_by(one, view)]) or told(say("open")),
    )
