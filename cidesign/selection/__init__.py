"""Choosing a host: how much each criterion counts."""

from cidesign.selection.agreement import agreement
from cidesign.selection.elicit import METHODS, Consistency, Weights, weights
from cidesign.selection.group_weights import GroupWeights, group_weights, whole_parts
from cidesign.selection.robustness.card import exact_card
from cidesign.selection.robustness.left_out import left_out
from cidesign.selection.robustness.rises import rises

__all__ = [
    "METHODS",
    "Consistency",
    "GroupWeights",
    "Weights",
    "agreement",
    "exact_card",
    "group_weights",
    "left_out",
    "rises",
    "weights",
    "whole_parts",
]
