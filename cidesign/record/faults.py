"""What pydantic found wrong, in our own words: where, what, and what to do."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from cidesign.domain.nearest import nearest
from cidesign.domain.problem import BadInput, Problem, Wrong
from cidesign.domain.value import shown
from cidesign.record.places import Place, below, key_in, spelled, steps_of
from cidesign.text import mark, say

M = TypeVar("M", bound=BaseModel)
_KEY = "[key]"
_QUOTED = re.compile(r"'([^']*)'")


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a value: its place inside the value, what, and what to do."""

    place: Place
    what: str
    remedy: str


def valid(model: type[M], raw: Any, name: str) -> M:
    """The value that a document describes.

    Raises:
        BadInput: every problem of the document, with places such as ``plan.yaml: roles[2]
            (facilitator).salary_usd``.
    """

    def where(place: Place) -> str:
        return f"{name}: {spelled(place, raw)}" if place else name

    return valid_at(model, raw, where)


def valid_at(model: type[M], raw: Any, where: Callable[[Place], str]) -> M:
    """Like ``valid``, for rows of a table: ``where`` turns a place inside ``raw`` into words.

    Raises:
        BadInput: every problem of the value.
    """
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise BadInput(
            Problem(where(one.place), one.what, one.remedy) for one in faults_of(error, raw, model)
        ) from error
    except ArithmeticError as error:
        raise BadInput(
            [
                Problem(
                    where(()),
                    say("its numbers differ too much in size"),
                    say("write fewer decimal places"),
                )
            ]
        ) from error


def faults_of(error: ValidationError, raw: Any, model: type[BaseModel]) -> tuple[Fault, ...]:
    """One fault for each thing that is wrong; of a choice between shapes only the nearest shape
    speaks.
    """
    read = [
        _Read(*_steps(one["loc"], raw, one["type"]), one) for one in error.errors(include_url=False)
    ]
    faults = []
    for _, group in groupby(read, key=lambda one: one.choice):
        faults += [
            fault for one in _nearest_shape(list(group)) for fault in _faults(one, raw, model)
        ]
    return tuple(faults)


@dataclass(frozen=True)
class _Read:
    """An error with its place in the document; ``choice`` is where pydantic tried several shapes,
    ``shape`` which one.
    """

    place: Place
    is_key: bool
    choice: Place | None
    shape: str
    error: Any


def _steps(loc: Iterable[Any], raw: Any, kind: str) -> tuple[Place, bool, Place | None, str]:
    place: Place = ()
    choice, shape, is_key = None, "", False
    steps = list(loc)
    for number, step in enumerate(steps):
        if step == _KEY:
            is_key = True
        elif isinstance(raw, Mapping) and (key := key_in(raw, step)) is not None:
            place, raw = (*place, key), raw[key]
        elif isinstance(step, int) and isinstance(raw, (list, tuple)):
            place, raw = (*place, step), below(raw, step)
        elif kind == "missing" and number == len(steps) - 1:
            place = (*place, step)
        elif choice is None:
            choice, shape = place, str(step)
    return place, is_key, choice, shape


def _nearest_shape(read: list[_Read]) -> list[_Read]:
    if read[0].choice is None:
        return read

    def fit(shape: str) -> tuple[int, bool]:
        mine = [one for one in read if one.shape == shape]
        return max(len(one.place) for one in mine), not any(
            one.error["type"].endswith("_type") for one in mine
        )

    best = max(dict.fromkeys(one.shape for one in read), key=fit)
    return [one for one in read if one.shape == best]


def _faults(read: _Read, raw: Any, model: type[BaseModel]) -> list[Fault]:
    context = read.error.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, Wrong):
        return [
            Fault((*read.place, *steps_of(at)), what, remedy) for at, what, remedy in cause.faults
        ]
    kind, given = read.error["type"], read.error["input"]
    if kind == "extra_forbidden":
        return [Fault(read.place, *_unknown(read.place[-1], known_keys(model, read.place[:-1])))]
    if kind == "missing":
        key = read.place[-1]
        return [
            Fault(
                read.place,
                say("is missing"),
                say("add the entry")
                if isinstance(key, int)
                else say("add {key}: with its value", key=key),
            )
        ]
    if read.is_key:
        return [
            Fault(
                read.place,
                *_unknown(read.place[-1], _QUOTED.findall(str(context.get("expected", "")))),
            )
        ]
    return [Fault(read.place, *_worded(kind, given, context, read.error["msg"]))]


def _unknown(key: Any, known: Iterable[str]) -> tuple[str, str]:
    known = tuple(known)
    near = nearest(str(key), known)
    remedy = (
        say("did you mean {near}?", near=near)
        if near
        else say("use one of {words}", words=", ".join(known))
        if known
        else say("write a word, in quotes where needed")
    )
    return say('"{key}" is not a known key', key=" ".join(str(key).split())[:60]), remedy


def _number(value: Any) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


_BOUNDS = {
    "greater_than_equal": ("ge", mark("{given} is below {bound}"), mark("write {bound} or more")),
    "greater_than": ("gt", mark("{given} is not above {bound}"), mark("write more than {bound}")),
    "less_than_equal": ("le", mark("{given} is above {bound}"), mark("write {bound} or less")),
    "less_than": ("lt", mark("{given} is not below {bound}"), mark("write less than {bound}")),
}
_SHAPES = (
    (
        ("dict_type", "model_type", "mapping_type", "model_attributes_type"),
        mark("{given} is no group of keys"),
        mark("write lines such as key: value below it"),
    ),
    (
        ("tuple_type", "list_type", "set_type"),
        mark("{given} is no list"),
        mark("write [a, b], or one entry per line after a dash"),
    ),
    (
        ("bool_type", "bool_parsing"),
        mark("{given} is neither true nor false"),
        mark("write true or false"),
    ),
    (("string_type",), mark("{given} is no text"), mark("write words")),
    (("none_required",), mark("{given} stands where nothing belongs"), mark("delete it")),
)


def _worded(kind: str, given: Any, context: Mapping[str, Any], said: str) -> tuple[str, str]:
    if kind in ("enum", "literal_error"):
        known = _QUOTED.findall(context["expected"])
        near = nearest(str(given), known)
        return say("{given} is not known here", given=shown(given)), say(
            "did you mean {near}?", near=near
        ) if near else say("write one of {words}", words=", ".join(known))
    if kind in _BOUNDS:
        key, what, remedy = _BOUNDS[kind]
        bound = _number(context[key])
        return say(what, given=shown(given).strip(chr(34)), bound=bound), say(remedy, bound=bound)
    if kind == "string_pattern_mismatch":
        return say("{given} is not known here", given=shown(given)), say(
            "write {meant}", meant=context["pattern"].strip("^$")
        )
    if kind.startswith("date_"):
        return say("{given} is not a date", given=shown(given)), say(
            "write year, month and day, such as 2024-05-01"
        )
    if kind in ("too_long", "too_short"):
        return say("has {number} entries", number=context["actual_length"]), say(
            "write {meant}", meant=context.get("max_length", context.get("min_length"))
        )
    for kinds, what, remedy in _SHAPES:
        if kind in kinds:
            return say(what, given=shown(given)), say(remedy)
    return say("{given} cannot be used here ({said})", given=shown(given), said=said), say(
        "change or delete it"
    )


def known_keys(model: Any, place: Place) -> tuple[str, ...]:
    """The keys a document may have at a place, as they are written in files."""
    found: Any = model
    for step in place:
        found = _step_into(found, step)
    return _keys(found) if isinstance(found, type) and issubclass(found, BaseModel) else ()


def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _step_into(kind: Any, step: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = {
            field.alias or name: field.annotation for name, field in kind.model_fields.items()
        }
        return _shape(fields.get(step))
    inner = get_args(kind)
    return _shape(inner[-1] if get_origin(kind) is dict else inner[0]) if inner else None


def _shape(kind: Any) -> Any:
    """The model, list or mapping among the alternatives of an annotation."""
    if get_origin(kind) in (tuple, list, dict) or isinstance(kind, type):
        return kind
    return next(
        (
            shape
            for one in get_args(kind)
            if (shape := _shape(one)) is not None and shape is not type(None)
        ),
        None,
    )
