"""What we hand to the board, the candidates and the public: one page first, then the evidence, the
records and every figure's source.
"""

from collections.abc import Iterator
from dataclasses import replace

from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Source
from cidesign.domain.workshop import Bundle, Decision
from cidesign.memo import next as ahead
from cidesign.memo.agenda import on_agenda
from cidesign.memo.blocks import KeyRow, Memo, Record, Told, figures_of, sentences_of
from cidesign.memo.director import on_director
from cidesign.memo.figures import day
from cidesign.memo.initiative import forms_named, not_needed, on_initiative
from cidesign.memo.mirror import on_mirror
from cidesign.memo.seal import bundle_print, footer, seal_lines, seal_print, warnings
from cidesign.memo.selection import host_name, on_selection
from cidesign.memo.snapshot import Project, Snapshot, Solve, TryOut, snapshot
from cidesign.memo.structure import backbone, chosen_structure, on_structure
from cidesign.memo.team import on_team, posts
from cidesign.memo.work import on_work
from cidesign.memo.years import lasts, on_years
from cidesign.record import short_fingerprint
from cidesign.text import say
from cidesign.text.sentence import (
    NOTHING,
    Figure,
    Sentence,
    in_a_row,
    inside,
    own,
    sentence,
    together,
    told,
)
from cidesign.views.initiative.forms import ANOTHER_FORM
from cidesign.views.memo.words import undecided
from cidesign.views.team.spent import of_budget

__all__ = ["Memo", "memo", "memo_from", "memo_of", "named"]


def memo(bundle: Bundle, catalog: Catalog, *, made_on: str = "", made_by: str = "") -> Memo:
    """The memo of a workshop.

    Args:
        made_on: the day it is made, ISO.
        made_by: who runs the machine it is made on.
    """
    return named(memo_of(snapshot(bundle, catalog), made_on=made_on), made_by)


def memo_from(
    bundle: Bundle,
    catalog: Catalog,
    *,
    solve: Solve,
    project: Project,
    try_out: TryOut,
    made_on: str = "",
) -> Memo:
    """The same, with a solver, years and other weights that remember."""
    return memo_of(
        snapshot(bundle, catalog, solve=solve, project=project, try_out=try_out), made_on=made_on
    )


def named(made: Memo, made_by: str) -> Memo:
    """The memo with the name of whoever runs the machine it was made on, where that is given."""
    return (
        replace(made, fingerprints=(*made.fingerprints, (told(say("Made by")), own(made_by))))
        if made_by
        else made
    )


def memo_of(seen: Snapshot, *, made_on: str = "") -> Memo:
    """The memo of a snapshot."""
    parts = _parts(seen)
    heading = _heading(seen)
    rows = tuple(part.row for part in parts)
    sections = (
        *(section for part in parts for section in part.sections),
        *on_initiative(seen),
        *on_director(seen),
        *on_agenda(seen),
        *on_mirror(seen),
        *on_work(seen),
        ahead.next_section(seen),
    )
    lead = together([_not_decided(seen), lasts(seen)])
    prints = _fingerprints(seen)
    early = [
        heading,
        lead,
        *_of_rows(rows),
        *sentences_of(sections),
        footer(seen.bundle),
        *(one for pair in prints for one in pair),
    ]
    marks, seals = _marks(seen), warnings(seen.bundle)
    assumed = [figure for figure in figures_of([*early, *marks, *seals]) if figure.assumed]
    boxes = tuple(
        box
        for box in (ahead.dissent(seen), ahead.assumptions(assumed), ahead.next_box(seen))
        if box
    )
    figures = figures_of([*early, *marks, *seals, *(box.said for box in boxes)])
    return Memo(
        title=say("{name}: steering committee memo", name=own(seen.bundle.workshop.name).plain),
        kicker=_kicker(seen, made_on),
        heading=heading,
        lead=lead,
        rows=rows,
        boxes=boxes,
        sections=sections,
        records=tuple(
            _record(seen, decision, replaced) for decision, replaced in ahead.records_of(seen)
        ),
        sources=_sources(seen, figures),
        figures=figures,
        footer=footer(seen.bundle),
        fingerprints=prints,
        marks=marks,
        warnings=seals,
        open=ahead.open_parts(seen.bundle, seen.catalog),
        answers=ahead.answered(seen),
        language=seen.bundle.workshop.language or "en",
        made_on=made_on,
    )


def _parts(seen: Snapshot) -> tuple[Told, ...]:
    if seen.seeks_a_person:
        return (on_selection(seen),)
    parts = (
        ("structure", say("Structure"), on_structure),
        ("compare", say("Host"), on_selection),
        ("team", say("Team and budget"), on_team),
        ("outlook", say("Years ahead"), on_years),
    )
    return tuple(
        not_needed(seen, page, label) if seen.left_out(page) else part(seen)
        for page, label, part in parts
        if page != "compare" or seen.has_a_choice
    )


def _of_rows(rows: tuple[KeyRow, ...]) -> Iterator[Sentence]:
    for row in rows:
        yield from (row.label, row.claim, row.details, row.key, row.unit)


def _heading(seen: Snapshot) -> Sentence:
    """What we decided, in one sentence."""
    host = host_name(seen) if seen.decided("compare") and seen.has_a_choice else NOTHING
    forms = forms_named(seen)
    team = (
        seen.asked is not None
        and seen.found is not None
        and seen.found.found
        and seen.decided("team") is not None
    )
    if team and seen.asked and seen.found:
        slots = {"fte": sentence(posts(seen.found)), "spent": of_budget(seen.asked, seen.found)}
        if not seen.has_a_choice:
            return told(
                say("{backbone} stays our backbone, with a team of {fte} FTE for {spent}."),
                backbone=backbone(seen),
                **slots,
            )
        if forms and not host:
            return told(
                say("We work as {forms}, with a team of {fte} FTE for {spent}."),
                forms=forms,
                **slots,
            )
        if host:
            return told(
                say("We choose {host} as host and start with a team of {fte} FTE for {spent}."),
                host=host,
                **slots,
            )
        return told(
            say("We start with a team of {fte} FTE for {spent}; the host is not decided yet."),
            **slots,
        )
    if seen.seeks_a_person:
        return _who_becomes_director(host)
    if not seen.has_a_choice:
        return told(
            say("{backbone} stays our backbone; its team and budget are not decided yet."),
            backbone=backbone(seen),
        )
    if host:
        return told(
            say("We choose {host} as host; team and budget are not decided yet."), host=host
        )
    if forms:
        return told(say(ANOTHER_FORM), forms=forms)
    structure = chosen_structure(seen)
    if structure:
        return told(
            say("Our backbone: {structure}. The host is not decided yet."),
            structure=inside(structure),
        )
    if seen.bundle.decisions.decisions:
        return told(say("Neither structure, host, team nor years are decided yet: a draft."))
    return told(say("Nothing is decided yet: this is a draft."))


def _who_becomes_director(name: Sentence) -> Sentence:
    if name:
        return told(say("We choose {name} as our director."), name=name)
    return told(say("Nobody is chosen as director yet: this is a draft."))


def _not_decided(seen: Snapshot) -> Sentence:
    open_parts = ahead.open_parts(seen.bundle, seen.catalog)
    return (
        told(say("Draft: not decided yet are {parts}."), parts=in_a_row(open_parts))
        if open_parts
        else NOTHING
    )


def _kicker(seen: Snapshot, made_on: str) -> Sentence:
    name = own(seen.bundle.workshop.name, most=60)
    if not made_on:
        return told(say("{name} · Steering committee memo"), name=name)
    return told(say("{name} · Steering committee memo · {day}"), name=name, day=day(made_on))


def _marks(seen: Snapshot) -> tuple[Sentence, ...]:
    marks = [own(seen.bundle.workshop.example)] if seen.bundle.workshop.example else []
    if undecided(seen.bundle, seen.catalog):
        marks.append(told(say("Draft: not everything is decided yet")))
    return tuple(marks)


def _fingerprints(seen: Snapshot) -> tuple[tuple[Sentence, Sentence], ...]:
    pairs = [(told(say("All files of the bundle")), sentence(_whole(bundle_print(seen.bundle))))]
    if printed := seal_print(seen.bundle):
        pairs.append((told(say("The sealed rule sheet")), sentence(_whole(printed))))
    pairs.append((told(say("The rules")), together(seal_lines(seen.bundle)) or _no_rules(seen)))
    return tuple(pairs)


def _no_rules(seen: Snapshot) -> Sentence:
    return (
        told(say("There is no rule sheet."))
        if seen.has_a_choice and not seen.left_out("process")
        else told(say("None are needed for our form."))
        if seen.has_a_choice
        else told(say("None are needed: a backbone works already."))
    )


def _whole(figure: Figure) -> Figure:
    """All of a fingerprint, in groups of four."""
    whole = str(figure.value)
    return figure.shown(
        " ".join(short_fingerprint(whole[start : start + 16]) for start in range(0, len(whole), 16))
    )


def _record(seen: Snapshot, decision: Decision, replaced: bool) -> Record:
    answer = (
        ""
        if decision.page == "compare" and seen.hidden
        else str(decision.figures.get("answer", ""))
    )
    said = (
        (say("What"), own(decision.what)),
        (say("Because"), own(decision.because)),
        (say("Why not the first"), own(decision.departs)),
        (say("Who agreed"), own(decision.agreed)),
        (say("Dissent"), own(decision.dissent)),
        (say("The figures then"), own(answer) if answer != decision.what else NOTHING),
        (say("Recorded by"), own(decision.by)),
        (say("When"), day(decision.at) if decision.at else NOTHING),
    )
    title = ahead.title_of(decision.page, seen.bundle.workshop)
    if replaced:
        title = told(say("{page}, replaced since"), page=title)
    return Record(title, tuple((told(label), text) for label, text in said if text), replaced)


def _sources(seen: Snapshot, figures: tuple[Figure, ...]) -> tuple[Source, ...]:
    used = {figure.source for figure in figures}
    return tuple(source for source in seen.catalog.sources if source.id in used)
