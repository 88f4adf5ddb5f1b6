"""Searches that go on in the background while people read on: one at a time, asked for once whoever
asks, and what each found is kept.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Literal, Protocol

MOST = 64
State = Literal["never", "waiting", "under_way", "over", "stopped", "failed"]


class Search(Protocol):
    """What goes on in the background."""

    @property
    def latest(self) -> Any:
        """The best answer so far; None where there is none yet."""

    @property
    def is_over(self) -> bool:
        """Whether no better answer will come."""

    def stop(self) -> None:
        """Ends it now; what it told so far stays."""


@dataclass(frozen=True)
class Sought:
    """How far a search is.

    Args:
        state: ``waiting``: another one goes on; it begins once that is over and somebody looks.
        latest: the best answer so far; None where there is none.
        seconds: since it began.
    """

    state: State
    latest: Any = None
    seconds: float = 0.0

    @property
    def goes_on(self) -> bool:
        """Whether a better answer may come."""
        return self.state in ("waiting", "under_way")


@dataclass
class _Asked:
    begin: Callable[[], Search]
    at_once: bool = False
    search: Search | None = None
    stopped: bool = False
    since: float = field(default_factory=time.monotonic)

    @property
    def runs(self) -> bool:
        return self.search is not None and not self.search.is_over


_asked: OrderedDict[Hashable, _Asked] = OrderedDict()
_lock = Lock()


def seek(key: Hashable, begin: Callable[[], Search], *, at_once: bool = False) -> None:
    """Ask for a search, unless it is under way or has an answer.

    Args:
        key: all it depends on.
        begin: starts it.
        at_once: it takes a few seconds, so it begins whatever else goes on, and nothing waits for
            it.
    """
    with _lock:
        known = _asked.get(key)
        if known is None or known.stopped or _failed(known):
            _asked[key] = _Asked(begin, at_once)
        _asked.move_to_end(key)
        while len(_asked) > MOST:
            _, old = _asked.popitem(last=False)
            if old.search is not None:
                old.search.stop()
        _begin_next()


def sought(key: Hashable) -> Sought:
    """How far it is."""
    with _lock:
        _begin_next()
        one = _asked.get(key)
        if one is None:
            return Sought("never")
        if one.search is None:
            return Sought("stopped" if one.stopped else "waiting")
        seconds = time.monotonic() - one.since
        if _failed(one):
            return Sought("failed", seconds=seconds)
        state: State = "under_way" if one.runs else "stopped" if one.stopped else "over"
        return Sought(state, one.search.latest, seconds)


def stop(key: Hashable) -> None:
    """End it now; what it found stays."""
    with _lock:
        one = _asked.get(key)
        if one is None or (one.search is not None and one.search.is_over):
            return
        one.stopped = True
        if one.search is not None:
            one.search.stop()


def forget(key: Hashable) -> None:
    """As if nobody had asked."""
    stop(key)
    with _lock:
        _asked.pop(key, None)


def forget_all() -> None:
    """As if nobody had ever asked."""
    for key in list(_asked):
        forget(key)


def _failed(one: _Asked) -> bool:
    """Whether it is over and has nothing to tell because it broke or never came back."""
    if one.search is None:
        return False
    try:
        return one.search.is_over and not one.stopped and one.search.latest is None
    except (TimeoutError, RuntimeError):
        return True


def _begin_next() -> None:
    waiting = [one for one in _asked.values() if one.search is None and not one.stopped]
    in_turn = [one for one in waiting if not one.at_once]
    is_free = not any(one.runs for one in _asked.values() if not one.at_once)
    for one in [*(one for one in waiting if one.at_once), *(in_turn[:1] if is_free else ())]:
        one.since = time.monotonic()
        one.search = one.begin()
