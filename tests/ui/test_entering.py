"""Everything a plan rests on is entered on the page: posts, purchases, gifts, hours, what an hour
counts and the rules of money; what cannot be is refused beside its field, in words.
"""

from decimal import Decimal

import pytest

from cidesign.domain.person import OPERATOR
from cidesign.record import changed, read_files
from cidesign.text import say, speaking
from cidesign.workshop import Store
from tests.text.visible import Pretended
from tests.ui.planning import charts, look_closer, plan_of, tab_on, widget, words

DIRECTOR = {
    "id": "director",
    "salary_usd": 95_000,
    "min_fte": 1,
    "max_fte": 1,
    "must_have": True,
    "does": {"vision": 1},
}
DATA = {
    "id": "data_manager",
    "salary_usd": 80_000,
    "min_fte": 0,
    "max_fte": 1,
    "does": {"measurement": 1},
    "needs": ["director"],
}
SURVEY = {
    "id": "survey_of_residents",
    "functions": {"measurement": 1},
    "pieces": [
        {"usd": 8_000, "hours_per_month_per_1000_usd": 2},
        {"usd": 8_000, "hours_per_month_per_1000_usd": 1},
    ],
}
PLAN = {
    "price_year": 2025,
    "need": {"vision": 100, "measurement": 100},
    "floor": 0,
    "roles": [DIRECTOR, DATA],
    "supervision": {"by": ["director"], "hours_per_person": 6},
    "lines": [SURVEY],
    "funding": {"budget_usd": 300_000},
}
YEARS = {
    "start": "2027-03",
    "years": 2,
    "hiring": {"cost_share": 0, "severance_share": 0, "ramp_up_loss": 0},
}


def kept(store: Store, plan=PLAN, years=None) -> str:
    """A workshop in the store with this plan, and with years ahead where some are given."""
    bundle = changed(read_files({"workshop.yaml": b"name: Ours\n"}), "plan.yaml", {(): plan})
    return store.create(changed(bundle, "outlook.yaml", {(): years}) if years else bundle)


def at(tab, section: str):
    """The tab of all figures, open at a section."""
    tab.session_state["team.section"] = section
    return look_closer(tab, "change")


def section_of(workshop: str, section: str, row: str = ""):
    """A new tab at a section, with this row open."""
    tab = tab_on("team", workshop)
    if row:
        tab.session_state[f"team.{section}.opened"] = row
    return at(tab, section)


def put(tab, **values) -> None:
    """Fill number fields, whose keys are given with two underscores for each full stop."""
    for key, value in values.items():
        widget(tab, "number_input", f"team.{key.replace('__', '.')}").set_value(value)


def added(tab, section: str, name: str, chosen: str, **numbers):
    """One of the committee's own is added."""
    form = f"team.{section}.own"
    widget(tab, "text_input", f"{form}.name").set_value(name)
    for key, value in numbers.items():
        widget(tab, "number_input", f"{form}.{key}").set_value(value)
    widget(tab, "selectbox", f"{form}.for").set_value(chosen)
    return widget(tab, "button", f"{form}.add").click().run()


def filled(tab, post: str, fte: float):
    """A post is made a must of exactly this size."""
    for end in ("most", "least"):
        widget(tab, "number_input", f"team.post.{post}.{end}").set_value(fte)
    tab.run()
    return widget(tab, "segmented_control", f"team.post.{post}.must").set_value(True).run()


def told_lately(store: Store, workshop: str) -> str:
    """The last sentence of History."""
    record = store.read(workshop).bundle
    return max(store.past(workshop), key=lambda one: one.seq).told(record)


def paid(tab) -> str:
    """Everything the plan pays for, as the page tells it."""
    return words(look_closer(tab, "paid-for"))


def test_a_published_budget_of_two_years_is_entered_and_comes_out_as_printed(store):
    """PolicyEngine's request to the Public Benefit Innovation Fund, its file pbif_budget_exact.md of
    2025: 1.5 FTE with benefits of 25%, four purchases, 10% indirect; $254,375 and $240,831.
    """
    workshop = kept(store, {**PLAN, "roles": [DIRECTOR], "lines": [], "supervision": None})
    tab = section_of(workshop, "posts")
    for name, salary, fte, does in (
        ("Lead engineer", 90_000, 0.75, "Vision and strategy"),
        ("ML/AI engineer", 80_000, 0.5, "Shared measurement"),
        ("Policy coordinator", 70_000, 0.25, "Advancing policy"),
    ):
        filled(added(tab, "posts", name, does, salary=salary), name, fte)
        assert widget(tab, "number_input", f"team.post.{name}.benefits").value == 25
    tab.session_state["team.posts.opened"] = "director"
    widget(tab.run(), "button", "team.posts.remove").click().run()
    at(tab, "purchases")
    for name, usd in (
        ("Partner microgrants", 60_000),
        ("Cloud", 10_000),
        ("Software", 3_000),
        ("Travel", 2_000),
    ):
        added(tab, "purchases", name, "Shared measurement", usd=usd, hours=2)
    at(tab, "money")
    widget(tab, "segmented_control", "team.overhead").set_value("indirect").run()
    put(tab, rate=10.0, exact=254_375.0)
    tab.run()

    assert not tab.exception
    assert "All together | $254,375" in paid(tab)

    at(tab, "posts")
    for name, salary in (
        ("Lead engineer", 92_700),
        ("ML/AI engineer", 82_400),
        ("Policy coordinator", 72_100),
    ):
        tab.session_state["team.posts.opened"] = name
        widget(tab.run(), "number_input", f"team.post.{name}.salary").set_value(salary).run()
    at(tab, "purchases")
    for name, first, then in (
        ("Partner microgrants", ("least", 40_000), ("fixed", 40_000)),
        ("Cloud", ("fixed", 12_000), ("least", 12_000)),
        ("Travel", ("fixed", 3_000), ("least", 3_000)),
    ):
        tab.session_state["team.purchases.opened"] = name
        tab.run()
        for field, usd in (first, then):
            widget(tab, "number_input", f"team.line.{name}.{field}").set_value(usd).run()

    assert not tab.exception
    assert "All together | $240,831" in paid(tab)


def test_a_usual_post_is_added_with_its_usual_figures_and_opens(store):
    workshop = kept(store)
    tab = section_of(workshop, "posts")

    widget(tab, "selectbox", "team.posts.usual").set_value("Facilitator")
    widget(tab, "button", "team.posts.add").click().run()

    assert [role.id for role in plan_of(store, workshop).roles][-1] == "facilitator"
    assert widget(tab, "number_input", "team.post.facilitator.salary").value > 0
    assert told_lately(store, workshop) == "Somebody added the post Facilitator"


def test_an_own_post_without_a_name_is_refused_and_what_was_typed_stays(store):
    workshop = kept(store)
    tab = section_of(workshop, "posts")

    added(tab, "posts", " ", "Advancing policy", salary=61_000)

    assert "it has no name yet" in words(tab)
    assert widget(tab, "number_input", "team.posts.own.salary").value == 61_000
    assert len(plan_of(store, workshop).roles) == 2


def test_a_post_that_others_name_tells_what_goes_with_it(store):
    workshop = kept(store)
    tab = section_of(workshop, "posts", "director")

    assert (
        "With it: Data manager no longer needs it and nobody leads any more, and no time is kept "
        "for it." in words(tab)
    )
    widget(tab, "button", "team.posts.remove").click().run()

    left = plan_of(store, workshop)
    assert [role.id for role in left.roles] == ["data_manager"]
    assert (left.roles[0].needs, left.supervision) == ((), None)
    assert told_lately(store, workshop) == "Somebody removed the post Director"


def test_history_brings_a_post_back_with_all_that_named_it(store):
    pays = {"id": "city", "usd": 9_000, "from": "2027-03", "to": "2028-02", "pays": "monthly"}
    bundle = store.read(kept(store, years=YEARS)).bundle
    money = {"sources": [{**pays, "roles": ["data_manager"], "office": True}]}
    workshop = store.create(changed(bundle, "funding.yaml", {(): money}))
    before = dict(store.read(workshop).bundle.files)
    tab = section_of(workshop, "posts", "data_manager")
    assert "With it: City no longer pays for it." in words(tab)
    widget(tab, "button", "team.posts.remove").click().run()
    assert store.read(workshop).bundle.funding.sources[0].roles == ()

    last = max(one.seq for one in store.past(workshop))
    store.do(workshop, store.way_back(workshop, last), OPERATOR, nonce="back")

    assert dict(store.read(workshop).bundle.files) == before


def test_a_source_that_pays_for_nothing_else_is_named_beside_the_button(store):
    pays = {"id": "city", "usd": 9_000, "from": "2027-03", "to": "2028-02", "pays": "monthly"}
    bundle = store.read(kept(store, years=YEARS)).bundle
    money = {"sources": [{**pays, "roles": ["data_manager"]}]}
    workshop = store.create(changed(bundle, "funding.yaml", {(): money}))
    tab = section_of(workshop, "posts", "data_manager")

    assert "City pays for nothing else: first say what else it may pay for." in words(tab)
    widget(tab, "button", "team.posts.remove").click().run()

    assert "City pays for nothing else." in words(tab)
    assert "First say what else it may pay for, or take it out of who pays." in words(tab)
    assert len(plan_of(store, workshop).roles) == 2
    widget(tab, "button", "team.posts.remove.pays").click().run()
    assert tab.query_params["more"] == "who-pays"


def test_every_choice_of_a_post_is_saved_and_told_with_its_name(store):
    workshop = kept(store, years=YEARS)
    tab = section_of(workshop, "posts", "data_manager")

    widget(tab, "selectbox", "team.post.data_manager.start").set_value("May 2027").run()
    assert told_lately(store, workshop) == ("Somebody changed the post Data manager: from May 2027")
    widget(tab, "multiselect", "team.post.data_manager.needs").set_value([]).run()
    put(tab, post__data_manager__does__policy=0.8, post__data_manager__in_post=0.5)
    tab.run()
    widget(tab, "segmented_control", "team.post.data_manager.kind").set_value("contractor").run()

    post = plan_of(store, workshop).roles[1]
    assert (post.start_month, post.needs, post.kind, post.in_post) == (3, (), "contractor", 0)
    assert post.does == {"measurement": 1, "policy": Decimal("0.8")}
    put(tab, post__data_manager__does__policy=0.0)
    tab.run()
    assert plan_of(store, workshop).roles[1].does == {"measurement": 1}


@pytest.mark.parametrize(
    ("section", "row", "kind", "key", "value", "says"),
    [
        (
            "posts",
            "data_manager",
            "segmented_control",
            "post.data_manager.must",
            True,
            "It cannot be a must while its least FTE is 0. Raise its least FTE first.",
        ),
        (
            "posts",
            "director",
            "segmented_control",
            "post.director.kind",
            "contractor",
            "It leads people, and a contractor cannot. Let another post lead first, under "
            "Hiring and leading.",
        ),
        (
            "posts",
            "director",
            "number_input",
            "post.director.most",
            0.5,
            "At most 0.5 FTE is below the least of 1.",
        ),
        (
            "posts",
            "data_manager",
            "number_input",
            "post.data_manager.does.measurement",
            0.0,
            "It does nothing. Name at least one function it does.",
        ),
        (
            "purchases",
            "survey_of_residents",
            "number_input",
            "line.survey_of_residents.rate.1",
            3.0,
            "The rate rises from one piece to the next. Write rates that stay or fall.",
        ),
        (
            "purchases",
            "survey_of_residents",
            "number_input",
            "line.survey_of_residents.least",
            20_000.0,
            "At least $20,000 is more than the $16,000 it can hold.",
        ),
        (
            "hiring",
            "",
            "number_input",
            "fte_step",
            0.3,
            "1 FTE is not a multiple of the step of 0.3.",
        ),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_in_words(
    store, section, row, kind, key, value, says
):
    workshop = kept(store)
    before = plan_of(store, workshop)
    tab = section_of(workshop, section, row)

    widget(tab, kind, f"team.{key}").set_value(value).run()

    assert not tab.exception
    assert says in words(tab).replace("**", "")
    assert "Nothing was saved." in words(tab)
    assert plan_of(store, workshop) == before


def test_a_purchase_gets_next_dollars_and_loses_them(store):
    workshop = kept(store)
    tab = section_of(workshop, "purchases", "survey_of_residents")

    widget(tab, "button", "team.line.survey_of_residents.more").click().run()
    assert [piece.usd for piece in plan_of(store, workshop).lines[0].pieces] == [8000, 8000, 5000]
    widget(tab, "button", "team.line.survey_of_residents.fewer").click().run()
    put(tab, line__survey_of_residents__serves__vision=1.0)
    widget(tab, "segmented_control", "team.line.survey_of_residents.indirect").set_value(False)
    tab.run()

    line = plan_of(store, workshop).lines[0]
    assert len(line.pieces) == 2
    assert line.functions == {"measurement": 1, "vision": 1}
    assert line.indirect is False


def test_a_gift_takes_its_dollars_off_and_is_removed_again(store):
    workshop = kept(store)
    tab = section_of(workshop, "gifts")
    before = tab.header[0].value

    added(tab, "gifts", "director on loan", "Director", usd=30_000)
    assert "$30,000 a year, off director" in words(tab)
    assert tab.header[0].value != before
    widget(tab, "button", "team.gifts.remove").click().run()

    assert plan_of(store, workshop).in_kind == ()
    assert told_lately(store, workshop) == "Somebody removed the gift in kind Director on loan"


def test_hours_follow_from_work_step_by_step_or_are_set(store):
    driven = {**PLAN, "drivers": {"partners": 30}, "phase": "organize_for_impact"}
    driven = {key: one for key, one in driven.items() if key != "need"}
    workshop = kept(store, driven)
    tab = section_of(workshop, "work")
    assert charts(tab) == 3
    assert "Vision and strategy needs 45 h a month" in [one.value for one in tab.subheader]

    widget(tab, "segmented_control", "team.needs").set_value("hand").run()
    assert plan_of(store, workshop).need["vision"] == 45  # 30 x 1.5 h, all of it asked for
    assert plan_of(store, workshop).drivers is None
    assert told_lately(store, workshop) == ('Somebody changed "Hours needed" to our own figures')
    put(tab, need__vision=60.0)
    tab.run()
    assert plan_of(store, workshop).need["vision"] == 60

    widget(tab, "segmented_control", "team.needs").set_value("work").run()
    assert not tab.exception
    assert plan_of(store, workshop).need is None
    assert plan_of(store, workshop).drivers["partners"] == 25


def test_an_hour_counts_as_often_as_is_chosen_and_what_ten_more_add_is_told(store):
    workshop = kept(store)
    tab = section_of(workshop, "priorities")
    assert words(tab).count("Ten more hours a month") == 2

    widget(tab, "segmented_control", "team.priority.measurement").set_value(Decimal(3)).run()
    assert plan_of(store, workshop).priorities == {"measurement": 3}
    assert told_lately(store, workshop) == (
        'Somebody changed "Shared measurement: times an hour counts" to 3 times'
    )
    widget(tab, "segmented_control", "team.priority.measurement").set_value("own").run()
    put(tab, times__measurement=1.5)
    tab.run()

    assert plan_of(store, workshop).priorities == {"measurement": Decimal("1.5")}
    assert widget(tab, "segmented_control", "team.priority.measurement").value == "own"


def test_each_function_may_have_a_least_coverage_of_its_own(store):
    workshop = kept(store)
    tab = section_of(workshop, "priorities")

    widget(tab, "segmented_control", "team.floors").set_value("each").run()
    put(tab, floor__measurement=40.0)
    tab.run()

    assert plan_of(store, workshop).floor["measurement"] == Decimal("0.4")
    assert plan_of(store, workshop).floor["vision"] == 0


def test_rules_of_money_are_saved_where_they_stand(store):
    workshop = kept(store, years=YEARS)
    tab = section_of(workshop, "money")

    put(tab, office_person=3_000.0)
    tab.run()
    widget(tab, "segmented_control", "team.office_indirect").set_value(False).run()
    at(tab, "hiring")
    put(tab, people=60.0, smallest=0.5, hiring__ramp_up_loss=20.0)
    tab.run()
    widget(tab, "multiselect", "team.leads").set_value(["Data manager"]).run()

    assert not tab.exception
    record = store.read(workshop).bundle
    assert record.plan.office.per_person_usd == 3_000
    assert record.plan.office.indirect is False
    assert record.plan.people_only_share == Decimal("0.6")
    assert record.plan.smallest_post == Decimal("0.5")
    assert record.plan.supervision.by == ("data_manager",)
    assert record.outlook.hiring.ramp_up_loss == Decimal("0.2")
    assert told_lately(store, workshop) == ('Somebody changed "Who may lead" to data manager')


def test_nobody_who_leads_takes_the_rule_out_and_somebody_brings_it_back(store):
    workshop = kept(store)
    tab = section_of(workshop, "hiring")

    widget(tab, "multiselect", "team.leads").set_value([]).run()
    assert plan_of(store, workshop).supervision is None
    widget(tab, "multiselect", "team.leads").set_value(["Director"]).run()

    assert plan_of(store, workshop).supervision.hours_per_person == 6


def test_what_coverage_is_worth_is_changed_and_a_curve_that_gets_steeper_is_refused(store):
    workshop = kept(store)
    tab = section_of(workshop, "priorities")

    put(tab, curve__0__points=70.0)
    tab.run()
    assert [point.benefit for point in plan_of(store, workshop).benefit_curve] == [70, 95, 100]
    put(tab, curve__0__points=20.0)
    tab.run()

    assert "The curve gets steeper." in words(tab)
    assert plan_of(store, workshop).benefit_curve[0].benefit == 70


def test_another_price_year_changes_no_figure(store):
    workshop = kept(store)
    tab = section_of(workshop, "money")

    widget(tab, "selectbox", "team.price_year").set_value("2026").run()

    assert not tab.exception
    assert plan_of(store, workshop).price_year == 2026
    assert plan_of(store, workshop).roles[0].salary_usd == 95_000
    assert told_lately(store, workshop).endswith("to 2026")


def test_what_was_chosen_is_told_in_the_language_of_the_workshop(store, monkeypatch):
    monkeypatch.setattr("cidesign.ui.kit.inputs.language_here", Pretended)
    workshop = kept(store)
    tab = section_of(workshop, "posts", "director")

    widget(tab, "segmented_control", "team.post.director.must").set_value(False).run()

    with speaking(Pretended()):
        expected = say("no must")
    assert expected != "no must"
    assert max(store.past(workshop), key=lambda one: one.seq).act.said == expected
