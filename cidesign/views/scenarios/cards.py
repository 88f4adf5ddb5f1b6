"""One card for each plan that stands side by side: its figures, by how much each differs from our
plan, and what a locked one keeps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cidesign.domain.dates import day
from cidesign.domain.figures import listed, money_short
from cidesign.domain.scenario import Figures, Lock
from cidesign.text import mark, say
from cidesign.views.scenarios.side_by_side import Row, rows_between
from cidesign.views.scenarios.view import Side

FILES = {
    "plan.yaml": mark("our plan"),
    "funding.yaml": mark("who pays"),
    "outlook.yaml": mark("the years"),
    "candidates.csv": mark("the candidates"),
}
"""What people read for each file a scenario rests on."""


@dataclass(frozen=True)
class Line:
    """One figure of a card.

    Args:
        value: with by how much it differs from ours, or what ours is.
        differs: whether it does.
    """

    figure: str
    value: str
    differs: bool = False


@dataclass(frozen=True)
class Card:
    """One plan.

    Args:
        lines: empty where there is no plan; ``without`` then says so.
        lock: under which record it was computed and what changed since; empty where it is not
            locked.
    """

    title: str
    lines: tuple[Line, ...]
    without: str = ""
    lock: tuple[str, ...] = ()


def cards(
    sides: Sequence[Side], functions: Mapping[str, str], files: Mapping[str, Mapping[str, str]]
) -> tuple[Card, ...]:
    """A card for each, ours first.

    Args:
        functions: what people read for one.
        files: by the id of a locked scenario, the fingerprint of each file it rests on today.
    """
    ours = sides[0].figures
    return tuple(
        _card(side, ours, functions, files, own=not place) for place, side in enumerate(sides)
    )


def _card(
    side: Side,
    ours: Figures,
    functions: Mapping[str, str],
    files: Mapping[str, Mapping[str, str]],
    *,
    own: bool,
) -> Card:
    figures, kept = side.figures, side.option.saved
    lines = tuple(
        Line(row.figure, row.then, False) if own else _line(row)
        for row in rows_between(figures if own else ours, figures, functions)
        if row.figure != say("Hours covered")
    )
    without = (
        ""
        if lines
        else say(
            "At {budget} no team and no purchases keep every rule. Set this budget on Team and "
            "budget, and it tells what would do.",
            budget=money_short(figures.budget_usd),
        )
    )
    lock = (
        tuple(lock_told(side.lock, side.today, files.get(kept.id, {}), functions))
        if side.lock and kept
        else ()
    )
    return Card(side.option.label, lines, without, lock)


def _line(row: Row) -> Line:
    if not row.differs:
        return Line(row.figure, row.then)
    if row.change:
        return Line(row.figure, f"{row.then}, {row.change}", True)
    return Line(row.figure, say("{then} (new)", then=row.then), True)


def lock_told(
    lock: Lock, today: Figures, files: Mapping[str, str], functions: Mapping[str, str]
) -> list[str]:
    """Since when it is locked and under which record, what changed since, and what it would be
    today where that differs.
    """
    said = [
        say("Locked on {day}, record {record}.", day=day(lock.at), record=lock.record)
        if lock.at
        else say("Locked, record {record}.", record=lock.record)
    ]
    moved = [
        say(FILES[path]) if path in FILES else say("its own changes")
        for path in dict.fromkeys([*files, *lock.of])
        if files.get(path) != lock.of.get(path)
    ]
    if not moved:
        return [*said, say("Nothing it rests on has changed since.")]
    said.append(say("Changed since: {files}.", files=listed(moved)))
    if not today.found:
        return [*said, say("Today no team and no purchases would keep every rule.")]
    other = [
        say("{figure} {value}", figure=row.figure, value=row.then)
        for row in rows_between(lock.figures, today, functions)
        if row.differs
    ]
    if not other:
        return [*said, say("Its figures would be the same today.")]
    return [*said, say("Today: {figures}.", figures="; ".join(other))]
