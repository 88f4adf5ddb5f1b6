"""What one may look at more closely on the overview: what was changed, with a way back, and other
workshops.
"""

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Entrance, Page
from cidesign.ui.overview import first_plan
from cidesign.ui.overview.doors import doors
from cidesign.ui.overview.history import changes
from cidesign.ui.overview.kept import kept


def closer(entrance: Entrance, page: Page) -> tuple[Layer, ...]:
    """The page's tabs while a workshop is open."""
    return (
        Layer("changes", say("What was changed, and undo"), lambda: changes(page)),
        Layer("others", say("Other workshops, a new one"), lambda: _others(entrance, page)),
    )


def _others(entrance: Entrance, page: Page) -> None:
    kept(entrance.kept, page.workshop)
    st.space("small")
    first_plan.offer("overview.first.again", primary=False)
    doors()
