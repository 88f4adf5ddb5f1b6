"""Conflicts as people have them: a list of who steps aside for whom, or a table of members and
candidates with a mark where they do.
"""

from cidesign.domain.problem import Problem
from cidesign.record.brought.cells import number_in, yes_in
from cidesign.record.brought.crossed import crossed
from cidesign.record.brought.dimensions import CANDIDATE, CRITERION, RATER
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.grids import Grid
from cidesign.record.brought.layout import Layout, Named
from cidesign.record.brought.spelling import folded, heard
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.understood import Counts
from cidesign.text import mark, say

FILE = "recusals.csv"
_LOOKED_AT = 200
LAYOUT = Layout(
    (CANDIDATE, RATER),
    Named(
        "steps_aside",
        mark("Steps aside"),
        heard(
            *("conflict", "conflicts", "conflict of interest", "coi", "recused", "recusal"),
            *("steps aside", "has conflict", "conflicted", "recuse"),
        ),
    ),
    (
        Named(
            "kind",
            mark("Kind of tie"),
            heard("kind", "type", "relationship", "nature of conflict", "type of conflict", "tie"),
        ),
        Named(
            "reason",
            mark("Reason"),
            ("reason", "reasons", "comment", "comments", "explanation", "details", "description"),
        ),
    ),
    numbers=False,
)
_NONE = frozenset(heard("none", "n/a", "na", "-", "–", "—", "no conflict", "none known", "clear"))


def names_pairs(table: TableAtHand, grid: Grid) -> bool:
    """Whether one column names members and another candidates, and nothing is counted or judged by
    a criterion: then it can only say who steps aside for whom.
    """
    rows = grid.rows[:_LOOKED_AT]
    known = {one.id: one.known(table.bundle) for one in (RATER, CANDIDATE, CRITERION)}
    named = set()
    for place in range(grid.width):
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        if len(cells) < 2:
            continue
        if sum(number_in(cell) is not None for cell in cells) * 2 > len(cells):
            return False
        for id, ours in known.items():
            hits = sum(ours.find(cell) is not None for cell in cells)
            if hits and hits + 1 + len(cells) // 4 >= len(cells):  # beside the column's name
                named.add(id)
    return named == {RATER.id, CANDIDATE.id}


def recusals(table: TableAtHand, findings: Findings) -> Draft:
    """Who steps aside for whom, compared with what is here."""
    found = crossed(table, LAYOUT, findings, whole={})
    held = {(one.rater, one.candidate): one for one in table.bundle.recusals}
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for entry in found.entries:
        told = folded(entry.text)
        if not told or told in _NONE or yes_in(entry.text) is False:
            continue
        row = {"rater": entry.ids["rater"], "candidate": entry.ids["candidate"]}
        if kind := entry.fields.get("kind"):
            row["kind"] = kind
        reason = entry.fields.get("reason") or entry.reason
        if not reason and yes_in(entry.text) is None and told not in LAYOUT.value.words:
            reason = entry.text
        if reason:
            row["reason"] = reason
        rows[row["rater"], row["candidate"]] = row
    new = changed = same = 0
    for key, row in rows.items():
        before = held.get(key)
        if before is None:
            new += 1
        elif all(getattr(before, name) == cell for name, cell in row.items()):
            same += 1
        else:
            changed += 1
    if not rows and not findings.problems and not any(one.is_open for one in findings.choices):
        findings.problems.append(
            Problem(
                table.name,
                say("nobody steps aside in it"),
                say("name the columns rater and candidate, one row for each conflict"),
            )
        )
    return Draft(tuple(rows.values()), Counts(new, changed, same), found.shape)
