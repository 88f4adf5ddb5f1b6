"""``agreement``: the worked case of the contract, the keys of its answer, letters for names, and
nothing while a round is open.
"""

from pathlib import Path

import pytest
import yaml

from tests.cli.files import RULES, answer, lay_out, lines, run

WORKED = Path(__file__).parents[1] / "golden" / "agreement" / "leniency_puts_another_first"
KEYS = (
    *("alpha", "alpha_interval", "by_criterion", "icc", "kendall_w"),
    *("leniency", "adjusted", "unshrunk", "agenda", "warnings"),
)
AGREEMENT = [
    "agreement",
    "--rules",
    "rules.yaml",
    "--scores",
    "scores.csv",
    "--recusals",
    "recusals.csv",
    "--candidates",
    "candidates.csv",
]
HEAD = "rater,candidate,criterion,score,round,seq\n"
PANEL = {"ana": (5, 2, 4, 1, 3), "ben": (4, 1, 4, 2, 3), "chi": (5, 3, 5, 1, 2)}
FIVE = ("oak", "elm", "ash", "fir", "yew")


def scored(panel=None, turn=1):
    rows = [
        f"{rater},{FIVE[c]},reach,{score},{turn},{turn * 100 + len(rater) + c}"
        for rater, scores in (panel or PANEL).items()
        for c, score in enumerate(scores)
    ]
    return HEAD + "\n".join(rows) + "\n"


def panel_of_five(folder, **more):
    people = "id,name,cost\n" + "".join(f"{id},{id.title()} House,100\n" for id in FIVE)
    return lay_out(
        folder,
        **{"scores_csv": scored(), "candidates_csv": people, "recusals_csv": "rater,candidate\n"}
        | more,
    )


def as_bundle(folder, stage="scored", more=""):
    (folder / "workshop.yaml").write_text(f"name: Ours\nstage: {stage}\n{more}", encoding="utf-8")


def test_agreement_answers_the_worked_case():
    expected = yaml.safe_load((WORKED / "expected.yaml").read_text(encoding="utf-8"))

    found = answer("agreement", "--rules", WORKED / "rules.yaml", "--scores", WORKED / "scores.csv")

    assert tuple(found) == KEYS
    for key in ("leniency", "adjusted"):
        assert found[key] == pytest.approx(expected[key], abs=1e-6)
        assert found["unshrunk"][key] == pytest.approx(expected["unshrunk"][key], abs=1e-6)


def test_every_measure_is_told_where_it_can_be(here):
    panel_of_five(here)

    found = answer(*AGREEMENT)

    assert found["warnings"] == []
    assert list(found["icc"]) == ["1,1", "2,1", "3,1", "1,k", "2,k", "3,k"]
    low, high = found["alpha_interval"]
    assert low <= found["alpha"] <= high <= 1
    assert found["by_criterion"] == {
        "reach": pytest.approx(found["alpha"])
    }  # one rated criterion: its points are its scores
    assert [list(one) for one in found["agenda"]] == [["candidate", "criterion", "spread"]] * 5
    # the mean of 5, 4 and 5 is 11/12 of the scale, times 12 points, and 10 x (200 - 100)/200 for
    # the cost
    assert found["adjusted"]["oak"] == pytest.approx(11 + 5)


def test_the_seed_moves_only_the_interval(here):
    panel_of_five(here)

    one, other = answer(*AGREEMENT), answer(*AGREEMENT, "--seed", 2)

    assert one == answer(*AGREEMENT, "--seed", 1)
    assert {key for key in KEYS if one[key] != other[key]} == {"alpha_interval"}


def test_a_panel_that_does_not_hang_together_is_refused_in_words(here):
    panel_of_five(
        here,
        rules_yaml=RULES.replace("missing: refuse", "missing: leave_out"),
        scores_csv=scored({"ana": (5, 2), "ben": ()})
        + "chi,ash,reach,3,1,7\nchi,fir,reach,4,1,8\n",
    )

    found = answer(*AGREEMENT)

    assert (found["leniency"], found["adjusted"], found["unshrunk"]) == (None, None, None)
    assert any(
        (
            "no rater links these groups of candidates: Ash House and Fir House; Elm House and Oak "
            "House"
        )
        in one
        for one in found["warnings"]
    )


def test_an_earlier_round_is_answered_as_it_was(here):
    panel_of_five(here)
    first = answer(*AGREEMENT)
    second = scored() + scored({"chi": (4, 1, 4, 2, 3)}, turn=2).removeprefix(HEAD)
    panel_of_five(here, scores_csv=second)

    assert answer(*AGREEMENT, "--round", 1) == first
    assert answer(*AGREEMENT)["alpha"] > first["alpha"]


@pytest.mark.parametrize(("names", "raters"), [("letters", {"A", "B", "C"}), ("shown", set(PANEL))])
def test_a_bundle_shows_letters_unless_its_rules_show_names(here, names, raters):
    panel_of_five(here, rules_yaml=RULES + f"names: {names}\n")
    as_bundle(here)

    found = answer("agreement", "--bundle", ".")

    assert set(found["leniency"]) == raters
    same = answer(*AGREEMENT)
    assert sorted(found["leniency"].values()) == sorted(same["leniency"].values())
    assert [found[key] for key in KEYS if key not in ("leniency", "unshrunk")] == [
        same[key] for key in KEYS if key not in ("leniency", "unshrunk")
    ]


def test_what_must_be_mended_in_a_bundle_is_told_with_the_names_in_the_file(here):
    panel_of_five(here, scores_csv=scored().replace("ana,oak,reach,5,", "ana,oak,reach,,"))
    as_bundle(here)

    (line,) = lines(run("agreement", "--bundle", "."))

    assert "ana has no score for oak on reach" in line


def test_nothing_is_told_while_a_round_is_open(here):
    panel_of_five(here)
    as_bundle(here, stage="scoring", more="round: 1\n")

    (line,) = lines(run("agreement", "--bundle", ".", "--json"))

    assert "round 1 is open" in line


def test_seats_that_count_equally_change_nothing_about_what_raters_said(here):
    panel_of_five(here)
    before = answer(*AGREEMENT)
    panel_of_five(here, rules_yaml=RULES + "seats: equal\n")

    assert answer(*AGREEMENT) == before


def test_a_broken_seal_is_told_first(here):
    panel_of_five(
        here, rules_yaml=RULES + 'seal: {version: 1, at: "2027-01-01", by: ana, sha256: "00"}\n'
    )

    assert "seal" in answer(*AGREEMENT)["warnings"][0]


def test_people_get_aligned_tables_without_noise(here):
    panel_of_five(here)

    told = run(*AGREEMENT).stdout

    assert "Kendall's W (order)" in told
    assert "Oak House" in told
    assert [line for line in told.splitlines() if line != line.rstrip()] == []
    assert all(word not in told for word in ("None", "Fraction", "{", "nan"))


def test_files_or_a_bundle_must_be_given(here):
    (line,) = lines(run("agreement"))

    assert "Give --rules and --scores, or --bundle." in line
