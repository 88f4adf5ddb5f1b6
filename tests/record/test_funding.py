"""One list of money: the plan's grants come from it, older workshops open and are written anew, and
what stands twice is refused.
"""

import pytest

from cidesign.domain.problem import BadInput
from cidesign.record import changed, document, read_files

PLAN = b"""\
need: {vision: 130}
floor: 0
roles: [{id: director, salary_usd: 100000, min_fte: 1, max_fte: 1, does: {vision: 1}}]
funding: {budget_usd: 100000}
"""
GRANTED = PLAN.replace(
    b"budget_usd: 100000", b"budget_usd: 100000, grants: [{id: g, usd: 3000, functions: [vision], months: [4, 6]}]"
)  # fmt: skip
YEARS = b"# ours\nstart: 2027-01\nhiring: {cost_share: 0.15}\n"
OLD = (
    YEARS
    + b"opening_reserve_usd: 5000\nfunding: [{id: f, usd: 1000, from: 2027-01, to: 2027-12}]\n"
)
STATE = (
    "{id: state, usd: 120000, from: 2027-07, to: 2028-06, functions: [vision], indirect_cap: 0.1}"
)
SHEET = f"opening_reserve_usd: 5000\nsources: [{STATE}]\n".encode()


def workshop(plan=PLAN, outlook=YEARS, funding=None):
    files = {"workshop.yaml": b"name: Small\n", "plan.yaml": plan, "outlook.yaml": outlook}
    return read_files(files | ({"funding.yaml": funding} if funding else {}))


def refused(**files):
    with pytest.raises(BadInput) as told:
        workshop(**files)
    return [str(problem.where) for problem in told.value.problems]


def test_a_restricted_source_is_a_grant_of_the_first_year_in_its_months():
    found = workshop(funding=SHEET)

    (grant,) = found.plan.funding.grants
    # 120,000 a year from July on: six of twelve months
    assert (grant.id, grant.usd, grant.months, float(grant.indirect_cap)) == (
        "state",
        60_000,
        (7, 12),
        0.1,
    )
    assert found.outlook.opening_reserve_usd == 5_000
    assert float(found.plan.hiring.cost_share) == 0.15


def test_an_older_workshop_opens_and_its_money_is_one_list():
    found = workshop(plan=GRANTED, outlook=OLD)

    assert [source.id for source in found.funding.sources] == ["f"]
    assert found.plan.funding.grants[0].usd == 3_000


TWICE = OLD.replace(b"to: 2027-12}]", b"to: 2027-12}, {id: g, usd: 12000, from: 2027-04, to: 2027-06, functions: [vision]}]")  # fmt: skip


def test_an_older_workshop_that_told_a_grant_twice_opens_where_both_agree():
    found = workshop(plan=GRANTED, outlook=TWICE)
    moved = changed(found, "funding.yaml", {("sources", "f", "usd"): 2})

    assert [(one.id, one.usd) for one in found.plan.funding.grants] == [("g", 3_000)]
    assert [one.id for one in moved.funding.sources] == ["f", "g"]
    assert document(moved, "plan.yaml")["funding"] == {"budget_usd": 100_000}


@pytest.mark.parametrize(
    "other", [(b"12000", b"9000"), (b"2027-06", b"2027-07"), (b"id: g", b"id: h")]
)
def test_a_grant_told_twice_in_different_words_is_refused(other):
    assert refused(plan=GRANTED, outlook=TWICE.replace(*other)) == ["plan.yaml: funding.grants"]


def test_the_first_change_of_money_writes_it_in_one_place():
    after = changed(
        workshop(plan=GRANTED, outlook=OLD), "funding.yaml", {("sources", "f", "usd"): 2}
    )

    # 3,000 in three months are 12,000 a year
    assert [(one.id, one.usd, one.from_, one.to) for one in after.funding.sources] == [
        ("f", 2, "2027-01", "2027-12"),
        ("g", 12_000, "2027-04", "2027-06"),
    ]
    assert document(after, "outlook.yaml").keys() == {"start", "hiring"}
    assert after.files["outlook.yaml"].startswith(b"# ours\n")
    assert document(after, "plan.yaml")["funding"] == {"budget_usd": 100_000}
    assert after.plan.funding.grants[0].usd == 3_000


def test_what_stands_in_two_files_is_refused():
    assert refused(outlook=OLD, funding=SHEET) == [
        "outlook.yaml: funding",
        "outlook.yaml: opening_reserve_usd",
    ]


def test_grants_beside_restricted_sources_are_refused():
    assert refused(plan=GRANTED, funding=SHEET) == ["plan.yaml: funding.grants"]


def test_a_budget_below_what_restricted_sources_bring_is_refused_with_the_sum():
    with pytest.raises(BadInput) as told:
        workshop(plan=PLAN.replace(b"100000}", b"50000}"), funding=SHEET)

    assert [problem.remedy for problem in told.value.problems] == [
        "the budget is all cash of the year: raise it to at least 60000"
    ]


def test_a_source_that_names_no_post_of_the_plan_is_refused():
    sheet = SHEET.replace(b"functions: [vision]", b"roles: [directr]")

    assert refused(funding=sheet) == ["funding.yaml: sources[0].roles"]


def test_money_of_an_older_workshop_stays_where_something_else_changes():
    after = changed(workshop(plan=GRANTED, outlook=OLD), "workshop.yaml", {("name",): "Other"})

    assert [source.id for source in after.funding.sources] == ["f"]
    assert after == read_files(after.files)
