"""What a locked scenario refuses."""

from cidesign.domain.problem import Problem
from cidesign.domain.scenario import Scenario
from cidesign.text import say


def locked(kept: Scenario) -> Problem:
    """That it cannot be changed or deleted while it is locked."""
    return Problem(kept.name, say("is locked"), say("unlock it first, or save a new one"))
