"""``robustness``: the worked case of the contract, the keys of its answer, members' own weights,
and nothing while a round is open.
"""

import math
from pathlib import Path

import pytest
import yaml

from tests.cli.files import RULES, answer, lay_out, lines, run
from tests.cli.test_agreement import as_bundle, panel_of_five

WORKED = Path(__file__).parents[1] / "golden" / "robustness" / "two_candidates"
ROBUSTNESS = [
    "robustness",
    "--rules",
    "rules.yaml",
    "--scores",
    "scores.csv",
    "--candidates",
    "candidates.csv",
    "--samples",
    2000,
]
KEYS = (
    *("acceptability", "error", "central_weights", "pairwise", "flip", "stability"),
    *("potentially_optimal", "dominated", "leave_one_out", "warnings"),
)
OWN = "member,criterion,weight\nana,reach,3\nana,cost,1\nben,reach,1\nben,cost,1\n"


def test_robustness_answers_the_worked_case():
    expected = yaml.safe_load((WORKED / "expected.yaml").read_text(encoding="utf-8"))

    found = answer(
        "robustness", "--rules", WORKED / "rules.yaml", "--scores", WORKED / "scores.csv"
    )

    assert tuple(found) == KEYS
    assert found["error"] == pytest.approx(0.98 / math.sqrt(100_000))
    assert [one["rival"] for one in found["flip"]] == [one["rival"] for one in expected["flip"]]
    assert found["flip"][0]["l1_change"] == pytest.approx(
        expected["flip"][0]["l1_change"], abs=1e-6
    )
    assert found["stability"] == {
        id: pytest.approx(ends, abs=1e-6) for id, ends in expected["stability"].items()
    }
    assert (found["potentially_optimal"], found["dominated"]) == (
        expected["potentially_optimal"],
        expected["dominated"],
    )
    assert found["leave_one_out"]["raters"] == {"panel": []}
    # without k1 the shares 30 and 20 give A .32 and B .72; without k3 A has .51 and B .44 of 80
    assert found["leave_one_out"]["criteria"] == {"k1": ["B"], "k2": ["A"], "k3": ["A"]}
    assert found["leave_one_out"]["candidates"] == {"A": ["B"], "B": ["A"]}


def test_every_share_adds_up(here):
    panel_of_five(here)

    found = answer(*ROBUSTNESS)

    assert [sum(ranks) for ranks in found["acceptability"].values()] == [pytest.approx(1)] * 5
    assert [sum(place) for place in zip(*found["acceptability"].values())] == [pytest.approx(1)] * 5
    assert found["pairwise"]["oak"]["elm"] + found["pairwise"]["elm"]["oak"] == pytest.approx(1)
    assert "oak" not in found["pairwise"]["oak"]


def test_members_own_weights_bound_what_is_drawn(here):
    panel_of_five(here)
    (here / "w.csv").write_text(OWN, encoding="utf-8")

    central = answer(*ROBUSTNESS, "--member-weights", "w.csv")["central_weights"]

    won = [shares for shares in central.values() if shares]
    assert won
    assert all(0.5 <= shares["reach"] <= 0.75 for shares in won)


def test_a_bundles_own_member_weights_bound_too(here):
    panel_of_five(here)
    as_bundle(here)
    (here / "weights.csv").write_text(OWN.replace("ben,reach,1", "ben,reach,3"), encoding="utf-8")

    central = answer("robustness", "--bundle", ".", "--samples", 100)["central_weights"]

    # one member says 3 to 1 and so does the other: there is one weighting only
    assert {tuple(shares.values()) for shares in central.values() if shares} == {(0.75, 0.25)}


def test_a_members_missing_weight_is_told_with_the_file(here):
    panel_of_five(here)
    (here / "w.csv").write_text("member,criterion,weight\nana,reach,3\n", encoding="utf-8")

    (line,) = lines(run(*ROBUSTNESS, "--member-weights", "w.csv"))

    assert line.startswith('w.csv: "ana" gives no weight for cost')


def test_a_file_without_any_weights_is_not_taken_for_any_weights_at_all(here):
    panel_of_five(here)
    (here / "w.csv").write_text("member,criterion,weight\n", encoding="utf-8")

    (line,) = lines(run(*ROBUSTNESS, "--member-weights", "w.csv"))

    assert line == "w.csv: nobody gives any weights; add each member's rows, or leave the file out"


@pytest.mark.parametrize("vary", ["weights", "raters", "both"])
def test_the_same_seed_gives_the_same_draws_and_another_other_ones(here, vary):
    panel_of_five(here)

    one = answer(*ROBUSTNESS, "--vary", vary)

    assert answer(*ROBUSTNESS, "--vary", vary, "--seed", 1) == one
    assert answer(*ROBUSTNESS, "--vary", vary, "--seed", 2) != one


def test_raters_alone_leave_the_sheets_weights_as_they_are(here):
    panel_of_five(here)

    central = answer(*ROBUSTNESS, "--vary", "raters")["central_weights"]

    won = [shares for shares in central.values() if shares]
    assert won == [pytest.approx({"reach": 12 / 22, "cost": 10 / 22})] * len(won)
    assert won


def test_where_nobody_has_a_rank_it_is_said(here):
    panel_of_five(here, rules_yaml=RULES + "quorum: 9\n")

    found = answer(*ROBUSTNESS)

    assert (found["acceptability"], found["error"], found["flip"]) == ({}, None, [])
    assert (
        found["warnings"][-1] == "Nobody has a rank, so there is no order that could hold or not."
    )
    assert run(*ROBUSTNESS).exit_code == 0


def test_one_candidate_is_always_first(here):
    lay_out(
        here,
        scores_csv="rater,candidate,criterion,score\nr1,oak,reach,4\n",
        candidates_csv="id,name,cost\noak,Oak,60\n",
    )

    found = answer(*ROBUSTNESS)

    assert found["acceptability"] == {"oak": [1]}
    assert found["flip"] == []


def test_nothing_is_told_while_a_round_is_open(here):
    panel_of_five(here)
    as_bundle(here, stage="scoring")

    (line,) = lines(run("robustness", "--bundle", "."))

    assert "nobody sees a result before it is closed" in line


def test_a_terminal_reads_places_ranges_and_what_would_change_it(here):
    panel_of_five(here)

    said = run(*ROBUSTNESS).stdout

    assert "Weights could be anything: places in 2,000 draws, in percent" in said
    assert "stays first as long as a weight lies" in said
    assert "Raters who, left out alone, would change who is first: " in said


def test_those_who_share_the_first_rank_are_told_as_first_together(here):
    """Both have 4 from both raters and the same cost: whoever is left out, they stay level; without
    the score nothing parts them either.
    """
    scores = "rater,candidate,criterion,score\n" + "".join(
        f"{rater},{id},reach,4\n" for rater in ("r1", "r2") for id in ("oak", "elm")
    )
    shared = RULES.replace("ties: [lot]", "ties: [shared]")
    lay_out(
        here,
        rules_yaml=shared,
        scores_csv=scores,
        candidates_csv="id,name,cost\noak,Oak,60\nelm,Elm,60\n",
    )

    said = run(*ROBUSTNESS).stdout

    assert "Oak is level already." in said
    assert "Raters who, left out alone, would change who is first: 0 of 2." in said
    assert "Criteria that, left out alone, would change who is first: 0 of 2." in said
    assert "nobody" not in said


def test_a_rater_whom_the_result_cannot_spare_is_told(here):
    lay_out(
        here,
        scores_csv="rater,candidate,criterion,score\nr1,oak,reach,4\n",
        candidates_csv="id,name,cost\noak,Oak,60\n",
    )

    assert (
        "Raters who, left out alone, would leave nobody with points: 1 of 1."
        in run(*ROBUSTNESS).stdout
    )
