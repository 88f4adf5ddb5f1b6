"""From what people say about criteria to weights that add to 1; one method per file, in the order
people see them.
"""

from collections.abc import Mapping
from typing import Any

from cidesign.domain.nearest import instead
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.selection.elicit.ahp import AHP
from cidesign.selection.elicit.answers import FILE, problems_of_keys
from cidesign.selection.elicit.beside import BesideWeights, beside
from cidesign.selection.elicit.bwm import BWM
from cidesign.selection.elicit.method import Consistency, Method, Weights
from cidesign.selection.elicit.proportions import DIRECT, SWING
from cidesign.selection.elicit.rank_order import RANK
from cidesign.text import say

METHODS: tuple[Method, ...] = (DIRECT, SWING, RANK, AHP, BWM)

__all__ = ["METHODS", "BesideWeights", "Consistency", "Method", "Weights", "beside", "weights"]


def weights(file: Mapping[str, Any]) -> Weights:
    """Shares that add to 1, by criterion id, in the order of the file.

    Args:
        file: a weights file as read, such as ``{"method": "swing", "swing": {"a": 100, "b": 60}}``.

    Raises:
        BadInput: every problem of the file; places begin with ``weights.yaml``.
    """
    known = {method.name: method for method in METHODS}
    name = file.get("method")
    if name is None:
        raise BadInput(
            [
                Problem(
                    f"{FILE}: method",
                    say("is missing"),
                    say("write method: and one of {words}", words=", ".join(known)),
                )
            ]
        )
    method = known.get(name) if isinstance(name, str) else None
    if method is None:
        raise BadInput(
            [
                Problem(
                    f"{FILE}: method",
                    say("{name} is no method we know", name=shown(name)),
                    instead(str(name), known),
                )
            ]
        )
    problems = problems_of_keys(file, method.keys)
    if problems:
        raise BadInput(problems)
    return method.weights(file)
