"""A sheet is hers alone: it is the same from the whole record, from her own rows, and from what she
may see.
"""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.acts.give_score import GiveScore
from cidesign.acts.reads import seen_by
from cidesign.acts.step_aside import StepAside
from cidesign.acts.weigh import Weigh
from cidesign.acts.write_remark import WriteRemark
from cidesign.catalog import load
from cidesign.domain.person import Person, Role
from cidesign.domain.workshop import Bundle
from cidesign.record import read_files
from cidesign.views.sheet import words
from cidesign.views.sheet.view import Rows, my_sheet, only_hers
from tests.serve.asking import files
from tests.views.compare import panels

WHO, OF = st.sampled_from(["ana", "ben"]), st.sampled_from(["oak", "elm"])
SCORES = st.tuples(WHO, OF, st.sampled_from(["trust", "reach"]), st.integers(1, 5))
REMARKS = st.tuples(WHO, OF, st.text("ab", min_size=1, max_size=3))


def started(stage: str) -> Bundle:
    return read_files(files(stage))


@given(st.lists(SCORES, max_size=8), st.lists(REMARKS, max_size=3), st.booleans())
def test_a_sheet_is_the_same_from_all_that_is_kept_and_from_what_is_hers(given_, said, aside):
    record = started("scoring")
    for who, of, criterion, level in given_:
        record = GiveScore(
            rater=who, candidate=of, criterion=criterion, score=Decimal(level)
        ).change(record)
    for who, of, text in said:
        record = WriteRemark(rater=who, candidate=of, strength=text, concern=text).change(record)
    if aside:
        record = StepAside(rater="ben", candidate="oak", tie="board", reason="x").change(record)

    for who in ("ana", "ben", "chi"):
        person = Person(who, Role.MEMBER, member=who)
        whole, hers, seen = (
            my_sheet(one, who, load())
            for one in (record, only_hers(record, who, Rows()), seen_by(person, record))
        )
        assert whole == hers == seen
        assert words.answer(record, whole) == words.answer(only_hers(record, who, Rows()), hers)


def test_weights_of_others_are_not_on_her_sheet():
    record = started("draft")
    for who, level in (("ana", 50), ("ben", 77)):
        weights = {"trust": Decimal(level), "reach": Decimal(1), "price": Decimal(1)}
        record = Weigh(member=who, weights=weights).change(record)

    assert my_sheet(record, "ana", load()) == my_sheet(
        only_hers(record, "ana", Rows()), "ana", load()
    )
    assert my_sheet(only_hers(record, "ana", Rows()), "chi", load()).given == ()


@pytest.mark.parametrize(
    ("stage", "rater", "says"),
    [
        ("draft", "ana", "Say how much each criterion counts for you."),
        ("sealed", "ana", "No round is open yet."),
        ("sealed", "chi", "Chi Tran, say first whether anything ties you to two candidates."),
        ("scoring", "ana", "Ana Reyes, two of two candidates are left."),
        ("scoring", "chi", "Chi Tran, say first whether anything ties you to two candidates."),
        ("scored", "ana", "Round 1 is closed."),
        ("scoring", "zoe", "This sheet is for the members of the committee."),
    ],
)
def test_each_stage_says_what_is_hers_to_do(stage, rater, says):
    record = started(stage)

    assert words.answer(record, my_sheet(record, rater, load()))[0] == says


def test_one_agreed_score_leaves_no_sheet_of_her_own():
    given_ = files("scoring")
    given_["rules.yaml"] += b"aggregation: consensus\n"
    record = read_files(given_)

    mine = my_sheet(record, "ana", load())

    assert mine.sheets == ()
    assert words.answer(record, mine)[0] == "The panel gives one agreed score."


def test_rows_that_are_remembered_are_those_of_the_record_whatever_it_becomes():
    """Rows come, are taken back to an earlier state, and are read anew; each time as if first
    looked at.
    """
    first = panels.bundle("scoring", scores=panels.scores("ana oak trust 4", "ben oak trust 2"))
    more = panels.bundle(
        "scoring",
        scores=panels.scores("ana oak trust 4", "ben oak trust 2", "ana elm trust 3"),
        recusals="rater,candidate\nana,ash\n",
    )
    other = panels.bundle("scoring", scores=panels.scores("ana oak trust 1", "ben oak trust 2"))
    grown = replace(first, scores=(*first.scores, more.scores[-1]))
    remembered = Rows()

    for record in (first, grown, first, more, other, first, grown):
        for who in ("ana", "ben", "chi"):
            for of in ("", "oak", "elm"):
                seen = only_hers(record, who, remembered, of=of)
                assert seen.scores == tuple(
                    one for one in record.scores if one.rater == who and of in ("", one.candidate)
                )
                assert seen.recusals == tuple(one for one in record.recusals if one.rater == who)
