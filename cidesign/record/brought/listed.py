"""A table with one row for each thing, such as candidates or members: its columns go by the
record's words, by people's words, and unknown ones are kept or told.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cidesign.domain.problem import Problem
from cidesign.domain.value import plain
from cidesign.record.brought.cells import Decimals, decimals_of, number_in
from cidesign.record.brought.grids import MOST_LISTED, Grid, column_name, too_many_listed
from cidesign.record.brought.header import Header, header_of, is_again
from cidesign.record.brought.spelling import Found, Known, bare, folded
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.totals import is_sum
from cidesign.record.brought.understood import KEEP, LEAVE_OUT, Choice, Topic
from cidesign.text import mark, say

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@dataclass(frozen=True)
class Field:
    """One column of the record.

    Args:
        id: its name there.
        label: what people read; already said.
        words: headers that say it, without capitals and signs.
        read: a cell as the record writes it; None where it cannot be read.
        wants: what to write where it cannot; already said.
        number: whether numbers stand there, whose decimal sign the column tells.
        several: whether each line of a cell is one of several.
        carries: whether a table may name it once for a block of rows, as a heading beside them.
    """

    id: str
    label: str
    words: tuple[str, ...] = ()
    read: Callable[[str], str | None] = lambda text: text
    wants: str = ""
    number: bool = False
    several: bool = False
    carries: bool = False


@dataclass(frozen=True)
class Line:
    """One row: its place, its cells by column of the record, and those kept as they are."""

    row: int
    cells: Mapping[str, str]
    extra: Mapping[str, str]


def listed(
    table: TableAtHand,
    fields: Sequence[Field],
    findings: Findings,
    *,
    first: str,
    keeps: bool,
    sums: bool = False,
) -> tuple[Line, ...]:
    """The rows of a table.

    Args:
        table: the sheet.
        fields: columns of the record, those that are found first standing first.
        findings: is written to.
        first: the field without which a row says nothing; a table of one column holds it.
        keeps: whether unknown columns can be kept.
        sums: whether a row called a sum is one of the list, such as everybody's.

    Raises:
        BadInput: the table has more rows than any such list.
    """
    grid = table.grids[0]
    known = Known({one.id: (one.label, *one.words) for one in fields})
    header = _header(table, known, findings, first)
    rows: list[tuple[int, Sequence[str]]] = [
        (place, grid.rows[place])
        for place in range(header.first, len(grid.rows))
        if grid.rows[place]
    ]
    if len(rows) > MOST_LISTED:
        raise too_many_listed(table.name, len(rows))
    columns = _columns(table, header, rows, fields, known, first=first, keeps=keeps)
    _tell(columns, header, fields, findings, keeps=keeps)
    _tell_addresses(columns, header, rows, findings)
    by_field = {id: place for place, id in columns.items() if id not in (KEEP, LEAVE_OUT, "")}
    if first not in by_field and "id" in by_field:
        by_field[first] = by_field["id"]
    if first not in by_field and not any(one.is_open for one in findings.choices):
        label = next(one.label for one in fields if one.id == first)
        findings.problems.append(
            Problem(
                table.name,
                say("no column was found for: {label}", label=label),
                say("name the column in the first row of the table"),
            )
        )
        return ()
    rows = _carried(table, rows, by_field, header, fields, findings)
    texts = header.texts
    signs = {one.id: _sign(table, rows, by_field.get(one.id, -1)) for one in fields if one.number}
    lines = []
    for place, cells in rows:
        if is_again(tuple(cells), header) or (_only_a_sum(cells) and not sums):
            label = next(cell for cell in cells if cell)
            why = say("a sum, an average or the names once more")
            findings.left_out.append(
                say('Row {row}, "{label}": {why}.', row=place + 1, label=label[:60], why=why)
            )
            continue
        line = _line(table, place, cells, by_field, columns, texts, fields, findings, signs)
        if not line.cells.get(first):
            full = next((cell for cell in cells if cell), "")
            findings.left_out.append(
                say(
                    'Row {row}, "{label}": it names nobody.',
                    row=place + 1,
                    label=full[:60],
                )
            )
            continue
        lines.append(line)
    return tuple(lines)


def _carried(
    table: TableAtHand,
    rows: Sequence[tuple[int, Sequence[str]]],
    by_field: Mapping[str, int],
    header: Header,
    fields: Sequence[Field],
    findings: Findings,
) -> list[tuple[int, Sequence[str]]]:
    """The rows with what stands once for a block of them in each; asked where it looks like it."""
    told = [(place, list(cells)) for place, cells in rows]
    for one in fields:
        at = by_field.get(one.id, -1)
        if not one.carries or at < 0 or not _stands_once(rows, at):
            continue
        word = header.texts[at] or column_name(at)
        ask = say(
            "{word} stands only here and there. Does it hold for the rows below it too?",
            word=f'"{word[:80]}"',
        )
        options = (("yes", say("Yes, until the next one")), ("no", say("No, only for its own row")))
        said = table.answer("below", word)
        how = Found.ASKED if said else Found.NOTHING
        choice = Choice(Topic("below", word), ask, options, said, how)
        findings.choices.append(choice)
        findings.answered(choice, dict(options))
        if said != "yes":
            continue
        above = ""
        for _, cells in told:
            cells += [""] * (at + 1 - len(cells))
            above = cells[at] = cells[at] or above
    return list(told)


def _stands_once(rows: Sequence[tuple[int, Sequence[str]]], at: int) -> bool:
    """Whether a column names blocks of rows: it begins with a name, has several, each once, and
    half of the rows or more have none.
    """
    cells = [cells[at] if at < len(cells) else "" for _, cells in rows]
    full = [folded(one) for one in cells if one]
    blank = len(cells) - len(full)
    return bool(cells and cells[0]) and 1 < len(full) <= blank and len(set(full)) == len(full)


def _only_a_sum(cells: Sequence[str]) -> bool:
    full = [cell for cell in cells if cell]
    return is_sum(full[0]) and all(number_in(one) is not None for one in full[1:])


def _header(table: TableAtHand, known: Known, findings: Findings, first: str) -> Header:
    grid = table.grids[0]

    def weight(cell: str) -> int:
        return 3 if known.find(cell) else 1 if len(cell) < 60 and known.guess(cell) else 0

    asked = table.answer("header")
    if asked == "0":
        return Header((("",) * grid.width,), -1, 0)
    place = int(asked) - 1 if asked.isascii() and asked.isdigit() and len(asked) < 7 else None
    header = header_of(grid, weight, asked=place if place in range(len(grid.rows)) else None)
    if header.fit <= 0 and place is None:
        if not _names_numbers(grid):
            return Header((("",) * grid.width,), -1, 0)
        header = header_of(grid, weight, asked=0)
    above = [number for number in range(header.row) if grid.rows[number]]
    if above:
        first = next(cell for cell in grid.rows[above[0]] if cell)
        findings.left_out.append(
            say(
                "What stands above the names of the columns in row {row}: {texts}.",
                row=header.row + 1,
                texts=f'"{first[:60]}"',
            )
        )
    return header


def _sign(
    table: TableAtHand, rows: Sequence[tuple[int, Sequence[str]]], place: int
) -> Decimals | None:
    """The decimal sign of one column: as somebody said, else as its numbers show."""
    said = table.answer("decimals")
    if said in {one.value for one in Decimals}:
        return Decimals(said)
    return decimals_of(cells[place] for _, cells in rows if 0 <= place < len(cells))


def _can_be_two(text: str, sign: Decimals | None) -> bool:
    """Whether a number can be meant two ways; 18,000 without any sign to the contrary is not."""
    number = number_in(text, sign)
    return number is not None and number.other is not None and "." in text


def _settled(text: str, sign: Decimals | None) -> str:
    """The number with a point, where a column parts decimals by a comma."""
    number = number_in(text, sign)
    if sign is not Decimals.COMMA or number is None or number.words or number.of is not None:
        return text
    return plain(number.value) + ("%" if number.percent else "")


def _names_numbers(grid: Grid) -> bool:
    """Whether the first row is the only one without numbers, so that it names the columns."""
    below = grid.rows[1:200]
    return bool(below) and any(
        cell
        and number_in(cell) is None
        and sum(number_in(row[at]) is not None for row in below if at < len(row)) > 0.6 * len(below)
        for at, cell in enumerate(grid.rows[0])
    )


def _columns(
    table: TableAtHand,
    header: Header,
    rows: Sequence[tuple[int, Sequence[str]]],
    fields: Sequence[Field],
    known: Known,
    *,
    first: str,
    keeps: bool,
) -> dict[int, str]:
    """By place of the column the field it holds, or what becomes of it."""
    found: dict[int, str] = {}
    sure: dict[str, tuple[int, int]] = {}
    labels = {one.id: folded(one.label) for one in fields}
    asked = {folded(table.answer("column", text)) for text in header.texts if text}
    for place, text in enumerate(header.texts):
        if not text and not any(place < len(cells) and cells[place] for _, cells in rows):
            continue
        said = folded(table.answer("column", text or column_name(place)))
        if said:
            hit = known.find(said)
            found[place] = said if said in (KEEP, LEAVE_OUT) else hit.id if hit else said
            continue
        found[place] = KEEP if keeps else LEAVE_OUT
        hit = known.find(text) if text else None
        own = hit is not None and folded(text) in (hit.id, labels[hit.id])
        how = 0 if own else 1 if hit else 2
        if hit is None and text:
            hit = known.guess(text)
        if hit and hit.id in asked:
            continue
        if hit and (hit.id not in sure or how < sure[hit.id][0]):
            if hit.id in sure:
                found[sure[hit.id][1]] = KEEP if keeps else LEAVE_OUT
            sure[hit.id] = (how, place)
            found[place] = hit.id
        elif hit and how == sure[hit.id][0] and not keeps:
            found[place] = ""  # either may be meant: it is asked
    if first not in found.values():
        texts = [place for place in found if found[place] != "id" and _is_text(rows, place)]
        free = [place for place in texts if found[place] in (KEEP, LEAVE_OUT)]
        order = [first, *(one.id for one in fields if one.id not in (first, "id"))]
        if header.row < 0:
            found |= dict(zip(free, order if not keeps else [first]))
        elif "id" not in found.values() and free:
            found[free[0]] = first
    return found


def _is_text(rows: Sequence[tuple[int, Sequence[str]]], place: int) -> bool:
    full = [cells[place] for _, cells in rows if place < len(cells) and cells[place]]
    names = [one for one in full if number_in(one) is None and "@" not in one]
    return bool(full) and len(names) > len(full) / 2


def _tell(
    columns: Mapping[int, str],
    header: Header,
    fields: Sequence[Field],
    findings: Findings,
    *,
    keeps: bool,
) -> None:
    options = [(one.id, one.label) for one in fields]
    if keeps:
        options.append((KEEP, say("Keep it as it is")))
    options.append((LEAVE_OUT, say("Leave it out")))
    for place, id in columns.items():
        text = header.texts[place]
        word = text or column_name(place)
        how = Found.NOTHING if id in (KEEP, LEAVE_OUT) else Found.WORDS
        choice = Choice(
            Topic("column", word),
            say("What does the column {word} hold?", word=f'"{word[:80]}"'),
            tuple(options),
            id,
            how,
            column_name(place),
        )
        findings.choices.append(choice)
        findings.answered(choice, dict(options))
        if id == LEAVE_OUT:
            findings.left_out.append(
                say(
                    'Column {letter}, "{word}": {why}.',
                    letter=column_name(place),
                    word=word[:80],
                    why=say("the record has no place for it"),
                )
            )


def _tell_addresses(
    columns: Mapping[int, str],
    header: Header,
    rows: Sequence[tuple[int, Sequence[str]]],
    findings: Findings,
) -> None:
    """That a column which is kept holds people's addresses, as everybody who reads it will see."""
    kept = [
        f'"{(header.texts[place] or column_name(place))[:80]}"'
        for place, id in columns.items()
        if id == KEEP
        and any(_ADDRESS.search(cells[place]) for _, cells in rows if place < len(cells))
    ]
    if kept:
        findings.odd.append(
            say(
                "Addresses of people stand in {columns}. All who read the record see them; leave "
                "them out if they are not for all.",
                columns=", ".join(kept),
            )
        )


def _line(
    table: TableAtHand,
    place: int,
    cells: Sequence[str],
    by_field: Mapping[str, int],
    columns: Mapping[int, str],
    texts: Sequence[str],
    fields: Sequence[Field],
    findings: Findings,
    signs: Mapping[str, Decimals | None],
) -> Line:
    told: dict[str, str] = {}
    for one in fields:
        at = by_field.get(one.id, -1)
        text = _on_one_line(cells[at], one) if 0 <= at < len(cells) else ""
        if not text:
            continue
        if one.number and _can_be_two(text, signs[one.id]):
            findings.either.append(say('"{cell}" in row {row}', cell=text[:40], row=place + 1))
            continue
        read = one.read(_settled(text, signs[one.id]) if one.number else text)
        if read is None:
            said = folded(table.answer("cell", text))
            read = "" if said == "blank" else one.read(said) if said else None
            if read is None:
                findings.problems.append(
                    Problem(
                        say("row {row}, {column}", row=place + 1, column=one.label),
                        say('"{text}" cannot be read', text=text[:60]),
                        one.wants,
                    )
                )
                continue
        if not read:
            findings.note(
                mark("Read as not said yet: {listed}."),
                say("{cell} in row {row}", cell=f'"{text[:40]}"', row=place + 1),
            )
        elif bare(read) != bare(text):
            findings.note(
                mark("Read as: {listed}."),
                say(
                    "{cell} in row {row} is {read}",
                    cell=f'"{text[:40]}"',
                    row=place + 1,
                    read=read or say("blank"),
                ),
            )
        told[one.id] = read
    extra = {
        texts[at]: cells[at]
        for at, id in columns.items()
        if id == KEEP and texts[at] and at < len(cells) and cells[at]
    }
    return Line(place, told, extra)


def _on_one_line(cell: str, field: Field) -> str:
    return " ".join((cell.replace("\n", "; ") if field.several else cell).split())
