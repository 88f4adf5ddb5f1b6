"""Understands a table as it lies: what kind it is, what its columns and words mean, what it would
write; nothing is written here.
"""

from dataclasses import replace

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.grids import Grid, Sheets
from cidesign.record.brought.kinds import KINDS, Kind, kind_of
from cidesign.record.brought.sheets import sheets_in
from cidesign.record.brought.spelling import Found, bare, folded
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.understood import (
    KEEP,
    LEAVE_OUT,
    NO_ANSWERS,
    Answers,
    Choice,
    Topic,
    Understood,
)
from cidesign.record.written_rows import extended
from cidesign.text import say, say_count

_EACH = "each"
_ENOUGH = 200


def understand(
    name: str,
    content: bytes,
    bundle: Bundle,
    kind: str | None = None,
    answers: Answers = NO_ANSWERS,
) -> Understood:
    """What a file says to a workshop.

    Args:
        name: of the file, as people know it.
        content: its bytes: text with separators, an Excel workbook, an OpenDocument spreadsheet.
        bundle: the workshop it is for; stays as it was.
        kind: id of the kind of table; found out where left out.
        answers: what people said about this table, by topic.

    Raises:
        BadInput: one problem; the file cannot be read as a table at all.
    """
    sheets = sheets_in(name, content)
    findings = Findings()
    whole = TableAtHand(name, sheets.grids, bundle, answers, sheets.separator)
    said = kind or whole.answer("as")
    asked = kind_of(folded(said)) if said else None
    if said and asked is None:
        words = ", ".join(one.id for one in KINDS)
        raise BadInput(
            [
                Problem(
                    "--as",
                    say('"{word}" is no kind of table', word=said[:60]),
                    say("write one of {words}", words=words),
                )
            ]
        )
    found = asked or _kind(whole, sheets)
    if kind is None:
        findings.choices.append(
            Choice(
                Topic("as"),
                say("What kind of table is it?"),
                tuple((one.id, say(one.label)) for one in KINDS),
                found.id if found else "",
                Found.ASKED if asked else Found.WORDS if found else Found.NOTHING,
            )
        )
    if found is None:
        return Understood(name, choices=tuple(findings.choices), odd=sheets.told)
    table = _sheet(whole, sheets, found, findings)
    findings.odd[:0] = sheets.told
    if table is None:
        return _understood(name, found, "", Draft(), findings)
    _formulas(table, findings)
    draft = found.read(table, findings)
    findings.ask_which_sign()
    findings.told_notes()
    sheet = "" if len(table.grids) > 1 else table.grids[0].name
    return _understood(name, found, sheet, draft, findings)


def _understood(name: str, kind: Kind, sheet: str, draft: Draft, findings: Findings) -> Understood:
    told = Understood(
        name=name,
        kind=kind.id,
        sheet=sheet,
        shape=draft.shape,
        choices=tuple(findings.choices),
        left_out=tuple(dict.fromkeys(findings.left_out)),
        odd=tuple(dict.fromkeys(findings.odd)),
        problems=tuple(dict.fromkeys(findings.problems)),
        rows=draft.rows,
        counts=draft.counts,
    )
    if not told.is_ready:
        return told
    content = draft.content or (extended(None, draft.rows) if draft.rows else b"")
    return Understood(**{**vars(told), "content": content})


def _formulas(table: TableAtHand, findings: Findings) -> None:
    count = sum(len(grid.formulas) for grid in table.grids)
    if count:
        findings.odd.append(
            say_count(
                "{count} cell is a formula; it was read as the value last shown.",
                "{count} cells are formulas; each was read as the value last shown.",
                count,
                count=count,
            )
        )


def _kind(table: TableAtHand, sheets: Sheets) -> Kind | None:
    """The kind whose words stand in the table; None where two fit equally well."""
    fits = {one.id: _fit(table, sheets, one) for one in KINDS}
    best = max(fits.values())
    likely = [one for one in KINDS if fits[one.id] == best]
    return likely[0] if best > 0 and len(likely) == 1 else None


def _fit(table: TableAtHand, sheets: Sheets, kind: Kind) -> int:
    most, hinted = 0, _hints_at(kind, table.name)
    for grid in sheets.grids:
        hinted = hinted or _hints_at(kind, grid.name)
        for row in grid.rows[:30]:
            cells = {folded(one) for one in row if one} | {bare(one) for one in row if one}
            whole = all(one in cells for one in kind.columns)
            telling = sum(one in cells for one in kind.telling)
            most = max(most, 8 * whole + 2 * telling)
            hinted = hinted or whole or any(_hints_at(kind, one) for one in cells if len(one) < 60)
    if any(kind.shows_it(table, grid) for grid in sheets.grids):
        most, hinted = most + 8, True
    by_rows = _by_rows(table, sheets, kind)
    return most + (by_rows + hinted if hinted or not kind.needs_a_hint else by_rows // 3)


def _hints_at(kind: Kind, text: str) -> bool:
    return any(hint in bare(text) for hint in kind.hints)


def _by_rows(table: TableAtHand, sheets: Sheets, kind: Kind) -> int:
    """How many columns of the best sheet mean something to this kind, less what would be asked."""
    best = 0
    for grid in sheets.grids:
        if not grid.rows:
            continue
        findings = Findings()
        draft = kind.read(_with(table, [_beginning(grid)]), findings)
        if not draft.rows and findings.problems:
            continue
        columns = [one for one in findings.choices if one.topic.about == "column"]
        means = sum(one.chosen not in (KEEP, LEAVE_OUT, "") for one in columns)
        means += sum(one.topic.about == "all" and not one.is_open for one in findings.choices)
        opened = sum(one.is_open for one in findings.choices)
        best = max(best, 2 * means - opened + bool(draft.rows))
    return best


def _beginning(grid: Grid) -> Grid:
    """The first rows, which are enough to tell kinds apart."""
    return replace(grid, rows=grid.rows[:_ENOUGH])


def _sheet(
    table: TableAtHand, sheets: Sheets, kind: Kind, findings: Findings
) -> TableAtHand | None:
    """The sheet that is read, or several of one form; asked where two fit equally well."""
    full = [grid for grid in sheets.grids if grid.rows]
    if len(full) == 1:
        return _with(table, full)
    said = table.answer("sheet")
    options = tuple((grid.name, grid.name) for grid in full)
    alike = _alike(full)
    if len(alike) > 1:
        options = ((_EACH, say("All sheets of one form, one after the other")), *options)
    chosen = [grid for grid in full if folded(grid.name) == folded(said)] if said else []
    if said and folded(said) == _EACH and len(alike) > 1:
        chosen = alike
    how = Found.ASKED if chosen else Found.WORDS
    if said and not chosen:
        raise BadInput(
            [
                Problem(
                    "--sheet",
                    say('there is no sheet "{word}"', word=said[:60]),
                    say("write one of {words}", words=", ".join(grid.name for grid in full)),
                )
            ]
        )
    if not chosen:
        chosen = _likely(table, full, alike, kind)
    answer = _EACH if len(chosen) > 1 else chosen[0].name if chosen else ""
    findings.choices.append(
        Choice(Topic("sheet"), say("Which sheet holds the table?"), options, answer, how)
    )
    if not chosen:
        return None
    for grid in full:
        if grid not in chosen:
            sentence = (
                say('Sheet "{sheet}", which is hidden.', sheet=grid.name)
                if grid.hidden
                else say('Sheet "{sheet}".', sheet=grid.name)
            )
            findings.left_out.append(sentence)
    return _with(table, chosen)


def _with(table: TableAtHand, grids: list[Grid]) -> TableAtHand:
    return TableAtHand(table.name, tuple(grids), table.bundle, table.answers, table.separator)


def _alike(grids: list[Grid]) -> list[Grid]:
    """The sheets that share a row of names with most others."""
    forms: dict[tuple[str, ...], list[Grid]] = {}
    for grid in grids:
        if grid.hidden:
            continue
        for row in dict.fromkeys(
            tuple(folded(cell) for cell in row if cell) for row in grid.rows[:15]
        ):
            if len(row) > 1:
                forms.setdefault(row, []).append(grid)
    return max(forms.values(), key=len, default=[])


def _likely(table: TableAtHand, full: list[Grid], alike: list[Grid], kind: Kind) -> list[Grid]:
    """The sheets that read best; of several the one whose name says it; none where two read equally
    well and are of different forms.
    """
    fits: list[tuple[int, int, Grid]] = []
    for place, grid in enumerate(full):
        findings = Findings()
        draft = kind.read(_with(table, [grid]), findings)
        opened = sum(one.is_open for one in findings.choices)
        asks = sum(one.is_open and one.topic.about != "all" for one in findings.choices)
        fit = 0 if findings.problems else 3 if draft.rows and not opened else 2 if not asks else 1
        fits.append((fit - grid.hidden, -place, grid))
    best = max(fit for fit, _, _ in fits)
    chosen = [grid for fit, _, grid in fits if fit == best]
    several = [grid for grid in alike if any(grid is one for one in chosen)]
    if len(several) > 1 and kind.id in ("scores", "weights", "recusals"):
        findings = Findings()
        kind.read(_with(table, several), findings)
        if best < 3 or len(several) == len(chosen):
            return several
    if best > 0 and len(chosen) > 1:
        called = [grid for grid in chosen if _hints_at(kind, grid.name)]
        chosen = called if len(called) == 1 else chosen
    return chosen if len(chosen) == 1 else [] if best > 0 else full[:1]
