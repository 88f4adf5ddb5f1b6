"""A field of the profile: what its label says, what a change of it is called, how it is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from streamlit.delta_generator import DeltaGenerator

from cidesign.acts import Act
from cidesign.acts.set_keys import SetKeys
from cidesign.text import say
from cidesign.ui.kit.inputs import line
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label

WORKSHOP = "workshop.yaml"
LONGEST = 600


@dataclass(frozen=True)
class Field:
    """A field of the profile: what its label says, and what a change of it is called; both ids of
    sentences. ``at``: its place in ``workshop.yaml``.
    """

    name: str
    label: str
    thing: str

    @property
    def at(self) -> tuple[str, ...]:
        return ("name",) if self.name == "name" else ("initiative", self.name)


def text(
    page: Page,
    field: Field,
    stored: str,
    *,
    written: Callable[[Any], Any] | None = None,
    into: DeltaGenerator | None = None,
    hint: str = "",
) -> None:
    """The field, saved when one leaves it.

    Args:
        page: the open page.
        field: which.
        stored: what the workshop says now, as people write it.
        written: what somebody wrote as the file holds it; as it stands where that is not given.
        into: where it is drawn, such as a column.
        hint: what could stand there.
    """
    line(
        page.workshop,
        f"initiative.{field.name}",
        as_label(say(field.label)),
        stored,
        makes=sets(field, written or _written),
        into=into,
        max_chars=LONGEST,
        placeholder=hint,
    )


def sets(field: Field, written: Callable[[Any], Any]) -> Callable[[Any], Act]:
    """What makes the act of changing a field; ``written``: a value as the file holds it."""
    return lambda value: SetKeys(
        of="initiative",
        path=WORKSHOP,
        thing=field.thing,
        changes=((field.at, written(value)),),
    )


def _written(value: Any) -> str | None:
    return " ".join(str(value).split()) or None
