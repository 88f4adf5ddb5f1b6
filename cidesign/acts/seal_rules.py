"""The rules are sealed, and why is recorded, in one act; a draft becomes sealed, any later stage
stays.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.before_sealing import lacking, lateness, unwritten
from cidesign.acts.seal import (
    PAGE,
    RULES,
    STRUCTURE,
    WORKSHOP,
    against_change,
    last_on_record,
    opening_on_record,
    seal_was_cut,
    version_in,
    versions,
)
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.stage import SEALED
from cidesign.domain.value import Text
from cidesign.domain.workshop import Bundle, Decision
from cidesign.record import changed, document, fingerprint, short_fingerprint, with_decision
from cidesign.text import say


class SealRules(Shared):
    """The seal and its record.

    Args:
        what: the decision in one sentence.
        by: who seals.
        at: when, as an ISO time.
        because: why these rules.
        agreed: who agreed.
        dissent: who did not, and why.
        late: what was there before, in the words in which the committee was told and says that it
            knows; empty where it does not.
    """

    kind: ClassVar[str] = "seal_rules"
    step: ClassVar[str] = "process"
    what: Text
    by: Text
    at: Text
    because: Text
    agreed: Text = ""
    dissent: Text = ""
    late: Text = ""

    @property
    def document(self) -> str:
        return RULES

    @property
    def undoable(self) -> bool:
        return False

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if sealed := against_change(record):
            yield from sealed
            return
        yield from lacking(record)
        yield from unwritten({say("Sealed by"): self.by, say("Because"): self.because})
        if seal_was_cut(record):
            yield Problem(
                say("Rule sheet"),
                say("its seal was taken away"),
                say("put it back, or open a new version with a reason"),
            )
        told = lateness(record)
        if told and not self.late:
            remedy = say("tick that the seal will be marked as late")
            yield Problem(say("Late seal"), told.rstrip("."), remedy)

    def change(self, record: Bundle) -> Bundle:
        if record.rules is None:
            raise BadInput(self.problems(record))
        version = 1 + max((version_in(one) for one in versions(record)), default=0)
        sha256 = fingerprint(document(record, RULES))
        by, mode = self.by.strip(), record.rules.mode
        seal = {"version": version, "at": self.at, "by": by, "sha256": sha256}
        after = changed(record, RULES, {("seal",): seal})
        after = changed(after, STRUCTURE, {("decision", "selection_mode"): mode})
        if SEALED.id in after.workshop.stage.leads_to:
            after = changed(after, WORKSHOP, {("stage",): SEALED.id})
        figures = {
            "version": version,
            "fingerprint": short_fingerprint(sha256),
            "mode": mode,
            "criteria": len(record.rules.criteria),
            **_replacing(record, version),
        }
        if lateness(record):
            figures["late"] = self.late
        sealing = Decision(
            page=PAGE,
            what=self.what,
            because=self.because,
            agreed=self.agreed,
            dissent=self.dissent,
            by=by,
            at=self.at,
            figures=figures,
        )
        return with_decision(after, sealing)

    def told(self, who: str, record: Bundle) -> str:
        return say("{who} sealed the rules: {what}", who=who, what=self.what.rstrip("."))


def _replacing(record: Bundle, version: int) -> dict[str, Any]:
    earlier, opening = last_on_record(record), opening_on_record(record)
    if earlier is None or opening is None:
        return {}
    return {
        "replaces": version - 1,
        "replaced": str(earlier.figures.get("fingerprint", "")),
        "reason": opening.because,
    }
