"""The memo on the host: who was chosen under which rules, by how much, or whether the only one
asked passes every mark.
"""

from cidesign.domain.figures import rounded
from cidesign.domain.labels import NO_LABELS
from cidesign.domain.reason import NoScores
from cidesign.domain.value import plain
from cidesign.memo.blocks import Block, KeyRow, Paragraph, Section, Told
from cidesign.memo.heard import heard_blocks
from cidesign.memo.holds import how_often
from cidesign.memo.panel import evidence_blocks
from cidesign.memo.points import points_by_criterion, raters_of, total, weights_table
from cidesign.memo.seal import counting_lines, seal_lines
from cidesign.memo.snapshot import Snapshot
from cidesign.text import mark, say, say_count
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
from cidesign.value import fitness
from cidesign.views.compare.reasons import in_words
from cidesign.views.compare.view import CandidateRow, CompareView, CriterionColumn
from cidesign.views.compare.words import LEAST_SHOWN, leads_by
from cidesign.views.process.default_host import disclosed

NAME = 48
WHY = 110
STRENGTHS = 2
_ASK_FOR_IT = mark(
    "The page Compare tells the result. How it comes about stands in the memo of a facilitator."
)


def on_selection(seen: Snapshot) -> Told:
    """The row and the section; only who is chosen while a round is open."""
    return Told(_row(seen), (_section(seen),))


def host_name(seen: Snapshot) -> Sentence:
    """The chosen host; nothing before."""
    held = seen.decided("compare")
    if seen.host:
        return own(seen.host.label, most=NAME)
    return own(held.what, most=NAME) if held else NOTHING


def _row(seen: Snapshot) -> KeyRow:
    decided = seen.decided("compare") is not None
    chosen = _standing(seen)
    return KeyRow(
        id="compare",
        label=told(say("Director") if seen.seeks_a_person else say("Host")),
        claim=_claim(seen, chosen),
        details=_details(seen, chosen),
        key=sentence(total(chosen))
        if chosen and chosen.points is not None and not seen.sole
        else NOTHING,
        unit=_unit(seen, chosen)
        if chosen and chosen.points is not None and not seen.sole
        else NOTHING,
        decided=decided,
    )


def _standing(seen: Snapshot) -> CandidateRow | None:
    """The chosen host's place in the comparison; before a decision, nobody's."""
    view = seen.compare
    return (
        next((row for row in view.rows if seen.host and row.id == seen.host.id), None)
        if view
        else None
    )


def _claim(seen: Snapshot, chosen: CandidateRow | None) -> Sentence:
    if not seen.decided("compare"):
        return told(say("Not decided yet (draft)"))
    name, view = host_name(seen), seen.compare
    if view is None or chosen is None or chosen.points is None or seen.sole:
        said = say("{host} is our director") if seen.seeks_a_person else say("{host} is our host")
        return told(said, host=name)
    if chosen.leads and len(view.leaders) == 1 and (view.lead or 0) >= LEAST_SHOWN:
        return leads_by(name, view).heading
    if chosen.leads and len(view.leaders) > 1:
        return told(say("{host} is chosen among those who share the lead"), host=name)
    if chosen.leads:
        return told(say("{host} comes first"), host=name)
    return told(say("{host} is chosen, though not first in points"), host=name)


def _details(seen: Snapshot, chosen: CandidateRow | None) -> Sentence:
    if seen.hidden:
        return told(say("A round of scoring is open. Nothing of it is shown before it closes."))
    if "compare" in seen.broken:
        return told(say("The scores need mending first; the page Compare says what."))
    if seen.sole:
        return together([_fitness(seen), _why_alone(seen, most=WHY)])
    view = seen.compare
    if view is None and seen.result_alone:
        return told(say(_ASK_FOR_IT))
    if view is None:
        return words(in_words(NoScores(), NO_LABELS))
    if chosen is None:
        number = len(view.ranked)
        if not number:
            return told(say("No candidate can be ranked yet."))
        said = say_count(
            "{n} candidate has a rank; the choice is open.",
            "{n} candidates have a rank; the choice is open.",
            number,
        )
        return told(
            said,
            n=Figure(
                str(number),
                number,
                "candidates",
                told(say("Candidates with a rank")),
                of("ranked", "rank"),
            ),
        )
    evidence = seen.evidence()
    return together(
        [
            _strong(seen, view, chosen),
            how_often(seen, view, evidence) if evidence else NOTHING,
            _raters(seen, chosen),
        ]
    )


def _strong(seen: Snapshot, view: CompareView, chosen: CandidateRow) -> Sentence:
    rivals = [row for row in view.ranked if row.id != chosen.id]
    if not rivals:
        return NOTHING
    gains = {
        one: (chosen.products[one.id] or 0) - (rivals[0].products[one.id] or 0)
        for one in view.criteria
    }
    ahead = sorted((one for one in gains if gains[one] > 0), key=lambda one: -gains[one])[
        :STRENGTHS
    ]
    behind = sorted((one for one in gains if gains[one] < 0), key=lambda one: gains[one])[
        :STRENGTHS
    ]
    if not ahead or not behind:
        return NOTHING
    return told(
        say("Stronger than {rival} on {ahead}; weaker on {behind}."),
        rival=own(rivals[0].label, most=30),
        ahead=in_a_row([_short(seen, one) for one in ahead]),
        behind=in_a_row([_short(seen, one) for one in behind]),
    )


def _short(seen: Snapshot, criterion: CriterionColumn) -> Sentence:
    """A criterion by the catalog's short name, as long as it bears the catalog's label."""
    entry = next(
        (
            one
            for one in seen.catalog.criteria
            if one.id == criterion.id and criterion.label in (one.label, one.short)
        ),
        None,
    )
    return inside(known(entry.short)) if entry else own(criterion.label, most=30)


def _raters(seen: Snapshot, row: CandidateRow) -> Sentence:
    """How many scored it, and of how many; the committee is not told where others scored too."""
    raters = raters_of(row)
    members = seen.bundle.workshop.members
    if not {one.rater for one in seen.bundle.scores} <= {one.id for one in members}:
        said = say_count("{n} member scored it.", "{n} members scored it.", row.raters)
        return told(said, n=raters)
    committee = Figure(
        str(len(members)),
        len(members),
        "members",
        told(say("Members of the steering committee")),
        of("count", at("workshop.yaml", "members")),
    )
    return told(say("{n} of {all} members scored it."), n=raters, all=committee)


def _unit(seen: Snapshot, chosen: CandidateRow) -> Sentence:
    view = seen.compare
    rivals = [row for row in view.ranked if row.id != chosen.id] if view else []
    most = _most(seen)
    if (
        rivals
        and rivals[0].points is not None
        and chosen.points is not None
        and rivals[0].points > chosen.points
    ):
        return told(
            say("of {most} points; the first has {points}"), most=most, points=total(rivals[0])
        )
    if rivals and rivals[0].points is not None:
        return told(say("of {most} points; next {points}"), most=most, points=total(rivals[0]))
    return told(say("of {most} points"), most=most)


def _most(seen: Snapshot) -> Figure:
    value = seen.compare.most_points if seen.compare else 0
    return Figure(
        plain(rounded(value, "0.01")),
        value,
        "points",
        told(say("The most points there are")),
        of("weights", "rules.yaml"),
    )


def _fitness(seen: Snapshot) -> Sentence:
    """That one was asked or applied, and whether it passes its marks."""
    return together([_alone(seen), _passes(seen)])


def _alone(seen: Snapshot) -> Sentence:
    if seen.asked_alone:
        return told(say("Only one was asked."))
    return told(say("Only one organization applied."))


def _passes(seen: Snapshot) -> Sentence:
    rules = seen.bundle.rules
    if seen.compare is None and seen.result_alone:
        return told(say(_ASK_FOR_IT))
    if seen.compare is None:
        return told(say("Its fitness is not scored yet."))
    if rules is None or all(one.pass_mark is None for one in rules.criteria):
        return told(say("No pass mark is set that it could miss."))
    failed = _missed(seen)
    if not failed:
        return told(say("It passes every pass mark."))
    names = in_a_row([own(name, most=40) for name in failed])
    return told(say("It misses the pass mark on {criteria}."), criteria=names)


def _why_alone(seen: Snapshot, *, most: int = 0) -> Sentence:
    """Why only one was asked; nothing where others could have applied."""
    if not seen.asked_alone:
        return NOTHING
    reason = (
        own(seen.bundle.workshop.sole_source, most=most)
        if most
        else own(seen.bundle.workshop.sole_source)
    )
    return told(
        say("Why only one was asked: {reason}"),
        reason=reason or told(say("no reason is written yet.")),
    )


def _missed(seen: Snapshot) -> list[str]:
    """The criteria whose pass mark the only candidate does not reach, or on which nobody scored
    it.
    """
    rules, view = seen.bundle.rules, seen.compare
    row = _standing(seen) or (view.rows[0] if view and view.rows else None)
    if rules is None or row is None:
        return []
    return [
        rules.criterion(fit.criterion).name
        for fit in fitness(rules, row.cells)
        if fit.mark is not None and not fit.passed
    ]


def _section(seen: Snapshot) -> Section:
    held = seen.decided("compare")
    blocks: list[Block] = []
    if held and held.because:
        blocks.append(Paragraph(own(held.because)))
    if held and held.departs:
        blocks.append(
            Paragraph(told(say("Why not the first in points: {reason}"), reason=own(held.departs)))
        )
    if seen.sole:
        blocks.append(Paragraph(_fitness(seen)))
        blocks.append(Paragraph(_why_alone(seen)))
    blocks += [Paragraph(line) for line in disclosed(seen.bundle)]
    blocks += [Paragraph(line) for line in (*seal_lines(seen.bundle), *counting_lines(seen.bundle))]
    if seen.bundle.rules:
        blocks.append(weights_table(seen, seen.bundle.rules))
    if seen.compare is not None:
        blocks += [*points_by_criterion(seen, seen.compare), *evidence_blocks(seen, seen.compare)]
        blocks += heard_blocks(seen, seen.compare)
    else:
        blocks.append(Paragraph(_details(seen, None)))
    who = host_name(seen) or told(say("not decided yet (draft)"))
    heading = told(say("Director: {who}") if seen.seeks_a_person else say("Host: {who}"), who=who)
    return Section("compare", heading, tuple(blocks))
