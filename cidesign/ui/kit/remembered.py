"""Keeps what a page computed for one state of a workshop, so that a rerun that changes nothing
computes nothing.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import nullcontext
from itertools import count
from threading import Lock
from typing import Any, TypeVar

import streamlit as st

from cidesign.catalog import as_read
from cidesign.domain.catalog import Catalog
from cidesign.text import spoken
from cidesign.ui.kit.latest import Latest
from cidesign.ui.kit.page import Page

T = TypeVar("T")
MOST = 1024
CATALOGS = 32
_kept: Latest[Any] = Latest(MOST)
_numbered: OrderedDict[int, tuple[Catalog, int]] = OrderedDict()
_numbers = count(1)
_lock = Lock()


def remembered(
    page: Page, name: str, make: Callable[[], T], *also: Hashable, meanwhile: str = ""
) -> T:
    """What ``make`` gives for this workshop as it is now, in the language that is spoken, computed
    once.

    Args:
        page: its workshop, reader, revision and catalog are part of what is remembered.
        name: ``page.thing``; one name for one kind of result.
        make: gives a frozen value or a figure nobody changes; what it raises is not remembered.
        also: what else the result depends on, such as ``page.mode`` for a figure, or a host that is
            tried out.
        meanwhile: what is told while it is made the first time, once that takes longer than half a
            second.
    """
    return worked_out(page, name, make, spoken().code, *also, meanwhile=meanwhile)


def worked_out(
    page: Page, name: str, make: Callable[[], T], *also: Hashable, meanwhile: str = ""
) -> T:
    """Likewise, for what holds no words of ours: worked out once for all languages."""
    key = (page.workshop, page.reader, page.revision, number_of(page.catalog), name, *also)

    def made() -> T:
        with st.spinner(meanwhile) if meanwhile else nullcontext():
            return make()

    return _kept.of(key, made)  # type: ignore[no-any-return]


def number_of(catalog: Catalog) -> int:
    """A number that names this very catalog, in whatever language, and never another one, not even
    one made later in the same place of memory.
    """
    catalog = as_read(catalog)
    with _lock:
        known = _numbered.get(id(catalog))
        if known is None or known[0] is not catalog:
            known = _numbered[id(catalog)] = (catalog, next(_numbers))
            while len(_numbered) > CATALOGS:
                _numbered.popitem(last=False)
        return known[1]
