"""Ids made of names people type: short, plain letters, and never one that is taken."""

import pytest

from cidesign.domain.naming import id_from


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
