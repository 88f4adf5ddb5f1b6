"""The day before: whether people will reach this server, and whether it will carry them. What only
another machine can tell, a phone of yours tells: it opens a page that tries what the app needs.
"""

import base64
import os
import secrets
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from cidesign.domain.problem import Problem
from cidesign.text import mark, say
from cidesign.workshop import Store
from cidesign.workshop.doctor import Checked

TESTED_PEOPLE = 60
"""The most this program is tried with."""
CLOCK_SECONDS = 60
"""How far a clock may be off."""
_FILES_EACH, _FILES_OWN = 8, 200
_MB_EACH, _MB_OWN = 4, 500
_PATIENCE_SECONDS = 5.0
_WORD = "cidesign is here"
_LIVE = "/live"
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>cidesign</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="font:20px sans-serif;padding:1rem"><p>{word}.</p><p id="live" role="status">{waits}</p>
<script>var t=document.getElementById("live"),s=new WebSocket((location.protocol==="https:"?"wss://":
"ws://")+location.host+"{live}");s.onopen=function(){{s.send(String(Date.now()))}};
s.onmessage=function(){{t.textContent="{well}"}};
s.onerror=function(){{t.textContent="{ill}"}};</script></body></html>"""

PORT = mark("The port is free.")
NETWORK = mark("This machine reaches itself by its addresses, for pages and live connections.")
PHONE = mark("A phone reaches it, for pages and live connections.")
CLOCK = mark("Its clock is right.")
SIGNED = mark("There is a secret to sign passes with.")
PEOPLE = mark("It carries a full room.")


@dataclass
class Heard:
    """Who came to the page for the day before, by address; and how far each one's clock is off,
    where a live connection told.
    """

    pages: set[str] = field(default_factory=set)
    live: dict[str, float] = field(default_factory=dict)
    news: threading.Event = field(default_factory=threading.Event)

    def others(self, own: Sequence[str]) -> set[str]:
        """The addresses of other machines."""
        return self.pages - {*own, "127.0.0.1"}


@contextmanager
def answering(listening: socket.socket) -> Iterator[Heard]:
    """Answer on a listening socket as the app would, with a page that tries itself."""
    heard = Heard()
    server = uvicorn.Server(uvicorn.Config(_app(heard), access_log=False, log_level="critical"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + _PATIENCE_SECONDS
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    try:
        yield heard
    finally:
        server.should_exit = True
        thread.join()


def _app(heard: Heard) -> Starlette:
    async def shown(request: Request) -> Response:
        if request.client:
            heard.pages.add(request.client.host)
            heard.news.set()
        told = {
            "waits": say("Trying the live connection …"),
            "well": say("All is well: this device reaches the server."),
            "ill": say("The page came, the live connection did not: this network blocks it."),
        }
        return HTMLResponse(_PAGE.format(word=_WORD, live=_LIVE, **told))

    async def live(connection: WebSocket) -> None:
        await connection.accept()
        try:
            said = await connection.receive_text()
            if connection.client and said.isascii() and said.isdigit():
                heard.live[connection.client.host] = int(said) / 1000 - time.time()
                heard.news.set()
            await connection.send_text(said)
            await connection.receive_text()
        except WebSocketDisconnect:
            return

    return Starlette(routes=[Route("/", shown), WebSocketRoute(_LIVE, live)])


def own_addresses() -> tuple[str, ...]:
    """This machine's addresses on its networks; nothing is sent to find them."""
    found: dict[str, None] = {}
    for outside in ("192.0.2.1", "10.255.255.254", "192.168.255.254", "172.31.255.254"):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((outside, 9))
            except OSError:
                continue
            found[str(probe.getsockname()[0])] = None
    try:
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        named = []
    for one in named:
        found[str(one[4][0])] = None
    return tuple(one for one in found if not one.startswith("127."))


def reached(addresses: Sequence[str], port: int) -> Checked:
    """Whether this machine reaches itself by each address."""
    if not addresses:
        what = say("is in no network")
        remedy = say("join the network of the room, or your phone's hotspot")
        return Checked("network", say(NETWORK), (Problem(say("This machine"), what, remedy),))
    found = tuple(problem for one in addresses for problem in _reach(one, port))
    return Checked("network", say(NETWORK), found)


def _reach(address: str, port: int) -> Iterator[Problem]:
    where = f"{address}:{port}"
    firewall = say(
        "allow incoming connections to port {port} in this machine's firewall", port=port
    )
    try:
        page = _asked(address, port, b"GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n")
    except OSError as error:
        what = say("no page comes ({said})", said=error.strerror or str(error))
        yield Problem(where, what, firewall)
        return
    if _WORD.encode() not in page:
        what, remedy = say("something else answers"), say("name another port, such as --port 8600")
        yield Problem(where, what, remedy)
        return
    try:
        opened = live_word(address, port)
    except OSError as error:
        what = say("no live connection comes about ({said})", said=error.strerror or str(error))
        yield Problem(where, what, firewall)
        return
    if not opened:
        what = say("the page comes, a live connection does not")
        remedy = say("switch off what looks into web traffic here: a proxy, a virus scanner")
        yield Problem(where, what, remedy)


def _asked(address: str, port: int, request: bytes) -> bytes:
    with socket.create_connection((address, port), timeout=_PATIENCE_SECONDS) as line:
        line.sendall(request % f"{address}:{port}".encode())
        answer = b""
        while more := line.recv(65536):
            answer += more
    return answer


def live_word(address: str, port: int, source: str = "") -> bool:
    """Whether a websocket opens and brings back what is sent.

    Raises:
        OSError: nobody answers.
    """
    key = base64.b64encode(secrets.token_bytes(16))
    asked = (
        b"GET %s HTTP/1.1\r\nHost: %s:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n\r\n"
    ) % (_LIVE.encode(), address.encode(), port, key)
    word = str(int(time.time() * 1000)).encode()
    masked, mask = bytearray(word), secrets.token_bytes(4)
    for place in range(len(masked)):
        masked[place] ^= mask[place % 4]
    frame = bytes((0x81, 0x80 | len(word))) + mask + bytes(masked)
    with socket.create_connection(
        (address, port), timeout=_PATIENCE_SECONDS, source_address=(source, 0) if source else None
    ) as line:
        line.sendall(asked)
        head = b""
        while b"\r\n\r\n" not in head:
            if not (more := line.recv(4096)):
                return False
            head += more
        if b" 101 " not in head.partition(b"\r\n")[0]:
            return False
        line.sendall(frame)
        back = head.partition(b"\r\n\r\n")[2]
        while len(back) < 2 + len(word):
            if not (more := line.recv(4096)):
                return False
            back += more
    return back[2:] == word


def phone_came(heard: Heard, own: Sequence[str], port: int, seconds: int) -> Checked:
    """Wait for a phone to open the page, at most so long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not heard.others(own) & set(heard.live):
        heard.news.clear()
        heard.news.wait(min(1.0, max(0.0, until - time.monotonic())))
    return Checked("phone", say(PHONE), tuple(_phone(heard, own, port, seconds)))


def _phone(heard: Heard, own: Sequence[str], port: int, seconds: int) -> Iterator[Problem]:
    others = heard.others(own)
    where = say("The network")
    if not others:
        what = say("no other machine came within {n} seconds", n=seconds)
        remedy = say(
            "is the phone in the same network? Allow port {port} in this machine's firewall; ask "
            "whoever runs the network to switch client isolation off; or use a phone's hotspot",
            port=port,
        )
        yield Problem(where, what, remedy)
    elif not others & set(heard.live):
        what = say("pages come through, live connections do not")
        remedy = say("ask whoever runs the network to let websockets through, or use a hotspot")
        yield Problem(where, what, remedy)
    for one in sorted(others & set(heard.live)):
        if abs(off := heard.live[one]) > CLOCK_SECONDS:
            what = say(
                "its clock and the one of {address} differ by {n} seconds",
                address=one,
                n=round(abs(off)),
            )
            yield Problem(say("This machine"), what, _set_clock())


def clock(store: Store) -> Checked:
    """Whether the clock is behind what was written already."""
    last = max((at for _, _, at in store.names()), default=None)
    now = datetime.now(UTC)
    if last is None or last <= now + timedelta(seconds=CLOCK_SECONDS):
        return Checked("clock", say(CLOCK), ())
    what = say(
        "its clock says {now}, but the last change is from {last}",
        now=now.isoformat(sep=" ", timespec="minutes"),
        last=last.isoformat(sep=" ", timespec="minutes"),
    )
    return Checked("clock", say(CLOCK), (Problem(say("This machine"), what, _set_clock()),))


def _set_clock() -> str:
    return say("let it set its clock by itself, in the settings of its system")


def people() -> int:
    """For how many people there is room, by free memory and open files; at most those this program
    is tried with.
    """
    room = [TESTED_PEOPLE]
    if (free := free_mb()) is not None:
        room.append((free - _MB_OWN) // _MB_EACH)
    if (files := open_files()) is not None:
        room.append((files - _FILES_OWN) // _FILES_EACH)
    return max(0, min(room))


def carries() -> Checked:
    """Whether there is room for a full house."""
    found = []
    free, files = free_mb(), open_files()
    if free is not None and free < _MB_OWN + TESTED_PEOPLE * _MB_EACH:
        what = say("{free} MB of memory are free", free=free)
        needed = _MB_OWN + TESTED_PEOPLE * _MB_EACH
        remedy = say(
            "close other programs: {needed} MB serve {n} people", needed=needed, n=TESTED_PEOPLE
        )
        found.append(Problem(say("This machine"), what, remedy))
    if files is not None and files < _FILES_OWN + TESTED_PEOPLE * _FILES_EACH:
        what = say("a program may have {files} files and connections open", files=files)
        needed = _FILES_OWN + TESTED_PEOPLE * _FILES_EACH
        remedy = say("say ulimit -n {needed} before you start it", needed=needed)
        found.append(Problem(say("This machine"), what, remedy))
    return Checked("people", say(PEOPLE), tuple(found))


def free_mb() -> int | None:
    """Free memory in MB; None where the system does not say."""
    told = Path("/proc/meminfo")
    if not told.exists():
        return None
    for line in told.read_text(encoding="ascii").splitlines():
        name, _, rest = line.partition(":")
        if name == "MemAvailable":
            return int(rest.split()[0]) // 1024
    return None


def open_files() -> int | None:
    """How many files and connections this program may have open; None where there is no such
    bound.
    """
    if os.name != "posix":
        return None
    import resource  # there on these systems alone

    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return None if soft == resource.RLIM_INFINITY else soft
