"""What a room sees on the wall: question, answer, one chart, large; no menu, no notes, no names, nothing of an open round."""

from collections.abc import Mapping

import streamlit as st

from cidesign.text import say
from cidesign.ui.current import address

SHOW, ON = "show", "projector"
SCALE = 1.6
# How many rows of a chart end above the lower edge of a 1080-pixel screen at this scale.
ROWS = 6
LETTERS = 110
STYLE = """<style>
html { font-size: 30px !important; }
[data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stExpandSidebarButton"] { display: none !important; }
[data-testid="stMainBlockContainer"] { max-width: none; padding: 2rem 4rem 1rem; }
</style>"""


def is_on() -> bool:
    """Whether this tab is the one on the wall."""
    return st.query_params.get(SHOW) == ON


def enlarge() -> None:
    """Make everything large and hide what is not for the room; constant text."""
    st.html(STYLE)


def link(page: str) -> None:
    """The way to the wall, from a page."""
    st.page_link(f"pages/{page}.py", label=say("Show on the projector"), icon=":material/cast:", query_params={**address(), SHOW: ON})


def which(page: str, labels: Mapping[str, str]) -> str:
    """The row of segments that chooses the one chart; the only one where there is no choice."""
    names = list(labels)
    if len(names) < 2:
        return names[0]
    chosen = st.segmented_control(
        say("Chart"),
        names,
        default=names[0],
        required=True,
        format_func=lambda name: labels[name],
        key=f"{page}.screen",
        label_visibility="collapsed",
    )
    return str(chosen or names[0])


def back(page: str) -> None:
    """The way from the wall back to the page."""
    st.page_link(f"pages/{page}.py", label=say("Leave the projector view"), icon=":material/arrow_back:", query_params=address())
