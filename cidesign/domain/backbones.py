"""The backbones that are at work side by side: what each is for, and which of the six functions it
does.
"""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BeforeValidator

from cidesign.domain.listed import Entry, apart, ids_in
from cidesign.domain.nearest import instead
from cidesign.domain.problem import Wrong
from cidesign.domain.value import Text, shown
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say

BACKBONES = "backbones.csv"


def _functions(written: Any) -> Any:
    named = ids_in(written)
    known = [str(one) for one in FUNCTIONS]
    for id in named:
        if id not in known:
            raise Wrong(
                say("{word} is none of the six functions", word=shown(id)), instead(id, known)
            )
    return tuple(one for one in FUNCTIONS if one in named)


class Backbone(Entry):
    """One of several backbones.

    Args:
        goal: what it is for.
        functions: what it does of the six, in their order.
    """

    goal: Text = ""
    functions: Annotated[tuple[Function, ...], BeforeValidator(_functions)] = ()


def backbones_apart(listed: Sequence[Backbone]) -> tuple[Backbone, ...]:
    """The backbones of one list; two of one name are told apart by a number."""
    return apart(listed, ["" for _ in listed])


def doing(function: Function, backbones: Sequence[Backbone]) -> tuple[Backbone, ...]:
    """The backbones that do one of the six."""
    return tuple(one for one in backbones if function in one.functions)
