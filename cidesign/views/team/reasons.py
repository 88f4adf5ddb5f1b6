"""Rules in words: what holds a plan back, which rules exclude each other, and the ways out with
their buttons.
"""

from collections.abc import Mapping, Sequence

from cidesign.budget import edit_of
from cidesign.budget.rules import RULES, rule_keyed, rule_named
from cidesign.domain.allocation import Edit, Repair, RuleOn
from cidesign.domain.figures import listed, points
from cidesign.domain.plan import Plan
from cidesign.text import say
from cidesign.views.team.rules import Names, mend_of, place_of, words_of
from cidesign.views.team.words import Mend, Reason

MOST_REASONS = 3
MOST_MENDS = 6


def holds_back(
    plan: Plan, rules: Sequence[RuleOn], labels: Mapping[str, str]
) -> tuple[Reason, ...]:
    """At most three sentences on what holds the plan back, those one can act on first.

    Args:
        labels: what people read for roles, lines and functions.

    Raises:
        LookupError: there is no such rule, or nothing is said about it.
    """
    first = sorted(rules, key=lambda one: place_of(one.rule))[:MOST_REASONS]
    return each_holds(plan, first, labels) or (
        Reason(
            say("Nothing does."),
            say("No single rule, relaxed alone, would raise the score of this plan."),
        ),
    )


def each_holds(
    plan: Plan, rules: Sequence[RuleOn], labels: Mapping[str, str]
) -> tuple[Reason, ...]:
    """How each of these rules holds the plan back, in their order.

    Raises:
        LookupError: there is no such rule, or nothing is said about it.
    """
    names = Names(plan, labels)
    return tuple(words_of(rule_named(one.rule)).holds(names, one.id) for one in rules)


def each_asks(plan: Plan, rules: Sequence[RuleOn], labels: Mapping[str, str]) -> tuple[str, ...]:
    """What rules ask, as parts of a sentence; rules of one kind are told together.

    Raises:
        LookupError: there is no such rule, or nothing is said about it.
    """
    names = Names(plan, labels)
    return tuple(
        words_of(rule_named(name)).asks(names, [one.id or "" for one in rules if one.rule == name])
        for name in dict.fromkeys(one.rule for one in rules)
    )


def clash(plan: Plan, rules: Sequence[RuleOn], labels: Mapping[str, str]) -> str:
    """Which rules cannot all hold, in one sentence; rules of one kind are told together.

    Raises:
        LookupError: there is no such rule, or nothing is said about it.
    """
    parts = list(each_asks(plan, rules, labels))
    return (
        say("These cannot all hold: {rules}.", rules=listed(parts))
        if parts
        else say("Which rules exclude each other could not be found in time.")
    )


def how_to_mend(ways: Sequence[Mend]) -> str:
    """How far each way out reaches; what to do where there is none."""
    if ways:
        return say("Each way out alone makes a plan possible.")
    return say(
        "No single change is enough: change more than one of these at once, each a little, such as "
        "more money together with one rule less."
    )


def mends(plan: Plan, found: Sequence[Repair], labels: Mapping[str, str]) -> tuple[Mend, ...]:
    """Ways out, the budget first, those about one post last: each alone makes the plan possible.

    Args:
        plan: as it stands in ``plan.yaml``.

    Raises:
        LookupError: a lever of no rule.
    """
    ordered = sorted(
        found, key=lambda one: (one.id is not None, RULES.index(rule_keyed(one.lever)))
    )
    edits = [(edit_of(plan, repair), repair) for repair in ordered]
    return tuple(
        _mend(edit, repair, labels) for edit, repair in edits if edit.after != edit.before
    )[:MOST_MENDS]


def _mend(edit: Edit, repair: Repair, labels: Mapping[str, str]) -> Mend:
    score = (
        ""
        if repair.plan_score is None
        else say("plan score about {points}", points=points(repair.plan_score))
    )
    label = mend_of(rule_keyed(edit.lever))(edit, labels.get(edit.id, edit.id))
    return Mend(label, score, edit.changes)
