"""The examples are whole workshops, say what they are, and add up."""

from decimal import Decimal
from fractions import Fraction

import pytest

from cidesign.budget import allocate, with_need
from cidesign.catalog import load
from cidesign.home import data_folder
from cidesign.outlook import project
from cidesign.record import fingerprint, read_bundle, read_mapping
from cidesign.structure import fit
from cidesign.value import rank

# Denver RTD board packet, meeting 2310, page 21.
RTD_TOTALS = [("bbri", "83.31"), ("graham", "70.52"), ("kiewit", "67.01"), ("swh", "65.99")]


def example(name):
    return read_bundle(data_folder() / "examples" / name)


@pytest.fixture(scope="module")
def stem():
    return example("philadelphia_stem")


def test_every_example_says_that_it_is_one():
    bundles = [
        read_bundle(path)
        for path in sorted((data_folder() / "examples").iterdir())
        if path.is_dir()
    ]

    assert all(len(bundle.workshop.example) > 40 for bundle in bundles)
    assert len(bundles) >= 2


def test_the_public_tabulation_adds_up_to_its_published_totals():
    bundle = example("rtd_southeast_rail_2015")

    ranking = rank(bundle.rules, bundle.scores, candidates=bundle.candidates)

    assert [(one.candidate, one.points) for one in ranking.standings] == [
        (id, Fraction(total)) for id, total in RTD_TOTALS
    ]
    assert bundle.plan is None


def test_the_alliance_says_that_names_and_scores_are_invented(stem):
    assert "names" in stem.workshop.example
    assert "scores" in stem.workshop.example
    assert "invented" in stem.workshop.example


def test_the_alliance_has_six_candidates_of_different_kinds_and_seven_raters(stem):
    assert len({candidate.kind for candidate in stem.candidates}) == 6
    assert {score.rater for score in stem.scores} == {member.id for member in stem.workshop.members}
    assert len(stem.workshop.members) == 7
    assert len({member.seat for member in stem.workshop.members}) > 4


def test_the_race_is_close_and_everybody_has_a_rank(stem):
    ranking = rank(stem.rules, stem.scores, candidates=stem.candidates, recusals=stem.recusals)

    first, second = ranking.standings[:2]
    assert [one.rank for one in ranking.standings] == [1, 2, 3, 4, 5, 6]
    assert 0 < first.points - second.points < 3


def test_nobody_recused_scored_the_candidate(stem):
    stepped_aside = {(recusal.rater, recusal.candidate) for recusal in stem.recusals}

    assert stepped_aside
    assert not stepped_aside & {(score.rater, score.candidate) for score in stem.scores}


def test_each_rater_gives_each_candidate_a_strength_and_a_concern(stem):
    pairs = {(score.rater, score.candidate) for score in stem.scores}
    given = {
        word: {
            (score.rater, score.candidate) for score in stem.scores if score.reason.startswith(word)
        }
        for word in ("Strength", "Concern")
    }

    assert given == {"Strength": pairs, "Concern": pairs}


def test_one_score_was_changed_and_one_is_missing(stem):
    keys = [(score.rater, score.candidate, score.criterion) for score in stem.scores]
    recused = len(stem.recusals) * len(stem.rules.rated)

    assert len(keys) - len(set(keys)) == 1
    assert len(set(keys)) == 7 * 6 * 9 - recused - 1


def test_the_seal_is_that_of_the_rule_sheet():
    sheet = read_mapping(data_folder() / "examples" / "philadelphia_stem" / "rules.yaml")

    assert fingerprint(sheet) == sheet["seal"]["sha256"]


def test_each_members_weights_add_to_100(stem):
    for member in stem.workshop.members:
        assert sum(row.weight for row in stem.weights if row.member == member.id) == 100


def test_the_structure_decided_is_the_one_that_fits_best(stem):
    catalog = load()

    best = fit(stem.structure, catalog.structures, catalog.structure_drivers)[0]

    assert best.structure == stem.structure.decision.structure
    assert stem.decisions.latest("structure").figures == {
        "structure": best.structure,
        "points": Decimal(str(round(best.points, 1))),
    }


def test_the_budget_binds_and_leaves_a_weak_spot(stem):
    found = allocate(with_need(stem.plan, load().need_table()))

    assert found.status == "optimal"
    assert 40 < found.plan_score < 90
    assert min(found.coverage.values()) < 0.6
    assert found.fte["director"] > 0


def test_the_money_runs_out_inside_the_five_years(stem):
    outlook = project(stem.plan, stem.outlook, load().need_table())

    assert len(outlook.years) == 5
    assert "2028-01" < outlook.runs_out < "2031-12"
