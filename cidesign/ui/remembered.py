"""Keeps what a page computed for one state of a workshop, so that a rerun that changes nothing computes nothing."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from cidesign.text import spoken
from cidesign.ui.page import Page

T = TypeVar("T")
MOST = 512
_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = Lock()


def remembered(page: Page, name: str, make: Callable[[], T], *also: Hashable) -> T:
    """What ``make`` gives for this workshop as it is now, computed once.

    Args:
        page: its workshop, revision and catalog are part of what is remembered.
        name: ``page.thing``; one name for one kind of result.
        make: gives a frozen value or a figure nobody changes; what it raises is not remembered.
        also: what else the result depends on, such as ``page.mode`` for a figure, or a host that is tried out.
    """
    key = (page.workshop, page.revision, id(page.catalog), spoken().code, name, *also)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]  # type: ignore[no-any-return]
    made = make()
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return made
