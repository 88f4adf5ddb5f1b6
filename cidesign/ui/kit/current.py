"""Which workshop this tab has open, and the store it is kept in."""

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from cidesign.acts.progress import Progress
from cidesign.catalog import load
from cidesign.domain.catalog import Catalog
from cidesign.domain.rehearsal import Rehearsal
from cidesign.domain.workshop import Workshop
from cidesign.ui.kit import session, who
from cidesign.ui.kit.one_store import store
from cidesign.workshop import Kept, NoSuchWorkshop, rehearsing

__all__ = [
    "address",
    "catalog",
    "close_workshop",
    "now",
    "open_workshop",
    "present",
    "read",
    "read_for_drawing",
    "rehearsal",
    "store",
    "workshop",
    "workshops",
]
CLOSED = "none"
_READ = "_read"


def catalog() -> Catalog:
    """Everything we know from ``data/``.

    Raises:
        BadInput: a data file does not hold; all its problems.
    """
    return load()


def workshop() -> str | None:
    """The id of the workshop in the address, else the one this tab had; None: none is open. A new
    tab is asked which one: another person may sit there. Who has joined one has that one, whatever
    the address says.
    """
    here = who.person()
    if here is None or here.workshop:
        return here.workshop if here else None
    asked = st.query_params.get("w") or session.value("_workshop")
    return str(asked) if asked and asked != CLOSED else None


def open_workshop(id: str) -> None:
    """From now on this tab shows this workshop; for callbacks and pages alike."""
    session.put("_workshop", id)
    if st.query_params.get("w") != id:
        st.query_params["w"] = id


def close_workshop() -> None:
    """From now on this tab shows none."""
    open_workshop(CLOSED)


def address() -> Mapping[str, str]:
    """What a link to another page carries along."""
    asked = st.query_params.get("w") or session.value("_workshop")
    return {"w": str(asked)} if asked else {}


def workshops() -> tuple[tuple[str, str, datetime], ...]:
    """Id, name and last change of every workshop that who sits here may open."""
    here = who.person()
    if here is None:
        return ()
    return tuple(one for one in store().names() if here.workshop in ("", one[0]))


def present(id: str) -> Kept:
    """A workshop as it is now, as who sits here may see it.

    Raises:
        NoSuchWorkshop: the store has none with this id, or it is not for her.
        BadInput: what the store has cannot be read any more.
    """
    try:
        return who.seen(store().read(id))
    except NoSuchWorkshop:
        raise
    except LookupError:
        raise NoSuchWorkshop from None


def now(id: str) -> tuple[Workshop, Progress]:
    """What all may know of a workshop this very moment: where it stands, and how far its members
    are, as who sits here may know it. What this tab has seen stays as it was.

    Raises:
        NoSuchWorkshop: the store has none with this id, or it is not for her.
        BadInput: what the store has cannot be read any more.
    """
    kept = store().read(id)
    try:
        return kept.bundle.workshop, who.progress(kept)
    except LookupError:
        raise NoSuchWorkshop from None


def rehearsal(id: str, shop: Workshop) -> Rehearsal | None:
    """The rehearsal that is held in a workshop; None beside real scores, where the store is not
    even asked.
    """
    return None if shop.stage.against_a_rehearsal else rehearsing.held(store(), id)


def read_for_drawing(id: str) -> Kept:
    """A workshop as the store has it now, read for a whole drawing: the ``read`` that follows takes
    this one.

    Raises:
        NoSuchWorkshop: the store has none with this id.
        BadInput: what the store has cannot be read any more.
    """
    session.take(_READ)
    kept = read(id)
    session.put(_READ, kept)
    return kept


def read(id: str) -> Kept:
    """A workshop as the store has it now; this tab has then seen that revision.

    Raises:
        NoSuchWorkshop: the store has none with this id.
        BadInput: what the store has cannot be read any more.
    """
    kept: Kept | None = session.take(_READ)
    if kept is not None and kept.id == id:
        return kept
    kept = present(id)
    session.saw_revisions(id, kept.revisions)
    return kept
