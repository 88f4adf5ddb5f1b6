"""Inputs that keep what was chosen: each change is saved in the workshop at once, and each shows
what the workshop says.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.ui.kit import session
from cidesign.ui.kit.saving import save

Path = tuple[str | int, ...]
Write = Callable[[Bundle, Any], Bundle]


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
) -> Any:
    """A row of segments, one of which is always chosen, that sets a key of one of the workshop's
    files.

    Args:
        workshop: the id of the page's workshop.
        key: ``page.thing``.
        label: the question.
        options: in order.
        stored: what the workshop says now; one of the options, or None where nobody has chosen.
        file: the bundle's file that holds it, such as ``structure.yaml``.
        at: the keys that lead to it inside the file.
        written: how an option is written.
    """
    return choice_by(
        workshop, key, label, options, stored, write=_set_at(file, at), written=written
    )


def choice_by(
    workshop: str,
    key: str,
    label: str,
    options: Sequence[Any],
    stored: Any,
    *,
    write: Write,
    written: Callable[[Any], str] = str,
) -> Any:
    """The same where a choice takes more than setting a key; ``write`` puts the chosen option into
    the bundle.
    """
    session.follow(key, stored)
    args = (workshop, key, write)
    return st.segmented_control(
        label, options, required=True, format_func=written, key=key, on_change=keep_by, args=args
    )


def keep(
    workshop: str, key: str, file: str, at: Path, read: Callable[[Any], Any] = lambda value: value
) -> None:
    """Save what a widget now says; for callbacks of widgets. ``read`` turns the widget's value into
    the file's.
    """
    keep_by(workshop, key, lambda bundle, value: _set_at(file, at)(bundle, read(value)))


def keep_by(workshop: str, key: str, write: Write) -> None:
    """Save what a widget now says in a way of its own; for callbacks of widgets."""
    value = session.value(key)
    save(workshop, lambda bundle: write(bundle, value))


def _set_at(file: str, at: Path) -> Write:
    return lambda bundle, value: changed(bundle, file, {at: value})
