"""A hard wall clock around every solve: searches run in a child process that is ended when its time
is up.

The soft limit inside the solver usually answers first; the child is for a solve that does not come
back. It also keeps whatever a solver prints away from our own output, and lets the app go on
answering others meanwhile.
"""

import atexit
import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

GRACE_SECONDS = 3.0
"""How long after the soft limit a child is given up."""
MOST_CHILDREN = 2

_idle: list["_Child"] = []
_guard = threading.Lock()
_room = threading.BoundedSemaphore(MOST_CHILDREN)


class OutOfTimeError(Exception):
    """The child did not answer in time and was ended."""


class SearchFailedError(RuntimeError):
    """The child ended without an answer: our own fault; the message holds what it last said."""


def within(seconds: float, task: Callable[..., Any], *arguments: Any) -> Any:
    """What ``task(*arguments)`` returns, computed in a child process.

    Args:
        seconds: soft limit the task itself keeps; the child is ended ``GRACE_SECONDS`` later.
        task: a function of a module of ours, found again by its name in the child.
        arguments: values that can be pickled.

    Raises:
        OutOfTimeError: the task did not come back.
        SearchFailedError: the child broke.
    """
    with _room:
        child = _take()
        answered = False
        try:
            answer = child.ask(seconds + GRACE_SECONDS, task, arguments)
            answered = True
        finally:
            if answered:
                _give_back(child)
            else:
                child.end()
        return answer


def _take() -> "_Child":
    with _guard:
        while _idle:
            child = _idle.pop()
            if child.lives():
                return child
            child.end()
    return _Child()


def _give_back(child: "_Child") -> None:
    with _guard:
        _idle.append(child)


@atexit.register
def _end_all() -> None:
    with _guard:
        while _idle:
            _idle.pop().end()


class _Child:
    """One Python process that waits for tasks on its standard input."""

    def __init__(self) -> None:
        package_parent = str(Path(__file__).resolve().parents[2])
        paths = [package_parent, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
        self._process = subprocess.Popen(
            [sys.executable, "-m", "cidesign.budget.clock"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )

    def ask(self, seconds: float, task: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        answers: list[Any] = []
        asking = threading.Thread(
            target=self._exchange, args=(task, arguments, answers), daemon=True
        )
        asking.start()
        asking.join(seconds)
        if answers:
            return answers[0]
        if asking.is_alive():
            raise OutOfTimeError(f"no answer within {seconds:g} seconds")
        self._said.seek(0)
        raise SearchFailedError(self._said.read()[-4000:].decode(errors="replace"))

    def _exchange(
        self, task: Callable[..., Any], arguments: tuple[Any, ...], answers: list[Any]
    ) -> None:
        tasks, replies = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        try:
            pickle.dump((task, arguments), tasks)
            tasks.flush()
            answers.append(pickle.load(replies))  # noqa: S301 - written by our own child
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            return  # the child is gone: ask() finds no answer and says what the child last said

    def lives(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def end(self) -> None:
        """Ends the process; it has no children of its own."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._said):
            if stream is not None:
                stream.close()


def _serve(tasks: IO[bytes], answers: IO[bytes]) -> None:
    while True:
        try:
            task, arguments = pickle.load(tasks)  # noqa: S301 - written by our own parent
        except EOFError:
            return
        pickle.dump(task(*arguments), answers)
        answers.flush()


if __name__ == "__main__":
    private = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    _serve(sys.stdin.buffer, private)
