"""Two structures and two drivers, small enough to sum by hand."""

from datetime import date

from cidesign.domain.choices import (
    Caution,
    Condition,
    Level,
    ModeEntry,
    ModeRule,
    Said,
    StructureDriver,
    StructureEntry,
)
from cidesign.domain.fact import Fact
from cidesign.domain.structure import StructureProfile


def fact(value, *, low=None, high=None):
    bounds = (value if low is None else low, value if high is None else high)
    return Fact(
        value=value,
        range=bounds,
        unit="level",
        as_of=date(2026, 11, 1),
        basis="assumed",
        source="own",
    )


def driver(id, about="structure"):
    return StructureDriver(
        id=id,
        label=id.title(),
        question=f"Does {id} matter?",
        about=about,
        means_0="Not at all.",
        means_4="It decides.",
        default=fact(2),
        source="own",
    )


def structure(id, levels, watch=(), cons=()):
    return StructureEntry(
        id=id,
        label=id.title(),
        what=f"A {id}.",
        pros=(),
        cons=tuple(Said(says=con, source="own") for con in cons),
        levels={
            name: Level(fact=fact(level), because=f"{id} is {level} on {name}.")
            for name, level in levels.items()
        },
        watch=tuple(watch),
    )


def caution(says, **at_least):
    when = tuple(Condition(answer=id, at_least=low) for id, low in at_least.items())
    return Caution(says=says, source="own", when=when)


def mode(id, *rules):
    return ModeEntry(
        id=id,
        label=id,
        what=id,
        what_of_a_person="x",
        pros=(),
        cons=(),
        weeks=fact(5),
        rules=tuple(
            ModeRule(
                says=says,
                source="own",
                adds=fact(adds),
                when=tuple(Condition(answer=q, at_least=low) for q, low in when.items()),
            )
            for says, adds, when in rules
        ),
    )


def answering(**answers):
    return StructureProfile(answers=answers)


DRIVERS = (driver("trust"), driver("speed"), driver("doors", about="mode"))
HALL = structure(
    "hall",
    {"trust": 5, "speed": 2},
    watch=[caution("Mind the clock.", speed=3)],
    cons=["It is far away."],
)
DESK = structure("desk", {"trust": 2, "speed": 4})
