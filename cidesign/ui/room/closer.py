"""What else a facilitator may ask of the room: each person by name."""

from cidesign.text import say
from cidesign.ui.kit import who
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.room import links


def closer(page: Page) -> tuple[Layer, ...]:
    """The tabs of the page; none for who lets nobody in."""
    if not who.is_shared() or not who.facilitates():
        return ()
    return (Layer("people", say("Links and people"), lambda: links.people_tab(page)),)
