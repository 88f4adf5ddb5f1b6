"""A table in which each value belongs to a member, a candidate, a criterion: each of them named in
the row, in the column's name, by the sheet, or for the whole table.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from cidesign.domain.nearest import nearest
from cidesign.domain.problem import Problem
from cidesign.domain.value import shown
from cidesign.record.brought.cells import Decimals, decimals_of, number_in
from cidesign.record.brought.columns import columns_of, tell_columns
from cidesign.record.brought.dimensions import Dimension
from cidesign.record.brought.grids import Grid
from cidesign.record.brought.header import Header, header_of, is_again
from cidesign.record.brought.layout import Column, Columns, Layout
from cidesign.record.brought.spelling import Found, Known, bare, folded
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.totals import is_scale, is_sum
from cidesign.record.brought.understood import LEAVE_OUT, Choice, Topic
from cidesign.text import mark, say, say_count

MOST_QUESTIONS = 12
MOST_WORDS = 200
_AS_WRITTEN = (Found.ID, Found.NAME, Found.WRITTEN)


@dataclass(frozen=True)
class Entry:
    """One value of the table.

    Args:
        ids: of member, candidate, criterion, by dimension.
        text: as it stands in the cell.
        row: place of its row; ``column``: of its column.
        sheet: the name of its sheet.
        fields: further cells of its row that the record knows.
        extra: cells of columns that are kept as they are.
        reason: the text beside it.
    """

    ids: Mapping[str, str]
    text: str
    row: int
    column: int
    sheet: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True)
class Crossed:
    """The values of a table, as they stand there, and how it is laid out."""

    entries: tuple[Entry, ...]
    shape: str
    columns: Columns
    decimals: Mapping[int, Decimals | None]
    header: Header


def weight_of(layout: Layout, table: TableAtHand) -> Callable[[str], int]:
    """How surely a cell is the name of a column."""
    known = [one.known(table.bundle) for one in layout.dimensions]
    words = {layout.value.id, *layout.value.words}
    words |= {one.id for one in layout.dimensions}
    words |= {word for one in layout.dimensions for word in (*one.words, *one.weak)}
    for one in layout.fields:
        words |= {one.id, *one.words}

    @cache
    def weight(cell: str) -> int:
        told = bare(cell)
        if len(cell) > 200:
            return 0
        if folded(cell) in words or told in words:
            return 3
        if any(one.named_by(cell) == 3 for one in layout.dimensions):
            return 3
        if any(one.find(cell) for one in known):
            return 1
        if len(cell) <= 120 and any(one.guess(cell) for one in known):
            return 1
        return 1 if is_sum(cell) and number_in(cell) is None else 0

    return weight


def crossed(
    table: TableAtHand, layout: Layout, findings: Findings, *, whole: Mapping[str, str]
) -> Crossed:
    """The values of a table, with all that was found and asked on the way in ``findings``.

    Args:
        table: the sheets that are read; all have the columns of the first.
        layout: what there may be.
        findings: is written to.
        whole: by dimension, what holds for the whole table where nothing in it says otherwise.
    """
    header = _header(table, layout, findings)
    body = [
        (grid, place, grid.rows[place])
        for grid in table.grids
        for place in range(_first(grid, table.grids[0], header), len(grid.rows))
    ]
    known = [one.known(table.bundle) for one in layout.dimensions]
    rows = _without_sums(body, header, findings, table, known)
    columns = columns_of(table, header, [cells for _, _, cells in rows], layout)
    tell_columns(columns, table, layout, findings)
    by_sheet = _by_sheet(table, columns, layout)
    given = _given(table, columns, layout, findings, whole, by_sheet)
    decimals = {
        one.place: _decimals(table, [cells for _, _, cells in rows], one.place)
        for one in columns.of("value")
    }
    people = _Words(table, layout, columns, findings)
    entries = tuple(_entries(rows, columns, layout, people, given, by_sheet, findings))
    people.tell()
    entries = people.named(entries)
    if by_sheet:
        about = next(one for one in layout.dimensions if one.id == by_sheet)
        shape = say("one sheet for each {about}", about=say(about.one))
    else:
        shape = _shape(columns, layout)
    return Crossed(entries, shape, columns, decimals, header)


def _header(table: TableAtHand, layout: Layout, findings: Findings) -> Header:
    grid = table.grids[0]
    asked = table.answer("header")
    place = int(asked) - 1 if asked.isascii() and asked.isdigit() and 0 < len(asked) < 7 else None
    if place is not None and place >= len(grid.rows):
        place = None
    header = header_of(grid, weight_of(layout, table), asked=place)
    above = [number for number in range(header.row - len(header.levels) + 1) if grid.rows[number]]
    if above:
        texts = "; ".join(
            shown(next(cell for cell in grid.rows[number] if cell)) for number in above[:4]
        )
        findings.left_out.append(
            say(
                "What stands above the names of the columns in row {row}: {texts}.",
                row=header.row + 1,
                texts=texts,
            )
        )
    return header


def _first(grid: Grid, model: Grid, header: Header) -> int:
    """Where the rows of a sheet begin: below its own names."""
    if grid is model or not header.levels:
        return header.first
    names = [folded(one) for one in header.levels[-1] if one]
    for place, row in enumerate(grid.rows[:60]):
        told = [folded(one) for one in row if one]
        if names and told[: len(names)] == names:
            return place + 1
    return header.first


_Row = tuple[Grid, int, tuple[str, ...]]


def _without_sums(
    body: Sequence[_Row],
    header: Header,
    findings: Findings,
    table: TableAtHand,
    known: Sequence[Known],
) -> list[_Row]:
    """The rows that are no sums, no scales, no repeated names; each other one is told."""
    kept: list[_Row] = []
    hidden = sum(place in grid.hidden_rows and bool(cells) for grid, place, cells in body)
    if hidden:
        findings.odd.append(
            say_count(
                "{count} hidden row was read too.",
                "{count} hidden rows were read too.",
                hidden,
                count=hidden,
            )
        )
    for grid, place, cells in body:
        if not cells:
            continue
        said = table.answer("row", str(place + 1))
        texts = [cell for cell in cells if cell]
        label = next((cell for cell in cells[:4] if cell and number_in(cell) is None), "")
        sums = bool(label) and (is_sum(label) or is_scale(label))
        sums = sums and not any(one.find(label) for one in known)
        if said == LEAVE_OUT or (said != "keep" and (sums or is_again(cells, header))):
            why = (
                say("it repeats the names of the columns")
                if is_again(cells, header) and said != LEAVE_OUT
                else say("a sum, an average or a scale")
                if sums
                else say("as you said")
            )
            findings.left_out.append(
                say(
                    'Row {row}, "{label}": {why}.',
                    row=place + 1,
                    label=(label or texts[0])[:60],
                    why=why,
                )
            )
            continue
        kept.append((grid, place, cells))
    return kept


def _by_sheet(table: TableAtHand, columns: Columns, layout: Layout) -> str:
    """The dimension that the sheets' names say, where several sheets are read together."""
    if len(table.grids) < 2:
        return ""
    missing = [one for one in layout.dimensions if not _says(columns, one.id)]
    for one in missing:
        known = columns.known[one.id]
        if all(known.find(grid.name) or known.guess(grid.name) for grid in table.grids):
            return one.id
    return missing[0].id if missing else ""


def _says(columns: Columns, dimension: str) -> bool:
    values = columns.of("value")
    return columns.dimension(dimension) is not None or (
        bool(values) and all(dimension in one.ids for one in values)
    )


def _given(
    table: TableAtHand,
    columns: Columns,
    layout: Layout,
    findings: Findings,
    whole: Mapping[str, str],
    by_sheet: str,
) -> dict[str, str]:
    """What holds for all rows, by dimension; asked where nothing says it."""
    given: dict[str, str] = {}
    if not columns.of("value") and layout.numbers:
        return given
    for one in layout.dimensions:
        said = table.answer("all", one.topic) or table.answer("all", one.id)
        if (_says(columns, one.id) and not said) or one.id == by_sheet:
            continue
        known = columns.known[one.id]
        hit = known.find(said) if said else None
        chosen = hit.id if hit else said if said and not known.closed else ""
        how = Found.ASKED if chosen else Found.NOTHING
        grid = table.grids[0]
        if not said and (named := known.find(grid.name) if grid.name else None):
            chosen, how = named.id, Found.NAME
        if not chosen and (above := _in_title(table, known)):
            chosen, how = above, Found.WORDS
        if not chosen and one.id in whole:
            chosen, how = whole[one.id], Found.WRITTEN
        options = tuple((id, _label(id, known)) for id in known.names)
        if chosen and chosen not in known.names:
            options = (*options, (chosen, chosen))
        findings.choices.append(
            Choice(Topic("all", one.topic), say(one.asks), options, chosen, how)
        )
        given[one.id] = chosen
    return given


def _in_title(table: TableAtHand, known: Known) -> str:
    """The one thing of ours that the lines above the table name: ``Reviewer: Ana Reyes``."""
    grid = table.grids[0]
    found = set()
    for row in grid.rows[:8]:
        full = [cell for cell in row if cell]
        if not 0 < len(set(full)) <= 2:
            continue
        for cell in full:
            parts = [cell, *cell.split(":")[1:]]
            found |= {hit.id for part in parts if (hit := known.find(part.strip()))}
    return found.pop() if len(found) == 1 else ""


def _decimals(table: TableAtHand, rows: Sequence[Sequence[str]], place: int) -> Decimals | None:
    said = table.answer("decimals")
    if said in {one.value for one in Decimals}:
        return Decimals(said)
    return decimals_of(row[place] for row in rows if place < len(row) and row[place])


def _entries(
    rows: Sequence[_Row],
    columns: Columns,
    layout: Layout,
    people: "_Words",
    given: Mapping[str, str],
    by_sheet: str,
    findings: Findings,
) -> Iterator[Entry]:
    values = columns.of("value")
    asked = {one.id: columns.dimension(one.id) for one in layout.dimensions}
    own = {id: column for id, column in asked.items() if column is not None}
    reasons = columns.of("reason")
    fields = {one.of: one.place for one in columns.of("field")}
    keeps = {one.place: one.header for one in columns.of("keep") if one.header}
    above: dict[str, str] = {}
    grouped = _grouped(rows, own)
    for grid, place, cells in rows:
        here = dict(given)
        if by_sheet:
            here[by_sheet] = people.id(by_sheet, grid.name, place)
        full = [cell for cell in cells if cell]
        dims: dict[str, str] = {}
        for id, column in own.items():
            text = _at(cells, column.place)
            if not text and id in grouped and id in above:
                text = above[id]
                findings.note(
                    mark("A blank name was read as the one above it: {listed}."),
                    say("row {row} ({name})", row=place + 1, name=text[:40]),
                )
            if text:
                above[id] = text
            dims[id] = text
        told = {one: _at(cells, at) for one, at in fields.items() if _at(cells, at)}
        extra = {name: cells[at] for at, name in keeps.items() if at < len(cells) and cells[at]}
        some = False
        for column in values or _mark_alone(layout):
            text = _at(cells, column.place) if column.place >= 0 else "yes"
            ids = {**here, **column.ids}
            lacks = [id for id in own if id not in column.ids and not dims[id]]
            if lacks:
                if text and number_in(text) is not None:
                    some = True
                    findings.problems.append(_nobody(grid, place, lacks[0], layout))
                continue
            ids |= {id: people.id(id, dims[id], place) for id in own if id not in column.ids}
            some = some or bool(text)
            beside = [
                _at(cells, one.place)
                for one in reasons
                if all(ids.get(id) == said for id, said in one.ids.items())
                and (one.ids or len(values) == 1)
            ]
            yield Entry(
                ids,
                text,
                place,
                column.place,
                grid.name,
                told,
                extra,
                " ".join(one for one in beside if one),
            )
        if not some and len(full) == 1 and full[0] not in dims.values():
            findings.left_out.append(
                say(
                    'Row {row}, "{label}": no value stands in it.',
                    row=place + 1,
                    label=full[0][:60],
                )
            )


def _mark_alone(layout: Layout) -> tuple[Column, ...]:
    """Where a row alone says it, such as a list of conflicts without a column for yes."""
    return () if layout.numbers else (Column(-1, "", "", role="value", of=layout.value.id),)


def _grouped(rows: Sequence[_Row], own: Mapping[str, Column]) -> set[str]:
    """Dimensions named once for several rows, blank below: most cells of the column are blank."""
    found = set()
    for id, column in own.items():
        texts = [_at(cells, column.place) for _, _, cells in rows]
        blank = sum(not one for one in texts)
        if texts and texts[0] and 2 * blank >= len(texts):
            found.add(id)
    return found


def _nobody(grid: Grid, place: int, lacks: str, layout: Layout) -> Problem:
    label = next(one.label for one in layout.dimensions if one.id == lacks)
    where = say("row {row}", row=place + 1)
    if grid.name:
        where = say("sheet {sheet}, row {row}", sheet=grid.name, row=place + 1)
    return Problem(
        where,
        say("a value stands there, and nothing says for whom ({label})", label=say(label)),
        say("write the name into the row, or leave the row out"),
    )


def _at(cells: Sequence[str], place: int) -> str:
    return cells[place] if 0 <= place < len(cells) else ""


class _Words:
    """The words of a table and whom each means; those nobody knows become questions."""

    def __init__(
        self, table: TableAtHand, layout: Layout, columns: Columns, findings: Findings
    ) -> None:
        self.table, self.layout, self.columns, self.findings = table, layout, columns, findings
        self.ids: dict[tuple[str, str], str] = {}
        self.rows: dict[tuple[str, str], list[int]] = {}
        self.how: dict[tuple[str, str], Found] = {}
        self.once: dict[tuple[str, str], str] = {}

    def id(self, dimension: str, word: str, row: int) -> str:
        """The id that a word means; a mark to be replaced or left out where that is open."""
        key = (dimension, " ".join(word.split()))
        self.rows.setdefault(key, []).append(row)
        if key not in self.ids:
            self.ids[key], self.how[key] = self._found(*key)
        return f"\0{key[1]}" if not self.ids[key] else self.ids[key]

    def _found(self, dimension: str, word: str) -> tuple[str, Found]:
        one = self._dimension(dimension)
        known = self.columns.known[dimension]
        said = self.table.answer(one.topic, word)
        if said:
            if said == LEAVE_OUT:
                return LEAVE_OUT, Found.ASKED
            hit = known.find(said)
            return (hit.id if hit else "" if known.closed else said), Found.ASKED
        if hit := known.find(word):
            return hit.id, hit.how
        if known.closed and (near := self._close(dimension, word, known)):
            return near, Found.WORDS
        if known.closed:
            return "", Found.NOTHING
        return self._spelled_once(dimension, word)

    def _close(self, dimension: str, word: str, known: Known) -> str:
        """A mail address whose first part is a member's, or a name that says more than ours."""
        if "@" in word:
            local = word.partition("@")[0]
            for spelled in (local, local.replace(".", " ").replace("_", " ")):
                if mail := known.find(spelled):
                    return mail.id
            return ""
        if self._dimension(dimension).topic != "member":
            near = known.guess(word)
            return near.id if near else ""
        tokens = set(bare(word).split())
        fits = {
            id
            for id, names in known.names.items()
            if any(set(bare(name).split()) == tokens for name in names if name)
        }
        return fits.pop() if len(fits) == 1 and len(tokens) > 1 else ""

    def _spelled_once(self, dimension: str, word: str) -> tuple[str, Found]:
        """Where nobody is listed, the word itself; one written in other capitals is the same."""
        first = self.once.setdefault((dimension, bare(word) or word), word)
        return (first, Found.WRITTEN) if first == word else (first, Found.ALIKE)

    def _dimension(self, id: str) -> Dimension:
        return next(one for one in self.layout.dimensions if one.id == id)

    def tell(self) -> None:
        """Put every word among the choices; those that differ but a little among what is odd."""
        crowded = self._crowded()
        told: dict[str, int] = {}
        listed = {one.id: self._options(one.id) for one in self.layout.dimensions}
        for (dimension, word), id in self.ids.items():
            one, known = self._dimension(dimension), self.columns.known[dimension]
            how = self.how[dimension, word]
            if not id and dimension in crowded:
                continue
            told[dimension] = told.get(dimension, 0) + 1
            if told[dimension] > MOST_WORDS and id and how in _AS_WRITTEN:
                continue
            options = list(listed[dimension])
            if not known.closed:
                options.append((id, id))
            if not id and (near := nearest(word, [label for _, label in options])):
                options.sort(key=lambda pair: pair[1] != near)
            options.append((LEAVE_OUT, say("Leave these rows out")))
            rows = [place + 1 for place in self.rows[dimension, word]]
            self.findings.choices.append(
                Choice(
                    Topic(one.topic, word),
                    say(one.unknown, word=shown(word)),
                    tuple(dict(options).items()),
                    id,
                    how,
                    _rows(rows),
                )
            )
            if how in (Found.ALIKE, Found.WORDS):
                self.findings.odd.append(
                    say(
                        "{word} was read as {name}.",
                        word=shown(word),
                        name=shown(_label(id, known)),
                    )
                )
            if id == LEAVE_OUT:
                self.findings.left_out.append(
                    say_count(
                        "{count} value of {word}.",
                        "{count} values of {word}.",
                        len(rows),
                        count=len(rows),
                        word=shown(word),
                    )
                )

    def _crowded(self) -> set[str]:
        """The dimensions with more unknown words than anybody wants to be asked about."""
        unknown: dict[str, list[str]] = {}
        for (dimension, word), id in self.ids.items():
            if not id:
                unknown.setdefault(dimension, []).append(word)
        crowded = {one: words for one, words in unknown.items() if len(words) > MOST_QUESTIONS}
        for id, words in crowded.items():
            self.findings.problems.append(
                Problem(
                    self.table.name,
                    say(
                        "{count} names are none of ours ({label}), such as {listed}",
                        count=len(words),
                        label=say(self._dimension(id).label),
                        listed=", ".join(shown(word) for word in words[:4]),
                    ),
                    say("add them first, or say that another column holds the names"),
                )
            )
        return set(crowded)

    def _options(self, dimension: str) -> list[tuple[str, str]]:
        known = self.columns.known[dimension]
        options = [(each, _label(each, known)) for each in known.names]
        if not known.closed:
            options += [(each, each) for each in self._written(dimension)[:MOST_QUESTIONS]]
        return options

    def _written(self, dimension: str) -> list[str]:
        return [
            id
            for (other, _), id in self.ids.items()
            if other == dimension and id and id != LEAVE_OUT
        ]

    def named(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """The values whose words all mean somebody."""
        return tuple(
            one
            for one in entries
            if not any(id == LEAVE_OUT or id.startswith("\0") or not id for id in one.ids.values())
        )


def _rows(rows: Sequence[int]) -> str:
    unique = list(dict.fromkeys(rows))
    listed = ", ".join(str(row) for row in unique[:5])
    if len(unique) == 1:
        return say("row {row}", row=listed)
    more = len(unique) - 5
    if more > 0:
        return say("rows {rows} and {more} more", rows=listed, more=more)
    return say("rows {rows}", rows=listed)


def _label(id: str, known: Known) -> str:
    names = known.names.get(id, ())
    return names[0] if names and names[0] else id


def _shape(columns: Columns, layout: Layout) -> str:
    across = {id for one in columns.of("value") for id in one.ids}
    labels = [say(one.one) for one in layout.dimensions if one.id in across]
    if not labels:
        return say("one row for each entry")
    if len(labels) == 1:
        return say("one column for each {about}", about=labels[0])
    return say("one column for each {about} and {other}", about=labels[0], other=labels[1])
