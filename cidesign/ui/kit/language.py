"""Which language a workshop's pages speak: the one its record names, English where it names none we
have.
"""

from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Bundle
from cidesign.text import ENGLISH, Language
from cidesign.text.languages import language
from cidesign.ui.kit import current
from cidesign.workshop import NoSuchWorkshop


def language_of(bundle: Bundle | None) -> Language:
    """The language of a workshop; English where none is open."""
    return language(bundle.workshop.language) if bundle else ENGLISH


def language_here() -> Language:
    """The language of the workshop this tab has open; for callbacks, which run before any page is
    begun.
    """
    try:
        id = current.workshop()
        return language_of(current.present(id).bundle if id else None)
    except (NoSuchWorkshop, BadInput):
        return ENGLISH
