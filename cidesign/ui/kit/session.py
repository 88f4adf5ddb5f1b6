"""What one browser tab remembers between clicks: only what may be lost. Truth lives in the store.
Nobody else touches st.session_state.
"""

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Literal
from uuid import uuid4

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import RunLocation, ThreadState
from streamlit.runtime.state import SessionState

from cidesign.domain.problem import Problem


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
    return _kept().get(key, default)


def put(key: str, value: Any) -> None:
    """Remember a value; for a widget only before it is drawn, or in a callback."""
    _kept()[key] = value


def take(key: str) -> Any:
    """What is under this key, which then is empty; None where nothing is."""
    return _kept().pop(key, None)


def forget(*prefixes: str) -> None:
    """Drop every value whose key begins so."""
    kept = _kept()
    for key in [key for key in kept if str(key).startswith(prefixes)]:
        del kept[key]


def follow(key: str, stored: Any) -> None:
    """Let a widget show what the store says, whatever this tab showed before."""
    kept = _kept()
    if key not in kept or kept[key] != stored:
        kept[key] = stored


def outlived() -> bool:
    """Whether this page was drawn by a server that is gone; asked once in each drawing's beginning,
    true at most once.

    Such a page brings its widgets along to a session that has drawn nothing yet. The first click
    then finds no callback, so nothing of it is saved, and somebody must say so. Streamlit has no
    public way to ask; tests/ui holds on to this one.
    """
    kept = _kept()
    if kept.get("_drawn"):
        return False
    kept["_drawn"] = True
    context = get_script_run_ctx()
    return bool(context and context.session_state._state._new_widget_state.states)


def seen_revision(workshop: str, document: str) -> int | None:
    """The revision of a document this tab last saw or made; None where it has seen none."""
    seen: Mapping[str, int] | None = _kept().get(f"_seen.{workshop}")
    return None if seen is None else seen.get(document, 0)


def saw_revisions(workshop: str, revisions: Mapping[str, int]) -> None:
    """Remember those of all documents of a workshop."""
    _kept()[f"_seen.{workshop}"] = dict(revisions)


def saw_revision(workshop: str, document: str, revision: int) -> None:
    """Remember that of one."""
    saw_revisions(workshop, {**(_kept().get(f"_seen.{workshop}") or {}), document: revision})


def nonce(place: str) -> str:
    """A word that is new for each act at this place and the same for each click on it, so that two
    clicks save once.
    """
    return str(_kept().setdefault(f"_nonce.{place}", uuid4().hex))


def spend(place: str, nonce: str) -> None:
    """The act at this place is done; the next one gets a new word, and late clicks on the old one
    do nothing.
    """
    _kept().pop(f"_nonce.{place}", None)
    _kept().setdefault("_spent", set()).add(nonce)


def is_spent(nonce: str) -> bool:
    """Whether the act with this word was done."""
    return nonce in _kept().get("_spent", set())


def note(one: Note) -> None:
    """Tell this at the top of the next drawing."""
    _kept().setdefault("_notes", []).append(one)


def take_notes() -> list[Note]:
    """What is to be told now; each is told once."""
    return list(_kept().pop("_notes", []))


def now() -> str:
    """The time as this viewer's clock shows it, with its distance from UTC, such as
    2026-03-26T18:04:00-05:00.
    """
    return local(datetime.now(UTC))


def local(time: datetime) -> str:
    """A time as this viewer's clock shows it, written likewise."""
    minutes = st.context.timezone_offset or 0
    return time.astimezone(timezone(timedelta(minutes=-minutes))).isoformat(timespec="seconds")


class _Unended(MutableMapping[str, Any]):
    """What st.session_state holds, for callbacks: without the end that Streamlit puts to a drawing,
    once a newer click came, at each look.

    A callback that is ended there stops in its middle, and its widget then counts as seen: what was
    chosen would show on the screen and never be saved. The newer click's drawing waits until the
    callback is through, because Streamlit holds its lock meanwhile. Pages keep that end: an older
    drawing must not write what a newer click has changed. Streamlit has no public way around it;
    tests/ui holds on to this one.
    """

    def __init__(self, state: SessionState) -> None:
        self._state = state

    def __getitem__(self, key: str) -> Any:
        return self._state[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self._state[key] = value

    def __delitem__(self, key: str) -> None:
        del self._state[key]

    def __contains__(self, key: object) -> bool:
        return key in self._state

    def __iter__(self) -> Iterator[str]:
        return iter(self._state.filtered_state)

    def __len__(self) -> int:
        return len(self._state.filtered_state)


def _kept() -> MutableMapping[Any, Any]:
    context = get_script_run_ctx()
    if context is None or ThreadState.get().run_location is not RunLocation.CALLBACK:
        return st.session_state
    return _Unended(context.session_state._state)
