"""How far the weight of one criterion can move before somebody else leads."""

from fractions import Fraction

from cidesign.domain.robustness import DecisionMatrix

Range = tuple[Fraction, Fraction]


def stability(matrix: DecisionMatrix) -> dict[str, Range | None]:
    """By criterion, the closed range of its share in which the leader is first or tied, the other
    shares kept in proportion.

    Against one rival the leader's lead is a straight line in that share, so each rival cuts the
    range 0 to 1 at one point at most.

    Returns:
        Exact shares; None where the others' weights are all 0, where no share will do, and without
        candidates.

    Source: weight stability intervals, Mareschal 1988, EJOR 33:54-64; for the additive model a test
    of ratios.
    """
    return {criterion: _range(matrix, place) for place, criterion in enumerate(matrix.criteria)}


def _range(matrix: DecisionMatrix, place: int) -> Range | None:
    rest = sum(matrix.weights, Fraction(0)) - matrix.weights[place]
    if not rest or not matrix.candidates:
        return None
    low, high = Fraction(0), Fraction(1)
    leader, *rivals = matrix.values
    for rival in rivals:
        gaps = [ours - theirs for ours, theirs in zip(leader, rival)]
        at_all = gaps[place]
        at_none = (
            sum(
                (weight * gap for weight, gap in zip(matrix.weights, gaps)),
                -matrix.weights[place] * at_all,
            )
            / rest
        )
        if at_all < 0 and at_none < 0:
            return None
        if at_none < 0:
            low = max(low, -at_none / (at_all - at_none))
        if at_all < 0:
            high = min(high, at_none / (at_none - at_all))
    return (low, high) if low <= high else None
