"""The memo on who does what with whom, and how we will see it: who leads and who helps, the plan of
measures, and what is missing in both.
"""

from cidesign.domain.work import Group
from cidesign.memo.blocks import Block, Bullets, Paragraph, Section, Table
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import (
    NOTHING,
    Figure,
    Sentence,
    in_a_row,
    of,
    own,
    together,
    told,
)
from cidesign.views.partners import by_group, costs, course, measures, words
from cidesign.views.partners.put_in import put_in
from cidesign.views.partners.view import PartnersView, partners_view


def on_work(seen: Snapshot) -> tuple[Section, ...]:
    """A short section on the work and one on its measures; none where nothing is listed."""
    view = partners_view(seen.bundle)
    return (*_work(seen, view), *_measures(seen, view))


def _work(seen: Snapshot, view: PartnersView) -> tuple[Section, ...]:
    if not view.partners and not view.groups:
        return ()
    gaps = words.missing(view)
    blocks: list[Block] = [Paragraph(_how_many(view))]
    if beside := together(put_in(seen.bundle, seen.catalog)):
        blocks.append(Paragraph(beside))
    if view.working:
        head = (told(say("Group")), told(say("Leads")), told(say("Helps")), told(say("Chair")))
        blocks.append(Table(head, tuple(_row(view, one) for one in view.working), left=4))
    if gaps:
        blocks += [
            Paragraph(told(say("What is missing:"))),
            Bullets(gaps),
        ]
    if found := costs.cost_of_help(view.partners):
        blocks.append(Paragraph(costs.said(found, seen.bundle.plan)))
    return (Section("partners", told(say("Who does what with whom")), tuple(blocks)),)


def _measures(seen: Snapshot, view: PartnersView) -> tuple[Section, ...]:
    if not view.measures:
        return ()
    head = (
        told(say("What we measure")),
        told(say("Where we stand")),
        told(say("Where we want to be")),
        told(say("Split by")),
        told(say("Data")),
    )
    open_ = told(say("open"))
    rows = tuple(
        (
            own(one.label),
            own(one.baseline) or open_,
            measures.aim(one) or open_,
            own(one.split_by) or open_,
            own(one.holder) or open_,
        )
        for one in view.measures
    )
    blocks: list[Block] = [Table(head, rows, left=5, small=True)]
    if told_of := course.courses(view.measures):
        blocks += [Paragraph(told(say("What it was so far:"))), Bullets(told_of)]
    if apart := by_group.apart(view.measures):
        blocks += [Paragraph(told(say("How far apart groups stand:"))), Bullets(apart)]
    if lacking := measures.lacking(view.measures, seen.catalog):
        blocks.append(Bullets(lacking))
    return (Section("measures", told(say("How we will see it")), tuple(blocks)),)


def _how_many(view: PartnersView) -> Sentence:
    partners = _counted(len(view.partners), told(say("Partners on the list")), "partners.csv")
    groups = _counted(
        len(view.groups), told(say("Groups and committees on the list")), "groups.csv"
    )
    if not view.groups:
        return told(say("Partners: {partners}."), partners=partners)
    return told(
        say("Partners: {partners}; groups and committees: {groups}."),
        partners=partners,
        groups=groups,
    )


def _counted(number: int, what: Sentence, file: str) -> Figure:
    return Figure(str(number), number, "count", what, of("count", file))


def _row(view: PartnersView, one: Group) -> tuple[Sentence, ...]:
    names = {partner.id: own(partner.label) for partner in view.partners}
    nobody = told(say("nobody yet"))
    helps = [names[id] for id in one.supports]
    return (
        own(one.label),
        names.get(one.lead, nobody),
        in_a_row(helps) if helps else nobody,
        own(one.chair) or NOTHING,
    )
