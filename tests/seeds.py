"""A test for many random inputs as a few items: collecting thousands of them costs every run more
than drawing them.
"""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

BLOCK = 20


def each_seed(
    some: Iterable[int], soaked: Iterable[int] = ()
) -> Callable[[Callable[[int], None]], Any]:
    """The test is run for every seed, twenty to an item; those ``soaked`` are in `make soak` only.

    A seed that fails is named in the traceback's note, and ends its item.
    """
    items = [
        pytest.param(block, marks=marks, id=f"{block[0]}-{block[-1]}")
        for seeds, marks in ((some, ()), (soaked, pytest.mark.soak))
        for block in _blocks(list(seeds))
    ]

    def over(test: Callable[[int], None]) -> Any:
        def run(block: tuple[int, ...]) -> None:
            for seed in block:
                try:
                    test(seed)
                except BaseException as error:
                    error.add_note(f"seed {seed}")
                    raise

        run.__name__, run.__doc__ = test.__name__, test.__doc__
        run.__module__, run.__qualname__ = test.__module__, test.__qualname__
        return pytest.mark.parametrize("block", items)(run)

    return over


def _blocks(seeds: list[int]) -> list[tuple[int, ...]]:
    return [tuple(seeds[at : at + BLOCK]) for at in range(0, len(seeds), BLOCK)]
