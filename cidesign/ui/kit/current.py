"""Which workshop this tab has open, and the store it is kept in."""

from collections.abc import Mapping

import streamlit as st

from cidesign.catalog import load
from cidesign.domain.catalog import Catalog
from cidesign.ui.kit import session
from cidesign.workshop import Kept, Store, default_url

CLOSED = "none"
_READ = "_read"


@st.cache_resource
def _store(url: str) -> Store:
    return Store(url)


def store() -> Store:
    """The store of this server, opened once.

    Raises:
        BadInput: its database cannot be opened.
    """
    return _store(default_url())


def catalog() -> Catalog:
    """Everything we know from ``data/``.

    Raises:
        BadInput: a data file does not hold; all its problems.
    """
    return load()


def workshop() -> str | None:
    """The id of the workshop in the address, else the one this tab had, else the one last changed
    in the store; None: closed.
    """
    asked = st.query_params.get("w") or session.value("_workshop")
    if asked == CLOSED:
        return None
    if asked:
        return str(asked)
    return next((id for id, _, _ in store().names()), None)


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
    kept = store().read(id)
    session.saw_revisions(id, kept.revisions)
    return kept
