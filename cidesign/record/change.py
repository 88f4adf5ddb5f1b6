"""One change to a bundle: a few keys of one document are set or removed, everything else stays, and
all is read again.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any

from cidesign.domain.first_year import FUNDING
from cidesign.domain.problem import BadInput, Problem, Wrong
from cidesign.domain.value import shown
from cidesign.domain.workshop import Bundle, Decision
from cidesign.record.bundle import document, reread
from cidesign.record.funding import money_moved
from cidesign.record.letters import decoded
from cidesign.record.places import Place, spelled
from cidesign.record.yaml_in import same_key
from cidesign.record.yaml_out import as_written, written
from cidesign.text import say


def changed(bundle: Bundle, file: str, changes: Mapping[tuple[str | int, ...], Any]) -> Bundle:
    """The bundle with some keys of one YAML document set, or removed where the new value is None.

    Other keys, their order and the comment at the top of the file stay; comments further down are
    lost. A file that is not there begins empty; ``funding.yaml`` begins with the money that stands
    elsewhere, which is taken out there. Where the changes change nothing, the file keeps
    its bytes.

    Args:
        bundle: stays as it was.
        file: path of a ``.yaml`` file inside the bundle.
        changes: new value by place, such as ``{("funding", "budget_usd"): 550000, ("roles",
            "director", "max_fte"): None}``; an entry of a list is named by its id or its position,
            and a list may be extended by the position after its last.

    Raises:
        BadInput: the place does not exist in a list, or the changed bundle would not be valid.
            Nothing was changed.
    """
    if not file.endswith(".yaml"):
        raise BadInput(
            [Problem(file, say("is no YAML document"), say("name a file that ends in .yaml"))]
        )
    moved = money_moved(bundle) if file == FUNDING else {}
    before = moved.get(file) or document(bundle, file)
    after = before
    for place, value in changes.items():
        try:
            after = (
                _without(after, place) if value is None else _with(after, place, as_written(value))
            )
        except Wrong as error:
            raise BadInput(
                Problem(f"{file}: {spelled(place)}", what, remedy)
                for _, what, remedy in error.faults
            ) from error
    if file in bundle.files and _say_the_same(before, after):
        return bundle
    return reread(
        bundle,
        {name: _commented(bundle, name, told) for name, told in {**moved, file: after}.items()},
    )


def _say_the_same(before: Any, after: Any) -> bool:
    """Whether two documents are written alike; writing takes long, and what differs as it is held
    differs as it is written.
    """
    return bool(as_written(before) == as_written(after)) and written(before) == written(after)


def _commented(bundle: Bundle, file: str, told: Any) -> bytes:
    """A document with the comment at the top of the file as it was."""
    comment = _leading_comment(decoded(bundle.files[file], file)) if file in bundle.files else ""
    return (comment + written(told)).encode("utf-8")


def with_decision(bundle: Bundle, decision: Decision) -> Bundle:
    """The bundle with one more record in ``decisions.yaml``; earlier ones stay.

    Raises:
        BadInput: the decision holds something no file can hold.
    """
    record = {key: value for key, value in decision.model_dump().items() if value not in ("", {})}
    return changed(
        bundle, "decisions.yaml", {("decisions", len(bundle.decisions.decisions)): record}
    )


def _with(tree: Any, place: Place, value: Any) -> Any:
    if not place:
        return value
    step, rest = _step_in(tree, place[0]), place[1:]
    if isinstance(tree, list):
        if isinstance(step, str):
            raise Wrong(
                say("the list has no entry {id}", id=shown(step)),
                say("look at the list as it is now"),
            )
        if not _is_position(step) or not 0 <= step <= len(tree):
            raise Wrong(
                say("the list has no place {step}", step=step),
                say("use a position from 0 to {most}", most=len(tree)),
            )
        return [
            *tree[:step],
            _with(tree[step] if step < len(tree) else None, rest, value),
            *tree[step + 1 :],
        ]
    if not isinstance(tree, dict):
        return _with([] if _is_position(step) else {}, place, value)
    key = _key_in(tree, step)
    return {**tree, key: _with(tree.get(key), rest, value)}


def _without(tree: Any, place: Place) -> Any:
    step, rest = _step_in(tree, place[0]), place[1:]
    if isinstance(tree, list) and _is_position(step) and 0 <= step < len(tree):
        kept = [_without(tree[step], rest)] if rest else []
        return [*tree[:step], *kept, *tree[step + 1 :]]
    if isinstance(tree, dict) and (key := _key_in(tree, step)) in tree:
        if rest:
            return {**tree, key: _without(tree[key], rest)}
        return {name: one for name, one in tree.items() if name != key}
    return tree


def _step_in(tree: Any, step: Any) -> Any:
    """A step of a place; where it is the id of an entry of a list, the entry's position."""
    if not isinstance(tree, list) or not isinstance(step, str):
        return step
    ids = [_as_id(entry.get("id", "")) if isinstance(entry, dict) else "" for entry in tree]
    return ids.index(step) if step in ids else step


def _as_id(written: Any) -> str:
    return unicodedata.normalize("NFC", str(written)).strip()


def _is_position(step: Any) -> bool:
    return isinstance(step, int) and not isinstance(step, bool)


def _key_in(tree: dict[Any, Any], step: Any) -> Any:
    step = as_written(step)
    return next((key for key in tree if same_key(key) == same_key(step)), step)


def _leading_comment(text: str) -> str:
    kept = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.strip() and not line.lstrip().startswith("#"):
            break
        kept.append(line)
    comment = "\n".join(kept).strip("\n")
    return f"{comment}\n" if comment else ""
