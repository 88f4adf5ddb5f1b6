"""Choosing a host: how much each criterion counts."""

from cidesign.selection.elicit import METHODS, Consistency, Weights, weights

__all__ = ["METHODS", "Consistency", "Weights", "weights"]
