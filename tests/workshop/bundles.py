"""Small workshops for the store's tests: two members, two candidates, sealed rules, a plan."""

from decimal import Decimal

from cidesign.acts.set_keys import SetKeys
from cidesign.domain.workshop import Bundle
from cidesign.record import read_files

FILES = {
    "workshop.yaml": (
        b"name: Ours  # a comment\nstage: scoring\n"
        b"members:\n- {id: ana, name: Ana Reyes}\n- {id: ben, name: Ben Okafor}\n"
    ),
    "rules.yaml": (
        b"missing: leave_out\ncriteria:\n"
        b"- {id: reach, weight: 60, scale: {worst: 1, best: 5, step: 1}}\n"
        b"- {id: trust, weight: 40, scale: {worst: 1, best: 5, step: 1}}\n"
        b"seal: {version: 1, at: 2027-01-01, by: Ana Reyes, sha256: 00}\n"
    ),
    "candidates.csv": b"id,name\noak,Oak House\nelm,Elm Center\n",
    "declarations.csv": b"rater,candidate\nana,oak\nana,elm\nben,oak\nben,elm\n",
    "outlook.yaml": b"start: 2027-01\nyears: 3\n",
}
ODD_SCORES = (
    b"rater,candidate,criterion,score,comment\r\n"
    b'ana,oak,reach,4,"two\r\nlines"\r\n'
    b"ben,oak,reach,2,kept\r\n"
)


def bundle(name: str = "Ours", **files: bytes) -> Bundle:
    """A bundle of a name and some documents, each called ``<key>.txt``."""
    return read_files(
        {
            "workshop.yaml": f"name: {name}\n".encode(),
            **{f"{key}.txt": content for key, content in files.items()},
        }
    )


def scoring(**more: bytes) -> Bundle:
    """A workshop whose round is open and in which everybody has declared."""
    return read_files({**FILES, **{path.replace("_", "."): one for path, one in more.items()}})


def years(number: int) -> SetKeys:
    """A change of a shared document: how many years the outlook looks ahead."""
    return SetKeys(
        of="outlook",
        path="outlook.yaml",
        thing="the years ahead",
        changes=((("years",), Decimal(number)),),
    )
