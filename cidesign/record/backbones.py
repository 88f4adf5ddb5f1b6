"""The table of backbones at work side by side, backbones.csv."""

from cidesign.domain.backbones import Backbone, backbones_apart
from cidesign.record.panel import typed_rows
from cidesign.record.work import refuse_twice

_MORE = ("name", "goal", "functions")


def backbones_in(content: bytes, name: str) -> tuple[Backbone, ...]:
    """The backbones in the order of the file.

    Raises:
        BadInput: every problem of the file; an id that stands twice.
    """
    rows = typed_rows(content, name, Backbone, ("id",), _MORE)
    refuse_twice(rows, name)
    return backbones_apart(rows)
