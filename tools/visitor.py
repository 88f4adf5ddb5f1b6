"""A visitor without a browser: speaks Streamlit's own wire format, so that runs of a page can be
counted, timed and checked.

Private format of the pinned Streamlit; tests and measurements only.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from types import TracebackType
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

PATIENCE_SECONDS = 60
TABS = ".closer"
"""How the key of each page's row of tabs ends."""


class Visitor:
    """One session at an app. `visit` opens a page, `again` reruns it as a click elsewhere would."""

    def __init__(self, url: str, *, bears: Mapping[str, str] | None = None) -> None:
        """A visitor at an address. ``bears``: headers of its connection, such as a pass."""
        self._bears = dict(bears or {})
        self._address = f"ws://{urlsplit(url).netloc}/_stcore/stream"
        self._open = ExitStack()
        self._hash = ""
        self._query = ""
        self._chosen: dict[str, WidgetState] = {}
        self.pages: list[str] = []

    def __enter__(self) -> "Visitor":
        self._wire = self._open.enter_context(
            connect(
                self._address,
                subprotocols=["streamlit"],
                additional_headers=self._bears,
                max_size=None,
            )
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def visit(self, path: str = "/") -> list[ForwardMsg]:
        """Runs a page from its address, as a deep link does."""
        address, _, self._query = path.partition("?")
        return self._run(ClientState(page_name=address.strip("/"), query_string=self._query))

    def again(self) -> list[ForwardMsg]:
        """Runs the page that is open once more."""
        return self._run(self._state())

    def press(self, key: str, messages: list[ForwardMsg]) -> list[ForwardMsg]:
        """Presses the button with this key among what a run has drawn."""
        state = self._state()
        state.widget_states.widgets.append(
            WidgetState(id=_widget("button", key, messages), trigger_value=True)
        )
        return self._run(state)

    def choose(self, key: str, option: str, messages: list[ForwardMsg]) -> list[ForwardMsg]:
        """Chooses an option in the selectbox with this key; it stays chosen."""
        id = _widget("selectbox", key, messages)
        self._chosen[id] = WidgetState(id=id, string_value=option)
        return self.again()

    def tabs(self, path: str) -> list[str]:
        """Addresses of a page with each of its tabs open, as pressing them writes them."""
        drawn = self.visit(path)
        rows = [
            message.delta.new_element.button_group
            for message in drawn
            if message.delta.new_element.button_group.id.endswith(TABS)
        ]
        found = []
        for row in rows:
            for option in row.options:
                state = self._state()
                pressed = WidgetState(id=row.id)
                pressed.string_array_value.data.append(option.content)
                state.widget_states.widgets.append(pressed)
                self._run(state)
                found.append(f"{path.partition('?')[0]}?{self._query}")
        return found

    def unfold(self, messages: list[ForwardMsg]) -> list[ForwardMsg]:
        """Opens every fold that draws its inside only while it is open; they stay open."""
        for fold in [
            message.delta.add_block.expandable.id
            for message in messages
            if message.delta.add_block.HasField("expandable")
        ]:
            if fold:
                self._chosen[fold] = WidgetState(id=fold, bool_value=True)
        return self.again()

    def _state(self) -> ClientState:
        state = ClientState(page_script_hash=self._hash, query_string=self._query)
        state.widget_states.widgets.extend(self._chosen.values())
        return state

    def _run(self, state: ClientState) -> list[ForwardMsg]:
        self._wire.send(BackMsg(rerun_script=state).SerializeToString())
        return list(self._until_finished())

    def _until_finished(self) -> Iterator[ForwardMsg]:
        while True:
            message = ForwardMsg.FromString(self._wire.recv(timeout=PATIENCE_SECONDS))
            if message.HasField("new_session"):
                self._hash = message.new_session.page_script_hash
            if message.HasField("page_info_changed"):
                self._query = message.page_info_changed.query_string
            if message.HasField("navigation"):
                self.pages = [page.url_pathname for page in message.navigation.app_pages]
                self._hash = message.navigation.page_script_hash or self._hash
            yield message
            if (
                message.HasField("script_finished")
                and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
            ):
                return


def _widget(kind: str, key: str, messages: list[ForwardMsg]) -> str:
    drawn = [
        message.delta.new_element
        for message in messages
        if message.delta.new_element.HasField(kind)
    ]  # type: ignore[arg-type]
    return next(id for one in drawn if (id := getattr(one, kind).id).endswith(f"-{key}"))


def exceptions(messages: list[ForwardMsg]) -> list[str]:
    """What a run drew as exceptions, with their messages."""
    drawn = [
        message.delta.new_element.exception
        for message in messages
        if message.delta.new_element.HasField("exception")
    ]
    return [f"{one.type}: {one.message}" for one in drawn]
