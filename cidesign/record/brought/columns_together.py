"""Columns looked at together: each thing comes from one of them, a text belongs to the value before
it, and what is left without a meaning is asked about.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cidesign.record.brought.column_cells import bare_numbers, counts_up, long, numeric
from cidesign.record.brought.layout import REASONS, Column, Layout
from cidesign.record.brought.spelling import Found, Known, bare, heard
from cidesign.record.brought.understood import KEEP, LEAVE_OUT
from cidesign.text import say

Texts = Mapping[int, Sequence[str]]
_OF_THE_FORM = frozenset(
    heard(
        *("timestamp", "time", "date", "start time", "completion time", "last modified time"),
        *("submitted at", "submission date", "date submitted", "created at", "updated at"),
        *("response id", "respondent id", "submission id", "row", "no", "nr", "number", "index"),
        *("ip address", "phone", "phone number", "duration", "language", "status", "year"),
        *("start date", "end date", "recorded date", "collector id", "unnamed 0", "week", "s no"),
    )
)


def settled(
    columns: Sequence[Column], texts: Texts, layout: Layout, known: Mapping[str, Known]
) -> tuple[Column, ...]:
    """The columns, each read alone, with what they say about each other.

    Args:
        columns: as each was read.
        texts: the cells of each that hold something, by its place.
        layout: what there may be.
        known: by dimension, those of ours.
    """
    found = _one_of_each(columns, texts, layout, known)
    found = _first_column(found, texts, layout, known)
    found = _beside_their_score(found, layout)
    found = _named_by_headers(found, texts, layout, known)
    return tuple(_what_is_open(found, texts, layout, known))


def _first_column(
    columns: Sequence[Column], texts: Texts, layout: Layout, known: Mapping[str, Known]
) -> list[Column]:
    """Where nothing names the candidates and the workshop lists none, the first column that names
    every row does.
    """
    named = {one.of for one in columns if one.role == "dimension"}
    named |= {id for one in columns if one.role == "value" for id in one.ids}
    open = "candidate" in known and not known["candidate"].closed and "candidate" not in named
    if not open or not layout.numbers:
        return list(columns)
    for place, column in enumerate(columns):
        cells = texts.get(column.place, ())
        free = column.role == KEEP and column.how is Found.NOTHING
        if not free or not cells or bare(column.header) in _OF_THE_FORM:
            continue
        names = bare_numbers(cells) < 0.5 or not column.header
        if names and len(set(cells)) >= 0.8 * len(cells) and not long(cells):
            found = replace(column, role="dimension", of="candidate", how=Found.CELLS)
            return [*columns[:place], found, *columns[place + 1 :]]
    return list(columns)


def _named_by_headers(
    columns: Sequence[Column], texts: Texts, layout: Layout, known: Mapping[str, Known]
) -> list[Column]:
    """Where no column of values is found and the workshop lists nobody, two and more columns of
    numbers are named after the candidates or members whose values they hold.
    """
    values = [one for one in columns if one.role == "value"]
    most = max((len(cells) for cells in texts.values()), default=0)
    doubtful = [
        one
        for one in columns
        if one.role in ("", KEEP)
        and one.how is Found.NOTHING
        and one.header
        and texts.get(one.place)
        and numeric(texts[one.place]) >= 0.6
        and not counts_up(texts[one.place], most)
        and bare(one.header) not in _OF_THE_FORM
    ]
    held = {one.of for one in columns if one.role == "dimension"}
    missing = [
        one.id
        for one in layout.dimensions
        if one.id not in held and not (known[one.id].closed and len(known[one.id].names) == 1)
    ]
    named = next((id for id in missing if not known[id].closed), None)
    sure = len(missing) == 1 or (len(missing) == 2 and "criterion" not in missing)
    if values or len(doubtful) < 2 or named is None or not sure or not layout.numbers:
        return list(columns)
    return [
        replace(
            one,
            role="value",
            of=layout.value.id,
            ids={named: " ".join(one.header.split())},
            how=Found.WRITTEN,
        )
        if one in doubtful
        else one
        for one in columns
    ]


_SURE = (Found.ASKED, Found.ID, Found.NAME, Found.ALIKE, Found.CELLS, Found.WORDS, Found.NOTHING)


def _one_of_each(
    columns: Sequence[Column], texts: Texts, layout: Layout, known: Mapping[str, Known]
) -> list[Column]:
    """Each dimension, field and cell comes from one column; of several the surest holds, the others
    are kept as they are.
    """
    best: dict[tuple[str, ...], Column] = {}
    by_id = {one.id: one for one in layout.dimensions}

    def rank(column: Column) -> tuple[float, ...]:
        names, dimension = known.get(column.of), by_id.get(column.of)
        cells = list(dict.fromkeys(texts.get(column.place, ())))[:200]
        hits = sum(names.find(one) is not None for one in cells) if names else 0
        share = round(hits / len(cells), 1) if names and names.closed and cells else 0
        mail = any("@" in one for one in cells[:20])
        surely = dimension.named_by(column.header) if dimension else 0
        asked = column.how is not Found.ASKED
        numbers = bool(cells) and bare_numbers(cells) > 0.5
        named = "name" in bare(column.header).split()
        how = float(_SURE.index(column.how))
        return (asked, -share, how, mail, -surely, numbers, not named, column.place)

    def key(column: Column) -> tuple[str, ...] | None:
        if column.role in ("dimension", "field"):
            return (column.role, column.of)
        if column.role in ("value", "reason") and (column.ids or column.role == "value"):
            return (column.role, *sorted(f"{one}={id}" for one, id in column.ids.items()))
        return None

    for column in columns:
        told = key(column)
        if told and (told not in best or rank(column) < rank(best[told])):
            best[told] = column
    kept = []
    for column in columns:
        told = key(column)
        if told is None or best[told] is column or column.how is Found.ASKED:
            kept.append(column)
        elif column.role == "value":
            kept.append(replace(column, role="", ids={}, of="", how=Found.NOTHING))
        elif other := _another_meaning(column, layout, best):
            best["dimension", other] = replace(column, of=other)
            kept.append(best["dimension", other])
        else:
            kept.append(replace(column, role=KEEP, ids={}, of="", how=Found.NOTHING))
    wide = any(one.role == "value" and one.ids for one in kept)
    return [
        replace(one, role=LEAVE_OUT, because=say("a sum or an average"))
        if wide and one.role == "value" and not one.ids and one.how is not Found.ASKED
        else one
        for one in kept
    ]


def _another_meaning(column: Column, layout: Layout, best: Mapping[tuple[str, ...], Column]) -> str:
    """The dimension without a column that this header could name as well, such as ``Name``."""
    if column.role != "dimension":
        return ""
    free = (one for one in layout.dimensions if ("dimension", one.id) not in best)
    return next((one.id for one in free if one.named_by(column.header)), "")


def _beside_their_score(columns: Sequence[Column], layout: Layout) -> list[Column]:
    """``Comments`` after each criterion belongs to the criterion before it."""
    if not layout.reasons:
        return list(columns)
    told = Counter(bare(one.header) for one in columns)
    kept: list[Column] = []
    before: Column | None = None
    for column in columns:
        says = bool(REASONS.search(bare(column.header))) or column.of == "reason"
        many = told[bare(column.header)] > 1 or column.header != column.word
        if says and many and before is not None and before.ids and not column.ids:
            column = replace(column, role="reason", of="reason", ids=before.ids, how=Found.WORDS)
        if column.role == "value":
            before = column
        kept.append(column)
    wide = any(one.role == "value" and one.ids for one in kept)
    return [
        replace(one, role=KEEP, of="")
        if wide and one.role == "reason" and not one.ids and one.how is not Found.ASKED
        else one
        for one in kept
    ]


def _what_is_open(
    columns: Sequence[Column],
    texts: Texts,
    layout: Layout,
    known: Mapping[str, Known],
) -> list[Column]:
    """A column of numbers without a meaning is asked about while something of ours has none."""
    values = [one for one in columns if one.role == "value"]
    most = max((len(cells) for cells in texts.values()), default=0)
    across = {id for one in values for id in one.ids}
    lacking = {
        id: set(known[id].names) - {one.ids.get(id) for one in values}
        for id in across
        if known[id].closed
    }
    nothing = not values and layout.numbers
    asks = nothing or any(lacking.values())
    return [
        replace(one, role="", how=Found.NOTHING)
        if asks
        and one.role == KEEP
        and one.how is Found.NOTHING
        and texts.get(one.place)
        and numeric(texts[one.place]) >= 0.6
        and not counts_up(texts[one.place], most)
        and bare(one.header) not in _OF_THE_FORM
        else replace(one, role=KEEP)
        if not one.role and not asks
        else one
        for one in columns
    ]
