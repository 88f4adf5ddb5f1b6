"""How much each criterion counts, asked of one member after the other: swings or places in, weights
out, then the group's middle.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cidesign.acts.set_weights import SetWeights
from cidesign.acts.weigh import WEIGHTS, Weigh
from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.nearest import unknown
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import RuleSheet
from cidesign.domain.value import plain, shown
from cidesign.domain.workshop import Bundle, MemberWeight
from cidesign.selection import GroupWeights, group_weights, weights, whole_parts
from cidesign.text import say

TOP = 100
TENTHS = 10


def from_swings(first: str, others: Mapping[str, Decimal]) -> dict[str, Fraction]:
    """Shares from guided swings: the criterion raised first is worth 100, each other one 0 to 100
    beside it.

    Raises:
        BadInput: a value below 0 or above 100; all of them are named.
    """
    wrong = [
        Problem(
            id,
            say("{value} is off the scale", value=plain(value)),
            say("write a number from 0 to 100"),
        )
        for id, value in others.items()
        if not value.is_finite() or not 0 <= value <= TOP
    ]
    if wrong:
        raise BadInput(wrong)
    return _exact({"method": "swing", "swing": {**others, first: TOP}})


def from_places(places: Mapping[str, int]) -> dict[str, Fraction]:
    """Shares from a ranking; criteria at one place share it (rank-order centroid).

    Args:
        places: 1 for what matters most; gaps do not matter.
    """
    groups = [
        [id for id, at in places.items() if at == place] for place in sorted(set(places.values()))
    ]
    return _exact({"method": "rank", "rank": groups})


def from_points(points: Mapping[str, Decimal]) -> dict[str, Fraction]:
    """Shares from a number for each criterion, as each was said: divided by their sum.

    Raises:
        BadInput: a number below 0, or all of them are 0.
    """
    return _exact({"method": "direct", "direct": points})


def _exact(file: Mapping[str, Any]) -> dict[str, Fraction]:
    return {id: Fraction(share) for id, share in weights(file).weights.items()}


def members_done(bundle: Bundle) -> tuple[str, ...]:
    """The ids of members who weighed every criterion of the sheet as it stands."""
    wanted = {one.id for one in bundle.rules.criteria} if bundle.rules else set()
    return tuple(
        member
        for member, said in _said(bundle).items()
        if wanted <= set(said) and any(said[id] for id in wanted)
    )


def own_weights(bundle: Bundle, member: str) -> dict[str, Fraction]:
    """What a member said, by criterion; empty before she has weighed every one."""
    return _said(bundle)[member] if member in members_done(bundle) else {}


def _said(bundle: Bundle) -> dict[str, dict[str, Fraction]]:
    said: dict[str, dict[str, Fraction]] = {}
    for row in bundle.weights:
        said.setdefault(row.member, {})[row.criterion] = Fraction(row.weight)
    return said


def member_shares(bundle: Bundle) -> tuple[dict[str, Fraction], ...]:
    """The shares of every member who weighed all criteria of the sheet, each adding to 1, in order
    of the members' ids.
    """
    wanted = [one.id for one in bundle.rules.criteria] if bundle.rules else []
    said = _said(bundle)
    return tuple(
        {
            id: said[member][id] / sum((said[member][one] for one in wanted), Fraction(0))
            for id in wanted
        }
        for member in sorted(members_done(bundle))
    )


def shares_of(
    rows: Sequence[MemberWeight], rules: RuleSheet, file: str = WEIGHTS
) -> tuple[dict[str, Fraction], ...]:
    """The shares of every member of a table, each adding to 1, in order of the members' ids.

    Raises:
        BadInput: a criterion the sheet does not have, or a member who leaves one out; all of them
            are named.
    """
    wanted = [one.id for one in rules.criteria]
    problems = [
        unknown(
            say("{file}: row {row}, criterion", file=file, row=one.row),
            "criterion",
            one.criterion,
            wanted,
        )
        for one in rows
        if one.criterion not in wanted
    ]
    said: dict[str, dict[str, Fraction]] = {}
    for one in rows:
        said.setdefault(one.member, {})[one.criterion] = Fraction(one.weight)
    for member, weights_said in sorted(said.items()):
        lacking = [id for id in wanted if id not in weights_said]
        if lacking:
            what = say(
                "{member} gives no weight for {criteria}",
                member=shown(member),
                criteria=", ".join(lacking),
            )
            problems.append(Problem(file, what, say("add a row for each; 0 is a weight too")))
    if not rows:
        problems.append(
            Problem(
                file,
                say("nobody gives any weights"),
                say("add each member's rows, or leave the file out"),
            )
        )
    if problems:
        raise BadInput(problems)
    return tuple(
        {id: mine[id] / sum(mine.values(), Fraction(0)) for id in wanted}
        for _, mine in sorted(said.items())
    )


def group_of(bundle: Bundle) -> GroupWeights | None:
    """The group's weights over the members who are done; None where they are fewer than four."""
    shares = member_shares(bundle)
    return group_weights(shares) if len(shares) >= FEWEST_IN_A_GROUP else None


def may_see_the_group(bundle: Bundle, member: str) -> bool:
    """Whether this member has saved her own weights, so that the others' cannot sway her."""
    return member in members_done(bundle)


def has_group_weights(bundle: Bundle) -> bool:
    """Whether the sheet has the group's weights as they are now."""
    group = group_of(bundle)
    if group is None or bundle.rules is None:
        return False
    wanted = whole_parts(group.shares)
    return all(one.weight == wanted[one.id] for one in bundle.rules.criteria)


def weighed_alone(member: str, shares: Mapping[str, Fraction]) -> Weigh:
    """The act that keeps a member's own weights, in tenths that add to 100."""
    parts = whole_parts(shares, TOP * TENTHS)
    return Weigh(member=member, weights={id: Decimal(part) / TENTHS for id, part in parts.items()})


def weighed_together(shares: Mapping[str, Fraction]) -> SetWeights:
    """The act that gives the rule sheet these shares as whole numbers that add to 100."""
    return SetWeights(weights=whole_parts(shares))


def weighed_as_group(bundle: Bundle) -> SetWeights:
    """The act that gives the rule sheet the group's weights as whole numbers that add to 100.

    Raises:
        BadInput: fewer than four members are done.
    """
    group = group_of(bundle)
    if group is None:
        what = say("fewer than four members have saved theirs")
        raise BadInput([Problem(say("The group's weights"), what, say("ask one more"))])
    return weighed_together(group.shares)
