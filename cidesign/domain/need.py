"""What turns drivers into hours: hours per driver by function, and how much of each function a
phase asks for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.words import Function, Phase


@dataclass(frozen=True)
class NeedTable:
    """Need of a function (hours per month) = phase factor x sum over drivers of (how many x hours
    per driver).

    Args:
        hours_per_driver: by driver id and function, hours per month for one of them; a function
            left out needs none.
        phase_factor: by phase and function, 0 or more; a function left out counts 0.
    """

    hours_per_driver: Mapping[str, Mapping[Function, Decimal]]
    phase_factor: Mapping[Phase, Mapping[Function, Decimal]]
