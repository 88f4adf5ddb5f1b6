"""A fact in words: what it is, its value with its unit, its range, when it was true, what it rests
on.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day
from cidesign.domain.fact import Fact
from cidesign.domain.figures import inside, rate
from cidesign.domain.value import plain
from cidesign.text import mark, say

Block = tuple[str, str, tuple[str, ...]]
"""A piece of reading: its name, a note, and sentences; any of them may be empty."""

DOLLARS, SHARE = "USD", "share"
SCALES = ("level", "answer", "proportion", "US =")
"""Units that name a scale stand after the figure, behind a comma."""
MANY = ("weeks", "months", "years", "days", "hours", "dollars")
"""Words that lose their last letter after a 1."""

KINDS: Mapping[str, str] = {
    "functions": mark("Functions"),
    "phases": mark("Phases"),
    "drivers": mark("What makes work"),
    "roles": mark("Posts"),
    "lines": mark("Purchases"),
    "prices": mark("Prices and shares"),
    "structures": mark("Structures"),
    "structure_drivers": mark("Questions about structure"),
    "modes": mark("Ways to choose a host"),
    "criteria": mark("Criteria"),
    "cases": mark("Real initiatives"),
    "checks": mark("Checks"),
    "forms": mark("Forms of collaboration"),
    "variants": mark("Variants of a structure"),
    "timelines": mark("Real selections"),
    "guidance": mark("Worth knowing"),
    "funder_roles": mark("What funders do"),
    "prompts": mark("To talk about"),
    "agenda": mark("Agenda of a meeting"),
    "regions": mark("Price levels of states"),
}
"""Each file of facts, in the order of the data."""

KEYS: Mapping[str, str] = {
    "salary": mark("salary"),
    "fte": mark("usual size"),
    "start_month": mark("first month at work"),
    "does": mark("effective hours"),
    "hours": mark("hours"),
    "usual": mark("usual number"),
    "need_level": mark("how much is needed"),
    "usual_usd": mark("a usual year"),
    "fixed_usd": mark("to begin with"),
    "fixed_hours_per_month": mark("hours that brings"),
    "usd": mark("dollars"),
    "hours_per_month_per_1000_usd": mark("hours per thousand dollars"),
    "levels": mark("level"),
    "default": mark("where an answer may start"),
    "weeks": mark("weeks"),
    "minutes": mark("minutes"),
    "adds": mark("points for or against"),
    "weight": mark("usual weight"),
    "features": mark("how much it mattered"),
    "index": mark("price level"),
}
"""What people read for a key. A key that only leads on (such as ``fact``) is not read out, and has
no line.
"""

NAMES = ("label", "kind", "occupation", "says")
"""What names an entry of a list, the best first."""


def value_words(fact: Fact) -> str:
    """The figure with its unit: $95,000 a full-time year, 15% of revenue, 2 weeks."""
    return _with_unit(fact.value, fact.unit)


def range_words(fact: Fact) -> str:
    """The bounds: $78,240 to $105,350; empty where they are the value itself."""
    low, high = fact.range
    return (
        ""
        if low == high
        else say("{low} to {high}", low=_figure(low, fact.unit), high=_figure(high, fact.unit))
    )


def as_of_words(fact: Fact) -> str:
    """When it was true."""
    return day(fact.as_of.isoformat())


def source_words(id: str, catalog: Catalog) -> str:
    """A source in short: who published it and when."""
    return catalog.source(id).in_short


def figure_name(key: str) -> str:
    """A key that names a figure, as words: ``fee_rate`` is Fee rate."""
    return key.replace("_", " ").capitalize()


def place_words(place: str, catalog: Catalog) -> str:
    """What a fact is about, from its place in the data: ``roles.director.salary`` is Director:
    salary.
    """
    kind, id, *rest = place.split(".")
    value = catalog.entry(kind, id)
    said = [str(getattr(value, "label", id))]
    for step in rest:
        value = _inside(value, step)
        if words := _step_words(step, value, catalog):
            said.append(words)
    return (
        say("{entry}: {details}", entry=said[0], details=", ".join(said[1:]))
        if said[1:]
        else said[0]
    )


def _inside(value: Any, step: str) -> Any:
    if isinstance(value, Mapping):
        return value[step]
    if isinstance(value, tuple):
        return (
            next((one for one in value if getattr(one, "id", None) == step), None)
            or value[int(step)]
        )
    return getattr(value, step)


def _step_words(step: str, value: Any, catalog: Catalog) -> str:
    if step in KEYS:
        return say(KEYS[step])
    if step.isdigit():
        return next(
            (str(name).rstrip(".") for key in NAMES if (name := getattr(value, key, ""))),
            _number(step),
        )
    known = (
        catalog.labels.functions[step],
        catalog.labels.structure_drivers[step],
        str(getattr(value, "label", step)),
    )
    if named := next((name for name in known if name != step), ""):
        return inside(named)
    return figure_name(step).lower() if isinstance(value, Fact) and step != "fact" else ""


def _number(step: str) -> str:
    return say("part {number}", number=int(step) + 1)


def _with_unit(value: Decimal, unit: str) -> str:
    figure = _figure(value, unit)
    if unit.startswith(SCALES):
        return say("{figure}, {scale}", figure=figure, scale=say(unit))
    one, many = unit_in_words(unit)
    counted = one if value == 1 else many
    return say("{figure} {unit}", figure=figure, unit=say(counted)) if counted else figure


def unit_in_words(unit: str) -> tuple[str, str]:
    """What people read after a figure of one, and after any other: said when shown, and listed for
    translators.
    """
    if unit.startswith(SCALES):
        return unit, unit
    rest = unit
    for prefix in (DOLLARS, SHARE):
        rest = rest.removeprefix(prefix)
    rest = (
        rest.replace("/FTE-year", " a full-time year")
        .replace("/year", " a year")
        .replace("/", " per ")
        .strip()
    )
    first, _, others = rest.partition(" ")
    one = first.removesuffix("s") if first in MANY else first
    return tuple(" ".join(part for part in (word, others) if part) for word in (one, first))  # type: ignore[return-value]


def _figure(value: Decimal, unit: str) -> str:
    if unit.startswith(SHARE):
        return rate(value)
    written = _grouped(value)
    return f"${written}" if unit.startswith(DOLLARS) else written


def _grouped(value: Decimal) -> str:
    whole, _, part = plain(value).partition(".")
    sign, digits = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(digits):,}{'.' + part if part else ''}"
