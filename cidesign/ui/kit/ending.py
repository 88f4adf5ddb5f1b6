"""A page that has said all it has to say ends here, and leaves nothing behind that the browser has
forgotten.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from cidesign.ui.kit import drafts, who
from cidesign.ui.kit.inside_streamlit import DrawingEnds


def end() -> NoReturn:
    """End the drawing of a page; in place of ``st.stop()``."""
    raise DrawingEnds


def to_the_end(draw: Callable[[], None]) -> None:
    """Draw a page for who sits here when it begins, and take it for whole wherever it ended
    itself.
    """
    with suppress(DrawingEnds), who.looked_up_once():
        draw()
    drafts.drawn()
