"""Which partners of ours a cell names: one or several, by name, by a part of it, or as somebody
answered.
"""

import re
from collections.abc import Iterator, Sequence

from cidesign.domain.work import Partner
from cidesign.record.brought.spelling import Found, Known, folded, heard
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.understood import LEAVE_OUT, Choice, Topic
from cidesign.text import say

_SURE_BREAK = re.compile(r"\s*[;|•\n]\s*")
_BREAKS = tuple(re.compile(one) for one in (r"\s*,\s*", r"\s*/\s*", r"\s+(?:and|&|\+)\s+"))
NOBODY = frozenset(
    heard(
        *("none", "nobody", "no one", "n/a", "na", "tbd", "tba", "to be decided", "open"),
        *("not yet", "vacant", "unknown", "?", "-", "–", "—"),
    )
)
"""What people write where there is nobody or nothing yet."""


class PartnersNamed:
    """Tells the partners that cells name; a name that is nobody's is asked for once."""

    def __init__(self, table: TableAtHand, findings: Findings) -> None:
        self._table, self._findings = table, findings
        self._partners: Sequence[Partner] = table.bundle.partners
        self._known = Known.of((one.id, (one.name, one.label)) for one in self._partners)
        self._told: dict[str, str] = {}

    def ids(self, cell: str) -> tuple[str, ...]:
        """The partners in the order of the cell, each once; without those that are left out."""
        found = (self._id(name) for name in self._names(cell))
        return tuple(dict.fromkeys(one for one in found if one))

    def _names(self, cell: str) -> Iterator[str]:
        for piece in _SURE_BREAK.split(cell):
            yield from self._parted(piece, _BREAKS)

    def _parted(self, text: str, breaks: Sequence[re.Pattern[str]]) -> Iterator[str]:
        """A name, or the names it is made of: "Boys & Girls Club" stays whole where it is ours."""
        text = text.strip()
        if not text or folded(text) in NOBODY:
            return
        if self._known.find(text) or not breaks or self._table.answer("partner", text):
            yield text
            return
        first, *others = breaks
        for part in first.split(text):
            yield from self._parted(part, others)

    def _id(self, name: str) -> str:
        key = folded(name)
        if key not in self._told:
            self._told[key] = self._asked(name)
        return self._told[key]

    def _asked(self, name: str) -> str:
        said = self._table.answer("partner", name)
        hit = self._known.find(said) if said else self._known.find(name) or self._known.guess(name)
        chosen = said if said == LEAVE_OUT else hit.id if hit else said
        options = [(one.id, one.label) for one in self._partners]
        options.append((LEAVE_OUT, say("Leave it out")))
        how = Found.ASKED if said else hit.how if hit else Found.NOTHING
        ask = say("Which partner is {word}?", word=f'"{name[:80]}"')
        choice = Choice(Topic("partner", name), ask, tuple(options), chosen, how)
        if how not in (Found.ID, Found.NAME):
            self._findings.choices.append(choice)
        self._findings.answered(choice, dict(options))
        return chosen if chosen in {one.id for one in self._partners} else ""
