"""What one member sees on her sheet, and nothing of anybody else's: what she must still declare,
how she weighs, which candidates are hers to score.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import Lock
from typing import Any, TypeVar

from cidesign.acts.sheets import Cell, Sheet, undeclared
from cidesign.acts.step_aside import SET_ASIDE, TIES
from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.catalog import Catalog
from cidesign.domain.labels import as_read
from cidesign.domain.panel import Candidate, Declaration, Recusal, Remark, Score
from cidesign.domain.rules import Aggregation, Criterion, Reasons
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.process.view import Weighed, own_rows
from cidesign.views.score.words import shown_sheets

T = TypeVar("T")


@dataclass(frozen=True)
class Aside:
    """A candidate she steps aside for, and why, in the words people read."""

    candidate: Candidate
    kind: str


@dataclass(frozen=True)
class MySheet:
    """Everything her sheet shows.

    Args:
        rater: her id in the record; name: as people read it.
        workshop: what the workshop is called; example: its watermark, empty for real work.
        silent: candidates she has said nothing about yet, so that none of theirs is shown.
        asides: whom she steps aside for.
        may_return: whether that may still be taken back.
        sheets: those she may read and fill.
        criteria: of the rule sheet, to be weighed; empty where nothing is weighed now.
        given: her own weights, heaviest first.
        reasons: which the rules ask for.
        is_open: whether a round is open; round: which.
        is_member: whether she is on the committee at all.
        one_score: whether the panel gives one agreed score, so that nobody has a sheet of her own.
        has_result: whether the last round is over, so that all see its result.
    """

    rater: str
    name: str
    workshop: str
    example: str
    silent: tuple[Candidate, ...]
    asides: tuple[Aside, ...]
    may_return: bool
    sheets: tuple[Sheet, ...]
    criteria: tuple[Criterion, ...]
    given: tuple[Weighed, ...]
    reasons: Reasons
    is_open: bool
    round: int
    is_member: bool = True
    one_score: bool = False
    has_result: bool = False

    def of(self, candidate: str) -> Sheet | None:
        """Her sheet on a candidate; None where she has none, or may not see it yet."""
        return next((one for one in self.sheets if one.candidate.id == candidate), None)

    def after(self, candidate: str) -> Sheet | None:
        """The next of her sheets that is not complete; None where all others are."""
        places = [one.candidate.id for one in self.sheets]
        here = places.index(candidate) if candidate in places else -1
        others = [*self.sheets[here + 1 :], *self.sheets[: max(here, 0)]]
        return next((one for one in others if not one.complete), None)


class Rows:
    """The rows of a record by whose they are. Its next state mostly holds a row more, and then that
    one alone is looked at.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: dict[str, tuple[tuple[Any, ...], dict[str, list[Any]]]] = {}

    def of(self, rater: str, kind: str, rows: tuple[T, ...], whose: Callable[[T], str]) -> list[T]:
        """Hers among the rows of a kind, in their order."""
        with self._lock:
            known, by_rater = self._held.get(kind, ((), {}))
            if rows is not known:
                if rows[: len(known)] != known:
                    known, by_rater = (), {}
                for one in rows[len(known) :]:
                    by_rater.setdefault(whose(one), []).append(one)
                self._held[kind] = rows, by_rater
            return list(by_rater.get(rater, ()))


def only_hers(bundle: Bundle, rater: str, rows: Rows, *, of: str = "") -> Bundle:
    """The record without any row of another's, in a moment: a sheet is read at every tap.

    Args:
        bundle: the whole record.
        rater: whose sheet it is.
        rows: of this workshop; remembers them from tap to tap.
        of: where it is about this candidate alone, as a tap is.
    """
    scores = rows.of(rater, "scores", bundle.scores, _rater)
    return replace(
        bundle,
        candidates=tuple(one for one in bundle.candidates if of in ("", one.id)),
        scores=tuple(one for one in scores if of in ("", one.candidate)),
        remarks=tuple(rows.of(rater, "remarks", bundle.remarks, _rater)),
        recusals=tuple(rows.of(rater, "recusals", bundle.recusals, _rater)),
        declarations=tuple(rows.of(rater, "declarations", bundle.declarations, _rater)),
        weights=tuple(rows.of(rater, "weights", bundle.weights, lambda one: one.member)),
        notes=(),
    )


def _rater(row: Score | Remark | Recusal | Declaration) -> str:
    return row.rater


def my_sheet(bundle: Bundle, rater: str, catalog: Catalog) -> MySheet:
    """The sheet of one member, from the record as she may see it."""
    shop, rules = bundle.workshop, bundle.rules
    me = next((one for one in shop.members if one.id == rater), None)
    one_score = rules is not None and rules.aggregation is Aggregation.CONSENSUS
    said_nothing = undeclared(bundle, rater)
    silent = tuple(one for one in bundle.candidates if one.id in said_nothing)
    sealed = rules is not None and bool(rules.seal)
    weighs = me is not None and not sealed and len(shop.members) >= FEWEST_IN_A_GROUP
    sheets = () if one_score or me is None else shown_sheets(bundle, rater, catalog)
    return MySheet(
        rater=rater,
        name=me.label if me else "",
        workshop=shop.name,
        example=shop.example,
        silent=silent,
        asides=_asides(bundle, rater),
        may_return=not (shop.round_is_open or shop.stage.round_was_closed),
        sheets=tuple(one for one in sheets if one.candidate not in silent),
        criteria=as_read(rules, catalog.labels).criteria if rules and weighs else (),
        given=own_rows(bundle, rater, catalog) if weighs else (),
        reasons=rules.reasons if rules else Reasons.NONE,
        is_open=shop.round_is_open,
        round=shop.round,
        is_member=me is not None,
        one_score=one_score,
        has_result=shop.stage.round_was_closed and not shop.has_a_backbone,
    )


def _asides(bundle: Bundle, rater: str) -> tuple[Aside, ...]:
    kinds = {
        one.candidate: say("your unfinished sheet was set aside")
        if one.kind == SET_ASIDE
        else say(TIES.get(one.kind, TIES["other"]))
        for one in bundle.recusals
        if one.rater == rater
    }
    return tuple(Aside(one, kinds[one.id]) for one in bundle.candidates if one.id in kinds)


def stamp_of_cell(cell: Cell) -> str:
    """A stamp of what is kept of a criterion, so that a window can tell whether it still is."""
    return stamp("" if cell.score is None else plain(cell.score), cell.reason)


def stamp_of_words(sheet: Sheet) -> str:
    """Likewise of the strength and the concern."""
    return stamp(sheet.strength, sheet.concern)


def stamp_of_weights(sheet: MySheet) -> str:
    """Likewise of her weights."""
    return stamp(*(f"{one.label}={one.share}" for one in sheet.given))


def stamp(*kept: str) -> str:
    """A stamp of texts, as the others are made."""
    return sha256("\0".join(kept).encode("utf-8", "surrogatepass")).hexdigest()[:12]
