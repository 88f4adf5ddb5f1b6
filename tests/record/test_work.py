"""The tables of partners and groups: what is wrong with them, and what they change."""

from decimal import Decimal

import pytest

from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.domain.words import Function
from cidesign.outlook import with_first_need
from cidesign.outlook.need import need_of_year
from cidesign.record import read_files, reread

NAME = b"name: Ours\n"
PARTNERS = b"id,name\noak,Oak House\nelm,Elm Center\n"
PLAN = b"""phase: organize_for_impact
drivers: {partners: 30, working_groups: 4, meetings: 6}
roles: [{id: director, salary_usd: 100000, min_fte: 0, max_fte: 3, does: {vision: 1, aligned: 1}}]
funding: {budget_usd: 400000}
"""
YEARS = b"start: 2027-01\nyears: 3\n"
TABLE = load().need_table()


def bundle(**files):
    named = {"workshop.yaml": NAME, "partners.csv": PARTNERS, "plan.yaml": PLAN}
    told = {path.replace("_", "."): content for path, content in files.items()}
    return read_files({key: one for key, one in {**named, **told}.items() if one is not None})


def problems(**files):
    with pytest.raises(BadInput) as told:
        bundle(**files)
    return [one.line() for one in told.value.problems]


def need(record, year):
    return need_of_year(record.plan, record.outlook, TABLE, year)


def test_everything_wrong_with_a_group_is_told_by_row_and_column():
    table = (
        b"id,kind,lead,supports,people_affected,meetings_a_year,begins,ends\n"
        b"a,stream,oak,oak,maybe,often,soon,2027-01\n"
        b"b,workstream,,,yes,12,2028-01,2027-01\n"
    )

    assert problems(groups_csv=table) == [
        'groups.csv: row 2, kind: "stream" is no kind of group; write one of working_group, '
        "workstream, committee",
        'groups.csv: row 2, people_affected: "maybe" is neither yes nor no; write yes or no',
        'groups.csv: row 2, meetings_a_year: "often" is not a number; write a number such as 12 '
        "or 0.25",
        'groups.csv: row 2, begins: "soon" is not a month; write year and month, such as 2027-01',
        "groups.csv: row 3, ends: it ends before it begins; write a last month that is not before "
        "the first",
    ]


def test_everything_wrong_with_a_partner_is_told_by_row_and_column():
    table = (
        b"id,formal_member,own_money_usd,volunteer_hours\noak,perhaps,$5,-1\nelm,yes,2000000000,\n"
    )

    assert problems(partners_csv=table) == [
        'partners.csv: row 2, formal_member: "perhaps" is neither yes nor no; write yes or no',
        'partners.csv: row 2, own_money_usd: "$5" is not a number; write 5',
        "partners.csv: row 2, volunteer_hours: -1 is below 0; write 0 or more",
        "partners.csv: row 3, own_money_usd: $2000000000 is more than a backbone can cost; write "
        "at most 1000000000",
    ]


def test_who_leads_and_supports_must_be_a_partner():
    table = b"id,lead,supports\na,aok,elm; birch\n"

    assert problems(groups_csv=table) == [
        'groups.csv: row 2, lead: "aok" is no partner; did you mean oak?',
        'groups.csv: row 2, supports: "birch" is no partner; add it to partners.csv',
    ]


def test_who_leads_a_group_does_not_support_it_too():
    assert problems(groups_csv=b"id,lead,supports\na,oak,elm;oak\n") == [
        'groups.csv: row 2, supports: "oak" leads it already; take it out here; who leads a group '
        "need not support it"
    ]


def test_an_id_that_stands_twice_is_told_with_both_rows():
    assert problems(partners_csv=b"id,name\noak,Oak\noak,Elm\n") == [
        'partners.csv: row 3, id: "oak" stands in row 2 too; give each its own id, or delete one'
    ]


def test_a_file_under_almost_its_name_is_not_overlooked():
    assert "would not be read" in problems(Groups_csv=b"id\n")[0]


def test_the_list_counts_in_place_of_the_typed_number_and_other_numbers_stay():
    record = bundle()

    assert record.plan.drivers == {"partners": 2, "working_groups": 4, "meetings": 6}
    assert b"partners: 30" in record.files["plan.yaml"]


def test_without_a_list_the_typed_numbers_stay():
    record = reread(bundle(), {"partners.csv": None})

    assert record.plan.drivers["partners"] == 30


def test_a_change_of_the_list_changes_the_plan_at_once():
    record = reread(bundle(), {"partners.csv": PARTNERS + b"ash,Ash Trust\n"})

    assert record.plan.drivers["partners"] == 3


def test_a_plan_whose_hours_are_set_by_hand_stays():
    by_hand = PLAN.replace(b"phase: organize_for_impact\n", b"").replace(
        b"drivers: {partners: 30, working_groups: 4, meetings: 6}", b"need: {vision: 100}"
    )

    assert bundle(plan_yaml=by_hand).plan.drivers is None


def test_a_scenario_follows_the_list_but_for_what_it_changes_itself():
    files = {
        "workshop.yaml": NAME,
        "partners.csv": PARTNERS,
        "plan.yaml": PLAN,
        "scenarios/lean.yaml": b"drivers: {meetings: 2}\n",
        "scenarios/more.yaml": b"drivers: {partners: 50}\n",
    }

    scenarios = read_files(files).scenarios

    assert scenarios["lean"].plan.drivers == {"partners": 2, "working_groups": 4, "meetings": 2}
    assert scenarios["more"].plan.drivers["partners"] == 50


def test_a_group_that_ends_moves_the_need_of_the_years_by_its_hours():
    groups = b"id,begins,ends\na,,\nb,,2027-12\n"
    record = bundle(groups_csv=groups, outlook_yaml=YEARS)
    hours = TABLE.hours_per_driver["working_groups"]
    asked = TABLE.phase_factor[record.plan.phase]

    first, second, third = (need(record, year) for year in range(3))

    one = {function: asked[function] * each for function, each in hours.items()}
    assert {f: first[f] - second[f] for f in first if f in one} == {
        f: pytest.approx(hours, abs=Decimal("1e-8")) for f, hours in one.items()
    }
    assert second == third
    assert with_first_need(record.plan, record.outlook, TABLE).need == first


def test_a_group_that_begins_later_makes_no_work_before():
    later = bundle(groups_csv=b"id,begins\na,2028-01\n", outlook_yaml=YEARS)
    never = bundle(groups_csv=b"id,begins\na,2035-01\n", outlook_yaml=YEARS)

    assert need(later, 0) == need(never, 0)
    assert need(later, 1)[Function.ALIGNED] > need(never, 1)[Function.ALIGNED]
    assert need(later, 1) == need(bundle(groups_csv=b"id\na\n", outlook_yaml=YEARS), 1)


def test_years_without_beginning_or_end_are_as_they_were():
    assert (
        bundle(outlook_yaml=YEARS).outlook
        == bundle(groups_csv=b"id\na\n", outlook_yaml=YEARS).outlook
    )
