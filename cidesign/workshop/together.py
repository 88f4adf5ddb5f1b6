"""What several threads ask for at the same moment is done in one go: while the disk is waited for,
others queue, and the next go takes all who wait.
"""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextvars import copy_context
from typing import Generic, TypeVar

Ask = TypeVar("Ask")
Got = TypeVar("Got")
MOST = 16
"""How many one go takes, so that nobody waits for a long one."""


class _Waiting(Generic[Ask, Got]):
    """One who waits, and what came of it."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.around = copy_context()  # the language she is spoken to in, above all
        self.got: Got | None = None
        self.error: Exception | None = None

    @property
    def is_answered(self) -> bool:
        return self.got is not None or self.error is not None


class Together(Generic[Ask, Got]):
    """Whoever comes first does it for all who wait by then.

    Args:
        alone: does what one asks for.
        in_one_go: does what many ask for, all or nothing; None for each that is to be tried alone.
    """

    def __init__(
        self,
        alone: Callable[[Ask], Got],
        in_one_go: Callable[[Sequence[Ask]], Sequence[Got | None]],
    ) -> None:
        self._alone, self._in_one_go = alone, in_one_go
        self._queue: deque[_Waiting[Ask, Got]] = deque()
        self._turn = threading.Lock()

    def do(self, ask: Ask) -> Got:
        """What came of it; what stopped it is raised here, in the thread that asked."""
        mine: _Waiting[Ask, Got] = _Waiting(ask)
        self._queue.append(mine)
        with self._turn:
            while not mine.is_answered:
                self._next()
        if mine.error is not None:
            raise mine.error
        if mine.got is None:
            raise RuntimeError("nothing came of it")
        return mine.got

    def _next(self) -> None:
        taken = [self._queue.popleft() for _ in range(min(MOST, len(self._queue)))]
        try:
            if len(taken) > 1:
                self._try_all(taken)
            for one in taken:
                if not one.is_answered:
                    self._try_alone(one)
        finally:
            # Where whoever is in front was interrupted, the others ask again in their own turn.
            self._queue.extendleft(one for one in reversed(taken) if not one.is_answered)

    def _try_all(self, taken: Sequence[_Waiting[Ask, Got]]) -> None:
        try:
            found = self._in_one_go([one.ask for one in taken])
        except Exception:  # noqa: BLE001 - nothing was done; whose fault it is, she is told alone
            return
        for one, got in zip(taken, found):
            one.got = got

    def _try_alone(self, one: _Waiting[Ask, Got]) -> None:
        try:
            one.got = one.around.run(self._alone, one.ask)
        except Exception as error:  # noqa: BLE001 - raised in the thread of who asked
            one.error = error
