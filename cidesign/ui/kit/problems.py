"""What is wrong with what somebody gave us, said calmly: where, what, what to do, and what was not
changed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from cidesign.domain.problem import BadInput, Problem
from cidesign.text import say, say_count
from cidesign.ui.kit.ending import end
from cidesign.ui.kit.words import plain
from cidesign.workshop import StoreFails

MOST = 8


def problems(found: Sequence[Problem], unchanged: str) -> None:
    """One card for all problems.

    Args:
        found: at least one.
        unchanged: our own sentence on what was not done, such as ``Nothing was imported.``
    """
    lines = [f"**{plain(_fault(one))}** {plain(sentence(one.remedy))}" for one in found[:MOST]]
    if len(found) > MOST:
        lines.append(
            say_count(
                "And {more} more of the same file.",
                "And {more} more of the same file.",
                len(found) - MOST,
                more=len(found) - MOST,
            )
        )
    together = " " if len(lines) == 1 else "\n\n"
    st.error("\n\n".join(lines) + together + unchanged, icon=":material/error:")


def _fault(one: Problem) -> str:
    """Where, and what is wrong; where the place is a question, what is wrong answers it."""
    if one.where.endswith("?"):
        return f"{one.where} {sentence(one.what)}"
    return f"{one.where}: {one.what}."


@contextmanager
def calmly(unchanged: str) -> Iterator[None]:
    """What goes wrong inside because of somebody's input is told as a card, and the drawing ends
    there.
    """
    try:
        yield
    except BadInput as error:
        problems(error.problems, unchanged)
        end()


@contextmanager
def told_where_the_store_fails() -> Iterator[None]:
    """Likewise, where the store goes no further."""
    try:
        yield
    except StoreFails as failure:
        problems(failure.problems, say("Nothing was changed."))
        end()


def reconnected() -> None:
    """The server was away while this page stayed open."""
    st.warning(
        say(
            "**The connection was lost for a while.** This page now shows what is saved. If your "
            "last change is missing, make it again."
        ),
        icon=":material/history:",
    )


def sentence(text: str) -> str:
    """A remedy or a fault as a sentence of its own: a capital first, a full stop last, every other
    letter as it stands.
    """
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?')) else '.'}"
