"""Whether the order of the candidates would hold: everything the page Compare shows beside the points, from one closed round."""

from collections.abc import Mapping
from dataclasses import dataclass

from cidesign.domain.agreement import Agreement
from cidesign.domain.robustness import Acceptability, CrossCheck, DecisionMatrix, ExactCard, LeftOut, Rise


@dataclass(frozen=True)
class RobustnessView:
    """The evidence of one closed round, computed once for a state of the workshop.

    Args:
        matrix: the candidates with a rank; names and criteria: labels by id, of all candidates and criteria.
        agreement: of the panel.
        members: weights within the members' own ranges; None where fewer than four members have weighed every criterion.
        member_count: how many of them have.
        order: any weights that keep the rule sheet's order of criteria; anything: any weights at all.
        raters: the sheet's weights, raters drawn anew; None where there are fewer than two raters.
        exact: stability, smallest changes, potential optimality, dominance.
        left_out: who is first without one rater, criterion or candidate.
        checks: other ways to add up.
        rises: what a rival would have to score, smallest rise first.
        Of these, all but ``agreement`` and ``checks`` need at least two ranked candidates: members, order, anything, raters, exact and
        left_out are None, rises empty, with fewer.
    """

    matrix: DecisionMatrix
    names: Mapping[str, str]
    criteria: Mapping[str, str]
    agreement: Agreement
    members: Acceptability | None
    member_count: int
    order: Acceptability | None
    anything: Acceptability | None
    raters: Acceptability | None
    exact: ExactCard | None
    left_out: LeftOut | None
    checks: tuple[CrossCheck, ...]
    rises: tuple[Rise, ...]
