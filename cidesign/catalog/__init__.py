"""The only reader of ``data/``: what we know, each figure with its source."""

from cidesign.catalog.checking import unused_sources
from cidesign.catalog.files import FILES
from cidesign.catalog.loading import load

__all__ = ["FILES", "load", "unused_sources"]
