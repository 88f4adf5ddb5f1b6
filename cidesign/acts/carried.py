"""A group, measure or root cause that goes leaves what named it in our common agenda."""

from typing import Literal

from cidesign.domain.listed import BETWEEN
from cidesign.domain.pathway import PATHWAY
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows


def off_the_pathway(
    record: Bundle, column: Literal["groups", "measures", "causes"], id: str
) -> Bundle:
    """The record in which no entry names it any more."""
    left = [
        {"id": one.id, column: f"{BETWEEN} ".join(it for it in getattr(one, column) if it != id)}
        for one in record.pathway
        if id in getattr(one, column)
    ]
    return with_rows(record, PATHWAY, left, key=["id"]) if left else record
