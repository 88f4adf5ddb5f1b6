"""Serves one workshop to many phones: the app for those who joined, and a door for the others."""

import socket
from collections.abc import Callable

import segno
from starlette.types import ASGIApp
from streamlit import config

from cidesign.serve import sheet
from cidesign.serve.guard import PASS_HEADER, beside, for_who_joined
from cidesign.serve.headers import with_safe_headers
from cidesign.serve.health import health
from cidesign.serve.joining import Door
from cidesign.serve.running import (
    EVERYWHERE,
    LOOPBACK,
    at_the_root,
    keep_the_store_where_it_is,
    ready,
    run_until_stopped,
)
from cidesign.serve.trouble import telling_failures
from cidesign.ui.kit import current, who
from cidesign.workshop import Store, default_url, passes
from cidesign.workshop.people import join_link as join_link


def share(listening: socket.socket, store: Store, tell: Callable[[], None], at: str) -> None:
    """Serve on a listening socket until stopped; nobody does or reads anything without a pass.
    ``tell`` is called once it answers; ``at``: the address others find it at.
    """
    app = shared(ready(), store)
    who.share(at=at)
    current.catalog()  # read now, so that the first page need not wait
    run_until_stopped(app, listening, tell)


def shared(app: ASGIApp, store: Store) -> ASGIApp:
    """The app with its door, its guard and its headers."""
    config.set_option("server.trustedUserHeaders", {PASS_HEADER: "pass"})
    sheets = sheet.routes(store, current.catalog(), sheet.by_pass(store))
    routes = [*Door(store).routes(), health(store), *sheets]
    inside = beside(routes, for_who_joined(at_the_root(app), store))
    return with_safe_headers(telling_failures(inside))


def opened() -> tuple[Store, str]:
    """The store that will be served, and the token of whoever runs the server where it is new.

    Raises:
        BadInput: the store cannot be opened, or there is no secret to sign passes with.
    """
    keep_the_store_where_it_is()
    store = Store(default_url())
    passes.secret_of(store)
    return store, passes.admin_token(store) or ""


def address(host: str, port: int) -> str:
    """Where others on the network find the server."""
    named = _own_address() if host == EVERYWHERE else host
    return f"http://{named}:{port}"


def qr(link: str) -> str:
    """A code to point a phone at, drawn in letters of a terminal."""
    rows = [[*row] for row in segno.make(link, error="m", micro=False).matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))
    halves = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    return "\n".join(
        "".join(halves[bool(upper), bool(lower)] for upper, lower in zip(*pair))
        for pair in zip(rows[::2], rows[1::2])
    )


def _own_address() -> str:
    """This machine's address on its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address that belongs to nobody
            return str(probe.getsockname()[0])
        except OSError:
            return LOOPBACK
