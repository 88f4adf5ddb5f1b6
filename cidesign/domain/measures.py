"""How we will see what changes: the measures, whose they are, and who holds their data."""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator

from cidesign.domain.apart import as_seen
from cidesign.domain.listed import Entry, Ids, Yes
from cidesign.domain.problem import Wrong
from cidesign.domain.value import Text, plain, shown
from cidesign.domain.worded import Worded, word_of
from cidesign.text import mark, say

MEASURES = "measures.csv"
FIRST_YEAR, LAST_YEAR = 1990, 2100
TOGETHER = 2
"""Partners at least, for a measure of working together."""
_PARTED = re.compile(r";|,(?=\s*\d{4}\s*[=:])")
_NUMBER = r"(-?\d[\d,]{0,14}(?:\.\d{1,9})?)\s*%?"
_OF_YEAR = re.compile(rf"(\d{{4}})\s*[=:]\s*{_NUMBER}", re.ASCII)
_OF_GROUP = re.compile(rf"([^=:;]{{1,60}}?)\s*[=:]\s*{_NUMBER}", re.ASCII)


class Whose(Worded):
    """Whose measure it is."""

    SHARED = "shared", mark("Shared by all")
    OWN = "own", mark("One partner's own")
    TOGETHER = "together", mark("Working together")


class About(Worded):
    """What it measures."""

    RESULT = "result", mark("A result for people")
    PRACTICE = "practice", mark("How organizations work")
    POLICY = "policy", mark("A rule or policy")


class Often(Worded):
    """How often it is looked at."""

    MONTHLY = "monthly", mark("Every month")
    QUARTERLY = "quarterly", mark("Every quarter")
    TWICE_A_YEAR = "twice_a_year", mark("Twice a year")
    YEARLY = "yearly", mark("Once a year")
    LESS_OFTEN = "less_often", mark("Less often")
    NOT_SAID = "", mark("Not said yet")


def _year(written: Any) -> Any:
    text = str(written).strip()
    if text and not (
        len(text) == len(str(LAST_YEAR))
        and text.isascii()
        and text.isdigit()
        and FIRST_YEAR <= int(text) <= LAST_YEAR
    ):
        raise Wrong(say("{word} is not a year", word=shown(text)), say("write a year such as 2030"))
    return text


Year = tuple[int, Fraction]
"""A year, and what a measure was in it."""


def _by_year(written: Any) -> Any:
    return by_year_in(written) if isinstance(written, str) else written


def by_year_in(written: str) -> tuple[Year, ...]:
    """What was written, such as ``2025=61; 2026=63``, in the order of the years.

    Raises:
        Wrong: a part is no year with a number, or a year stands there twice.
    """
    told: dict[int, Fraction] = {}
    for part in _PARTED.split(written):
        if not part.strip():
            continue
        found = _OF_YEAR.fullmatch(part.strip())
        if not found:
            remedy = say("write each year with its number, such as 2025=61; 2026=63.5")
            raise Wrong(say("{word} is no year with a number", word=shown(part.strip())), remedy)
        year = int(_year(found[1]))
        if year in told:
            what = say("the year {year} stands there twice", year=year)
            raise Wrong(what, say("leave one of the two"))
        told[year] = Fraction(found[2].replace(",", ""))
    return tuple(sorted(told.items()))


OfGroup = tuple[str, Fraction]
"""A group, and what a measure was of it."""


def _by_group(written: Any) -> Any:
    return by_group_in(written) if isinstance(written, str) else written


def by_group_in(written: str) -> tuple[OfGroup, ...]:
    """What was written, such as ``girls=36; boys=47``, in that order.

    Raises:
        Wrong: a part is no group with a number, or a group stands there twice.
    """
    told: dict[str, OfGroup] = {}
    for part in written.split(";"):
        if not part.strip():
            continue
        found = _OF_GROUP.fullmatch(part.strip())
        if not found:
            remedy = say("write each group with its number, such as girls=36; boys=47.5")
            raise Wrong(say("{word} is no group with a number", word=shown(part.strip())), remedy)
        name = " ".join(found[1].split())
        if as_seen(name) in told:
            what = say("the group {name} stands there twice", name=name)
            raise Wrong(what, say("leave one of the two"))
        told[as_seen(name)] = name, Fraction(found[2].replace(",", ""))
    return tuple(told.values())


def by_group_cell(groups: Iterable[OfGroup]) -> str:
    """The same as a table has it."""
    return "; ".join(f"{name}={_exact(value)}" for name, value in groups)


def by_year_cell(years: Iterable[Year]) -> str:
    """The same as a table has it."""
    return "; ".join(f"{year}={_exact(value)}" for year, value in years)


def _exact(value: Fraction) -> str:
    return plain(Decimal(value.numerator) / Decimal(value.denominator))


class Measure(Entry):
    """One measure.

    Args:
        definition: what is counted, of whom.
        baseline: where we stand, in people's words.
        target: where we want to be; ``target_year``: by when.
        split_by: by which groups it is told, so that a gap can be seen; empty where it is not.
        holder: who holds the data.
        owners: ids of the partners that answer for it.
        counts_people: whether it only counts people who were reached.
        by_year: what it was, year by year.
        by_group: what it was last, group by group.
    """

    definition: Text = ""
    baseline: Text = ""
    target: Text = ""
    target_year: Annotated[Text, BeforeValidator(_year)] = ""
    split_by: Text = ""
    holder: Text = ""
    how_often: Annotated[Often, word_of(Often, Often.NOT_SAID)] = Often.NOT_SAID
    whose: Annotated[Whose, word_of(Whose, Whose.SHARED)] = Whose.SHARED
    owners: Ids = ()
    about: Annotated[About, word_of(About, About.RESULT)] = About.RESULT
    counts_people: Yes = False
    by_year: Annotated[tuple[Year, ...], BeforeValidator(_by_year)] = ()
    by_group: Annotated[tuple[OfGroup, ...], BeforeValidator(_by_group)] = ()

    @property
    def followed_together(self) -> bool:
        """Whether following it is work for the backbone; a partner's own measure is not."""
        return self.whose is not Whose.OWN
