"""What partners put in beside the budget: told in dollars and hours, and counted in nothing else."""

from decimal import Decimal

import pytest

from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.memo.blocks import sentences_of
from cidesign.memo.memo import memo
from cidesign.record import example_bundle, read_files, with_decision
from cidesign.text.sentence import together
from cidesign.views.partners import words
from cidesign.views.partners.put_in import put_in
from cidesign.views.partners.view import partners_view
from tests.views.partners.test_partners import CATALOG, PLAN

HEAD = "id,name,formal_member,has_committed,credit_wanted,own_money_usd,volunteer_hours\n"
OAK, ELM = "oak,Oak House,{},{},{},{},{}\n", "elm,Elm Center,,,,,\n"
GROUP = b"id,name,lead,supports\na,Reading,oak,elm\n"
_CHOSEN = Decision(
    page="compare",
    what="Harborlight Community Foundation",
    because="Trust.",
    figures={"chosen": "harborlight"},
)
_LISTS = ("partners.csv", "groups.csv", "measures.csv", "pathway.csv")
HOUR = Decimal("29.95")
"""Independent Sector's value of a volunteer hour, of 2021."""


def held(signed="", commits="", credit="", usd="", given="", rest=ELM, **files):
    table = HEAD + OAK.format(signed, commits, credit, usd, given) + rest
    told = {"workshop.yaml": b"name: Ours\n", "partners.csv": table.encode(), "groups.csv": GROUP}
    return read_files({**told, **files})


def said(bundle):
    return [one.plain for one in put_in(bundle, CATALOG)]


def missing(bundle):
    return [one.plain for one in words.missing(partners_view(bundle))]


def test_what_nobody_has_said_is_told_nowhere():
    assert said(held()) == []
    assert words.about_share(held().partners[0]) == ""
    assert not [one for one in missing(held()) if "signed" in one or "will do" in one]


def test_own_money_stands_beside_the_budget_and_is_no_part_of_it():
    bundle = held(usd="600000", rest="elm,Elm Center,,,,300000,\n", **{"plan.yaml": PLAN})

    assert said(bundle) == [
        "2 partners put in $900,000 a year of their own money.",
        "That is $2.25 for each dollar of our budget of $400,000, and no part of it.",
    ]
    assert bundle.plan == held(**{"plan.yaml": PLAN}).plan


def test_own_money_without_a_budget_is_told_by_itself():
    assert said(held(usd="5000")) == [
        "1 partner puts in $5,000 a year of its own money.",
        "It is no part of the backbone's budget.",
    ]


def test_hours_of_volunteers_are_worth_the_published_hour_and_no_cash():
    told = said(held(given="100", rest="elm,Elm Center,,,,,20\n"))

    assert told[0] == "Volunteers of 2 partners give 120 hours a year."
    assert f"${round(120 * HOUR):,} a year: a gift and no cash" in told[1]
    assert told[1].startswith("At $29.95 an hour, the value of 2021, ")


def test_who_has_signed_is_counted_among_those_who_take_part():
    assert said(held(signed="yes")) == [
        "Of 2 partners 1 has signed as a formal member; the others take part."
    ]
    whole = held(signed="yes", rest="elm,Elm Center,yes,,,,\n")
    assert said(whole) == ["All 2 partners have signed as formal members."]


@pytest.mark.parametrize(
    ("lead", "other", "says"),
    [
        ({}, "elm,Elm Center,yes,,,,\n", "leads a group and has not signed: Oak House."),
        ({}, "elm,Elm Center,,give rooms,,,\n", "has not said what it will do: Oak House."),
        ({"signed": "yes"}, "elm,Elm Center,yes,,,,\n", ""),
        ({"commits": "read aloud"}, "elm,Elm Center,,give rooms,,,\n", ""),
    ],
)
def test_a_lead_that_has_not_signed_or_promised_is_a_gap_once_another_has(lead, other, says):
    told = [one for one in missing(held(rest=other, **lead)) if "signed" in one or "will do" in one]

    assert [one.removeprefix("This partner ") for one in told] == (
        [says if says.startswith("leads") else f"leads a group and {says}"] if says else []
    )


def test_a_partners_row_tells_what_it_puts_in_and_was_promised():
    bundle = held("yes", "Open on Sundays", "Named first", "45000", "120")

    assert words.about_share(bundle.partners[0]) == (
        "formal member · puts in $45,000 a year · 120 hours of volunteers a year · promised: open on "
        "Sundays · credit: named first"
    )


def test_the_memo_tells_it_and_its_cost_does_not_move():
    whole = example_bundle("philadelphia_stem")
    bare = read_files(
        {
            **whole.files,
            "partners.csv": b"\n".join(
                b",".join(line.split(b",")[:6])
                for line in whole.files["partners.csv"].splitlines()
                if b'"' not in line
            ),
        }
    )

    told, silent = memo(whole, load()), memo(bare, load())

    beside = together(put_in(whole, load())).plain
    assert beside in [one.plain for one in sentences_of(told.sections)]
    assert beside not in [one.plain for one in sentences_of(silent.sections)]
    assert told.heading.plain == silent.heading.plain
    assert bare.counts == whole.counts


def agreed(bundle):
    """The draft agreement on the example's choice, with these partners."""
    whole = example_bundle("philadelphia_stem")
    keep = {path: one for path, one in whole.files.items() if path not in _LISTS}
    mine = {path: bundle.files[path] for path in ("partners.csv", "groups.csv")}
    decided = with_decision(read_files({**keep, **mine}), _CHOSEN)
    sections = agreement(decided, load()).sections
    return {one.id: [said.plain for said in sentences_of((one,))] for one in sections}


def test_the_agreement_lists_members_promises_and_credit():
    found = agreed(held("yes", "read aloud", "named first"))

    assert "Formal members of the initiative, who have signed: Oak House." in found["parties"]
    assert {"Oak House", "read aloud", "named first"} <= set(found["partners"])
    assert "Elm Center" not in found["partners"]


def test_a_lead_without_a_promise_is_left_open_in_the_agreement():
    found = agreed(held(rest="elm,Elm Center,,give rooms,,,\n"))

    assert found["partners"].count("[to be agreed]") == 3
    assert not [one for one in found["parties"] if "who have signed" in one]


def test_without_any_promise_the_agreement_has_no_such_section():
    assert "partners" not in agreed(held(usd="5000"))
