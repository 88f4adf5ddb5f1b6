"""Plans and years at the edge of what is taken: an answer that keeps its rules, or one clear line;
never a fault of ours.
"""

from pathlib import Path

import pytest

from tests.cli.files import OUTLOOK, PLAN, RULES, answer, lay_out, lines, run

BILLION = "1000000000"

# what is extreme, the text in plan.yaml, and what stands there instead
AT_THE_EDGE = [
    ("a budget of a billion", "budget_usd: 200000", f"budget_usd: {BILLION}"),
    ("a salary of a billion", "salary_usd: 130000", f"salary_usd: {BILLION}"),
    (
        "an office of a billion",
        "floor: 0.2",
        f"floor: 0.2\noffice: {{base_usd: {BILLION}, per_fte_usd: {BILLION}}}",
    ),
    ("a fee of 99 percent", "floor: 0.2", "floor: 0.2\noverhead: {kind: fee, rate: 0.99}"),
    ("a need of a billion hours", "vision: 100,", f"vision: {BILLION},"),
    ("a need of seconds", "vision: 100,", "vision: 0.001,"),
    ("one hour a month", "hours_per_fte_month: 130", "hours_per_fte_month: 1"),
    (
        "a curve that ends at once",
        "{coverage: 1, benefit: 100}",
        "{coverage: 0.001, benefit: 0.001}",
    ),
]


@pytest.mark.parametrize(
    ("before", "after"), [case[1:] for case in AT_THE_EDGE], ids=[case[0] for case in AT_THE_EDGE]
)
def test_a_plan_at_the_edge_is_answered_and_keeps_its_floors(
    tmp_path: Path, before: str, after: str
):
    assert before in PLAN
    lay_out(tmp_path, plan_yaml=PLAN.replace(before, after))

    told = answer("plan", tmp_path / "plan.yaml")

    assert told["status"] in ("optimal", "best_found", "infeasible")
    assert min((told["coverage"] or {"none": 1}).values()) >= 0.2 - 1e-6


def test_a_grant_saved_up_over_the_years_may_pass_what_one_year_allows(tmp_path: Path):
    # 3.6 billion to spend on 100 hours of vision: nearly all of it is left at the end of year 4
    fund = "- {id: vast, usd: 900000000, from: 2027-01, to: 2030-12, functions: [vision]}\n"
    plan = PLAN.replace("budget_usd: 200000", f"budget_usd: {BILLION}")
    years = OUTLOOK.replace("years: 1", "years: 4") + fund
    lay_out(tmp_path, plan_yaml=plan, outlook_yaml=years)

    years = answer("outlook", tmp_path / "plan.yaml", tmp_path / "outlook.yaml")["years"]

    assert [year["grants_unspendable_usd"] for year in years[:3]] == [0, 0, 0]
    assert 3.5e9 < years[3]["grants_unspendable_usd"] < 3.6e9


def test_growth_of_a_driver_nobody_knows_is_refused_also_where_the_need_is_given(tmp_path: Path):
    lay_out(
        tmp_path, outlook_yaml=OUTLOOK.replace("other: 0", "other: 0, drivers: {partnerz: 0.1}")
    )

    told = lines(run("outlook", tmp_path / "plan.yaml", tmp_path / "outlook.yaml"))

    assert told == [
        (
            'outlook.yaml: growth.drivers.partnerz: "partnerz" is not a known driver; did you mean '
            "partners?"
        )
    ]


def test_a_budget_beyond_all_backbones_is_refused_as_an_option_too(tmp_path: Path):
    lay_out(tmp_path)

    told = lines(run("plan", tmp_path / "plan.yaml", "--budget", "5e14"))

    assert told == [
        (
            "budget: a budget of $500000000000000 is more than a backbone can cost; write at most "
            "1000000000"
        )
    ]


def test_a_lot_of_broken_bytes_is_refused(tmp_path: Path):
    lay_out(tmp_path, rules_yaml=RULES)

    files = [
        "--rules",
        tmp_path / "rules.yaml",
        "--scores",
        tmp_path / "scores.csv",
        "--candidates",
        tmp_path / "candidates.csv",
    ]
    told = lines(run("rank", *files, "--recusals", tmp_path / "recusals.csv", "--lot", "12\udcff"))

    assert told == ["--lot: holds bytes that are no letters; type it again"]


def test_thousands_of_ranked_criteria_take_no_longer_than_a_moment(tmp_path: Path):
    # 2,000 places: the last weight is (1/2000) x (1/2000)
    ids = ", ".join(f"c{place}" for place in range(2000))
    (tmp_path / "weights.yaml").write_text(f"method: rank\nrank: [{ids}]\n")

    assert answer("weights", tmp_path / "weights.yaml")["weights"]["c1999"] == 2.5e-7
