"""Sealed rules are opened for a new version, with a reason and two names; the old seal stays on
record.
"""

import unicodedata
from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.before_sealing import unwritten
from cidesign.acts.seal import (
    PAGE,
    RULES,
    WORKSHOP,
    is_sealed,
    last_version,
    seal_was_cut,
)
from cidesign.domain.problem import Problem
from cidesign.domain.stage import DRAFT
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle, Decision
from cidesign.record import changed, with_decision
from cidesign.text import say


class OpenRules(Shared):
    """``first`` and ``second``: the names of two facilitators; ``at``: when, as an ISO time.
    ``what`` and ``by``: what the record says of it, see ``opening``.
    """

    kind: ClassVar[str] = "open_rules"
    step: ClassVar[str] = "process"
    reason: Text
    first: Text
    second: Text
    at: Text
    what: Text
    by: Text

    @property
    def document(self) -> str:
        return RULES

    @property
    def undoable(self) -> bool:
        return False

    def problems(self, record: Bundle) -> Iterator[Problem]:
        yield from unwritten(
            {
                say("Why the rules must change"): self.reason,
                say("First facilitator"): self.first,
                say("Second facilitator"): self.second,
            }
        )
        if self.first.strip() and _letters(self.first) == _letters(self.second):
            yield Problem(
                say("Second facilitator"),
                say("the name is that of the first"),
                say("ask a second person"),
            )
        if refusal := record.workshop.stage.against_new_rules:
            yield refusal.at(say("Rule sheet"))
        if not is_sealed(record) and not seal_was_cut(record):
            yield Problem(say("Rule sheet"), say("it is not sealed"), say("change it as it stands"))

    def change(self, record: Bundle) -> Bundle:
        version, short = last_version(record)
        after = changed(record, RULES, {("seal",): None})
        if DRAFT.id in after.workshop.stage.leads_to:
            after = changed(after, WORKSHOP, {("stage",): DRAFT.id})
        record_of_it = Decision(
            page=PAGE,
            what=self.what,
            because=self.reason.strip(),
            by=self.by,
            at=self.at,
            figures={"version": version, "fingerprint": short, "opens": version + 1},
        )
        return with_decision(after, record_of_it)

    def told(self, who: str, record: Bundle) -> str:
        reason = self.reason.strip().rstrip(".")
        return say("{who} opened the rules for a new version: {reason}", who=who, reason=reason)


def opening(record: Bundle, *, reason: str, first: str, second: str, at: str) -> OpenRules:
    """The act that opens these rules, with what it leaves on record in the reader's language."""
    version, _ = last_version(record)
    names = [" ".join(name.split()) for name in (first, second)]
    return OpenRules(
        reason=reason,
        first=first,
        second=second,
        at=at,
        what=say("Version {version} of the rule sheet is open for a change.", version=version),
        by=say("{first} and {second}", first=names[0], second=names[1]),
    )


def _letters(name: str) -> str:
    """The letters and digits of a name, in any order of its words: what is left when somebody
    writes the same name another way.
    """
    spelled = unicodedata.normalize("NFKD", name).casefold()
    words = "".join(
        sign if sign.isalnum() else " " if sign.isspace() or sign == "," else "" for sign in spelled
    ).split()
    return " ".join(sorted(words))
