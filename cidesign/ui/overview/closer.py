"""What one may look at more closely on the overview: the guide of the next meeting, what was
changed, with a way back, and other workshops.
"""

import streamlit as st

from cidesign.acts.bring_back import BringBack
from cidesign.text import say
from cidesign.ui.kit import who
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Entrance, Page
from cidesign.ui.overview import first_plan
from cidesign.ui.overview.doors import doors
from cidesign.ui.overview.history import changes
from cidesign.ui.overview.kept import kept
from cidesign.ui.overview.meeting import Prints, next_meeting


def closer(entrance: Entrance, page: Page, prints: Prints) -> tuple[Layer, ...]:
    """The page's tabs while a workshop is open. ``prints``: makes a document of the guide."""
    others = Layer("others", say("Other workshops, a new one"), lambda: _others(entrance, page))
    changed = say("What was changed, and undo") if who.may(BringBack) else say("What was changed")
    return (
        Layer("meeting", say("Our next meeting"), lambda: next_meeting(page, prints)),
        Layer("changes", changed, lambda: changes(page)),
        *((others,) if who.runs_the_server() else ()),
    )


def _others(entrance: Entrance, page: Page) -> None:
    kept(entrance.kept, page.workshop)
    st.space("small")
    first_plan.offer("overview.first.again", primary=False)
    doors()
