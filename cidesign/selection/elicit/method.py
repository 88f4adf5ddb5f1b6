"""What a weighting method is, and what it gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Consistency:
    """How well the answers fit each other: 0 is a perfect fit; ``ok`` None where the method sets no
    limit.
    """

    measure: str
    value: Fraction | float
    ok: bool | None


@dataclass(frozen=True)
class Weights:
    """Shares that add to 1, by criterion id, in the order the ids were given."""

    weights: dict[str, Fraction] | dict[str, float]
    consistency: Consistency | None = None


@dataclass(frozen=True)
class Method:
    """A way to ask for weights.

    Args:
        name: the word in the file.
        label: what people read.
        keys: what the file holds beside ``method``.
        weights: from the file to weights; raises BadInput with all problems.
    """

    name: str
    label: str
    keys: tuple[str, ...]
    weights: Callable[[Mapping[str, Any]], Weights]
