"""Who pays is added, changed and taken out in one list; what is wrong is told at its field, with a
way out.
"""

from decimal import Decimal

import pytest

from cidesign.acts.add_award import AddAward
from cidesign.acts.change_award import ChangeAward
from cidesign.acts.remove_award import RemoveAward
from cidesign.acts.rights import refusal
from cidesign.acts.written import read_back, written
from cidesign.domain.person import Person, Role
from cidesign.domain.problem import BadInput
from cidesign.record import changed, document, read_files

PLAN = {
    "need": {"vision": 130},
    "floor": 0,
    "roles": [
        {"id": "director", "salary_usd": 1, "min_fte": 1, "max_fte": 1, "does": {"vision": 1}}
    ],
    "lines": [{"id": "retreat", "functions": {"vision": 1}, "fixed_usd": 5}],
    "funding": {"budget_usd": 100_000},
}
CITY = {"id": "city", "usd": 40_000, "from": "2027-01", "to": "2028-12", "pays": "monthly"}
YEARS = {"start": "2027-01", "years": 3}
BARE = read_files({"workshop.yaml": b"name: Ours\n"})
PLANNED = changed(BARE, "plan.yaml", {(): PLAN})
AHEAD = changed(PLANNED, "outlook.yaml", {(): YEARS})
PAID = changed(AHEAD, "funding.yaml", {("sources",): [CITY]})
BOUND = {**CITY, "id": "State", "usd": Decimal(60_000), "functions": ("vision",)}


def refused(act, record):
    with pytest.raises(BadInput) as told:
        act.on(record)
    return [(one.where.rpartition(".")[2], one.what, one.remedy) for one in told.value.problems]


def sources(record):
    return {one.id: one for one in record.funding.sources}


def test_every_key_of_a_source_can_be_said_and_is_kept():
    said = {
        **BOUND,
        "pays": {"in_arrears_days": 45},
        "roles": ("director",),
        "lines": ("retreat",),
        "office": True,
        "indirect_cap": Decimal(0),
        "renewal": {"chance": Decimal("0.6"), "usd": 50_000, "years": 2},
        "match": {"usd": 10_000, "note": "from members"},
        "takes_on": [{"role": "generate_champion", "who": "Rosa Lind", "by": "2027-03"}],
        "results": "own",
    }

    found = sources(AddAward(source=said).on(PAID))["State"]

    assert (found.usd, found.from_, found.to, found.pays.arrears_days) == (
        60_000,
        "2027-01",
        "2028-12",
        45,
    )
    assert (found.functions, found.roles, found.lines, found.office) == (
        ("vision",),
        ("director",),
        ("retreat",),
        True,
    )
    assert found.indirect_cap == 0
    assert (found.renewal.chance, found.renewal.usd, found.renewal.years) == (
        Decimal("0.6"),
        50_000,
        2,
    )
    assert found.match == {"usd": 10_000, "note": "from members"}
    (part,) = found.takes_on
    assert (part.role, part.who, part.by) == ("generate_champion", "Rosa Lind", "2027-03")
    assert found.results == "own"


def test_what_is_left_open_is_not_written():
    after = AddAward(source={**CITY, "id": "Church", "functions": (), "match": None}).on(PAID)

    assert document(after, "funding.yaml")["sources"][1].keys() == CITY.keys()


@pytest.mark.parametrize("make", [AddAward, lambda source: ChangeAward(id="city", source=source)])
def test_the_ledger_anybody_may_read_names_nobody_who_takes_something_on(make):
    part = {"role": "generate_champion", "who": "Rosa Lind", "by": "2027-03"}
    act = make(source={**CITY, "id": "Church", "takes_on": [part]})

    pieces = written(act, {})
    again = read_back(type(act), pieces.value, pieces.held, pieces.files)

    assert "Rosa Lind" not in str(pieces.value)
    assert sources(again.on(PAID))["Church"].takes_on[0].who == "Rosa Lind"


def test_of_a_part_that_is_taken_on_nothing_is_written_that_nobody_said():
    part = {"role": "generate_champion", "who": "", "by": ""}
    said = {**CITY, "id": "Church", "takes_on": [part], "results": ""}

    after = AddAward(source=said).on(PAID)

    entry = document(after, "funding.yaml")["sources"][1]
    assert entry["takes_on"] == [{"role": "generate_champion"}]
    assert "results" not in entry


def test_a_part_by_no_month_is_refused_and_says_how_to_write_one():
    part = {"role": "generate_champion", "who": "Rosa Lind", "by": "spring"}

    told = refused(ChangeAward(id="city", source={**CITY, "takes_on": [part]}), PAID)

    assert told == [("takes_on", '"spring" is not a month', "write it such as July 2027")]


def test_both_dates_move_at_once():
    later = {**CITY, "from": "2030-01", "to": "2031-12"}

    found = sources(ChangeAward(id="city", source=later).on(PAID))["city"]

    assert (found.from_, found.to) == ("2030-01", "2031-12")


def test_a_source_that_is_saved_as_it_was_leaves_every_byte():
    odd = PAID.files["funding.yaml"].replace(b"pays: monthly", b"functions: []\n  pays: 'monthly'")
    record = read_files({**PAID.files, "funding.yaml": odd})

    after = ChangeAward(id="city", source=CITY).on(record)

    assert dict(after.files) == dict(record.files)


def test_only_what_changed_is_written_anew():
    record = changed(PAID, "funding.yaml", {("sources", 0, "match"): {"usd": 5}})

    after = ChangeAward(id="city", source={**CITY, "id": "Town", "match": {"usd": 5}}).on(record)

    assert document(after, "funding.yaml")["sources"] == [
        {**CITY, "id": "Town", "match": {"usd": 5}}
    ]


def test_a_grant_of_an_older_plan_stays_when_somebody_who_pays_is_added():
    grant = {"id": "old", "usd": 6_000, "functions": ["vision"]}
    older = changed(AHEAD, "plan.yaml", {("funding", "grants"): [grant]})

    after = AddAward(source={**CITY}).on(older)

    assert [(one.id, one.usd) for one in after.funding.sources] == [
        ("old", 6_000),
        ("city", 40_000),
    ]


def test_a_restricted_source_is_a_grant_of_the_plan_before_there_are_years():
    after = AddAward(source={**BOUND, "from": "2026-07", "to": "2026-12"}).on(PLANNED)

    (grant,) = after.plan.funding.grants
    # The first year begins with the earliest source: six months of 60,000 a year.
    assert (grant.id, grant.usd, grant.months) == ("State", 30_000, (1, 6))


@pytest.mark.parametrize(
    ("said", "key", "what"),
    [
        ({"id": "  "}, "id", "there is no name yet"),
        ({"id": "City"}, "id", "this name stands there already"),
        ({"usd": None}, "usd", "there is no amount yet"),
        ({"usd": -1}, "usd", "less than nothing cannot be paid"),
        ({"from": "soon"}, "from", '"soon" is not a month'),
        ({"to": ""}, "to", "no month yet"),
        ({"to": "2026-12"}, "to", "it ends in December 2026, before it begins in January 2027"),
        ({"pays": {"in_arrears_days": None}}, "pays", "nobody knows how late it is paid"),
        ({"roles": ("clerk",)}, "roles", '"clerk" is no post of the plan'),
        ({"lines": ("boat",)}, "lines", '"boat" is no purchase of the plan'),
        (
            {"renewal": {"chance": None, "usd": 5, "years": 1}},
            "renewal",
            "a renewal needs its chance, its dollars and its years",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_key_with_a_way_out(said, key, what):
    (found,) = refused(AddAward(source={**BOUND, **said}), PAID)

    assert found[:2] == (key, what)
    assert found[2]


def test_money_for_some_things_beyond_the_budget_is_told_with_the_budget_it_needs():
    (found,) = refused(AddAward(source={**BOUND, "usd": Decimal("120000.50")}), PAID)

    assert found == (
        "budget_usd",
        "with this, $120,001 of the first year may pay for some things only, more than the "
        "budget of $100,000",
        "the budget is all cash of the year: raise it to at least $120,001, or write fewer "
        "dollars here",
    )


def test_a_scenario_that_would_not_hold_is_named_as_people_know_it():
    lean = {"name": "Lean year", "funding": {"budget_usd": 50_000}}
    record = changed(PAID, "scenarios/lean_year.yaml", {(): lean})

    (found,) = refused(AddAward(source=BOUND), record)

    assert found == (
        "Scenario Lean year",
        "its budget is smaller than what then may pay for some things only",
        "raise its budget or delete it on the page Scenarios, then save here",
    )


def test_all_that_is_wrong_is_told_at_once():
    found = refused(AddAward(source={**BOUND, "id": "", "usd": None, "to": "never"}), PAID)

    assert [key for key, _, _ in found] == ["id", "usd", "to"]


def test_a_source_that_is_gone_meanwhile_is_not_changed():
    gone = RemoveAward(id="city").on(PAID)

    assert refused(ChangeAward(id="city", source=CITY), gone)[0][1] == "City does not pay any more"


@pytest.mark.parametrize("act", [AddAward(source=BOUND), ChangeAward(id="city", source=CITY)])
@pytest.mark.parametrize(
    ("role", "may"), [(Role.FACILITATOR, True), (Role.SCRIBE, True), (Role.MEMBER, False)]
)
def test_who_writes_for_the_committee_may_say_who_pays_and_a_member_may_not(act, role, may):
    told = refusal(Person("ana", role, "Ana"), act, PAID)

    assert (told == ()) is may
