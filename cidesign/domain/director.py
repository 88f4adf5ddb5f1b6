"""The director we look for: what she or he should be able to do, who hires, who evaluates; and a
workshop that chooses one.
"""

from typing import Literal

from pydantic import field_validator

from cidesign.domain.problem import Wrong
from cidesign.domain.value import Id, Model, Text, no_twice
from cidesign.text import say

MOST_CAPABILITIES = 5
"""How many may matter most: where all do, none does. An assumption of ours."""

DirectorQuestion = Literal["hires", "evaluates"]


class Search(Model):
    """``search`` in ``workshop.yaml``: this workshop chooses a director, not a host.

    ``of``: the name of the workshop it was begun from.
    """

    of: Text = ""


class DirectorProfile(Model):
    """``director`` in ``workshop.yaml``.

    Args:
        capabilities: ids of those that matter most, as the committee chose them.
        hires: who hires the director and lets her or him go.
        evaluates: who evaluates the director, and how often.
    """

    capabilities: tuple[Id, ...] = ()
    hires: Text = ""
    evaluates: Text = ""

    @field_validator("capabilities")
    @classmethod
    def _a_few_and_each_once(cls, value: tuple[Id, ...]) -> tuple[Id, ...]:
        no_twice(list(value), "capability")
        if len(value) > MOST_CAPABILITIES:
            raise Wrong(
                say("{n} capabilities are marked", n=len(value)),
                say("keep the {most} that matter most", most=MOST_CAPABILITIES),
            )
        return value
