"""YAML 1.2 exactly as written: `yes` is a word, `010` is ten, 0.1 stays 0.1, and nothing is
guessed.
"""

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
from cidesign.text import mark, say

DEEPEST = 50
MOST_ENTRIES = 100_000
_CACHED_BYTES = 200_000
NOT_FINITE = mark("{text} is not a finite number")
OUT_OF_RANGE = mark("{text} is out of range")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_WHOLE = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE]([-+]?[0-9]+))?")
_NO_NUMBER = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        mark("there is a colon where none belongs"),
        mark("put texts with a colon in quotes, and indent keys alike"),
    ),
    (
        "cannot start any token",
        mark("a tab, or a character that cannot begin a value"),
        mark("indent with spaces, and put such texts in quotes"),
    ),
    (
        "could not find expected ':'",
        mark("the line is neither a key nor part of the text above"),
        mark("write key: value"),
    ),
    (
        "expected <block end>",
        mark("the line is not indented like its neighbours"),
        mark("indent keys and list entries of one group alike"),
    ),
    ("unexpected end of stream", mark("a quote or bracket is not closed"), mark("close it")),
    (
        "expected ',' or",
        mark("a bracket is not closed, or a comma is missing"),
        mark("separate entries with commas and close the bracket"),
    ),
    ("special characters are not allowed", mark("there is a control character"), mark("delete it")),
)


def exact_yaml(content: bytes, name: str) -> Any:
    """What one YAML document says: texts, true and false, nothing, ints and Decimals, lists and
    mappings.

    Raises:
        BadInput: all that is wrong with the file, each with its line.
    """
    return _copied(
        _cached(content, name) if len(content) <= _CACHED_BYTES else _read(content, name)
    )


def exact_mapping(content: bytes, name: str) -> dict[Any, Any]:
    """Like ``exact_yaml``, for a file that holds keys with values.

    Raises:
        BadInput: likewise, or the file holds something else.
    """
    value = exact_yaml(content, name)
    if not isinstance(value, dict):
        if isinstance(value, list):
            what = say("holds a list, not keys with values")
        elif value is None:
            what = say("holds nothing, not keys with values")
        else:
            what = say("holds only {value}, not keys with values", value=shown(value))
        raise BadInput([Problem(name, what, say("write lines such as name: value"))])
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
        raise ValueError(NOT_FINITE)
    if _BASED.fullmatch(text):
        return int(_short(text), 0)
    if _WHOLE.fullmatch(text):
        return int(_short(text))
    if matched := _DECIMAL.fullmatch(text):
        power = matched[4] or "0"
        if len(power) > 5 or abs(int(power)) > 999:
            raise ValueError(OUT_OF_RANGE)
        number = Decimal(_short(text))
        return Decimal(format(number, "f")) if abs(number.adjusted()) < 40 else number
    return text


def _short(text: str) -> str:
    if len(text) > 400:
        raise ValueError(OUT_OF_RANGE)
    return text


def same_key(key: Any) -> str:
    """What two keys have in common when they are one key: 1, 1.0 and "1" are, and so are two
    spellings of ö.
    """
    if isinstance(key, (int, Decimal)) and not isinstance(key, bool):
        return plain(Decimal(key))
    text = unicodedata.normalize("NFC", str(key)).strip()
    return (
        plain(Decimal(text))
        if len(text) < 40 and re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", text)
        else text
    )


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
    except (
        ValueError,
        OverflowError,
    ) as error:  # \Uffffffff, %YAML 1.99999…: PyYAML lets Python's own error through
        fault = Problem(
            name,
            say("a number or an escape such as \\U is too large"),
            say("write the letter itself, or a smaller number"),
        )
        raise BadInput([*reading.problems, fault]) from error
    if reading.problems:
        raise BadInput(reading.problems)
    return value


def _syntax(error: yaml.YAMLError, text: str, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = getattr(error, "position", None)
    line = (
        mark.line + 1
        if mark
        else text.count("\n", 0, position) + 1
        if isinstance(position, int)
        else 1
    )
    said = str(
        getattr(error, "problem", None)
        or getattr(error, "reason", None)
        or getattr(error, "context", None)
        or say("not YAML")
    )
    for begins, what, remedy in _PLAIN_WORDS:
        if begins in said:
            return Problem(say("{name}: line {line}", name=name, line=line), what, remedy)
    return Problem(
        say("{name}: line {line}", name=name, line=line),
        say("cannot be read ({said})", said=said),
        say("look at this line and the one above: colons, quotes, indentation"),
    )


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
                    self._fault(
                        event,
                        (),
                        say("a second document begins"),
                        say("keep one document in a file: delete the line ---"),
                    )
                    break
                value = self._value(next(events), events, ())
        if not documents:
            self.problems.append(
                Problem(
                    self.name,
                    say("holds nothing but comments"),
                    say("fill it in, or delete the file"),
                )
            )
        return value

    def _value(self, event: Any, events: Iterator[Any], at: Place) -> Any:
        self._entries += 1
        too_deep = len(at) >= DEEPEST and isinstance(event, yaml.CollectionStartEvent)
        if too_deep or self._entries > MOST_ENTRIES:
            what = (
                say("is nested more than {most} deep", most=DEEPEST)
                if too_deep
                else say("holds more than {most:,} entries", most=MOST_ENTRIES)
            )
            self._fault(event, at[:3], what, say("split it, or write it flatter"))
            raise BadInput(self.problems)
        if isinstance(event, yaml.AliasEvent):
            self._fault(
                event,
                at,
                say("*{anchor} points to another place", anchor=event.anchor),
                say("write the value itself"),
            )
            return None
        if event.anchor is not None:
            self._fault(
                event,
                at,
                say("&{anchor} names a place to point to", anchor=event.anchor),
                say("delete it and write each value out"),
            )
        if event.tag is not None:
            self._fault(
                event,
                at,
                say("{tag} is a tag", tag=shown(event.tag)),
                say("delete the tag; quotes make a text"),
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, at)
        return (
            self._mapping(events, at)
            if isinstance(event, yaml.MappingStartEvent)
            else self._scalar(event, at)
        )

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
                self._fault(
                    event,
                    at,
                    say("{key} cannot be a key", key=shown(key)),
                    say("write a word, in quotes where needed"),
                )
                key = say("key {values}", values=len(values))
            elif same_key(key) in first:
                what = say(
                    "the key stands twice, first on line {first}", first=first[same_key(key)]
                )
                self._fault(event, (*at, str(key)), what, say("keep one of the two"))
            first.setdefault(same_key(key), event.start_mark.line + 1)
            values[key] = self._value(next(events), events, (*at, str(key)))
        return values

    def _scalar(self, event: Any, at: Place) -> Any:
        text = event.value
        if _SURROGATE.search(text):
            self._fault(
                event,
                at,
                say("holds half a letter (an escape from \\ud800 to \\udfff)"),
                say("write the letter itself"),
            )
            return ""
        if not event.implicit[0]:
            return text
        try:
            return resolved(text)
        except ValueError as error:
            self._fault(
                event,
                at,
                say(str(error), text=shown(text)),
                say("write a number such as 12 or 0.25, or put a text in quotes"),
            )
            return None

    def _fault(self, event: Any, at: Place, what: str, remedy: str) -> None:
        key = f" ({spelled(at)})" if at else ""
        line = say("{name}: line {line}", name=self.name, line=event.start_mark.line + 1)
        self.problems.append(
            Problem(
                f"{line}{key}",
                what,
                remedy,
            )
        )
