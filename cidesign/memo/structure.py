"""The memo on structure: which backbone we chose, how it fits, what to watch, and how the memo's
questions were answered.
"""

from cidesign.domain.figures import points
from cidesign.domain.labels import labels_of
from cidesign.domain.structure import StructureDecision
from cidesign.memo.blocks import (
    Bar,
    Block,
    Bullets,
    KeyRow,
    Paragraph,
    Picture,
    Section,
    Told,
    Words,
)
from cidesign.memo.snapshot import Snapshot
from cidesign.text import mark, say
from cidesign.text.sentence import (
    NOTHING,
    Figure,
    Sentence,
    at,
    in_a_row,
    inside,
    known,
    own,
    sentence,
    together,
    told,
)
from cidesign.views.structure.taken import can_be_taken, taken
from cidesign.views.structure.view import FitRow

SHORT = 110
WARNINGS = 4
ASKED = (
    ("existing_or_new", mark("Existing or new")),
    ("selection_mode", mark("How the host is selected")),
    ("capacity", mark("Capacity")),
    ("staff_report_to", mark("Whom staff report to")),
    ("fiscal_agent", mark("Fiscal agent")),
    ("place", mark("Where it sits")),
    ("funds_short_term", mark("Money in the first years")),
    ("funds_long_term", mark("Money in the long run")),
)


def on_structure(seen: Snapshot) -> Told:
    """The row and the section; where a backbone works already, only who it is."""
    if not seen.has_a_choice:
        return Told(_existing(seen))
    return Told(_row(seen), (_section(seen),))


def backbone(seen: Snapshot) -> Sentence:
    """Who the backbone is that works already."""
    return own(seen.bundle.workshop.initiative.backbone, most=60) or told(say("An organization"))


def chosen_structure(seen: Snapshot) -> Sentence:
    """The structure that was chosen, as the catalog calls it; nothing before."""
    decision = _decision(seen)
    if not seen.decided("structure") or not decision.structure:
        return NOTHING
    label = seen.named("structures", decision.structure)
    if not decision.variant:
        return label
    return told(
        say("{structure} ({variant})"),
        structure=label,
        variant=seen.named("variants", decision.variant),
    )


def _decision(seen: Snapshot) -> StructureDecision:
    return seen.bundle.structure.decision if seen.bundle.structure else StructureDecision()


def _existing(seen: Snapshot) -> KeyRow:
    return KeyRow(
        id="structure",
        label=told(say("Structure")),
        claim=told(say("{backbone} is our backbone already"), backbone=backbone(seen)),
        details=told(
            say(
                "So no structure and no host is chosen; the memo is about its team, its budget and "
                "the years ahead."
            )
        ),
    )


def _row(seen: Snapshot) -> KeyRow:
    held, chosen = seen.decided("structure"), chosen_structure(seen)
    if held is None:
        claim = told(say("Not decided yet (draft)"))
    elif chosen:
        claim = told(say("Backbone: {structure}"), structure=chosen)
    else:
        claim = own(held.what, most=60)
    fit = _chosen_fit(seen)
    return KeyRow(
        id="structure",
        label=told(say("Structure")),
        claim=claim,
        details=together([_reports_to(seen), _first_watch(fit) if held else _so_far(seen, fit)]),
        key=sentence(_points(fit)) if fit else NOTHING,
        unit=_beside(seen, fit) if fit else NOTHING,
        decided=held is not None,
    )


def _reports_to(seen: Snapshot) -> Sentence:
    to = own(_decision(seen).staff_report_to, most=SHORT)
    return told(say("Staff report to: {whom}."), whom=to) if to else NOTHING


def _first_watch(fit: FitRow | None) -> Sentence:
    return told(say("Watch: {what}"), what=known(fit.watch[0])) if fit and fit.watch else NOTHING


def _so_far(seen: Snapshot, fit: FitRow | None) -> Sentence:
    """Before the decision: what the points beside it are of, and whose answers made them."""
    if fit is None or seen.structure is None:
        return NOTHING
    if not seen.structure.ours:
        template = say("With usual answers, none of them ours yet, this fits best: {structure}.")
    elif seen.structure.mostly_usual:
        template = say("With mostly usual answers, this fits best: {structure}.")
    else:
        template = say("So far this fits best: {structure}.")
    return told(template, structure=inside(known(fit.label)))


def _is_usual(seen: Snapshot) -> bool:
    """Whether none of the answers is ours, so that there is nothing to watch yet."""
    return seen.structure is not None and not seen.structure.ours


def _fits(seen: Snapshot) -> tuple[FitRow, ...]:
    return seen.structure.fits if seen.structure and seen.structure.answered else ()


def _chosen_fit(seen: Snapshot) -> FitRow | None:
    fits, named = _fits(seen), _decision(seen).structure
    if seen.decided("structure") and named:
        return next((row for row in fits if row.id == named), None)
    return fits[0] if fits else None


def _points(row: FitRow) -> Figure:
    what = told(say("How well this structure fits: {structure}"), structure=known(row.label))
    return Figure(points(row.points), row.points, "points", what, at("structure", row.id, "points"))


def _beside(seen: Snapshot, fit: FitRow) -> Sentence:
    others = [row for row in _fits(seen) if row.id != fit.id]
    if not others:
        return told(say("points of fit"))
    if others[0].points > fit.points:
        return told(say("points of fit; the best has {points}"), points=_points(others[0]))
    return told(say("points of fit; next {points}"), points=_points(others[0]))


def _section(seen: Snapshot) -> Section:
    held, fits, fit = seen.decided("structure"), _fits(seen), _chosen_fit(seen)
    blocks: list[Block] = []
    if held and held.because:
        blocks.append(Paragraph(own(held.because)))
    answers = _decision(seen)
    taken_ = _taken(seen)
    pairs = tuple(
        (told(say(label)), said)
        for key, label in ASKED
        if (
            said := together(
                [taken_.get(key, NOTHING), _answered(seen, key, getattr(answers, key))]
            )
        )
    )
    if pairs:
        blocks.append(Words(pairs))
    if split := _hosts(seen):
        blocks.append(Words(split))
    if fits:
        blocks += _fit_blocks(fits, fit, _whose(seen))
    if fit and fit.watch and (held or not _is_usual(seen)):
        watch = told(say("What to watch with {structure}:"), structure=inside(known(fit.label)))
        blocks.append(Paragraph(watch))
        blocks.append(Bullets(tuple(known(one) for one in fit.watch[:WARNINGS])))
    if not blocks:
        blocks.append(Paragraph(told(say("Not decided yet (draft)"))))
    heading = told(
        say("Structure: {what}"),
        what=chosen_structure(seen) or told(say("not decided yet (draft)")),
    )
    return Section("structure", heading, tuple(blocks))


def _taken(seen: Snapshot) -> dict[str, Sentence]:
    """What the plan and the list of money answer by themselves, by key; before the notes."""
    return {
        field.key: taken(field, seen.bundle, seen.catalog, seen.found)
        for question in seen.catalog.six_questions
        for field in question.fields
        if can_be_taken(field, seen.bundle)
    }


def _answered(seen: Snapshot, key: str, said: str) -> Sentence:
    if key == "selection_mode" and any(mode.id == said for mode in seen.catalog.modes):
        return known(seen.catalog.labels.modes[said])
    return own(said)


def _hosts(seen: Snapshot) -> tuple[tuple[Sentence, Sentence], ...]:
    """Which function sits with whom, where functions sit with several."""
    hosts = seen.bundle.structure.hosts if seen.bundle.structure else {}
    candidates = labels_of(seen.bundle).candidates
    return tuple(
        (seen.function(function), own(candidates[host])) for function, host in hosts.items() if host
    )


def _whose(seen: Snapshot) -> Sentence:
    if seen.structure and not seen.structure.ours:
        return told(
            say(
                "Points say how well a structure fits usual answers, none of them ours yet, and "
                "the levels judged or assumed for it."
            )
        )
    if seen.structure and seen.structure.mostly_usual:
        return told(
            say(
                "Points say how well a structure fits our answers, most of them still usual ones, "
                "and the levels judged or assumed for it."
            )
        )
    return told(
        say(
            "Points say how well a structure fits our answers and the levels judged or assumed "
            "for it."
        )
    )


def _fit_blocks(fits: tuple[FitRow, ...], chosen: FitRow | None, whose: Sentence) -> list[Block]:
    longest = max(row.points for row in fits) or 1.0
    bars = tuple(
        Bar(
            known(row.label),
            sentence(_points(row)),
            row.points / longest,
            colour="accent" if row is chosen else "other",
        )
        for row in fits
    )
    said = in_a_row(
        [
            told(say("{structure} {points}"), structure=known(row.label), points=_points(row))
            for row in fits
        ]
    )
    sum_up = told(say("How well each structure fits, in points: {all}."), all=said)
    return [
        Picture("bars", bars, sum_up.plain),
        Paragraph(whose, note=True),
    ]
