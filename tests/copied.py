"""The app as a copy of one process that has everything loaded: it answers at once, where a program of
its own loads for two seconds. tests/cli and tests/ui/test_server.py start it as people do.

Run as a program this is that process: `python -m tests.copied`. Each line read holds what a copy is
told, where its store lies and where it writes, as JSON; its number is written back.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from tools.serving import PATIENCE_SECONDS, free_port, healthy

ROOT = Path(__file__).parents[1]
SHARED = ("--share", "--host", "127.0.0.1")
Served = Callable[..., AbstractContextManager[str]]
"""The app's address while it runs, by the folder of its store and log, and its options."""


@contextmanager
def loaded(log: Path) -> Iterator[Served]:
    """Load everything once, and start copies as long as this lasts."""
    with log.open("ab") as written:
        parent = subprocess.Popen(
            [sys.executable, "-m", "tests.copied"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=written,
            text=True,
        )
    orders, told = parent.stdin, parent.stdout
    if orders is None or told is None:
        raise RuntimeError("it was started with both")

    @contextmanager
    def served(folder: Path, *options: str) -> Iterator[str]:
        port, log = free_port(), folder / "serve.log"
        said = ["serve", *options, "--port", str(port)]
        store = f"sqlite:///{folder / 'store.sqlite3'}"
        orders.write(json.dumps([said, store, str(log)]) + "\n")
        orders.flush()
        number = int(told.readline())
        try:
            if not _within(PATIENCE_SECONDS, lambda: healthy(port) or not _is_there(number)):
                raise RuntimeError(f"the app was silent:\n{log.read_text(encoding='utf-8')}")
            if not _is_there(number):
                raise RuntimeError(f"the app ended:\n{log.read_text(encoding='utf-8')}")
            yield f"http://127.0.0.1:{port}"
        finally:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGTERM)
                if not _within(10, lambda: not _is_there(number)):
                    os.kill(number, signal.SIGKILL)

    with parent:
        yield served
        orders.close()


def _within(seconds: float, is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def _load_everything() -> None:
    import cidesign
    from cidesign.catalog import load

    for one in walk_packages(cidesign.__path__, "cidesign."):
        if not one.name.endswith("__main__"):
            import_module(one.name)
    load()


def _let_go(*_: object) -> None:
    """Who has ended is gone, and no zombie."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def main() -> None:
    _load_everything()
    from cidesign.cli import main as cidesign

    signal.signal(signal.SIGCHLD, _let_go)
    copies = []
    for line in sys.stdin:
        said, store, log = json.loads(line)
        number = os.fork()
        if number == 0:
            os.setsid()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(written, 1)
            os.dup2(written, 2)
            os.environ["CIDESIGN_STORE"] = store
            try:
                cidesign(said, prog_name="cidesign")
            finally:
                os._exit(0)
        copies.append(number)
        print(number, flush=True)  # noqa: T201 - what is asked for
    for number in copies:
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGTERM)


if __name__ == "__main__":
    main()
