"""How scores become a result, in words: one sentence for each setting of the rule sheet, and a
short name for each choice.
"""

from collections.abc import Mapping
from enum import StrEnum

from cidesign.acts.rule_sheet import PART_OF_LEADERSHIP
from cidesign.domain.figures import count
from cidesign.domain.rules import Aggregation, Missing, Names, Reasons, RuleSheet, Seats
from cidesign.domain.value import plain
from cidesign.text import mark, say, say_count

AGGREGATIONS = {
    Aggregation.MEAN: mark("The panel's value is the mean of all scores."),
    Aggregation.MEDIAN: mark("The panel's value is the middle score."),
    Aggregation.TRIMMED: mark(
        "The panel's value is the mean without the highest and the lowest score."
    ),
    Aggregation.CONSENSUS: mark("The panel agrees on one score and enters it together."),
}
SEATS = {
    Seats.EACH_RATER: mark("Every member counts the same, whatever seat she has."),
    Seats.EQUAL: mark(
        "Every seat counts the same, however many members it has: first each seat's own value, "
        "then the mean of the seats."
    ),
}
MISSING = {
    Missing.REFUSE: mark(
        "A sheet that was begun must be complete before a round is closed, unless the member "
        "steps aside or the facilitator sets it aside. Who gave no score at all does not count."
    ),
    Missing.LEAVE_OUT: mark("A missing score is left out. It never counts as zero."),
}
REASONS = {
    Reasons.PER_CANDIDATE: mark(
        "Each member writes one strength and one concern for each candidate."
    ),
    Reasons.PER_SCORE: mark("Each member writes a reason for each score."),
    Reasons.EXTREMES: mark("Each member writes a reason for the highest and the lowest scores."),
    Reasons.NONE: mark("Nobody has to write reasons."),
}
NAMES = {
    Names.LETTERS: mark("After the close members appear as letters."),
    Names.SHOWN: mark("After the close members appear with their names."),
}
SHORT = {
    Aggregation.MEAN: mark("Mean"),
    Aggregation.MEDIAN: mark("Middle score"),
    Aggregation.TRIMMED: mark("Mean without the ends"),
    Aggregation.CONSENSUS: mark("One agreed score"),
    Seats.EACH_RATER: mark("Each member the same"),
    Seats.EQUAL: mark("Each seat the same"),
    Missing.REFUSE: mark("Not accepted in a sheet that was begun"),
    Missing.LEAVE_OUT: mark("Left out"),
    Reasons.PER_CANDIDATE: mark("For each candidate"),
    Reasons.PER_SCORE: mark("For each score"),
    Reasons.EXTREMES: mark("At the ends of the scale"),
    Reasons.NONE: mark("None"),
    Names.LETTERS: mark("Letters"),
    Names.SHOWN: mark("Names"),
}
QUESTIONS = {
    "aggregation": mark("Several scores become one value by"),
    "seats": mark("Whose scores count the same"),
    "missing": mark("A missing score is"),
    "reasons": mark("Written reasons"),
    "names": mark("After the close, members appear as"),
}
CHOICES: Mapping[str, type[StrEnum]] = {
    "aggregation": Aggregation,
    "seats": Seats,
    "missing": Missing,
    "reasons": Reasons,
    "names": Names,
}
QUORUMS = (1, 2, 3, 4, 5, 6, 7, 8)


def part_note() -> str:
    """What a part of leadership brings to the sheet."""
    return say(
        "It stands beside Leadership fit and brings {weight} points of weight, our assumption. "
        "Lower the weight of Leadership fit if leadership should not count for more.",
        weight=plain(PART_OF_LEADERSHIP),
    )


def settings(rules: RuleSheet) -> tuple[str, ...]:
    """How scores become a result, one sentence for each setting."""
    needs = say_count(
        "A candidate needs scores from at least {n} member to be ranked.",
        "A candidate needs scores from at least {n} members to be ranked.",
        rules.quorum,
        n=count(rules.quorum),
    )
    return (
        say(AGGREGATIONS[rules.aggregation]),
        *([say(SEATS[rules.seats])] if rules.seats is Seats.EQUAL else []),
        say(MISSING[rules.missing]),
        needs,
        tie(rules, rules.ties),
        say(REASONS[rules.reasons]),
        say(NAMES[rules.names]),
        _rounding(rules),
    )


def tie(rules: RuleSheet, ties: tuple[str, ...]) -> str:
    """What happens to candidates with equal points."""
    names = [
        rules.criterion(rule.removeprefix("criterion:")).name
        for rule in ties
        if rule.startswith("criterion:")
    ]
    lot = ties[-1] == "lot"
    if names and lot:
        return say(
            "Equal points: the better on {criterion} goes first, then a lot is drawn in public.",
            criterion=", ".join(names),
        )
    if names:
        return say(
            "Equal points: the better on {criterion} goes first, then both share the rank.",
            criterion=", ".join(names),
        )
    return (
        say("Equal points: a lot is drawn in public.")
        if lot
        else say("Equal points share the rank.")
    )


def _rounding(rules: RuleSheet) -> str:
    if rules.rounding.cell is None and rules.rounding.points is None:
        return say("Nothing is rounded before the ranks are given.")
    places = rules.rounding.cell if rules.rounding.cell is not None else rules.rounding.points
    return say(
        "Values are rounded to {places} places, half up, before the ranks are given.", places=places
    )


def tie_choices(rules: RuleSheet) -> tuple[tuple[str, ...], ...]:
    """Ways to part equal points: shared or a lot, at once or after the heaviest criterion; the
    sheet's own way is always among them.
    """
    heaviest = max(rules.criteria, key=lambda one: one.weight)
    offered = [
        ("shared",),
        ("lot",),
        (f"criterion:{heaviest.id}", "shared"),
        (f"criterion:{heaviest.id}", "lot"),
    ]
    return tuple(dict.fromkeys([*offered, rules.ties]))
