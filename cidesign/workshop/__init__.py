"""The shared store of workshops: the only room that writes."""

from cidesign.workshop.opening import default_url
from cidesign.workshop.store import Conflict, Kept, NoSuchWorkshop, Store

__all__ = ["Conflict", "Kept", "NoSuchWorkshop", "Store", "default_url"]
