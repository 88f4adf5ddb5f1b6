"""How measures go, in words, in the picture, among what is open, and in the memo."""

from cidesign.catalog import load
from cidesign.charts import course as drawing
from cidesign.memo.blocks import sentences_of
from cidesign.memo.memo import memo
from cidesign.record import example_bundle
from cidesign.views.partners import course, measures
from tests.views.partners.test_measures import CATALOG, measure


def said(*listed):
    return [one.plain for one in course.courses(listed)]


def test_a_measure_behind_its_line_is_told_with_where_it_would_be():
    """From 38 in 2025 to 55 in 2030 is 3.4 a year: 41.4 in 2026."""
    slow = measure(by_year="2025=38; 2026=40")

    assert said(slow) == [
        "Reading: 40% in 2026, from 38% in 2025. On a straight line to 55% by 2030 it would be "
        "41.4%: it is behind."
    ]
    assert "Behind the straight line to the target: Reading." in [
        one.plain for one in measures.lacking((slow,), CATALOG)
    ]
    assert course.claim((slow,)) == "No measure is on its way to its target"


def test_one_on_its_way_and_one_that_is_there_lack_nothing():
    groups = {"by_group": "girls=40; boys=44"}
    on = measure(by_year="2025=38; 2026=42", **groups)
    there = measure(id="b", by_year="2025=38; 2026=55", **groups)

    assert said(on)[0].endswith("it would be 41.4%: on its way.")
    assert said(there) == ["Reading: 55% in 2026. The target of 55% is reached."]
    assert measures.lacking((on, there), CATALOG) == ()
    assert course.claim((on, there)) == "Two measures of two are on their way to their targets"


def test_a_first_year_and_a_target_without_a_number_are_told_as_such():
    assert said(measure(by_year="2025=38")) == [
        "Reading: 38% in 2025. A second year will tell whether it gets nearer."
    ]
    assert said(measure(by_year="2025=2000; 2026=2100", target="all")) == [
        "Reading: 2,100 in 2026, from 2,000 in 2025. No target says in a number and a year where "
        "it should go."
    ]


def test_where_no_year_is_told_there_is_neither_claim_nor_row():
    assert (course.claim((measure(),)), course.rows((measure(),)), said(measure())) == ("", (), [])


def test_each_row_of_the_picture_has_its_years_and_its_target():
    drawn = drawing.draw(course.rows((measure(by_year="2025=38; 2026=40"),)), mode="light")
    line, measured, words = drawn.data

    assert len(measured.x) == 2
    assert measured.x[1] < line.x[1]
    assert measured.y[1] > line.y[1]
    assert {"Reading", "40%", "55%", "2025", "2026", "2030"} <= set(words.text)


def test_the_memo_tells_it():
    bundle = example_bundle("philadelphia_stem")
    told = {one.plain for one in sentences_of(memo(bundle, load()).sections)}

    listed = course.courses(bundle.measures)
    assert len(listed) == 5
    assert {one.plain for one in listed} <= told
