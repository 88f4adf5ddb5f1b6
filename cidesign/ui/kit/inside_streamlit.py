"""The five things we reach for inside Streamlit because it has no public way to them. Nobody else
looks in there.

An upgrade may take any of them away: tests/ui/test_inside_streamlit.py says which, and what to do.
"""

from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import StopException, get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import (
    RerunData,
    ScriptRequests,
    ScriptRequestType,
)
from streamlit.runtime.scriptrunner_utils.script_run_context import RunLocation, ThreadState
from streamlit.runtime.state import SessionState


def leads_through_the_app() -> bool:
    """Whether every address leads through ``app.py``; from now on it does.

    The mode in which Streamlit finds pages by itself runs a deep link to a fresh server without it.
    """
    did = not PagesManager.uses_pages_directory
    PagesManager.uses_pages_directory = False
    return did


class DrawingEnds(StopException):
    """This page is drawn to its end: what stands there is all there is.

    Streamlit takes its own ``st.stop()`` for an accident: the session then keeps the values of
    widgets that are gone, while the browser forgets them. Back on such a widget the session would
    still hold what was chosen, and the browser would show nothing. ``app.py`` takes this one for
    what it is, so that both forget and the page says anew what is saved.
    """


def goes_where_one_went() -> None:
    """From now on a field that was left by a tap on a link does not lead back to its page.

    The browser sends two messages then: the new page, and what was written, with the old page. A
    message that brings inputs along is never a way to another page. So where the first still waits,
    or its drawing has just begun, the second is taken for one of the new page.
    """
    if getattr(ScriptRequests, "_goes_where_one_went", False):
        return
    ask = ScriptRequests._request_rerun_locked

    def asked(requests: ScriptRequests, new: RerunData) -> bool:
        before = requests._rerun_data
        waits = requests._state is ScriptRequestType.RERUN
        began = requests._state is ScriptRequestType.CONTINUE and not _brings(before)
        if _brings(new) and before.page_script_hash and (waits or began):
            new = replace(
                new,
                page_script_hash=before.page_script_hash,
                page_name=before.page_name,
                query_string=before.query_string,
            )
        return ask(requests, new)

    ScriptRequests._request_rerun_locked = asked  # type: ignore[method-assign, assignment]
    ScriptRequests._goes_where_one_went = True  # type: ignore[attr-defined]


def _brings(data: RerunData) -> bool:
    """Whether a message of the browser brings inputs along."""
    return bool(data.widget_states and data.widget_states.widgets)


def brings_widgets() -> bool:
    """Whether the browser brings along widgets that this session has not drawn yet."""
    context = get_script_run_ctx()
    return bool(context and context.session_state._state._new_widget_state.states)


def session_state() -> MutableMapping[Any, Any]:
    """What a tab remembers: st.session_state, in callbacks without its end of a drawing."""
    context = get_script_run_ctx()
    if context is None or ThreadState.get().run_location is not RunLocation.CALLBACK:
        return st.session_state
    return _Unended(context.session_state._state)


class _Unended(MutableMapping[str, Any]):
    """What st.session_state holds, for callbacks: without the end that Streamlit puts to a drawing,
    once a newer click came, at each look.

    A callback that is ended there stops in its middle, and its widget then counts as seen: what was
    chosen would show on the screen and never be saved. The newer click's drawing waits until the
    callback is through, because Streamlit holds its lock meanwhile. Pages keep that end: an older
    drawing must not write what a newer click has changed.
    """

    def __init__(self, state: SessionState) -> None:
        self._state = state

    def __getitem__(self, key: str) -> Any:
        return self._state[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self._state[key] = value

    def __delitem__(self, key: str) -> None:
        del self._state[key]

    def __contains__(self, key: object) -> bool:
        return key in self._state

    def __iter__(self) -> Iterator[str]:
        return iter(self._state.filtered_state)

    def __len__(self) -> int:
        return len(self._state.filtered_state)
