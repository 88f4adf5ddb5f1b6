"""Raters of a score file who are perhaps nobody of their own: one person written two ways, or a row
of sums.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from cidesign.domain.panel import Score
from cidesign.domain.value import shown
from cidesign.record.brought.scores import latest_of
from cidesign.record.brought.spelling import bare
from cidesign.record.brought.totals import adds_up, is_sum
from cidesign.text import say, say_count


def odd_raters(scores: Sequence[Score], *, named: bool = True) -> tuple[str, ...]:
    """One sentence for each doubt.

    Args:
        scores: every row of the file.
        named: whether raters may be named; else they are only counted.
    """
    raters = list(dict.fromkeys(one.rater for one in scores))
    alike: dict[str, list[str]] = defaultdict(list)
    for rater in raters:
        alike[bare(rater)].append(rater)
    groups = [group for told, group in alike.items() if told and len(group) > 1]
    sums = [rater for rater in raters if is_sum(rater)]
    sums += [rater for rater in _adding_up(scores) if rater not in sums]
    if not named:
        return _counted(groups, sums)
    told = [
        say(
            "{raters} differ in capitals, spaces or signs only; each counts as a rater of its own. "
            "If they are one person, write the name one way.",
            raters=", ".join(shown(one) for one in group),
        )
        for group in groups
    ]
    told += [
        say(
            "The scores of {rater} look like sums or averages of the others, and count as a "
            "rater's. If they are, delete these rows.",
            rater=shown(one),
        )
        for one in sums
    ]
    return tuple(told)


def _counted(groups: Sequence[Sequence[str]], sums: Sequence[str]) -> tuple[str, ...]:
    told = []
    if groups:
        count = sum(len(group) for group in groups)
        told.append(
            say(
                "{count} raters differ in capitals, spaces or signs only; each counts as a rater "
                "of its own.",
                count=count,
            )
        )
    if sums:
        told.append(
            say_count(
                "The scores of {count} rater look like sums or averages of the others.",
                "The scores of {count} raters look like sums or averages of the others.",
                len(sums),
                count=len(sums),
            )
        )
    return tuple(told)


def _adding_up(scores: Sequence[Score]) -> list[str]:
    """Raters whose scores are, cell by cell, the sum or the average of all others' there."""
    rows: dict[str, dict[tuple[str, str], Decimal]] = defaultdict(dict)
    for one in latest_of(scores):
        if one.score is not None:
            rows[one.rater][one.candidate, one.criterion] = one.score
    found = []
    for rater, cells in rows.items():
        order = sorted(cells)
        others = [
            [other[cell] for cell in order]
            for name, other in rows.items()
            if name != rater and set(order) <= other.keys()
        ]
        if len(others) == len(rows) - 1 and adds_up([cells[cell] for cell in order], others):
            found.append(rater)
    return found
