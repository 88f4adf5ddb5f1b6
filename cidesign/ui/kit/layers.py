"""The second layer of a page: everything one may ask beyond its answer, each in a tab that is drawn
only while it is open.

The manner of a page, as it was measured; the tour and tests/architecture hold it:

1. A page opens with its question, its answer, the few inputs that move it, one picture and the
   decision; everything else waits in tabs.
2. With each example it opens at most 2,200 px high in a window of 1280, and 3,600 in one of 390.
3. What is in a tab is not needed to understand the page; what is wrong or late stays in sight.
4. The tabs stand after the picture and before the decision: one asks before one decides, and the
   decision is last, whatever is open.
5. At first none is open; the open one, pressed again, is closed.
6. What only a tab shows is worked out in the tab: nothing of one that is shut costs anything.
7. A tab is called what one would ask, in a few words; more than eight are two pages.
8. Its name in the address is in small letters and hyphens, and stays when its label or the language
   changes.
9. A reload keeps it open, the browser's way back closes it, and links lead to it.
10. Pills wrap. st.tabs always has one open and hides what does not fit a phone; segments lose
    their borders where they wrap.
11. A press takes 44 px on a phone, Space opens by the keyboard, and axe finds nothing.
12. The picture's table is a tab, "In a table"; questions to talk about come last.
13. A fold inside a tab is for what takes seconds, or for one row of many.
14. A table of more than four columns is written in paragraphs: what scrolls sideways cannot be
    reached by the keyboard.
15. A message stands where its button is, so a part that says it worked must not leave with what it
    did: who began with an empty list keeps its fields.
16. A first layer has at most two shares "of 100" and no measure of statistics.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.choices import chips
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.prompts import prompts
from cidesign.ui.kit.words import as_label

MORE = "more"
"""What an address calls the tab that is open, as in ``compare?more=would-it-hold``."""
TALK = "to-talk-about"


@dataclass(frozen=True)
class Layer:
    """One tab.

    Args:
        id: as an address names it, small letters and hyphens; it stays when the label changes.
        label: a few words, what one would ask.
        draw: draws what is in it; called only while it is open.
    """

    id: str
    label: str
    draw: Callable[[], object]


def layers(page: Page, offered: Sequence[Layer]) -> None:
    """The row of tabs, and the one that is open: none at first, and none again once the open one is
    pressed. The questions to talk about at this page come last.

    Args:
        page: the open page; the address says which of its tabs is open.
        offered: in the order in which one would ask. What has nothing to show is left out.
    """
    tabs = listed(page, offered)
    if not tabs:
        return
    asked, key = st.query_params.get(MORE), f"{page.name}.closer"
    session.follow(key, asked if asked in tabs else None)
    with st.container(key=f"layers_{page.name}"):
        opened = chips(
            say("Look closer"),
            list(tabs),
            format_func=lambda id: as_label(tabs[id].label),
            key=key,
            on_change=_opened,
            args=(key,),
        )
        if opened in tabs:
            with st.container(key=f"layer_{page.name}"):
                tabs[opened].draw()


def listed(page: Page, offered: Sequence[Layer]) -> dict[str, Layer]:
    """The tabs by their name in an address, in order; the questions to talk about come last."""
    talk = Layer(TALK, say("Talk about this"), lambda: prompts(page))
    asked = [talk] if page.catalog.prompts_for(page.name) else []
    return {one.id: one for one in (*offered, *asked)}


def open_layer(id: str) -> None:
    """Open a tab of the page that is drawn next; for callbacks."""
    st.query_params[MORE] = id


def _opened(key: str) -> None:
    """Say in the address which tab is open, so that a reload, a bookmark and a link find it."""
    if opened := session.value(key):
        open_layer(str(opened))
    else:
        st.query_params.pop(MORE, None)
