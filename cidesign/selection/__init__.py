"""Choosing a host: how much each criterion counts."""

from cidesign.selection.elicit import METHODS, Consistency, Weights, weights
from cidesign.selection.group_weights import GroupWeights, group_weights, whole_parts

__all__ = ["METHODS", "Consistency", "GroupWeights", "Weights", "group_weights", "weights", "whole_parts"]
