"""YAML 1.2 exactly as written: `yes` is a word, `010` is ten, 0.1 stays 0.1, and nothing is guessed."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

import yaml

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import plain, shown
from cidesign.record.letters import decoded
from cidesign.record.places import Place, spelled

DEEPEST = 50
MOST_ENTRIES = 100_000
_CACHED_BYTES = 200_000
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_WHOLE = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE]([-+]?[0-9]+))?")
_NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN_WORDS = (
    ("mapping values are not allowed", "there is a colon where none belongs", "put texts with a colon in quotes, and indent keys alike"),
    ("cannot start any token", "a tab, or a character that cannot begin a value", "indent with spaces, and put such texts in quotes"),
    ("could not find expected ':'", "the line is neither a key nor part of the text above", "write key: value"),
    ("expected <block end>", "the line is not indented like its neighbours", "indent keys and list entries of one group alike"),
    ("unexpected end of stream", "a quote or bracket is not closed", "close it"),
    ("expected ',' or", "a bracket is not closed, or a comma is missing", "separate entries with commas and close the bracket"),
    ("special characters are not allowed", "there is a control character", "delete it"),
)


def exact_yaml(content: bytes, name: str) -> Any:
    """What one YAML document says: texts, true and false, nothing, ints and Decimals, lists and mappings.

    Raises:
        BadInput: all that is wrong with the file, each with its line.
    """
    return _copied(_cached(content, name) if len(content) <= _CACHED_BYTES else _read(content, name))


def exact_mapping(content: bytes, name: str) -> dict[Any, Any]:
    """Like ``exact_yaml``, for a file that holds keys with values.

    Raises:
        BadInput: likewise, or the file holds something else.
    """
    value = exact_yaml(content, name)
    if not isinstance(value, dict):
        kind = "a list" if isinstance(value, list) else "nothing" if value is None else f"only {shown(value)}"
        raise BadInput([Problem(name, f"holds {kind}, not keys with values", "write lines such as name: value")])
    return value


def resolved(text: str) -> Any:
    """What a word without quotes means: None, a bool, an int, a Decimal, or the text itself.

    Raises:
        ValueError: it stands for infinity or for no number, or is too long to be one.
    """
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _NO_NUMBER.fullmatch(text):
        raise ValueError("is not a finite number")
    if _BASED.fullmatch(text):
        return int(_short(text), 0)
    if _WHOLE.fullmatch(text):
        return int(_short(text))
    if matched := _DECIMAL.fullmatch(text):
        power = matched[4] or "0"
        if len(power) > 5 or abs(int(power)) > 999:
            raise ValueError("is out of range")
        number = Decimal(_short(text))
        return Decimal(format(number, "f")) if abs(number.adjusted()) < 40 else number
    return text


def _short(text: str) -> str:
    if len(text) > 400:
        raise ValueError("is out of range")
    return text


def same_key(key: Any) -> str:
    """What two keys have in common when they are one key: 1, 1.0 and "1" are, and so are two spellings of ö."""
    if isinstance(key, (int, Decimal)) and not isinstance(key, bool):
        return plain(Decimal(key))
    text = unicodedata.normalize("NFC", str(key)).strip()
    return plain(Decimal(text)) if len(text) < 40 and re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", text) else text


@lru_cache(maxsize=64)
def _cached(content: bytes, name: str) -> Any:
    return _read(content, name)


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(one) for key, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _read(content: bytes, name: str) -> Any:
    text = decoded(content, name)
    reading = _Reading(name)
    try:
        value = reading.document(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise BadInput([*reading.problems, _syntax(error, text, name)]) from error
    except BadInput:
        raise
    except (ValueError, OverflowError) as error:  # \Uffffffff, %YAML 1.99999…: PyYAML lets Python's own error through
        fault = Problem(name, "a number or an escape such as \\U is too large", "write the letter itself, or a smaller number")
        raise BadInput([*reading.problems, fault]) from error
    if reading.problems:
        raise BadInput(reading.problems)
    return value


def _syntax(error: yaml.YAMLError, text: str, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = getattr(error, "position", None)
    line = mark.line + 1 if mark else text.count("\n", 0, position) + 1 if isinstance(position, int) else 1
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or getattr(error, "context", None) or "not YAML")
    for begins, what, remedy in _PLAIN_WORDS:
        if begins in said:
            return Problem(f"{name}: line {line}", what, remedy)
    return Problem(f"{name}: line {line}", f"cannot be read ({said})", "look at this line and the one above: colons, quotes, indentation")


class _Reading:
    """One walk over the events of a document; collects what is wrong and goes on where it can."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._entries = 0

    def document(self, events: Iterator[Any]) -> Any:
        value, documents = None, 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault(event, (), "a second document begins", "keep one document in a file: delete the line ---")
                    break
                value = self._value(next(events), events, ())
        if not documents:
            self.problems.append(Problem(self.name, "holds nothing but comments", "fill it in, or delete the file"))
        return value

    def _value(self, event: Any, events: Iterator[Any], at: Place) -> Any:
        self._entries += 1
        too_deep = len(at) >= DEEPEST and isinstance(event, yaml.CollectionStartEvent)
        if too_deep or self._entries > MOST_ENTRIES:
            what = f"is nested more than {DEEPEST} deep" if too_deep else f"holds more than {MOST_ENTRIES:,} entries"
            self._fault(event, at[:3], what, "split it, or write it flatter")
            raise BadInput(self.problems)
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, at, f"*{event.anchor} points to another place", "write the value itself")
            return None
        if event.anchor is not None:
            self._fault(event, at, f"&{event.anchor} names a place to point to", "delete it and write each value out")
        if event.tag is not None:
            self._fault(event, at, f"{shown(event.tag)} is a tag", "delete the tag; quotes make a text")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, at)
        return self._mapping(events, at) if isinstance(event, yaml.MappingStartEvent) else self._scalar(event, at)

    def _list(self, events: Iterator[Any], at: Place) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(self._value(event, events, (*at, len(values))))
        return values

    def _mapping(self, events: Iterator[Any], at: Place) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        first: dict[str, int] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._value(event, events, (*at, "a key"))
            if isinstance(key, (list, dict, bool)) or key is None:
                self._fault(event, at, f"{shown(key)} cannot be a key", "write a word, in quotes where needed")
                key = f"key {len(values)}"
            elif same_key(key) in first:
                self._fault(event, (*at, str(key)), f"the key stands twice, first on line {first[same_key(key)]}", "keep one of the two")
            first.setdefault(same_key(key), event.start_mark.line + 1)
            values[key] = self._value(next(events), events, (*at, str(key)))
        return values

    def _scalar(self, event: Any, at: Place) -> Any:
        text = event.value
        if _SURROGATE.search(text):
            self._fault(event, at, "holds half a letter (an escape from \\ud800 to \\udfff)", "write the letter itself")
            return ""
        if not event.implicit[0]:
            return text
        try:
            return resolved(text)
        except ValueError as error:
            self._fault(event, at, f"{shown(text)} {error}", "write a number such as 12 or 0.25, or put a text in quotes")
            return None

    def _fault(self, event: Any, at: Place, what: str, remedy: str) -> None:
        key = f" ({spelled(at)})" if at else ""
        self.problems.append(Problem(f"{self.name}: line {event.start_mark.line + 1}{key}", what, remedy))
