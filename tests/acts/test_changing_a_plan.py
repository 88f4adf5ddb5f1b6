"""Posts, purchases and gifts come and go: each is told with its name, and what named it goes with
it, or stands in the way in words.
"""

from decimal import Decimal

import pytest

from cidesign.acts import act_kind
from cidesign.acts.add_gift import AddGift
from cidesign.acts.add_post import AddPost
from cidesign.acts.add_purchase import AddPurchase
from cidesign.acts.change_post import ChangePost
from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.acts.remove_gift import RemoveGift
from cidesign.acts.remove_post import RemovePost
from cidesign.acts.remove_purchase import RemovePurchase
from cidesign.acts.save_scenario import SaveScenario
from cidesign.acts.written import read_back, written
from cidesign.domain.problem import BadInput
from cidesign.domain.ties import Listed, Ties, ties_of
from cidesign.record import changed, read_files
from cidesign.record.ledger import as_json, from_json
from cidesign.text import speaking
from tests.text.visible import Pretended

DIRECTOR = {
    "id": "director",
    "salary_usd": 100_000,
    "min_fte": 1,
    "max_fte": 1,
    "must_have": True,
    "does": {"vision": 1},
}
HELPER = {
    "id": "helper",
    "salary_usd": 50_000,
    "min_fte": 0,
    "max_fte": 1,
    "does": {"community": 1},
    "needs": ["director"],
}
SURVEY = {"id": "survey", "functions": {"community": 1}, "fixed_usd": 9_000}
PLAN = {
    "need": {"vision": 100, "community": 80},
    "roles": [DIRECTOR, HELPER],
    "supervision": {"by": ["director"], "hours_per_person": 6},
    "lines": [SURVEY],
    "in_kind": [
        {"id": "rooms", "usd": 4_000, "offsets": "office"},
        {"id": "printing", "usd": 2_000, "offsets": "line:survey"},
    ],
    "funding": {"budget_usd": 400_000},
}
CITY = {"id": "city", "usd": 90_000, "from": "2027-01", "to": "2028-12", "pays": "monthly"}
NO_MUSTS = {
    "name": "No musts",
    "budget_usd": 300_000,
    "community_min_share": 0,
    "reserve_rate": 0,
    "must_have": False,
}
YEARS = {"start": "2027-01", "years": 2}


def planned(*sources):
    files = {"plan.yaml": PLAN, "outlook.yaml": YEARS, "funding.yaml": {"sources": list(sources)}}
    record = read_files({"workshop.yaml": b"name: Ours\n"})
    for file, told in files.items():
        record = changed(record, file, {(): told})
    return record


OURS = planned()
CLERK = {"id": "Clerk", "salary_usd": Decimal("41000.0"), "min_fte": 0, "max_fte": 1}
DONE = [
    (AddPost(post={**CLERK, "does": {"vision": 1}}, called="Clerk"), "added the post Clerk"),
    (
        ChangePost(id="helper", called="Helper", changes=((("start_month",), 4),), said="month 4"),
        "changed the post Helper: month 4",
    ),
    (RemovePost(id="helper", called="Helper"), "removed the post Helper"),
    (
        AddPurchase(purchase={**SURVEY, "id": "Travel"}, called="Travel"),
        "added the purchase Travel",
    ),
    (RemovePurchase(id="survey", called="Survey"), "removed the purchase Survey"),
    (AddGift(name="desks", usd=Decimal("3000.0"), offsets="office"), "the gift in kind Desks"),
    (RemoveGift(id="rooms", called="Rooms"), "removed the gift in kind Rooms"),
    (
        ChooseInPlan(changes=((("floor",), 0),), called="Least coverage", chosen="nothing"),
        'changed "Least coverage" to nothing',
    ),
]


def refused(act, record=OURS):
    with pytest.raises(BadInput) as told:
        act.on(record)
    return [problem.line() for problem in told.value.problems]


@pytest.mark.parametrize(("act", "says"), DONE, ids=[act.kind for act, _ in DONE])
def test_each_is_told_with_its_name_and_survives_the_ledger_in_any_language(act, says):
    after = act.on(OURS)

    pieces = written(act, {})
    value, held = (from_json(as_json(one)) for one in (pieces.value, pieces.held))
    with speaking(Pretended()):
        again = read_back(act_kind(act.kind), value, held, pieces.files).on(OURS)

    assert says in act.told("Ana Reyes", OURS)
    assert dict(after.files) != dict(OURS.files)
    assert dict(again.files) == dict(after.files)
    assert act.undoable


def test_a_name_that_another_has_is_refused_whatever_its_capitals():
    twin = {**CLERK, "id": "HELPER", "does": {"vision": 1}}

    assert refused(AddPost(post=twin, called="HELPER")) == [
        "Name: another one has this name; write another name"
    ]
    assert refused(AddGift(name=" ", usd=Decimal(1), offsets="office")) == [
        "Name: it has no name yet; write one"
    ]


def test_what_names_a_post_is_known_before_it_goes():
    record = planned(
        {**CITY, "roles": ["helper"], "office": True},
        {**CITY, "id": "church", "roles": ["helper"]},
    )

    assert ties_of(record, Listed.POSTS, "helper") == Ties(
        payers=("city",), only_payers=("church",)
    )
    assert ties_of(record, Listed.POSTS, "director") == Ties(
        needed_by=("helper",), leads=True, leads_alone=True
    )
    assert ties_of(record, Listed.PURCHASES, "survey") == Ties(gifts=("printing",))


def test_a_post_goes_with_what_others_need_and_who_leads():
    after = RemovePost(id="director", called="Director").on(OURS).plan

    assert [role.id for role in after.roles] == ["helper"]
    assert after.roles[0].needs == ()
    assert after.supervision is None


def test_another_who_leads_goes_on_leading():
    both = changed(OURS, "plan.yaml", {("supervision", "by"): ["director", "helper"]})

    after = RemovePost(id="director", called="Director").on(both).plan

    assert after.supervision.by == ("helper",)


def test_a_source_that_pays_for_something_else_too_no_longer_names_it():
    record = planned({**CITY, "roles": ["helper"], "lines": ["survey"]})

    after = RemovePurchase(id="survey", called="Survey").on(
        RemovePost(id="director", called="Director").on(record)
    )

    assert after.funding.sources[0].roles == ("helper",)
    assert after.funding.sources[0].lines == ()
    assert [gift.id for gift in after.plan.in_kind] == ["rooms"]


def test_a_source_that_pays_for_nothing_else_stands_in_the_way():
    record = planned({**CITY, "roles": ["helper"]})

    assert refused(RemovePost(id="helper", called="Helper"), record) == [
        "Helper: City pays for nothing else; first say what else it may pay for, or take it out of "
        "who pays"
    ]


def test_an_older_grant_in_the_plan_itself_no_longer_names_it():
    grant = {"id": "city", "usd": 9_000, "roles": ["helper"], "office": True}
    older = changed(
        read_files({"workshop.yaml": b"name: Ours\n"}),
        "plan.yaml",
        {(): {**PLAN, "funding": {"budget_usd": 400_000, "grants": [grant]}}},
    )

    after = RemovePost(id="helper", called="Helper").on(older).plan

    assert after.funding.grants[0].roles == ()
    assert after.funding.grants[0].office


def test_a_scenario_that_changes_a_post_forgets_it():
    saved = SaveScenario(**NO_MUSTS).on(OURS)
    assert [one["id"] for one in saved.scenarios["no_musts"].changes["roles"]] == ["director"]

    after = RemovePost(id="director", called="Director").on(saved)

    assert "roles" not in after.scenarios["no_musts"].changes
    assert [role.id for role in after.scenarios["no_musts"].plan.roles] == ["helper"]


def test_the_last_post_stays():
    alone = RemovePost(id="helper", called="Helper").on(OURS)

    assert refused(RemovePost(id="director", called="Director"), alone) == [
        "Director: it is the only post of the plan; add another one first"
    ]


@pytest.mark.parametrize(
    ("id", "changes", "says"),
    [
        ("helper", ((("must_have",), True),), "it cannot be a must while its least FTE is 0"),
        ("director", ((("kind",), "contractor"),), "it leads people, and a contractor cannot"),
        ("helper", ((("needs",), ["Clerk"]),), "it cannot need a post that is not there"),
        ("Clerk", ((("needs",), None),), "it is not in the plan any more"),
    ],
)
def test_what_does_not_go_together_is_refused_in_words(id, changes, says):
    (line,) = refused(ChangePost(id=id, called="This post", changes=changes, said="so"))

    assert line.startswith(f"This post: {says}; ")
