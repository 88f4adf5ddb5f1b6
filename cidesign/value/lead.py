"""How far the first is ahead of the next."""

from fractions import Fraction

from cidesign.domain.panel import Ranking


def lead(ranking: Ranking) -> Fraction | None:
    """Points between the first and the best of the others, 0 where they tie; None with fewer than
    two ranked.
    """
    points = sorted(
        (
            standing.points
            for standing in ranking.standings
            if standing.rank is not None and standing.points is not None
        ),
        reverse=True,
    )
    return points[0] - points[1] if len(points) > 1 else None
