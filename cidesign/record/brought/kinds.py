"""The kinds of table that can be brought in: one entry each, in the order people see them."""

from collections.abc import Callable
from dataclasses import dataclass

from cidesign.domain.workshop import Bundle
from cidesign.record.brought import templates
from cidesign.record.brought.candidates import candidates
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.excel_safe import for_excel
from cidesign.record.brought.grids import Grid
from cidesign.record.brought.groups import groups
from cidesign.record.brought.makeup import makeup
from cidesign.record.brought.measures import measures
from cidesign.record.brought.members import members
from cidesign.record.brought.partners import partners
from cidesign.record.brought.recusals import names_pairs, recusals
from cidesign.record.brought.scores import scores
from cidesign.record.brought.spelling import heard
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.weights import weights
from cidesign.text import mark


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind.

    Args:
        id: the word of the command line.
        label: what people read; the id of a sentence, as ``fold`` and ``note`` are.
        fold: what opens the part of a page that brings it in.
        note: what the table should hold, and what becomes of what is here.
        columns: of the record's own table, which say most surely what it is.
        telling: headers that no other kind has.
        hints: what a header, a title or the file's name holds in a table of this kind.
        needs_a_hint: whether nothing is of this kind without one: many tables have its columns.
        shows_it: whether what stands below the names is a hint by itself.
        read: makes rows of a table.
        now: columns and rows of the table as it is now, to fill in or change.
    """

    id: str
    label: str
    fold: str
    note: str
    columns: tuple[str, ...]
    telling: tuple[str, ...]
    hints: tuple[str, ...]
    needs_a_hint: bool = False
    shows_it: Callable[[TableAtHand, Grid], bool] = lambda table, grid: False
    read: Callable[[TableAtHand, Findings], Draft]
    now: Callable[[Bundle], templates.Rows]

    def template(self, bundle: Bundle) -> bytes:
        """The table as it is now, as CSV that spreadsheets open right; brought back unchanged it
        changes nothing.
        """
        columns, rows = self.now(bundle)
        return for_excel(columns, rows)


KINDS: tuple[Kind, ...] = (
    Kind(
        id="scores",
        label=mark("Scores"),
        fold=mark("Bring in a table of scores"),
        note=mark(
            "One row for each score, or a column for each criterion, candidate or member. A score "
            "that differs from the one that counts here takes its place; nothing is deleted."
        ),
        columns=("rater", "candidate", "criterion", "score"),
        telling=("score", "scores", "rating", "points"),
        hints=("scor", "rating", "evaluation", "review"),
        read=scores,
        now=templates.scores,
    ),
    Kind(
        id="candidates",
        label=mark("Candidates"),
        fold=mark("Bring in a table of candidates"),
        note=mark(
            "One row for each candidate. New ones are added, others are changed; those that are "
            "here and not in the table stay."
        ),
        columns=("id", "name", "kind", "eligible"),
        telling=(
            *("eligible", "eligible_reason", "offer_rate", "offer_start", "offer_in_kind_usd"),
            *("offer_overhead", "eligibility"),
        ),
        hints=("candidate", "applicant", "eligib", "proposal"),
        read=candidates,
        now=templates.candidates,
    ),
    Kind(
        id="members",
        label=mark("Members"),
        fold=mark("Bring in a table of members"),
        note=mark(
            "One row for each member, with name and seat. New ones join, others are changed; "
            "nobody leaves."
        ),
        columns=("name", "seat"),
        telling=("seat", "sector", "represents"),
        hints=("member", "committee", "roster"),
        read=members,
        now=templates.members,
    ),
    Kind(
        id="partners",
        label=mark("Partners"),
        fold=mark("Bring in a table of partners"),
        note=mark(
            "One row for each partner, with its name and what is known of it. New ones join, "
            "others are changed; nobody leaves."
        ),
        columns=("id", "name", "serves", "good_at"),
        telling=(
            *("partner", "partners", "partner name", "partner organization"),
            *("serves", "good_at", "whom it serves", "what it is good at"),
            *("formal_member", "has_committed", "credit_wanted", "own_money_usd"),
        ),
        hints=("partner",),
        needs_a_hint=True,
        read=partners,
        now=templates.partners,
    ),
    Kind(
        id="groups",
        label=mark("Groups"),
        fold=mark("Bring in a table of working groups"),
        note=mark(
            "One row for each group: its name, aim and chair, which partners lead and support it, "
            "how often it meets, and from when to when. New ones join, others are changed."
        ),
        columns=("id", "name", "lead", "supports"),
        telling=heard(
            *("working group", "work group", "workgroup", "action team", "task force", "chair"),
            *("supports", "supported by", "led by", "supporting partners"),
        ),
        hints=heard("working group", "workgroup", "work group", "action team", "task force"),
        needs_a_hint=True,
        read=groups,
        now=templates.groups,
    ),
    Kind(
        id="measures",
        label=mark("Measures"),
        fold=mark("Bring in a table of measures"),
        note=mark(
            "One row for each measure: what, how it is counted, where we stand and want to be, and "
            "who holds the data. New ones join, others are changed."
        ),
        columns=("id", "name", "baseline", "target"),
        telling=heard(
            *("indicator", "baseline", "target", "target year", "data source", "split by"),
        ),
        hints=heard("indicator", "measure", "metric"),
        needs_a_hint=True,
        read=measures,
        now=templates.measures,
    ),
    Kind(
        id="makeup",
        label=mark("People by group"),
        fold=mark("Bring in a table of people by group"),
        note=mark(
            "One row for each group and one for everybody, a column for the community, the "
            "committee, the staff and each candidate. One to three people are kept as a few; no "
            "group leaves."
        ),
        columns=("name", "community", "committee", "staff"),
        telling=heard("everybody", "people by group"),
        hints=heard("makeup", "make-up", "demograph", "by group"),
        needs_a_hint=True,
        read=makeup,
        now=templates.makeup,
    ),
    Kind(
        id="weights",
        label=mark("Members' weights"),
        fold=mark("Bring in a table of members' weights"),
        note=mark(
            "A column for each criterion, or a row for each member and criterion. It takes the "
            "place of what a member said before."
        ),
        columns=("member", "criterion", "weight"),
        telling=("weight", "weights", "weighting", "importance"),
        hints=("weight", "importan", "priorit"),
        needs_a_hint=True,
        read=weights,
        now=templates.weights,
    ),
    Kind(
        id="recusals",
        label=mark("Conflicts"),
        fold=mark("Bring in a table of conflicts"),
        note=mark(
            "One row for each member who steps aside for a candidate, or a table of both with a "
            "mark. Nobody comes back by it."
        ),
        columns=("rater", "candidate", "kind", "reason"),
        telling=heard(
            *("conflict", "conflict of interest", "recused", "recusal", "conflicts", "coi")
        ),
        hints=("conflict", "recus", "coi", "abstain", "aside"),
        needs_a_hint=True,
        shows_it=names_pairs,
        read=recusals,
        now=templates.recusals,
    ),
)


def kind_of(id: str) -> Kind | None:
    """The kind of this id; None where there is none."""
    return next((one for one in KINDS if one.id == id), None)
