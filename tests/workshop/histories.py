"""Random histories of one workshop: acts of members and of those who plan, in any order, some
refused, some undone.
"""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import strategies as st

from cidesign.acts.act import Act
from cidesign.acts.bring_scores import BringScores
from cidesign.acts.close_round import CloseRound
from cidesign.acts.come_back import ComeBack
from cidesign.acts.decide import Decide
from cidesign.acts.declare import Declare
from cidesign.acts.give_score import GiveScore
from cidesign.acts.open_round import OpenRound
from cidesign.acts.set_keys import SetKeys
from cidesign.acts.step_aside import StepAside
from cidesign.acts.weigh import Weigh
from cidesign.acts.write_note import WriteNote
from cidesign.acts.write_remark import WriteRemark
from cidesign.domain.problem import BadInput
from cidesign.workshop import Store
from tests.workshop.bundles import years

MEMBER = st.sampled_from(["ana", "ben"])
CANDIDATE = st.sampled_from(["oak", "elm"])
CRITERION = st.sampled_from(["reach", "trust"])
WORDS = st.sampled_from(["", "warm", "two  spaces", 'a "quoted", word', "línea"])
SCORE = st.none() | st.integers(1, 6).map(Decimal)
TABLE = b"rater,candidate,criterion,score,comment\nana,oak,reach,3,brought\nben,elm,trust,2,\n"

ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(
        GiveScore,
        rater=MEMBER,
        candidate=CANDIDATE,
        criterion=CRITERION,
        score=SCORE,
        reason=WORDS,
    ),
    st.builds(WriteRemark, rater=MEMBER, candidate=CANDIDATE, strength=WORDS, concern=WORDS),
    st.builds(Declare, rater=MEMBER, candidates=st.lists(CANDIDATE, max_size=2).map(tuple)),
    st.builds(StepAside, rater=MEMBER, candidate=CANDIDATE, tie=st.just("board"), reason=WORDS),
    st.builds(ComeBack, rater=MEMBER, candidate=CANDIDATE),
    st.builds(
        Weigh,
        member=MEMBER,
        weights=st.fixed_dictionaries(
            {"reach": st.integers(1, 9).map(Decimal), "trust": st.just(Decimal("2.5"))}
        ),
    ),
    st.builds(WriteNote, candidate=CANDIDATE, criterion=CRITERION, note=WORDS, by=WORDS),
    st.just(OpenRound()),
    st.just(CloseRound(accepted=True)),
    st.just(BringScores(content=TABLE)),
    st.integers(1, 10).map(years),
    st.builds(
        Decide, of=st.sampled_from(["team", "structure"]), what=st.just("We do"), because=WORDS
    ),
    WORDS.map(
        lambda words: SetKeys(
            of="initiative",
            path="workshop.yaml",
            thing="the goal",
            changes=((("initiative", "goal"), words or None),),
        )
    ),
)
UNDO = st.integers(0, 30)
"""Undo the act of that place, where it is one that can be undone."""
HISTORY = st.lists(ACTS | UNDO, max_size=25)


def lived(store: Store, id: str, history: Sequence[Act | int]) -> int:
    """Do what a history says; how many of its acts were done."""
    done = 0
    for place, one in enumerate(history):
        try:
            act = store.way_back(id, one) if isinstance(one, int) else one
            store.do(id, act, nonce=f"{id}.{place}")
            done += 1
        except (BadInput, LookupError):
            continue
    return done
