"""What was done lately, in words: who changed what and when, and what of it can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cidesign.acts import Personal, Shared
from cidesign.acts.bring_back import BringBack
from cidesign.acts.past import Past
from cidesign.domain.dates import day_short
from cidesign.domain.walk import WALK
from cidesign.domain.workshop import Bundle
from cidesign.text import say

MOST = 30
STAGED = frozenset({"workshop.yaml", "rules.yaml"})
"""The documents that say where a selection stands: no undo goes back beyond a round or a seal."""


@dataclass(frozen=True)
class HistoryRow:
    """One line: an act, or several of one kind in a row by one person.

    Args:
        seq: of the act, the latest of several.
        page: the step of the walk it belongs to.
        sentence: who did what, without a full stop.
        when: 3 min ago; after a day its date.
        undoable: whether it can be undone now.
        undone: whether it was undone since.
        times: how many acts it stands for.
    """

    seq: int
    page: str
    sentence: str
    when: str
    undoable: bool
    undone: bool = False
    times: int = 1

    @property
    def told(self) -> str:
        """The whole line."""
        if self.times > 1:
            return say(
                "{sentence} ({times} times), {when}",
                sentence=self.sentence,
                times=self.times,
                when=self.when,
            )
        return say("{sentence}, {when}", sentence=self.sentence, when=self.when)


def history(
    past: Sequence[Past], record: Bundle, now: datetime, *, page: str = ""
) -> tuple[HistoryRow, ...]:
    """The last changes, the latest first; while a round is open, that a sheet was saved and never
    what.

    Args:
        past: acts, the latest first.
        record: the workshop now.
        now: this moment, with its zone.
        page: only those of this step; all without.
    """
    rows: list[HistoryRow] = []
    fixed: set[str] = set()
    gone = _undone(past)
    for one in past:
        row = HistoryRow(
            one.seq,
            one.act.page if one.act else WALK[0].id,
            _told(one, past, record),
            ago(one.at, now),
            one.seq not in gone and _undoable(one, fixed, record),
            one.seq in gone,
        )
        if isinstance(one.act, Shared) and not one.act.undoable:
            fixed |= {one.act.document, *STAGED}
        if page and row.page != page:
            continue
        before = rows[-1] if rows else None
        if before and isinstance(one.act, Personal) and before.sentence == row.sentence:
            rows[-1] = replace(before, times=before.times + 1)
        else:
            rows.append(row)
    return tuple(rows[:MOST])


def _undone(past: Sequence[Past]) -> frozenset[int]:
    """Which acts were undone since: a way back leads to before an act, so whatever was done to that
    document from there on is undone with it. A way back that was undone itself leads nowhere.
    """
    gone: set[int] = set()
    for back in past:
        if isinstance(back.act, BringBack) and back.seq not in gone:
            of, begin = back.act.document, back.act.undone
            gone |= {
                one.seq
                for one in past
                if begin <= one.seq < back.seq
                and isinstance(one.act, Shared)
                and one.act.document == of
            }
    return frozenset(gone)


def _told(one: Past, past: Sequence[Past], record: Bundle) -> str:
    """Who did what; what was undone by the words it was told with, where we still have them."""
    if isinstance(one.act, BringBack):
        seq = one.act.undone
        before = next((other for other in past if other.seq == seq), None)
        if before is not None:
            return say("{who} undid “{what}”", who=one.who, what=_told(before, past, record))
    return one.told(record)


def ago(at: datetime, now: datetime) -> str:
    """How long ago a moment was, in words."""
    minutes = int((now - at).total_seconds() // 60)
    if minutes < 1:
        return say("just now")
    if minutes < 60:
        return say("{n} min ago", n=minutes)
    if minutes < 24 * 60:
        return say("{n} h ago", n=minutes // 60)
    return day_short(at.isoformat())


def _undoable(one: Past, fixed: set[str], record: Bundle) -> bool:
    if not one.undoable or one.act is None or record.workshop.round_is_open:
        return False
    return one.act.document not in fixed
