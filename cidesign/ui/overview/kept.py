"""What is kept on this machine: the list of workshops, to open, to take away as a bundle, or to
delete after a second word.
"""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from cidesign.domain.dates import day
from cidesign.domain.problem import BadInput
from cidesign.record import zipped
from cidesign.text import say
from cidesign.ui.kit import current, session, who
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.workshop.forgetting import forget

_ASKED = "_kept.delete"


def where_it_is_kept() -> tuple[str, str]:
    """The heading over the list, and what of it leaves the machine: it depends on how we serve."""
    if not who.is_shared():
        return say("Kept on this machine"), say(
            "Every change is saved at once. Nothing leaves this machine."
        )
    return say("Kept on this server, which you run"), say(
        "Only you begin, list and delete workshops. Every change is saved at once on this machine; "
        "whoever joins one is sent what her role may see. Keep your own link: “cidesign recover” "
        "makes another and ends it."
    )


def kept(workshops: Sequence[tuple[str, str, datetime]], shown: str | None) -> None:
    """One row for each workshop: its name, its last change, open, delete.

    Args:
        workshops: id, name and last change.
        shown: the id of the one that is open, if one is.
    """
    for id, name, changed_at in workshops:
        with st.container(key=f"kept_{id}"):
            words, opens, deletes = st.columns([5, 1.2, 1.2], vertical_alignment="center")
            changed = session.local(changed_at)
            words.markdown(
                f"**{plain(name)}**  "
                f"\n{small(say('Changed {day}, {hour}', day=day(changed), hour=changed[11:16]))}"
            )
            if id == shown:
                opens.markdown(small(say("Open now")))
            else:
                opens.button(
                    say("Open"),
                    key=f"overview.open.{id}",
                    on_click=current.open_workshop,
                    args=(id,),
                    width="stretch",
                )
            if not who.runs_the_server():
                continue
            deletes.button(
                say("Delete"),
                key=f"overview.delete.{id}",
                on_click=session.put,
                args=(_ASKED, id),
                width="stretch",
            )
            if session.value(_ASKED) == id:
                _ask(id, name)


def _ask(id: str, name: str) -> None:
    st.warning(
        say(
            "**Delete {name} for good?** It cannot be brought back. Download its bundle first if "
            "you may need it.",
            name=plain(name),
        ),
        icon=":material/delete:",
    )
    with st.container(horizontal=True):
        st.button(say("Yes, delete it"), key=f"overview.yes.{id}", on_click=_delete, args=(id,))
        st.button(
            say("Keep it"),
            key=f"overview.no.{id}",
            on_click=session.put,
            args=(_ASKED, None),
            type="primary",
        )


def _delete(id: str) -> None:
    if not who.runs_the_server():
        return
    try:
        forget(current.store(), [id])
    except BadInput as error:
        session.note(session.Note("problems", say("It was deleted."), error.problems))
    session.put(_ASKED, None)
    if current.workshop() == id:
        current.close_workshop()


def take_away(page: Page) -> None:
    """The whole workshop as one zip that a person can read and cidesign can open again; and the way
    to close it.
    """
    if page.bundle.workshop.round_is_open and not page.reader:
        told = say(
            "A round is open, and the bundle holds every score with its name. Only the facilitator "
            "should take it before the close."
        )
        st.warning(plain(told), icon=":material/lock_open:")
    with st.container(horizontal=True):
        st.download_button(
            say("Download the bundle"),
            data=lambda: zipped(page.bundle),
            file_name=f"{file_name(page.bundle.workshop.name)}.zip",
            mime="application/zip",
            on_click="ignore",
            key="overview.download",
            icon=":material/download:",
        )
        if who.runs_the_server():
            st.button(
                say("Close this workshop"), key="overview.close", on_click=current.close_workshop
            )
        if page.reader:
            st.link_button(say("Leave"), "/leave", icon=":material/logout:")


def file_name(name: str) -> str:
    """A workshop's name as the beginning of a file's: small letters, digits and hyphens."""
    letters = "".join(
        letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower()
    )
    return "-".join(part for part in letters.split("-") if part)[:60] or "workshop"
