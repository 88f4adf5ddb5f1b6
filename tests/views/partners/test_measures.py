"""How we will see it, in words: each thing a measure lacks is told where it lacks it."""

import pytest

from cidesign.catalog import load
from cidesign.domain.measures import Measure
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.memo.blocks import sentences_of
from cidesign.memo.memo import memo
from cidesign.record import example_bundle, read_files, reread, with_decision
from cidesign.views.partners import measures

CATALOG = load()
WHOLE = {
    "id": "reading",
    "name": "Reading",
    "definition": "pupils who pass",
    "baseline": "38%",
    "target": "55%",
    "target_year": "2030",
    "split_by": "race",
    "holder": "District",
    "how_often": "yearly",
    "owners": "oak",
}
LACKS = [
    ({"owners": ""}, "Nobody answers for: Reading."),
    ({"whose": "together"}, "Working together takes two partners or more: Reading."),
    ({"split_by": ""}, "Not split by group, so no gap shows: Reading."),
    ({"holder": ""}, "Not known who holds the data: Reading."),
    ({"definition": ""}, "Not defined yet: Reading."),
    ({"baseline": ""}, "Not known where we stand: Reading."),
    ({"target": ""}, "No target with a year: Reading."),
    ({"target_year": ""}, "No target with a year: Reading."),
    ({"how_often": ""}, "Not said how often we look at it: Reading."),
    (
        {"counts_people": "yes"},
        "All measures count people only. None tells what became better for them.",
    ),
]


def lacking(listed, catalog):
    return tuple(one.plain for one in measures.lacking(listed, catalog))


def measure(**changes):
    return Measure.model_validate({**WHOLE, **changes})


def test_a_measure_of_which_all_is_known_lacks_nothing():
    assert lacking((measure(),), CATALOG) == ()
    assert measures.opened((measure(),), CATALOG) == ""


@pytest.mark.parametrize(("changes", "says"), LACKS)
def test_each_thing_that_lacks_is_told(changes, says):
    assert lacking((measure(**changes),), CATALOG) == (says,)


def test_one_measure_of_a_change_is_enough_beside_counts_of_people():
    both = (measure(), measure(id="b", counts_people="yes"))

    assert lacking(both, CATALOG) == ()


@pytest.mark.parametrize(("many", "own", "long"), [(12, 0, False), (13, 0, True), (12, 5, False)])
def test_more_than_a_short_list_is_told_and_partners_own_do_not_lengthen_it(many, own, long):
    listed = tuple(
        measure(id=f"m{n}", whose="own" if n >= many else "shared") for n in range(many + own)
    )

    assert any("short list" in one for one in lacking(listed, CATALOG)) is long


def test_places_that_hold_data_count_once():
    listed = (measure(), measure(id="b", holder="district"), measure(id="c", holder="City"))

    assert measures.claim(listed) == "Three measures, with data from two places"


def test_the_measures_of_the_example_count_what_its_plan_has_typed():
    bundle = example_bundle("philadelphia_stem")

    assert bundle.counts["indicators"] == 12
    assert bundle.plan == reread(bundle, {"measures.csv": None, "pathway.csv": None}).plan


def test_one_measure_more_changes_the_need():
    bundle = example_bundle("philadelphia_stem")
    table = bundle.files["measures.csv"]
    blank = b"," * (table.splitlines()[0].count(b",") - 1)
    more = table + b"more,One more" + blank + b"\n"

    assert reread(bundle, {"measures.csv": more}).plan.drivers["indicators"] == 13


def test_the_memo_has_the_plan_of_measures_and_the_agreement_who_gives_the_data():
    bundle = with_decision(
        example_bundle("philadelphia_stem"),
        Decision(page="compare", what="We agree.", figures={"chosen": "brightline"}),
    )

    said = [one.plain for one in sentences_of(memo(bundle, CATALOG).sections)]
    agreed = [one.plain for one in sentences_of(agreement(bundle, CATALOG).sections)]

    assert "Not known who holds the data: Stays a year." in said
    assert "Data for Kids" in agreed
    assert "Referrals that arrive" in agreed
    assert "Families reached at home" not in agreed, "a partner's own measure is no clause"


def test_a_workshop_without_measures_has_no_such_part():
    bundle = read_files({"workshop.yaml": b"name: Ours\n"})

    assert not {"measures", "partners"} & {one.id for one in memo(bundle, CATALOG).sections}
