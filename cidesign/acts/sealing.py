"""The seal of the rule sheet: what it still lacks, the act of sealing, and the way to a new version
with a reason and two names.
"""

import unicodedata
from dataclasses import dataclass, replace

from cidesign.acts.before_sealing import lacking, lateness
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.stage import DRAFT, SEALED
from cidesign.domain.workshop import Bundle, Decision
from cidesign.record import (
    broken_seal,
    changed,
    document,
    fingerprint,
    short_fingerprint,
    told_broken,
    with_decision,
)
from cidesign.text import say

RULES, STRUCTURE, WORKSHOP, PAGE = "rules.yaml", "structure.yaml", "workshop.yaml", "process"


@dataclass(frozen=True)
class Seal:
    """The seal a rule sheet bears, with what the record says of it.

    Args:
        broken: how sheet and seal differ, as a sentence; empty where they agree.
        late: what was there already when it was sealed; empty where nothing was.
        reason: why this version took the place of an earlier one; empty for the first.
    """

    version: int
    at: str
    by: str
    sha256: str
    broken: str = ""
    late: str = ""
    reason: str = ""

    @property
    def short(self) -> str:
        """Four groups of four hex digits, to be printed and read aloud."""
        return short_fingerprint(self.sha256)


def seal_of(bundle: Bundle) -> Seal | None:
    """The seal of a workshop's rule sheet, and whether the sheet still bears it; None where it has
    none.
    """
    said = _said(bundle)
    if said is None:
        return None
    broken = broken_seal(document(bundle, RULES))
    return replace(said, broken=told_broken(broken) if broken else amiss(bundle))


def _said(bundle: Bundle) -> Seal | None:
    seal = bundle.rules.seal if bundle.rules else None
    if not seal:
        return None
    version = _version(seal.get("version"))
    record = _record(bundle, version)
    return Seal(
        version=version,
        at=str(seal.get("at", "")),
        by=str(seal.get("by", "")),
        sha256=str(seal.get("sha256", "")),
        late=str(record.figures.get("late", "")) if record else "",
        reason=str(record.figures.get("reason", "")) if record else "",
    )


def marks(bundle: Bundle) -> list[str]:
    """What everybody who reads a result must know of the seal: that the rules are a later version,
    or were sealed late.
    """
    seal = _said(bundle)
    why = (seal.reason if seal else "") or say("no reason is recorded.")
    told = (
        [say("The rules are version {version}: {why}", version=seal.version, why=why)]
        if seal and seal.version > 1
        else []
    )
    late = [say("The rules were sealed late: {why}", why=seal.late)] if seal and seal.late else []
    wrong = amiss(bundle)
    return [*told, *late, *([wrong] if wrong else [])]


def amiss(bundle: Bundle) -> str:
    """How the rule sheet and the acts on record contradict each other, in a sentence; empty where
    they agree, or nothing is on record.
    """
    last, seal = _last_seal(bundle), _said(bundle)
    if last is None:
        return ""
    version, short = _named(last)
    if "opens" in last.figures:
        if seal:
            return say(
                "The rules bear a seal that is not on record: version {version} was opened, and "
                "not sealed again.",
                version=version,
            )
        return say(
            "Version {version} of the rules was opened and is not sealed again: {why}",
            version=version,
            why=last.because,
        )
    if seal is None:
        return say(
            "The seal was taken out of the rules: the record names version {version}, {short}.",
            version=version,
            short=short,
        )
    if (seal.version, seal.short) == (version, short or seal.short):
        return ""
    return say(
        "The seal is not the one on record: the record names version {version}, {short}; the rules "
        "bear version {other}, {now}.",
        version=version,
        short=short,
        other=seal.version,
        now=seal.short,
    )


def is_sealed(bundle: Bundle) -> bool:
    """Whether the rules are fixed."""
    return bool(bundle.rules and bundle.rules.seal)


def open_to_change(bundle: Bundle) -> Bundle:
    """The bundle itself, where its rules may still be changed.

    Raises:
        BadInput: they are sealed.
    """
    if is_sealed(bundle):
        raise BadInput(
            [
                Problem(
                    say("Rule sheet"),
                    say("it is sealed"),
                    say("open a new version, with a reason and two names"),
                )
            ]
        )
    return bundle


def sealed(
    bundle: Bundle,
    *,
    what: str,
    by: str,
    at: str,
    because: str,
    agreed: str = "",
    dissent: str = "",
    late: bool = False,
) -> Bundle:
    """The bundle whose rules are sealed, with one record of it; a draft becomes sealed, any later
    stage stays.

    Args:
        bundle: its rules bear no seal.
        what: the decision in one sentence.
        by: who seals.
        at: when, as an ISO time.
        because: why these rules.
        agreed: who agreed.
        dissent: who did not, and why.
        late: whether the committee knows that scores or applications were there before.

    Raises:
        BadInput: everything that is missing; nothing was sealed.
    """
    open_to_change(bundle)
    earlier, opening = _last_seal(bundle), _opening(bundle)
    told = lateness(bundle)
    found = [*lacking(bundle), *_unwritten({say("Sealed by"): by, say("Because"): because})]
    if seal_was_cut(bundle):
        found.append(
            Problem(
                say("Rule sheet"),
                say("its seal was taken away"),
                say("put it back, or open a new version with a reason"),
            )
        )
    if told and not late:
        found.append(
            Problem(
                say("Late seal"), told.rstrip("."), say("tick that the seal will be marked as late")
            )
        )
    if found or bundle.rules is None:
        raise BadInput(found)
    version = 1 + max((_version(one.figures["version"]) for one in versions(bundle)), default=0)
    seal = {
        "version": version,
        "at": at,
        "by": by.strip(),
        "sha256": fingerprint(document(bundle, RULES)),
    }
    after = changed(bundle, RULES, {("seal",): seal})
    after = changed(after, STRUCTURE, {("decision", "selection_mode"): bundle.rules.mode})
    if SEALED.id in after.workshop.stage.leads_to:
        after = changed(after, WORKSHOP, {("stage",): SEALED.id})
    figures = {
        "version": version,
        "fingerprint": short_fingerprint(str(seal["sha256"])),
        "mode": bundle.rules.mode,
        "criteria": len(bundle.rules.criteria),
    }
    if earlier and opening:
        figures |= {
            "replaces": version - 1,
            "replaced": str(earlier.figures.get("fingerprint", "")),
            "reason": opening.because,
        }
    if told:
        figures["late"] = told
    record = Decision(
        page=PAGE,
        what=what,
        because=because,
        agreed=agreed,
        dissent=dissent,
        by=by.strip(),
        at=at,
        figures=figures,
    )
    return with_decision(after, record)


def opened(bundle: Bundle, *, reason: str, first: str, second: str, at: str) -> Bundle:
    """The bundle whose rules may be changed for a new version; the old seal stays on record.

    Raises:
        BadInput: nothing is sealed, the reason or one of two different names is missing, or the
            selection is final.
    """
    seal, cut = seal_of(bundle), _last_seal(bundle) if seal_was_cut(bundle) else None
    names = [" ".join(first.split()), " ".join(second.split())]
    alike = [_letters(name) for name in names]
    found = _unwritten(
        {
            say("Why the rules must change"): reason,
            say("First facilitator"): first,
            say("Second facilitator"): second,
        }
    )
    if alike[0] == alike[1] and names[0]:
        found.append(
            Problem(
                say("Second facilitator"),
                say("the name is that of the first"),
                say("ask a second person"),
            )
        )
    if refusal := bundle.workshop.stage.against_new_rules:
        found.append(refusal.at(say("Rule sheet")))
    if seal is None and cut is None:
        found.append(
            Problem(say("Rule sheet"), say("it is not sealed"), say("change it as it stands"))
        )
    if found:
        raise BadInput(found)
    version, short = (seal.version, seal.short) if seal else _named(cut)
    after = changed(bundle, RULES, {("seal",): None})
    if DRAFT.id in after.workshop.stage.leads_to:
        after = changed(after, WORKSHOP, {("stage",): DRAFT.id})
    both = say("{first} and {second}", first=names[0], second=names[1])
    record = Decision(
        page=PAGE,
        what=say("Version {version} of the rule sheet is open for a change.", version=version),
        because=reason.strip(),
        by=both,
        at=at,
        figures={"version": version, "fingerprint": short, "opens": version + 1},
    )
    return with_decision(after, record)


def seal_was_cut(bundle: Bundle) -> bool:
    """Whether the record tells of a seal that the sheet no longer bears, though nobody opened
    it.
    """
    return not is_sealed(bundle) and bool(_last_seal(bundle)) and not _opening(bundle)


def opening_of(bundle: Bundle) -> Decision | None:
    """The record that opened the rules for a new version, while they are open."""
    return None if is_sealed(bundle) else _opening(bundle)


def versions(bundle: Bundle) -> tuple[Decision, ...]:
    """Every act of sealing and opening on record, oldest first."""
    return tuple(
        one for one in bundle.decisions.decisions if one.page == PAGE and "version" in one.figures
    )


def _opening(bundle: Bundle) -> Decision | None:
    last = _last_seal(bundle)
    return last if last and "opens" in last.figures else None


def _last_seal(bundle: Bundle) -> Decision | None:
    return next(reversed(versions(bundle)), None)


def _named(record: Decision | None) -> tuple[int, str]:
    return (
        (_version(record.figures["version"]), str(record.figures.get("fingerprint", "")))
        if record
        else (0, "")
    )


def _record(bundle: Bundle, version: int) -> Decision | None:
    mine = (
        one
        for one in reversed(versions(bundle))
        if "opens" not in one.figures and _version(one.figures["version"]) == version
    )
    return next(mine, None)


def _letters(name: str) -> str:
    """The letters and digits of a name, in any order of its words: what is left when somebody
    writes the same name another way.
    """
    spelled = unicodedata.normalize("NFKD", name).casefold()
    words = "".join(
        sign if sign.isalnum() else " " if sign.isspace() or sign == "," else "" for sign in spelled
    ).split()
    return " ".join(sorted(words))


def _version(said: object) -> int:
    return int(str(said)) if str(said).isdigit() else 1


def _unwritten(fields: dict[str, str]) -> list[Problem]:
    return [
        Problem(label, say("nothing is written there"), say("fill it in"))
        for label, text in fields.items()
        if not text.strip()
    ]
