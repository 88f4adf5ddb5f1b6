"""Finds the PostgreSQL our tests keep a store in, or installs Debian's: `python -m tools.postgres`.

Tests start a server of their own in a folder of its own, and end it: no other is touched.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools import debian
from tools.serving import free_port

PACKAGE = "postgresql"
SYSTEM_USER = "postgres"
"""Whom Debian's package adds: PostgreSQL refuses to run as root."""
NAME = "cidesign"
PATIENCE_SECONDS = 60
FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")


def found() -> Path | None:
    """The folder of a server's programs on this machine, the newest first, or nothing."""
    if path := shutil.which("initdb"):
        return Path(path).resolve().parent
    here = [
        path
        for pattern in FOLDERS
        for path in Path("/").glob(pattern[1:])
        if (path / "initdb").exists()
    ]
    return max(here, key=lambda path: (len(str(path)), str(path)), default=None)


def install() -> None:
    """Make sure there is one where we may; elsewhere its tests are skipped, and say so."""
    if not found() and debian.may_install():
        debian.install(PACKAGE)


@contextmanager
def served(*, durable: bool = False) -> Iterator[str]:
    """The address of an empty database on a server that lives as long as the block.

    It listens to this machine only, wants a password nobody else knows, and waits for the disk only
    where it is to be ``durable``.

    Raises:
        FileNotFoundError: there is no PostgreSQL.
        RuntimeError: it did not start; says what it wrote.
    """
    programs = found()
    if programs is None:
        raise FileNotFoundError("no PostgreSQL: run python -m tools.postgres")
    folder = Path(tempfile.mkdtemp(prefix="cidesign-postgres-"))
    try:
        password, port, runs_as = secrets.token_hex(16), free_port(), _somebody_but_root()
        (folder / "password").write_text(password, encoding="ascii")
        if runs_as:
            for path in (folder, folder / "password"):
                shutil.chown(path, SYSTEM_USER)
        store = folder / "data"
        make = [
            programs / "initdb",
            "-D",
            store,
            "-U",
            NAME,
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
            "-N",
        ]
        make += ["--locale=C", f"--pwfile={folder / 'password'}"]
        subprocess.run(make, check=True, capture_output=True, cwd=folder, **runs_as)
        command = [programs / "postgres", "-D", store, "-p", str(port), "-k", ""]
        command += ["-c", "listen_addresses=127.0.0.1", *([] if durable else ["-F"])]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, **runs_as)
        try:
            _wait_until_it_listens(server, port, folder / "log")
            yield f"postgresql+psycopg://{NAME}:{password}@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(signal.SIGINT)  # ends its sessions at once, then itself
            server.wait(PATIENCE_SECONDS)
    finally:
        shutil.rmtree(folder)


def _somebody_but_root() -> dict[str, Any]:
    """As whom the server runs: as we are, but never as root."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []}
    return {}


def _wait_until_it_listens(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while server.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            if "ready to accept connections" in log.read_text(errors="replace"):
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


if __name__ == "__main__":
    install()
    print(f"postgres: {found() or 'none, so the tests of a store in PostgreSQL are skipped'}")
