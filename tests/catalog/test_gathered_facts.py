"""Every figure gathered before the data was written is used, with its value, its source and its
mark, or listed as unused with a reason.
"""

from decimal import Decimal

import pytest

from cidesign.catalog import load
from cidesign.domain.fact import Basis
from tests.catalog.gathered import FACTS, FILES, SOURCES, basis_of, figures, golden, rows

USED, UNUSED = golden("used"), golden("unused")
PLURALS = {
    "function": "functions",
    "phase": "phases",
    "structure": "structures",
    "role": "roles",
    "criterion": "criteria",
    "mode": "modes",
}
ROWS = {
    "benchmarks": 19,
    "criteria": 9,
    "function_phase": 6,
    "ids": 37,
    "line_items": 28,
    "roles_bls_may2024": 21,
    "rpp_2023_states": 51,
    "timelines": 14,
}


@pytest.fixture(scope="module")
def catalog():
    return load()


@pytest.fixture(scope="module")
def facts(catalog):
    return dict(catalog.facts())


def rests_on(fact, source):
    """Whether a fact names the row's source; an assumption may name ours instead."""
    return fact.source in SOURCES[source] or (fact.assumed and fact.source == "own")


def test_every_file_that_was_gathered_is_read_to_its_last_row():
    assert sorted(path.stem for path in FACTS.glob("*.csv")) == sorted(FILES)
    assert {name: len(list(rows(name))) for name in FILES} == ROWS


def test_every_id_and_label_stands_where_it_was_fixed(catalog):
    for row in rows("ids"):
        assert catalog.entry(PLURALS[row["kind"]], row["id"]).label == row["label"]


def test_every_criterion_has_its_weight_and_its_source(catalog):
    for row in rows("criteria"):
        entry = catalog.entry("criteria", row["id"])
        assert entry.weight.value == Decimal(row["default_weight_pct"])
        assert entry.weight.basis is basis_of(row["weight_status"]) is Basis.ASSUMED
        assert entry.source in SOURCES[row["source_of_criterion"]]
        assert entry.why


def test_every_level_of_need_is_the_one_gathered_and_an_assumption(catalog):
    for row in rows("function_phase"):
        for phase in catalog.phases:
            fact = phase.need_level[row["id"]]
            assert (fact.value, fact.basis) == (Decimal(row[phase.id]), Basis.ASSUMED)


def test_every_price_level_is_the_one_gathered(catalog):
    by_name = {region.label: region.index for region in catalog.regions}
    for row in rows("rpp_2023_states"):
        fact, exact = by_name.pop(row["state"]), "exact" in row["status"]
        value = Decimal(row["rpp_all_items_us100"])
        off = Decimal(0) if exact else Decimal("0.5")
        assert (fact.value, fact.range, fact.basis) == (
            value,
            (value - off, value + off),
            Basis.PUBLISHED,
        )
        assert fact.as_of.year == int(row["data_year"])
        assert fact.source in SOURCES[row["source_url"]]
    assert by_name == {}


def test_every_median_stands_under_the_role_it_is_a_proxy_for_or_is_unused_for_a_reason(catalog):
    shown = {
        (
            proxy.occupation.replace(",", "").lower(),
            proxy.soc,
            proxy.salary.value,
            proxy.salary.basis,
            proxy.salary.source,
        )
        for role in catalog.roles
        for proxy in role.proxies
    }
    for row in rows("roles_bls_may2024"):
        wanted = (
            row["bls_ooh_title"].replace(",", "").lower(),
            row["soc"],
            Decimal(row["median_annual_usd_may2024"]),
            Basis.PUBLISHED,
            *SOURCES[row["source"]],
        )
        reason = UNUSED["roles_bls_may2024"].get(f"{row['role']}: {row['bls_ooh_title']}")
        assert (wanted in shown) != bool(reason), row["bls_ooh_title"]


def test_every_line_item_stands_where_it_belongs_with_value_and_bounds(facts):
    for row in rows("line_items"):
        if UNUSED["line_items"].get(row["line_item"]):
            continue
        used = USED["line_items"][row["line_item"]]
        fact, times = facts[used["place"]], Decimal(str(used.get("times", 1)))
        expected = tuple(Decimal(row[key]) * times for key in ("default", "low", "high"))
        assert (fact.value, *fact.range) == expected, row["line_item"]
        assert str(fact.basis) == used["basis"]
        assert rests_on(fact, row["source"]), row["line_item"]


def test_no_line_item_says_more_than_was_seen(facts):
    for row in rows("line_items"):
        used = USED["line_items"].get(row["line_item"])
        if used and basis_of(row["status"]) is Basis.ASSUMED:
            assert facts[used["place"]].assumed, row["line_item"]
        elif used and facts[used["place"]].assumed:
            assert used.get("because"), row["line_item"]


def test_every_benchmark_stands_in_a_case_or_among_the_prices(facts):
    for row in rows("benchmarks"):
        used = USED["benchmarks"][row["initiative"]]
        found = [facts[place] for place in used["amount"]]
        assert [fact.value for fact in found] == figures(row["amount"]), row["initiative"]
        assert all(
            fact.basis is Basis.PUBLISHED and fact.source in SOURCES[row["source"]]
            for fact in found
        )
        assert all(fact.unit.startswith(row["currency"]) for fact in found)
        if row["year"]:
            assert {fact.as_of.year for fact in found} == {int(figures(row["year"])[0])}


def test_every_year_of_a_benchmark_is_computed_from_its_amount(facts):
    for row in rows("benchmarks"):
        found = [facts[place] for place in USED["benchmarks"][row["initiative"]].get("annual", ())]
        assert bool(found) == ("COMPUTED" in row["status"]), row["initiative"]
        if found:
            assert [fact.value for fact in found] == figures(row["annual"])
            assert all(
                fact.basis is Basis.COMPUTED and fact.source in SOURCES[row["source"]]
                for fact in found
            )


def test_an_amount_that_is_only_a_cap_says_so(catalog):
    caps = {
        (case.id, amount.kind)
        for case in catalog.cases
        for amount in case.amounts
        if amount.fact.range[0] == 0
    }

    assert len(caps) == 9
    assert [cap for cap in caps if not ("at most" in cap[1] or "less than" in cap[1])] == []


def test_every_date_of_a_real_selection_stands_in_its_timeline(facts):
    for row in rows("timelines"):
        name = f"{row['case']}: {row['milestone']}" + (
            f", {row['mode']}" if row["case"] == "App default" else ""
        )
        fact = facts[USED["timelines"][name]]
        assert fact.value == Decimal(row["weeks_from_start"]), name
        assert fact.basis is basis_of(row["status"])
        assert rests_on(fact, row["source"])


def test_each_real_selection_is_told_under_its_mode(catalog):
    said = {
        row["case"]: row["mode"].replace("-", "_")
        for row in rows("timelines")
        if row["case"] != "App default"
    }

    assert {
        USED["timelines"][f"{row['case']}: {row['milestone']}"].split(".")[1]: said[row["case"]]
        for row in rows("timelines")
        if row["case"] in said
    } == {entry.id: str(entry.mode) for entry in catalog.timelines}


def test_nothing_is_listed_as_used_or_unused_that_was_not_gathered():
    names = {row["line_item"] for row in rows("line_items")}
    assert USED["line_items"].keys() | UNUSED["line_items"].keys() == names
    assert USED["line_items"].keys() & UNUSED["line_items"].keys() == set()
    assert USED["benchmarks"].keys() == {row["initiative"] for row in rows("benchmarks")}
    assert len(USED["timelines"]) == len(list(rows("timelines")))
    occupations = {f"{row['role']}: {row['bls_ooh_title']}" for row in rows("roles_bls_may2024")}
    assert UNUSED["roles_bls_may2024"].keys() <= occupations
    assert UNUSED.keys() <= set(FILES)
    assert all(reason for listed in UNUSED.values() for reason in listed.values())


def test_every_source_that_was_named_leads_to_one_of_ours(catalog):
    known = {source.id for source in catalog.sources}
    assert {id for ids in SOURCES.values() for id in ids} <= known
