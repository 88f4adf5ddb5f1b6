"""What an act is: one thing somebody does to a workshop, as a frozen value that can be checked,
done, told and kept.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import BaseModel, model_validator

from cidesign.domain.entry_rows import Row
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import Model, plain
from cidesign.domain.workshop import Bundle


class Act(Model):
    """One kind of act; its fields say what is done.

    A kind says its name (``kind``), the step of the walk it belongs to (``step``), the fields no
    public ledger shows (``hidden``: texts people wrote, which it only commits itself to), and the
    field that names a rater (``rater_in``: she stands in the ledger as a letter).
    """

    kind: ClassVar[str]
    step: ClassVar[str]
    hidden: ClassVar[frozenset[str]] = frozenset()
    rater_in: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _without_trailing_zeros(cls, fields: Any) -> Any:
        """The ledger writes no trailing zeros, so an act has none: done again, it writes the same
        bytes.
        """
        return _shortest(fields)

    @property
    def document(self) -> str:
        """The path of the one document it is about."""
        raise NotImplementedError

    @property
    def page(self) -> str:
        """The id of the step of the walk it belongs to."""
        return self.step

    def problems(self, record: Bundle) -> Iterable[Problem]:
        """What forbids it now; nothing where it can be done."""
        return ()

    def change(self, record: Bundle) -> Bundle:
        """The record after it; the one it was given stays as it was.

        Raises:
            BadInput: the record would not be valid.
        """
        raise NotImplementedError

    def told(self, who: str, record: Bundle) -> str:
        """One sentence that says who did what; ``record``: the one it was done on, or a later."""
        raise NotImplementedError

    def on(self, record: Bundle) -> Bundle:
        """The record after it.

        Raises:
            BadInput: everything that forbids it, or the record would not be valid.
        """
        found = tuple(self.problems(record))
        if found:
            raise BadInput(found)
        return self.change(record)


class Personal(Act):
    """An act on what is one person's alone, such as a score: appended, never in anybody's way."""

    def rows(self, after: Bundle) -> Iterable[Row]:
        """What the store's tables hold after it, where that differs from before."""
        raise NotImplementedError


class Shared(Act):
    """An act on what all share, such as the plan: it is made on a revision of its document, and
    whoever comes second is told.
    """

    @property
    def undoable(self) -> bool:
        """Whether History offers to bring its documents back to what they were before it."""
        return True


def _shortest(value: Any) -> Any:
    if isinstance(value, Decimal):
        return Decimal(plain(value))
    if isinstance(value, BaseModel):
        return _shortest(value.model_dump(by_alias=True, exclude_unset=True))
    if isinstance(value, Mapping):
        return {key: _shortest(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_shortest(one) for one in value)
    return value
