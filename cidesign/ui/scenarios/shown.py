"""Which plans stand beside ours on the page Scenarios, as this tab and its address remember it."""

from collections.abc import Sequence

import streamlit as st

from cidesign.ui.kit import session
from cidesign.ui.kit.current import address
from cidesign.views.scenarios.view import MOST_BESIDE_OURS

SHOWN = "scenarios.shown"
SCENARIO = "scenario"
"""What an address calls each plan that stands beside ours: a saved scenario by its own name alone,
as in ``scenarios?scenario=lean_year``.
"""
_TOLD = "_scenarios.told"
_SAVED = "saved:"


def show_beside(id: str) -> None:
    """Let a saved scenario stand beside our plan, in place of the last where there are most; for a
    callback.
    """
    beside = list(session.value(SHOWN) or [])[: MOST_BESIDE_OURS - 1]
    session.put(SHOWN, [*beside, f"{_SAVED}{id}"])


def chosen(known: Sequence[str], first: Sequence[str]) -> list[str]:
    """What stands beside ours now: what a new address says, else what this tab had; what is gone
    meanwhile is left out.

    Args:
        known: ids of all that can.
        first: what does before anybody chooses.
    """
    asked = [_whole(id) for id in st.query_params.get_all(SCENARIO)]
    stored = session.value(SHOWN)
    if asked and asked != session.value(_TOLD):
        stored = asked
    return [id for id in (first if stored is None else stored) if id in known][:MOST_BESIDE_OURS]


def tell_address(ids: Sequence[str], first: Sequence[str]) -> None:
    """Say in the address what stands beside ours, where that is not what does at first."""
    session.put(_TOLD, list(ids))
    told = [] if list(ids) == list(first) else [_short(id) for id in ids]
    if st.query_params.get_all(SCENARIO) == told:
        return
    if told:
        st.query_params[SCENARIO] = told
    else:
        del st.query_params[SCENARIO]


def leads_to(ids: Sequence[str], **more: str) -> list[tuple[str, str]]:
    """What of an address shows these beside ours."""
    said = {**address(), **more}
    return [*said.items(), *((SCENARIO, _short(id)) for id in ids)]


def _short(id: str) -> str:
    return id.removeprefix(_SAVED)


def _whole(id: str) -> str:
    return id if ":" in id else f"{_SAVED}{id}"
