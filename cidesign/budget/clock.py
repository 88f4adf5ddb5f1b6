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
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Generic, TypeVar, cast

GRACE_SECONDS = 3.0
"""How long after the soft limit a child is given up."""
MOST_CHILDREN = 2

Told = TypeVar("Told")

_idle: list["_Child"] = []
_guard = threading.Lock()
_room = threading.BoundedSemaphore(MOST_CHILDREN)


class OutOfTimeError(TimeoutError):
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
    (answer,) = Search[Any](seconds, _once, task, arguments)
    return answer


def _once(tell: Callable[[Any], None], task: Callable[..., Any], arguments: Any) -> None:
    tell(task(*arguments))


class Search(Generic[Told]):
    """A search under way in a child process, which tells better answers as it finds them.

    It goes on in the background until it is over or stopped. Ask now and then for the ``latest``
    answer, or iterate to wait for each.
    """

    def __init__(self, seconds: float, task: Callable[..., None], *arguments: Any) -> None:
        """Starts it, as soon as there is room for one more child.

        Args:
            seconds: soft limit the task itself keeps; the child is ended ``GRACE_SECONDS`` later.
            task: a function of a module of ours; its first argument is a function that takes each
                answer as it is found, the best last.
            arguments: the others, values that can be pickled.
        """
        self._seconds = seconds
        self._told: list[Told] = []
        self._over = self._stopped = self._late = False
        self._failure: Exception | None = None
        self._child: _Child | None = None
        self._news = threading.Condition()
        threading.Thread(target=self._run, args=(task, arguments), daemon=True).start()

    @property
    def latest(self) -> Told | None:
        """The best answer so far; None where there is none yet.

        Raises:
            OutOfTimeError: the task did not come back, and told nothing.
            SearchFailedError: the child broke, and told nothing.
        """
        with self._news:
            if self._told:
                return self._told[-1]
            if self._failure is not None:
                raise self._failure
            return None

    @property
    def is_over(self) -> bool:
        """Whether no better answer will come any more."""
        with self._news:
            return self._over

    def stop(self) -> None:
        """Ends it now, from whatever thread; what it told so far stays."""
        with self._news:
            if not self._over:
                self._over = self._stopped = True
                self._kill()

    def __iter__(self) -> Iterator[Told]:
        """Each answer as it comes; leaving the loop before the last one stops the search.

        Raises:
            OutOfTimeError: the task did not come back.
            SearchFailedError: the child broke.
        """
        place = 0
        try:
            while news := self._told_since(place):
                yield from news
                place += len(news)
        finally:
            self.stop()

    def _told_since(self, place: int) -> list[Told]:
        """Waits for answers after so many; none where there will be no more."""
        with self._news:
            self._news.wait_for(lambda: self._over or len(self._told) > place)
            news = self._told[place:]
            if not news and self._failure is not None:
                raise self._failure
            return news

    def _run(self, task: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        with _room:
            child = _take()
            clock = threading.Timer(self._seconds + GRACE_SECONDS, self._is_late)
            clock.daemon = True
            answered = False
            try:
                with self._news:
                    self._child = child
                    stopped = self._stopped
                if not stopped:
                    clock.start()
                    for told in child.answers(task, arguments):
                        with self._news:
                            self._told.append(told)
                            self._news.notify_all()
                    answered = True
            except (EOFError, BrokenPipeError, pickle.UnpicklingError):
                pass  # the child is gone: what it last said tells why
            finally:
                clock.cancel()
                self._end(child, answered=answered)

    def _is_late(self) -> None:
        with self._news:
            if not self._over:
                self._late = True
                self._kill()

    def _kill(self) -> None:
        if self._child is not None:
            self._child.kill()
        self._news.notify_all()

    def _end(self, child: "_Child", *, answered: bool) -> None:
        with self._news:
            reusable = answered and not self._stopped and not self._late
            if not reusable and not self._stopped:
                self._failure = (
                    OutOfTimeError(f"no answer within {self._seconds:g} seconds")
                    if self._late
                    else SearchFailedError(child.last_said())
                )
            self._over = True
            self._news.notify_all()
        if reusable:
            _give_back(child)
        else:
            child.end()


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

    def answers(self, task: Callable[..., None], arguments: tuple[Any, ...]) -> Iterator[Any]:
        """Each answer of a task as it comes.

        Raises:
            EOFError, BrokenPipeError, pickle.UnpicklingError: the child is gone.
        """
        tasks, replies = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        pickle.dump((task, arguments), tasks)
        tasks.flush()
        while told := pickle.load(replies):  # noqa: S301 - written by our own child
            yield from told

    def last_said(self) -> str:
        """The end of what the child printed: why it broke."""
        self._said.seek(0)
        return self._said.read()[-4000:].decode(errors="replace")

    def lives(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def kill(self) -> None:
        """Ends the process; it has no children of its own."""
        self._process.kill()

    def end(self) -> None:
        """Ends the process and lets go of all of it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._said):
            if stream is not None:
                stream.close()


def _serve(tasks: IO[bytes], answers: IO[bytes]) -> None:
    def send(told: list[Any]) -> None:
        pickle.dump(told, answers)
        answers.flush()

    while True:
        try:
            task, arguments = pickle.load(tasks)  # noqa: S301 - written by our own parent
        except EOFError:
            return
        task(lambda answer: send([answer]), *arguments)
        send([])  # there will be no more


if __name__ == "__main__":
    private = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    _serve(sys.stdin.buffer, private)
