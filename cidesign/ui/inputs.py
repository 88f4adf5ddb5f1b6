"""Inputs that keep what was chosen: each change is saved in the workshop at once, and each shows what the workshop says."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.ui import session
from cidesign.ui.saving import save

Path = tuple[str | int, ...]


def choice(
    workshop: str,
    key: str,
    label: str,
    options: Sequence[Any],
    stored: Any,
    *,
    file: str,
    at: Path,
    written: Callable[[Any], str] = str,
    help: str | None = None,
    write: Callable[[Bundle, Any], Bundle] | None = None,
) -> Any:
    """A row of segments, one of which is always chosen.

    Args:
        workshop: the id of the page's workshop.
        key: ``page.thing``.
        label: the question.
        options: in order.
        stored: what the workshop says now; one of the options.
        file: the bundle's file that holds it, such as ``structure.yaml``.
        at: the keys that lead to it inside the file.
        written: how an option is written.
        help: a further sentence, behind a question mark.
        write: puts the chosen option into the bundle, where that takes more than setting ``at``.
    """
    session.follow(key, stored)
    return st.segmented_control(
        label,
        options,
        required=True,
        format_func=written,
        key=key,
        help=help,
        on_change=keep if write is None else keep_by,
        args=(workshop, key, file, at) if write is None else (workshop, key, write),
    )


def keep_by(workshop: str, key: str, write: Callable[[Bundle, Any], Bundle]) -> None:
    """Save what a widget now says in a way of its own; for callbacks of widgets."""
    value = session.value(key)
    save(workshop, lambda bundle: write(bundle, value))


def keep(workshop: str, key: str, file: str, at: Path, read: Callable[[Any], Any] = lambda value: value) -> None:
    """Save what a widget now says; for callbacks of widgets. ``read`` turns the widget's value into the file's."""
    value = read(session.value(key))
    save(workshop, lambda bundle: changed(bundle, file, {at: value}))
