"""What one column holds, looked at alone: by its name, by what stands in it, as somebody said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cidesign.record.brought.cells import is_nothing
from cidesign.record.brought.column_cells import bare_numbers, long, numeric, talks
from cidesign.record.brought.dimensions import Dimension
from cidesign.record.brought.layout import REASON_OF, REASONS, Column, Layout
from cidesign.record.brought.spelling import Found, Known, bare, folded
from cidesign.record.brought.table_at_hand import TableAtHand
from cidesign.record.brought.totals import is_scale, is_sum, is_weighted
from cidesign.record.brought.understood import KEEP, LEAVE_OUT
from cidesign.text import say

LONGEST_NAME = 120
MOST_NAMES = 200


@dataclass(frozen=True)
class OneColumn:
    """Reads columns one by one; ``rows``: how many there are below the names."""

    table: TableAtHand
    layout: Layout
    known: Mapping[str, Known]
    rows: int

    def column(
        self, place: int, text: str, word: str, levels: tuple[str, ...], cells: Sequence[str]
    ) -> Column:
        """One column, looked at alone."""
        blank = Column(place, text, word)
        said = self.table.answer("column", word) or (
            self.table.answer("column", text) if word != text else ""
        )
        if said:
            return self.asked(blank, said)
        return (
            self._by_own_word(blank)
            or self._by_name(blank, levels, cells)
            or self._left_out(blank, cells)
            or self._by_cells(blank, cells)
            or self._by_words(blank, cells)
            or self._by_guess(blank, levels, cells)
            or self._by_score_word(blank, cells)
            or blank
        )

    def asked(self, column: Column, said: str) -> Column:
        """As somebody said; a word that says nothing stays as the answer, to be told."""
        told = folded(said)
        if told in (KEEP, LEAVE_OUT):
            return replace(column, role=told, how=Found.ASKED)
        if told == self.layout.value.id:
            return replace(column, role="value", of=told, how=Found.ASKED)
        for one in self.layout.dimensions:
            if told in (one.id, one.topic):
                return replace(column, role="dimension", of=one.id, how=Found.ASKED)
        if told in {one.id for one in self.layout.fields}:
            role = "reason" if told == "reason" else "field"
            return replace(column, role=role, of=told, how=Found.ASKED)
        is_reason = told.startswith(REASON_OF)
        ids: dict[str, str] = {}
        rest = said[len(REASON_OF) :] if is_reason else said
        for part in rest.split("+"):
            for dimension in self.layout.dimensions:
                if dimension.id not in ids and (hit := self.known[dimension.id].find(part.strip())):
                    ids[dimension.id] = hit.id
                    break
            else:
                return replace(column, role=said, how=Found.ASKED)
        role = "reason" if is_reason else "value"
        of = "reason" if is_reason else self.layout.value.id
        return replace(column, role=role, of=of, ids=ids, how=Found.ASKED)

    def _by_own_word(self, column: Column) -> Column | None:
        """The record's own column."""
        told = folded(column.header)
        for dimension in self.layout.dimensions:
            if told == dimension.id:
                return replace(column, role="dimension", of=told, how=Found.ID)
        if told == self.layout.value.id:
            return replace(column, role="value", of=told, how=Found.ID)
        for one in self.layout.fields:
            if told == one.id:
                role = "reason" if told == "reason" else "field"
                return replace(column, role=role, of=told, how=Found.ID)
        return None

    def _by_name(
        self, column: Column, levels: tuple[str, ...], cells: Sequence[str]
    ) -> Column | None:
        """Its name is that of a criterion, a candidate or a member of ours."""
        ids, how = {}, Found.ID
        for dimension in self.layout.dimensions:
            known = self.known[dimension.id]
            for text in dict.fromkeys((column.header, *levels)):
                if dimension.id not in ids and (hit := known.find(text)):
                    ids[dimension.id] = hit.id
                    how = hit.how
        return self._value(column, ids, how, cells) if ids else None

    def _by_guess(
        self, column: Column, levels: tuple[str, ...], cells: Sequence[str]
    ) -> Column | None:
        """Its name holds that of a criterion, a candidate or a member of ours."""
        ids: dict[str, str] = {}
        for dimension in self.layout.dimensions:
            known = self.known[dimension.id]
            for text in dict.fromkeys((*levels, column.header)):
                if dimension.id not in ids and (hit := known.guess(text)):
                    ids[dimension.id] = hit.id
        return self._value(column, ids, Found.WORDS, cells) if ids else None

    def _value(
        self, column: Column, ids: Mapping[str, str], how: Found, cells: Sequence[str]
    ) -> Column | None:
        if is_weighted(column.header):
            said = say("weighted once more")
            return replace(column, role=LEAVE_OUT, how=Found.WORDS, because=said)
        spoken = talks(cells) or bool(REASONS.search(bare(column.header)))
        if self.layout.reasons and spoken and numeric(cells) < 0.5:
            return replace(column, role="reason", of="reason", ids=ids, how=Found.WORDS)
        words = how is Found.WORDS and numeric(cells) < 0.5
        if self.layout.numbers and cells and (words or (numeric(cells) < 0.3 and long(cells))):
            return None
        return replace(column, role="value", of=self.layout.value.id, ids=ids, how=how)

    def _left_out(self, column: Column, cells: Sequence[str]) -> Column | None:
        if not self.layout.numbers:
            return None
        if (is_sum(column.header) or is_weighted(column.header)) and numeric(cells) >= 0.5:
            said = say("a sum or an average")
            return replace(column, role=LEAVE_OUT, how=Found.WORDS, because=said)
        own = is_scale(column.header) and not self.layout.value.id.startswith("weight")
        if own and numeric(cells) >= 0.5:
            said = say("weights or the most points there are")
            return replace(column, role=LEAVE_OUT, how=Found.WORDS, because=said)
        return None

    def _by_cells(self, column: Column, cells: Sequence[str]) -> Column | None:
        """What stands in it are names of ours."""
        full = dict.fromkeys(one for one in cells if len(one) <= LONGEST_NAME)
        texts = [one for one in full if not is_nothing(one) and not is_sum(one)][:MOST_NAMES]
        if not texts or 2 * len(texts) < len(dict.fromkeys(cells[:MOST_NAMES])):
            return None
        if bare_numbers(texts) > 0.5:
            return None
        best: tuple[float, Dimension] | None = None
        for dimension in self.layout.dimensions:
            known = self.known[dimension.id]
            names = known.guess if known.loose and not talks(cells) else known.find
            hits = sum(names(text) is not None for text in texts)
            share = hits / len(texts)
            if share >= 0.5 and (best is None or share > best[0]):
                best = (share, dimension)
        if best is None:
            return None
        return replace(column, role="dimension", of=best[1].id, how=Found.CELLS)

    def _by_words(self, column: Column, cells: Sequence[str]) -> Column | None:
        """Its name is a word for a member, a candidate, a criterion, a score, a reason."""
        told = bare(column.header)
        number = numeric(cells) >= 0.5 if cells else False
        if told in self.layout.value.words and (number or not self.layout.numbers):
            return replace(column, role="value", of=self.layout.value.id, how=Found.WORDS)
        for one in self.layout.fields:
            if told in one.words:
                role = "reason" if one.id == "reason" else "field"
                return replace(column, role=role, of=one.id, how=Found.WORDS)
        if REASONS.search(told) or talks(cells):
            return None
        sure = {one.id: one.named_by(column.header) for one in self.layout.dimensions}
        best = max(self.layout.dimensions, key=lambda one: sure[one.id])
        if sure[best.id] == 3 or (sure[best.id] and not number):
            return replace(column, role="dimension", of=best.id, how=Found.WORDS)
        return None

    def _by_score_word(self, column: Column, cells: Sequence[str]) -> Column | None:
        """A column of numbers whose longer name holds the word for the value, such as
        ``raw_score``.
        """
        value = self.layout.value
        holds = {value.id, f"{value.id}s"} & set(bare(column.header).split())
        if not holds or not cells or numeric(cells) < 0.5:
            return None
        return replace(column, role="value", of=value.id, how=Found.WORDS)
