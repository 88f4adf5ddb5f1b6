"""Reads one file of facts: a list of entries, all its problems at once, each with entry and key."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from cidesign.domain.nearest import instead
from cidesign.domain.problem import Problem, Wrong
from cidesign.domain.value import Model, shown
from cidesign.text import say

_Safe: Any = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # the same loader in C, where PyYAML was built with it


class _NoTwice(_Safe):  # type: ignore[misc]
    """Refuses a key that stands twice in one mapping; the second would silently win."""


def _mapping(loader: _NoTwice, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    for place, key in enumerate(keys):
        if not isinstance(key, str | int):
            raise yaml.constructor.ConstructorError(
                None, None, "a key is no plain word or number", node.value[place][0].start_mark
            )
        if key in keys[:place]:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {shown(key)} stands twice", node.value[place][0].start_mark
            )
    return {
        key: loader.construct_object(value, deep=True) for key, (_, value) in zip(keys, node.value)
    }


_NoTwice.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_entries(path: Path, model: type[Model]) -> tuple[tuple[Model, ...], list[Problem]]:
    """The entries of a file that are right, and one problem for each thing that is wrong."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_NoTwice)  # noqa: S506 (it is a SafeLoader)
    except FileNotFoundError:
        return (), [
            Problem(path.name, say("the file is missing"), say("put it back, or reinstall"))
        ]
    except UnicodeDecodeError:
        return (), [Problem(path.name, say("the file is not UTF-8 text"), say("save it as UTF-8"))]
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that does not exist
        return (), [
            Problem(
                path.name,
                say("this is not YAML: {error}", error=error),
                say("mend the line named here"),
            )
        ]
    if not isinstance(content, list):
        return (), [
            Problem(
                path.name,
                say("the file is not a list of entries"),
                say("start each entry with `- id: …`"),
            )
        ]
    entries, problems = [], []
    for number, one in enumerate(content):
        where = f"{path.name}: {_name(one, number)}"
        try:
            entries.append(model.model_validate(one))
        except ValidationError as error:
            problems += [
                problem for fault in error.errors() for problem in _problems(fault, where, model)
            ]
    return tuple(entries), problems


def _name(entry: Any, number: int) -> str:
    return str(entry["id"]) if isinstance(entry, Mapping) and entry.get("id") else f"[{number}]"


def _problems(fault: Any, where: str, model: type[Model]) -> list[Problem]:
    place = where + "".join(
        f"[{part}]" if isinstance(part, int) else f".{part}"
        for part in fault["loc"]
        if part != "[key]"
    )
    wrong = fault.get("ctx", {}).get("error")
    if isinstance(wrong, Wrong):
        return [Problem(place + at, what, remedy) for at, what, remedy in wrong.faults]
    if fault["type"] == "extra_forbidden":
        return [
            Problem(
                place, say("this key is not known"), instead(str(fault["loc"][-1]), _keys(model))
            )
        ]
    if fault["type"] == "missing":
        return [
            Problem(
                place,
                say("the key is missing"),
                say("write it; every key of a fact and every part of an entry is owed"),
            )
        ]
    return [
        Problem(
            place,
            say("{given} does not fit: {reason}", given=shown(fault["input"]), reason=fault["msg"]),
            say("write what the other entries write here"),
        )
    ]


def _keys(model: Any) -> set[str]:
    """Every key a kind of entry has, at any depth."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        found.add(name)
        for inner in _models(field.annotation):
            found |= _keys(inner)
    return found


def _models(annotation: Any) -> list[Any]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for inner in getattr(annotation, "__args__", ()) for model in _models(inner)]
