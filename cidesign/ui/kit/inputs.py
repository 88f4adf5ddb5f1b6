"""Inputs that keep what was chosen: each change is saved in the workshop at once, and each shows
what the workshop says.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.ui.kit import session
from cidesign.ui.kit.saving import do

Makes = Callable[[Any], Act]


def choice(
    workshop: str,
    key: str,
    label: str,
    options: Sequence[Any],
    stored: Any,
    *,
    makes: Makes,
    written: Callable[[Any], str] = str,
) -> Any:
    """A row of segments, one of which is always chosen.

    Args:
        workshop: the id of the page's workshop.
        key: ``page.thing``.
        label: the question.
        options: in order.
        stored: what the workshop says now; one of the options, or None where nobody has chosen.
        makes: the act of choosing an option.
        written: how an option is written.
    """
    session.follow(key, stored)
    args = (workshop, key, makes)
    return st.segmented_control(
        label, options, required=True, format_func=written, key=key, on_change=keep, args=args
    )


def keep(workshop: str, key: str, makes: Makes) -> None:
    """Save what a widget now says; for callbacks of widgets."""
    do(workshop, makes(session.value(key)))
