"""What the commands answer, as JSON and as tables, with the worked cases of the contract."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from cidesign.home import data_folder
from tests.cli.files import PLAN, RANK, RULES, answer, lay_out, run

GOLDEN = Path(__file__).parents[1] / "golden"
WORKED_RANKS = GOLDEN / "rank" / "edits_rounds_and_a_recusal"
WORKED_WEIGHTS = sorted(GOLDEN.glob("weights/*.expected.yaml"))


def worked_rank(*more):
    names = ("rules.yaml", "scores.csv", "recusals.csv", "candidates.csv")
    return [
        "rank",
        *(word for name in names for word in (f"--{name.partition('.')[0]}", WORKED_RANKS / name)),
        *more,
    ]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (["--round", 1], "expected_round_1"),
        (["--round", 2], "expected_round_2"),
        ([], "expected_round_2"),
    ],
)
def test_rank_answers_the_worked_case(more, expected):
    case = yaml.safe_load((WORKED_RANKS / f"{expected}.yaml").read_text(encoding="utf-8"))

    found = answer(*worked_rank(*more))

    assert list(found) == ["ranking", "ties", "carried", "warnings"]
    assert found["ranking"] == [
        {key: row[key] for key in ("candidate", "points", "rank", "raters", "cells")}
        for row in case["ranking"]
    ]
    assert len(found["carried"]) == case["carried_count"]
    assert all(
        list(one) == ["rater", "candidate", "criterion", "round"] for one in found["carried"]
    )


def test_rank_tells_finite_decimals_exactly():
    told = json.loads(run(*worked_rank("--json")).stdout, parse_float=Decimal)

    assert [row["points"] for row in told["ranking"]] == [Decimal("29.49"), Decimal("25.75")]


@pytest.mark.parametrize("path", WORKED_WEIGHTS, ids=lambda path: path.name)
def test_weights_answers_the_worked_case(path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))

    found = answer("weights", path.with_name(path.name.replace(".expected", "")))

    assert found == {
        "weights": pytest.approx(case["weights"], abs=1e-6),
        "consistency": pytest.approx(case.get("consistency"), abs=1e-6),
    }


def test_rank_takes_a_lot_from_the_command_before_that_of_the_bundle(sound):
    scores = "rater,candidate,criterion,score\nr1,ash,reach,4\nr1,elm,reach,4\n"
    candidates = "id,name,cost\nash,,60\nelm,,60\n"
    lay_out(
        sound,
        scores_csv=scores,
        candidates_csv=candidates,
        recusals_csv="rater,candidate\n",
        **{"workshop.yaml": "name: Ours\n"},
    )
    (sound / "decisions.yaml").write_text("lot: {number: 7}\n", encoding="utf-8")

    def first(*more):
        return [row["candidate"] for row in answer("rank", *more)["ranking"]]

    assert answer(*RANK)["ties"] == [["ash", "elm"]]
    assert first(*RANK[1:], "--lot", "8") == ["ash", "elm"]  # lots: tests/value/test_ties.py
    assert first("--bundle", ".") == ["elm", "ash"]
    assert first("--bundle", ".", "--lot", "8") == ["ash", "elm"]


def test_a_bundle_answers_as_its_files_do(sound):
    (sound / "workshop.yaml").write_text("name: Ours\n", encoding="utf-8")

    assert answer("rank", "--bundle", ".") == answer(*RANK)
    assert answer("plan", "--bundle", ".") == answer("plan", "plan.yaml")
    assert answer("outlook", "--bundle", ".") == answer("outlook", "plan.yaml", "outlook.yaml")


def test_rank_counts_seats_equally_from_a_bundle_and_says_what_it_lacks_without_one(sound):
    scores = "rater,candidate,criterion,score\nr1,oak,reach,1\nr2,oak,reach,2\nr3,oak,reach,5\n"
    lay_out(
        sound,
        scores_csv=scores,
        recusals_csv="rater,candidate\n",
        rules_yaml=RULES + "seats: equal\n",
    )
    (sound / "candidates.csv").write_text("id,name,cost\noak,,60\n", encoding="utf-8")
    seats = "[{id: r1, seat: residents}, {id: r2, seat: residents}, {id: r3, seat: funders}]"
    (sound / "workshop.yaml").write_text(f"name: Ours\nmembers: {seats}\n", encoding="utf-8")

    refused = run(*RANK)

    # Residents (1 + 2) / 2 = 1.5, funders 5: 3.25.
    assert [row["cells"]["reach"] for row in answer("rank", "--bundle", ".")["ranking"]] == [3.25]
    assert refused.exit_code == 2
    assert "give --bundle" in refused.stderr


def test_plan_answers_with_the_keys_of_the_contract(sound):
    found = answer("plan", "plan.yaml")

    assert list(found) == [
        *(
            "status",
            "plan_score",
            "coverage",
            "fte",
            "lines",
            "grants_used",
            "cost_usd",
            "unassigned_hours",
        ),
        *("binding", "conflict", "repairs"),
    ]
    assert found["status"] == "optimal"
    assert found["plan_score"] == pytest.approx(
        2225 / 27, abs=1e-3
    )  # the contract's tiny case, solved exactly
    assert found["fte"] == {"director": 1, "data_manager": 0.5}
    assert (found["conflict"], found["repairs"]) == ([], [])


def test_dollars_adds_every_piece_of_cost_to_the_plan(sound):
    found = answer("plan", "plan.yaml", "--dollars")

    spent = found["spent"]
    assert sum(one["usd"] + one["indirect_usd"] for one in spent) == pytest.approx(
        found["cost_usd"], abs=0.01
    )
    assert {one["id"] for one in spent if one["kind"] == "role"} == {"director", "data_manager"}
    assert "of what the year costs is management" in run("plan", "plan.yaml", "--dollars").stdout


def test_a_plan_that_is_impossible_is_an_answer(sound):
    found = answer("plan", "plan.yaml", "--budget", "100000")

    assert (found["status"], found["plan_score"], found["coverage"], found["fte"]) == (
        "infeasible",
        None,
        None,
        None,
    )
    assert found["binding"] == []
    assert {"rule": "budget", "id": None} in found["conflict"]
    assert "budget_usd" in [repair["lever"] for repair in found["repairs"]]


def test_a_budget_takes_the_place_of_the_plans_own(sound):
    assert answer("plan", "plan.yaml", "--budget", "230000")["plan_score"] == pytest.approx(
        100, abs=1e-3
    )


def test_a_phase_takes_the_place_of_the_plans_own(sound):
    by_drivers = PLAN.replace(
        "need: {vision: 100, measurement: 120}", "drivers: {partners: 20}\nphase: sustain"
    ).replace("floor: 0.2", "floor: 0")
    lay_out(sound, plan_yaml=by_drivers)
    same = by_drivers.replace("phase: sustain", "phase: initiate_action")
    (sound / "other.yaml").write_text(same, encoding="utf-8")

    assert answer("plan", "plan.yaml", "--phase", "initiate_action") == answer("plan", "other.yaml")


def test_a_hosts_offer_changes_the_plan(sound):
    lay_out(
        sound,
        rules_yaml=RULES_ONLY_REACH,
        candidates_csv="id,name,offer_overhead,offer_rate\noak,Oak,indirect,0.25\nelm,Elm,none,0\n",
    )
    (sound / "workshop.yaml").write_text("name: Ours\n", encoding="utf-8")

    ours, oak, elm = (
        answer("plan", "--bundle", ".", "--budget", 300000, *host)
        for host in ([], ["--host", "oak"], ["--host", "elm"])
    )

    assert elm == ours
    assert oak["cost_usd"] == pytest.approx(
        ours["cost_usd"] * 1.25
    )  # 25 % indirect on the same team


RULES_ONLY_REACH = (
    "criteria:\n- {id: reach, weight: 12, scale: {worst: 1, best: 5, step: "
    "1}}\nmissing: leave_out\n"
)


def test_frontier_answers_every_budget_of_the_range(sound):
    found = answer("frontier", "plan.yaml", "--from", 100000, "--to", 240000, "--step", 50000)

    assert [list(point) for point in found["points"]] == [
        ["budget_usd", "status", "plan_score", "coverage", "fte"]
    ] * 3
    assert [(point["budget_usd"], point["status"]) for point in found["points"]] == [
        (100000, "infeasible"),
        (150000, "optimal"),
        (200000, "optimal"),
    ]


def test_outlook_answers_year_by_year(sound):
    found = answer("outlook", "plan.yaml", "outlook.yaml")

    assert (found["runs_out"], found["bands"]) == (None, None)
    assert [year["year"] for year in found["years"]] == [2027]
    keys = (
        "need_hours",
        "capacity_hours",
        "coverage",
        "plan_score",
        "fte",
        "cost_usd",
        "funding_usd",
        "grants_unspendable_usd",
        "balance_usd",
        "gap_usd",
    )
    assert list(found["years"][0]) == ["year", *keys]


def test_structure_answers_fits_best_first_and_a_mode(sound):
    found = answer("structure", "structure.yaml")

    assert list(found) == ["fit", "mode"]
    assert [list(one) for one in found["fit"]] == [
        ["structure", "points", "because", "watch"]
    ] * len(found["fit"])
    assert [one["points"] for one in found["fit"]] == sorted(
        (one["points"] for one in found["fit"]), reverse=True
    )
    assert list(found["mode"]) == ["advice", "because"]


TABLES = [
    RANK,
    ["weights", "weights.yaml"],
    ["structure", "structure.yaml"],
    ["plan", "plan.yaml"],
    ["plan", "plan.yaml", "--budget", "100000"],
    ["frontier", "plan.yaml", "--from", "100000", "--to", "200000", "--step", "100000"],
    ["outlook", "plan.yaml", "outlook.yaml"],
]


@pytest.mark.parametrize("words", TABLES, ids=" ".join)
def test_people_get_an_aligned_table_without_noise(sound, words):
    result = run(*words)

    assert (result.exit_code, result.stderr) == (0, "")
    told = result.stdout
    assert [line for line in told.splitlines() if line != line.rstrip()] == []
    assert all(
        word not in told for word in ("None", "Decimal", "Fraction", "Function.", "{", "nan")
    )
    figures = [
        word.strip("()$%+,.;:") for word in told.split() if any(letter.isdigit() for letter in word)
    ]
    assert [figure for figure in figures if len(figure.partition(".")[2]) > 3] == []


def test_money_and_coverage_are_told_as_people_write_them(sound):
    told = run("plan", "plan.yaml").stdout

    assert (
        "Cost $180,000 of $200,000 a year. Of the rest, $20,000 stays free" in told
    )  # a director at 130,000 and half a data manager at 100,000
    assert "Plan score 82.4 of 100" in told  # 2225/27


def test_a_rank_table_says_who_is_tied_and_what_was_left_out(sound):
    lay_out(
        sound,
        candidates_csv=CANDIDATES_EQUAL,
        scores_csv="rater,candidate,criterion,score\nr1,oak,reach,4\nr1,elm,reach,4\nr2,oak,reach,4\n",
    )

    told = run(*RANK).stdout

    assert "Tied: Elm United and Oak Foundation." in told
    assert "asks for a lot" in told


CANDIDATES_EQUAL = "id,name,cost\noak,Oak Foundation,60\nelm,Elm United,60\n"


def test_control_letters_in_names_never_reach_the_terminal(sound):
    lay_out(sound, candidates_csv='id,name,cost\noak,"Oak \x1b[31mred",60\nelm,Elm,75\n')

    assert "\x1b" not in run(*RANK).stdout
    assert "\x1b" not in run(*RANK).stderr


def test_the_real_example_comes_out_as_it_was_published():
    published = yaml.safe_load(
        (GOLDEN / "rank" / "rtd_southeast_rail_2015.yaml").read_text(encoding="utf-8")
    )

    found = answer("rank", "--bundle", data_folder() / "examples" / "rtd_southeast_rail_2015")

    assert {row["candidate"].lower(): row["points"] for row in found["ranking"]} == {
        name.lower(): total for name, total in published["totals"].items()
    }


def test_a_sheet_changed_after_its_seal_is_told_and_an_untouched_one_is_not(here):
    run("example", "philadelphia_stem", "alliance")
    before = answer("rank", "--bundle", "alliance")["warnings"]
    sheet = here / "alliance" / "rules.yaml"
    sheet.write_text(
        sheet.read_text(encoding="utf-8").replace("weight: 18", "weight: 17", 1), encoding="utf-8"
    )

    after = answer("rank", "--bundle", "alliance")["warnings"]
    alone = answer(
        "rank",
        "--rules",
        sheet,
        "--scores",
        "alliance/scores.csv",
        "--recusals",
        "alliance/recusals.csv",
    )["warnings"]

    assert [warning for warning in before if "sealed" in warning] == []
    assert (
        len(
            [
                warning
                for warning in after
                if warning.startswith(
                    "The rule sheet was changed after it was sealed: its seal says "
                )
            ]
        )
        == 1
    )
    assert after[0] == alone[0]


def test_the_years_of_a_bundle_are_on_the_terms_of_its_chosen_host(here):
    # Spark keeps 7% of all money; on our own terms there is no fee
    run("example", "philadelphia_stem", "alliance")
    own = answer("outlook", "--bundle", "alliance")["years"]
    decisions = here / "alliance" / "decisions.yaml"
    chosen = "  - {page: compare, what: Spark hosts, figures: {chosen: spark}}\n"
    decisions.write_text(
        decisions.read_text(encoding="utf-8").rstrip("\n") + "\n" + chosen, encoding="utf-8"
    )

    theirs = answer("outlook", "--bundle", "alliance")["years"]

    assert [year["funding_usd"] for year in theirs][2] != 0
    assert [year["cost_usd"] for year in theirs] != [year["cost_usd"] for year in own]
    assert (
        "The terms of Spark Rowhouse Collective, the chosen host, are counted in."
        in run("outlook", "--bundle", "alliance").stdout
    )


def test_the_parts_of_a_plans_cost_add_up_to_it(sound):
    rows = [line.split() for line in run("plan", "plan.yaml").stdout.splitlines()]
    start = next(place for place, row in enumerate(rows) if row[:2] == ["Cost", "A"])
    parts = {
        row[0]: int(row[-1].replace("$", "").replace(",", "").replace("−", "-"))
        for row in rows[start + 1 :]
        if row and "$" in row[-1]
    }

    together = parts.pop("together")

    assert together == pytest.approx(answer("plan", "plan.yaml")["cost_usd"], abs=1)
    assert sum(
        usd
        for name, usd in parts.items()
        if name in ("staff", "lines", "office", "in-kind", "host")
    ) == pytest.approx(together, abs=3)
