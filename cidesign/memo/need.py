"""The memo on what the hours rest on: what makes work, how many hours each of it takes, and how
much the phase asks for.
"""

from decimal import Decimal

from cidesign.domain.value import plain
from cidesign.domain.words import FUNCTIONS
from cidesign.memo.blocks import Block, Paragraph, Section, Table
from cidesign.memo.figures import from_fact, on_record
from cidesign.memo.snapshot import Snapshot
from cidesign.outlook import phases_in_year
from cidesign.text import say
from cidesign.text.sentence import NOTHING, Figure, Sentence, at, of, sentence, told
from cidesign.views.team.usual import usual_driver

PLAN, DRIVERS, PHASES = "plan.yaml", "data/drivers.yaml", "data/phases.yaml"


def what_we_assume(seen: Snapshot) -> Section | None:
    """The table of drivers and hours; where the need is given, that it is our own; None without a
    plan.
    """
    plan = seen.bundle.plan
    if plan is None:
        return None
    heading = told(say("What the hours rest on"))
    if plan.need is not None or plan.drivers is None or plan.phase is None:
        ours = Paragraph(told(say("The hours needed are our own figures, written in the plan.")))
        return Section("need", heading, (ours, Paragraph(also_assumed(), note=True)), level=2)
    used = [entry for entry in seen.catalog.drivers if plan.drivers.get(entry.id)]
    rows = [
        (
            _name(seen, entry.id),
            *(_hours(seen, entry.id, function) for function in map(str, FUNCTIONS)),
        )
        for entry in used
    ]
    years = seen.bundle.outlook
    phases = [plan.phase] if years is None else list(phases_in_year(plan, years, 0))
    for phase in phases:
        levels = told(
            say("How much the phase asks for, of three: {phase}"), phase=seen.named("phases", phase)
        )
        rows.append((levels, *(_level(seen, phase, function) for function in map(str, FUNCTIONS))))
    head = (
        told(say("How many, and hours a month for one")),
        *(seen.function(function) for function in map(str, FUNCTIONS)),
    )
    why = say(
        "No published source splits the hours of a backbone over its six functions. These are "
        "assumptions; change them where you know."
    )
    blocks: tuple[Block, ...] = (
        Paragraph(told(why)),
        Table(head, tuple(rows), small=True),
        *(
            [Paragraph(told(say("The first year's hours are the mean of its twelve months.")))]
            if len(phases) > 1
            else []
        ),
        Paragraph(also_assumed(), note=True),
    )
    return Section("need", heading, blocks, level=2)


def also_assumed() -> Sentence:
    """What the shares covered rest on beside the need: many small figures."""
    return told(
        say(
            "Assumed as well, and too many to list here: what an hour of each post and a thousand "
            "dollars of each purchase do for a function, and what coverage is worth, by which the "
            "team was chosen."
        )
    )


def _name(seen: Snapshot, driver: str) -> Sentence:
    plan = seen.bundle.plan
    value = (plan.drivers or {}).get(driver, Decimal(0)) if plan else Decimal(0)
    what = told(say("How many: {driver}"), driver=seen.named("drivers", driver))
    if driver in seen.bundle.counts:
        figure = Figure(plain(value), value, "count", what, of("counted", driver))
    else:
        usual = usual_driver(seen.bundle, seen.catalog, driver, value)
        figure = on_record(plain(value), value, "count", what, at(PLAN, "drivers", driver), usual)
    return told(say("{driver}: {number}"), driver=seen.named("drivers", driver), number=figure)


def _hours(seen: Snapshot, driver: str, function: str) -> Sentence:
    entry = seen.catalog.entry("drivers", driver)
    fact = entry.hours.get(function)
    if fact is None:
        return NOTHING
    what = told(
        say("Hours a month for one: {driver}, {function}"),
        driver=seen.named("drivers", driver),
        function=seen.function(function),
    )
    return sentence(
        from_fact(plain(fact.value), fact, what, at(DRIVERS, driver, "hours", function))
    )


def _level(seen: Snapshot, phase: str, function: str) -> Sentence:
    fact = seen.catalog.entry("phases", phase).need_level[function]
    what = told(
        say("How much the phase asks for, of three: {phase}, {function}"),
        phase=seen.named("phases", phase),
        function=seen.function(function),
    )
    return sentence(
        from_fact(plain(fact.value), fact, what, at(PHASES, phase, "need_level", function))
    )
