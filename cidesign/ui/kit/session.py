"""What one browser tab remembers between clicks: only what may be lost. Truth lives in the store.
Nobody else touches st.session_state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from time import monotonic
from typing import Any, Literal
from uuid import uuid4

import streamlit as st

from cidesign.domain.problem import Problem
from cidesign.ui.kit.inside_streamlit import brings_widgets, session_state


@dataclass(frozen=True)
class Note:
    """Something to tell at the top of the next drawing: what is so, why, and what is wrong in
    detail.
    """

    kind: Literal["saved", "missing", "problems"]
    what: str
    problems: tuple[Problem, ...] = ()


def value(key: str, default: Any = None) -> Any:
    """What a widget or we put under this key."""
    return session_state().get(key, default)


def has(key: str) -> bool:
    """Whether there is anything under this key, be it nothing."""
    return key in session_state()


def put(key: str, value: Any) -> None:
    """Remember a value; for a widget only before it is drawn, or in a callback."""
    session_state()[key] = value


def take(key: str) -> Any:
    """What is under this key, which then is empty; None where nothing is."""
    return session_state().pop(key, None)


def forget(*prefixes: str) -> None:
    """Drop every value whose key begins so."""
    kept = session_state()
    for key in [key for key in kept if str(key).startswith(prefixes)]:
        del kept[key]


def follow(key: str, stored: Any) -> None:
    """Let a widget show what the store says, whatever this tab showed before."""
    kept = session_state()
    if key not in kept or kept[key] != stored:
        kept[key] = stored


def changed() -> None:
    """An input was changed; first thing in the callback of each that does something at once."""
    session_state()["_changed"] = True


def overtaken(page: str) -> str:
    """The page somebody has gone on to, where the browser asked for this older one once more;
    empty where it is the one she wants. Asked once in each drawing's beginning.

    A tap on a link while a field is being written in sends two messages: the new page, and then
    what was written, with the old page. Without this the second would lead back.
    """
    kept = session_state()
    came, before = kept.pop("_changed", False), str(kept.get("_at", ""))
    if came and before and before != page:
        return before
    kept["_at"] = page
    return ""


def outlived() -> bool:
    """Whether this page was drawn by a server that is gone; asked once in each drawing's beginning,
    true at most once.

    Such a page brings its widgets along to a session that has drawn nothing yet. The first click
    then finds no callback, so nothing of it is saved, and somebody must say so.
    """
    kept = session_state()
    if kept.get("_drawn"):
        return False
    kept["_drawn"] = True
    return brings_widgets()


def seen_revision(workshop: str, document: str) -> int | None:
    """The revision of a document this tab last saw or made; None where it has seen none."""
    seen: Mapping[str, int] | None = session_state().get(f"_seen.{workshop}")
    return None if seen is None else seen.get(document, 0)


def saw_revisions(workshop: str, revisions: Mapping[str, int]) -> None:
    """Remember those of all documents of a workshop."""
    session_state()[f"_seen.{workshop}"] = dict(revisions)


def saw_revision(workshop: str, document: str, revision: int) -> None:
    """Remember that of one."""
    saw_revisions(
        workshop, {**(session_state().get(f"_seen.{workshop}") or {}), document: revision}
    )


def did(workshop: str, seq: int) -> None:
    """Remember that this tab did an act; its place in the ledger."""
    session_state().setdefault("_did", set()).add((workshop, seq))


def has_done(workshop: str, seq: int) -> bool:
    """Whether an act was done by this tab."""
    return (workshop, seq) in session_state().get("_did", set())


def nonce(place: str) -> str:
    """A word that is new for each act at this place and the same for each click on it, so that two
    clicks save once.
    """
    return str(session_state().setdefault(f"_nonce.{place}", uuid4().hex))


def spend(place: str, nonce: str) -> None:
    """The act at this place is done; the next one gets a new word, and late clicks on the old one
    do nothing.
    """
    session_state().pop(f"_nonce.{place}", None)
    session_state().setdefault("_spent", set()).add(nonce)


def is_spent(nonce: str) -> bool:
    """Whether the act with this word was done."""
    return nonce in session_state().get("_spent", set())


def note(one: Note) -> None:
    """Tell this at the top of the next drawing."""
    session_state().setdefault("_notes", []).append(one)


def take_notes() -> list[Note]:
    """What is to be told now; each is told once."""
    return list(session_state().pop("_notes", []))


def moment() -> float:
    """Seconds of a clock that only runs forward: how far apart two presses are."""
    return monotonic()


def now() -> str:
    """The time as this viewer's clock shows it, with its distance from UTC, such as
    2026-03-26T18:04:00-05:00.
    """
    return local(datetime.now(UTC))


def local(time: datetime) -> str:
    """A time as this viewer's clock shows it, written likewise."""
    minutes = st.context.timezone_offset or 0
    return time.astimezone(timezone(timedelta(minutes=-minutes))).isoformat(timespec="seconds")
