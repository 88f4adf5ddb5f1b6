"""Which files a bundle may hold: names that every computer can keep, none outside its folder, none
too large.
"""

import re
import unicodedata
from collections.abc import Mapping

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import shown
from cidesign.record.letters import LARGEST_FILE
from cidesign.text import say

MOST_FILES = 2_000
LARGEST_BUNDLE = 50 * 1024 * 1024
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_READ = (
    "workshop.yaml",
    "partners.csv",
    "groups.csv",
    "measures.csv",
    "pathway.csv",
    "backbones.csv",
    "makeup.csv",
    "structure.yaml",
    "rules.yaml",
    "candidates.csv",
    "scores.csv",
    "recusals.csv",
    "declarations.csv",
    "reasons.csv",
    "notes.csv",
    "answers.csv",
    "heard.csv",
    "plan.yaml",
    "funding.yaml",
    "outlook.yaml",
    "weights.csv",
    "decisions.yaml",
    "ledger.jsonl",
    "private.jsonl",
)


def hidden(path: str) -> bool:
    """Whether a file is the computer's own (``.DS_Store``, ``__MACOSX/…``) and no part of a
    bundle.
    """
    return any(
        (part.startswith(".") and part != "." and not part.startswith("..")) or part == "__MACOSX"
        for part in path.split("/")
    )


def path_problem(path: str) -> Problem | None:
    """What is wrong with a path inside a bundle, if anything is."""
    parts = path.split("/")
    where = " ".join(path.encode("utf-8", "replace").decode("utf-8").split())[:80] or say("a file")
    if any(part in ("", ".", "..") for part in parts):
        return Problem(
            where,
            say("the path leads out of the bundle, or nowhere"),
            say("give paths such as applications/oak/answers.yaml"),
        )
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return Problem(where, say("the file's name is no text"), say("rename the file"))
    if _FORBIDDEN.search(path) or any(
        _DEVICES.fullmatch(part) or part != part.rstrip(". ") for part in parts
    ):
        return Problem(
            where,
            say("not every computer can keep a file of this name"),
            say('rename it without \\ : * ? " < > | and without a dot or space at the end'),
        )
    if max(len(part.encode()) for part in parts) > 200 or len(path.encode()) > 400:
        return Problem(where, say("the file's name is too long"), say("shorten it"))
    return None


def size_problem(path: str, size: int) -> Problem | None:
    """What is wrong with a file's size in bytes, if anything is."""
    if size <= LARGEST_FILE:
        return None
    return Problem(
        path,
        say("holds {size:,} bytes", size=size),
        say("keep files at {most:,} bytes or fewer; give a link to larger ones", most=LARGEST_FILE),
    )


def look_at(sizes: Mapping[str, int]) -> None:
    """Refuse a set of files that cannot be a bundle.

    Args:
        sizes: bytes by path.

    Raises:
        BadInput: too many or too large files, paths that no folder can hold, names that differ only
            in case, files nobody would read.
    """
    problems = [problem for path in sizes if (problem := path_problem(path))]
    problems += [problem for path, size in sizes.items() if (problem := size_problem(path, size))]
    if len(sizes) > MOST_FILES:
        problems.append(
            Problem(
                say("the bundle"),
                say("holds {number:,} files", number=len(sizes)),
                say("keep it at {most:,} or fewer", most=MOST_FILES),
            )
        )
    if sum(sizes.values()) > LARGEST_BUNDLE:
        problems.append(
            Problem(
                say("the bundle"),
                say("holds {size:,} bytes", size=sum(sizes.values())),
                say("keep it at {most:,} or fewer", most=LARGEST_BUNDLE),
            )
        )
    problems += _in_each_others_way(sizes)
    problems += [problem for path in sizes if (problem := _unread(path))]
    if problems:
        raise BadInput(problems)


def _in_each_others_way(paths: Mapping[str, int]) -> list[Problem]:
    problems = []
    taken: dict[str, str] = {}
    for path in paths:
        parts = path.split("/")
        for length in range(1, len(parts) + 1):
            here = "/".join(parts[:length])
            kind = "file" if length == len(parts) else "folder"
            same = unicodedata.normalize("NFC", here).casefold()
            before = taken.setdefault(same, f"{kind} {here}")
            if before != f"{kind} {here}":
                problems.append(
                    Problem(
                        path,
                        say("{before} has the same name on some computers", before=before),
                        say("rename one of the two"),
                    )
                )
    return problems


def _unread(path: str) -> Problem | None:
    """A file that stands under almost the name of one we read, and so would be overlooked."""
    meant = re.sub(r"\.yml$", ".yaml", path.casefold().strip())
    if (path in _READ or meant not in _READ) and not re.fullmatch(
        r"scenarios/[^/]+\.yml", path, re.IGNORECASE
    ):
        return None
    meant = meant if meant in _READ else f"{path[:-4]}.yaml"
    return Problem(
        path,
        say("would not be read; the name to write is {meant}", meant=meant),
        say("rename {path} to {meant}", path=shown(path), meant=meant),
    )
