"""Which language a workshop's pages speak: the one its record names, English where it names none we have."""

from cidesign.domain.workshop import Bundle
from cidesign.text import ENGLISH, Language
from cidesign.text.languages import language


def language_of(bundle: Bundle | None) -> Language:
    """The language of a workshop; English where none is open."""
    return language(bundle.workshop.language) if bundle else ENGLISH
