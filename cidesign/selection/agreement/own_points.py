"""Each rater's own points of each candidate: what agreement, order and leniency are told of."""

from fractions import Fraction

from cidesign.domain.agreement import RaterSheets


def own_points(sheets: RaterSheets) -> dict[str, dict[str, Fraction]]:
    """By candidate and rater, in order of id; only of raters who scored the candidate on every
    rated criterion.
    """
    return {
        candidate: {
            rater: points
            for rater in sheets.raters
            if (points := sheets.points(rater, candidate)) is not None
        }
        for candidate in sheets.candidates
    }
