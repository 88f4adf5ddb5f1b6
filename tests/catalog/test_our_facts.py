"""Our own data is whole: every figure sourced, no assumption promoted, every word in its place."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from cidesign.catalog import load
from cidesign.domain.fact import Basis
from cidesign.domain.words import FUNCTIONS, MODES, PHASES

MARKS = yaml.safe_load(
    (Path(__file__).parents[1] / "golden" / "catalog" / "marks.yaml").read_text(encoding="utf-8")
)
BASIS_OF = {"VERIFIED": Basis.PUBLISHED, "COMPUTED": Basis.COMPUTED}
# Typed from the fixed list of ids.
IDS = {
    "functions": "vision aligned measurement community policy resources",
    "phases": "generate_ideas initiate_action organize_for_impact sustain",
    "structures": "funder new_nonprofit existing_nonprofit government shared steering_committee",
    "roles": "director facilitator data_manager second_facilitator community_manager "
    "policy_manager fundraiser communications_manager"
    " administrator coordinator",
    "criteria": (
        "neutrality community_credibility convening funding leadership data_capacity "
        "infrastructure dedication knowledge"
    ),
    "modes": "open semi_open closed",
    "drivers": "partners working_groups meetings indicators sites events grants",
}
# Typed from the table of need by phase: generate ideas, initiate action, organize for impact,
# sustain.
NEED_LEVELS = {
    "vision": (3, 3, 3, 2),
    "aligned": (1, 2, 3, 3),
    "measurement": (1, 2, 3, 3),
    "community": (3, 3, 2, 3),
    "policy": (0, 1, 1, 3),
    "resources": (1, 2, 2, 3),
}


@pytest.fixture(scope="module")
def catalog():
    return load()


@pytest.mark.parametrize("kind", IDS)
def test_the_fixed_ids_stand_in_their_order(catalog, kind):
    assert [str(entry.id) for entry in getattr(catalog, kind)][: len(IDS[kind].split())] == IDS[
        kind
    ].split()


def test_only_figures_seen_in_a_source_are_called_published_or_computed(catalog):
    called = {
        place: (fact.value, fact.basis)
        for place, fact in catalog.facts()
        if fact.basis in BASIS_OF.values()
    }

    assert called == {
        row["place"]: (Decimal(str(row["value"])), BASIS_OF[row["mark"]]) for row in MARKS
    }


def test_every_source_is_used(catalog):
    used = {id for _, id in catalog.citations()}

    assert [source.id for source in catalog.sources if source.id not in used] == []


def test_no_published_figure_rests_on_our_own_assumptions(catalog):
    assert [
        place for place, fact in catalog.facts() if fact.source == "own" and not fact.assumed
    ] == []


def test_an_assumption_of_need_stands_for_every_function_and_phase(catalog):
    levels = {
        function: tuple(int(phase.need_level[function].value) for phase in catalog.phases)
        for function in map(str, FUNCTIONS)
    }

    assert levels == NEED_LEVELS
    assert all(fact.assumed for phase in catalog.phases for fact in phase.need_level.values())


def test_the_need_of_a_phase_is_its_level_over_three(catalog):
    table = catalog.need_table()

    assert set(table.phase_factor) == set(PHASES)
    assert table.phase_factor[PHASES[1]]["vision"] == 1  # level 3
    assert abs(table.phase_factor[PHASES[1]]["policy"] * 3 - 1) < Decimal("1e-20")  # level 1
    assert table.phase_factor[PHASES[0]]["policy"] == 0  # level 0


def test_every_function_can_be_done_by_a_post_of_the_first_day(catalog):
    done = {function for role in catalog.roles if role.when == "start_up" for function in role.does}

    assert done == set(FUNCTIONS)


def test_every_role_and_line_is_one_a_plan_accepts(catalog):
    assert [role.id for role in catalog.plan_roles() if role.must_have] == []
    assert [line.id for line in catalog.plan_lines()] == [line.id for line in catalog.lines]
    assert all(entry.line().most_usd >= entry.usual_usd.value for entry in catalog.lines)


def test_a_director_is_full_time_and_nobody_is_under_half_time(catalog):
    sizes = {role.id: (role.min_fte, role.max_fte) for role in catalog.plan_roles()}

    assert sizes["director"] == (1, 1)
    assert {least for least, _ in sizes.values()} == {Decimal("0.5"), Decimal(1)}
    assert catalog.price("smallest_post").value == Decimal("0.5")


def test_whoever_needs_a_director_is_a_specialist_and_a_coordinator_may_lead_the_rest(catalog):
    alone = {role.id for role in catalog.plan_roles() if not role.needs}

    assert alone == {"director", "facilitator", "administrator", "coordinator"}


def test_a_coordinator_does_some_of_everything_at_less_than_a_specialists_pace(catalog):
    does = catalog.entry("roles", "coordinator").does

    assert set(does) == set(FUNCTIONS)
    for function in FUNCTIONS:
        best = max(
            role.does[function].value
            for role in catalog.roles
            if function in role.does and role.id != "coordinator"
        )
        assert does[function].value < best


def test_a_salary_is_brought_to_the_dollars_of_a_year_by_the_usual_growth(catalog):
    # 95,000 of May 2024: x 1.035 = 98,325 in 2025; x 1.035^3 = 105,328.19 in 2027.
    brought = {year: catalog.salary("director", year).value for year in (2023, 2024, 2025, 2027)}

    assert brought == {2023: 95_000, 2024: 95_000, 2025: 98_300, 2027: 105_300}
    assert catalog.salary("director", 2027).assumed
    assert catalog.salary("director", 2027).range == (86_700, 116_800)  # x 1.108717875


def test_benefits_are_those_of_a_nonprofit_until_somebody_says_otherwise(catalog):
    # 25 percent, between 22.2 computed from labor cost and 30 (line items).
    assert {role.benefits_rate for role in catalog.plan_roles()} == {Decimal("0.25")}
    assert catalog.price("benefits_nonprofit").range == (Decimal("0.222"), Decimal("0.3"))
    assert catalog.price("benefits_nonprofit").assumed


def test_labor_cost_of_2025_over_2016_is_the_price_factor(catalog):
    # 45.65 / 32.76 = 1.3935
    ratio = catalog.price("labor_cost_2025").value / catalog.price("labor_cost_2016").value

    assert round(ratio, 2) == catalog.price("price_factor_2017_2025").value


def test_each_invented_candidate_says_something_of_its_own_on_every_criterion(catalog):
    names = [one.label for one in catalog.invented]

    assert len(names) == 2
    assert all("(invented)" in one for one in names)
    assert {len(one.invented) for one in catalog.criteria} == {2}


def test_the_weights_of_the_criteria_add_to_100_and_are_assumptions(catalog):
    assert sum(criterion.weight.value for criterion in catalog.criteria) == 100
    assert all(criterion.weight.assumed for criterion in catalog.criteria)


def test_every_structure_is_judged_on_every_driver(catalog):
    weighed = {driver.id for driver in catalog.structure_drivers if driver.about == "structure"}

    assert all(set(structure.levels) == weighed for structure in catalog.structures)


def test_each_mode_takes_the_weeks_we_assume(catalog):
    assert [(mode.id, mode.weeks.value, mode.weeks.assumed) for mode in catalog.modes] == list(
        zip(MODES, (14, 10, 5), (True,) * 3)
    )


def test_every_place_of_a_fact_is_named_once(catalog):
    places = [place for place, _ in catalog.facts()]

    assert len(places) == len(set(places)) > 300


def test_money_of_the_memo_is_in_dollars_of_2017(catalog):
    assert {price.fact.unit for price in catalog.prices if price.id.startswith("budget_")} == {
        "USD/year of 2017"
    }
