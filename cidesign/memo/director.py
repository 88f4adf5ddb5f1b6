"""The director we look for: a short section of the memo; and a paper of its own, with what matters
most, questions for the interview, and a score sheet.
"""

from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import CapabilityEntry
from cidesign.domain.dates import day as _day
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Bundle
from cidesign.memo.agenda import shared
from cidesign.memo.blocks import Block, Bullets, Paragraph, Section, Table, Words
from cidesign.memo.clauses import blank
from cidesign.memo.figures import day
from cidesign.memo.mirror import of_the_director
from cidesign.memo.papers import Paper
from cidesign.memo.seal import footer
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import NOTHING, Sentence, in_a_row, known, own, told, words
from cidesign.views.initiative.agenda import agenda_view
from cidesign.views.team import director
from cidesign.views.team.director import DirectorView, director_view
from cidesign.views.team.hire_rules import leader_of


def on_director(seen: Snapshot) -> tuple[Section, ...]:
    """A short section; none where nothing of the profile is said."""
    view = director_view(seen.bundle, seen.catalog)
    if not view.begun:
        return ()
    blocks: list[Block] = []
    if view.chosen:
        blocks += [Paragraph(told(say("What matters most to us:"))), *_of_the_memo(view)]
    if pairs := tuple((asks, said) for asks, said in director.answers(view) if said):
        blocks.append(Words(pairs))
    if lacking := director.missing(view):
        blocks.append(Paragraph(told(say("Still open: {what}."), what=in_a_row(lacking))))
    return (Section("director", told(say("The director we look for")), tuple(blocks)),)


def _of_the_memo(view: DirectorView) -> tuple[Block, ...]:
    said = tuple(
        told(say("{name}: {says}"), name=known(one.label), says=known(one.says))
        for one in view.chosen
    )
    return (Bullets(said),)


def director_paper(bundle: Bundle, catalog: Catalog, *, made_on: str = "") -> Paper:
    """The director's profile.

    Args:
        made_on: the day it is made, ISO.

    Raises:
        BadInput: nobody has said what matters most.
    """
    view = director_view(bundle, catalog)
    if not view.chosen:
        raise BadInput([director.nothing_chosen()])
    ours = own(bundle.workshop.name)
    parts = (
        ("post", say("The post"), _post(bundle, catalog)),
        ("matters", say("What matters most to us"), _of_the_memo(view)),
        ("mirror", say("What the equity mirror asks for"), of_the_director(bundle, catalog)),
        ("interview", say("Questions for the interview"), _interview(view)),
        ("sheet", say("Score sheet"), _sheet(view)),
        ("employment", say("Who hires, who evaluates"), _employment(view)),
    )
    kicker = told(say("{name} · {day}"), name=ours, day=day(made_on)) if made_on else ours
    example = own(bundle.workshop.example)
    note = say(
        "What matters most was chosen by the steering committee. Questions and levels are "
        "suggestions: put them into your own words, and have the law of your state looked at "
        "before you hire."
    )
    return Paper(
        title=say("The director's profile"),
        kicker=kicker,
        heading=told(say("Whom we look for as director")),
        lead=told(note),
        sections=tuple(Section(id, told(head), blocks) for id, head, blocks in parts if blocks),
        marks=(example,) if example else (),
        footer=footer(bundle),
        signers=(),
        language=bundle.workshop.language or "en",
        made_on=made_on if _day(made_on) != made_on else "",
    )


def _post(bundle: Bundle, catalog: Catalog) -> tuple[Block, ...]:
    """What the effort is, and what its leading post does, after Figure 3 of the memo."""
    search = bundle.workshop.search
    ours = own(search.of if search and search.of else bundle.workshop.name)
    said = told(say("The director leads the backbone of {initiative}."), initiative=ours)
    pairs = shared(agenda_view(bundle))
    does = _activities(bundle, catalog)
    return (
        Paragraph(said),
        *((Words(pairs),) if pairs else ()),
        *((Paragraph(told(say("What the post does:"))), Bullets(does)) if does else ()),
    )


def _activities(bundle: Bundle, catalog: Catalog) -> tuple[Sentence, ...]:
    leads = leader_of(bundle.plan) if bundle.plan else None
    return tuple(
        known(one.says)
        for function in catalog.functions
        for one in function.activities
        if leads and one.role == leads.id
    )


def _interview(view: DirectorView) -> tuple[Block, ...]:
    how = told(say("Ask each the same, in the same order; ask for what was done."))
    head = (told(say("Question")), told(say("A strong answer")), told(say("A weak answer")))
    rows = tuple(
        (known(one.asks), known(one.levels[5].says), known(one.levels[1].says))
        for one in view.chosen
    )
    return (Paragraph(how), Table(head, rows, left=3))


def _sheet(view: DirectorView) -> tuple[Block, ...]:
    """One row a capability: its five levels, and room for a score."""
    said = say(
        "One sheet for each person you meet. Fill it in alone, before you talk: a level, and what "
        "you heard that shows it."
    )
    head = (
        told(say("What matters")),
        told(say("Levels")),
        told(say("1 to 5")),
        told(say("What I heard")),
    )
    rows = tuple((known(one.label), _levels(one), NOTHING, NOTHING) for one in view.chosen)
    who = (
        (told(say("Whom I met")), NOTHING),
        (told(say("My name")), NOTHING),
        (told(say("Anything that ties me to this person")), NOTHING),
    )
    return (Paragraph(told(said)), Words(who), Table(head, rows, left=4, small=True))


def _levels(one: CapabilityEntry) -> Sentence:
    so_far = NOTHING
    for level, said in one.levels.items():
        last = told(say("{level} {words}"), level=words(str(level)), words=known(said.short))
        so_far = told(say("{several} · {last}"), several=so_far, last=last) if so_far else last
    return so_far


def _employment(view: DirectorView) -> tuple[Block, ...]:
    return (Words(tuple((asks, said or blank()) for asks, said in director.answers(view))),)
