"""What a committee answered to a question to talk about: in words, who said it, who follows it up
and by when.
"""

from datetime import date

from pydantic import field_validator, model_validator

from cidesign.domain.problem import Wrong
from cidesign.domain.value import Id, Model, Text, shown
from cidesign.text import say


class KeptAnswer(Model):
    """One row of ``answers.csv``.

    Args:
        question: its id in the catalog.
        page: the id of the page it stands on.
        answer: empty where somebody has only taken it on.
        said_by: who said it.
        owner: who follows it up.
        due: by when, such as 2026-12-15.
    """

    question: Id
    page: Id
    answer: Text = ""
    said_by: Text = ""
    owner: Text = ""
    due: Text = ""
    row: int = 0

    @field_validator("due")
    @classmethod
    def _it_is_a_day(cls, due: str) -> str:
        try:
            return date.fromisoformat(due).isoformat() if due else ""
        except ValueError as error:
            what = say("{word} is no day", word=shown(due))
            raise Wrong(what, say("write a day such as 2026-12-15, or leave it empty")) from error

    @model_validator(mode="after")
    def _a_day_is_somebodys(self) -> "KeptAnswer":
        if self.due and not self.owner:
            raise Wrong(
                say("there is a day, and nobody who follows it up"),
                say("say who follows it up, or take the day out"),
                at=".owner",
            )
        return self

    @property
    def counts(self) -> bool:
        """Whether anything is said; a row without answer and owner is one that was taken back."""
        return bool(self.answer or self.owner)
