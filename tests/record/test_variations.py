"""Scenarios in a bundle: read as the plan they lead to, and refused with file and key where there
is no such plan.
"""

from decimal import Decimal

import pytest

from cidesign.domain.problem import BadInput
from cidesign.domain.scenario import merged
from cidesign.record import read_files
from tests.record.bundles import FILES


def lean(text: str):
    return read_files({**FILES, "scenarios/lean.yaml": text.encode()}).scenarios["lean"]


def told(text: str) -> list[str]:
    with pytest.raises(BadInput) as refused:
        lean(text)
    return [problem.line() for problem in refused.value.problems]


def test_a_scenario_is_our_plan_with_a_few_keys_changed():
    found = lean(
        "name: Lean year\nnote: if the state says no\nhost: oak\nfunding: {budget_usd: 300000}\n"
    )

    assert (found.name, found.note, found.host) == ("Lean year", "if the state says no", "oak")
    assert found.plan.funding.budget_usd == 300000
    assert found.plan.roles[0].salary_usd == 90000


def test_a_role_is_changed_by_its_id_and_keeps_its_other_keys():
    found = lean(
        "roles:\n- {id: director, max_fte: 2}\n- {id: helper, salary_usd: 40000, min_fte: 0, "
        "max_fte: 1, does: {vision: 1}}\n"
    )

    assert [(role.id, role.salary_usd, role.max_fte) for role in found.plan.roles] == [
        ("director", 90000, 2),
        ("helper", 40000, 1),
    ]


def test_without_a_name_the_file_gives_one():
    assert lean("funding: {budget_usd: 300000}\n").name == "lean"


def test_a_key_nobody_knows_is_told_with_the_file_and_the_nearest_key():
    assert told("fundng: {budget_usd: 300000}\n") == [
        'scenarios/lean.yaml: fundng: "fundng" is not a known key; did you mean funding?'
    ]


def test_a_budget_below_the_grants_is_told_with_file_and_key():
    (line,) = told("funding: {grants: [{id: city, usd: 500000, functions: [vision]}]}\n")

    assert line.startswith("scenarios/lean.yaml: funding.grants: the grants add to $500000")


def test_an_unknown_host_is_told_with_those_there_are():
    assert told("host: elm\n") == [
        'scenarios/lean.yaml: host: "elm" is no candidate; write one of none, oak, or leave it out'
    ]


def test_what_if_is_asked_of_the_plan_and_leaves_it_as_it_is():
    found = lean("what_if: {pay: 0.10, source_lost: [city], grant_length: {state: -12}}\n")

    assert found.what_if.written() == {
        "pay": Decimal("0.1"),
        "source_lost": ("city",),
        "grant_length": {"state": -12},
    }
    assert found.changes == {}
    assert found.plan == read_files(FILES).plan


def test_a_what_if_nobody_knows_is_told_with_the_file_and_the_nearest():
    assert told("what_if: {source_lots: [city]}\n") == [
        'scenarios/lean.yaml: what_if.source_lots: "source_lots" is not a known key; did you mean '
        "source_lost?"
    ]


def test_own_terms_are_a_host_everywhere():
    assert lean("host: none\n").host == "none"


def test_a_plan_that_does_not_hold_is_told_once_and_not_for_each_scenario():
    with pytest.raises(BadInput) as refused:
        read_files({**FILES, "plan.yaml": b"roles: []\n", "scenarios/more.yaml": b"floor: 0\n"})

    assert {problem.where.partition(":")[0] for problem in refused.value.problems} == {"plan.yaml"}


def test_without_a_plan_a_scenario_is_kept_and_leads_to_none():
    files = {path: content for path, content in FILES.items() if path != "plan.yaml"}

    assert read_files(files).scenarios["lean"].plan is None


@pytest.mark.parametrize(
    ("document", "changes", "after"),
    [
        ({"a": 1, "b": 2}, {"b": 3}, {"a": 1, "b": 3}),
        ({"a": 1, "b": 2}, {"b": None, "c": 4}, {"a": 1, "c": 4}),
        ({"a": {"x": 1, "y": 2}}, {"a": {"y": 5}}, {"a": {"x": 1, "y": 5}}),
        (
            {"a": [{"id": "p", "x": 1}, {"id": "q"}]},
            {"a": [{"id": "p", "x": 2}]},
            {"a": [{"id": "p", "x": 2}, {"id": "q"}]},
        ),
        ({"a": [{"id": "p"}]}, {"a": [{"id": "z"}]}, {"a": [{"id": "p"}, {"id": "z"}]}),
        ({"a": [{"id": "p"}]}, {"a": []}, {"a": []}),
        ({"a": [1, 2]}, {"a": [3]}, {"a": [3]}),
        ({"floor": 0.35}, {"floor": {"vision": 0.2}}, {"floor": {"vision": 0.2}}),
        ({"a": 1}, {}, {"a": 1}),
    ],
)
def test_changes_are_merged_deeply_and_lists_by_id(document, changes, after):
    assert merged(document, changes) == after
    assert list(merged(document, changes)) == list(after)
