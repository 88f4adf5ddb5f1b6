"""A weights file brought in on the page Process: read safely, held against the sheet's criteria,
and told how well its answers fit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from json import dumps
from typing import Any

from cidesign.domain.figures import count, listed, percent, rounded
from cidesign.domain.nearest import instead
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import RuleSheet
from cidesign.domain.value import plain, shown
from cidesign.record import exact_mapping
from cidesign.selection import METHODS, BesideWeights, Consistency, beside, weights
from cidesign.selection.elicit.answers import identity
from cidesign.selection.elicit.beside import WorstAnswer
from cidesign.text import say

FILE = "weights.yaml"
MOST_BYTES = 100_000
MOST_UNKNOWN = 20
MOST_NAMED = 3
BLANK = b"method: direct\ndirect:\n"
OWN_IDS = frozenset({"direct", "swing", "rank"})
"""Methods whose ids stand under the method's own name; for the others they stand under ``ids``."""


@dataclass(frozen=True)
class WeightsFile:
    """A file that can be saved.

    Args:
        shares: by criterion of the sheet, in its order; they add to 1 (decimals to their last
            digit).
        method: what people call it.
        told: how well the answers fit each other, and what to do where they do not; empty for
            weights said as numbers or places.
        fits: False where the answers contradict each other, None where the method sets no limit.
        rows: criteria with their weights, as a table.
    """

    shares: dict[str, Fraction]
    method: str
    told: tuple[str, ...]
    fits: bool | None
    rows: tuple[dict[str, str], ...]


def weights_file(content: bytes, rules: RuleSheet) -> WeightsFile:
    """What somebody brings in as weights of this very sheet.

    Raises:
        BadInput: the file is too large, no plain YAML, not one of the five methods, or weighs other
            criteria than the sheet has.
    """
    if len(content) > MOST_BYTES:
        what = say("holds more than {most:,} bytes", most=MOST_BYTES)
        raise BadInput(
            [Problem(FILE, what, say("a weights file has a few lines; bring in that one"))]
        )
    file = exact_mapping(content, FILE)
    wrong = list(_other_criteria(file, rules))
    if wrong:
        raise BadInput(wrong)
    found, more = weights(file), beside(file)
    names = {one.id: one.name for one in rules.criteria}
    shares = {id: Fraction(found.weights[id]) for id in names}
    method = next(one for one in METHODS if one.name == file["method"])
    told = tuple(_told(found.consistency, more, names))
    intervals = dict(zip(found.weights, more.nonlinear.intervals)) if more.nonlinear else {}
    rows = tuple(_row(names[id], share, intervals.get(id)) for id, share in shares.items())
    return WeightsFile(
        shares, say(method.label), told, found.consistency.ok if found.consistency else None, rows
    )


def _other_criteria(file: Mapping[Any, Any], rules: RuleSheet) -> Iterator[Problem]:
    """Criteria the sheet has and the file lacks, and the other way round; nothing for a file whose
    ids cannot be read at all.
    """
    said = _ids(file)
    if said is None:
        return
    known = {one.id: one.name for one in rules.criteria}
    lacking = [name for id, name in known.items() if id not in said]
    if lacking:
        more = (
            [say("{n} more", n=count(len(lacking) - MOST_NAMED))]
            if len(lacking) > MOST_NAMED
            else []
        )
        what = say("does not weigh {criteria}", criteria=listed([*lacking[:MOST_NAMED], *more]))
        yield Problem(
            FILE,
            what,
            say("weigh every criterion of the sheet; their ids are {ids}", ids=", ".join(known)),
        )
    unknown = [id for id in said if id not in known]
    for id in unknown[:MOST_UNKNOWN]:
        yield Problem(
            FILE, say("the sheet has no criterion {id}", id=shown(id)), instead(id, known)
        )


def _ids(file: Mapping[Any, Any]) -> list[str] | None:
    method = file.get("method")
    if method not in [one.name for one in METHODS]:
        return None
    said = file.get(method if method in OWN_IDS else "ids")
    if isinstance(said, Mapping):
        said = list(said)
    if not isinstance(said, list):
        return None
    flat = [id for one in said for id in (one if isinstance(one, list) else [one])]
    ids = [identity(id) for id in flat]
    return [id for id in ids if id is not None] if None not in ids else None


def _told(
    consistency: Consistency | None, more: BesideWeights, names: Mapping[str, str]
) -> Iterator[str]:
    if consistency is None:
        return
    value = _short(consistency.value, "0.01")
    if more.nonlinear is not None:
        yield say(
            "Largest miss of an answer: {xi}. It is 0 where all answers fit each other.",
            xi=_short(consistency.value, "0.001"),
        )
        if more.nonlinear.ratio:
            yield say(
                "By the method's first model it is {share} of the most it can be: the more, the "
                "more answers contradict each other.",
                share=percent(more.nonlinear.ratio),
            )
    elif consistency.ok:
        yield say(
            "Consistency ratio {value}, at most 0.10: the answers fit each other.", value=value
        )
    else:
        yield say(
            "Consistency ratio {value}, above 0.10: the answers contradict each other. Answer "
            "again before you save.",
            value=value,
        )
        if more.worst is not None:
            yield _where_to_begin(more.worst, names)


def _where_to_begin(worst: WorstAnswer, names: Mapping[str, str]) -> str:
    first, second, implied = names[worst.first], names[worst.second], _short(worst.implied, "0.1")
    if worst.said < 1:
        return say(
            "Begin with {first} and {second}: one answer says that {second} counts {said} times as "
            "much as {first}, "
            "all answers together that {first} counts {implied} times as much as {second}.",
            first=first,
            second=second,
            said=_short(1 / worst.said, "0.1"),
            implied=implied,
        )
    return say(
        "Begin with {first} and {second}: one answer says that {first} counts {said} times as "
        "much, all answers together {implied} times.",
        first=first,
        second=second,
        said=_short(worst.said, "0.1"),
        implied=implied,
    )


def _row(name: str, share: Fraction, between: tuple[float, float] | None) -> dict[str, str]:
    row = {say("Criterion"): name, say("Weight"): _tenth(share)}
    if between is not None:
        row[say("May lie within")] = say(
            "{low} to {high}", low=_tenth(between[0]), high=_tenth(between[1])
        )
    return row


def _tenth(share: Fraction | float) -> str:
    return say("{number}%", number=rounded(share * 100, "0.1"))


def _short(number: Fraction | float, step: str) -> str:
    return plain(rounded(number, step))


def to_fill_in(rules: RuleSheet) -> bytes:
    """A weights file with this sheet's ids, every weight still 0, so that it is refused before
    somebody has filled it in.

    Under it, as remarks, the same for the methods whose answers stand in rows.
    """
    ids = [dumps(one.id, ensure_ascii=False) for one in rules.criteria]
    direct = "".join(f"  {id}: 0\n" for id in ids)
    return BLANK + (direct + "".join(f"# {line}\n" for line in _in_rows(ids))).encode()


def _in_rows(ids: list[str]) -> Iterator[str]:
    ones = ["1"] * len(ids)
    in_a_row = ", ".join(ones)
    yield say(
        "Compared two by two (AHP)? Take away all lines above, and the # before the next three."
    )
    yield "method: ahp"
    yield f"ids: [{', '.join(ids)}]"
    yield (
        f"upper: [{', '.join('[' + ', '.join(ones[place:]) + ']' for place in range(1, len(ids)))}]"
    )
    yield say(
        "In upper, the first row holds how many times the first id counts as much as the second, "
        "the third and so on."
    )
    yield say(
        "1 is as much, 3 is three times as much, 1/3 is a third. The next row does the same for "
        "the second id."
    )
    yield say("Best and worst (BWM)? Likewise with the next four.")
    yield "method: bwm"
    yield f"ids: [{', '.join(ids)}]"
    yield f"best_to_others: [{in_a_row}]"
    yield f"others_to_worst: [{in_a_row}]"
    yield say(
        "Each number, from 1 to 9, holds how many times the best id counts as much as this one, "
        "and this one as the worst."
    )
