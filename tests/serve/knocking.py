"""Asks an ASGI app as a browser would, without a server; and a fake app behind the guard."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode

HOST = "10.0.0.5:8501"
HERE = {"host": HOST, "origin": f"http://{HOST}"}
FORM = {**HERE, "content-type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def cookie(self) -> str:
        """The pass that was set, as the browser will bring it; empty where none was."""
        told = self.headers.get("set-cookie", "")
        return told.partition(";")[0].partition("=")[2]


def ask(
    app, path, *, method="GET", headers=None, form=None, cookie="", scheme="http", of="10.0.0.9"
):
    """One request."""
    given = dict(HERE if form is None else FORM) if headers is None else dict(headers)
    if cookie:
        given["cookie"] = f"cidesign_pass={cookie}"
    body = urlencode(form).encode() if form is not None else b""
    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.lower().encode(), told.encode()) for name, told in given.items()],
        "client": (of, 4321),
        "scheme": scheme,
        "server": ("10.0.0.5", 8501),
        "http_version": "1.1",
        "root_path": "",
    }
    return in_a_loop_of_its_own(_answer(app, scope, body))


def in_a_loop_of_its_own(asked):
    """What is asked, also where a browser of another test keeps a loop running here."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, asked).result()


async def _answer(app, scope, body):
    told = []

    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message):
        told.append(message)

    await app(scope, receive, send)
    start = next(one for one in told if one["type"] == "http.response.start")
    headers = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    content = b"".join(one.get("body", b"") for one in told)
    return Answer(start["status"], headers, content.decode())


def connect(app, path="/_stcore/stream", *, cookie="", headers=None):
    """Try a websocket: the headers the app behind saw, or None where it was refused."""
    seen, told = [], []
    given = {**(headers or {}), "host": HOST}
    if cookie:
        given["cookie"] = f"cidesign_pass={cookie}"
    scope = {
        "type": "websocket",
        "path": path,
        "query_string": b"",
        "headers": [(name.lower().encode(), one.encode()) for name, one in given.items()],
        "client": ("10.0.0.9", 4321),
        "scheme": "ws",
        "subprotocols": [],
        "root_path": "",
    }

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        told.append(message)
        if message["type"] == "websocket.accept":
            seen.append(scope_of[-1])

    scope_of = _SCOPES
    in_a_loop_of_its_own(app(scope, receive, send))
    refused = [one for one in told if one["type"] == "websocket.close"]
    return None if refused else seen[-1]["headers"]


_SCOPES = []


async def behind(scope, receive, send):
    """An app that shows its secret to everybody who gets through."""
    if scope["type"] == "lifespan":
        return
    _SCOPES.append(scope)
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"THE SECRET OF THE APP"})
