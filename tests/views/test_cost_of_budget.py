"""Wherever a budget is told, it is told what the plan costs of it: on every page, in every paper
and on the command line.
"""

import io
import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from cidesign.budget import allocate, with_need
from cidesign.catalog import load
from cidesign.cli import main
from cidesign.domain.figures import money, money_short
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.memo.blocks import sentences_of
from cidesign.memo.memo import memo
from cidesign.record import changed, example_bundle, read_plan, with_decision, write_bundle
from cidesign.report.workbook import workbook
from cidesign.text import say
from cidesign.views.outlook import words as outlook_words
from cidesign.views.outlook.view import outlook_view
from cidesign.views.overview.beginning import drafted
from cidesign.views.overview.drafting import Answers
from cidesign.views.overview.view import overview_view
from cidesign.views.scenarios import costs
from cidesign.views.scenarios import view as scenarios
from cidesign.views.scenarios import words as scenarios_words
from cidesign.views.scenarios.cards import cards
from cidesign.views.team import view as team
from cidesign.views.team import words as team_words
from cidesign.views.team.terms import chosen_host

CATALOG = load()
CHOSEN = Decision(
    page="compare", what="Brightline", because="So.", figures={"chosen": "brightline"}
)


def at_budget(bundle, usd):
    return changed(bundle, "plan.yaml", {("funding", "budget_usd"): usd})


def example():
    return example_bundle("philadelphia_stem")


WORKSHOPS = {
    "the example": example,
    "the example with far more money than it needs": lambda: at_budget(example(), 1_300_000),
    "the example with a host": lambda: with_decision(example(), CHOSEN),
    "a new one with little money": lambda: drafted(
        Answers("Ours", "2027-01", budget_usd=Decimal(70_000)), CATALOG
    ),
}


@pytest.fixture(scope="module", params=WORKSHOPS)
def case(request):
    """A workshop, and its plan as it was found."""
    bundle = WORKSHOPS[request.param]()
    return bundle, team.view(bundle, CATALOG, host=chosen_host(bundle))


def on_overview(bundle, seen):
    view = overview_view(bundle, CATALOG, solve=lambda _: seen.found)
    return [
        view.answer,
        view.and_line,
        *(row.result for row in view.rows),
        team_words.first_plan(seen.plan, seen.found),
    ]


def on_team(bundle, seen):
    return [seen.answer, seen.and_line, seen.decides]


def on_scenarios(bundle, seen):
    known = scenarios.options(bundle, CATALOG)
    sides = scenarios.compared(known, (), CATALOG, solve=lambda _: seen.found)
    functions = CATALOG.labels.functions
    return [
        scenarios_words.answer(sides),
        scenarios_words.and_line(sides),
        scenarios_words.decides(sides[0]),
        *(
            line.value
            for card in cards(sides, functions, {})
            for line in card.lines
            if line.figure != say("Still to raise")  # where nobody promised, as much as the budget
        ),
        *costs.gets(seen.plan, seen.found, next(iter(seen.plan.need)), CATALOG.labels),
    ]


def on_outlook(bundle, seen):
    view = outlook_view(bundle, CATALOG)
    return [
        outlook_words.about(bundle, bundle.outlook, view.spent),
        outlook_words.answer(view),
        *view.warnings,
    ]


PAGES = {
    "overview": on_overview,
    "team": on_team,
    "scenarios": on_scenarios,
    "outlook": on_outlook,
}


@pytest.mark.parametrize("page", PAGES)
def test_no_page_tells_a_budget_without_what_the_plan_costs_of_it(case, page):
    bundle, seen = case
    cost, budget = seen.found.cost_usd, seen.budget_usd

    told = [
        sentence
        for text in PAGES[page](bundle, seen)
        for sentence in re.split(r"(?<=[.?]) ", text)
        if money_short(budget) in sentence or money(budget) in sentence
    ]

    assert told
    assert [one for one in told if not says_both(one, cost, budget)] == []


def says_both(sentence, cost, budget):
    return (
        f"{money_short(cost)} of {money_short(budget)}" in sentence
        or f"{money(cost)} of the budget of {money(budget)}" in sentence
    ) or (
        # What is decided names the budget; what it costs stands in the next sentence.
        sentence.startswith("We plan for ")
    )


def test_what_is_decided_says_cost_and_budget_apart(case):
    bundle, seen = case
    cost, budget = seen.found.cost_usd, seen.budget_usd
    side = scenarios.Side(scenarios.options(bundle, CATALOG)[0], seen.found)

    for said in (seen.decides, scenarios_words.decides(side)):
        assert f"It costs {money(cost)} of the budget of {money(budget)}." in said


@pytest.mark.slow
def test_the_memo_says_both_on_page_one_and_in_its_section(case):
    bundle, seen = case
    cost, budget = seen.found.cost_usd, seen.budget_usd
    made = memo(with_decision(bundle, Decision(page="team", what="So", because="So.")), CATALOG)
    row = next(one for one in made.rows if one.id == "team")
    section = " ".join(
        one.plain for one in sentences_of(one for one in made.sections if one.id == "team")
    )

    assert f"for {money_short(cost)} of {money_short(budget)}" in made.heading.plain
    assert (row.key.plain, row.unit.plain.partition(",")[0]) == (
        money_short(cost),
        f"of {money_short(budget)}",
    )
    assert f"It costs {money(cost)} of the budget of {money(budget)}." in section


def test_the_agreement_says_cost_and_budget_in_two_rows():
    bundle = with_decision(WORKSHOPS["the example"](), CHOSEN)
    seen = team.view(bundle, CATALOG, host="brightline")
    money_part = next(one for one in agreement(bundle, CATALOG).sections if one.id == "money")
    pairs = {name.plain: said.plain for name, said in money_part.blocks[0].pairs}

    assert pairs["What the first year's plan costs"] == money(seen.found.cost_usd)
    assert pairs["Budget of the first year"].startswith(f"{money(seen.budget_usd)}. Of the rest")


@pytest.mark.slow
def test_the_workbook_says_both(case):
    bundle, seen = case
    book = openpyxl.load_workbook(io.BytesIO(workbook(bundle, CATALOG)))
    said = " ".join(str(cell.value or "") for row in book["Read me"].iter_rows() for cell in row)

    assert (
        f"It costs {money(seen.found.cost_usd)} of the budget of {money(seen.budget_usd)}." in said
    )


@pytest.mark.slow
def test_the_command_line_says_both(tmp_path):
    bundle = WORKSHOPS["the example with far more money than it needs"]()
    seen = team.view(bundle, CATALOG)
    write_bundle(bundle, tmp_path / "ours")
    plan = str(tmp_path / "ours" / "plan.yaml")

    told = CliRunner().invoke(main, ["plan", "--bundle", str(tmp_path / "ours")]).stdout
    budgets = ["--from", "1300000", "--to", "1300000", "--step", "1"]
    steps = CliRunner().invoke(main, ["frontier", plan, *budgets]).stdout

    assert f"Cost {money(seen.found.cost_usd)} of {money(seen.budget_usd)} a year." in told
    assert "Of the rest" in told
    (row,) = [line for line in steps.splitlines() if money(seen.budget_usd) in line]
    assert money(allocate(with_need(read_plan(Path(plan)), CATALOG.need_table())).cost_usd) in row
