"""The shared store of workshops: the only room that writes, and its one door."""

from cidesign.workshop.failing import StoreFails
from cidesign.workshop.kept import Kept
from cidesign.workshop.opening import default_url
from cidesign.workshop.store import Conflict, Done, NoSuchWorkshop, Store, there

__all__ = [
    "Conflict",
    "Done",
    "Kept",
    "NoSuchWorkshop",
    "Store",
    "StoreFails",
    "default_url",
    "there",
]
