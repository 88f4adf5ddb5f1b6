"""What else a facilitator may ask of the room: each person by name."""

from cidesign.text import say
from cidesign.ui.kit import who
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.room import links


def closer(page: Page, sheet: links.Sheet) -> tuple[Layer, ...]:
    """The tabs of the page; none for who lets nobody in. ``sheet``: makes the sheet to cut out."""
    if not who.is_shared() or not who.facilitates():
        return ()
    label = say("Links and people")
    return (Layer(links.PEOPLE, label, lambda: links.people_tab(page, sheet)),)
