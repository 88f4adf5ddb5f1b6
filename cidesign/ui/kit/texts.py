"""Fields people write in, saved by a button: what is typed waits until it is saved, and says so."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cidesign.text import say
from cidesign.ui.kit import drafts, session


def line(
    workshop: str,
    key: str,
    label: str,
    stored: str = "",
    *,
    of: str = "",
    into: DeltaGenerator | None = None,
    **more: Any,
) -> str:
    """A field of one line.

    Args:
        workshop: its id; empty where none is open.
        key: ``page.thing``.
        label: above the field.
        stored: what is saved, or what the field begins with.
        of: whose it is, where several people use it one after the other.
        into: where it is drawn, such as a column.
        more: as for ``st.text_input``.

    Returns:
        What stands there as far as the server knows.
    """
    waits = drafts.begin(workshop, key, stored, of)
    return str((into or st).text_input(label_of(label, waits), key=key, **_kept(key, more)) or "")


def asked(
    workshop: str,
    key: str,
    label: str,
    *,
    into: DeltaGenerator | None = None,
    then: Callable[[], object] | None = None,
    **more: Any,
) -> str:
    """A field of one line that is used at once and never saved, such as words to look for;
    likewise. ``then``: a callback, once something was written.
    """
    drafts.begin(workshop, key, "", drafts.USED)
    args = {**more, "on_change": _written_in, "args": (key, then)}
    return str((into or st).text_input(label, key=key, **args) or "")


def asked_at_length(workshop: str, key: str, label: str, **more: Any) -> str:
    """A field of several lines; likewise."""
    drafts.begin(workshop, key, "", drafts.USED)
    return str(st.text_area(label, key=key, **_kept(key, more)) or "")


def area(
    workshop: str,
    key: str,
    label: str,
    stored: str = "",
    *,
    of: str = "",
    into: DeltaGenerator | None = None,
    **more: Any,
) -> str:
    """A field of several lines; likewise, as for ``st.text_area``."""
    waits = drafts.begin(workshop, key, stored, of)
    return str((into or st).text_area(label_of(label, waits), key=key, **_kept(key, more)) or "")


def number(
    workshop: str,
    key: str,
    label: str,
    stored: float | None = None,
    *,
    of: str = "",
    into: DeltaGenerator | None = None,
    **more: Any,
) -> Any:
    """A field for a number, which may be empty; likewise, as for ``st.number_input``."""
    waits = drafts.begin(workshop, key, stored, of)
    return (into or st).number_input(
        label_of(label, waits), value=None, key=key, **_kept(key, more)
    )


def day(
    workshop: str,
    key: str,
    label: str,
    stored: date | None = None,
    *,
    into: DeltaGenerator | None = None,
    **more: Any,
) -> Any:
    """A field for a day, which may be empty; likewise, as for ``st.date_input``."""
    waits = drafts.begin(workshop, key, stored)
    return (into or st).date_input(
        label_of(label, waits),
        value=None,
        key=key,
        min_value=date(2000, 1, 1),
        max_value=date(2100, 1, 1),
        format="MM/DD/YYYY",
        **_kept(key, more),
    )


def written(key: str) -> str:
    """What stands in a field, without space around it; for callbacks."""
    return str(session.value(key) or "").strip()


def _written_in(key: str, then: Callable[[], object] | None) -> None:
    drafts.typed(key)
    if then is not None:
        then()


def _kept(key: str, more: dict[str, Any]) -> dict[str, Any]:
    return {**more, "on_change": drafts.typed, "args": (key,)}


def label_of(label: str, waits: bool) -> str:
    """The label, and that what stands there is not saved: in the same line, so that nothing below
    moves while somebody presses a button.
    """
    return f"{label} · :orange[{say('not yet saved')}]" if waits else label
