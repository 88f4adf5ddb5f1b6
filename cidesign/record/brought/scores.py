"""Scores as people have them: forms, score sheets, spreadsheets of a panel."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from cidesign.domain.panel import Score
from cidesign.domain.problem import Problem
from cidesign.domain.rules import Aggregation, Criterion
from cidesign.domain.value import plain, shown
from cidesign.domain.workshop import Bundle
from cidesign.record.brought.cells import Decimals, is_nothing, number_in
from cidesign.record.brought.crossed import MOST_QUESTIONS, Entry, crossed
from cidesign.record.brought.dimensions import CANDIDATE, CRITERION, PANEL, RATER
from cidesign.record.brought.drafts import Draft
from cidesign.record.brought.layout import Layout, Named
from cidesign.record.brought.spelling import Found, bare, folded, heard
from cidesign.record.brought.table_at_hand import Findings, TableAtHand
from cidesign.record.brought.understood import BLANK, LEAVE_OUT, Choice, Counts, Topic
from cidesign.record.written_rows import written_table
from cidesign.text import mark, say, say_count

FILE = "scores.csv"
_MANY_ZEROS = 5
LAYOUT = Layout(
    (CRITERION, CANDIDATE, RATER),
    Named(
        "score",
        mark("Score"),
        heard(
            "scores",
            "points",
            "rating",
            "ratings",
            "mark",
            "marks",
            "grade",
            "value",
            "points awarded",
        ),
    ),
    (
        Named("round", mark("Round"), ("round", "phase")),
        Named("reason", mark("Reason"), ("reasons", "justification", "rationale", "explanation")),
        Named("via", mark("Way it came"), ("via",)),
        Named(
            "entered_by",
            mark("Entered by"),
            heard(
                "entered by",
            ),
        ),
        Named("seq", mark("Order of edits"), ("seq", "sequence")),
    ),
    reasons=True,
)
COLUMNS = ("rater", "candidate", "criterion", "score", "round", "reason", "via", "entered_by")


def scores(table: TableAtHand, findings: Findings) -> Draft:
    """The scores of a table, compared with those that count here."""
    rules = table.bundle.rules
    if rules is None:
        findings.problems.append(
            Problem(
                table.name,
                say("there are no criteria yet that scores could be on"),
                say("write the rule sheet on the page Process first"),
            )
        )
        return Draft()
    consensus = rules.aggregation is Aggregation.CONSENSUS
    whole = {"rater": PANEL} if consensus else {}
    if len(rules.rated) == 1:
        whole["criterion"] = rules.rated[0].id
    found = crossed(table, LAYOUT, findings, whole=whole)
    reading = _Cells(table, findings, {one.id: one for one in rules.criteria})
    read = [
        (entry, reading.score(entry, found.decimals.get(entry.column))) for entry in found.entries
    ]
    reading.tell()
    opened = any(one.is_open for one in findings.choices)
    last = _latest(read, table, findings)
    given = any(score is not None for _, score in read)
    if not given and not findings.problems and not opened:
        findings.problems.append(_no_scores(table))
    held = {
        (one.rater, one.candidate, one.criterion): one for one in latest_of(table.bundle.scores)
    }
    numbered = bool(read) and all(entry.fields.get("seq") for entry, _ in read)
    if numbered and not table.bundle.scores:
        rows = [_row(entry, score, table.bundle, seq=True) for entry, score in read]
    else:
        rows = [_row(entry, score, table.bundle) for entry, score in last]
    compared = [_row(entry, score, table.bundle) for entry, score in last]
    return Draft(tuple(rows), _counts(compared, held, table.bundle), found.shape)


def _no_scores(table: TableAtHand) -> Problem:
    return Problem(
        table.name,
        say("no score was found in it"),
        say(
            "name the columns in its first row: member, candidate and criterion with score, or one "
            "column for each criterion"
        ),
    )


def latest_of(scores: Sequence[Score]) -> tuple[Score, ...]:
    """The row of each cell that counts: of its latest round the one with the largest number."""
    last: dict[tuple[str, str, str], Score] = {}
    for one in sorted(scores, key=lambda one: (one.round, one.seq or 0, one.row)):
        last[one.rater, one.candidate, one.criterion] = one
    return tuple(last.values())


def kept_cells(bundle: Bundle) -> dict[int, dict[str, str]]:
    """By row of the score file, the cells of columns that the record does not know, such as a
    comment; blank ones left out.
    """
    if FILE not in bundle.files:
        return {}
    rows = written_table(bundle.files[FILE], FILE).full
    return {
        score.row: {
            column: cell for column, cell in row.cells.items() if cell and column not in _KNOWN
        }
        for score, row in zip(bundle.scores, rows)
    }


_KNOWN = frozenset({"", *Score.model_fields})


def _counts(
    rows: Sequence[Mapping[str, str]],
    held: Mapping[tuple[str, str, str], Score],
    bundle: Bundle,
) -> Counts:
    new = changed = same = 0
    here = kept_cells(bundle)
    for row in rows:
        before = held.get((row["rater"], row["candidate"], row["criterion"]))
        if before is None or before.score is None:
            new += 1
        elif (
            before.score == Decimal(row["score"])
            and row.get("reason", "")
            in (
                "",
                before.reason,
            )
            and all(
                here.get(before.row, {}).get(column, "") == " ".join(cell.split())
                for column, cell in row.items()
                if column not in _KNOWN
            )
        ):
            same += 1
        else:
            changed += 1
    return Counts(new, changed, same)


def _row(
    entry: Entry, score: Decimal | None, bundle: Bundle, *, seq: bool = False
) -> dict[str, str]:
    row = {
        "rater": entry.ids["rater"],
        "candidate": entry.ids["candidate"],
        "criterion": entry.ids["criterion"],
        "score": "" if score is None else plain(score),
        "round": _round(entry.fields.get("round", "")) or str(bundle.workshop.round),
    }
    told = {**entry.fields, **({"reason": entry.reason} if entry.reason else {})}
    row |= {id: told[id] for id in ("reason", "via", "entered_by") if told.get(id)}
    if seq:
        row["seq"] = entry.fields["seq"]
    row |= {name: cell for name, cell in entry.extra.items() if name not in row and name != "seq"}
    return row


def _round(text: str) -> str:
    """The number of a round, as in ``Round 2``; the text itself where it holds none or several."""
    found = re.findall(r"\d+", text)
    return str(int(found[0])) if len(found) == 1 and len(found[0]) < 6 else text


Read = tuple[Entry, Decimal | None]


def _latest(
    read: Sequence[Read], table: TableAtHand, findings: Findings
) -> list[tuple[Entry, Decimal]]:
    """One value for each cell: that of the latest round and of the largest number; where the table
    holds two and nothing says which is later, it is asked.
    """
    by_cell: dict[tuple[str, ...], list[Read]] = {}
    for entry, score in read:
        if score is not None or entry.fields.get("seq"):
            key = (entry.ids["rater"], entry.ids["candidate"], entry.ids["criterion"])
            by_cell.setdefault(key, []).append((entry, score))
    several = [one for one in by_cell.values() if len(one) > 1]
    doubtful = [one for one in several if _doubtful(one)]
    said = table.answer("twice")
    if doubtful:
        findings.choices.append(_which_counts(doubtful, said))
    repeated = sum(len({_order(read)[:2] for read in one}) < len(one) for one in several)
    if repeated and not doubtful:
        findings.odd.append(
            say_count(
                "{count} score stands there more than once; it was read once.",
                "{count} scores stand there more than once; each was read once.",
                repeated,
                count=repeated,
            )
        )
    place = 0 if said == "first" else -1
    chosen = []
    for several_reads in by_cell.values():
        ordered = sorted(several_reads, key=_order)
        latest = [one for one in ordered if _order(one)[:2] == _order(ordered[-1])[:2]]
        entry, score = latest[place]
        if score is not None:
            chosen.append((entry, score))
    return chosen


def _order(one: Read) -> tuple[int, int, int]:
    return (
        _whole(_round(one[0].fields.get("round", ""))),
        _whole(one[0].fields.get("seq", "")),
        one[0].row,
    )


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


def _doubtful(several: Sequence[Read]) -> bool:
    last = max(_order(one)[:2] for one in several)
    return len({score for entry, score in several if _order((entry, score))[:2] == last}) > 1


def _which_counts(doubtful: Sequence[Sequence[Read]], said: str) -> Choice:
    places = ", ".join(str(entry.row + 1) for entry, _ in doubtful[0])
    return Choice(
        Topic("twice"),
        say_count(
            "{count} score stands twice with different values, in rows {rows}. Which of them "
            "counts?",
            "{count} scores stand twice with different values, such as rows {rows}. Which of them "
            "counts?",
            len(doubtful),
            count=len(doubtful),
            rows=places,
        ),
        (("last", say("The later row")), ("first", say("The earlier row"))),
        said if said in ("last", "first") else "",
        Found.ASKED if said else Found.NOTHING,
    )


class _Cells:
    """Reads cells as scores; what cannot be read becomes a question, one for each text."""

    def __init__(
        self, table: TableAtHand, findings: Findings, criteria: Mapping[str, Criterion]
    ) -> None:
        self.table, self.findings, self.criteria = table, findings, criteria
        self.open: dict[str, list[Entry]] = {}
        self.off: dict[str, list[tuple[Entry, Decimal]]] = {}
        self.read = 0
        self.by_rater: dict[str, int] = {}
        self.zeros: list[Entry] = []

    def score(self, entry: Entry, decimals: Decimals | None) -> Decimal | None:
        """The score of a cell; None where there is none, or where that is open."""
        text, criterion = entry.text, self.criteria[entry.ids["criterion"]]
        said = self.table.answer("cell", text)
        if said:
            return self._asked(entry, said)
        if is_nothing(text) and not self._level(text, criterion):
            if text:
                self.findings.note(mark("Read as no score: {listed}."), self._at(entry))
            return None
        if (level := self._level(text, criterion)) is not None:
            self.findings.note(
                mark("Words were read as the level they stand for: {listed}."),
                say("{cell} is {level}", cell=self._at(entry), level=plain(level)),
            )
            return level
        return self._number(entry, criterion, decimals)

    def _number(
        self, entry: Entry, criterion: Criterion, decimals: Decimals | None
    ) -> Decimal | None:
        number = number_in(entry.text, decimals)
        scale = criterion.scale
        if number is None:
            self.open.setdefault(entry.text, []).append(entry)
            return None
        value = number.value
        if number.other is not None:
            fit = [one for one in (value, number.other) if scale.holds(one)]
            if len(fit) == 2:
                self.findings.either.append(self._at(entry))
                return None
            value = fit[0] if fit else value
        if (number.percent and scale.high != 100) or (number.of not in (None, scale.high)):
            self.open.setdefault(entry.text, []).append(entry)
            return None
        if not scale.holds(value):
            self.off.setdefault(criterion.id, []).append((entry, value))
            return None
        self.read += 1
        self.by_rater[entry.ids["rater"]] = self.by_rater.get(entry.ids["rater"], 0) + 1
        if not value:
            self.zeros.append(entry)
        if not number.tidy:
            self.findings.note(
                mark("Read as a number: {listed}."),
                say("{cell} is {number}", cell=self._at(entry), number=plain(value)),
            )
        return value

    def _asked(self, entry: Entry, said: str) -> Decimal | None:
        if folded(said) in (BLANK, LEAVE_OUT):
            value = None
        else:
            number = number_in(said)
            value = number.value if number else None
            if value is None or not self.criteria[entry.ids["criterion"]].scale.holds(value):
                self.open.setdefault(entry.text, []).append(entry)
                return None
        topic = Topic("cell", entry.text)
        if all(one.topic != topic for one in self.findings.choices):
            self.findings.choices.append(
                self._question(entry.text, [entry], plain(value) if value is not None else BLANK)
            )
        return value

    def _level(self, text: str, criterion: Criterion) -> Decimal | None:
        told = folded(text)
        hits = {
            level
            for level, words in criterion.scale.levels.items()
            if words and told in (folded(words), folded(_head(words)))
        }
        return hits.pop() if len(hits) == 1 else None

    @staticmethod
    def _at(entry: Entry) -> str:
        return say("{cell} in row {row}", cell=shown(entry.text), row=entry.row + 1)

    def tell(self) -> None:
        """Put the open cells among the questions, and scores off the scale among the problems."""
        self._tell_raters_of_zeros()
        if len(self.zeros) >= _MANY_ZEROS and 4 * len(self.zeros) >= self.read:
            self._tell_zeros()
        texts = dict(self.open)
        for id, several in self.off.items():
            criterion = self.criteria[id]
            words = {plain(value) for _, value in several}
            if len(words) <= 3:
                for entry, _ in several:
                    texts.setdefault(entry.text, []).append(entry)
            else:
                self.findings.problems.append(_other_scale(criterion, several))
        if len(texts) > MOST_QUESTIONS:
            listed = ", ".join(shown(text) for text in list(texts)[:4])
            self.findings.problems.append(
                Problem(
                    self.table.name,
                    say(
                        "{count} different cells are no scores, such as {listed}",
                        count=len(texts),
                        listed=listed,
                    ),
                    say("write numbers of the scale, or leave a cell blank where there is none"),
                )
            )
            return
        for text, entries in texts.items():
            self.findings.choices.append(self._question(text, entries, ""))

    def _tell_raters_of_zeros(self) -> None:
        """Somebody who gave nothing but 0 was perhaps not there."""
        zeros = Counter(one.ids["rater"] for one in self.zeros)
        for rater, count in zeros.items():
            if count == self.by_rater[rater] >= _MANY_ZEROS:
                self.findings.odd.append(
                    say(
                        "All {count} scores of {rater} are 0. If none was given, leave these rows "
                        "out.",
                        count=count,
                        rater=shown(rater),
                    )
                )

    def _tell_zeros(self) -> None:
        """Many zeros are often scores nobody gave."""
        self.findings.odd.append(
            say(
                "{zeros} of {count} scores are 0. If 0 stands for no score there, say so.",
                zeros=len(self.zeros),
                count=self.read,
            )
        )
        for text in dict.fromkeys(one.text for one in self.zeros):
            alike = [one for one in self.zeros if one.text == text]
            question = self._question(text, alike, "0")
            self.findings.choices.append(replace(question, how=Found.WRITTEN))

    def _question(self, text: str, entries: Sequence[Entry], chosen: str) -> Choice:
        scale = self.criteria[entries[0].ids["criterion"]].scale
        levels = list(_levels(scale.low, scale.high, scale.step))
        options = [(BLANK, say("No score")), *((plain(one), plain(one)) for one in levels)]
        if chosen and chosen not in dict(options):
            options.append((chosen, chosen))
        rows = ", ".join(dict.fromkeys(str(one.row + 1) for one in entries[:5]))
        return Choice(
            Topic("cell", text),
            say(
                "Which score does {cell} stand for? The scale goes from {low} to {high}.",
                cell=shown(text),
                low=plain(scale.low),
                high=plain(scale.high),
            ),
            tuple(options),
            chosen,
            Found.ASKED if chosen else Found.NOTHING,
            say("rows {rows}", rows=rows),
        )


def _levels(low: Decimal, high: Decimal, step: Decimal | None) -> Iterator[Decimal]:
    by = step or Decimal(1)
    if (high - low) / by > 20:
        return
    value = low
    while value <= high:
        yield value
        value += by


def _head(words: str) -> str:
    """The first words of a level, before its description."""
    for sign in (":", ";", ".", " - ", " – ", ","):
        words = words.partition(sign)[0]
    return words if len(bare(words)) > 1 else ""


def _other_scale(criterion: Criterion, several: Sequence[tuple[Entry, Decimal]]) -> Problem:
    values = [value for _, value in several]
    return Problem(
        criterion.name,
        say(
            "{count} scores from {least} to {most} are off its scale of {low} to {high}",
            count=len(values),
            least=plain(min(values)),
            most=plain(max(values)),
            low=plain(criterion.scale.low),
            high=plain(criterion.scale.high),
        ),
        say("give the criterion this scale on the page Process, or write scores of its scale"),
    )
