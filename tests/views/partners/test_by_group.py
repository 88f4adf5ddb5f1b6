"""How far apart groups stand is told on the page and in the memo; what was split and measured and
has no number of two groups is open.
"""

from cidesign.memo.blocks import sentences_of
from cidesign.memo.memo import memo
from cidesign.record import example_bundle
from cidesign.views.partners import by_group, measures
from tests.views.partners.test_measures import CATALOG, measure


def said(*listed):
    return [one.plain for one in by_group.apart(listed)]


def open_in(one):
    return [it.plain for it in measures.lacking((one,), CATALOG)]


def test_the_ends_are_told_with_what_lies_between_in_the_words_of_the_target():
    """36 to 58 are 22 points."""
    split = measure(by_group="girls=36; boys=47.5; all others=58")

    assert said(split) == ["Reading: 36% of girls, 58% of all others; they stand 22 apart."]
    assert said(measure(by_group="girls=36; boys=36")) == ["Reading: 36% in each group."]


def test_one_group_alone_tells_no_gap():
    assert said(measure(by_group="girls=36")) == []


def test_a_split_measure_with_years_and_no_number_of_two_groups_is_open():
    says = "Split, and no number of two groups yet: Reading."
    years = {"split_by": "race", "by_year": "2025=38"}

    assert says in open_in(measure(**years))
    assert says in open_in(measure(**years, by_group="girls=36"))
    assert says not in open_in(measure(**years, by_group="girls=36; boys=40"))
    assert says not in open_in(measure(split_by="race"))


def test_the_memo_of_the_example_tells_it():
    paper = memo(example_bundle("philadelphia_stem"), CATALOG)
    found = [one for one in paper.sections if one.id == "measures"]
    told = " | ".join(one.plain for one in sentences_of(tuple(found)))

    assert "34% of English learners, 72% of all others; they stand 38 apart." in told
