"""What a person may read: the record as she may see it now. What is not hers to see is not in it,
so that no page, sheet, export or message made from it can give it away.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import product
from string import ascii_uppercase
from types import MappingProxyType
from typing import TypeVar

from cidesign.acts.answers import ANSWERS, answers_in_sight
from cidesign.acts.heard import heard_in_sight, is_blind_to_others
from cidesign.acts.own_votes import own_votes
from cidesign.acts.telling import (
    are_letters,
    result_of,
    seats_count,
    sheets_tell,
    values_tell,
    weights_tell,
)
from cidesign.domain.heard import HEARD, Heard
from cidesign.domain.makeup import MAKEUP
from cidesign.domain.panel import Letter, Ranking, Recusal, Remark, Score
from cidesign.domain.person import Person, Role
from cidesign.domain.rules import Aggregation, Names
from cidesign.domain.workshop import Bundle, MemberWeight
from cidesign.record.applicants import KNOWN_COLUMNS
from cidesign.record.entry_cells import (
    answer_cells,
    heard_cells,
    note_cells,
    recusal_cells,
    remark_cells,
    score_cells,
    weight_cells,
)
from cidesign.record.held import Files
from cidesign.record.written_rows import Cells, extended, written_table
from cidesign.value import CONSENSUS_RATER

T = TypeVar("T", Score, Remark)
Called = Callable[[str], str]
"""How a rater is called."""
OF_ALL = frozenset(
    {
        *("workshop.yaml", "structure.yaml", "rules.yaml", "decisions.yaml", "candidates.csv"),
        *("plan.yaml", "funding.yaml", "outlook.yaml", "partners.csv"),
        *("groups.csv", "measures.csv", "pathway.csv", "backbones.csv"),
    }
)
"""Files that everybody may read as they are; those of scenarios too."""
SCENARIOS, APPLICATIONS = "scenarios/", "applications/"
COMMITTEE = frozenset({Role.OPERATOR, Role.FACILITATOR, Role.SCRIBE, Role.MEMBER})
"""Who reads what the committee wrote for itself; an observer does not."""
WRITERS = COMMITTEE - {Role.MEMBER}
"""Who reads the counts of the equity mirror as they were typed; for all others it says what tells
nobody who is one of a few.
"""
NO_LETTERS: Mapping[str, str] = MappingProxyType({})


def seen_by(
    person: Person, record: Bundle, *, letters: Mapping[str, str] = NO_LETTERS, salt: str = ""
) -> Bundle:
    """The record as this person may see it now.

    While a round is open nobody but its rater has her scores, remarks and weights, of no round.
    Afterwards raters are letters, unless the rule sheet shows their names; a person finds her own
    rows under her own id. Where letters would tell whose sheets they are, members and observers
    have the result alone. A member has the application of a candidate once she has declared that
    nothing ties her to it. Answers to the questions to talk about are for the committee, those
    about the choice of a host not while a round is open. What people beyond the committee said is
    for nobody before the close, and of no fewer than four. The counts of the equity mirror are for
    who writes them; others read what it shows. Why somebody steps aside is for her and
    the facilitators. A file that we do not know is for nobody: we cannot tell what is in it.

    Args:
        person: who reads.
        record: the whole of it.
        letters: by rater, those of the ledger.
        salt: known to the server alone; the order of letters that nobody has drawn yet follows
            from it.
    """
    mine = _own(person, record)
    alone = _result_alone(person, record)
    drawn = _letters(record, letters, salt)
    named = _told(record, mine, drawn)
    others = not _is_blind(record) and not alone
    scores = _scores(person, record, mine, named if others else None)
    remarks = _remarks(person, record, mine, named if others else None)
    weights = _weights(person, record, mine, named, beside_sheets=others)
    recusals = _recusals(person, record, mine, named if others else None)
    told = () if _is_blind(record) or person.role not in COMMITTEE else record.notes
    notes = tuple(one.model_copy(update={"row": row}) for row, one in enumerate(told, start=2))
    answered = answers_in_sight(record) if person.role in COMMITTEE else ()
    answers = tuple(
        one.model_copy(update={"row": row}) for row, one in enumerate(answered, start=2)
    )
    heard = _heard(person, record)
    declared = [one for one in record.declarations if person.facilitates or one.rater in mine]
    tables: dict[str, list[Cells]] = {
        "scores.csv": [score_cells(one) for one in scores],
        "reasons.csv": [remark_cells(one) for one in remarks],
        "weights.csv": [weight_cells(one) for one in weights],
        "recusals.csv": [recusal_cells(one) for one in recusals],
        "declarations.csv": [{"rater": one.rater, "candidate": one.candidate} for one in declared],
        "notes.csv": [note_cells(one) for one in notes],
        ANSWERS: [answer_cells(one) for one in answers],
        HEARD: [heard_cells(one) for one in heard],
    }
    changes: dict[str, bytes | None] = {
        path: None for path in record.files if not _is_for(person, record, path)
    }
    if closed := _closed_to(person, record):
        changes["candidates.csv"] = _without_remarks(record, closed)
    return replace(
        record,
        files=Files(record.files).with_files(changes).with_tables(tables),
        scores=scores,
        remarks=remarks,
        weights=weights,
        recusals=recusals,
        declarations=tuple(declared),
        notes=notes,
        answers=answers,
        heard=heard,
        partial=_is_blind(record),
        result=_result(person, record, alone=alone),
        own=own_votes(record),
        letters={} if _is_blind(record) else {id: drawn[id] for id in mine if id in drawn},
    )


def may_open(person: Person, record: Bundle, candidate: str) -> bool:
    """Whether she may read a candidate's application: she has declared that nothing ties her to
    it; a facilitator too, where she does not step aside.
    """
    rater = person.member or (person.id if person.role is Role.MEMBER else "")
    if any((one.rater, one.candidate) == (rater, candidate) for one in record.recusals):
        return False
    if person.role is Role.MEMBER:
        declared = {(one.rater, one.candidate) for one in record.declarations}
        return (rater, candidate) in declared
    return person.facilitates


def _result_alone(person: Person, record: Bundle) -> bool:
    """Whether others' sheets would tell this reader whose they are. Who leads the selection reads
    them by letter all the same: who steps aside, and who counts, is hers to judge.
    """
    closed = not _is_blind(record)
    return (
        closed
        and not person.facilitates
        and are_letters(record)
        and (seats_count(record) or sheets_tell(record))
    )


def _result(person: Person, record: Bundle, *, alone: bool) -> Ranking | None:
    """Places and points, where they do not follow from what this reader may see."""
    if alone:
        return result_of(record, values=not values_tell(record))
    if not _is_blind(record) and are_letters(record) and seats_count(record):
        return result_of(record, values=True)
    return None


def _is_blind(record: Bundle) -> bool:
    return record.workshop.round_is_open


def _own(person: Person, record: Bundle) -> frozenset[str]:
    """Under which ids rows are hers. The panel's one agreed score belongs to whoever enters it."""
    hers = person.member or (person.id if person.role is Role.MEMBER else "")
    agreed = record.rules is not None and record.rules.aggregation is Aggregation.CONSENSUS
    panel = agreed and (person.facilitates or person.role is Role.SCRIBE)
    return frozenset({hers} - {""}) | ({CONSENSUS_RATER} if panel else frozenset())


def _letters(record: Bundle, drawn: Mapping[str, str], salt: str) -> dict[str, str]:
    """A letter for everybody who left something; none reads like the id of somebody."""
    raters = {one.rater for one in record.scores} | {one.rater for one in record.remarks}
    raters |= {one.rater for one in record.recusals} | {one.member for one in record.weights}
    ids = raters | {one.id for one in record.workshop.members}
    found = {id: one for id, one in drawn.items() if id in raters and one not in ids}
    free = (one for one in _words() if one not in ids and one not in drawn.values())
    later = sorted(raters - found.keys(), key=lambda id: sha256(f"{salt}|{id}".encode()).digest())
    return {**found, **{id: next(free) for id in later}}


def _words() -> Iterator[str]:
    for length in range(1, 5):
        yield from ("".join(one) for one in product(ascii_uppercase, repeat=length))


def _told(record: Bundle, mine: frozenset[str], drawn: Mapping[str, str]) -> Called:
    """How a rater is called: by her letter, where that is the rule and she is somebody else."""
    rules = record.rules
    shown = rules is not None and rules.names is Names.SHOWN
    agreed = rules is not None and rules.aggregation is Aggregation.CONSENSUS

    def told(rater: str) -> str:
        if shown or rater in mine or (agreed and rater == CONSENSUS_RATER):
            return rater
        return Letter(drawn[rater])

    return told


def _latest(rows: Iterable[T], key: Callable[[T], tuple[object, ...]]) -> Iterable[T]:
    """Of several rows of one key the one that counts: what came before tells when somebody
    changed her mind.
    """
    found: dict[tuple[object, ...], T] = {}
    for one in rows:
        before = found.setdefault(key(one), one)
        if (one.seq or 0) >= (before.seq or 0):
            found[key(one)] = one
    return found.values()


def _numbered(rows: Iterable[T]) -> tuple[T, ...]:
    """In an order that does not tell who came first."""
    order = sorted(rows, key=lambda one: (one.round, one.candidate, _cell(one), one.rater))
    return tuple(
        one.model_copy(update={"seq": seq, **({"row": 1 + seq} if isinstance(one, Score) else {})})
        for seq, one in enumerate(order, start=1)
    )


def _cell(one: Score | Remark) -> str:
    return one.criterion if isinstance(one, Score) else ""


def _scores(
    person: Person, record: Bundle, mine: frozenset[str], told: Called | None
) -> tuple[Score, ...]:
    found = _latest(record.scores, lambda one: (one.round, one.rater, one.candidate, one.criterion))
    kept = [one for one in found if one.rater in mine]
    if told is not None:
        others = (one for one in found if one.rater not in mine and one.score is not None)
        kept += [_without_traces(person, one, told) for one in others]
    return _numbered(kept)


def _without_traces(person: Person, one: Score, told: Called) -> Score:
    reason = one.reason if person.role in COMMITTEE else ""
    return one.model_copy(
        update={"rater": told(one.rater), "reason": reason, "via": "", "entered_by": ""}
    )


def _remarks(
    person: Person, record: Bundle, mine: frozenset[str], told: Called | None
) -> tuple[Remark, ...]:
    found = _latest(record.remarks, lambda one: (one.round, one.rater, one.candidate))
    kept = [one for one in found if one.rater in mine]
    if told is not None and person.role in COMMITTEE:
        others = (one for one in found if one.rater not in mine)
        kept += [one.model_copy(update={"rater": told(one.rater)}) for one in others]
    return _numbered(kept)


def _weights(
    person: Person,
    record: Bundle,
    mine: frozenset[str],
    told: Called,
    *,
    beside_sheets: bool,
) -> tuple[MemberWeight, ...]:
    """Her own; those of others once nobody weighs or scores any more, where no letter tells whose
    they are, and to the facilitators before and all the same, who make the group's out of them.
    """
    stage = record.workshop.stage
    all_of_them = not stage.round_is_open and (
        person.facilitates
        or (
            stage.round_was_closed
            and not (are_letters(record) and weights_tell(record, beside_sheets=beside_sheets))
        )
    )
    kept = [one for one in record.weights if one.member in mine]
    if all_of_them:
        others = (one for one in record.weights if one.member not in mine)
        kept += [one.model_copy(update={"member": told(one.member)}) for one in others]
    order = sorted(kept, key=lambda one: (one.member, one.criterion))
    return tuple(one.model_copy(update={"row": row}) for row, one in enumerate(order, start=2))


def _heard(person: Person, record: Bundle) -> tuple[Heard, ...]:
    """What people beyond the committee said, once a round is closed; their sentences for the
    committee only. Before, who keeps it reads which groups were asked, and nothing they said.
    """
    told = heard_in_sight(record)
    if is_blind_to_others(record) and (person.facilitates or person.role is Role.SCRIBE):
        blank = {"mean": None, "said": ""}
        asked = (one for one in record.heard if one.may_be_shown)
        told = tuple(one.model_copy(update=blank) for one in asked)
    if person.role not in COMMITTEE:
        bare = (one.model_copy(update={"said": ""}) for one in told)
        told = tuple(one for one in bare if one.may_be_shown)
    return tuple(one.model_copy(update={"row": row}) for row, one in enumerate(told, start=2))


def _recusals(
    person: Person, record: Bundle, mine: frozenset[str], told: Called | None
) -> tuple[Recusal, ...]:
    """Who steps aside for whom is known to all, why to the facilitators. A letter steps aside as
    well, else its missing scores would count as owed.
    """
    named, twins = [], []
    for one in record.recusals:
        whole = person.facilitates or one.rater in mine
        bare = one.model_copy(update={"kind": "", "reason": ""})
        named.append(one if whole else bare)
        if told is not None and isinstance(letter := told(one.rater), Letter):
            twins.append(bare.model_copy(update={"rater": letter}))
    return (*named, *sorted(twins, key=lambda one: (one.rater, one.candidate)))


def _closed_to(person: Person, record: Bundle) -> frozenset[str]:
    return frozenset(one.id for one in record.candidates if not may_open(person, record, one.id))


def _is_for(person: Person, record: Bundle, path: str) -> bool:
    if path.startswith(APPLICATIONS):
        of = [one.id for one in record.candidates if path.startswith(f"{APPLICATIONS}{one.id}/")]
        return bool(of) and all(may_open(person, record, id) for id in of)
    if path == MAKEUP:
        return person.role in WRITERS
    return path in OF_ALL or path.startswith(SCENARIOS)


def _without_remarks(record: Bundle, closed: frozenset[str]) -> bytes:
    """The candidates' table, in which a closed candidate's row holds what we calculate with and
    nothing that somebody wrote beside it.
    """
    calculated = {one.id for one in record.rules.criteria if one.calculated} if record.rules else ()
    known = {*KNOWN_COLUMNS, *calculated}
    table = written_table(record.files["candidates.csv"], "candidates.csv")
    rows: list[Cells] = [
        row.cells
        if row.cells.get("id", "").strip() not in closed
        else {name: cell if name in known else "" for name, cell in row.cells.items()}
        for row in table.full
    ]
    return extended(None, rows)
