"""How much of the promised money may pay for anything, and how much is tied to what."""

import pytest

from cidesign.catalog import load
from cidesign.memo.blocks import sentences_of
from cidesign.memo.snapshot import snapshot
from cidesign.memo.team import on_team
from cidesign.record import changed
from cidesign.views.funding.tied import tied
from tests.views.funding.test_view import BARE, PLAN, ours

CATALOG = load()
FREE = {"id": "foundation", "usd": 200_000, "from": "2027-01", "to": "2029-12"}
DATA = {**FREE, "id": "data_fund", "usd": 90_000, "functions": ["measurement"]}
# Six of twelve months: 30,000.
STATE = {**FREE, "id": "state", "usd": 60_000, "from": "2027-07", "functions": ["measurement"]}
OFFICE = {**FREE, "id": "city", "usd": 50_000, "office": True, "roles": ["director"]}


@pytest.mark.parametrize(
    ("sources", "says"),
    [
        ((), ""),
        ((FREE,), "All of the promised $200,000 may pay for anything."),
        (
            (FREE, DATA),
            "Of the promised $290,000, $200,000 may pay for anything; $90,000 is tied to shared "
            "measurement (Data fund).",
        ),
        (
            (FREE, OFFICE, DATA, STATE),
            "Of the promised $370,000, $200,000 may pay for anything; $120,000 is tied to shared "
            "measurement (Data fund and State) and $50,000 is tied to director and the office "
            "(City).",
        ),
        (
            (DATA,),
            "None of the promised $90,000 may pay for anything: $90,000 is tied to shared "
            "measurement (Data fund). Ask first for money that may pay for anything: it is harder "
            "to raise.",
        ),
        (
            ({**FREE, "usd": 80_000}, DATA),
            "Of the promised $170,000, $80,000 may pay for anything; $90,000 is tied to shared "
            "measurement (Data fund). Ask first for money that may pay for anything: it is harder "
            "to raise.",
        ),
    ],
)
def test_what_is_free_and_what_is_tied_to_what_is_one_sentence(sources, says):
    assert tied(ours(*sources), CATALOG).plain == says


def test_a_grant_that_only_an_older_plan_lists_is_tied_too():
    grant = {"id": "old", "usd": 6_000, "functions": ["vision"]}
    funding = {"budget_usd": 550_000, "grants": [grant]}

    record = changed(BARE, "plan.yaml", {(): {**PLAN, "funding": funding}})

    assert tied(record, CATALOG).plain.startswith(
        "None of the promised $6,000 may pay for anything: $6,000 is tied to vision and strategy "
        "(Old)."
    )


def test_without_a_plan_nothing_is_told():
    assert not tied(ours(FREE, plan=None), CATALOG)


def test_the_memo_tells_it_with_the_team():
    seen = snapshot(ours(FREE, DATA), CATALOG)

    said = [one.plain for one in sentences_of(on_team(seen).sections)]

    assert tied(seen.bundle, CATALOG).plain in said
