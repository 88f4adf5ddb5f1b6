"""The memo and the agreement on the equity mirror: who is missing where, which practices are, what
each group brings, and what follows.
"""

from cidesign.domain.catalog import Catalog
from cidesign.domain.workshop import Bundle
from cidesign.memo.blocks import Block, Bullets, Paragraph, Section, Table, Words
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import Sentence, known, own, told, words
from cidesign.views.initiative import mirror
from cidesign.views.initiative.mirror import MirrorView, mirror_view
from cidesign.views.process import voice

Step = tuple[Sentence, Sentence, Sentence]


def on_mirror(seen: Snapshot) -> tuple[Section, ...]:
    """A short section; none where nobody has looked into it."""
    view = mirror_view(seen.bundle, seen.catalog)
    if not view.begun:
        return ()
    shows = told(say("{claim}."), claim=words(mirror.claim(view, view.ours)))
    blocks: list[Block] = [Paragraph(shows)]
    shown = [one for one in view.bodies if one.host in ("", view.host)]
    if view.groups and shown:
        head = (told(say("Group")), *(mirror.label(view, one) for one in shown))
        rows = tuple(
            (own(group.label), *(mirror.cell(view, one, group) for one in shown))
            for group in view.groups
        )
        blocks += [Table(head, rows, small=True), Paragraph(mirror.rule_line(view), note=True)]
    if missing := mirror.lines(view, view.ours):
        blocks.append(Bullets(missing))
    if view.strengths:
        blocks += [Paragraph(told(say("What each group brings:"))), Words(strengths(view))]
    if sought := mirror.sought(view):
        blocks += [Paragraph(told(say("In the director's profile:"))), Bullets(sought)]
    if suggested := voice.voice(seen.bundle, seen.catalog):
        blocks.append(Paragraph(voice.why(suggested)))
    return (Section("mirror", told(say("Our equity mirror")), tuple(blocks)),)


def strengths(view: MirrorView) -> tuple[tuple[Sentence, Sentence], ...]:
    """Each group with what it brings."""
    return tuple((own(one.label), own(one.brings)) for one in view.strengths)


def on_equity(seen: Snapshot) -> tuple[Block, ...]:
    """The agreement's conditions, and the strengths the work builds on; nothing where the mirror
    asks for nothing.
    """
    view = mirror_view(seen.bundle, seen.catalog)
    conditions = mirror.conditions(view)
    blocks: list[Block] = [Bullets(conditions)] if conditions else []
    if view.strengths:
        said = told(say("The work begins with what each group brings:"))
        blocks += [Paragraph(said), Words(strengths(view))]
    return tuple(blocks)


def of_the_director(bundle: Bundle, catalog: Catalog) -> tuple[Block, ...]:
    """What the director is chosen for because of the mirror; nothing where it asks for nothing."""
    sought = mirror.sought(mirror_view(bundle, catalog))
    if not sought:
        return ()
    said = told(say("The director is chosen with these in mind too:"))
    return (Paragraph(said), Bullets(sought))


def equity_steps(seen: Snapshot) -> list[Step]:
    """A look again by a month, and what nobody knows yet."""
    view = mirror_view(seen.bundle, seen.catalog)
    committee = told(say("Steering committee"))
    steps = []
    if view.asks_for_something:
        steps.append(
            (
                told(say("Look into the equity mirror again, and put right what is missing")),
                committee,
                mirror.again(view),
            )
        )
    steps += [
        (
            told(say("Find out: {question}"), question=known(one.question)),
            committee,
            told(say("next meeting")),
        )
        for one in view.unknown
    ]
    return steps
