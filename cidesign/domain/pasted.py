"""A list somebody pastes, one line for each: a name, and what stands behind it."""

import csv
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from cidesign.domain.naming import tidy
from cidesign.domain.problem import Problem
from cidesign.domain.value import shown
from cidesign.text import say

A = TypeVar("A")
MOST_LINES = 500
_BULLET = re.compile(r"\A\s*(?:[-*•·–—]|\d{1,3}[.)])\s+")
_IN_BRACKETS = re.compile(r"(?P<first>.+?)\s*\((?P<second>[^()]*)\)")
_DASH = re.compile(r"\s+[-–—]\s+")
# What follows a comma and still belongs to the name.
PARTS_OF_NAMES = frozenset({"inc", "llc", "ltd", "co", "jr", "sr", "ii", "iii", "phd", "md"})


@dataclass(frozen=True)
class Line:
    """One line of the list.

    Args:
        number: which line of the paste it is, from 1; empty lines count and are left out.
        first: the name.
        second: what stands behind it; empty where nothing does.
        more: what stands behind that, which nobody asked for.
        cells: all of it in its places, blank ones too.
    """

    number: int
    first: str
    second: str = ""
    more: tuple[str, ...] = ()
    cells: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Listed:
    """A whole list.

    Args:
        lines: those that name something.
        told: what was left out, in sentences.
        problems: what keeps it from being used.
    """

    lines: tuple[Line, ...]
    told: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Read(Generic[A]):
    """What a list comes to.

    Args:
        act: does what it says.
        done: what is told once it is done.
        told: what was read in other words or left out.
        problems: what keeps it from being done, beside what the act finds.
    """

    act: A
    done: str
    told: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def listed(text: str, *, heads: Collection[str]) -> Listed:
    """Read a list; nothing is left out unsaid.

    Args:
        text: as it was pasted.
        heads: the words, in small letters, by which a first line is known as a heading.
    """
    lines = lines_of(text)
    if problems := too_many(lines):
        return Listed((), problems=problems)
    lines, told = without_heading(lines, heads)
    what, remedy = say("it has more than two parts"), say("leave two, and take the rest out")
    return Listed(
        lines,
        told,
        tuple(
            Problem(say("Line {line}", line=line.number), what, remedy)
            for line in lines
            if line.more
        ),
    )


def without_heading(
    lines: tuple[Line, ...], heads: Collection[str]
) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines below a heading, and what is to be told: that it was left out, and which names hold
    a comma. ``heads`` as in ``listed``.
    """
    told: tuple[str, ...] = ()
    if lines and lines[0].second and lines[0].first.casefold() in heads:
        told = (say("Line {line} is a heading and was left out.", line=lines[0].number),)
        lines = lines[1:]
    told += tuple(
        say("Line {line}: {name} is read as the name.", line=line.number, name=shown(line.first))
        for line in lines
        if "," in line.first
    )
    return lines, told


def too_many(lines: Sequence[Line]) -> tuple[Problem, ...]:
    """That a list has more lines than are read at once, where it has."""
    if len(lines) <= MOST_LINES:
        return ()
    what = say("it has {n} lines", n=len(lines))
    remedy = say("paste at most {most} at a time", most=MOST_LINES)
    return (Problem(say("The list"), what, remedy),)


def lines_of(text: str) -> tuple[Line, ...]:
    """Every line that says something, in order.

    The two parts are set apart by a tab, as a copied table has it, else by a semicolon, else by the
    last comma, else by brackets or a dash with spaces. Bullets and numbers in front are left out.
    """
    return tuple(
        _line(number, _BULLET.sub("", line, count=1))
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    )


def _line(number: int, line: str) -> Line:
    first, *rest = _parts(line)
    second, *more = rest or [""]
    more = [part for part in more if part]
    return Line(number, first, second, tuple(more), (first, *rest))


def _parts(line: str) -> list[str]:
    for mark in ("\t", ";"):
        if mark in line:
            return list(_cells(line, mark))
    if line.lstrip().startswith('"'):
        return list(_cells(line.lstrip(), ","))
    head, comma, tail = line.rpartition(",")
    if comma and tail.strip().rstrip(".").casefold() not in PARTS_OF_NAMES:
        return [tidy(head), tidy(tail)]
    if found := _IN_BRACKETS.fullmatch(line.strip()):
        return [tidy(found["first"]), tidy(found["second"])]
    return [tidy(part) for part in _DASH.split(line, maxsplit=1)]


def _cells(line: str, mark: str) -> Iterator[str]:
    yield from (tidy(cell) for cell in next(csv.reader([line], delimiter=mark)))
