"""The years ahead: what happens if the team stays, and what promised money can carry.

What the contract leaves open is settled in ``docs/choices.md``.
"""

from cidesign.outlook.first_year import FirstYear, first_year
from cidesign.outlook.hiring import hiring_plan, search_hiring
from cidesign.outlook.need import phases_in_year, with_first_need
from cidesign.outlook.raising import Raising, raising
from cidesign.outlook.reserve import months_of_reserve
from cidesign.outlook.years import project

__all__ = [
    "FirstYear",
    "Raising",
    "first_year",
    "hiring_plan",
    "months_of_reserve",
    "phases_in_year",
    "project",
    "raising",
    "search_hiring",
    "with_first_need",
]
