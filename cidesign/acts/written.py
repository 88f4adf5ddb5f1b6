"""An act as the ledger keeps it, and back: what is public, what it only commits itself to, and the
files it brings.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any

from cidesign.acts.act import Act
from cidesign.domain.value import Model

_BLOB = "sha256"


@dataclass(frozen=True)
class Written:
    """An act in pieces.

    Args:
        value: what anybody may read, made of mappings, lists, texts and numbers.
        held: names and texts that stay with the committee.
        files: bytes by sha256, which ``value`` names.
    """

    value: dict[str, Any]
    held: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)


def written(act: Act, letters: Mapping[str, str]) -> Written:
    """An act in pieces; ``letters``: the letter of each rater it names."""
    files: dict[str, bytes] = {}
    value: dict[str, Any] = {}
    held: dict[str, Any] = {}
    for name in type(act).model_fields:
        told = _plain(getattr(act, name), files)
        if name == act.rater_in:
            value[name], held[name] = letters[told], told
        elif name in act.hidden:
            held[name] = told
        else:
            value[name] = told
    return Written(value, held, files)


def read_back(
    kind: type[Act], value: Mapping[str, Any], held: Mapping[str, Any], files: Mapping[str, bytes]
) -> Act:
    """The act these pieces were made of.

    Raises:
        KeyError: a file it names is not there.
        ValidationError: the pieces are none of this kind.
    """
    return kind.model_validate(_whole({**value, **held}, files))


def files_named(value: Any) -> frozenset[str]:
    """The sha256 of every file that a value names."""
    if isinstance(value, Mapping):
        if value.keys() == {_BLOB}:
            return frozenset({str(value[_BLOB])})
        return frozenset().union(*(files_named(one) for one in value.values()))
    if isinstance(value, list):
        return frozenset().union(*(files_named(one) for one in value))
    return frozenset()


def _plain(value: Any, files: dict[str, bytes]) -> Any:
    if isinstance(value, bytes):
        name = hashlib.sha256(value).hexdigest()
        files[name] = value
        return {_BLOB: name}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Model):
        value = dict(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(one, files) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one, files) for one in value]
    if value is None or isinstance(value, bool | int | str | Decimal):
        return value
    raise TypeError(f"{type(value).__name__} cannot stand in an act")


def _whole(value: Any, files: Mapping[str, bytes]) -> Any:
    if isinstance(value, Mapping):
        if value.keys() == {_BLOB}:
            return files[str(value[_BLOB])]
        return {key: _whole(one, files) for key, one in value.items()}
    if isinstance(value, list):
        return [_whole(one, files) for one in value]
    return value
