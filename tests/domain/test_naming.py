"""Ids made of names people type: short, plain letters, and never one that is taken."""

import pytest

from cidesign.domain.naming import id_from, name_from, payer_named


@pytest.mark.parametrize(
    ("name", "taken", "id"),
    [
        ("Oak House & Sons", [], "oak_house_sons"),
        ("Oak House", ["oak_house"], "oak_house_2"),
        ("Oak House", ["oak_house", "oak_house_2"], "oak_house_3"),
        ("Maison de l’Été", [], "maison_de_lete"),
        ("東京", [], "candidate"),
        ("  ", ["candidate"], "candidate_2"),
    ],
)
def test_an_id_is_made_of_the_name(name, taken, id):
    assert id_from(name, taken, otherwise="candidate") == id


@pytest.mark.parametrize(
    ("id", "read"),
    [
        ("data_fund", "Data fund"),
        ("city_youth_2", "City youth 2"),
        ("_odd__one_", "Odd one"),
        ("Oak House", "Oak House"),
        ("oak", "oak"),
        ("_", "_"),
    ],
)
def test_an_id_is_read_as_a_name(id, read):
    assert name_from(id) == read


@pytest.mark.parametrize(
    ("id", "read"),
    [
        ("foundation", "Foundation"),
        ("data_fund", "Data fund"),
        ("eBay Fund", "EBay Fund"),
        ("_", "_"),
    ],
)
def test_who_pays_begins_with_a_capital(id, read):
    assert payer_named(id) == read
