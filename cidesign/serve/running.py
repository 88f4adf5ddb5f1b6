"""Starts the app for one person: reachable from this machine only, without an access log.

Every address leads through ``app.py``: the mode in which Streamlit finds pages by itself, and runs
a deep link without it, is off.
"""

import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cidesign.home import app_folder
from cidesign.ui.kit.inside_streamlit import goes_where_one_went, leads_through_the_app
from cidesign.workshop import default_url

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - where whoever says --share may listen
_FILE = "sqlite:///"


def listen(port: int, host: str = LOOPBACK) -> socket.socket:
    """A socket that listens on this machine's own address and on no other, unless one is named.

    Raises:
        OSError: somebody else has the port, or it may not be opened.
    """
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((host, port))
        opened.listen(128)
    except OSError:
        opened.close()
        raise
    return opened


def run(listening: socket.socket, tell: Callable[[], None]) -> None:
    """Serve the app on a listening socket until it is stopped; ``tell`` is called once it
    answers.
    """
    run_until_stopped(at_the_root(ready()), listening, tell)


def ready() -> ASGIApp:
    """The app, every address of which leads through ``app.py``."""
    keep_the_store_where_it_is()
    os.chdir(app_folder())  # Streamlit looks for .streamlit/config.toml here
    leads_through_the_app()
    goes_where_one_went()
    return st.App("app.py")


def run_until_stopped(app: ASGIApp, listening: socket.socket, tell: Callable[[], None]) -> None:
    """Serve on a listening socket, and log no visit."""
    server = _Telling(uvicorn.Config(app, access_log=False, log_level="warning"))
    for name in (
        "uvicorn.access",
        "uvicorn.error",
    ):  # Streamlit turns both on again when it reads its settings
        logging.getLogger(name).addFilter(_is_a_warning)
    server.tell = tell
    server.run(sockets=[listening])


def at_the_root(app: ASGIApp) -> ASGIApp:
    """The app, whose pages tell the browser where the server is. Left alone, Streamlit's client
    first looks for it beside each page, and the browser's console fills with files not found.
    """

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        if not _asks_for_a_page(scope):
            await app(scope, receive, send)
            return
        page: list[Message] = []

        async def told(message: Message) -> None:
            page.append(message)
            if not message.get("more_body", message["type"] == "http.response.start"):
                for one in _with_root(page):
                    await send(one)

        plain = [(name, said) for name, said in scope["headers"] if name not in _NEVER_WHOLE]
        await app({**scope, "headers": plain}, receive, told)

    return served


_ROOT = b"<script>window.__streamlit = {BACKEND_BASE_URL: location.origin}</script>"
# What makes a server send less than the whole page, letter by letter.
_NEVER_WHOLE = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}


def _asks_for_a_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return any(name == b"accept" and b"text/html" in said for name, said in scope["headers"])


def _with_root(answer: list[Message]) -> list[Message]:
    """An answer whose page says where the server is, before anything of it runs; any other as it
    is.
    """
    start, body = answer[0], b"".join(one.get("body", b"") for one in answer[1:])
    headers = dict(start["headers"])
    if not headers.get(b"content-type", b"").startswith(b"text/html"):
        return answer
    body = body.replace(b"<head>", b"<head>" + _ROOT, 1)
    headers[b"content-length"] = str(len(body)).encode()
    return [
        {**start, "headers": list(headers.items())},
        {"type": "http.response.body", "body": body},
    ]


class _Telling(uvicorn.Server):
    """A server that says when it has started."""

    tell: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.tell()


def _is_a_warning(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING


def keep_the_store_where_it_is() -> None:
    """A store named relative to the present folder stays there after we change to the app's own."""
    url = default_url()
    if url.startswith(_FILE) and url != f"{_FILE}:memory:":
        os.environ["CIDESIGN_STORE"] = _FILE + Path(url.removeprefix(_FILE)).absolute().as_posix()
