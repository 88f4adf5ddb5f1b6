"""The seal of the rule sheet: what it says, whether it holds, and what the record tells of it."""

from dataclasses import dataclass, replace

from cidesign.domain.problem import Problem
from cidesign.domain.workshop import Bundle, Decision
from cidesign.record import broken_seal, document, short_fingerprint, told_broken
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
    version = _number(seal.get("version"))
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
    last, seal = last_on_record(bundle), _said(bundle)
    if last is None:
        return ""
    version, short = version_in(last), _short(last)
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


def against_change(record: Bundle) -> tuple[Problem, ...]:
    """Why the rules cannot be changed as they stand; nothing where they can."""
    if not is_sealed(record):
        return ()
    remedy = say("open a new version, with a reason and two names")
    return (Problem(say("Rule sheet"), say("it is sealed"), remedy),)


def seal_was_cut(bundle: Bundle) -> bool:
    """Whether the record tells of a seal that the sheet no longer bears, though nobody opened
    it.
    """
    return not is_sealed(bundle) and bool(last_on_record(bundle)) and not opening_on_record(bundle)


def opening_of(bundle: Bundle) -> Decision | None:
    """The record that opened the rules for a new version, while they are open."""
    return None if is_sealed(bundle) else opening_on_record(bundle)


def versions(bundle: Bundle) -> tuple[Decision, ...]:
    """Every act of sealing and opening on record, oldest first."""
    return tuple(
        one for one in bundle.decisions.decisions if one.page == PAGE and "version" in one.figures
    )


def opening_on_record(bundle: Bundle) -> Decision | None:
    """The last record of sealing and opening, where that is an opening."""
    last = last_on_record(bundle)
    return last if last and "opens" in last.figures else None


def last_on_record(bundle: Bundle) -> Decision | None:
    """The last record of sealing and opening."""
    return next(reversed(versions(bundle)), None)


def last_version(bundle: Bundle) -> tuple[int, str]:
    """The version the sheet bears, or bore last as far as the record tells, and the short form of
    its fingerprint; 0 and nothing before the first.
    """
    seal, last = _said(bundle), last_on_record(bundle)
    if seal:
        return seal.version, seal.short
    return (version_in(last), _short(last)) if last else (0, "")


def version_in(record: Decision) -> int:
    """The version that a record of sealing or opening is about."""
    return _number(record.figures["version"])


def _short(record: Decision) -> str:
    return str(record.figures.get("fingerprint", ""))


def _record(bundle: Bundle, version: int) -> Decision | None:
    mine = (
        one
        for one in reversed(versions(bundle))
        if "opens" not in one.figures and version_in(one) == version
    )
    return next(mine, None)


def _number(said: object) -> int:
    return int(str(said)) if str(said).isdigit() else 1
