"""What a draft still takes from our usual values is said, group by group, until somebody puts an
own figure.
"""

from decimal import Decimal

from cidesign.catalog import load
from cidesign.record import changed, read_files
from cidesign.views.overview.assumed import assumed
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


def test_an_own_answer_an_own_weight_and_own_salaries_are_no_longer_counted():
    bundle = begun("Ours", CATALOG, start="2027-01")
    answered = changed(bundle, "structure.yaml", {("answers", CATALOG.structure_drivers[0].id): 1})
    weighed = changed(bundle, "rules.yaml", {("criteria", 0, "weight"): 77})
    paid = changed(
        bundle,
        "plan.yaml",
        {("roles", place, "salary_usd"): 50_001 for place in range(len(bundle.plan.roles))},
    )

    assert about("Structure: 14 of 15", answered)
    assert about("criteria", weighed) == []
    assert about("salaries of the whole country", paid) == []


def test_the_ratio_to_our_partners_and_the_price_level_of_our_state_are_named():
    bundle = drafted(Answers("Ours", "2027-01", partners=10, region="ca"), CATALOG)

    assert about("follow your 10 partners in the usual ratio", bundle)
    assert about("California", bundle)


def test_a_lean_draft_says_that_it_is_one():
    assert about(
        "little money is in sight",
        drafted(Answers("Ours", "2027-01", budget_usd=Decimal(60_000)), CATALOG),
    )


def test_a_rate_is_shown_with_its_decimals():
    assert about("salaries grow by 3.5% a year", begun("Ours", CATALOG, start="2027-01"))
