"""A rehearsal was held: that, and how many took part. What they gave stands nowhere."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Personal
from cidesign.domain.entry_rows import Row
from cidesign.domain.problem import Problem
from cidesign.domain.value import Whole
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count

WORKSHOP = "workshop.yaml"


class HoldRehearsal(Personal):
    """``took_part``: how many members gave a level; the record stays as it was."""

    kind: ClassVar[str] = "hold_rehearsal"
    step: ClassVar[str] = "room"
    took_part: Whole

    @property
    def document(self) -> str:
        return WORKSHOP

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if refusal := record.workshop.stage.against_a_rehearsal:
            yield refusal.at(say("Rehearsal"))

    def change(self, record: Bundle) -> Bundle:
        return record

    def rows(self, after: Bundle) -> tuple[Row, ...]:
        return ()

    def told(self, who: str, record: Bundle) -> str:
        return say_count(
            "{who} held a rehearsal in which {n} member took part",
            "{who} held a rehearsal in which {n} members took part",
            self.took_part,
            who=who,
            n=self.took_part,
        )
