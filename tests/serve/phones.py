"""Phones without a browser: each drives its member's sheet over the network as the sheet's own
script does, keeps what is not acknowledged and sends it again. And servers that may be killed.
"""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tools.serving import free_port, healthy

ROOT = Path(__file__).parents[2]
FORM = "application/x-www-form-urlencoded"
PATIENCE_SECONDS = 120
LATER = (ConnectionError, http.client.HTTPException, TimeoutError, OSError)
"""What a phone meets while a server is away."""


def committee(members: int, candidates: int, criteria: int) -> dict[str, bytes]:
    """A workshop whose round is open, in which all have declared."""
    people = "".join(f"- {{id: m{one}, name: Member {one}}}\n" for one in range(members))
    rules = "".join(
        f"- {{id: k{one}, weight: 10, scale: {{worst: 1, best: 5, step: 1}}}}\n"
        for one in range(criteria)
    )
    declared = "".join(f"m{who},c{one}\n" for who in range(members) for one in range(candidates))
    seal = "seal: {version: 1, at: 2027-01-01, by: Ana Reyes, sha256: 00}\n"
    listed = "".join(f"c{one},Candidate {one}\n" for one in range(candidates))
    return {
        "workshop.yaml": f"name: Load\nstage: scoring\nmembers:\n{people}".encode(),
        "rules.yaml": f"missing: leave_out\ncriteria:\n{rules}{seal}".encode(),
        "candidates.csv": f"id,name\n{listed}".encode(),
        "declarations.csv": f"rater,candidate\n{declared}".encode(),
    }


@dataclass(frozen=True)
class Running:
    """A server that runs: its process group, and what waits until it is gone."""

    group: int
    is_over: Callable[[], object]


Begin = Callable[[int], Running]


class Server:
    """One server process; it may be killed without warning and started again where it was."""

    def __init__(self, begin: Begin) -> None:
        """A server. ``begin``: starts it at a port."""
        self.port, self._begin = free_port(), begin
        self._running: Running | None = None

    def __enter__(self) -> "Server":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._running = self._begin(self.port)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not healthy(self.port):
            if time.monotonic() > deadline:
                raise RuntimeError("no server; its log says why")
            time.sleep(0.05)

    def kill(self) -> None:
        """`kill -9` of the process and of all that it started."""
        if self._running is not None:
            os.killpg(self._running.group, signal.SIGKILL)
            self._running.is_over()
            self._running = None


def of_its_own(command: Sequence[str], log: Path, **environment: str) -> Begin:
    """Servers that are programs of their own."""

    def begin(port: int) -> Running:
        with log.open("ab") as written:
            process = subprocess.Popen(
                [part.format(port=port) for part in command],
                cwd=ROOT,
                env={**os.environ, **environment},
                stdout=written,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return Running(process.pid, process.wait)

    return begin


def _until_gone(process: int) -> None:
    with suppress(ProcessLookupError):
        while True:
            os.kill(process, 0)
            time.sleep(0.01)


@contextmanager
def loaded_once(log: Path) -> Iterator[Callable[[str, str], Begin]]:
    """Servers of the sheet's routes that are copies of one loaded process; by store and
    workshop.
    """
    with log.open("ab") as written:
        parent = subprocess.Popen(
            [sys.executable, "-m", "tests.serve.forked"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=written,
            text=True,
        )
    orders, told = parent.stdin, parent.stdout
    if orders is None or told is None:
        raise RuntimeError("it was started with both")

    def copies(url: str, workshop: str) -> Begin:
        def begin(port: int) -> Running:
            orders.write(json.dumps([port, url, workshop]) + "\n")
            orders.flush()
            group = int(told.readline())
            return Running(group, lambda: _until_gone(group))

        return begin

    with parent:
        yield copies
        orders.close()


@dataclass
class Phone:
    """One member's phone.

    Args:
        member: her id.
        bears: what her browser brings, such as her pass.
        ports: of the servers; after a lost answer it may reach another one.
        drops: how often the line is lost after a form is sent and before the answer is read.
        kept: by the number of a form, what it said; only those that were acknowledged.
    """

    member: str
    bears: Mapping[str, str]
    ports: Sequence[int]
    drawn: random.Random
    drops: float = 0.0
    kept: dict[int, dict[str, str]] = field(default_factory=dict)
    again: int = 0
    refused: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._line: http.client.HTTPConnection | None = None
        self._token = ""

    def send_all(self, forms: Sequence[dict[str, str]]) -> None:
        """Each form once it is her turn, again and again until it is acknowledged."""
        for number, form in enumerate(forms):
            deadline = time.monotonic() + PATIENCE_SECONDS
            while number not in self.kept and not self.refused:
                try:
                    self._send(number, form)
                except LATER:
                    self.again += 1
                    self._hang_up()
                    if time.monotonic() > deadline:
                        raise
                    time.sleep(0.2)
        self._hang_up()

    def _send(self, number: int, form: dict[str, str]) -> None:
        if not self._token:
            self._token = json.loads(self._asked("GET", f"/sheet?of={form['of']}"))["token"]
        body = urlencode({**form, "nonce": f"{self.member}.{number}", "token": self._token})
        answer = json.loads(self._asked("POST", "/sheet", body))
        if answer["refused"]:
            self.refused.append(str(answer["refused"]))
        else:
            self.kept[number] = form

    def _asked(self, method: str, path: str, body: str = "") -> bytes:
        line = self._line or http.client.HTTPConnection("127.0.0.1", self.drawn.choice(self.ports))
        line.timeout, self._line = 60, line
        headers = {**self.bears, "Accept": "application/json"}
        line.request(method, path, body, {**headers, "Content-Type": FORM} if body else headers)
        if body and self.drawn.random() < self.drops:
            raise ConnectionError("the phone lost its signal")
        return line.getresponse().read()

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


def all_send(phones: Sequence[Phone], forms: Callable[[Phone], Sequence[dict[str, str]]]):
    """Every phone in a thread of its own; join them to wait."""
    threads = [
        threading.Thread(target=one.send_all, args=(forms(one),), daemon=True) for one in phones
    ]
    for one in threads:
        one.start()
    return threads


def score(candidate: int, level: str, *criteria: int, **words: str) -> dict[str, str]:
    """One form of her sheet."""
    levels = {f"level.k{one}": level for one in criteria}
    return {"do": "scores", "of": f"c{candidate}", **levels, **words}
