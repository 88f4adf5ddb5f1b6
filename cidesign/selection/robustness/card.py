"""The exact part of "would it hold": ranges of weights, what would change the order, who could win,
who is beaten everywhere.
"""

from cidesign.domain.robustness import DecisionMatrix, ExactCard
from cidesign.selection.robustness.dominance import dominated
from cidesign.selection.robustness.flip import flips, nearest_weights
from cidesign.selection.robustness.potential import potentially_optimal
from cidesign.selection.robustness.stability import stability


def exact_card(matrix: DecisionMatrix) -> ExactCard:
    """All that linear programs and exact sums say of a ranking; no sampling, no tolerance.

    Returns:
        With one candidate: it leads at every share, nobody can change that, and it is potentially
        optimal. Without candidates: the leader is "", every range None, everything else empty. With
        one criterion: no range, and only equals of the leader have a flip.
    """
    nearest = nearest_weights(matrix)
    return ExactCard(
        leader=matrix.candidates[0] if matrix.candidates else "",
        stability=stability(matrix),
        flips=flips(matrix, nearest),
        potentially_optimal=potentially_optimal(matrix, nearest),
        dominated=dominated(matrix),
    )
