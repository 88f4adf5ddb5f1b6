"""When would each candidate come first? Rules on weights, rises in one cell, and other ways to add
up, in plain words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.figures import (
    Number,
    count,
    inside,
    listed,
    of_hundred,
    percent,
    points,
    rounded,
)
from cidesign.domain.labels import Labels
from cidesign.domain.robustness import Condition, CrossCheck, Rise, WinningRule
from cidesign.domain.value import plain
from cidesign.selection import WAYS, winning_rules
from cidesign.selection.cross_checks import Way
from cidesign.selection.winning_rules import LEAST_WON, MOST_RULES
from cidesign.text import mark, say, say_count
from cidesign.views.compare.change_words import enough, never_first
from cidesign.views.compare.claims import Move
from cidesign.views.compare.labels import in_rows
from cidesign.views.compare.reasons import in_words
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CompareView

SAMPLES = 20_000
MOST_RISES = 5
INSIDE = {
    "mean": mark("mean"),
    "median": mark("median"),
    "trimmed": mark("trimmed mean"),
    "borda": mark("Borda count"),
    "pairwise": mark("pairwise majority"),
}
"""The headline's ways in the middle of a sentence."""
UNITS = {
    "points": mark("points"),
    "beaten": mark("share of others beaten"),
    "duels": mark("others beaten"),
    "places": mark("first places"),
    "closeness": mark("closeness, 0 to 1"),
}


@dataclass(frozen=True)
class WhenWins:
    """What is told in the fold: a rule for each candidate that can come first, the rises of the
    nearest rivals, and how they were found.
    """

    rules: tuple[str, ...]
    rises: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class OtherWays:
    """Other ways to add up: what the four of the headline say, why some of them see it differently,
    and every way in a row of a table.

    Args:
        reasons: of the headline's ways; further: of the others.
    """

    headline: str
    reasons: tuple[str, ...]
    further: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def rules_found(view: RobustnessView) -> tuple[WinningRule, ...]:
    """When each comes first, looked for now; this takes a moment."""
    return winning_rules(view.matrix, samples=SAMPLES)


def when_wins(view: RobustnessView, found: tuple[WinningRule, ...], names: Labels) -> WhenWins:
    """The rules in words, and the smallest rises."""
    told = tuple(rule_told(rule, names) for rule in found)
    if told and len(found) < len(view.matrix.candidates):
        told += (_of_the_others(found, view),)
    half = SAMPLES // 2
    note = say(
        "Weights could be anything here; who is level in front counts as first. "
        "The rules were found in {half:,} random weightings and counted in {half:,} others.",
        half=half,
    )
    return WhenWins(told, rises_told(view, names), note if told else "")


def rule_told(rule: WinningRule, names: Labels) -> str:
    """One rule: where it holds, how often it is right there, and how much of what the candidate
    wins it covers.
    """
    who = names.candidates[rule.candidate]
    if not rule.conditions:
        if rule.density == 1:
            return say(
                "{who} comes first in all {n:,} weightings we tried.", who=who, n=rule.samples
            )
        return say(
            "{who} comes first in {often} weightings, whatever weighs most.",
            who=who,
            often=of_hundred(rule.density),
        )
    slots = {
        "who": who,
        "bounds": listed([_bound(one, names) for one in rule.conditions]),
        "part": of_hundred(rule.coverage),
    }
    if rule.density == 1:
        return say(
            "{who} comes first in all {n:,} weightings we tried where {bounds}; that covers {part} "
            "of the weightings it wins.",
            n=rule.samples,
            **slots,
        )
    return say(
        "{who} comes first in {often} weightings where {bounds}; that covers {part} of the "
        "weightings it wins.",
        often=of_hundred(rule.density),
        **slots,
    )


def _bound(one: Condition, names: Labels) -> str:
    criterion = inside(names.criteria[one.criterion])
    if one.low is None:
        return say(
            "{criterion} weighs at most {high}", criterion=criterion, high=percent(one.high or 0)
        )
    if one.high is None:
        return say("{criterion} weighs {low} or more", criterion=criterion, low=percent(one.low))
    return say(
        "{criterion} weighs {low} to {high}",
        criterion=criterion,
        low=percent(one.low),
        high=percent(one.high),
    )


def _of_the_others(found: tuple[WinningRule, ...], view: RobustnessView) -> str:
    if len(found) >= MOST_RULES:
        return say("These are the {n} that come first most often.", n=count(MOST_RULES))
    left = [id for id in view.matrix.candidates if id not in {rule.candidate for rule in found}]
    others = [view.names[id] for id in left]
    if view.exact and not {view.exact.leader, *(flip.rival for flip in view.exact.flips)} & set(
        left
    ):
        if len(others) == 1:
            return never_first(others[0])
        return say("No weights at all put any of the other {n} first.", n=count(len(others)))
    if len(others) == 1:
        return say(
            "{other} comes first in {least} weightings.", other=others[0], least=_under(LEAST_WON)
        )
    return say(
        "Each of the other {n} comes first in {least} weightings.",
        n=count(len(others)),
        least=_under(LEAST_WON),
    )


def _under(share: float) -> str:
    return say("fewer than {often}", often=of_hundred(share))


def rises_told(view: RobustnessView, names: Labels) -> tuple[str, ...]:
    """For the rivals that need least, the smallest rise of one panel value that brings them level;
    nothing for who is level already.
    """
    nearest: dict[str, Rise] = {}
    for rise in sorted(view.rises, key=lambda one: (one.share, one.rival)):
        nearest.setdefault(rise.rival, rise)
    needed = [rise for rise in nearest.values() if rise.share > 0]
    return tuple(rise_told(rise, view, names) for rise in needed[:MOST_RISES])


def rise_told(rise: Rise, view: RobustnessView, names: Labels) -> str:
    """What a rival would have to be given; rounded so that the value told is enough."""
    matrix = view.matrix
    share_now = matrix.values[matrix.candidates.index(rise.rival)][
        matrix.criteria.index(rise.criterion)
    ]
    best = rise.now + (rise.needed - rise.now) * (1 - share_now) / rise.share
    now, needed = enough(Move(rise.criterion, rise.now, rise.needed), best)
    return say(
        "With {needed} instead of {now} on {criterion}, all else equal, {rival} would come level "
        "or pass.",
        needed=needed,
        now=now,
        criterion=inside(names.criteria[rise.criterion]),
        rival=names.candidates[rise.rival],
    )


def _short(value: Number) -> str:
    return plain(rounded(value, "0.01"))


def other_ways(compare: CompareView, view: RobustnessView) -> OtherWays:
    """The cross-checks in words; a table of all of them that have figures, and never a result."""
    first, names = tuple(sorted(row.id for row in compare.leaders)), in_rows(compare)
    whys = {one.method: in_words(one.why, names) for one in view.checks if one.why is not None}
    ways = {way.id: way for way in WAYS}
    head = [check for check in view.checks if ways[check.method].headline]
    told = [
        check
        for check in view.checks
        if any(figure is not None for figure in check.figures.values())
    ]
    few = any(row.raters < FEWEST_IN_A_GROUP for row in compare.ranked)
    rows = tuple(_row(one, view, few=few) for one in told)
    if not any(check in told for check in head):
        said = dict.fromkeys(whys[check.method] for check in head if check.method in whys)
        return OtherWays(" ".join(said), (), (), rows)
    reasons = {
        id: say("{way}: {why}", way=say(ways[id].label), why=why) for id, why in whys.items()
    }
    return OtherWays(
        headline(head, first, view),
        tuple(reasons[check.method] for check in head if check.method in whys),
        tuple(
            reasons[check.method] for check in told if check.method in whys and check not in head
        ),
        rows,
    )


def headline(checks: list[CrossCheck], first: tuple[str, ...], view: RobustnessView) -> str:
    """What the foremost ways say: those that name the sheet's leader before those that see it
    differently.
    """
    by_first: dict[tuple[str, ...], list[CrossCheck]] = {}
    for check in checks:
        by_first.setdefault(tuple(sorted(check.first)), []).append(check)
    in_order = sorted(by_first, key=lambda ids: (ids != first, not ids))
    return " ".join(
        _named(by_first[ids], ids, view, everybody=len(by_first) == 1) for ids in in_order
    )


def _named(
    alike: list[CrossCheck], ids: tuple[str, ...], view: RobustnessView, *, everybody: bool
) -> str:
    ways = _opened(listed([say(INSIDE[one.method]) for one in alike]))
    who = listed([view.names[id] for id in view.matrix.candidates if id in ids])
    if not ids:
        return say_count("{ways} names nobody.", "{ways} name nobody.", len(alike), ways=ways)
    if len(ids) > 1:
        return say_count(
            "{ways} puts {who} level in front.",
            "{ways} put {who} level in front.",
            len(alike),
            ways=ways,
            who=who,
        )
    if everybody and len(alike) > 2:
        return say("{ways} all put {who} first.", ways=ways, who=who)
    return say_count(
        "{ways} puts {who} first.", "{ways} put {who} first.", len(alike), ways=ways, who=who
    )


def _opened(words: str) -> str:
    return words[:1].upper() + words[1:]


def _row(check: CrossCheck, view: RobustnessView, *, few: bool) -> dict[str, str]:
    """One way: who comes first and who is next, each with a figure; without, where ``few`` raters
    could be told apart by it.
    """
    way = next(one for one in WAYS if one.id == check.method)
    told = {id: figure for id, figure in check.figures.items() if figure is not None}
    behind = {id: figure for id, figure in told.items() if id not in check.first}
    following = [
        id for id in view.matrix.candidates if id in behind and behind[id] == max(behind.values())
    ]
    first = [id for id in view.matrix.candidates if id in check.first]
    return {
        say("Way to add up"): say("{way} ({unit})", way=say(way.label), unit=say(UNITS[way.unit])),
        say("First"): _with_figure(first, way, told, view, few=few) if first else say("nobody"),
        say("Next"): _with_figure(following, way, told, view, few=few)
        if following
        else say("nobody"),
    }


def _with_figure(
    ids: list[str], way: Way, told: Mapping[str, Fraction], view: RobustnessView, *, few: bool
) -> str:
    who = listed([view.names[id] for id in ids])
    return (
        who
        if few and way.raters
        else say("{who}: {figure}", who=who, figure=_figure(way.unit, told[ids[0]]))
    )


def _figure(unit: str, figure: Fraction) -> str:
    if unit == "points":
        return points(figure)
    if unit == "beaten":
        return percent(figure)
    return _short(figure)
