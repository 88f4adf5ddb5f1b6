"""What a rerun of each page costs the server, and how long the app takes to start, each against an empty Streamlit page."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import in_turn, table
from benchmarks.metered import used_seconds
from tools.example import open_example
from tools.serving import SERVE, free_port, served
from tools.visitor import Visitor, exceptions

EMPTY = Path(__file__).with_name("empty.py")
ROOT = Path(__file__).parents[1]
STREAMLIT = ("streamlit", "run", str(EMPTY), "--server.headless", "true", "--server.port", "{port}")
CALM = ("--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false", "--runner.postScriptGC", "false")
RERUNS = 10
ROUNDS = 5
STARTS = 5


def run_reruns() -> None:
    """CPU of the server per rerun: the empty page, and each page of ours with an example open."""
    with (
        _metered(*STREAMLIT, *CALM) as (empty_url, empty_meter),
        _metered("cidesign", "serve", "--port", "{port}") as (url, meter),
        Visitor(empty_url) as bare,
        Visitor(url) as guest,
    ):
        open_example(guest)
        variants = {"an empty page": _reruns(bare, "/", empty_meter)}
        variants |= {path or "overview": _reruns(guest, f"/{path}", meter) for path in guest.pages}
        taken = in_turn(variants, rounds=ROUNDS)
    table(f"Server CPU per rerun, mean of {RERUNS}", taken, against="an empty page")


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


def _start(command: tuple[str, ...]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        with served(Path(folder), command=command, cwd=Path(folder)) as url, Visitor(url) as visitor:
            visitor.visit()
            return time.perf_counter() - started


@contextmanager
def _metered(*program: str) -> Iterator[tuple[str, int]]:
    meter = free_port()
    command = (sys.executable, "-m", "benchmarks.metered", str(meter), *program)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), command=command, cwd=ROOT) as url:
        yield url, meter
