"""How every page begins: the gate, the looks, the catalog, the workshop this tab has open. Nothing
relies on app.py having run first.
"""

from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from cidesign.acts import Act
from cidesign.catalog import in_language
from cidesign.domain.catalog import Catalog
from cidesign.domain.problem import BadInput
from cidesign.domain.walk import WALK, Step, step_of
from cidesign.domain.workshop import Bundle
from cidesign.text import say, speak, spoken
from cidesign.ui.kit import current, saving, session, theme, who
from cidesign.ui.kit.conflict import conflict
from cidesign.ui.kit.contents import page_of
from cidesign.ui.kit.director_instead import director_instead
from cidesign.ui.kit.ending import end
from cidesign.ui.kit.inside_streamlit import goes_where_one_went, leads_through_the_app
from cidesign.ui.kit.language import language_of
from cidesign.ui.kit.our_form import our_form
from cidesign.ui.kit.problems import problems, reconnected
from cidesign.ui.kit.states import empty
from cidesign.ui.kit.theme import Mode
from cidesign.ui.kit.words import as_label
from cidesign.workshop import NoSuchWorkshop, StoreFails

MOST_OFFERED = 8
STAY_OPEN = frozenset({"initiative"})
"""Pages about the backbone that hold more, such as the committee."""


@dataclass(frozen=True)
class Page:
    """What a page works on: the workshop as it was read for this drawing, and the ways to change it
    (for callbacks). ``reader``: for whom the record was made; empty where one works alone.
    """

    name: str
    workshop: str
    bundle: Bundle
    revision: int
    catalog: Catalog
    mode: Mode
    reader: str = ""

    @property
    def step(self) -> Step:
        """The page's step of the walk, in this workshop's words."""
        return step_of(self.name).of(self.bundle.workshop)

    @property
    def question(self) -> str:
        """What the page asks, in the language that is spoken."""
        return say(self.step.question)

    def speak(self) -> None:
        """Speak this workshop's language; first in a callback that says something itself, because
        no page was begun there.
        """
        speak(language_of(self.bundle))

    def do(self, act: Act, *, nonce: str | None = None, place: str = "") -> bool:
        """Change the workshop by one act; see ``cidesign.ui.kit.saving.do``."""
        return saving.do(self.workshop, act, nonce=nonce, place=place)


@dataclass(frozen=True)
class Entrance:
    """What the overview works on: the catalog, what is kept in the store, and the open workshop's
    page if one is open.
    """

    catalog: Catalog
    kept: tuple[tuple[str, str, datetime], ...]
    page: Page | None
    mode: Mode

    @property
    def question(self) -> str:
        """What the overview asks, in the language that is spoken."""
        return say(WALK[0].question)


def open_page(name: str) -> Page:
    """Begin a page that needs an open workshop; without one it says so, shows the way and ends the
    drawing there. So it does where a director is chosen and the page asks about the backbone, but
    for those that stay open.
    """
    _through_the_app()
    theme.dress(say(step_of(name).label))
    _gate()
    page = _page(name, _catalog())
    _tell()
    if page is None:
        _which()
        st.title(say("No workshop is open"), anchor=False)
        empty(
            say("There is nothing to answer from yet."),
            say("Open an example, start your own workshop, or open a bundle."),
            page=WALK[0].file,
            label=say("Go to the overview"),
        )
        end()
    _watermark(page.bundle)
    our_form(name, page.bundle, page.catalog)
    if page.bundle.workshop.seeks_a_person and page.step.of_the_backbone:
        director_instead(page.question, page.bundle)
        if name not in STAY_OPEN:
            end()
    return page


def open_entrance() -> Entrance:
    """Begin the overview, which also works when nothing is open."""
    _through_the_app()
    theme.dress(say(WALK[0].label))
    _gate()
    catalog = _catalog()
    page = _page(WALK[0].id, catalog)
    _tell()
    if page is not None:
        _watermark(page.bundle)
    return Entrance(in_language(catalog, spoken()), current.workshops(), page, theme.mode())


def _through_the_app() -> None:
    # A fresh server that is asked for a page first runs the page's file alone; switch that off and
    # run the whole app.
    goes_where_one_went()
    if not leads_through_the_app():
        st.rerun()


def _gate() -> None:
    """On a shared server nobody comes further without a pass."""
    if who.person() is None:
        st.title(say("Join with your link or the room code"), anchor=False)
        st.link_button(say("To the door"), "/join")
        end()


def _which() -> None:
    """Ask which of the workshops that are kept this tab shall show; nothing where there is none."""
    offered = current.workshops()[:MOST_OFFERED]
    if not offered:
        return
    st.title(say("Which workshop?"), anchor=False)
    st.markdown(say("This tab shows none yet. Open one, and this page shows it."))
    for id, name, _ in offered:
        st.button(
            as_label(name),
            key=f"which.{id}",
            type="primary" if len(offered) == 1 else "secondary",
            on_click=current.open_workshop,
            args=(id,),
        )
    st.page_link(
        page_of(WALK[0].id), label=say("Go to the overview"), icon=":material/arrow_forward:"
    )
    end()


def _catalog() -> Catalog:
    try:
        return current.catalog()
    except BadInput as error:
        problems(
            error.problems, say("Nothing was changed. Mend the data files and reload this page.")
        )
        end()


def _page(name: str, catalog: Catalog) -> Page | None:
    try:
        id = current.workshop()
        if id is None:
            return None
        kept = current.read(id)
    except NoSuchWorkshop:
        current.close_workshop()
        session.note(session.Note("missing", ""))
        return None
    except StoreFails:
        raise
    except BadInput as error:
        current.close_workshop()
        problems(
            error.problems,
            say("This workshop cannot be shown. Nothing was changed; it is still in the store."),
        )
        return None
    current.open_workshop(id)
    speak(language_of(kept.bundle))
    ours = catalog.of(kept.bundle.workshop)
    mode, told = theme.mode(), in_language(ours, spoken())
    return Page(name, id, kept.bundle, kept.revision, told, mode, kept.reader)


def _tell() -> None:
    if session.outlived():
        reconnected()
    if waiting := session.value(saving.CONFLICT):
        conflict(waiting)
    for note in dict.fromkeys(session.take_notes()):
        if note.kind == "problems":
            problems(note.problems, note.what)
        elif note.kind == "missing":
            st.warning(
                say(
                    "**This workshop is not in this store.** It was deleted, or the link is from "
                    "another machine."
                ),
                icon=":material/history:",
            )
        else:
            st.success(note.what, icon=":material/check:")


def _watermark(bundle: Bundle) -> None:
    if bundle.workshop.example:
        with st.container(key="watermark"):
            st.text(bundle.workshop.example)
