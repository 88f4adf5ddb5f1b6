"""The words of our own facts, such as a role's label or a level's descriptor: listed for
translators, and said in another language.

Ids, units, names of places and people's quoted words stay as they are.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from threading import Lock
from typing import Any

from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import CaseEntry, Example
from cidesign.domain.fact import Fact
from cidesign.domain.guidance import Region
from cidesign.domain.value import Model
from cidesign.text import ENGLISH, Language

WORDS = frozenset(
    {
        "label",
        "short",
        "what",
        "what_of_a_person",
        "label_of_a_person",
        "says_of_a_person",
        "asks_of_a_person",
        "says",
        "question",
        "means_0",
        "means_4",
        "because",
        "does_not",
        "early",
        "later",
        "low",
        "fits",
        "example",
        "asks",
        "why",
        "kind",
        "unit",
        "read_as",
        "answers",
        "how",
        "rests_on",
        "screen",
        "think",
        "suggestions",
        "also",
        "invented",
        "instead",
        "settles",
        "seeks",
    }
)
# These hold figures, titles and names of places: nothing of theirs is translated.
UNTOLD = (Fact, Region)
# The label of a published case is its name.
NAMED = {CaseEntry: frozenset({"label"}), Example: frozenset({"name"})}
_spoken: dict[tuple[int, str], tuple[Catalog, Language, Catalog]] = {}
_lock = Lock()


def words_of(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Every sentence or label of the catalog that is translated, with the kind of entry it stands
    in, such as ``roles``.
    """
    for field in fields(catalog):
        told: list[str] = []
        _through(getattr(catalog, field.name), lambda text, told=told: told.append(text) or text)  # type: ignore[misc]
        yield from ((field.name, text) for text in told)


def in_language(catalog: Catalog, language: Language) -> Catalog:
    """The catalog in a language, made once for each; in English the very same."""
    if language is ENGLISH:
        return catalog
    key = (id(catalog), language.code)
    with _lock:
        kept = _spoken.get(key)
        if kept is None or kept[0] is not catalog or kept[1] is not language:
            said = {
                field.name: _through(getattr(catalog, field.name), language.gettext)
                for field in fields(catalog)
            }
            kept = _spoken[key] = (catalog, language, replace(catalog, **said))
        return kept[2]


def _through(value: Any, said: Callable[[str], str]) -> Any:
    """The value with every translated text in it put through ``said``."""
    if isinstance(value, tuple):
        return tuple(_through(one, said) for one in value)
    if isinstance(value, dict):
        return {key: _through(one, said) for key, one in value.items()}
    if not isinstance(value, Model) or isinstance(value, UNTOLD):
        return value
    kept = NAMED.get(type(value), frozenset())
    changed: dict[str, Any] = {}
    for name in type(value).model_fields:
        one = getattr(value, name)
        if isinstance(one, str):
            if name in WORDS - kept and one:
                changed[name] = said(one)
        elif name in WORDS and _is_list_of_words(one):
            changed[name] = tuple(said(text) for text in one)
        elif isinstance(one, (tuple, dict, Model)):
            changed[name] = _through(one, said)
    return value.model_copy(update=changed)


def _is_list_of_words(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(one, str) for one in value)


def as_read(catalog: Catalog) -> Catalog:
    """The catalog as it stands in our data, whatever language this one is in."""
    with _lock:
        return next((read for read, _, said in _spoken.values() if said is catalog), catalog)
