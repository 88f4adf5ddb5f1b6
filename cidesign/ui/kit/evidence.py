"""A piece of evidence: a claim as heading, a note on how to read it, a chart with words for those
who cannot see it, its table.
"""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit.words import plain, small, table

_CONFIG = {"displayModeBar": False, "doubleClick": False, "scrollZoom": False, "showTips": False}


def heading(claim: str, note: str = "") -> None:
    """A claim or question, and the note that belongs to it; both plain text."""
    with st.container(gap=None):
        st.subheader(plain(claim), anchor=False)
        if note:
            st.markdown(small(plain(note)))


def chart(figure: Any, *, alt: str, key: str, rows: Sequence[dict[str, str]] = ()) -> None:
    """A figure as it was built, its claim in words, and the same figures as a table.

    Args:
        figure: from ``cidesign.charts``, built in the page's mode.
        alt: what the chart says, for people who cannot see it.
        key: ``page.thing``.
        rows: what the chart shows, one row per mark; every cell text.
    """
    st.plotly_chart(figure, theme=None, config=_CONFIG, alt=alt, key=key)
    if rows:
        as_table(rows)


def as_table(rows: Sequence[dict[str, str]], label: str = "") -> None:
    """Figures in rows, out of the way until somebody wants them. ``label``: what opens them, else
    that they say the same.
    """
    with st.expander(label or say("The same as a table")):
        rows_as_table(rows)


def rows_as_table(rows: Sequence[dict[str, str]]) -> None:
    """Rows with the same keys; every cell plain text."""
    st.markdown(table(list(rows)))


def evidence(
    claim: str, note: str, figure: Any, *, alt: str, key: str, rows: Sequence[dict[str, str]] = ()
) -> None:
    """Heading, chart and table in one."""
    heading(claim, note)
    chart(figure, alt=alt, key=key, rows=rows)


def sentences(lines: Sequence[str]) -> None:
    """Reasons as a list; plain text."""
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
