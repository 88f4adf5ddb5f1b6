"""A room of forty members on their sheets beside forty visitors of an empty Streamlit page, each
acting about every three seconds: `python -m benchmarks.room [SECONDS]`.

Both servers run; one room acts, then the other, in turn. The sheet is served as `cidesign serve
--share` serves it, with a pass for each member.
"""

import http.client
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.pages import CALM, STREAMLIT
from benchmarks.saving import CANDIDATES, CRITERIA, MEMBERS, workshop
from cidesign.domain.person import OPERATOR, Role
from cidesign.record import read_files
from cidesign.workshop import Store, passes, people
from tools.serving import SERVE, served
from tools.visitor import Visitor, exceptions

PAUSE_SECONDS = 3.0
SECONDS = 30.0
ROUNDS = 2
SHARE = (*SERVE[:-2], "--share", "--host", "127.0.0.1", "--port", "{port}")
EMPTY = (sys.executable, "-m", *STREAMLIT, *CALM)
FORM = "application/x-www-form-urlencoded"


def run(seconds: float = SECONDS) -> None:
    """Both rooms in turn; p95 of what each act took by the members' clocks."""
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as theirs:
        folder = Path(ours)
        with (
            served(folder, command=SHARE) as url,
            served(Path(theirs), command=EMPTY, cwd=Path(theirs)) as bare,
            Store(f"sqlite:///{folder / 'store.sqlite3'}") as store,
        ):
            id = store.create(read_files(workshop()))
            members = [_Member(store, id, url, number) for number in range(MEMBERS)]
            guests = [_Guest(bare) for _ in range(MEMBERS)]
            taken: dict[str, list[float]] = {"the sheet": [], "an empty page": []}
            errors: list[str] = []
            for _ in range(ROUNDS):
                taken["the sheet"] += _room([one.tap for one in members], seconds, errors)
                taken["an empty page"] += _room([one.rerun for one in guests], seconds, errors)
            for guest in guests:
                guest.leave()
            kept = len(store.read(id).bundle.scores)
    for told in errors:
        print(f"  failed: {told}")
    print(f"\n{MEMBERS} members, an act about every {PAUSE_SECONDS:g} s each")
    for name, times in taken.items():
        middle, high = (1000 * _quantile(times, share) for share in (0.5, 0.95))
        print(f"  {name:<15}{len(times):6} acts   median {middle:6.1f} ms   p95 {high:6.1f} ms")
    sheet, page = (_quantile(one, 0.95) for one in taken.values())
    lost = len(taken["the sheet"]) - kept
    print(
        f"  p95 of the sheet {sheet / page:.2f} x the empty page's; {len(errors)} errors; "
        f"{lost} lost"
    )


class _Member:
    """A member and her open sheet."""

    def __init__(self, store: Store, id: str, url: str, number: int) -> None:
        one = people.invite(
            store, id, OPERATOR, name=f"m{number}", role=Role.MEMBER, member=f"m{number}"
        )
        cookie = passes.pass_for(store, people.redeem(store, one.token))
        self._bears = {"Cookie": f"{passes.COOKIE}={cookie}", "Accept": "application/json"}
        self._line = http.client.HTTPConnection(url.removeprefix("http://"), timeout=60)
        self._drawn, self._taps = random.Random(number), 0
        self._levels: dict[tuple[int, int], int] = {}
        self._token = self._asked("GET", "/sheet?of=c0")["token"]

    def tap(self) -> None:
        """One level on any criterion of any sheet; another than the one before there."""
        self._taps += 1
        cell = self._drawn.randrange(CANDIDATES), self._drawn.randrange(CRITERIA)
        self._levels[cell] = 1 + self._levels.get(cell, 0) % 5
        said = {
            "do": "scores",
            "of": f"c{cell[0]}",
            f"level.k{cell[1]}": str(self._levels[cell]),
            "nonce": str(self._taps),
            "token": self._token,
        }
        self._asked("POST", "/sheet", urlencode(said))

    def _asked(self, method: str, path: str, body: str = "") -> dict[str, str]:
        headers = {**self._bears, "Content-Type": FORM} if body else self._bears
        try:
            self._line.request(method, path, body or None, headers)
            answer = self._line.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):
            # The server lets go of a line that is idle; a browser then takes a new one.
            self._line.close()
            self._line.request(method, path, body or None, headers)
            answer = self._line.getresponse()
        told = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path} answers {answer.status}: {told[:200]!r}")
        return dict(json.loads(told))


class _Guest:
    """A visitor of the empty page."""

    def __init__(self, url: str) -> None:
        self._visitor = Visitor(url)
        self._visitor.__enter__()
        self._visitor.visit()

    def rerun(self) -> None:
        """Draw the page once more."""
        if faults := exceptions(self._visitor.again()):
            raise RuntimeError(f"the empty page shows {faults}")

    def leave(self) -> None:
        """Close the connection."""
        self._visitor.__exit__(None, None, None)


def _room(acts: Sequence[Callable[[], None]], seconds: float, errors: list[str]) -> list[float]:
    """What each act took while all act for so long."""
    taken: list[float] = []

    def one(place: int, act: Callable[[], None]) -> None:
        drawn, end = random.Random(place), time.monotonic() + seconds
        time.sleep(drawn.uniform(0, PAUSE_SECONDS))
        while time.monotonic() < end:
            began = time.perf_counter()
            try:
                act()
            except (RuntimeError, OSError, http.client.HTTPException) as error:
                errors.append(str(error))
                return
            taken.append(time.perf_counter() - began)
            time.sleep(drawn.uniform(0, 2 * PAUSE_SECONDS))

    threads = [threading.Thread(target=one, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def _quantile(taken: list[float], share: float) -> float:
    return sorted(taken)[min(len(taken) - 1, int(share * len(taken)))]


if __name__ == "__main__":
    run(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
