"""What the lists of partners and groups count of what makes work, and when."""

from decimal import Decimal

import pytest

from cidesign.catalog import load
from cidesign.domain.work import Group, Partner, counted

OAK, ELM = Partner(id="oak", name="Oak House"), Partner(id="elm", name="Elm Center")


def group(id="reading", **more):
    return Group(id=id, **more)


def test_empty_lists_count_nothing():
    assert counted((), ()) == {}


def test_a_list_of_partners_counts_partners_alone():
    assert counted((OAK, ELM), ()) == {"partners": 2}


def test_groups_and_workstreams_count_and_a_committee_counts_for_its_meetings_only():
    groups = (
        group(meetings_a_year=12),
        group("jobs", kind="workstream", meetings_a_year=24),
        group("steering", kind="committee", meetings_a_year=6),
    )

    # 12 + 24 + 6 = 42 a year are 3.5 a month.
    assert counted((), groups) == {"working_groups": 2, "meetings": Decimal("3.5")}


def test_meetings_are_not_counted_while_a_group_has_not_said_how_often_it_meets():
    assert counted((), (group(meetings_a_year=12), group("jobs"))) == {"working_groups": 2}


def test_a_group_that_never_meets_has_said_so():
    assert counted((), (group(meetings_a_year=0),))["meetings"] == 0


@pytest.mark.parametrize(
    ("year", "groups", "meetings"),
    [
        # From July of the first year to March of the third: 6, 12 and 3 of 12 months.
        (0, Decimal("0.5"), Decimal("0.5")),
        (1, 1, 1),
        (2, Decimal("0.25"), Decimal("0.25")),
        (3, 0, 0),
    ],
)
def test_a_group_counts_for_the_part_of_a_year_it_runs(year, groups, meetings):
    one = group(begins="2027-07", ends="2029-03", meetings_a_year=12)

    assert counted((), (one,), start="2027-01", year=year) == {
        "working_groups": groups,
        "meetings": meetings,
    }


def test_without_years_every_group_counts_in_full():
    assert counted((), (group(begins="2031-07"),)) == {"working_groups": 1}


def test_what_is_counted_is_something_that_makes_work():
    counts = counted((OAK,), (group(meetings_a_year=12),))

    assert set(counts) <= {one.id for one in load().drivers}
