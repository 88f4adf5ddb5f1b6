"""How many scores a second a member's own sheet saves, beside the page Score of the app: `python -m
benchmarks.sheet [TIMES]`.

Both servers hold the same workshop of 40 members, 8 candidates and 9 criteria, half of it scored.
Ten members at once send one save after the other, as many as the server takes. A save of the page
is the press of a card and the drawing that follows.
"""

import http.client
import json
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.metered import used_seconds
from benchmarks.saving import CANDIDATES, CRITERIA, MEMBERS, workshop
from cidesign.acts.give_score import GiveScore
from cidesign.record import read_files
from cidesign.workshop import Store
from tools.serving import free_port, served
from tools.visitor import Visitor, exceptions

TIMES = 6
"""How often every criterion of each one's sheet is saved."""
AT_ONCE = 10
ROOT = Path(__file__).parents[1]
ONE = "c7"


def run(times: int = TIMES) -> None:
    """Both, one after the other."""
    saves = AT_ONCE * times * CRITERIA
    taken = {"the sheet": _by_sheet(times), "the page Score": _by_page(times)}
    print(f"\n{saves} scores of {AT_ONCE} members, each saving one after the other")
    for name, (seconds, used) in taken.items():
        print(
            f"  {name:<15}{saves / seconds:7.1f} saves a second, {1000 * used / saves:6.2f} ms of "
            f"CPU each"
        )
    (wall, cpu), (page_wall, page_cpu) = taken.values()
    print(f"  the sheet saves {page_wall / wall:.1f} x as many; by CPU {page_cpu / cpu:.1f} x")


def _half_scored(folder: Path) -> tuple[str, str]:
    """A store with a workshop in which each member scored half of all; its address and its id."""
    record = read_files(workshop())
    for member in range(MEMBERS):
        for place in range(CANDIDATES * CRITERIA // 2):
            act = GiveScore(
                rater=f"m{member}",
                candidate=f"c{place // CRITERIA}",
                criterion=f"k{place % CRITERIA}",
                score=Decimal(3),
            )
            record = act.change(record)
    url = f"sqlite:///{folder / 'store.sqlite3'}"
    with Store(url) as store:
        return url, store.create(record)


def _by_sheet(times: int) -> tuple[float, float]:
    """Seconds by the clock and of the server's CPU, all saves together."""
    meter = free_port()
    with tempfile.TemporaryDirectory() as folder:
        url, id = _half_scored(Path(folder))
        command = (sys.executable, "-m", "benchmarks.metered", str(meter))
        server = ("tests.serve.sheet_server", "{port}", url, id)
        with served(Path(folder), command=(*command, *server), cwd=ROOT) as at:
            lines = [_Sheet(at, f"m{place}") for place in range(AT_ONCE)]
            took = _measured(meter, lambda place: lines[place].saves(times))
        _look(url, id, AT_ONCE * times * CRITERIA)
        return took


def _measured(meter: int, saves: Callable[[int], None]) -> tuple[float, float]:
    """All members at once."""
    before, began = used_seconds(meter), time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as all_of_them:
        list(all_of_them.map(saves, range(AT_ONCE)))
    return time.perf_counter() - began, used_seconds(meter) - before


class _Sheet:
    """One member's phone with her sheet of one candidate open."""

    def __init__(self, at: str, member: str) -> None:
        self._line = http.client.HTTPConnection(at.removeprefix("http://"), timeout=60)
        self._bears = {"Cookie": f"pass={member}", "Accept": "application/json"}
        self._token = _asked(self._line, "GET", f"/sheet?of={ONE}", self._bears)["token"]

    def saves(self, times: int) -> None:
        form = {**self._bears, "Content-Type": "application/x-www-form-urlencoded"}
        for place in range(times * CRITERIA):
            said = {
                "do": "scores",
                "of": ONE,
                f"level.k{place % CRITERIA}": _level(place % CRITERIA, place // CRITERIA),
                "nonce": str(place),
                "token": self._token,
            }
            _asked(self._line, "POST", "/sheet", form, urlencode(said))


def _asked(
    line: http.client.HTTPConnection,
    method: str,
    path: str,
    headers: dict[str, str],
    body: str = "",
) -> dict[str, str]:
    line.request(method, path, body or None, headers)
    answer = line.getresponse()
    told = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{method} {path} answers {answer.status}: {told[:300]!r}")
    return dict(json.loads(told))


def _by_page(times: int) -> tuple[float, float]:
    meter = free_port()
    with tempfile.TemporaryDirectory() as folder:
        url, id = _half_scored(Path(folder))
        command = (sys.executable, "-m", "benchmarks.metered", str(meter))
        server = ("cidesign", "serve", "--port", "{port}")
        took = [0.0, 0.0]
        with (
            served(Path(folder), command=(*command, *server), cwd=ROOT) as at,
            ExitStack() as stack,
        ):
            pages = [_Page(stack.enter_context(Visitor(at)), id, it) for it in range(AT_ONCE)]
            for turn in range(times):
                for at_place, more in enumerate(
                    _measured(meter, lambda place, turn=turn: pages[place].saves(turn))
                ):
                    took[at_place] += more
                for one in pages:
                    one.begins_again()
        _look(url, id, AT_ONCE * times * CRITERIA)
        return took[0], took[1]


class _Page:
    """One member with the page Score open at her sheet of one candidate."""

    def __init__(self, member: Visitor, id: str, place: int) -> None:
        self._member = member
        drawn = member.choose("score.who", f"Member {place}", member.visit(f"/score?w={id}"))
        self._drawn = member.press("score.begin.7", drawn)

    def saves(self, turn: int) -> None:
        for place in range(CRITERIA):
            key = f"score.level.{ONE}.k{place}.{_level(place, turn)}"
            self._drawn = self._member.press(key, self._drawn)
        if faults := exceptions(self._drawn):
            raise RuntimeError(f"the page shows {faults}")

    def begins_again(self) -> None:
        self._drawn = self._member.press("score.to.0", self._drawn)


def _level(place: int, turn: int) -> str:
    """Another than the one before, which the page would take for the same press."""
    return str(1 + (place + turn) % 5)


def _look(url: str, id: str, saves: int) -> None:
    """Every save must be there, or there was nothing to measure."""
    with Store(url) as store:
        kept = store.read(id).bundle.scores
    found = len(kept) - MEMBERS * (CANDIDATES * CRITERIA // 2)
    if found != saves:
        raise RuntimeError(f"{saves} were to be saved, {found} are kept")


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
