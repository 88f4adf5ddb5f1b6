"""What we reach for inside Streamlit is still there: every address leads through the app, a page says
what it brings along, and a click that comes while an earlier one is being saved ends nothing in its
middle.
"""

import threading

import pytest
import streamlit
import streamlit as st
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import ScriptRunContext, StopException, add_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests
from streamlit.runtime.scriptrunner_utils.script_run_context import RunLocation, ThreadState
from streamlit.runtime.state import SafeSessionState, SessionState

from cidesign.ui.kit import session
from cidesign.ui.kit.inside_streamlit import goes_where_one_went, leads_through_the_app

pytestmark = pytest.mark.quick


def test_automatic_pages_can_still_be_switched_off():
    assert hasattr(PagesManager, "uses_pages_directory"), (
        f"Streamlit {streamlit.__version__} has no PagesManager.uses_pages_directory any more: a "
        "deep link to a fresh server may run a page without app.py and its gate. Find how this "
        "version decides, mend cidesign/ui/kit/inside_streamlit.py, then change this test."
    )


def test_whether_every_address_leads_through_the_app_is_told_once(monkeypatch):
    monkeypatch.setattr(PagesManager, "uses_pages_directory", True)

    assert [leads_through_the_app(), leads_through_the_app()] == [False, True]


def test_streamlit_still_says_which_widgets_a_page_brings_along():
    assert SessionState()._new_widget_state.states == {}, (
        "Streamlit keeps the widgets a page brings in another place now: mend brings_widgets() in "
        "cidesign/ui/kit/inside_streamlit.py, or the first click after a restart of the server is "
        "lost in silence."
    )


def no_message(message) -> None:
    """Where a script's messages to the browser go."""


class Interrupted:
    """A session whose every look into st.session_state finds that the browser has asked for a newer
    drawing.
    """

    def __init__(self) -> None:
        self.state = SessionState()

    def newer_click(self) -> None:
        raise StopException

    def run(self, act, location=RunLocation.CALLBACK) -> list[BaseException]:
        """The act in a script's thread of its own, as a callback or (the main script) as a page;
        what it raised.
        """
        raised: list[BaseException] = []

        def script() -> None:
            try:
                ThreadState.initialize(run_location=location)
                act()
            except BaseException as error:  # noqa: BLE001 - Streamlit's own interruption is no Exception
                raised.append(error)

        thread = threading.Thread(target=script)
        kept = SafeSessionState(self.state, self.newer_click)
        context = ScriptRunContext("tab", no_message, "", kept, *[None] * 5)
        add_script_run_ctx(thread, context)
        thread.start()
        thread.join()
        return raised


def all_looks() -> None:
    session.put("score.level", 4)
    assert session.value("score.level") == 4
    session.follow("score.level", 3)
    session.saw_revision("ours", "plan.yaml", 7)
    assert session.seen_revision("ours", "plan.yaml") == 7
    word = session.nonce("score")
    session.spend("score", word)
    assert session.is_spent(word)
    session.note(session.Note("saved", "Saved."))
    assert [note.what for note in session.take_notes()] == ["Saved."]
    session.forget("score.")
    assert session.take("score.level") is None


def test_a_newer_click_never_ends_a_callback_in_its_middle():
    tab = Interrupted()

    assert tab.run(all_looks) == []


def test_streamlit_itself_would_have_ended_it():
    tab = Interrupted()

    def look() -> None:
        st.session_state["score.level"] = 4

    (raised,) = tab.run(look)
    assert isinstance(raised, StopException), (
        "Streamlit no longer ends a callback at a look: take _Unended out of "
        "cidesign/ui/kit/inside_streamlit.py."
    )


@pytest.mark.parametrize(
    "write",
    [lambda: session.put("score.level", 4), lambda: session.saw_revision("ours", "plan.yaml", 7)],
)
def test_an_older_drawing_never_writes_what_a_newer_click_has_changed(write):
    tab = Interrupted()

    (raised,) = tab.run(write, RunLocation.MAIN_SCRIPT)

    assert isinstance(raised, StopException)
    assert tab.state.filtered_state == {}


@pytest.mark.parametrize("act", [session.take_notes, lambda: session.value("anything")])
def test_what_is_not_there_is_none_or_nothing(act):
    tab = Interrupted()

    assert tab.run(lambda: not act() or pytest.fail("something was there")) == []


OLD, NEW = "old page", "new page"


def message(page, *, brings):
    """What the browser asks for: a page, and whether it brings inputs along."""
    states = WidgetStates()
    if brings:
        states.widgets.add().id = "field"
    return RerunData(page_script_hash=page, widget_states=states)


@pytest.mark.parametrize(
    ("begun", "messages", "page"),
    [
        # A link, and then what was written before it: while both wait, or the first has begun.
        (False, [(NEW, False), (OLD, True)], NEW),
        (True, [(NEW, False), (OLD, True)], NEW),
        # In the order of a slow click.
        (False, [(OLD, True), (NEW, False)], NEW),
        # Somebody changes her mind about the page, or writes on the same one.
        (False, [(NEW, False), (OLD, False)], OLD),
        (True, [(NEW, False), (OLD, False)], OLD),
        (True, [(OLD, True), (OLD, True)], OLD),
        # The first drawing of all has no page yet.
        (True, [("", False), (OLD, True)], OLD),
    ],
)
def test_a_tap_on_a_link_leads_on_although_a_field_was_left_by_it(begun, messages, page):
    goes_where_one_went()
    requests = ScriptRequests()
    first, second = (message(of, brings=brings) for of, brings in messages)

    requests.request_rerun(first)
    if begun:
        requests.on_scriptrunner_ready()
    requests.request_rerun(second)

    assert requests.on_scriptrunner_ready().rerun_data.page_script_hash == page
