"""Usual salaries at the price level of a state, said to be assumed."""

from decimal import Decimal

import pytest

from cidesign.catalog import load
from cidesign.views.team import regional


@pytest.fixture(scope="module")
def catalog():
    return load()


def salaries(roles):
    return {role.id: role.salary_usd for role in roles}


def test_a_salary_is_multiplied_by_the_price_level_and_told_to_the_next_hundred(catalog):
    # Arkansas is 86.5: 95,000 x 0.865 = 82,175, so 82,200. California is 112.6: 95,000 x 1.126 =
    # 106,970, so 107,000.
    roles = catalog.plan_roles()

    assert (
        salaries(regional.at_prices_of(roles, regional.region_named(catalog, "ar")))["director"]
        == 82_200
    )
    assert (
        salaries(regional.at_prices_of(roles, regional.region_named(catalog, "ca")))["director"]
        == 107_000
    )


def test_without_a_region_salaries_stay_as_they_are(catalog):
    roles = catalog.plan_roles()

    assert regional.region_named(catalog, "nowhere") is None
    assert regional.at_prices_of(roles, None) == roles


def test_only_the_salary_changes(catalog):
    roles = catalog.plan_roles()
    moved = regional.at_prices_of(roles, regional.region_named(catalog, "ny"))

    assert [role.model_copy(update={"salary_usd": Decimal(0)}) for role in moved] == [
        role.model_copy(update={"salary_usd": Decimal(0)}) for role in roles
    ]


def test_the_adjustment_is_called_an_assumption_with_its_source_and_year(catalog):
    said = regional.note(catalog, regional.region_named(catalog, "pa"))

    for word in ("98", "Pennsylvania", "2023", "ssumed", "prices, not pay", "Visual Capitalist"):
        assert word in said
    assert "ssumed" in regional.note(catalog, None)


def test_the_dearest_and_the_cheapest_state_are_those_of_the_index(catalog):
    roles = [role for role in catalog.plan_roles() if role.id == "director"]
    director = {
        region.id: regional.at_prices_of(roles, region)[0].salary_usd for region in catalog.regions
    }

    assert len(director) == 51
    assert max(director, key=lambda id: director[id]) == "ca"
    assert min(director, key=lambda id: director[id]) == "ar"
