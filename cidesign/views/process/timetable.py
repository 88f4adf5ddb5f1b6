"""The timetable of a selection: which step takes how many weeks, from when to when, and where dates
do not fit together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import ModeEntry, ModeStep
from cidesign.domain.dates import day, day_short
from cidesign.domain.fact import Fact
from cidesign.domain.figures import month, rounded
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count

DAYS = 7


@dataclass(frozen=True)
class TimetableRow:
    """One step.

    Args:
        weeks: how long it takes here.
        usual: what the catalog says.
        ours: whether the committee put its own weeks.
        begins: weeks from the start of the selection to its beginning.
        first: its first day; None without a start date.
        last: its last day, likewise.
        marks: seal, scoring or award; empty for the rest.
    """

    id: str
    label: str
    what: str
    weeks: Decimal
    usual: Fact
    ours: bool
    begins: Decimal
    first: date | None
    last: date | None
    marks: str

    @property
    def ends(self) -> Decimal:
        """Weeks from the start of the selection to its end."""
        return self.begins + self.weeks

    @property
    def assumed(self) -> bool:
        """Whether its weeks are our assumption."""
        return not self.ours and self.usual.assumed

    @property
    def length(self) -> str:
        """How long it takes, and that this is assumed where it is."""
        if self.assumed:
            return say("{weeks}, assumed", weeks=weeks_of(self.weeks))
        return weeks_of(self.weeks)

    @property
    def when(self) -> str:
        """From when to when, in days where a start is known, else in weeks."""
        if self.first and self.last:
            return say(
                "{first} to {last}",
                first=day_short(self.first.isoformat()),
                last=day_short(self.last.isoformat()),
            )
        from_week, to_week = int(self.begins) + 1, max(int(self.begins) + 1, -int(-self.ends // 1))
        if from_week == to_week:
            return say("week {number}", number=from_week)
        return say("weeks {first} to {last}", first=from_week, last=to_week)


@dataclass(frozen=True)
class Timetable:
    """All steps in order, the weeks in all, the days, and what does not fit."""

    rows: tuple[TimetableRow, ...]
    weeks: Decimal
    start: date | None
    end: date | None
    warnings: tuple[str, ...] = ()

    @property
    def assumed(self) -> bool:
        """Whether some of the weeks are our assumption."""
        return any(row.assumed for row in self.rows)

    def first_day(self, marks: str) -> date | None:
        """The first day of the first step with this mark."""
        return next((row.first for row in self.rows if row.marks == marks), None)

    def last_day(self, marks: str) -> date | None:
        """The last day of the last step with this mark."""
        return next((row.last for row in reversed(self.rows) if row.marks == marks), None)


def timetable(bundle: Bundle, mode: ModeEntry) -> Timetable:
    """The timetable of a way of choosing, with this workshop's own weeks and start; a start that is
    no date counts as none.
    """
    own, start = bundle.workshop.timetable.weeks, _date(bundle.workshop.timetable.start)
    rows = tuple(_rows(mode.steps, own, start))
    weeks = rows[-1].ends if rows else mode.weeks.value
    end = start + timedelta(days=_days(weeks)) - timedelta(days=1) if start else None
    table = Timetable(rows, weeks, start, end)
    return Timetable(rows, weeks, start, end, tuple(_warnings(table, bundle)))


def _rows(
    steps: tuple[ModeStep, ...], own: dict[str, Decimal], start: date | None
) -> Iterator[TimetableRow]:
    begins = Decimal(0)
    for step in steps:
        weeks = own.get(step.id, step.weeks.value)
        first = start + timedelta(days=_days(begins)) if start else None
        last = (
            start + timedelta(days=max(_days(begins + weeks) - 1, _days(begins))) if start else None
        )
        yield TimetableRow(
            step.id,
            step.label,
            step.what,
            weeks,
            step.weeks,
            step.id in own,
            begins,
            first,
            last,
            step.marks,
        )
        begins += weeks


def _days(weeks: Decimal) -> int:
    return int(weeks * DAYS)


def _warnings(table: Timetable, bundle: Bundle) -> Iterator[str]:
    scoring, award = table.first_day("scoring"), table.last_day("award")
    sealed_at = _date(bundle.rules.sealed_at[:10]) if bundle.rules else None
    if scoring and sealed_at and scoring < sealed_at:
        yield say(
            "Scoring begins on {scoring}, before the rules were sealed on {sealed}. Move the "
            "start.",
            scoring=day(scoring.isoformat()),
            sealed=day(sealed_at.isoformat()),
        )
    begins = bundle.outlook.start if bundle.outlook else ""
    if award and begins and begins < award.isoformat()[:7]:
        yield say(
            "The years ahead start in {start}, before the host is chosen on {award}. Move one of "
            "the two.",
            start=month(begins),
            award=day(award.isoformat()),
        )


def weeks_of(weeks: Decimal) -> str:
    """Weeks in words: 1 week, 2.5 weeks."""
    return say_count("{n} week", "{n} weeks", 1 if weeks == 1 else 2, n=plain(weeks))


def real_selections(catalog: Catalog) -> list[dict[str, str]]:
    """Real selections and the way each chose, with what happened in which week, as far as it is
    known.
    """
    return [
        {
            say("Selection"): say(
                "{selection}: {way}", selection=one.label, way=catalog.labels.modes[one.mode]
            ),
            say("What happened"): "; ".join(
                say("week {week}: {what}", week=plain(rounded(point.weeks.value)), what=point.label)
                for point in one.milestones
            ),
        }
        for one in catalog.timelines
    ]


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
