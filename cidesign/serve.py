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

from cidesign.home import app_folder
from cidesign.ui.kit.inside_streamlit import leads_through_the_app
from cidesign.workshop import default_url

LOOPBACK = "127.0.0.1"
_FILE = "sqlite:///"


def listen(port: int) -> socket.socket:
    """A socket that listens on this machine's own address and on no other.

    Raises:
        OSError: somebody else has the port, or it may not be opened.
    """
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((LOOPBACK, port))
        opened.listen(128)
    except OSError:
        opened.close()
        raise
    return opened


def run(listening: socket.socket, tell: Callable[[], None]) -> None:
    """Serve the app on a listening socket until it is stopped; ``tell`` is called once it
    answers.
    """
    _keep_the_store_where_it_is()
    os.chdir(app_folder())  # Streamlit looks for .streamlit/config.toml here
    leads_through_the_app()
    app = st.App("app.py")
    server = _Telling(uvicorn.Config(app, access_log=False, log_level="warning"))
    for name in (
        "uvicorn.access",
        "uvicorn.error",
    ):  # Streamlit turns both on again when it reads its settings
        logging.getLogger(name).addFilter(_is_a_warning)
    server.tell = tell
    server.run(sockets=[listening])


class _Telling(uvicorn.Server):
    """A server that says when it has started."""

    tell: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.tell()


def _is_a_warning(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING


def _keep_the_store_where_it_is() -> None:
    """A store named relative to the present folder stays there after we change to the app's own."""
    url = default_url()
    if url.startswith(_FILE) and url != f"{_FILE}:memory:":
        os.environ["CIDESIGN_STORE"] = _FILE + Path(url.removeprefix(_FILE)).absolute().as_posix()
