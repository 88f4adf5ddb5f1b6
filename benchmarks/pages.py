"""What a rerun of each page costs the server, and how long the app takes to start, each against an
empty Streamlit page.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from benchmarks.measure import in_turn, table
from benchmarks.metered import used_seconds
from cidesign.acts.declare import Declare
from cidesign.record import changed, example_bundle
from cidesign.workshop import Store
from tools.example import FIRST, open_example
from tools.serving import SERVE, free_port, served
from tools.visitor import Visitor, exceptions

EMPTY = Path(__file__).with_name("empty.py")
ROOT = Path(__file__).parents[1]
STREAMLIT = ("streamlit", "run", str(EMPTY), "--server.headless", "true", "--server.port", "{port}")
CALM = (
    "--server.address",
    "127.0.0.1",
    "--browser.gatherUsageStats",
    "false",
    "--runner.postScriptGC",
    "false",
)
RERUNS = 10
ROUNDS = 5
DEEP = 2
ASKED_MS = 40
EMPTY_PAGE = "an empty page"
MEMBER = ("ana", "Ana Reyes")
ASKING = {"pay": "0.1", "source_lost": ["data_fund"], "grant_length": {"foundation": -12}}
"""Three switches that the example can be asked."""
STARTS = 5


def run_reruns() -> None:
    """CPU of the server per rerun: an empty page, each of ours with an example open, then with its
    folds open, with each of its tabs, and a sheet of scores.
    """
    with (
        _metered(*STREAMLIT, *CALM) as (empty_url, empty_meter, _),
        _metered("cidesign", "serve", "--port", "{port}") as (url, meter, folder),
        Visitor(empty_url) as bare,
        Visitor(url) as guest,
        Visitor(url) as reader,
        Visitor(url) as asker,
        Visitor(url) as member,
    ):
        for one in (guest, reader, asker):
            open_example(one)
        variants = {EMPTY_PAGE: _reruns(bare, "/", empty_meter)}
        for path in guest.pages:
            variants[path or "overview"] = _reruns(guest, f"/{path}", meter)
        for path in guest.pages:
            _unfold(reader, f"/{path}")
            variants[f"{path or 'overview'}, all folds open"] = _reruns(reader, f"/{path}", meter)
        for path in guest.pages:
            variants[f"{path or 'overview'}, one tab after the other"] = _through_tabs(
                reader, f"/{path}", meter
            )
        asking = f"/scenarios?what_if={quote(json.dumps(ASKING))}"
        variants["scenarios, what if"] = _reruns(asker, asking, meter)
        address = f"/score?w={_with_a_round_open(folder)}"
        chosen = member.press(f"score.who.{MEMBER[0]}", member.visit(address))
        variants["score, a member's list"] = _reruns(member, address, meter)
        taken = in_turn(variants, rounds=ROUNDS)
        member.press("score.back", member.press("score.begin.0", chosen))
        taken |= in_turn({"score, one question": _reruns(member, address, meter)}, rounds=ROUNDS)
    table(f"Server CPU per rerun, mean of {RERUNS}", taken, against=EMPTY_PAGE, under_ms=ASKED_MS)


def _unfold(visitor: Visitor, path: str) -> None:
    for _ in range(DEEP):
        visitor.unfold(visitor.visit(path))


def _with_a_round_open(folder: Path) -> str:
    bundle = changed(example_bundle(FIRST), "workshop.yaml", {("stage",): "scoring"})
    candidates = tuple(candidate.id for candidate in bundle.candidates)
    declared = Declare(rater=MEMBER[0], candidates=candidates).on(bundle)
    with Store(f"sqlite:///{folder / 'store.sqlite3'}") as store:
        return store.create(declared)


def run_start() -> None:
    """From the command to a drawn first page."""
    variants = {
        "an empty Streamlit app": lambda: _start((sys.executable, "-m", *STREAMLIT, *CALM)),
        "cidesign serve": lambda: _start(SERVE),
    }
    taken = in_turn(variants, rounds=STARTS)
    table("Start of the app, to its first page", taken, against="an empty Streamlit app")


def _reruns(visitor: Visitor, path: str, meter: int) -> Callable[[], float]:
    def once() -> float:
        if faults := exceptions(visitor.visit(path)):
            raise RuntimeError(f"{path} shows {faults}")
        before = used_seconds(meter)
        for _ in range(RERUNS):
            visitor.again()
        return (used_seconds(meter) - before) / RERUNS

    return once


def _through_tabs(visitor: Visitor, path: str, meter: int) -> Callable[[], float]:
    """The mean of a rerun with each tab of a page open."""
    addresses = visitor.tabs(path)

    def once() -> float:
        return sum(_reruns(visitor, one, meter)() for one in addresses) / len(addresses)

    return once


def _start(command: tuple[str, ...]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        with (
            served(Path(folder), command=command, cwd=Path(folder)) as url,
            Visitor(url) as visitor,
        ):
            visitor.visit()
            return time.perf_counter() - started


@contextmanager
def _metered(*program: str) -> Iterator[tuple[str, int, Path]]:
    meter = free_port()
    command = (sys.executable, "-m", "benchmarks.metered", str(meter), *program)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder), command=command, cwd=ROOT) as url,
    ):
        yield url, meter, Path(folder)
