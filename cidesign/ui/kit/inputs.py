"""Inputs that keep what was chosen: each change is saved in the workshop at once, and each shows
what the workshop says.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cidesign.acts import Act
from cidesign.domain.problem import Problem
from cidesign.text import say, speak
from cidesign.ui.kit import drafts, session, texts, who
from cidesign.ui.kit.choices import segments
from cidesign.ui.kit.language import language_here
from cidesign.ui.kit.problems import sentence
from cidesign.ui.kit.saving import do
from cidesign.ui.kit.words import plain

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
    chosen = segments(
        label,
        options,
        required=True,
        format_func=written,
        key=key,
        on_change=keep,
        args=args,
        disabled=_is_not_hers(key),
    )
    refused(key)
    return chosen


def line(
    workshop: str,
    key: str,
    label: str,
    stored: str,
    *,
    makes: Makes,
    into: DeltaGenerator | None = None,
    **more: Any,
) -> None:
    """A field of one line that is saved when one leaves it; what is refused stays in it, and why is
    told below.

    Args:
        workshop: the id of the page's workshop.
        key: ``page.thing``.
        label: above the field.
        stored: what the workshop says now.
        makes: the act of writing something there.
        into: where it is drawn, such as a column.
        more: as for ``st.text_input``.
    """
    told = texts.label_of(label, drafts.begin(workshop, key, stored))
    args = (workshop, key, makes)
    more = {**more, "disabled": _is_not_hers(key)}
    (into or st).text_input(told, key=key, on_change=keep, args=args, **more)
    refused(key, into)


def _is_not_hers(key: str) -> bool:
    """Whether who sits here reads this, and may not change it; ``key``: ``page.thing``."""
    return not who.may_change(key.partition(".")[0])


def keep(workshop: str, key: str, makes: Makes) -> None:
    """Save what a widget now says; for callbacks of widgets. What is wrong is told by ``refused``
    with the same key.
    """
    session.changed()
    speak(language_here())
    if do(workshop, makes(session.value(key)), place=key):
        session.put(f"_box.{key}", ())
        drafts.saved(workshop, key)


_A_KEY = re.compile(r"\b[a-z]+_[a-z_]+\b")


def _at_the_field(one: Problem) -> str:
    """What is wrong, told at the field itself: no file, and no key of one."""
    remedy = say("choose another value here") if _A_KEY.search(one.remedy) else one.remedy
    return f"**{plain(sentence(one.what))}** {plain(sentence(remedy))}"


def refused(key: str, into: DeltaGenerator | None = None) -> None:
    """Below a widget that saves at once: why the last change was not saved; nothing where it
    was.
    """
    if found := session.value(f"_box.{key}"):
        with into if into is not None else nullcontext():
            st.error(" ".join([*map(_at_the_field, found), say("Nothing was saved.")]))
        if not drafts.waits(key):
            session.put(f"_box.{key}", ())  # what was refused is gone from the screen, so this too
