"""The only reader of ``data/``: what we know, each figure with its source."""

from cidesign.catalog.chapters import choices
from cidesign.catalog.files import FILES
from cidesign.catalog.loading import load
from cidesign.catalog.words import as_read, in_language, words_of

__all__ = ["FILES", "as_read", "choices", "in_language", "load", "words_of"]
