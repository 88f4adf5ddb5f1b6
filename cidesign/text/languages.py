"""The languages we speak: each a file of sentences, ``locale/<code>/LC_MESSAGES/cidesign.po``, read
once.
"""

import gettext
import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from cidesign.text import ENGLISH, Language

FOLDER = Path(__file__).parents[1] / "locale"
_CODE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})?", re.ASCII)


def file_of(code: str, folder: Path = FOLDER) -> Path:
    """Where the sentences of a language stand."""
    return folder / code / "LC_MESSAGES" / "cidesign.po"


@lru_cache(maxsize=32)
def language(code: str, folder: Path = FOLDER) -> Language:
    """The language with this code; a sentence it lacks is said in English, and so is everything in
    a language we do not have.
    """
    if code == ENGLISH.code or not _CODE.fullmatch(code) or not file_of(code, folder).is_file():
        return ENGLISH
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with file_of(code, folder).open(encoding="utf-8") as file:
        sentences = read_po(file, locale=code)
    made = BytesIO()
    write_mo(made, sentences)
    made.seek(0)
    spoken = Language(code)
    spoken.add_fallback(gettext.GNUTranslations(made))
    return spoken
