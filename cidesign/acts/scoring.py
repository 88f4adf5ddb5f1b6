"""What the page Score changes: a score is added and never overwritten, words go beside it, a round
is opened and closed.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cidesign.acts.sheets import last_round, owed, raters, to_score, undeclared
from cidesign.domain.nearest import instead
from cidesign.domain.panel import Score
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import Criterion, Missing, Reasons
from cidesign.domain.stage import IS_FINAL
from cidesign.domain.value import plain, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, numbered, read_files, with_rows
from cidesign.text import say, say_count
from cidesign.value import CONSENSUS_RATER, problems_of

SCORES, REMARKS, WORKSHOP = "scores.csv", "reasons.csv", "workshop.yaml"


def with_score(
    bundle: Bundle,
    *,
    rater: str,
    candidate: str,
    criterion: str,
    score: Decimal | None,
    reason: str = "",
    via: str = "",
    entered_by: str = "",
) -> Bundle:
    """The bundle with one more row of scores; earlier rows stay, the latest counts, None withdraws.

    Raises:
        BadInput: no round is open, she steps aside or has not declared, the score is off its scale,
            or the rules ask for a reason; nothing was added.
    """
    found = [*_of_place(bundle, rater, candidate), *_of_score(bundle, criterion, score, reason)]
    if found:
        raise BadInput(found)
    counted = numbered(bundle, SCORES, "seq") if bundle.scores else bundle
    row = {
        "rater": rater,
        "candidate": candidate,
        "criterion": criterion,
        "score": "" if score is None else plain(score),
        "round": str(bundle.workshop.round),
        "reason": reason,
        "via": via,
        "entered_by": entered_by,
        "seq": str(1 + max((one.seq or 0 for one in counted.scores), default=0)),
    }
    return with_rows(counted, SCORES, [row])


def _of_place(bundle: Bundle, rater: str, candidate: str) -> Iterator[Problem]:
    where = say("Score")
    if bundle.rules is None or not bundle.rules.seal:
        yield Problem(where, say("the rules are not sealed"), say("seal them on the page Process"))
    if not bundle.workshop.round_is_open:
        yield Problem(where, say("no round is open"), say("ask the facilitator to open one"))
    if rater not in raters(bundle):
        yield Problem(
            where, say("{rater} is nobody on the panel", rater=shown(rater)), say("choose a member")
        )
    if candidate not in [one.id for one in bundle.candidates]:
        yield Problem(
            where,
            say("{candidate} is no candidate", candidate=shown(candidate)),
            say("choose one from the list"),
        )
    if (rater, candidate) in [(one.rater, one.candidate) for one in bundle.recusals]:
        yield Problem(
            where, say("this member steps aside for this candidate"), say("score the others")
        )
    elif candidate in undeclared(bundle, rater):
        label = next(one.label for one in bundle.candidates if one.id == candidate)
        what = say(
            "this member has not said yet whether anything ties her to {candidate}", candidate=label
        )
        yield Problem(
            where,
            what,
            say("declare first whether anything ties you to {candidate}", candidate=label),
        )


def _of_score(bundle: Bundle, id: str, score: Decimal | None, reason: str) -> Iterator[Problem]:
    criterion = (
        next((one for one in bundle.rules.rated if one.id == id), None) if bundle.rules else None
    )
    if criterion is None:
        yield Problem(
            say("Score"),
            say("{criterion} is no criterion of the rule sheet", criterion=shown(id)),
            say("choose one of the sheet"),
        )
    elif score is not None and not criterion.scale.holds(score):
        low, high = plain(criterion.scale.low), plain(criterion.scale.high)
        yield Problem(
            criterion.name,
            say("{score} is off the scale", score=plain(score)),
            say("choose a level from {low} to {high}", low=low, high=high),
        )
    elif (
        score is not None
        and not reason.strip()
        and bundle.rules
        and reason_owed(bundle.rules.reasons, criterion, score)
    ):
        yield Problem(
            say("Why?"),
            say("the rule sheet asks for a reason here"),
            say("write one sentence that the candidate may read"),
        )


def reason_owed(reasons: Reasons, criterion: Criterion, score: Decimal) -> bool:
    """Whether a score needs a written reason of its own."""
    at_an_end = score in (criterion.scale.worst, criterion.scale.best)
    return reasons is Reasons.PER_SCORE or (reasons is Reasons.EXTREMES and at_an_end)


def with_remark(
    bundle: Bundle, *, rater: str, candidate: str, strength: str, concern: str
) -> Bundle:
    """The bundle with a rater's strength and concern about a candidate; what she wrote before stays
    in the file.

    Raises:
        BadInput: no round is open, she steps aside or has not declared, or one of the two is
            missing; nothing was added.
    """
    found = list(_of_place(bundle, rater, candidate))
    for label, text in ((say("One strength"), strength), (say("One concern"), concern)):
        if not text.strip():
            found.append(
                Problem(
                    label,
                    say("nothing is written there"),
                    say("write one sentence; every candidate gets both from everybody"),
                )
            )
    if found:
        raise BadInput(found)
    counted = numbered(bundle, REMARKS, "seq") if bundle.remarks else bundle
    seq = 1 + max((one.seq or 0 for one in counted.remarks), default=0)
    row = {"rater": rater, "candidate": candidate, "strength": strength, "concern": concern}
    return with_rows(
        counted, REMARKS, [{**row, "round": str(bundle.workshop.round), "seq": str(seq)}]
    )


def next_round(bundle: Bundle) -> int:
    """Which round would be opened now: the first, or the one after the last that was closed."""
    last = last_round(bundle)
    stage = bundle.workshop.stage
    return last + 1 if stage.round_was_closed and stage.opening else last


def opened(bundle: Bundle) -> Bundle:
    """The bundle with the next round open; what was scored before stays and counts on until
    somebody changes it.

    Raises:
        BadInput: everything that is missing, or that forbids it; nothing was changed.
    """
    found, then = list(_of_opening(bundle)), bundle.workshop.stage.opening
    if found or then is None:
        raise BadInput(found)
    return changed(bundle, WORKSHOP, {("stage",): then.id, ("round",): next_round(bundle)})


def _of_opening(bundle: Bundle) -> Iterator[Problem]:
    where = say("Round {round}", round=next_round(bundle))
    if refusal := bundle.workshop.stage.against_a_round:
        yield refusal.at(where)
    if bundle.rules is None or not bundle.rules.seal:
        yield Problem(where, say("the rules are not sealed"), say("seal them on the page Process"))
    elif not bundle.rules.rated:
        yield Problem(
            where,
            say("the rule sheet has nothing to score"),
            say("add a criterion that people score"),
        )
    if not raters(bundle):
        yield Problem(
            where, say("nobody is on the panel"), say("add members on the page Initiative")
        )
    if not to_score(bundle):
        yield Problem(
            where,
            say("no candidate may be scored"),
            say("add candidates, or look at who is eligible"),
        )


def closed(bundle: Bundle, *, accepted: bool = False) -> Bundle:
    """The bundle with its round closed; every score that was given counts.

    Args:
        bundle: its round is open.
        accepted: whether the facilitator has seen what is missing and closes all the same.

    Raises:
        BadInput: no round is open, something is missing and nobody accepted that, or the rules
            refuse what is missing.
    """
    where = say("Round {round}", round=bundle.workshop.round)
    then = bundle.workshop.stage.closing
    if then is None:
        raise BadInput([Problem(where, say("it is not open"), say("open it first"))])
    begun = [one for one in owed(bundle) if one.missing and one.given]
    if begun and bundle.rules and bundle.rules.missing is Missing.REFUSE:
        what = say_count(
            "{n} sheet was begun and is not complete",
            "{n} sheets were begun and are not complete",
            len(begun),
            n=len(begun),
        )
        remedy = say(
            "the rule sheet refuses gaps: complete them, or record who steps aside for whom"
        )
        raise BadInput([Problem(where, what, remedy)])
    if any(one.missing for one in owed(bundle)) and not accepted:
        raise BadInput(
            [
                Problem(
                    where,
                    say("scores are missing"),
                    say("look at the list, then close with these missing"),
                )
            ]
        )
    return changed(bundle, WORKSHOP, {("stage",): then.id, ("round",): bundle.workshop.round})


def imported(bundle: Bundle, content: bytes) -> Bundle:
    """The bundle with a table of scores added to its own; rows it has already come no second time,
    all others are of the open round.

    Raises:
        BadInput: every problem of the table and of what it would make of the scores; nothing was
            added.
    """
    brought = read_files({**bundle.files, SCORES: content})
    problems = (
        list(problems_of(bundle.rules, brought.scores, bundle.candidates, bundle.recusals))
        if bundle.rules
        else []
    )
    if bundle.workshop.stage.is_final:
        problems.append(IS_FINAL.at(SCORES))
    held = {_said(one) for one in bundle.scores}
    new = [
        one
        for one in sorted(brought.scores, key=lambda one: (one.round, one.seq or 0, one.row))
        if _said(one) not in held
    ]
    problems += _of_rows(bundle, new)
    if problems:
        raise BadInput(problems)
    if not bundle.scores:
        return brought
    counted = numbered(bundle, SCORES, "seq")
    seq = max((one.seq or 0 for one in counted.scores), default=0)
    return (
        with_rows(
            counted, SCORES, [_row(one, seq + place) for place, one in enumerate(new, start=1)]
        )
        if new
        else bundle
    )


def _of_rows(bundle: Bundle, new: Sequence[Score]) -> Iterator[Problem]:
    if new and not bundle.workshop.round_is_open:
        yield Problem(
            SCORES,
            say("no round is open, and a late score would change a closed result"),
            say("open a round, then bring it in"),
        )
        return
    aside = {(one.rater, one.candidate) for one in bundle.recusals}
    panel = list(raters(bundle)) if bundle.workshop.members else []
    known: dict[str, str] = {one.casefold(): one for one in panel}
    for one in sorted(new, key=lambda one: one.row):
        where = say("{file}: row {row}", file=SCORES, row=one.row)
        if one.round != bundle.workshop.round:
            what = say("round {round} is not the one that is open", round=one.round)
            yield Problem(
                where,
                what,
                say("only scores of round {round} can be added now", round=bundle.workshop.round),
            )
        if panel and one.rater not in [*panel, CONSENSUS_RATER]:
            yield Problem(
                where,
                say("{rater} is nobody on the panel", rater=shown(one.rater)),
                instead(one.rater, panel),
            )
        elif known.setdefault(one.rater.casefold(), one.rater) != one.rater:
            what = say(
                "{rater} and {other} differ in capitals only",
                rater=shown(one.rater),
                other=shown(known[one.rater.casefold()]),
            )
            yield Problem(where, what, say("write one name one way, so that nobody counts twice"))
        if one.score is not None and (one.rater, one.candidate) in aside:
            yield Problem(
                where,
                say("this member steps aside for this candidate"),
                say("delete the row; it cannot count"),
            )


def _said(one: Score) -> tuple[object, ...]:
    return (one.rater, one.candidate, one.criterion, one.round, one.score, one.reason)


def _row(one: Score, seq: int) -> dict[str, str]:
    return {
        "rater": one.rater,
        "candidate": one.candidate,
        "criterion": one.criterion,
        "score": "" if one.score is None else plain(one.score),
        "round": str(one.round),
        "reason": one.reason,
        "via": one.via,
        "entered_by": one.entered_by,
        "seq": str(seq),
    }
