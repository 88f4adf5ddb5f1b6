"""A search for the director goes the way a host is chosen: sealed, scored in a round, closed,
decided, by the same acts.
"""

from decimal import Decimal

from cidesign.acts.add_candidates import AddCandidates, Applying
from cidesign.acts.choose_mode import ChooseMode
from cidesign.acts.close_round import CloseRound
from cidesign.acts.decide import Decide
from cidesign.acts.declare import Declare
from cidesign.acts.give_score import GiveScore
from cidesign.acts.open_round import OpenRound
from cidesign.acts.seal_rules import SealRules
from cidesign.acts.set_rule import SetRule
from cidesign.acts.write_remark import WriteRemark
from cidesign.catalog import load
from cidesign.record import read_files
from cidesign.views.team.director_search import director_search
from cidesign.workshop import Store

OURS = b"""
name: Elm Alliance
members: [{id: ana}, {id: ben}]
director: {capabilities: [leader_vets, leader_mediates]}
"""
LEVELS = {("ana", "jo"): 4, ("ana", "lu"): 2, ("ben", "jo"): 5, ("ben", "lu"): 3}


def test_a_director_is_sealed_scored_closed_and_decided_like_a_host(tmp_path):
    search = director_search(read_files({"workshop.yaml": OURS}), load())
    acts = [
        ChooseMode(mode="open", called="Open selection"),
        SetRule(key="quorum", value=2, called="two"),
        SealRules(what="Sealed.", because="It is fair.", by="Ana", at="2027-01-05T10:00:00Z"),
        AddCandidates(
            candidates=(Applying(name="Jo", line=1), Applying(name="Lu", line=2)),
        ),
        OpenRound(),
        *(Declare(rater=rater, candidates=("jo", "lu")) for rater in ("ana", "ben")),
        *(
            GiveScore(rater=rater, candidate=one, criterion=criterion, score=Decimal(level))
            for (rater, one), level in LEVELS.items()
            for criterion in ("leader_vets", "leader_mediates")
        ),
        *(
            WriteRemark(rater=rater, candidate=one, strength="Listens.", concern="New here.")
            for rater, one in LEVELS
        ),
        CloseRound(),
        Decide(of="compare", what="Jo", because="Trusted.", figures={"chosen": "jo"}),
    ]

    with Store(f"sqlite:///{tmp_path}/store.db") as store:
        id = store.create(search)
        for place, act in enumerate(acts):
            store.do(id, act, nonce=str(place))
        done = store.read(id).bundle

    assert done.host is not None
    assert (done.host.name, done.workshop.stage.id, done.workshop.round) == ("Jo", "scored", 1)
    assert done.rules.sealed_at == "2027-01-05T10:00:00Z"
    assert len(done.scores) == 8
