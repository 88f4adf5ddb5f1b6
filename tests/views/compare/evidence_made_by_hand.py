"""A closed round made by hand for tests of words: three candidates, two criteria, and evidence in
round figures.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.agreement import AgendaCell, Agreement
from cidesign.domain.labels import Named
from cidesign.domain.robustness import Acceptability, DecisionMatrix, ExactCard, Flip
from cidesign.domain.rules import Scale
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CandidateRow, CompareView, CriterionColumn

FIVE = Scale(worst=Decimal(1), best=Decimal(5), step=Decimal(1))
PRICE = Scale(worst=Decimal(100), best=Decimal(0))
TRUST, REACH = (
    CriterionColumn("trust", "Trust", Decimal(60), False, FIVE),
    CriterionColumn("reach", "Reach", Decimal(40), False, PRICE),
)
NAMES = {"oak": "Oak House", "elm": "Elm Fund", "ash": "Ash Works"}


def row(id: str, rank: int | None, points: int) -> CandidateRow:
    return CandidateRow(
        id,
        NAMES[id],
        "",
        rank,
        Fraction(points),
        6,
        {},
        {},
        () if rank else ("not eligible",),
        rank == 1,
    )


def compared(*ranks: int | None) -> CompareView:
    """The comparison; ranks of Oak, Elm and Ash, whose points are 70, 60 and 50, those of equals
    alike.
    """
    shared = ranks.count(1) > 1
    rows = tuple(
        row(id, rank, 70 if shared and rank == 1 else points)
        for id, rank, points in zip(NAMES, ranks, (70, 60, 50))
    )
    return CompareView(
        criteria=(TRUST, REACH),
        rows=rows,
        most_points=Decimal(100),
        lead=Fraction(0 if shared else 10),
    )


def sampled(
    first: tuple[float, ...],
    within: str = "anything",
    samples: int = 100_000,
    varied: str = "weights",
) -> Acceptability:
    """Oak, Elm and Ash with these shares of first place; every one wins with other weights than the
    others.
    """
    ranks = tuple((share, 1 - share, 0.0) for share in first)
    central = tuple((0.2 + 0.1 * place, 0.8 - 0.1 * place) for place, _ in enumerate(first))
    ids = tuple(NAMES)[: len(first)]
    return Acceptability(ids, ("trust", "reach"), ranks, central, (), samples, varied, within)


FLIP = Flip("elm", 0.18, {"trust": 0.51, "reach": 0.49})
EXACT = ExactCard(
    "oak", {}, (FLIP, Flip("ash", 0.5, {"trust": 0.35, "reach": 0.65})), ("oak", "elm", "ash"), ()
)


def cell(candidate: str, criterion: str, spread: float, *scores: int) -> AgendaCell:
    return AgendaCell(candidate, criterion, spread, 0.5, tuple(map(Fraction, scores)))


def evidence(**changes) -> RobustnessView:
    """Oak leads: first in 93 of 100 within the members' ranges, 58 of 100 in any weights; Elm ties
    when 9% of the weight moves.
    """
    values = (
        (Fraction(3, 4), Fraction(5, 8)),
        (Fraction(1, 2), Fraction(3, 4)),
        (Fraction(1, 2), Fraction(1, 2)),
    )
    agenda = changes.pop(
        "agenda",
        (cell("oak", "trust", 0.5, 1, 1, 2, 5, 5, 5), cell("elm", "reach", 0.25, 20, 40, 60)),
    )
    made = RobustnessView(
        matrix=DecisionMatrix(
            tuple(NAMES), ("trust", "reach"), values, (Fraction(3, 5), Fraction(2, 5))
        ),
        names=Named(NAMES),
        agreement=Agreement(None, None, {}, {}, None, (), None, None, agenda),
        members=sampled((0.93, 0.05, 0.02), "members"),
        member_count=7,
        order=sampled((0.81, 0.15, 0.04), "order", 20_000),
        anything=sampled((0.58, 0.3, 0.12), "anything", 20_000),
        raters=sampled((0.71, 0.2, 0.09), "sheet", 20_000, "raters"),
        exact=EXACT,
        left_out=None,
        checks=(),
        rises=(),
    )
    return replace(made, **changes)
