"""What candidates sent in: texts, addresses and files, as they stand in the bundle under
applications/<candidate>/.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from cidesign.domain.workshop import Bundle

FOLDER = "applications"
LINKS = "links.txt"
TEXTS = frozenset({".txt", ".md", ".yaml", ".csv"})
LONGEST_TEXT = 20_000
SAFE = ("https://", "http://")


@dataclass(frozen=True)
class Piece:
    """One file of an application.

    Args:
        name: inside the candidate's folder.
        text: what it says, where it is text; shown letter by letter, never obeyed.
        links: the addresses in it, where it is the list of links; only http and https.
        sha256: the fingerprint of its bytes.
    """

    name: str
    size: int
    sha256: str
    text: str = ""
    links: tuple[str, ...] = ()


def application(bundle: Bundle, candidate: str) -> tuple[Piece, ...]:
    """Every file of a candidate's application, in order of their names."""
    folder = f"{FOLDER}/{candidate}/"
    return tuple(
        _piece(path.removeprefix(folder), content)
        for path, content in bundle.files.items()
        if path.startswith(folder)
    )


def files_of(bundle: Bundle, candidate: str) -> int:
    """How many files a candidate sent in."""
    return sum(1 for path in bundle.files if path.startswith(f"{FOLDER}/{candidate}/"))


def written_about(bundle: Bundle, candidate: str, criterion: str) -> str:
    """What a candidate wrote about one criterion: the text file of that name; empty where there is
    none.
    """
    return next(
        (
            piece.text
            for piece in application(bundle, candidate)
            if piece.text and PurePosixPath(piece.name).stem == criterion
        ),
        "",
    )


def _piece(name: str, content: bytes) -> Piece:
    text = _text(content) if PurePosixPath(name).suffix.casefold() in TEXTS else ""
    sha256 = hashlib.sha256(content).hexdigest()
    if name == LINKS:
        return Piece(name, len(content), sha256, links=tuple(_links(text)))
    return Piece(name, len(content), sha256, text=text[:LONGEST_TEXT])


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8").removeprefix("\ufeff").strip()
    except UnicodeDecodeError:
        return ""


def _links(text: str) -> Iterator[str]:
    for line in text.splitlines():
        address = line.strip()
        if address.casefold().startswith(SAFE) and not set(address) & set(" \t<>\"'`()[]\\"):
            yield address
