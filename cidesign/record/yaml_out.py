"""A document written so that people can read it and it says the same when read again."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import yaml
from pydantic import BaseModel

from cidesign.domain.problem import Wrong
from cidesign.record.yaml_in import resolved
from cidesign.text import say

_WIDTH = 110
_NEEDS_ESCAPES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def written(document: Mapping[Any, Any]) -> str:
    """The document as YAML: block style, keys in order, plain decimals, texts in quotes where they
    could be misread.

    Raises:
        Wrong: it holds a value that no file can hold, such as an infinite number or half a letter.
        TypeError: it holds something that is no value of ours.
    """
    return yaml.dump(
        as_written(document),
        Dumper=_Dumper,
        default_flow_style=False,
        sort_keys=False,
        allow_unicode=True,
        width=_WIDTH,
    )


def as_written(value: Any) -> Any:
    """A value as the reader would give it back: enums and dates as text, floats as decimals, tuples
    as lists.

    Raises:
        Wrong: the value cannot stand in a file.
        TypeError: it is no value of ours.
    """
    if isinstance(value, BaseModel):
        return as_written(value.model_dump(by_alias=True, exclude_unset=True))
    if isinstance(value, Mapping):
        return {as_written(key): as_written(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_written(one) for one in value]
    if isinstance(value, Enum):
        return as_written(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (int, float, Decimal)):
        return _number(value)
    if isinstance(value, str):
        return _text(value)
    raise TypeError(f"{type(value).__name__} cannot be written to a file")


def _number(value: float | Decimal) -> Any:
    number = Decimal(str(value))
    if not number.is_finite() or abs(number.adjusted()) >= 40:
        raise Wrong(
            say("{value} is no number a file can hold", value=value),
            say("write a number such as 12 or 0.25"),
        )
    return int(number) if isinstance(value, int) else number


def _text(value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Wrong(say("the text holds half a letter"), say("type it again")) from error
    return str(value)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    if _NEEDS_ESCAPES.search(text):
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
    if "\n" in text:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="'" if _could_be_misread(text) else None
    )


def _could_be_misread(text: str) -> bool:
    try:
        return not isinstance(resolved(text), str)
    except ValueError:
        return True


def _represent_decimal(dumper: yaml.SafeDumper, number: Decimal) -> yaml.Node:
    text = format(number, "f")
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(Decimal, _represent_decimal)
