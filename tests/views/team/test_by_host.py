"""What each of several hosts works for, and whose terms the plan does not count."""

import pytest

from cidesign.budget import allocate
from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.memo.blocks import sentences_of
from cidesign.memo.snapshot import snapshot
from cidesign.memo.team import on_team
from cidesign.record import changed, read_files, with_decision
from cidesign.views.team.by_host import lines, parts

CATALOG = load()
CANDIDATES = (
    b"id,name,offer_overhead,offer_rate,offer_pay_scale,offer_benefits_rate\n"
    b"harbor,Harbor House,,,,\nspark,Spark Labs,indirect,0.08,1.2,0.3\nelm,Elm Center,,,,\n"
)
# A director for vision alone and a data manager for measurement alone, all year.
PLAN = {
    "need": {"vision": 130, "measurement": 130},
    "floor": 0,
    "people_only_share": 0,
    "roles": [
        {"id": "director", "salary_usd": 100_000, "min_fte": 1, "max_fte": 1, "must_have": True,
         "does": {"vision": 1}},
        {"id": "data_manager", "salary_usd": 80_000, "min_fte": 1, "max_fte": 1,
         "must_have": True, "does": {"measurement": 1}},
    ],
    "funding": {"budget_usd": 200_000},
}  # fmt: skip


def ours(chosen="harbor", **hosts):
    record = read_files({"workshop.yaml": b"name: Ours\n", "candidates.csv": CANDIDATES})
    record = changed(record, "plan.yaml", {(): PLAN})
    record = changed(record, "structure.yaml", {("hosts",): hosts}) if hosts else record
    decision = Decision(page="compare", what="Harbor House", figures={"chosen": chosen})
    return with_decision(record, decision) if chosen else record


def told(record, **more):
    return [one.plain for one in lines(record, CATALOG, record.plan, allocate(record.plan), **more)]


def test_each_host_is_told_what_of_the_cost_it_works_for_and_whose_terms_are_not_counted():
    assert told(ours(measurement="spark")) == [
        "Several hosts carry functions. Of the year's cost, $100,000 is for what the backbone's "
        "own host carries (vision and strategy, aligned activities, community engagement, "
        "advancing policy and mobilizing resources) and $80,000 is for what Spark Labs carries "
        "(shared measurement).",
        "The rest, such as leading, office and hiring, belongs to all. The plan stands on one set "
        "of terms for all of it.",
        "Not in this plan are the terms of Spark Labs: 8% of direct cost, salaries times 1.2 and "
        "benefits of 30% of salary. On Team the plan can be tried on them; agree on its part in "
        "writing.",
    ]


def test_whoever_named_no_terms_is_asked():
    assert told(ours(vision="elm"))[-1] == (
        "Elm Center has named no terms: ask what it charges before you agree."
    )


def test_a_plan_tried_on_a_hosts_terms_does_not_say_that_they_are_missing():
    record = ours(measurement="spark")

    assert len(told(record, terms_of="spark")) == 2


@pytest.mark.parametrize(
    "record", [ours(), ours(measurement="harbor"), ours("spark", **dict.fromkeys(
        ("vision", "aligned", "measurement", "community", "policy", "resources"), "spark"))],
)  # fmt: skip
def test_where_one_carries_all_nothing_is_told(record):
    assert told(record) == []


def test_the_parts_leave_out_nothing_but_what_belongs_to_all():
    record = ours(measurement="spark", vision="elm")

    found = parts(record, record.plan, allocate(record.plan))

    assert [(one.host.id if one.host else "", float(one.usd)) for one in found] == [
        ("", 0),
        ("elm", 100_000),
        ("spark", 80_000),
    ]


def test_memo_and_agreement_say_it_too():
    record = ours(measurement="spark")

    memo = [one.plain for one in sentences_of(on_team(snapshot(record, CATALOG)).sections)]
    draft = [one.plain for one in sentences_of(agreement(record, CATALOG).sections)]

    assert set(told(record)) <= set(memo)
    assert (
        "Of the first year's cost, $80,000 is for functions that others carry: Spark Labs." in draft
    )
