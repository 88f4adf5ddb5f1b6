"""A choice among things, each by its id: no two stand there under the same words, because
Streamlit keeps a choice by its words and would take the one for the other.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cidesign.domain.apart import told_apart

Id = TypeVar("Id")
Written = Callable[[Any], Any]


def one_of(label: str, options: Iterable[Any], *, key: str, **more: Any) -> Any:
    """A box that unfolds, of which one is chosen.

    Args:
        label: the question.
        options: ids, in order.
        key: ``page.thing``.
        more: ``format_func``, what people read for an id; ``into``, where it is drawn, such as a
            column; and what ``st.selectbox`` takes.
    """
    return _ask("selectbox", label, options, key=key, **more)


def cards(label: str, options: Iterable[Any], *, key: str, **more: Any) -> Any:
    """Choices that all stand in sight, one under the other; likewise, as for ``st.radio``."""
    return _ask("radio", label, options, key=key, **more)


def segments(label: str, options: Iterable[Any], *, key: str, **more: Any) -> Any:
    """A row of segments, of which one is chosen; likewise, as for ``st.segmented_control``."""
    return _ask("segmented_control", label, options, key=key, **more)


def chips(label: str, options: Iterable[Any], *, key: str, **more: Any) -> Any:
    """Small buttons, of which one or none is chosen; likewise, as for ``st.pills``."""
    return _ask("pills", label, options, key=key, **more)


def several(label: str, options: Iterable[Id], *, key: str, **more: Any) -> list[Id]:
    """A box of which any number is chosen; likewise, as for ``st.multiselect``."""
    chosen: list[Id] = _ask("multiselect", label, options, key=key, **more)
    return chosen


def _ask(
    widget: str,
    label: str,
    options: Iterable[Any],
    *,
    format_func: Written = str,
    into: DeltaGenerator | None = None,
    **more: Any,
) -> Any:
    ids = list(options)
    return getattr(into or st, widget)(label, ids, format_func=_told(ids, format_func), **more)


def _told(ids: list[Id], format_func: Written) -> Written:
    """What people read for each id, no two the same to the eye; an id that is none of these, such
    as one that is gone meanwhile, stands for itself.
    """
    labels = dict(zip(ids, told_apart([(format_func(id), "") for id in ids]), strict=True))
    return lambda id: labels.get(id, str(id))
