"""Where something stands inside a file, in words: `roles[2] (facilitator).salary_usd`."""

import re
from collections.abc import Mapping
from typing import Any

Place = tuple[Any, ...]
"""Keys and list positions from the top of a document down."""
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]")


def spelled(place: Place, raw: Any = None) -> str:
    """A place as people read it; entries of a list carry their id where ``raw``, the document, has
    one.
    """
    text = ""
    for step in place:
        is_position = (
            isinstance(step, int) and not isinstance(step, bool) and not isinstance(raw, Mapping)
        )
        raw = below(raw, step)
        if is_position:
            text += f"[{step}]{_named(raw)}"
        else:
            text += f".{_one_line(step)}" if text else _one_line(step)
    return text


def below(raw: Any, step: Any) -> Any:
    """What stands at a key or position of a document, None where nothing does."""
    if isinstance(raw, Mapping):
        return raw[key] if (key := key_in(raw, step)) is not None else None
    if isinstance(raw, (list, tuple)) and isinstance(step, int) and not isinstance(step, bool):
        return raw[step] if 0 <= step < len(raw) else None
    return None


def key_in(raw: Mapping[Any, Any], step: Any) -> Any:
    """The key of ``raw`` that ``step`` names (as itself, or as its text), or None."""
    if step in raw:
        return step
    return next((key for key in raw if str(key) == str(step) or repr(key) == step), None)


def steps_of(at: str) -> Place:
    """`[2].max_fte` as a place."""
    return tuple(int(position) if position else key for key, position in _STEP.findall(at))


def _named(raw: Any) -> str:
    name = raw.get("id") if isinstance(raw, Mapping) else None
    return (
        f" ({_one_line(name)})"
        if isinstance(name, (str, int)) and not isinstance(name, bool) and str(name).strip()
        else ""
    )


def _one_line(step: Any) -> str:
    text = " ".join(str(step).split())
    return text if len(text) <= 60 else text[:57] + "..."
