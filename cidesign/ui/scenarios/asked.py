"""What this tab asks what if of a workshop, and from which saved scenario it began."""

from collections.abc import Sequence

import streamlit as st
from pydantic import ValidationError

from cidesign.domain.scenario import Scenario
from cidesign.domain.what_if import NOTHING_ASKED, Asked, WhatIfs
from cidesign.ui.kit import session
from cidesign.ui.kit.page import Page
from cidesign.views.scenarios.view import Option

ADDRESS = "what_if"
"""What an address calls all that is asked, so that a reload and a link find it."""
SWITCHES = "scenarios.switches"
"""The fold with all switches."""
_ASKED, _OPENED = "_scenarios.what_if", "_scenarios.opened"


def asked_now(page: Page) -> Asked:
    """What this tab asks of this workshop, at first what its address says."""
    asked: Asked | None = session.value(_of(page, _ASKED))
    if asked is not None:
        return asked
    try:
        return WhatIfs.model_validate_json(st.query_params.get(ADDRESS) or "{}")
    except ValidationError:
        return NOTHING_ASKED


def ask(page: Page, asked: Asked) -> None:
    """Ask this from now on; for callbacks, and once as a page is drawn."""
    session.put(_of(page, _ASKED), asked)


def ask_nothing(page: Page) -> None:
    """Switch all off; a callback."""
    ask(page, NOTHING_ASKED)
    session.put(_of(page, _OPENED), None)


def tell_address(asked: Asked) -> None:
    """Say in the address what is asked."""
    if asked:
        st.query_params[ADDRESS] = asked.model_dump_json(exclude_defaults=True)
    elif ADDRESS in st.query_params:
        del st.query_params[ADDRESS]


def open_switches(page: Page, kept: Scenario) -> None:
    """Set the switches as a saved scenario has them; a callback."""
    ask(page, kept.what_if)
    begin_from(page, kept.id)
    session.put(SWITCHES, True)


def begin_from(page: Page, id: str) -> None:
    """From now on the switches are those of this saved scenario."""
    session.put(_of(page, _OPENED), id)


def opened(page: Page, known: Sequence[Option]) -> Option | None:
    """The saved scenario whose switches are set, if it is still there."""
    id = session.value(_of(page, _OPENED))
    return next((one for one in known if one.saved and one.saved.id == id), None)


def is_open(page: Page, kept: Scenario) -> bool:
    """Whether the switches are those of this scenario, unchanged."""
    return session.value(_of(page, _OPENED)) == kept.id and asked_now(page) == kept.what_if


def _of(page: Page, key: str) -> str:
    """What a key is called for this workshop: another one asks for itself."""
    return f"{key}.{page.workshop}"
