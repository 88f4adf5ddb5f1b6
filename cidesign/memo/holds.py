"""The memo on whether the order would hold: under other weights, without one rater, by other ways
to add up, and what would tie it.
"""

from collections.abc import Sequence
from dataclasses import replace

from cidesign.domain.figures import of_hundred, percent
from cidesign.domain.robustness import Acceptability
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say, say_count
from cidesign.text.sentence import NOTHING, Figure, Sentence, at, in_a_row, of, own, together, told
from cidesign.views.compare.card_words import FIXED
from cidesign.views.compare.change import change
from cidesign.views.compare.change_words import SEEN
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.holds import as_often, first_together, parts
from cidesign.views.compare.labels import MOST_NAMES
from cidesign.views.compare.robustness import SAMPLES, RobustnessView
from cidesign.views.compare.view import CompareView
from cidesign.views.compare.weightings import (
    ALONE,
    BOTH,
    EACH,
    MOST_OFTEN,
    ONE_OF_THEM,
    OTHER_FIRST,
)

NAME = 48
MEMBERS = "members"
WITHOUT = at("robustness", "leave_one_out", "raters")
NO_SHARES = frozenset({Kind.ONE_CRITERION, Kind.SAME_VALUES})


def holds_lines(
    seen: Snapshot, view: CompareView, evidence: RobustnessView
) -> list[tuple[Sentence, Sentence]]:
    """Whether the order would hold and what would change it, each with its title; nothing where
    fewer than two have a rank.
    """
    if len(view.ranked) < 2:
        return []
    _, raters, checks, _ = parts(view, evidence)
    firm = [
        *_all_weights(seen, view, evidence),
        *(_of_raters(view, one) for one in raters),
        *(_of_checks(view, one) for one in checks),
    ]
    lines = [
        (told(say("Would it hold")), together(firm)),
        (told(say("What would change it")), _change(view, evidence)),
    ]
    return [(title, said) for title, said in lines if said]


def how_often(seen: Snapshot, view: CompareView, evidence: RobustnessView) -> Sentence:
    """In how many weightings the first, or the host we chose, comes first: our members' own, where
    four or more gave some, else any.
    """
    if len(view.ranked) < 2:
        return NOTHING
    first = _weights(view, evidence)
    return _of_the_chosen(seen, view, evidence, first) or _of_weights(view, first, evidence)


def _sampled(evidence: RobustnessView) -> Acceptability:
    """The samples that are told; weights that keep our order are left to the page Compare, because
    no command answers for them.
    """
    sampled = evidence.members or evidence.anything
    if sampled is None:
        raise ValueError("ask for other weights only where at least two candidates have a rank")
    return sampled


def _weights(view: CompareView, evidence: RobustnessView) -> Claim:
    return parts(view, replace(evidence, order=None))[0][0]


def _all_weights(seen: Snapshot, view: CompareView, evidence: RobustnessView) -> list[Sentence]:
    first = _weights(view, evidence)
    found = [_of_weights(view, first, evidence), _of_the_chosen(seen, view, evidence, first)]
    if evidence.members is not None and first.kind not in NO_SHARES and not _tells_both(first):
        anything = replace(evidence, members=None)
        found.append(_of_weights(view, _weights(view, anything), anything))
    return found


def _tells_both(claim: Claim) -> bool:
    return claim.kind is Kind.FIRST_IN and len(claim.numbers) > 1


def _of_weights(view: CompareView, claim: Claim, evidence: RobustnessView) -> Sentence:
    who = _names(view, claim.who)
    if claim.kind is Kind.ONE_CRITERION:
        return told(say(FIXED[claim.kind]))
    if claim.kind is Kind.SAME_VALUES:
        return told(
            say("{who} are level on every criterion, so no weights could part them."), who=who
        )
    sampled, several = _sampled(evidence), len(claim.who) > 1
    if claim.kind is Kind.OTHER_FIRST_IN:
        theirs, ours = claim.numbers
        more = _often(view, sampled, claim.others, min(float(theirs), 1 - float(ours)))
        often = _often(view, sampled, claim.who, float(ours))
        template = OTHER_FIRST[claim.within][len(claim.others) > 1]
        return told(
            say(template), others=_names(view, claim.others), more=more, who=who, often=often
        )
    if claim.kind is Kind.EACH_FIRST_IN:
        shares = [
            _often(view, sampled, first_together(sampled, id), float(share))
            for id, share in zip(claim.who, claim.numbers)
        ]
        first, second = (_names(view, (id,)) for id in claim.who)
        return told(
            say(EACH[claim.within]), first=first, second=second, often=shares[0], other=shares[1]
        )
    if claim.kind is Kind.ONE_OF_THEM_FIRST_IN:
        together_first = sorted(
            {other for id in claim.who for other in first_together(sampled, id)}
        )
        number = _number(
            len(claim.who),
            told(say("Candidates who share the lead")),
            of("leading", "rank"),
            "candidates",
        )
        return told(
            say(ONE_OF_THEM[claim.within]),
            n=number,
            often=_often(view, sampled, together_first, float(claim.numbers[1])),
        )
    often = _often(view, sampled, claim.who, float(claim.numbers[0]))
    if _tells_both(claim) and evidence.anything is not None:
        beside = _often(view, evidence.anything, claim.who, float(claim.numbers[1]))
        return told(say(BOTH[claim.within][several]), who=who, often=often, anything=beside)
    table = MOST_OFTEN if claim.kind is Kind.FIRST_MOST_OFTEN else ALONE
    return told(say(table[claim.within][several]), who=who, often=often)


def _of_the_chosen(
    seen: Snapshot, view: CompareView, evidence: RobustnessView, claim: Claim
) -> Sentence:
    """How often the host we chose comes first, where it does not lead and the claim does not say
    it.
    """
    host, sampled = seen.host.id if seen.host else "", _sampled(evidence)
    if (
        claim.kind in NO_SHARES
        or host not in sampled.candidates
        or host in (*claim.who, *claim.others)
    ):
        return NOTHING
    group = first_together(sampled, host)
    if set(group) & {row.id for row in view.leaders}:
        return NOTHING
    often = _often(view, sampled, group, as_often(sampled, group, evidence))
    return told(say(ALONE[sampled.within][len(group) > 1]), who=_names(view, group), often=often)


def _often(view: CompareView, sampled: Acceptability, group: Sequence[str], share: float) -> Figure:
    """In how many of a hundred weightings one of a group is first."""
    ours = sampled.within == MEMBERS
    what = (
        say("Weightings within the members' own ranges in which {who} comes first")
        if ours
        else say("Weightings in which {who} is first")
    )
    address = of("often", *(at(_answer(sampled), "acceptability", id, 0) for id in group))
    return Figure(of_hundred(share), share, "share", told(what, who=_names(view, group)), address)


def _answer(sampled: Acceptability) -> str:
    """The command that answers with these samples."""
    if sampled.within == MEMBERS:
        return "robustness"
    return (
        "robustness(anything)"
        if sampled.samples == SAMPLES
        else f"robustness(anything, samples={sampled.samples})"
    )


def _of_raters(view: CompareView, claim: Claim) -> Sentence:
    who = _names(view, claim.who)
    if claim.kind in FIXED:
        return told(say(FIXED[claim.kind]))
    n = _number(
        int(claim.numbers[-1]),
        told(say("Raters whose scores count")),
        of("count", WITHOUT),
        "raters",
    )
    if claim.kind is Kind.RATERS_STABLE:
        if len(claim.who) > 1:
            return told(
                say("Without any one of the {n} raters, {who} still share the lead."), n=n, who=who
            )
        if claim.within:
            return told(
                say(
                    "Without any one of the {n} raters, {who} stays first among candidates with a "
                    "rank."
                ),
                n=n,
                who=who,
            )
        return told(say("Without any one of the {n} raters, {who} stays first."), n=n, who=who)
    k = int(claim.numbers[0])
    if claim.kind is Kind.SCORES_NEED_RATERS:
        lacking = _number(
            k,
            told(say("Raters without whom nobody would have all scores")),
            of("lacking", WITHOUT),
            "raters",
        )
        said = say_count(
            "Without {k} of the {n} raters nobody would have all scores.",
            "Without any one of {k} of the {n} raters nobody would have all scores.",
            k,
        )
        return told(said, k=lacking, n=n)
    deciding = _number(
        k,
        told(say("Raters without whom another would come first")),
        of("deciding", WITHOUT),
        "raters",
    )
    return told(_decides(claim.within, k), k=deciding, n=n)


def _decides(within: str, number: int) -> str:
    if within:
        return say_count(
            "Among candidates with a rank, {k} of {n} raters decides who comes first: leave that "
            "one out, and it changes.",
            "Among candidates with a rank, {k} of {n} raters decide who comes first: leave any one "
            "of them out, and it changes.",
            number,
        )
    return say_count(
        "{k} of {n} raters decides who comes first: leave that one out, and it changes.",
        "{k} of {n} raters decide who comes first: leave any one of them out, and it changes.",
        number,
    )


def _of_checks(view: CompareView, claim: Claim) -> Sentence:
    """What the ways to add up say that are told first: mean, median, trimmed mean, Borda count and
    majorities, but the sheet's own.
    """
    ways = int(claim.numbers[-1])
    n = _number(ways, told(say("Other ways to add up the scores")), of("ways", "all"), "ways")
    if claim.kind is Kind.CHECKS_AGREE:
        return told(_agree(ways, ranked_only=bool(view.unranked)), n=n, who=_names(view, claim.who))
    k = int(claim.numbers[0])
    if claim.kind is Kind.CHECKS_DIFFER:
        differ = _number(
            k,
            told(say("Other ways to add up that put another first")),
            of("ways", "differ"),
            "ways",
        )
        others = _names(view, claim.others) if len(claim.others) == 1 else told(say("another one"))
        return told(
            say("By {k} of {n} other ways to add up the scores, {others} would come first."),
            k=differ,
            n=n,
            others=others,
        )
    agree = _number(
        k,
        told(say("Other ways to add up that put the same one first")),
        of("ways", "agree"),
        "ways",
    )
    said = say(
        "{k} of {n} other ways to add up the scores put {who} first alone; the rest name several "
        "or nobody."
    )
    return told(said, k=agree, n=n, who=_names(view, claim.who))


def _agree(ways: int, *, ranked_only: bool) -> str:
    if ranked_only:
        return say_count(
            "Among candidates with a rank, {n} other way to add up the scores puts {who} first "
            "too.",
            "Among candidates with a rank, {n} other ways to add up the scores put {who} first "
            "too.",
            ways,
        )
    return say_count(
        "{n} other way to add up the scores puts {who} first too.",
        "{n} other ways to add up the scores put {who} first too.",
        ways,
    )


def _change(view: CompareView, evidence: RobustnessView) -> Sentence:
    """The smallest change of weights that ties; nothing where the weights cannot matter."""
    claim, only_one = change(view, evidence)[0], len(view.criteria) == 1
    if claim.kind is Kind.FLIP:
        share = max(float(claim.numbers[0]), SEEN)
        what = told(
            say("Share of the weight that must move for {who} to share first place"),
            who=_names(view, claim.others),
        )
        figure = Figure(
            percent(share), share, "share", what, of("moved", at("robustness", "flip", 0))
        )
        said = say("Moving {share} of the weight is enough for {rival} to share first place.")
        return told(said, share=figure, rival=_names(view, claim.others))
    if claim.kind is Kind.NO_WEIGHTS and not only_one:
        return told(say("No weights at all would put another one first."))
    if claim.kind is Kind.LEVEL_FOR_GOOD:
        said = say(
            "{who} have equal points under any weights; only another value on some criterion would "
            "part them."
        )
        return told(said, who=_names(view, claim.who))
    if claim.kind is Kind.LEVEL_BUT_CAN_PART:
        return told(
            say("{who} have equal points already; other weights could part them."),
            who=_names(view, claim.who),
        )
    if claim.kind is Kind.ROUNDING_DECIDES:
        said = say(
            "Only rounding puts {leader} first: with exact points, {others} would be level or "
            "ahead."
        )
        return told(said, leader=_names(view, claim.who), others=_names(view, claim.others))
    return NOTHING


def _number(number: int, what: Sentence, address: str, unit: str) -> Figure:
    return Figure(str(number), number, unit, what, address)


def _names(view: CompareView, ids: Sequence[str]) -> Sentence:
    """Candidates in a row; of many the first few."""
    labels = {row.id: row.label for row in view.rows}
    named = [own(labels[id], most=NAME) for id in ids[:MOST_NAMES]]
    return in_a_row([*named, told(say("others"))] if len(ids) > MOST_NAMES else named)
