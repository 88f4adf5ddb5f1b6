"""Starts the app for tests, pictures and measurements: on a free loopback port, with a store of its
own.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE_SECONDS = 60
SERVE = (sys.executable, "-c", "from cidesign.cli import main; main()", "serve", "--port", "{port}")


@contextmanager
def served(
    folder: Path, *, command: Sequence[str] = SERVE, cwd: Path | None = None
) -> Iterator[str]:
    """The app's address, such as http://127.0.0.1:40123, while it runs; store and log lie in
    `folder`.

    Raises:
        RuntimeError: it ended or stayed silent for a minute; the message holds its log.
    """
    port = free_port()
    log = folder / "serve.log"
    environment = {**os.environ, "CIDESIGN_STORE": f"sqlite:///{folder / 'store.sqlite3'}"}
    with log.open("wb") as written:
        process = subprocess.Popen(
            [part.format(port=port) for part in command],
            stdout=written,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=cwd,
        )
        try:
            _wait_until_it_answers(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    """A loopback port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def healthy(port: int) -> bool:
    """Whether an app answers on this loopback port."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _wait_until_it_answers(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not healthy(port):
        if process.poll() is not None or time.monotonic() > deadline:
            state = (
                f"ended with {process.returncode}"
                if process.poll() is not None
                else f"was silent for {PATIENCE_SECONDS} s"
            )
            raise RuntimeError(
                f"the app {state}:\n{log.read_text(encoding='utf-8', errors='replace')}"
            )
        time.sleep(0.05)
