"""The rooms of the house and what each may touch, as data, and the short walk that reads who
imports what.

The table is that of the README's map. To give a room a new guest, add the name here and its reason
in pyproject.toml.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.parsed import nodes_of

EVERY_ROOM_MAY = frozenset({"pandas", "numpy", "pydantic"})


@dataclass(frozen=True)
class Room:
    """What a room may import: rooms of ours, and guests (packages) beside those every room may
    use.
    """

    rooms: frozenset[str]
    guests: frozenset[str] = frozenset()
    base: frozenset[str] = EVERY_ROOM_MAY


def room(rooms: str = "", guests: str = "", base: frozenset[str] = EVERY_ROOM_MAY) -> Room:
    return Room(frozenset(rooms.split()), frozenset(guests.split()), base)


ROOMS = {
    "domain": room(),
    "catalog": room("domain", "yaml"),
    "record": room("domain", "yaml zipfile openpyxl"),
    "value": room("domain"),
    "structure": room("domain value", "sklearn"),
    "solver": room("", "pulp highspy"),
    "selection": room("domain value solver", "sklearn"),
    "budget": room("domain solver"),
    "outlook": room("domain budget solver"),
    "acts": room("domain value record"),
    "workshop": room("domain acts record", "sqlalchemy alembic"),
    "views": room("domain record value structure selection budget outlook solver acts"),
    "memo": room("domain record value structure selection budget outlook solver acts views"),
    "charts": room("domain", "plotly segno"),
    "report": room("domain views memo charts", "docx openpyxl matplotlib zipfile"),
    "ui": room("domain catalog record acts views memo charts workshop", "streamlit"),
    "pages": room("domain acts views memo charts report ui", "streamlit", frozenset()),
    "serve": room("domain acts ui workshop views", "starlette uvicorn segno streamlit"),
    "cli": room("domain views memo report catalog record acts workshop serve", "click"),
    "verify": room("", "yaml zipfile", frozenset()),
    "home": room("", "", frozenset()),
    "text": room("domain", "babel", frozenset()),
}

# Any room may ask where the app's files lie (home), say a sentence (text), and which version this
# is (the package itself).
OPEN_DOORS = frozenset({"home", "text", "__version__", ""})
ALONE = {
    guest: frozenset(name for name, one in ROOMS.items() if guest in one.guests)
    for one in ROOMS.values()
    for guest in one.guests
}
# These rooms compute, change what they are given, and draw; what reads or writes lies outside them.
PURE = frozenset(
    {
        *("domain", "value", "structure", "selection", "budget", "outlook"),
        *("acts", "views", "memo", "charts"),
    }
)
# What the record reads from a disk or writes there; the rest of it turns bytes into values and back.
ON_THE_DISK = frozenset(
    {
        *("read_bundle", "read_candidates", "read_mapping", "read_member_weights", "read_outlook"),
        *("read_plan", "read_recusals", "read_rules", "read_scores", "read_structure"),
        *("example_bundle", "examples", "write_bundle", "write_whole"),
    }
)
# What must touch the machine although its room computes: module and reason.
NOT_PURE = {
    "cidesign/budget/clock.py": "a hard clock around a search is a process that can be ended",
    "cidesign/views/candidates/applications.py": "a path inside a bundle, of which nothing is read",
}
INPUT_AND_OUTPUT = frozenset(
    {
        "io",
        "os",
        "pathlib",
        "shutil",
        "socket",
        "sqlite3",
        "subprocess",
        "tempfile",
        "urllib",
        "http",
    }
)


@dataclass(frozen=True)
class Import:
    """One import: the file and line that make it, the room they stand in, and the dotted name."""

    at: str
    room: str
    name: str


def sources(root: Path) -> list[Path]:
    """Every module of ours: the package, the pages, and the table of contents."""
    return sorted(
        [*root.glob("cidesign/**/*.py"), *root.glob("pages/**/*.py"), *root.glob("app.py")]
    )


def room_of(path: Path, root: Path) -> str:
    """The room a file stands in; the package's own __init__ is the room without a name."""
    parts = path.relative_to(root).with_suffix("").parts
    if parts[0] in {"app", "pages"}:
        return "pages"
    return parts[1] if parts[1] != "__init__" else ""


def imports(root: Path) -> Iterator[Import]:
    """Every import of every module, those inside functions too."""
    for path in sources(root):
        for node in nodes_of(path):
            for name in _names(node, path, root):
                yield Import(f"{path.relative_to(root)}:{node.lineno}", room_of(path, root), name)


def faults_of_reading(root: Path) -> list[str]:
    """One sentence for each function of the record by which a room that computes would read or
    write a disk.
    """
    return [
        f"{path.relative_to(root)}:{node.lineno}: {room_of(path, root)} computes, so it does not "
        f"call {alias.name}; give it the value instead"
        for path in sources(root)
        if room_of(path, root) in PURE
        for node in nodes_of(path)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cidesign.record")
        for alias in node.names
        if alias.name in ON_THE_DISK
    ]


def _names(node: ast.AST, path: Path, root: Path) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            package = path.relative_to(root).parts[:-1]
            base = ".".join(
                [*package[: len(package) - node.level + 1], *([node.module] if node.module else [])]
            )
        return [f"{base}.{alias.name}" for alias in node.names] if base == "cidesign" else [base]
    return []


def faults_of_imports(root: Path) -> list[str]:
    """One sentence for each import that the table does not allow."""
    return [fault for one in imports(root) if (fault := _fault(one))]


def _fault(one: Import) -> str | None:
    if one.room not in ROOMS:
        return (
            None
            if one.room == ""
            else (
                f"{one.at}: the room {one.room} is not in the table of "
                "tests/architecture/house.py; add it there"
            )
        )
    allowed = ROOMS[one.room]
    top, _, rest = one.name.partition(".")
    if top == "cidesign":
        return _fault_between_rooms(one, allowed, rest.partition(".")[0])
    if top in ALONE and top not in allowed.guests:
        return (
            f"{one.at}: {one.room} imports {top}, which only {_listed(ALONE[top])} may; ask "
            "that room"
        )
    if one.room in PURE and top in INPUT_AND_OUTPUT and one.at.partition(":")[0] not in NOT_PURE:
        return (
            f"{one.at}: {one.room} computes, so it does not import {top}; give it the value instead"
        )
    if top not in sys.stdlib_module_names and top not in allowed.guests | allowed.base:
        return (
            f"{one.at}: {one.room} may not import {top}; it may import "
            f"{_listed(allowed.guests | allowed.base)}"
        )
    return None


def _fault_between_rooms(one: Import, allowed: Room, other: str) -> str | None:
    if (
        other == one.room
        or other in allowed.rooms
        or (other in OPEN_DOORS and one.room != "verify")
    ):
        return None
    return (
        f"{one.at}: {one.room} may not import {other or 'cidesign'}; of our rooms it may "
        "import "
        f"{_listed(allowed.rooms)}"
    )


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "none"
