"""Runs a program and tells whoever asks, on a loopback port, how much CPU it has used: `python -m
benchmarks.metered PORT MODULE ARGS`.
"""

import os
import runpy
import socket
import sys
import threading
import time
from pathlib import Path


def used_seconds(port: int) -> float:
    """CPU seconds the metered program has used so far, its children included."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as asked:
        return float(asked.recv(64))


def _answer(door: socket.socket) -> None:
    while True:
        caller, _ = door.accept()
        with caller:
            caller.sendall(repr(time.process_time() + _children_seconds()).encode())


def _children_seconds() -> float:
    """CPU of processes we started: those that ended, and, where the system tells (Linux), those
    that still wait for work.
    """
    ended = os.times()
    living = 0.0
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it ended while we looked
        if fields[1] == str(os.getpid()):
            living += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return ended.children_user + ended.children_system + living


if __name__ == "__main__":
    listening = socket.create_server(("127.0.0.1", int(sys.argv[1])))
    threading.Thread(target=_answer, args=(listening,), daemon=True).start()
    sys.argv = sys.argv[2:]
    if sys.argv[0] == "cidesign":
        from cidesign.cli import main

        main()
    else:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
