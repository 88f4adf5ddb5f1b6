"""A rehearsal on a member's sheet: like the real one, marked on every page, blind until its end, and
gone when it is deleted; forged forms of it leave nothing.
"""

import json
from decimal import Decimal
from html import unescape

import pytest

from cidesign.acts.open_round import OpenRound
from cidesign.catalog import load
from cidesign.domain.person import OPERATOR, Role
from cidesign.domain.rehearsal import Rehearsal
from cidesign.domain.stage import STAGES
from cidesign.views.sheet.rehearsal import of_invented
from cidesign.workshop import Store, rehearsing
from tests.serve.asking import HOST, House, elements, files, filled
from tests.serve.shared_house import SharedHouse
from tests.views.compare.panels import RULES

LEVELS = RULES.replace(
    "scale: {worst: 1, best: 5, step: 1}",
    'scale: {worst: 1, best: 5, step: 1, levels: {1: "Few come.", 5: "All come."}}',
)
FEIGNED = tuple(one.id for one in load().invented)
MARK = "Rehearsal: nothing of it counts"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """One for those who join: each house is a workshop of its own in it."""
    with Store(f"sqlite:///{tmp_path_factory.mktemp('rehearsed') / 'store.db'}") as opened:
        yield opened


def begin(house) -> Rehearsal:
    return rehearsing.begin(house.store, house.id, OPERATOR, candidates=FEIGNED)


@pytest.fixture
def house():
    return House(files("sealed", LEVELS))


@pytest.fixture
def held(house):
    return begin(house)


def at(held, place=0):
    return of_invented(held, FEIGNED[place])


def page_of(house, held, place=0, *, who="ana"):
    return house.ask("/sheet?of=" + at(held, place).replace(":", "%3A"), who=who)


def given(house, who):
    member = next(one for one in house.bundle.workshop.members if one.id == who)
    by = type(OPERATOR)(member.id, Role.MEMBER, "", member.id)
    return rehearsing.mine(house.store, house.id, by)


def test_without_one_the_sheet_says_nothing_of_it(house):
    assert "rehears" not in house.see().text.partition("data-said")[0].lower().replace(
        'data-rehearsal="none"', ""
    )
    assert 'id="rehearsal"' not in house.see().text


def test_the_first_page_leads_to_both_invented_candidates_and_marks_them(house, held):
    page = house.see().text

    links = [one.get("href", "") for one in elements(page, "a")]
    assert MARK in page
    assert all(f"/sheet?of={at(held, place).replace(':', '%3A')}" in links for place in (0, 1))


def test_an_invented_candidate_says_something_on_each_criterion_beside_its_levels(house, held):
    answer = page_of(house, held)

    page = unescape(answer.text)
    trust = 'data-criterion="trust"'
    assert answer.status == 200
    assert MARK in page
    assert "Larkfield Commons (invented)" in page
    assert page.index(trust) < page.index("In the application: “We have done this for six years")
    assert "Seen as taking sides" in page
    assert "Why?" not in page.partition("<main")[2].partition(">")[2]
    assert len(answer.body) < 60_000


def test_a_form_without_a_script_is_kept_and_leads_to_the_next(house, held):
    form = filled(page_of(house, held).text)

    answer = house.post({**form, "level.trust": "4", "level.reach": "2"})
    again = filled(page_of(house, held).text)

    assert answer.status == 303
    assert answer.headers["location"] == (f"/sheet?of={at(held, 1).replace(':', '%3A')}&done=2")
    assert (again["level.trust"], again["level.reach"]) == ("4", "2")
    assert given(house, "ana") == {
        (FEIGNED[0], "trust"): Decimal(4),
        (FEIGNED[0], "reach"): Decimal(2),
    }


def tap(house, held, level, *, who="ana", nonce="n1", **more):
    said = {"do": "scores", "of": at(held), "level.trust": level, "nonce": nonce, **more}
    return house.post(said, who=who, accept="application/json")


def test_a_tap_that_comes_twice_is_kept_once_and_says_what_is_kept(house, held):
    first = json.loads(tap(house, held, "2", nonce="n1").text)
    tap(house, held, "5", nonce="n2", **{"was.trust": first["cells"]["trust"]["stamp"]})
    again = json.loads(tap(house, held, "2", nonce="n1").text)

    assert first["cells"]["trust"]["level"] == "2"
    assert again["cells"]["trust"]["level"] == "5"
    assert again["rehearsal"] == "open"


def test_a_level_off_the_scale_is_refused_beside_its_field(house, held):
    answer = tap(house, held, "6")

    assert answer.status == 422
    assert "off the scale" in json.loads(answer.text)["refused"]["level.trust"]
    assert given(house, "ana") == {}


def test_nothing_of_it_is_in_the_record(house, held):
    before = dict(house.store.exported(house.id).files)

    tap(house, held, "4")

    assert dict(house.store.exported(house.id).files) == before


CANARY = "4.375"
ODD = LEVELS.replace("worst: 1, best: 5, step: 1,", "worst: 1, best: 5, step: 0.125,", 1)


def test_a_planted_level_is_seen_by_nobody_else_before_the_end(store):
    """On a scale whose steps are so small that the level stands nowhere else on a page."""
    house = SharedHouse(files("sealed", ODD), store)
    held = begin(house)
    people = {
        "ben": house.joins(Role.MEMBER, "ben"),
        "ana": house.joins(Role.MEMBER, "ana"),
        **{
            role.value: house.joins(role) for role in (Role.FACILITATOR, Role.SCRIBE, Role.OBSERVER)
        },
    }
    ben = people.pop("ben")
    kept = house.send(
        {"do": "scores", "of": at(held), "level.trust": CANARY}, ben, house.token_of(ben)
    )
    of = at(held).replace(":", "%3A")
    paths = ("/sheet", f"/sheet?of={of}", f"/sheet?read={of}")

    def seen(one):
        told = [
            house.ask(path, **one.bears, **more).text
            for path in paths
            for more in ({}, {"accept": "application/json"})
        ]
        forged = {"do": "scores", "of": at(held), "level.trust": "99", "rater": "ben"}
        return "".join([*told, house.send(forged, one, house.token_of(one)).text])

    before = {name: CANARY in seen(one) for name, one in people.items()}
    his = CANARY in seen(ben)
    rehearsing.end(house.store, house.id, OPERATOR)

    assert kept.status == 200
    assert before == dict.fromkeys(people, False)
    assert his
    assert {name: CANARY in seen(one) for name, one in people.items()} == before  # he was alone


def test_after_the_end_all_see_how_far_apart_without_a_name(house, held):
    everybody = [one.id for one in house.bundle.workshop.members]
    for who, level in zip(everybody, ("2", "2", "2", "5"), strict=True):
        tap(house, held, level, who=who)

    rehearsing.end(house.store, house.id, OPERATOR)

    page = unescape(house.see(who="dee").text)
    part = page[page.index('id="rehearsal"') :]
    assert "Four members read it from level 2 to level 5: agree what counts as evidence." in part
    assert MARK in part
    assert not any(one.label in part for one in house.bundle.workshop.members[:3])


def test_of_fewer_than_four_only_whether_they_agree_is_told(house, held):
    for who, level in (("ana", "3"), ("ben", "4"), ("chi", "3")):
        tap(house, held, level, who=who)

    rehearsing.end(house.store, house.id, OPERATOR)

    page = house.see().text
    assert "Three members, too few to tell their levels: they do not agree." in page
    assert "level 3" not in page.partition('id="rehearsal"')[2]


def test_from_five_on_each_level_has_a_dot_for_each_member():
    five = files("sealed", LEVELS)
    five["workshop.yaml"] = five["workshop.yaml"].replace(
        b"{id: dee, name: Dee Walker}", b"{id: dee, name: Dee Walker}, {id: eli, name: Eli Hart}"
    )
    house = House(five)
    held = begin(house)
    for who, level in zip(("ana", "ben", "chi", "dee", "eli"), "11155"):
        tap(house, held, level, who=who)

    rehearsing.end(house.store, house.id, OPERATOR)

    page = house.see().text
    assert "Three read level 1 and two level 5: agree what counts as evidence." in page
    assert '<b aria-hidden="true" class="dots">●●●</b><b>3</b>' in page


def test_an_open_page_learns_that_it_is_over_and_her_levels_stand_to_be_read(house, held):
    tap(house, held, "4")
    rehearsing.end(house.store, house.id, OPERATOR)

    of = at(held).replace(":", "%3A")
    now = json.loads(house.ask(f"/sheet?of={of}", accept="application/json").text)
    late = tap(house, held, "5", nonce="late")
    page = page_of(house, held).text

    assert (now["open"], now["rehearsal"]) == (False, "over")
    assert late.status == 422
    assert "the rehearsal is over" in json.loads(late.text)["refused"]["level.trust"].lower()
    assert "The rehearsal is over" in page
    assert not [one for one in elements(page, "input") if one.get("type") == "radio"]


def test_once_the_real_round_is_open_a_late_tap_of_the_rehearsal_is_told_that_it_is_gone(
    house, held
):
    house.store.do(house.id, OpenRound(), nonce="open")

    late = tap(house, held, "5")

    assert late.status == 422
    assert "Rehearsal: a round is open" in json.loads(late.text)["refused"]["level.trust"]
    assert house.bundle.scores == ()
    assert "Larkfield" not in house.see().text


FORMS = (
    {"do": "scores", "level.trust": "4"},
    {"do": "scores", "strength": "Fast", "concern": "Small"},
    {"do": "aside", "tie": "board", "few": "I sit on it"},
    {"do": "back"},
    {"do": "conflicts"},
)
"""Every form of the sheet, about an invented candidate."""
FORGED = {"rater": "ben", "member": "ben", "who": "ben", "entered_by": "ben", "role": "operator"}


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES, ids=lambda one: one.id)
@pytest.mark.parametrize("role", [one for one in Role if one is not Role.OPERATOR])
def test_a_forged_form_leaves_at_most_a_level_of_her_own_and_only_while_it_is_open(
    role, stage, store
):
    house = SharedHouse(files(stage.id, LEVELS), store)
    rehearsed = stage.id in ("draft", "sealed")
    held = begin(house) if rehearsed else Rehearsal("forged", FEIGNED, ("trust",))
    one = house.joins(role, "ana" if role is Role.MEMBER else "")
    before, token = house.bundle, house.token_of(one)

    told = [
        house.send(
            {"of": at(held), f"tie.{at(held)}": "none", **form, **FORGED, "nonce": str(place)},
            one,
            token,
        ).status
        for place, form in enumerate(FORMS)
    ]

    may = rehearsed and role is Role.MEMBER
    assert told == [200 if may else 422, *[422] * (len(FORMS) - 1)]
    assert house.bundle == before
    if rehearsed:
        assert given(house, "ben") == {}
        assert (given(house, "ana") != {}) is may


@pytest.mark.parametrize(
    "forgery",
    [
        {"token": ""},
        {"token": "0" * 64},
        {"headers": {"origin": "https://evil.example"}},
        {"headers": {"sec_fetch_site": "cross-site"}},
        {"headers": {"cookie": "cidesign_pass=forged"}},
        {"nobody": True},
    ],
    ids=str,
)
def test_a_form_of_it_from_elsewhere_leaves_nothing(forgery, store):
    house = SharedHouse(files("sealed", LEVELS), store)
    held = begin(house)
    ana = house.joins(Role.MEMBER, "ana")
    hers = house.token_of(ana)
    headers = {"origin": f"http://{HOST}", **forgery.get("headers", {})}
    bears = None if "nobody" in forgery or "cookie" in headers else ana
    form = {"do": "scores", "of": at(held), "level.trust": "4"}

    answer = house.send(form, bears, forgery.get("token", hers), **headers)

    assert answer.status in (401, 403)
    assert given(house, "ana") == {}
    assert house.send(form, ana, hers).status == 200
    assert given(house, "ana") != {}
