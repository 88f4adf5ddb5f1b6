"""In front of a shared app: who has not joined gets to the door and nowhere else, whatever address
is asked for, and on a server that has only just begun.
"""

from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from cidesign.text import say
from cidesign.workshop import Store, passes
from cidesign.workshop.people import JOIN

PASS_HEADER = "x-cidesign-pass"  # noqa: S105 - the name of a header
"""Whose a connection is, for Streamlit: nobody takes up another's session by its number."""
OPEN = ("/static/", "/app/static/")
"""The program itself and its pictures, the same for everybody."""
HEALTH = "/_stcore/health"
SHUT = ("/_stcore/metrics", "/_stcore/agent")


def beside(routes: Sequence[BaseRoute], app: ASGIApp) -> ASGIApp:
    """The app, with answers of our own for some addresses."""

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            partly: tuple[BaseRoute, Scope] | None = None
            for route in routes:
                match, more = route.matches(scope)
                if match is Match.FULL:
                    await route.handle({**scope, **more}, receive, send)
                    return
                if match is Match.PARTIAL and partly is None:
                    partly = route, {**scope, **more}
            if partly is not None:
                await partly[0].handle(partly[1], receive, send)
                return
        await app(scope, receive, send)

    return served


def for_who_joined(app: ASGIApp, store: Store) -> ASGIApp:
    """The app, for those alone whose pass holds; others are led to the door."""

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await app(scope, receive, send)
            return
        path = str(scope["path"])
        if path.startswith(SHUT):
            await _refuse(scope, receive, send, 404)
        elif ".." not in path and (path.startswith(OPEN) or path == HEALTH):
            await app(scope, receive, send)
        else:
            cookie = HTTPConnection(scope).cookies.get(passes.COOKIE, "")
            whose = await run_in_threadpool(_whose, store, cookie)
            if whose:
                await app(_marked(scope, whose), receive, send)
            else:
                await _to_the_door(scope, receive, send)

    return served


def _whose(store: Store, cookie: str) -> str:
    """Something that stands for this person and nobody else; empty for who has not joined."""
    if person := passes.person_of(store, cookie):
        return f"{person.workshop}.{person.id}"
    return "operator" if passes.operator_of(store, cookie) else ""


def _marked(scope: Scope, whose: str) -> Scope:
    """The request with our own word on whose it is, and nobody else's."""
    name = PASS_HEADER.encode()
    rest = [one for one in scope["headers"] if one[0].lower() != name]
    return {**scope, "headers": [*rest, (name, whose.encode())]}


async def _to_the_door(scope: Scope, receive: Receive, send: Send) -> None:
    wants_a_page = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
    accepts = dict(scope["headers"]).get(b"accept", b"")
    if wants_a_page and (b"text/html" in accepts or b"*/*" in accepts or not accepts):
        await RedirectResponse(JOIN, 303, {"cache-control": "no-store"})(scope, receive, send)
    else:
        await _refuse(scope, receive, send, 403)


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    told = say("Join with your link or the room code.")
    await PlainTextResponse(told, status)(scope, receive, send)
