"""Counts what went wrong at the door by where it came from. Whoever brings a right link or code is
never kept waiting, however many wrong ones came from the same address: a whole room may share one.
"""

import time
from collections import OrderedDict, deque
from threading import Lock

MINUTES = 10
FREE = 20
"""Wrong ones from one address in that time that are answered at once."""
WAIT_SECONDS = 2.0
MOST_WAITING = 50
MOST_ADDRESSES = 10_000


class Failures:
    """Safe to use from many threads."""

    def __init__(self) -> None:
        """Nothing went wrong yet."""
        self._of: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def count(self, address: str, *, at: float | None = None) -> float:
        """One more wrong one from an address; how many seconds its answer must wait."""
        now = time.monotonic() if at is None else at
        with self._lock:
            times = self._of.setdefault(address, deque(maxlen=FREE + 1))
            self._of.move_to_end(address)
            while len(self._of) > MOST_ADDRESSES:
                self._of.popitem(last=False)
            times.append(now)
            while times[0] < now - MINUTES * 60:
                times.popleft()
            return WAIT_SECONDS if len(times) > FREE else 0.0
