"""What each column of a crossed table holds, and how that is told."""

from collections import Counter
from collections.abc import Mapping, Sequence

from cidesign.domain.problem import Problem
from cidesign.record.brought.columns_together import settled
from cidesign.record.brought.grids import column_name
from cidesign.record.brought.header import Header
from cidesign.record.brought.layout import Column, Columns, Layout
from cidesign.record.brought.one_column import OneColumn
from cidesign.record.brought.spelling import Known, folded
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.understood import KEEP, LEAVE_OUT, Choice, Topic
from cidesign.text import mark, say

_LOOKED_AT = 400
MOST_OPEN = 40


def columns_of(
    table: TableAtHand, header: Header, rows: Sequence[Sequence[str]], layout: Layout
) -> Columns:
    """What each column holds.

    Args:
        table: for the workshop and what was answered.
        header: the names.
        rows: the cells below it.
        layout: what there may be.
    """
    known = {one.id: one.known(table.bundle) for one in layout.dimensions}
    reading = OneColumn(table, layout, known, len(rows))
    found = []
    for place, text in enumerate(header.texts):
        cells = [row[place] for row in rows[:_LOOKED_AT] if place < len(row) and row[place]]
        if not text and not cells:
            continue
        levels = tuple(level[place] for level in header.levels if level[place])
        found.append((place, text, levels, cells))
    words = _words([(place, text) for place, text, _, _ in found])
    columns = [
        reading.column(place, text, words[place], levels, cells)
        for place, text, levels, cells in found
    ]
    texts = {place: cells for place, _, _, cells in found}
    return Columns(settled(columns, texts, layout, known), known)


def _words(headers: Sequence[tuple[int, str]]) -> dict[int, str]:
    times = Counter(folded(text) for _, text in headers)
    return {
        place: text
        if text and times[folded(text)] == 1
        else f"{text} ({column_name(place)})".strip()
        if text
        else column_name(place)
        for place, text in headers
    }


def tell_columns(columns: Columns, table: TableAtHand, layout: Layout, findings: Findings) -> None:
    """Put every column among the choices, those left out among what is left out."""
    options = _options(columns, table, layout)
    doubtful = [one for one in columns.columns if not one.answer]
    if len(doubtful) > MOST_OPEN:
        findings.problems.append(
            Problem(
                table.name,
                say(
                    "{count} columns of numbers mean nothing to us, such as {listed}",
                    count=len(doubtful),
                    listed=", ".join(f'"{one.word[:40]}"' for one in doubtful[:4]),
                ),
                say("name them after criteria, candidates or members, or delete them"),
            )
        )
    for one in columns.columns:
        if not one.answer and len(doubtful) > MOST_OPEN:
            continue
        answer = one.answer
        listed = options if answer else _ours_first(options, columns)
        if answer and answer not in dict(options) and one.ids:
            listed = (*options, (answer, _reads(one, table, layout, columns.known)))
        choice = Choice(
            Topic("column", one.word),
            say("What does the column {word} hold?", word=f'"{one.word[:80]}"'),
            listed,
            answer,
            one.how,
            column_name(one.place),
        )
        findings.choices.append(choice)
        if answer and answer not in dict(listed):
            findings.problems.append(
                Problem(
                    f'--column "{one.word[:60]}"',
                    say('"{word}" is none of the answers', word=answer[:60]),
                    say("write one of {words}", words=", ".join(list(dict(listed))[:14])),
                )
            )
        if one.role == LEAVE_OUT:
            why = one.because or say("as you said")
            findings.left_out.append(
                say(
                    'Column {letter}, "{word}": {why}.',
                    letter=column_name(one.place),
                    word=one.word[:80],
                    why=why,
                )
            )


def _options(columns: Columns, table: TableAtHand, layout: Layout) -> tuple[tuple[str, str], ...]:
    listed = [(one.id, say(one.label)) for one in layout.dimensions]
    listed.append((layout.value.id, say(layout.value.label)))
    listed += [(one.id, say(one.label)) for one in layout.fields]
    for dimension in layout.dimensions:
        known = columns.known[dimension.id]
        if known.closed:
            listed += [
                (id, say(_ON[layout.value.id], name=_label(id, known))) for id in known.names
            ]
    listed += [(KEEP, say("Keep it as it is")), (LEAVE_OUT, say("Leave it out"))]
    return tuple(dict(listed).items())


def _ours_first(
    options: tuple[tuple[str, str], ...], columns: Columns
) -> tuple[tuple[str, str], ...]:
    """What nothing holds yet comes first, where a column of values has no meaning."""
    held = {id for one in columns.of("value") for id in one.ids.values()}
    ours = {id for known in columns.known.values() for id in known.names}

    def rank(option: tuple[str, str]) -> int:
        return 0 if option[0] in ours - held else 1 if option[0] in (KEEP, LEAVE_OUT) else 2

    return tuple(sorted(options, key=rank))


_ON = {
    "score": mark("Scores: {name}"),
    "weight": mark("Weights: {name}"),
    "steps_aside": mark("Conflicts: {name}"),
}


def _reads(column: Column, table: TableAtHand, layout: Layout, known: Mapping[str, Known]) -> str:
    names = ", ".join(_label(id, known[one]) for one, id in column.ids.items())
    if column.role == "reason":
        return say("Reasons: {name}", name=names)
    return say(_ON[layout.value.id], name=names)


def _label(id: str, known: Known) -> str:
    names = known.names.get(id, ())
    return names[0] if names and names[0] else id
