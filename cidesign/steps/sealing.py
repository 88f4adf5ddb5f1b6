"""The seal of the rule sheet: what it still lacks, the act of sealing, and the way to a new version with a reason and two names."""

from collections.abc import Iterable
from dataclasses import dataclass

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import Criterion, RuleSheet
from cidesign.domain.words import Mode
from cidesign.domain.workshop import STAGES, Bundle, Decision
from cidesign.record import broken_seal, changed, document, fingerprint, short_fingerprint, with_decision
from cidesign.text import say, say_count

RULES, STRUCTURE, WORKSHOP, PAGE = "rules.yaml", "structure.yaml", "workshop.yaml", "process"
DRAFT, SEALED, FINAL = STAGES[0], STAGES[1], STAGES[-1]


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
    """The seal of a workshop's rule sheet; None where it has none."""
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
        broken=broken_seal(document(bundle, RULES)) or "",
        late=str(record.figures.get("late", "")) if record else "",
        reason=str(record.figures.get("reason", "")) if record else "",
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
        raise BadInput([Problem(say("Rule sheet"), say("it is sealed"), say("open a new version, with a reason and two names"))])
    return bundle


def lacking(bundle: Bundle) -> tuple[Problem, ...]:
    """What must be settled before the rules can be sealed: all of it, in the order of the page."""
    if bundle.rules is None:
        return (Problem(say("Rule sheet"), say("there is none yet"), say("begin with the usual criteria")),)
    rules = bundle.rules
    found = [] if rules.mode else [Problem(say("Way of choosing"), say("nobody has chosen it"), say("choose open, semi-open or closed"))]
    found += [
        Problem(one.name, say("its worst and its best level have no words"), say("describe at least these two levels"))
        for one in rules.rated
        if not _ends_described(one)
    ]
    if rules.mode == Mode.CLOSED:
        found += _lacking_where_one_is_asked(rules, bundle.workshop.sole_source)
    return tuple(found)


def _ends_described(criterion: Criterion) -> bool:
    told = {level for level, words in criterion.scale.levels.items() if words.strip()}
    return {criterion.scale.worst, criterion.scale.best} <= told


def _lacking_where_one_is_asked(rules: RuleSheet, reason: str) -> list[Problem]:
    unmarked = sum(1 for one in rules.criteria if one.pass_mark is None)
    told = say_count("{n} criterion has none", "{n} criteria have none", unmarked, n=unmarked)
    found = [Problem(say("Pass marks"), told, say("say what is good enough"))] if unmarked else []
    if not reason.strip():
        found.append(Problem(say("Why only one is asked"), say("there is no reason yet"), say("write why the others were not asked")))
    return found


def lateness(bundle: Bundle) -> str:
    """What was there before the seal, in one sentence; empty where the seal is in time."""
    scores = sum(1 for score in bundle.scores if score.score is not None)
    files = sum(1 for path in bundle.files if path.startswith("applications/"))
    if scores:
        return say_count("{n} score was given before the seal.", "{n} scores were given before the seal.", scores, n=scores)
    if files:
        return say_count(
            "{n} file of an application was here before the seal.", "{n} files of applications were here before the seal.", files, n=files
        )
    return ""


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
    """The bundle whose rules are sealed, with one record of it; a draft becomes sealed, any later stage stays.

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
        found.append(Problem(say("Rule sheet"), say("its seal was taken away"), say("put it back, or open a new version with a reason")))
    if told and not late:
        found.append(Problem(say("Late seal"), told.rstrip("."), say("tick that the seal will be marked as late")))
    if found or bundle.rules is None:
        raise BadInput(found)
    version = _version(earlier.figures["version"]) + 1 if earlier else 1
    seal = {"version": version, "at": at, "by": by.strip(), "sha256": fingerprint(document(bundle, RULES))}
    after = changed(bundle, RULES, {("seal",): seal})
    after = changed(after, STRUCTURE, {("decision", "selection_mode"): bundle.rules.mode})
    if after.workshop.stage == DRAFT:
        after = changed(after, WORKSHOP, {("stage",): SEALED})
    figures = {
        "version": version,
        "fingerprint": short_fingerprint(str(seal["sha256"])),
        "mode": bundle.rules.mode,
        "criteria": len(bundle.rules.criteria),
    }
    if earlier and opening:
        figures |= {"replaces": version - 1, "replaced": str(earlier.figures.get("fingerprint", "")), "reason": opening.because}
    if told:
        figures["late"] = told
    record = Decision(page=PAGE, what=what, because=because, agreed=agreed, dissent=dissent, by=by.strip(), at=at, figures=figures)
    return with_decision(after, record)


def opened(bundle: Bundle, *, reason: str, first: str, second: str, at: str) -> Bundle:
    """The bundle whose rules may be changed for a new version; the old seal stays on record.

    Raises:
        BadInput: nothing is sealed, the reason or one of two different names is missing, or the selection is final.
    """
    seal, cut = seal_of(bundle), _last_seal(bundle) if seal_was_cut(bundle) else None
    names = [" ".join(first.split()), " ".join(second.split())]
    found = _unwritten({say("Why the rules must change"): reason, say("First facilitator"): first, say("Second facilitator"): second})
    if names[0] and names[0].casefold() == names[1].casefold():
        found.append(Problem(say("Second facilitator"), say("the name is that of the first"), say("ask a second person")))
    if bundle.workshop.stage == FINAL:
        found.append(Problem(say("Rule sheet"), say("the selection is final"), say("begin a new workshop for a new selection")))
    if seal is None and cut is None:
        found.append(Problem(say("Rule sheet"), say("it is not sealed"), say("change it as it stands")))
    if found:
        raise BadInput(found)
    version, short = (seal.version, seal.short) if seal else _named(cut)
    after = changed(bundle, RULES, {("seal",): None})
    if after.workshop.stage == SEALED:
        after = changed(after, WORKSHOP, {("stage",): DRAFT})
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
    """Whether the record tells of a seal that the sheet no longer bears, though nobody opened it."""
    return not is_sealed(bundle) and bool(_last_seal(bundle)) and not _opening(bundle)


def opening_of(bundle: Bundle) -> Decision | None:
    """The record that opened the rules for a new version, while they are open."""
    return None if is_sealed(bundle) else _opening(bundle)


def versions(bundle: Bundle) -> tuple[Decision, ...]:
    """Every act of sealing and opening on record, oldest first."""
    return tuple(one for one in bundle.decisions.decisions if one.page == PAGE and "version" in one.figures)


def _opening(bundle: Bundle) -> Decision | None:
    last = _last_seal(bundle)
    return last if last and "opens" in last.figures else None


def _last_seal(bundle: Bundle) -> Decision | None:
    return next(reversed(versions(bundle)), None)


def _named(record: Decision | None) -> tuple[int, str]:
    return (_version(record.figures["version"]), str(record.figures.get("fingerprint", ""))) if record else (0, "")


def _record(bundle: Bundle, version: int) -> Decision | None:
    mine = (one for one in reversed(versions(bundle)) if "opens" not in one.figures and _version(one.figures["version"]) == version)
    return next(mine, None)


def _version(said: object) -> int:
    return int(str(said)) if str(said).isdigit() else 1


def _unwritten(fields: dict[str, str]) -> list[Problem]:
    return [Problem(label, say("nothing is written there"), say("fill it in")) for label, text in fields.items() if not text.strip()]


def as_lines(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Problems as short sentences for a list."""
    return tuple(say("{where}: {what}; {remedy}.", where=one.where, what=one.what, remedy=one.remedy) for one in problems)
