"""The ledger: one line for each act, chained by hashes, so that nobody can change, drop, swap or
slip in a line unseen. Form and hash are those of CONTRACT 6.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import plain
from cidesign.record.letters import decoded
from cidesign.text import say

LEDGER, PRIVATE = "ledger.jsonl", "private.jsonl"
START = "0" * 64
"""What the first line follows."""


@dataclass(frozen=True)
class Line:
    """One act as the ledger tells it.

    Args:
        seq: its place, from 1.
        at: when, in UTC, ISO 8601.
        actor: who; a member stands here as a letter.
        act: which kind of act.
        object: what it was done on.
        value: what was done, as JSON; None where nothing of it is public.
        commit: sha256 of salt and private part; empty where there is none.
        prev: the hash of the line before.
        hash: sha256 of ``prev`` and this line, 64 hex digits.
    """

    seq: int
    at: str
    actor: str
    act: str
    object: str
    value: Any
    commit: str
    prev: str
    hash: str


@dataclass(frozen=True)
class Private:
    """What a line only commits itself to: its salt in hex, and the texts and names."""

    seq: int
    salt: str
    held: Mapping[str, Any]


def line(
    *, seq: int, at: str, actor: str, act: str, object: str, value: Any, commit: str, prev: str
) -> Line:
    """A line with its hash."""
    open_line = Line(seq, at, actor, act, object, value, commit, prev, "")
    return Line(seq, at, actor, act, object, value, commit, prev, _hash(open_line))


def commitment(salt: str, held: Mapping[str, Any]) -> str:
    """What a line says of its private part: sha256 of the salt in hex and its canonical text."""
    return hashlib.sha256((salt + as_json(held, canonical=True)).encode("utf-8")).hexdigest()


def as_json(value: Any, *, canonical: bool = False) -> str:
    """A value as JSON: keys in their order, no spaces, numbers exact and without trailing zeros.

    Args:
        value: made of mappings, lists, texts, numbers, truth values and None.
        canonical: for a hash: keys are sorted, texts are NFC, and numbers are texts, so that no
            reader's floats can change it.

    Raises:
        TypeError: something else stands in it.
    """
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int | float | Decimal):
        number = plain(Decimal(str(value)))
        return f'"{number}"' if canonical else number
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", value) if canonical else value
        return json.dumps(text, ensure_ascii=False)
    if isinstance(value, Mapping):
        inside = (
            f"{as_json(str(key), canonical=canonical)}:{as_json(value[key], canonical=canonical)}"
            for key in (sorted(value, key=str) if canonical else value)
        )
        return f"{{{','.join(inside)}}}"
    if isinstance(value, list | tuple):
        inside = (as_json(one, canonical=canonical) for one in value)
        return f"[{','.join(inside)}]"
    raise TypeError(f"{type(value).__name__} cannot stand in a ledger")


def from_json(text: str) -> Any:
    """A value back from JSON, with exact numbers.

    Raises:
        ValueError: the text is no JSON.
    """
    return json.loads(text, parse_float=Decimal)


def ledger_text(lines: Iterable[Line]) -> bytes:
    """``ledger.jsonl``: one line for each act, in order."""
    return "".join(f"{as_json({**_said(one), 'hash': one.hash})}\n" for one in lines).encode()


def private_text(held: Iterable[Private]) -> bytes:
    """``private.jsonl``: salts, names and texts, for the full bundle only."""
    return "".join(
        f"{as_json({'seq': one.seq, 'salt': one.salt, 'held': one.held})}\n" for one in held
    ).encode()


def read_ledger(content: bytes) -> tuple[Line, ...]:
    """The lines of a ledger, each following the one before.

    Raises:
        BadInput: a line is no line of a ledger, or the chain is broken; the first such line.
    """
    lines: list[Line] = []
    for number, text in enumerate(decoded(content, LEDGER).splitlines(), start=1):
        where = say("{name}: line {line}", name=LEDGER, line=number)
        try:
            read = from_json(text)
            one = Line(
                read["seq"],
                read["at"],
                read["actor"],
                read["act"],
                read["object"],
                read.get("value"),
                read.get("commit", ""),
                read["prev"],
                read["hash"],
            )
        except (ValueError, KeyError, TypeError) as error:
            remedy = say("take the bundle again from where it was exported")
            raise BadInput([Problem(where, say("is no line of a ledger"), remedy)]) from error
        before = lines[-1].hash if lines else START
        if one.seq != number or one.prev != before or one.hash != _hash(one):
            what = say("does not follow from the line before: something was changed or left out")
            remedy = say("ask who exported it, or open the bundle without its ledger")
            raise BadInput([Problem(where, what, remedy)])
        lines.append(one)
    return tuple(lines)


def read_private(content: bytes) -> tuple[Private, ...]:
    """The private parts of a full bundle.

    Raises:
        BadInput: a line is none of them.
    """
    held = []
    for number, text in enumerate(decoded(content, PRIVATE).splitlines(), start=1):
        try:
            read = from_json(text)
            held.append(Private(read["seq"], read["salt"], dict(read["held"])))
        except (ValueError, KeyError, TypeError) as error:
            where = say("{name}: line {line}", name=PRIVATE, line=number)
            remedy = say("take the bundle again from where it was exported")
            raise BadInput([Problem(where, say("is no private line"), remedy)]) from error
    return tuple(held)


def _said(one: Line) -> dict[str, Any]:
    told = {
        "seq": one.seq,
        "at": one.at,
        "actor": one.actor,
        "act": one.act,
        "object": one.object,
        "prev": one.prev,
    }
    if one.value is not None:
        told["value"] = one.value
    if one.commit:
        told["commit"] = one.commit
    return told


def _hash(one: Line) -> str:
    return hashlib.sha256(
        (one.prev + as_json(_said(one), canonical=True)).encode("utf-8")
    ).hexdigest()
