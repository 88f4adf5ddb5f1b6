"""What a room sees on the wall: question, answer, one chart, large; no menu, no notes, no names,
nothing of an open round.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.choices import segments
from cidesign.ui.kit.contents import page_of
from cidesign.ui.kit.current import address
from cidesign.ui.kit.evidence import chart
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain

SHOW, ON = "show", "projector"
STYLE = """<style>
html { font-size: clamp(18px, 1.5625vw, 30px) !important; }
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
    st.page_link(
        page_of(page),
        label=say("Show on the projector"),
        icon=":material/cast:",
        query_params={**address(), SHOW: ON},
    )


def asked(page: Page) -> str:
    """The name of the chart that was chosen last; empty before."""
    return str(session.value(f"{page.name}.screen") or "")


def which(page: str, labels: Mapping[str, str]) -> str:
    """The row of segments that chooses the one chart; the only one where there is no choice."""
    names = list(labels)
    if len(names) < 2:
        return names[0]
    chosen = segments(
        say("Chart"),
        names,
        default=names[0],
        required=True,
        format_func=lambda name: labels[name],
        key=f"{page}.screen",
        label_visibility="collapsed",
    )
    return str(chosen or names[0])


def show(
    page: Page, charts: Mapping[str, tuple[str, Callable[[], Any], str]], alt: str, *also: Hashable
) -> None:
    """The one chart that was chosen, and the way back.

    Args:
        charts: by name, the label of its segment, what draws it, large, and what of it there was no
            room for.
        alt: what the chart shows, in words.
        also: what else the charts depend on, beside the workshop and the mode.
    """
    name = which(page.name, {name: label for name, (label, _, _) in charts.items()})
    drawn = remembered(page, f"{page.name}.wall.{name}", charts[name][1], page.mode, *also)
    chart(drawn, alt=alt, key=f"{page.name}.wall.{name}")
    with st.container(horizontal=True, vertical_alignment="center"):
        back(page.name)
        if left_out := charts[name][2]:
            st.markdown(plain(left_out))


def back(page: str) -> None:
    """The way from the wall back to the page."""
    st.page_link(
        page_of(page),
        label=say("Leave the projector view"),
        icon=":material/arrow_back:",
        query_params=address(),
    )
