"""Where workshops come from: examples open, a new one is whole, and what is wrong is said with the
way out.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.record import example_bundle, examples, read_files, zipped
from cidesign.views.overview import beginning


def test_every_example_opens_and_says_that_it_is_one():
    for one in examples():
        bundle = example_bundle(one.id)

        assert (bundle.workshop.name, bundle.workshop.example) == (one.name, one.about)
        assert one.about != ""


def test_an_unknown_example_is_refused_with_the_known_ones():
    with pytest.raises(BadInput, match="philadelphia_stem"):
        example_bundle("atlantis")


def test_a_folder_without_examples_has_none(tmp_path):
    assert examples(tmp_path / "nothing") == ()


def test_a_new_workshop_holds_the_usual_value_of_everything_in_the_catalog():
    catalog = load()

    bundle = beginning.begun("Ours", catalog, start="2027-01")

    assert set(bundle.structure.answers) == {driver.id for driver in catalog.structure_drivers}
    assert [criterion.id for criterion in bundle.rules.criteria] == [
        entry.id for entry in catalog.criteria
    ]
    assert [(role.id, role.salary_usd, role.needs) for role in bundle.plan.roles] == [
        (role.id, role.salary_usd, role.needs) for role in catalog.plan_roles(2027)
    ]
    assert bundle.plan.lines == catalog.plan_lines()
    assert bundle.outlook.start == "2027-01"
    assert bundle.workshop.example == ""


def test_the_first_budget_is_the_lower_end_of_first_years_in_dollars_of_the_first_year():
    bundle = beginning.begun("Ours", load(), start="2027-01")

    assert (
        bundle.plan.funding.budget_usd == 600_000
    )  # 400,000 x 1.39 x 1.035^2 = 595,601, up to the next 5,000


def test_a_new_workshop_reads_the_same_after_it_was_taken_away_and_brought_back():
    bundle = beginning.begun("Ours", load(), start="2027-01")

    assert beginning.brought(zipped(bundle), "ours.zip", load()) == bundle
    assert read_files(bundle.files) == bundle


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_a_name_is_needed_and_has_an_end(name):
    with pytest.raises(BadInput, match="What is the alliance called"):
        beginning.begun(name, load(), start="2027-01")


def test_a_bundle_with_a_driver_nobody_knows_is_not_opened():
    bundle = beginning.begun("Ours", load(), start="2027-01")
    files = {
        **bundle.files,
        "plan.yaml": bundle.files["plan.yaml"].replace(b"partners:", b"parteners:"),
    }

    with pytest.raises(BadInput) as caught:
        beginning.brought(zipped(read_files(files)), "ours.zip", load())

    assert [(one.where, one.remedy) for one in caught.value.problems] == [
        ("plan.yaml: drivers.parteners", "did you mean partners?")
    ]
