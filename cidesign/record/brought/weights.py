"""Members' own weights as people have them: a row for each, or a column for each member or
criterion.
"""

from cidesign.domain.problem import Problem
from cidesign.domain.value import plain
from cidesign.record.brought.cells import is_nothing, number_in
from cidesign.record.brought.crossed import crossed
from cidesign.record.brought.dimensions import ANY_CRITERION, MEMBER
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.layout import Layout, Named
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.understood import Counts
from cidesign.text import mark, say

FILE = "weights.csv"
LAYOUT = Layout(
    (ANY_CRITERION, MEMBER),
    Named(
        "weight",
        mark("Weight"),
        ("weights", "points", "percent", "weighting", "importance", "value", "share"),
    ),
)


def weights(table: TableAtHand, findings: Findings) -> Draft:
    """The weights of a table, compared with those that are here."""
    found = crossed(table, LAYOUT, findings, whole={})
    held = {(one.member, one.criterion): one.weight for one in table.bundle.weights}
    rows: dict[tuple[str, str], dict[str, str]] = {}
    new = changed = same = 0
    for entry in found.entries:
        key = (entry.ids["member"], entry.ids["criterion"])
        if is_nothing(entry.text):
            if entry.text:
                findings.note(
                    mark("Read as no weight: {listed}."),
                    say('"{cell}" in row {row}', cell=entry.text[:40], row=entry.row + 1),
                )
            continue
        number = number_in(entry.text, found.decimals.get(entry.column))
        if number is None or number.value < 0 or number.other is not None:
            findings.problems.append(
                Problem(
                    say("row {row}", row=entry.row + 1),
                    say('"{text}" is no weight', text=entry.text[:60]),
                    say("write a number of 0 or more"),
                )
            )
            continue
        if not number.tidy:
            findings.note(
                mark("Read as a number: {listed}."),
                say(
                    '"{cell}" in row {row} is {number}',
                    cell=entry.text[:40],
                    row=entry.row + 1,
                    number=plain(number.value),
                ),
            )
        if key in rows and rows[key]["weight"] != plain(number.value):
            findings.problems.append(
                Problem(
                    say("row {row}", row=entry.row + 1),
                    say("a second weight for the same member and criterion"),
                    say("keep one of the two"),
                )
            )
        rows[key] = {"member": key[0], "criterion": key[1], "weight": plain(number.value)}
    for key, row in rows.items():
        if key not in held:
            new += 1
        elif plain(held[key]) == row["weight"]:
            same += 1
        else:
            changed += 1
    if not rows and not findings.problems and not any(one.is_open for one in findings.choices):
        findings.problems.append(
            Problem(
                table.name,
                say("no weight was found in it"),
                say("name the columns member, criterion and weight"),
            )
        )
    return Draft(tuple(rows.values()), Counts(new, changed, same), found.shape)
