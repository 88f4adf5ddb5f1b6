"""Whether the order of the candidates would hold: everything the page Compare shows beside the
points, from one closed round.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from cidesign import selection
from cidesign.domain.agreement import FEWEST_IN_A_GROUP, Agreement, RaterSheets
from cidesign.domain.labels import Named, of_panel
from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.problem import BadInput
from cidesign.domain.reason import NothingToHold, Reason
from cidesign.domain.robustness import (
    Acceptability,
    CrossCheck,
    DecisionMatrix,
    ExactCard,
    LeftOut,
    Rise,
)
from cidesign.domain.rules import Aggregation, RuleSheet
from cidesign.domain.workshop import Bundle
from cidesign.value import decision_matrix, rank, rater_sheets
from cidesign.views.compare.letters import lettered
from cidesign.views.compare.view import CompareView, lot_of, people_of
from cidesign.views.process.weigh import member_shares

SAMPLES = 100_000
BESIDE = 20_000
"""How many samples stand behind a figure that is shown beside the first one."""


@dataclass(frozen=True)
class RobustnessView:
    """The evidence of one closed round, computed once for a state of the workshop.

    Args:
        matrix: the candidates with a rank; names: of all candidates by id, as people wrote them.
        agreement: of the panel.
        members: weights within the members' own ranges; None where fewer than four members have
            weighed every criterion.
        member_count: how many of them have.
        order: any weights that keep the rule sheet's order of criteria; anything: any weights at
            all.
        raters: the sheet's weights, raters drawn anew; None with fewer than four raters, of whom it
            would tell how they split, or where hardly any draw fills every cell.
        exact: stability, smallest changes, potential optimality, dominance.
        left_out: who is first without one rater, criterion or candidate.
        checks: other ways to add up.
        rises: what a rival would have to score, smallest rise first.
        ranges: by criterion the smallest and the largest share a member gives; None where
        ``members`` is. Of these, all but ``agreement`` and ``checks`` need at least two ranked
        candidates: members, order, anything, raters, exact and left_out are None, rises empty, with
        fewer.
    """

    matrix: DecisionMatrix
    names: Named
    agreement: Agreement
    members: Acceptability | None
    member_count: int
    order: Acceptability | None
    anything: Acceptability | None
    raters: Acceptability | None
    exact: ExactCard | None
    left_out: LeftOut | None
    checks: tuple[CrossCheck, ...]
    rises: tuple[Rise, ...]
    ranges: Mapping[str, tuple[Fraction, Fraction]] | None = None


def evidence_of(bundle: Bundle, view: CompareView) -> RobustnessView | None:
    """The evidence beside a comparison; None where there is none yet, or a round is open."""
    return None if view.missing else robustness_view(bundle)


def robustness_view(
    bundle: Bundle, *, samples: int = SAMPLES, beside: int = BESIDE
) -> RobustnessView:
    """The evidence for the bundle's latest round; of a bundle whose round is closed and that has
    rules and scores.

    Args:
        samples: behind the first figure; beside: behind each of the others.

    Raises:
        BadInput: what must be mended in scores, recusals or candidates.
    """
    rules = bundle.rules
    if rules is None or bundle.workshop.round_is_open:
        raise ValueError(
            "ask for the evidence of a closed round with rules only"
        )  # pages look at CompareView.missing first
    seen = lettered(bundle)
    panel = people_of(seen)
    ranking = rank(rules, seen.scores, **panel, lot=lot_of(seen))
    sheets = rater_sheets(rules, seen.scores, **panel)
    matrix = decision_matrix(rules, ranking)
    several = len(matrix.candidates) > 1
    members = member_shares(bundle)
    return RobustnessView(
        matrix=matrix,
        names=of_panel(rules, seen.candidates).candidates,
        agreement=selection.agreement(sheets),
        **(
            _samplings(rules, sheets, matrix, members, samples, beside)
            if several
            else dict.fromkeys(SAMPLED)
        ),
        member_count=len(members),
        exact=selection.exact_card(matrix) if several else None,
        left_out=selection.left_out(
            rules, seen.scores, **panel, lot=lot_of(seen), ranking=ranking, sheets=sheets
        )
        if several
        else None,
        checks=selection.cross_checks(rules, sheets, ranking),
        rises=selection.rises(rules, ranking) if several else (),
        ranges=_ranges(members) if several else None,
    )


SAMPLED = ("members", "order", "anything", "raters")


def _samplings(
    rules: RuleSheet,
    sheets: RaterSheets,
    matrix: DecisionMatrix,
    members: Sequence[Mapping[str, Fraction]],
    samples: int,
    beside: int,
) -> dict[str, Acceptability | None]:
    own = len(members) >= FEWEST_IN_A_GROUP
    drawn = (
        len(sheets.raters) >= FEWEST_IN_A_GROUP and rules.aggregation is not Aggregation.CONSENSUS
    )
    return {
        "members": selection.acceptability(
            matrix, member_shares=members, within="members", samples=samples
        )
        if own
        else None,
        "order": selection.acceptability(
            matrix, within="order", samples=beside if own else samples
        ),
        "anything": selection.acceptability(
            matrix, within="anything", samples=beside if own else samples
        ),
        "raters": _raters_drawn(matrix, sheets, rules, beside) if drawn else None,
    }


def _ranges(
    members: Sequence[Mapping[str, Fraction]],
) -> Mapping[str, tuple[Fraction, Fraction]] | None:
    group = selection.group_weights(members) if len(members) >= FEWEST_IN_A_GROUP else None
    return None if group is None else group.ranges


def _raters_drawn(
    matrix: DecisionMatrix, sheets: RaterSheets, rules: RuleSheet, samples: int
) -> Acceptability | None:
    try:
        return selection.acceptability(
            matrix, vary="raters", sheets=sheets, rules=rules, samples=samples
        )
    except (
        BadInput
    ):  # so many cells rest on one rater that hardly any draw of raters fills them all
        return None


@dataclass(frozen=True)
class Held:
    """What the command ``robustness`` answers.

    Args:
        first: ids that have the first rank, sorted; empty where nobody has a rank.
        sampled: None where nobody has a rank; exact likewise.
        warnings: what did not count and why; what could not be varied.
    """

    first: tuple[str, ...]
    sampled: Acceptability | None
    exact: ExactCard | None
    left_out: LeftOut
    warnings: tuple[Reason, ...]


def held(
    rules: RuleSheet,
    scores: Sequence[Score],
    *,
    candidates: Sequence[Candidate] = (),
    recusals: Sequence[Recusal] = (),
    turn: int | None = None,
    lot: str | None = None,
    seats: Mapping[str, str] | None = None,
    members: Sequence[Mapping[str, Fraction]] = (),
    vary: Literal["weights", "raters", "both"] = "weights",
    samples: int = SAMPLES,
    seed: int = 1,
) -> Held:
    """Whether the ranking as of one round would hold; weights vary within the members' own ranges
    where ``members`` has any.

    Args:
        seats: seat by rater; None where nobody knows.
        members: shares by criterion of each member.

    Raises:
        BadInput: what must be mended in scores, recusals or candidates.
    """
    panel: dict[str, Any] = {
        "candidates": candidates,
        "recusals": recusals,
        "round": turn,
        "seats": seats,
    }
    ranking = rank(rules, scores, **panel, lot=lot)
    sheets = rater_sheets(rules, scores, **panel)
    matrix = decision_matrix(rules, ranking)
    without = selection.left_out(rules, scores, **panel, lot=lot, ranking=ranking, sheets=sheets)
    if not matrix.candidates:
        return Held(
            (),
            None,
            None,
            without,
            (*ranking.warnings, NothingToHold()),
        )
    sampled = selection.acceptability(
        matrix,
        member_shares=members,
        vary=vary,
        sheets=sheets,
        rules=rules,
        within="members" if members else "anything",
        samples=samples,
        seed=seed,
    )
    first = tuple(sorted(one.candidate for one in ranking.standings if one.rank == 1))
    return Held(first, sampled, selection.exact_card(matrix), without, ranking.warnings)
