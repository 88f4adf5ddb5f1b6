"""Lists of candidates and members go in as people keep them."""

import pytest

from cidesign.record.brought import Topic, understand
from tests.record.brought.workshops import book, workshop


def rows(kind, content, bundle=None):
    data = content if isinstance(content, bytes) else content.encode()
    return understand("t.csv", data, bundle or workshop(), kind)


@pytest.mark.parametrize(
    "text",
    [
        "Name,Sector\nDee Long,Schools\nEli Roy,\n",
        "Member,Organization\nDee Long,Schools\nEli Roy,\n",
        "judgeFirstName,judgeLastName,Affiliation\nDee,Long,Schools\nEli,Roy,\n",
        "No,Judge FirstName,Judge LastName,Represents,Email\n1,Dee,Long,Schools,dee@example.org\n2,Eli,Roy,,e@example.org\n",
        "Steering committee 2026,\n,\nFull name,Seat\nDee Long,Schools\nEli Roy,\n",
        "Dee Long,Schools\nEli Roy,\n",
        "Dee Long\tSchools\nEli Roy\t\n",
    ],
)
def test_members_are_read_from_any_list(text):
    found = rows("members", text, workshop(listed=False))

    assert found.problems == ()
    assert [(one["name"], one.get("seat", "")) for one in found.rows] == [
        ("Dee Long", "Schools"),
        ("Eli Roy", ""),
    ]


@pytest.mark.parametrize(
    "head",
    [
        *("Sits for", "sits for:", "Sitting For", "Speaks for", "On behalf of", "Seat held by"),
        *("Stands for", "Whom she sits for", "Nominated by", "Sector represented", "From"),
    ],
)
def test_a_seat_goes_by_whom_the_member_sits_for(head):
    found = rows("members", f"Name,{head}\nDee Long,Schools\n")

    assert [(one["name"], one.get("seat")) for one in found.rows] == [("Dee Long", "Schools")]


def test_two_of_one_name_on_two_seats_are_two():
    found = rows("members", "Name,Seat\nDee Long,Schools\nDee Long,Funders\n")

    assert [one["id"] for one in found.rows] == ["dee_long", "dee_long_2"]


def test_a_member_who_is_here_is_matched_and_her_seat_is_changed():
    found = rows("members", "Name,Seat\nana reyes,Schools\n")

    assert [(one["id"], one["seat"]) for one in found.rows] == [("ana", "Schools")]
    assert (found.counts.new, found.counts.changed) == (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        'Organization,Type,Eligible?,Price,In-kind\nBirch Union,union,Y,"$70,000","$18,000"\n',
        "Applicant Name,Organization type,Eligibility,PRICE,In kind (USD)\nBirch Union,union,yes,70000,18 000\n",
        "Applications 2026;;;;\nCompany;Kind;Eligible;Price;In kind offer\nBirch Union;union;TRUE;70k;18k\n",
    ],
)
def test_candidates_are_read_from_any_list(text):
    found = rows("candidates", text)

    assert found.problems == ()
    assert {
        key: found.rows[0][key]
        for key in ("id", "name", "kind", "eligible", "price", "offer_in_kind_usd")
    } == {
        "id": "birch_union",
        "name": "Birch Union",
        "kind": "union",
        "eligible": "yes",
        "price": "70000",
        "offer_in_kind_usd": "18000",
    }


def test_what_a_column_cannot_hold_is_told_by_its_row():
    found = rows("candidates", "name,eligible,offer_start\nBirch,perhaps,spring\n")

    assert [one.where for one in found.problems] == [
        "row 2, May it be chosen?",
        "row 2, Can start in",
    ]


def test_a_workbook_of_candidates_keeps_its_unknown_columns():
    found = rows(
        "candidates", book(List=[["Organization", "Website"], ["Birch Union", "b.example"]])
    )

    assert found.rows[0]["Website"] == "b.example"
    assert b"b.example" in found.content


def test_a_garbled_name_is_told_with_what_it_may_have_been():
    found = rows("candidates", "id,name\nnew,FundaciÃ³n Nueva\n")

    assert any('"Fundación Nueva"' in one for one in found.odd)


@pytest.mark.parametrize(
    ("price", "beside", "reads"),
    [
        ("18.000", "1.250,50", "18000"),
        ("18.000", "1250.5", "18"),
        ("18,000", "", "18000"),
        ("18,000", "1250,5", "18"),
        ("$18,000", "", "18000"),
        ("4,5", "", "4.5"),
    ],
)
def test_the_column_settles_how_a_number_is_meant(price, beside, reads):
    found = rows("candidates", f'name;price\nBirch;"{price}"\nCedar;"{beside}"\n')

    assert found.questions == ()
    assert found.rows[0]["price"] == reads


def test_a_number_that_can_be_meant_two_ways_is_asked_about_once():
    text = "name;price\nBirch;18.000\nCedar;19.000\n"

    (question,) = rows("candidates", text).questions

    assert [question.option(answer) for answer, _ in question.options] == [
        "--decimals point",
        "--decimals comma",
    ]
    for sign, reads in (("comma", "18000"), ("point", "18")):
        found = understand(
            "t.csv", text.encode(), workshop(), "candidates", {Topic("decimals"): sign}
        )
        assert found.rows[0]["price"] == reads


@pytest.mark.parametrize(
    "text",
    [
        "Who,Steps aside for,Why\nAna Reyes,Elm Fund,works there\nBen Okafor,Oak House,its board\n",
        "Person;Organization\nAna Reyes;Elm Fund\nBen Okafor;Oak House\nChi Nakamura;Oak House\n",
        "Applicant\tReviewer\nElm Fund\tReyes, Ana\nOak House\tBen Okafor\n",
    ],
)
def test_a_list_of_members_beside_candidates_can_only_be_conflicts(text):
    found = rows(None, text)

    assert (found.kind, found.is_ready) == ("recusals", True)
    assert [(one["rater"], one["candidate"]) for one in found.rows][:2] == [
        ("ana", "elm"),
        ("ben", "oak"),
    ]


def test_members_beside_the_names_of_candidates_and_a_criterion_are_no_conflicts():
    text = "Who,About,What,Said\nAna Reyes,Elm Fund,Reach,Few come\nBen Okafor,Oak House,Reach,Few come\n"

    assert rows(None, text).kind != "recusals"


@pytest.mark.parametrize(
    ("heads", "seat"),
    [
        ("Organisation,Role on committee", "Role on committee"),
        ("Sector,Group", "Group"),
        ("Agency,Represents", "Represents"),
    ],
)
def test_which_of_two_columns_is_the_seat_is_asked(heads, seat):
    text = f"Name,{heads}\nDee Long,North High,Schools\n".encode()

    asked = understand("members.csv", text, workshop(), "members")
    told = understand("members.csv", text, workshop(), "members", {Topic("column", seat): "seat"})

    assert [one.topic.word for one in asked.choices if one.is_open] == [seat]
    assert [one["seat"] for one in told.rows] == ["Schools"]


def test_a_seat_that_changes_is_told():
    found = rows("members", "Name,Seat\nAna Reyes,Schools\n")

    assert '"Ana Reyes" had the seat "Residents" and gets "Schools".' in found.odd
