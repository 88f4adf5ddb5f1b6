"""What people beyond the committee say of the candidates: asked as a group, heard, not counted."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.listed import nothing_if_blank
from cidesign.domain.problem import Wrong
from cidesign.domain.value import Exact, Id, Model, Text, Whole, shown
from cidesign.text import say

HEARD = "heard.csv"
LOWEST, HIGHEST = 1, 5
"""The scale of a mean: 1 would be a poor host, 5 a very good one."""
Mean = Annotated[Exact | None, BeforeValidator(nothing_if_blank)]


class Heard(Model):
    """One row of ``heard.csv``: what one group says of one candidate.

    Args:
        who: the group, such as parents of the east side.
        asked: how many people of it were asked.
        candidate: id of whom they speak of.
        mean: of their answers, 1 (a poor host) to 5 (a very good one); None where none was taken.
        said: in a sentence.
        day: when they were asked.
        source: how, or where the answers lie.
    """

    who: Text
    asked: Whole = Field(ge=1)
    candidate: Id
    mean: Mean = None
    said: Text = ""
    day: Text = ""
    source: Text = ""
    row: int = 0

    @field_validator("mean")
    @classmethod
    def _on_the_scale(cls, mean: Decimal | None) -> Decimal | None:
        if mean is not None and not LOWEST <= mean <= HIGHEST:
            what = say("{mean} is not from {low} to {high}", mean=mean, low=LOWEST, high=HIGHEST)
            raise Wrong(what, say("write the mean of answers from 1 (poor) to 5 (very good)"))
        return mean

    @field_validator("who")
    @classmethod
    def _somebody_was_asked(cls, who: str) -> str:
        if not who.strip():
            raise Wrong(say("nobody is named"), say("write who was asked, such as parents"))
        return who

    @field_validator("day")
    @classmethod
    def _it_is_a_day(cls, day: str) -> str:
        try:
            return date.fromisoformat(day).isoformat() if day else ""
        except ValueError as error:
            what = say("{word} is no day", word=shown(day))
            raise Wrong(what, say("write a day such as 2026-12-15, or leave it empty")) from error

    @property
    def may_be_shown(self) -> bool:
        """Whether so many were asked that nobody is known by what the group says."""
        return self.asked >= FEWEST_IN_A_GROUP and (self.mean is not None or bool(self.said))
