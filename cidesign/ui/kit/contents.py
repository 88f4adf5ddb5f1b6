"""The sidebar: the walk in its groups, each page with its state. Only pages that exist are
listed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import NOT_NEEDED, Bundle
from cidesign.text import say, speak
from cidesign.ui.kit import current, session
from cidesign.ui.kit.language import language_of
from cidesign.ui.kit.theme import frame
from cidesign.workshop import NoSuchWorkshop

ENTRANCE_ICON = ":material/map:"
DECIDED, NOW, OPEN = (
    ":material/check_circle:",
    ":material/radio_button_checked:",
    ":material/radio_button_unchecked:",
)
SKIPPED = ":material/do_not_disturb_on:"
_PAGES = "_pages"


@dataclass(frozen=True)
class Entry:
    """One line of the table of contents: its group, the page's name in code, and what people read;
    group and label are said when shown.
    """

    group: str
    name: str
    label: str

    @property
    def file(self) -> str:
        """The page's file, from the app's folder."""
        return f"pages/{self.name}.py"


def sidebar(entries: Sequence[Entry], pages: Sequence[Any], shown: str) -> None:
    """Draw the walk. From here on the open workshop's language is spoken.

    Args:
        entries: the table of contents.
        pages: Streamlit's page of each entry.
        shown: the label of the page now on screen.
    """
    bundle = _bundle()
    frame(say(shown))
    session.put("_walk", tuple(entries))
    session.put(_PAGES, {entry.name: page for entry, page in zip(entries, pages, strict=True)})
    address = current.address()
    with st.sidebar:
        for group in dict.fromkeys(entry.group for entry in entries):
            with st.container(gap=None, key=f"group_{group.lower()}"):
                st.markdown(f":small[:gray[**{say(group)}**]]")
                for entry in (entry for entry in entries if entry.group == group):
                    st.page_link(
                        page_of(entry.name),
                        label=say(entry.label),
                        icon=_icon(entry, shown, bundle),
                        query_params=address,
                        width="stretch",
                    )


def go(name: str, label: str) -> None:
    """A primary button that leads to another page."""
    with st.container(key=f"go_{name}"):
        st.page_link(
            page_of(name),
            label=label,
            icon=":material/arrow_forward:",
            icon_position="right",
            query_params=current.address(),
        )


def page_of(name: str) -> Any:
    """What a link to a page of the walk leads to: the page itself where it is known, which spares
    Streamlit the search for its file.
    """
    return session.value(_PAGES, {}).get(name) or f"pages/{name}.py"


def walk() -> tuple[Entry, ...]:
    """The table of contents as ``app.py`` gave it."""
    return tuple(session.value("_walk", ()))


def _icon(entry: Entry, shown: str, bundle: Bundle | None) -> str:
    if entry.name == "overview":
        return ENTRANCE_ICON
    if bundle and bundle.decisions.latest(entry.name):
        return DECIDED
    if entry.label == shown:
        return NOW
    return (
        SKIPPED if bundle and bundle.workshop.has_a_backbone and entry.name in NOT_NEEDED else OPEN
    )


def _bundle() -> Bundle | None:
    """The open workshop; None where none is, or where the page itself tells what is wrong with
    it.
    """
    try:
        id = current.workshop()
        bundle = current.read_for_drawing(id).bundle if id else None
    except (NoSuchWorkshop, BadInput):
        bundle = None
    speak(language_of(bundle))
    return bundle
