"""Dates are written for people; a text that is no date stays as it is."""

import pytest

from cidesign.domain.dates import day, day_short, month_read


@pytest.mark.parametrize("at", ["2026-03-06", "2026-03-06T18:04:00-05:00", "2026-03-06 23:59"])
def test_a_day_is_written_out_and_the_clock_left_out(at):
    assert (day(at), day_short(at)) == ("6 March 2026", "6 Mar")


@pytest.mark.parametrize("at", ["", "spring 2026", "2026-13-01", "2026-3"])
def test_what_is_no_date_stays_as_it_is(at):
    assert (day(at), day_short(at)) == (at, at)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("March 2029", "2029-03"),
        ("  mar.  2029 ", "2029-03"),
        ("december, 2029", "2029-12"),
        ("3/2029", "2029-03"),
        ("2029-03", "2029-03"),
        ("13/2029", "13/2029"),
        ("Smarch 2029", "Smarch 2029"),
        ("next year", "next year"),
        ("", ""),
    ],
)
def test_a_month_is_read_as_people_write_it(written, read):
    assert month_read(written) == read
