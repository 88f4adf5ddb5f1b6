"""The timetable: steps follow each other, days come out as on a calendar, and dates that do not fit
are told.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cidesign.acts.plan_weeks import PlanWeeks
from cidesign.acts.set_first_day import SetFirstDay
from cidesign.catalog import load
from cidesign.domain.choices import ModeEntry
from cidesign.domain.guidance import TimelineEntry
from cidesign.domain.problem import BadInput
from cidesign.record import changed, read_files
from cidesign.views.process import timetable

WEEKS = {
    "range": [0, 20],
    "unit": "weeks",
    "as_of": "2026-11-01",
    "basis": "assumed",
    "source": "own",
}


def step(id: str, weeks: str, marks: str = "") -> dict[str, object]:
    return {
        "id": id,
        "label": id.title(),
        "what": "Done.",
        "weeks": {"value": weeks, **WEEKS},
        "source": "own",
        "marks": marks,
    }


MODE = ModeEntry.model_validate(
    {
        "id": "open",
        "label": "Open selection",
        "what": "A call.",
        "what_of_a_person": "A call.",
        "pros": [],
        "cons": [],
        "weeks": {"value": 4, **WEEKS},
        "steps": [
            step("rules", "2", "seal"),
            step("read", "0.5", "scoring"),
            step("decide", "1.5", "award"),
        ],
        "rules": [],
    }
)
BARE = read_files({"workshop.yaml": b"name: Ours\n"})
DATED = SetFirstDay(first="2027-02-01").on(BARE)


def test_steps_follow_each_other():
    table = timetable.timetable(BARE, MODE)

    assert [(row.begins, row.ends) for row in table.rows] == [
        (0, 2),
        (2, Decimal("2.5")),
        (Decimal("2.5"), 4),
    ]
    assert (table.weeks, table.start, table.end) == (4, None, None)


def test_without_a_start_the_weeks_are_counted():
    assert [row.when for row in timetable.timetable(BARE, MODE).rows] == [
        "weeks 1 to 2",
        "week 3",
        "weeks 3 to 4",
    ]


def test_with_a_start_the_days_come_out_as_on_a_calendar():
    table = timetable.timetable(DATED, MODE)

    # 1 February 2027 is a Monday; half a week is 3 days, so the last step begins on the 18th and
    # ends on the 28th.
    assert [row.when for row in table.rows] == [
        "1 Feb to 14 Feb",
        "15 Feb to 17 Feb",
        "18 Feb to 28 Feb",
    ]
    assert (table.start, table.end) == (date(2027, 2, 1), date(2027, 2, 28))


def test_own_weeks_take_the_place_of_usual_ones_and_are_no_longer_assumed():
    bundle = PlanWeeks(part="rules", weeks=5, usual=2).on(BARE)

    table = timetable.timetable(bundle, MODE)

    assert table.weeks == 7
    assert [row.length for row in table.rows] == [
        "5 weeks",
        "0.5 weeks, assumed",
        "1.5 weeks, assumed",
    ]


def test_the_usual_number_leaves_nothing_in_the_file():
    bundle = PlanWeeks(part="rules", weeks=2, usual=2).on(
        PlanWeeks(part="rules", weeks=5, usual=2).on(BARE)
    )

    assert bundle.workshop.timetable.weeks == {}


@pytest.mark.parametrize("weeks", ["-1", "105", "NaN", "sNaN", "Infinity"])
def test_weeks_nobody_can_plan_are_refused(weeks):
    with pytest.raises(BadInput, match="write a number from 0 to 104"):
        PlanWeeks(part="rules", weeks=Decimal(weeks), usual=2).on(BARE)


def test_a_start_that_is_no_date_counts_as_none():
    odd = changed(BARE, "workshop.yaml", {("timetable", "start"): "next spring"})

    assert timetable.timetable(odd, MODE).start is None


def test_scoring_before_the_seal_is_told():
    rules = b"criteria:\n- {id: a, weight: 1, scale: {worst: 1, best: 5}}\nseal: {version: 1, at: '2027-02-20T10:00:00', by: A, sha256: x}\n"
    sealed = read_files({**DATED.files, "rules.yaml": rules})

    told = timetable.timetable(sealed, MODE).warnings

    assert told == (
        (
            "Scoring begins on 15 February 2027, before the rules were sealed on 20 February 2027. "
            "Move the start."
        ),
    )


@pytest.mark.parametrize(
    ("start", "warned"), [("2027-01", True), ("2027-02", False), ("2027-03", False)]
)
def test_years_ahead_that_start_before_the_award_are_told(start, warned):
    begun = read_files({**DATED.files, "outlook.yaml": f"start: {start}\nyears: 1\n".encode()})

    assert bool(timetable.timetable(begun, MODE).warnings) is warned


@pytest.mark.parametrize("mode", load().modes, ids=[mode.id.value for mode in load().modes])
def test_every_way_of_ours_has_a_seal_before_the_scoring_before_the_award(mode):
    marks = [step.marks for step in mode.steps if step.marks]

    assert marks == ["seal", "scoring", "award"]


@pytest.mark.parametrize("mode", load().modes, ids=[mode.id.value for mode in load().modes])
def test_the_steps_of_every_way_add_to_its_weeks(mode):
    assert timetable.timetable(BARE, mode).weeks == mode.weeks.value


def test_real_selections_stand_in_rows_with_their_weeks():
    points = [
        {"label": "Call", "weeks": {**WEEKS, "value": 0}},
        {"label": "Award", "weeks": {**WEEKS, "value": "6.4"}},
    ]
    known = TimelineEntry.model_validate(
        {"id": "one", "label": "A call", "mode": "open", "milestones": points}
    )

    rows = timetable.real_selections(replace(load(), modes=(MODE,), timelines=(known,)))

    assert rows == [
        {"Selection": "A call: Open selection", "What happened": "week 0: Call; week 6: Award"}
    ]


def test_without_real_selections_there_are_no_rows():
    assert timetable.real_selections(replace(load(), timelines=())) == []
