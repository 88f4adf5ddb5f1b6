"""Reads a text of ours that stands in a file of its own: chapters, each a heading and its
points.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cidesign.home import choices_file

HEADING, POINT = "## ", "- "


@dataclass(frozen=True)
class Chapter:
    """A heading and the points under it, each on one line, in our own markdown."""

    heading: str
    points: tuple[str, ...]


def choices(path: Path | None = None) -> tuple[Chapter, ...]:
    """Where the rules leave a choice open, what we chose."""
    place = path or choices_file()
    return _read(place, place.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(place: Path, _: int) -> tuple[Chapter, ...]:
    chapters: list[tuple[str, list[str]]] = []
    for line in place.read_text(encoding="utf-8").splitlines():
        if line.startswith(HEADING):
            chapters.append((line.removeprefix(HEADING).strip(), []))
        elif chapters and line.startswith(POINT):
            chapters[-1][1].append(line.removeprefix(POINT).strip())
        elif chapters and line.startswith("  ") and chapters[-1][1]:
            chapters[-1][1][-1] += f" {line.strip()}"
    return tuple(Chapter(heading, tuple(points)) for heading, points in chapters)
