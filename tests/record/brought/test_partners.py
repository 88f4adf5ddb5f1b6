"""A list of partners goes in as people keep it, and out again to fill in."""

import pytest

from cidesign.acts.brought import act_for
from cidesign.record.brought import Topic, kind_of, understand
from tests.record.brought.workshops import book, workshop

HELD = "id,name,sector,why\noak,Oak House,health,long ago\nelm,Elm Center,,\n"


def read(content, kind="partners", name="t.csv", **files):
    data = content if isinstance(content, bytes) else content.encode()
    return understand(name, data, workshop(**files), kind)


@pytest.mark.parametrize(
    "text",
    [
        "Organization,Sector,Type,Serves,Strengths\nOak House,health,nonprofit,families,home visits\n",
        "Partner name;Industry;Kind;Population served;Good at\n"
        "Oak House;health;nonprofit;families;home visits\n",
        "Our partners 2026,,,,\n,,,,\nPartner,Sector,Kind,Whom it serves,What it is good at\n"
        "Oak House,health,nonprofit,families,home visits\n",
    ],
)
def test_partners_are_read_from_any_list(text):
    found = read(text)

    assert found.problems == found.questions == ()
    assert [dict(row) for row in found.rows] == [
        {
            "id": "oak_house",
            "name": "Oak House",
            "sector": "health",
            "kind": "nonprofit",
            "serves": "families",
            "good_at": "home visits",
        }
    ]


def test_money_signatures_and_promises_are_read_as_people_write_them():
    found = read(
        "Partner organization,Signed MOU?,Annual contribution ($),Commitments,Recognition wanted,"
        "Volunteer hours per month\n"
        'Oak House,x,"$45,000",open on Sundays,named first,10\n'
        "Elm Center,Jan-26,500/month,,,\n"
        "Ash Trust,no,n/a,,,25 hours\n"
        "Fir,pending,12k,,,TBD\n"
        'Birch,,"USD 1,200 per year",,,\n'
    )

    partners = act_for(found).on(workshop()).partners

    assert found.problems == found.questions == ()
    assert [(one.formal_member, one.own_money_usd, one.volunteer_hours) for one in partners] == [
        (True, 45000, 120),
        (True, 6000, None),
        (False, None, 300),
        (False, 12000, None),
        (False, 1200, None),
    ]
    assert (partners[0].has_committed, partners[0].credit_wanted) == (
        "open on Sundays",
        "named first",
    )


@pytest.mark.parametrize(
    ("header", "cell", "dollars"),
    [
        ("Monthly contribution ($)", "500", 6000),
        ("Contribution (USD/yr)", "500", 500),
        ("Leveraged funds", "1,500", 1500),
    ],
)
def test_what_is_told_of_a_month_is_made_a_year(header, cell, dollars):
    found = read(f'Partner,{header}\nOak,"{cell}"\n')

    assert act_for(found).on(workshop()).partners[0].own_money_usd == dollars


@pytest.mark.parametrize(
    ("header", "cell", "remedy"),
    [
        ("Signed?", "perhaps", "write yes, no, or the month it signed"),
        ("Contribution", "5%", "write dollars such as 18000"),
        ("Contribution", "-200", "write dollars such as 18000"),
        ("Volunteer hours", "lots", "write hours such as 120"),
    ],
)
def test_what_cannot_be_read_is_told_by_row_and_column(header, cell, remedy):
    (problem,) = read(f"Partner,{header}\nOak,{cell}\n").problems

    assert problem.line().startswith("row 2, ")
    assert problem.remedy == remedy


def test_a_table_handed_out_comes_back_unchanged():
    held = (
        "id,name,formal_member,has_committed,credit_wanted,own_money_usd,volunteer_hours,why\n"
        "oak,Oak House,yes,open on Sundays,named first,45000,120,law\n"
    )
    ours = workshop(partners=held)
    handed = kind_of("partners").template(ours)

    found = read(handed, partners=held)

    assert (found.counts.new, found.counts.changed) == (0, 0)
    assert act_for(found) is None or act_for(found).on(ours).files == ours.files


def test_an_excel_list_of_thirty_four_partners_is_known_for_one_and_counts():
    rows = [["Partner", "Sector"], *([f"Partner {n}", "health"] for n in range(34))]
    found = read(book(Partners=rows), kind=None, name="partners.xlsx")

    assert found.kind == "partners"
    assert len(act_for(found).on(workshop()).partners) == 34


def test_what_help_costs_comes_in_from_columns_as_people_call_them():
    found = read("Partner,People served,Unit cost,Unit cost before\nOak House,400,$210,$260\n")

    (oak,) = act_for(found).on(workshop()).partners

    assert found.problems == found.questions == ()
    assert [float(one) for one in oak.costs] == [400, 210, 260]


def test_who_is_here_is_changed_others_join_nobody_leaves_and_own_columns_stay():
    found = read("Partner,Sector,Phone\nOak House,arts,555\nAsh Trust,law,556\n", partners=HELD)

    after = act_for(found).on(workshop(partners=HELD))

    assert (found.counts.new, found.counts.changed) == (1, 1)
    assert after.files["partners.csv"].decode() == (
        "id,name,sector,why,Phone\noak,Oak House,arts,long ago,555\nelm,Elm Center,,,\n"
        "ash_trust,Ash Trust,law,,556\n"
    )


def test_a_name_that_stands_twice_joins_once_and_is_told():
    found = read("Partner\nOak House\nElm\nOak House\n")

    assert [row["name"] for row in found.rows] == ["Oak House", "Elm"]
    assert any("stands in rows 2 and 4" in one for one in found.odd)


def test_a_table_of_members_is_still_taken_for_members():
    assert read("Name,Sector\nDee Long,Schools\n", kind=None).kind == "members"


def test_a_column_that_is_kept_and_holds_addresses_of_people_says_who_will_see_them():
    with_mail = read("Partner,E-mail,Phone\nOak House,ana@example.org,555\n")
    without = read("Partner,Handle,Phone\nOak House,@oak,555\n")
    left_out = understand(
        "t.csv",
        b"Partner,E-mail\nOak House,ana@example.org\n",
        workshop(),
        "partners",
        {Topic("column", "E-mail"): "leave-out"},
    )

    assert [one for one in with_mail.odd if "E-mail" in one and "All who read" in one]
    assert not [one for one in (*without.odd, *left_out.odd) if "All who read" in one]
