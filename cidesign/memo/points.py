"""The points of a memo in tables and a picture: what each criterion counts, and what each candidate
earns on it.
"""

from dataclasses import replace
from decimal import Decimal

from cidesign.acts.rule_sheet import EVEN_WEIGHT
from cidesign.acts.seal import is_sealed
from cidesign.acts.step_aside import SET_ASIDE
from cidesign.domain.figures import points
from cidesign.domain.rules import Criterion, RuleSheet
from cidesign.domain.value import plain
from cidesign.memo.blocks import Bar, Block, Bullets, Paragraph, Picture, Table
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import Figure, Sentence, at, in_a_row, of, own, sentence, told
from cidesign.value import latest
from cidesign.views.compare.view import CandidateRow, CompareView
from cidesign.views.sources.view import OURSELVES
from cidesign.views.team.words import rounded_parts

DRAWN = 4


def weights_table(seen: Snapshot, rules: RuleSheet) -> Table:
    """What counts, how much, and what is good enough; until the rules are sealed, a usual weight is
    an assumption.
    """
    usual = {} if is_sealed(seen.bundle) else {one.id: one.weight for one in seen.catalog.criteria}
    even = EVEN_WEIGHT if seen.seeks_a_person and not is_sealed(seen.bundle) else None
    rows = []
    for place, one in enumerate(rules.criteria):
        passed: Sentence = told(say("none"))
        if one.pass_mark is not None:
            what = told(say("Pass mark of the criterion {name}"), name=own(one.name))
            address = at("rules.yaml", "criteria", place, "pass_mark")
            passed = sentence(Figure(plain(one.pass_mark), one.pass_mark, "score", what, address))
        weight, known = _weight(place, one), usual.get(one.id)
        if known is not None and known.value == one.weight:
            weight = replace(weight, source=known.source, assumed=known.assumed)
        elif even is not None and one.weight == even:
            weight = replace(weight, source=OURSELVES, assumed=True)
        rows.append((own(one.name), sentence(weight), passed))
    return Table(
        (told(say("Criterion")), told(say("Weight")), told(say("Pass mark"))),
        tuple(rows),
        small=True,
    )


def points_by_criterion(seen: Snapshot, view: CompareView) -> list[Block]:
    """Where the points come from: a picture of the first four, a table of all, and who has no
    rank.
    """
    rules = seen.bundle.rules
    if rules is None:
        return []
    shown = [row for row in view.rows if row.points is not None]
    place_of = {one.id: place for place, one in enumerate(rules.criteria)}
    lines = [
        (
            own(one.label),
            *(sentence(_product(row, one.id, one.label, place_of[one.id])) for row in shown),
        )
        for one in view.criteria
    ]
    lines.append((told(say("All")), *(sentence(total(row)) for row in shown)))
    head = (told(say("Points")), *(own(row.label, most=32) for row in shown))
    blocks: list[Block] = []
    if shown:
        blocks += [
            _picture(view, shown[:DRAWN], place_of),
            Table(head, tuple(lines), total=True, small=True),
        ]
    if any(_misses(row, view) for row in shown):
        blocks.append(Paragraph(told(rounded_parts()), note=True))
    left_out = [told(say("{name} has no rank."), name=own(row.label)) for row in view.unranked]
    if to_know := [*left_out, *_panels(seen, view)]:
        blocks.append(Bullets(tuple(to_know)))
    return blocks


def _misses(row: CandidateRow, view: CompareView) -> bool:
    """Whether the parts of a candidate's points, as they are shown, add to another total."""
    parts = [Decimal(points(row.products[one.id] or 0)) for one in view.criteria]
    return sum(parts) != Decimal(points(row.points or 0))


def _panels(seen: Snapshot, view: CompareView) -> list[Sentence]:
    """Whether all stand on the same members, whether somebody's scores were left out because she
    stepped aside, and whether unfinished sheets were set aside; never whose.
    """
    said = []
    ranked = [row for row in view.rows if row.points is not None]
    if len({row.raters for row in ranked}) > 1:
        by_candidate = in_a_row(
            [told(say("{name} {n}"), name=own(row.label), n=raters_of(row)) for row in ranked]
        )
        said.append(
            told(
                say("Not every member scored every candidate. Members whose scores count: {all}."),
                all=by_candidate,
            )
        )
    given = {
        (score.rater, score.candidate)
        for score in latest(iter(seen.bundle.scores)).values()
        if score.score is not None
    }
    if given & {(one.rater, one.candidate) for one in seen.bundle.recusals}:
        said.append(told(say("Scores of members who stepped aside are not counted.")))
    if any(one.kind == SET_ASIDE for one in seen.bundle.recusals):
        said.append(told(say("Unfinished sheets were set aside; what stood on them is withdrawn.")))
    return said


def raters_of(row: CandidateRow) -> Figure:
    """How many members' scores of a candidate count."""
    what = told(say("Members whose scores of {name} count"), name=own(row.label))
    return Figure(str(row.raters), row.raters, "members", what, at("rank", row.id, "raters"))


def total(row: CandidateRow) -> Figure:
    """A candidate's points."""
    value = row.points or 0
    return Figure(
        points(value),
        value,
        "points",
        told(say("Points of {name}"), name=own(row.label)),
        at("rank", row.id, "points"),
    )


def _weight(place: int, criterion: Criterion) -> Figure:
    what = told(say("Weight of the criterion {name}"), name=own(criterion.name))
    return Figure(
        plain(criterion.weight),
        criterion.weight,
        "points",
        what,
        at("rules.yaml", "criteria", place, "weight"),
    )


def _product(row: CandidateRow, criterion: str, label: str, place: int) -> Figure | Sentence:
    value = row.products[criterion]
    if value is None:
        return told(say("none"))
    what = told(say("Points of {name} on {criterion}"), name=own(row.label), criterion=own(label))
    address = of(
        "points", at("rank", row.id, "cells", criterion), at("rules.yaml", "criteria", place)
    )
    return Figure(points(value), value, "points", what, address)


def _picture(view: CompareView, shown: list[CandidateRow], place_of: dict[str, int]) -> Picture:
    counting = sorted((one for one in view.criteria if one.weight), key=lambda one: -one.weight)
    heaviest = float(counting[0].weight)
    bars = tuple(
        Bar(
            own(one.label),
            track=float(one.weight) / heaviest,
            parts=tuple(float(row.products[one.id] or 0) / heaviest for row in shown),
            figures=tuple(
                sentence(_product(row, one.id, one.label, place_of[one.id])) for row in shown
            ),
        )
        for one in counting
    )
    totals = [told(say("{name} {points}"), name=own(row.label), points=total(row)) for row in shown]
    said = told(say("Points by criterion. In all: {totals}."), totals=in_a_row(totals))
    columns = tuple(
        told(say("{name}\n{points}"), name=own(row.label, most=26), points=total(row))
        for row in shown
    )
    return Picture("points", bars, said.plain, columns)
