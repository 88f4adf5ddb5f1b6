"""What a draft still takes from our usual values is said, group by group, until somebody puts an
own figure.
"""

from decimal import Decimal

import pytest

from cidesign.catalog import load
from cidesign.record import changed, read_files, reread
from cidesign.views.overview.assumed import assumed, still_usual
from cidesign.views.overview.beginning import begun, drafted
from cidesign.views.overview.drafting import Answers

CATALOG = load()


def said(bundle):
    return assumed(bundle, CATALOG)


def about(word, bundle):
    return [line for line in said(bundle) if word in line]


def test_a_workshop_that_holds_only_a_name_assumes_nothing():
    assert said(read_files({"workshop.yaml": b"name: Ours\n"})) == ()


def test_a_new_workshop_says_of_every_part_that_it_is_usual():
    lines = said(begun("Ours", CATALOG, start="2027-01"))

    assert {line.split(":")[0] for line in lines} == {
        "Structure",
        "Process",
        "Team and budget",
        "Outlook",
    }


def test_an_own_budget_is_no_longer_called_usual():
    ours = drafted(Answers("Ours", "2027-01", budget_usd=Decimal(700_000)), CATALOG)

    assert about("lower end", begun("Ours", CATALOG, start="2027-01"))
    assert about("lower end", ours) == []


def test_what_a_choice_of_structure_sets_is_called_usual_until_somebody_changes_it():
    chosen = {("decision", "variant"): "fiscally_sponsored", ("sets", "fee_rate"): Decimal("0.1")}
    usual = changed(begun("Ours", CATALOG, start="2027-01"), "structure.yaml", chosen)
    own = changed(usual, "structure.yaml", {("sets", "fee_rate"): Decimal("0.07")})

    (told,) = [one for one in still_usual(usual, CATALOG) if "sponsor" in one.said]
    assert told.said.startswith("Structure: fee of the sponsor, 10% of revenue, is counted")
    assert (told.page, told.tab) == ("structure", "arrangement")
    assert about("sponsor", own) == []


def test_an_own_answer_an_own_weight_and_own_salaries_are_no_longer_counted():
    bundle = begun("Ours", CATALOG, start="2027-01")
    answered = changed(bundle, "structure.yaml", {("answers", CATALOG.structure_drivers[0].id): 1})
    weighed = changed(bundle, "rules.yaml", {("criteria", 0, "weight"): 77})
    paid = changed(
        bundle,
        "plan.yaml",
        {("roles", place, "salary_usd"): 50_001 for place in range(len(bundle.plan.roles))},
    )

    assert about("Structure: nine of ten", answered)
    assert about("criteria", weighed) == []
    assert about("salaries of the whole country", paid) == []


def test_the_ratio_to_our_partners_and_the_price_level_of_our_state_are_named():
    bundle = drafted(Answers("Ours", "2027-01", partners=10, region="ca"), CATALOG)

    assert about("follow your 10 partners in the usual ratio", bundle)
    assert about("California", bundle)


def test_numbers_that_follow_another_number_of_partners_than_the_list_has_are_told():
    bundle = drafted(Answers("Ours", "2027-01", partners=10), CATALOG)
    listed = reread(bundle, {"partners.csv": b"id\n" + b"".join(b"p%d\n" % n for n in range(34))})

    assert about("follow the 10 partners told at first, and the list has 34", listed)
    assert about("your 10 partners", listed) == []


@pytest.mark.parametrize(
    ("budget", "team", "floor"),
    [
        (30_000, "nobody, because it did not carry half a post", "0%"),
        (60_000, "one half-time coordinator", "0%"),
        (150_000, "one full-time coordinator does some of everything", "10%"),
        (400_000, "a full-time director leads", "20%"),
    ],
)
def test_a_draft_says_which_first_team_its_money_carries(budget, team, floor):
    ours = drafted(Answers("Ours", "2027-01", budget_usd=Decimal(budget)), CATALOG)

    (line,) = about("first team", ours)
    assert team in line
    assert f"at least {floor} of its hours" in line or floor == "0%"


def test_a_first_team_that_was_changed_is_no_longer_told():
    ours = begun("Ours", CATALOG, start="2027-01")
    place = [role.id for role in ours.plan.roles].index("facilitator")
    alone = changed(ours, "plan.yaml", {("roles", place, "must_have"): False})

    assert about("first team", ours)
    assert about("first team", alone) == []


def test_a_rate_is_shown_with_its_decimals():
    assert about("salaries grow by 3.5% a year", begun("Ours", CATALOG, start="2027-01"))


def test_each_usual_value_names_the_page_and_the_tab_where_it_is_changed():
    places = {one.said.partition(":")[0]: (one.page, one.tab) for one in still_usual(
        begun("Ours", CATALOG, start="2027-01"), CATALOG
    )}  # fmt: skip

    assert places == {
        "Structure": ("structure", ""),
        "Process": ("process", "weighing"),
        "Team and budget": ("team", "change"),
        "Outlook": ("outlook", "change"),
    }


def test_the_answers_are_counted_as_their_own_page_counts_them():
    asked = [one.about for one in CATALOG.structure_drivers]
    lines = said(begun("Ours", CATALOG, start="2027-01"))

    assert (asked.count("structure"), asked.count("mode")) == (10, 5)
    assert "Structure: ten of ten answers are usual ones." in lines
    assert "Process: five of five answers about who may apply are usual ones." in lines
