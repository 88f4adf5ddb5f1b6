"""What stands on a list that people keep as a table: an id and a name, told apart from others, and
what a cell says.
"""

from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, PrivateAttr

from cidesign.domain.apart import told_apart
from cidesign.domain.naming import name_from
from cidesign.domain.problem import Wrong
from cidesign.domain.value import Id, Model, Text, shown
from cidesign.text import say

BETWEEN = ";"
"""Between several ids in one cell."""


class Entry(Model):
    """One row of a list. ``row`` is its line in the file."""

    id: Id
    name: Text = ""
    row: int = 0
    _apart: str = PrivateAttr("")

    @property
    def label(self) -> str:
        """What people read: the name, told apart from others of the list."""
        return self._apart or self.called

    @property
    def called(self) -> str:
        """The name as it is written; the id where there is none."""
        return self.name or name_from(self.id)


N = TypeVar("N", bound=Entry)


def apart(listed: Sequence[N], known: Sequence[str]) -> tuple[N, ...]:
    """The entries of one list; two of one name are told apart by what else is known of them."""
    labels = told_apart([(one.called, hint) for one, hint in zip(listed, known, strict=True)])
    found = []
    for one, label in zip(listed, labels, strict=True):
        if label != one.called:
            one = one.model_copy()
            one._apart = label
        found.append(one)
    return tuple(found)


def ids_in(written: Any) -> Any:
    """The ids in a cell."""
    if not isinstance(written, str):
        return written
    return tuple(part.strip() for part in written.split(BETWEEN) if part.strip())


def nothing_if_blank(written: Any) -> Any:
    """What a cell says; None where it is blank."""
    return None if isinstance(written, str) and not written.strip() else written


_FLAGS = {"yes": True, "true": True, "no": False, "false": False, "": False}


def _flag(written: Any) -> Any:
    told = str(written).strip().casefold()
    if told not in _FLAGS:
        raise Wrong(
            say("{word} is neither yes nor no", word=shown(str(written))), say("write yes or no")
        )
    return _FLAGS[told]


Yes = Annotated[bool, BeforeValidator(_flag)]
"""Yes or no, as a table has it; blank is no."""
Ids = Annotated[tuple[Id, ...], BeforeValidator(ids_in)]
"""Several ids in one cell."""
