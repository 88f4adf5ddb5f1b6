"""The table of each kind as it is now, to fill in or change in a spreadsheet and bring back;
columns and rows of text.
"""

from collections.abc import Mapping, Sequence

from cidesign.domain.labels import labels_of
from cidesign.domain.listed import BETWEEN
from cidesign.domain.makeup import MAKEUP
from cidesign.domain.measures import MEASURES
from cidesign.domain.value import plain
from cidesign.domain.work import GROUPS, PARTNERS
from cidesign.domain.workshop import Bundle
from cidesign.record.brought.candidates import FILE as CANDIDATES
from cidesign.record.brought.candidates import fields
from cidesign.record.brought.groups import A_MONTH
from cidesign.record.brought.groups import fields as group_fields
from cidesign.record.brought.listed import Field
from cidesign.record.brought.makeup import HOST
from cidesign.record.brought.makeup import fields as makeup_fields
from cidesign.record.brought.measures import fields as measure_fields
from cidesign.record.brought.partners import OTHER_PERIODS
from cidesign.record.brought.partners import fields as partner_fields
from cidesign.record.brought.recusals import LAYOUT as CONFLICTS
from cidesign.record.written_rows import written_table
from cidesign.text import say

Rows = tuple[Sequence[str], Sequence[Mapping[str, str]]]


def scores(bundle: Bundle) -> Rows:
    """Every member and candidate, and no score: nobody sees another's."""
    names, aside = labels_of(bundle), {(one.rater, one.candidate) for one in bundle.recusals}
    member, candidate = say("Member"), say("Candidate")
    criteria = [one.name for one in bundle.rules.rated] if bundle.rules else []
    raters = [one.id for one in bundle.workshop.members]
    rows = [
        {member: names.members[rater], candidate: names.candidates[one.id]}
        for rater in raters
        for one in bundle.candidates
        if (rater, one.id) not in aside
    ]
    return (member, candidate, *criteria, say("Comments")), rows


def candidates(bundle: Bundle) -> Rows:
    """The list with all its columns; where there is none, every column it may have."""
    if CANDIDATES in bundle.files:
        held = written_table(bundle.files[CANDIDATES], CANDIDATES)
        return [one for one in held.columns if one], [row.cells for row in held.full]
    return [one.id for one in fields(bundle)], []


def members(bundle: Bundle) -> Rows:
    """Who sits on the committee, and for whom."""
    name, seat, id = say("Name"), say("Seat"), say("Short name (id)")
    rows = [
        {name: one.name or one.id, seat: one.seat, id: one.id} for one in bundle.workshop.members
    ]
    return (name, seat, id), rows


def partners(bundle: Bundle) -> Rows:
    """The list with all its columns; where there is none, every column it may have."""
    fields = [one for one in partner_fields() if one.id not in OTHER_PERIODS]
    return _list(bundle, PARTNERS, fields, ())


def groups(bundle: Bundle) -> Rows:
    """Likewise; partners stand in it by name."""
    fields = [one for one in group_fields() if one.id != A_MONTH]
    return _list(bundle, GROUPS, fields, ("lead", "supports"))


def measures(bundle: Bundle) -> Rows:
    """Likewise."""
    return _list(bundle, MEASURES, measure_fields(), ("owners",))


def _list(bundle: Bundle, file: str, fields: Sequence[Field], by_name: Sequence[str]) -> Rows:
    """One list as it is held. ``by_name``: columns with ids of partners, which read better as
    names.
    """
    if file not in bundle.files:
        return [one.id for one in fields], []
    held = written_table(bundle.files[file], file)
    names = {one.id: one.label for one in bundle.partners}

    def told(cell: str) -> str:
        ids = [one.strip() for one in cell.split(BETWEEN) if one.strip()]
        return f"{BETWEEN} ".join(names[one] for one in ids)

    rows = [
        {key: told(cell) if key in by_name else cell for key, cell in row.cells.items()}
        for row in held.full
    ]
    return [one for one in held.columns if one], rows


def makeup(bundle: Bundle) -> Rows:
    """The groups with all their columns, and one for each candidate."""
    columns = {
        one.id: one.label if one.id.startswith(HOST) else one.id for one in makeup_fields(bundle)
    }
    rows = []
    if MAKEUP in bundle.files:
        hosts = {one.id: one.hosts for one in bundle.makeup}
        for row in written_table(bundle.files[MAKEUP], MAKEUP).full:
            counts = hosts[row.cells["id"]].items()
            said = {f"{HOST}{id}": "" if n is None else str(n) for id, n in counts}
            cells = {**row.cells, **said}
            rows.append({name: cells.get(id, "") for id, name in columns.items()})
    return list(columns.values()), rows


def weights(bundle: Bundle) -> Rows:
    """What each member has said of each criterion."""
    names, member = labels_of(bundle), say("Member")
    held = {(one.member, one.criterion): plain(one.weight) for one in bundle.weights}
    criteria = bundle.rules.criteria if bundle.rules else ()
    rows = [
        {
            member: names.members[one.id],
            **{each.name: held.get((one.id, each.id), "") for each in criteria},
        }
        for one in bundle.workshop.members
    ]
    return (member, *(one.name for one in criteria)), rows


def recusals(bundle: Bundle) -> Rows:
    """Who steps aside for whom, and why."""
    names = labels_of(bundle)
    columns = [say("Member"), say("Candidate")]
    columns += [say(one.label) for one in CONFLICTS.fields]
    rows = [
        dict(
            zip(
                columns,
                (
                    names.members[one.rater],
                    names.candidates[one.candidate],
                    one.kind,
                    one.reason,
                ),
            )
        )
        for one in bundle.recusals
    ]
    return columns, rows
