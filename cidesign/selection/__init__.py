"""Choosing a host: how much each criterion counts, how far a panel agrees, and whether its order
would hold.
"""

from cidesign.selection.agreement import agreement
from cidesign.selection.by_seat import BySeat, SeatGroup, by_seat
from cidesign.selection.cross_checks import WAYS, cross_checks
from cidesign.selection.elicit import METHODS, BesideWeights, Consistency, Weights, beside, weights
from cidesign.selection.group_weights import GroupWeights, group_weights, whole_parts
from cidesign.selection.movement import Moved, Movement, Place, SpreadOfCell, movement
from cidesign.selection.robustness.acceptability import acceptability
from cidesign.selection.robustness.card import exact_card
from cidesign.selection.robustness.left_out import left_out
from cidesign.selection.robustness.rises import rises
from cidesign.selection.winning_rules import winning_rules

__all__ = [
    "METHODS",
    "WAYS",
    "BesideWeights",
    "BySeat",
    "Consistency",
    "GroupWeights",
    "Moved",
    "Movement",
    "Place",
    "SeatGroup",
    "SpreadOfCell",
    "Weights",
    "acceptability",
    "agreement",
    "beside",
    "by_seat",
    "cross_checks",
    "exact_card",
    "group_weights",
    "left_out",
    "movement",
    "rises",
    "weights",
    "whole_parts",
    "winning_rules",
]
