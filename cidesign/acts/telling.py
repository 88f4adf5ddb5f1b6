"""Whether sheets without names would still tell whose they are: who stepped aside, who came late
and who left a gap is known in the room. Where they would, a reader gets the result instead.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from itertools import pairwise

from cidesign.acts.committee import counting_recusals, seats_of
from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.panel import Ranking, Score, Standing
from cidesign.domain.problem import BadInput
from cidesign.domain.reason import BelowPassMark, Reason, WorseThanPassMark
from cidesign.domain.rules import Aggregation, Names, Seats
from cidesign.domain.workshop import Bundle
from cidesign.value import rank


def are_letters(record: Bundle) -> bool:
    """Whether the rule sheet keeps from readers who gave which score."""
    rules = record.rules
    return (
        rules is not None
        and rules.names is Names.LETTERS
        and rules.aggregation is not Aggregation.CONSENSUS
    )


def seats_count(record: Bundle) -> bool:
    """Whether points follow from seats, which no letter has: it would tell who sits there."""
    return record.rules is not None and record.rules.seats is Seats.EQUAL


def sheets_tell(record: Bundle) -> bool:
    """Whether a sheet under a letter could be matched with fewer than four people: by whom she
    stepped aside for, what she left blank, and the rounds in which she scored.
    """
    wrote = {one.rater for one in record.remarks}
    return _few_alike(record, {one.rater for one in _given(record)} | wrote)


def weights_tell(record: Bundle, *, beside_sheets: bool) -> bool:
    """Whether weights under a letter could be matched with fewer than four people.
    ``beside_sheets``: also by the sheet that stands under the same letter, or is lacking.
    """
    weighed = {one.member for one in record.weights}
    if beside_sheets:
        return _few_alike(record, weighed)
    return 0 < len(weighed) < FEWEST_IN_A_GROUP


def values_tell(record: Bundle) -> bool:
    """Whether a panel's value on a criterion, beside what was to be seen a round or a stepping
    aside before, is what fewer than four people gave.
    """
    return any(
        0 < len(people) < FEWEST_IN_A_GROUP for cell in _panels(record) for people in _apart(*cell)
    )


def result_of(record: Bundle, *, values: bool) -> Ranking:
    """The places and points of all, without a word on anybody who scored.

    Args:
        record: the whole of it, its rounds closed.
        values: whether the panel's values by criterion may be told too.

    Returns:
        The ranking; nobody stands in it where scores must be mended first.
    """
    if record.rules is None:
        return Ranking(())
    lot = record.decisions.lot
    try:
        found = rank(
            record.rules,
            record.scores,
            candidates=record.candidates,
            recusals=counting_recusals(record),
            seats=seats_of(record),
            lot=lot.number if lot else None,
        )
    except BadInput:
        return Ranking(())
    told = found.standings if values else tuple(_points_alone(one) for one in found.standings)
    return Ranking(told, ties=found.ties, round=found.round)


def _points_alone(one: Standing) -> Standing:
    return replace(
        one,
        cells=dict.fromkeys(one.cells),
        products=dict.fromkeys(one.products),
        unranked_because=tuple(map(_without_value, one.unranked_because)),
    )


def _without_value(why: Reason) -> Reason:
    if isinstance(why, BelowPassMark):
        return WorseThanPassMark(why.criterion, why.mark)
    return why


def _given(record: Bundle) -> list[Score]:
    return [one for one in record.scores if one.score is not None]


def _few_alike(record: Bundle, people: Set[str]) -> bool:
    """Whether what is known in the room of one of these is so of fewer than four of them."""
    cells, rounds, aside = defaultdict(set), defaultdict(set), defaultdict(set)
    for one in _given(record):
        cells[one.rater].add((one.candidate, one.criterion))
        rounds[one.rater].add(one.round)
    for other in record.recusals:
        aside[other.rater].add(other.candidate)
    alike = Counter(
        (frozenset(cells[one]), frozenset(rounds[one]), frozenset(aside[one])) for one in people
    )
    return any(number < FEWEST_IN_A_GROUP for number in alike.values())


def _panels(record: Bundle) -> Iterator[tuple[list[frozenset[str]], frozenset[str]]]:
    """Of each cell who counted in it as of each round, and who stepped aside after scoring."""
    by_cell: dict[tuple[str, str], list[Score]] = defaultdict(list)
    for one in record.scores:
        by_cell[one.candidate, one.criterion].append(one)
    last = max((one.round for one in record.scores), default=0)
    for (candidate, _), rows in by_cell.items():
        left = {one.rater for one in record.recusals if one.candidate == candidate}
        panels = [_counted(rows, turn) for turn in range(1, last + 1)]
        once = frozenset[str]().union(*panels)
        yield [one - left for one in panels], once & left


def _counted(rows: Iterable[Score], turn: int) -> frozenset[str]:
    """Who has a score in a cell as of a round; a blank withdraws."""
    latest: dict[str, Score] = {}
    for one in rows:
        before = latest.get(one.rater)
        if one.round <= turn and (before is None or _later(one) >= _later(before)):
            latest[one.rater] = one
    return frozenset(rater for rater, one in latest.items() if one.score is not None)


def _later(one: Score) -> tuple[int, int]:
    return one.round, one.seq or 0


def _apart(panels: list[frozenset[str]], left: frozenset[str]) -> Iterator[frozenset[str]]:
    """The people whose scores the values told so far part from those of the others."""
    yield left
    yield panels[0]
    for before, after in pairwise(panels):
        yield after
        yield before - after
        yield after - before
