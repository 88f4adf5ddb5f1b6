"""Published elections and the published TOPSIS example in tests/golden come out of our ways to add
up.
"""

from pathlib import Path

import pytest
import yaml

from cidesign.selection.cross_checks import WAYS
from cidesign.selection.cross_checks.ballots import Ballot, best, duels, first_places
from cidesign.selection.cross_checks.borda import borda_points, borda_shares
from cidesign.selection.cross_checks.pairwise import duels_won, unbeaten
from cidesign.selection.cross_checks.runoff import runoff
from cidesign.selection.cross_checks.topsis import closeness

GOLDEN = Path(__file__).parents[1] / "golden"
ELECTIONS = yaml.safe_load((GOLDEN / "voting.yaml").read_text(encoding="utf-8"))
TOPSIS = yaml.safe_load((GOLDEN / "topsis.yaml").read_text(encoding="utf-8"))


def ballots(case):
    return tuple(
        Ballot(tuple((id,) for id in order), count=count)
        for order, count in case["ballots"].items()
    )


@pytest.mark.parametrize("case", ELECTIONS, ids=lambda case: case["about"])
def test_a_published_election_comes_out_by_every_method(case):
    cast = ballots(case)
    ids = sorted(case["borda"])
    met = duels(cast, ids)

    assert borda_points(met, ids) == case["borda"]
    assert {
        "borda": [*best(borda_shares(met, ids))],
        "pairwise": [*unbeaten(met, ids)],
        "plurality": [*best(first_places(cast, ids))],
        "runoff": [*runoff(cast, ids).first],
    } == case["first"]
    won = duels_won(met, ids)
    assert "".join(sorted(ids, key=lambda id: -won[id])) == case["pairwise_order"]


@pytest.mark.parametrize("case", TOPSIS, ids=lambda case: case["about"])
def test_a_published_topsis_comes_out(case):
    near = closeness(case["values"], case["weights"], case["more_is_better"])

    assert near == pytest.approx(case["closeness"], abs=case["tolerance"])
    assert [1 + sum(other > one for other in near) for one in near] == case["ranking"]


def test_every_way_that_is_no_other_mean_has_a_published_case():
    covered = {way for case in ELECTIONS for way in case["first"]} | (
        {"topsis"} if TOPSIS else set()
    )

    assert covered == {way.id for way in WAYS if not way.instead_of}
