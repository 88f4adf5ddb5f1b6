"""Choosing a host: how much each criterion counts."""

from cidesign.selection.agreement import agreement
from cidesign.selection.by_seat import BySeat, SeatGroup, by_seat
from cidesign.selection.elicit import METHODS, BesideWeights, Consistency, Weights, beside, weights
from cidesign.selection.group_weights import GroupWeights, group_weights, whole_parts
from cidesign.selection.movement import Moved, Movement, Place, SpreadOfCell, movement
from cidesign.selection.robustness.card import exact_card
from cidesign.selection.robustness.left_out import left_out
from cidesign.selection.robustness.rises import rises
from cidesign.selection.robustness.sampling import weights_anything, weights_in_order, weights_within

__all__ = [
    "METHODS",
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
    "agreement",
    "beside",
    "by_seat",
    "exact_card",
    "group_weights",
    "left_out",
    "movement",
    "rises",
    "weights",
    "weights_anything",
    "weights_in_order",
    "weights_within",
    "whole_parts",
]
