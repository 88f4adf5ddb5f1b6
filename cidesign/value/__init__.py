"""The additive value model in exact arithmetic: what scores count, what they add up to, and who
stands where.
"""

from cidesign.value.aggregate import CONSENSUS_RATER, panel_value
from cidesign.value.check import problems_of
from cidesign.value.counted import latest
from cidesign.value.fitness import fitness
from cidesign.value.lead import lead
from cidesign.value.points import half_up, product, scale_share, told
from cidesign.value.rank import rank
from cidesign.value.sheets import decision_matrix, rater_sheets
from cidesign.value.ties import first_placed

__all__ = [
    "CONSENSUS_RATER",
    "decision_matrix",
    "first_placed",
    "fitness",
    "half_up",
    "latest",
    "lead",
    "panel_value",
    "problems_of",
    "product",
    "rank",
    "rater_sheets",
    "scale_share",
    "told",
]
