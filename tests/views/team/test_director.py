"""The director we look for, in words: each answer is seen in the profile, the memo and the
agreement, and what is open is named.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.memo.blocks import sentences_of
from cidesign.memo.director import director_paper
from cidesign.memo.memo import memo
from cidesign.memo.words import handouts
from cidesign.record import read_files, with_decision
from cidesign.report.paper import paper_document
from cidesign.views.team import director
from cidesign.views.team.director import director_view
from tests.report.printed import printed

CATALOG = load()
CHOSEN = b"capabilities: [leader_vets, leader_mediates]"
HIRES = b"hires: the chairs and a resident"
EVALUATES = b"evaluates: 'the committee, each May'"


def ours(*said: bytes):
    profile = b"director: {" + b", ".join(said) + b"}\n" if said else b""
    return read_files(
        {"workshop.yaml": b"name: Ours\n" + profile, "candidates.csv": b"id,name\nelm,Elm Center\n"}
    )


def told(paper, section: str) -> str:
    blocks = [one for one in paper.sections if one.id == section]
    return " ".join(one.plain for one in sentences_of(blocks))


def test_nothing_said_is_one_sentence_and_no_part_of_memo_or_handouts():
    bundle = ours()

    assert director.claim(director_view(bundle, CATALOG)) == (
        "Nobody has said what matters most to us."
    )
    assert told(memo(bundle, CATALOG), "director") == ""
    assert "director" not in {one.id for one in handouts(bundle)}
    with pytest.raises(BadInput, match="nobody has said what matters most"):
        director_paper(bundle, CATALOG)


def test_what_matters_most_makes_the_profile_with_questions_and_a_score_sheet():
    paper = director_paper(ours(CHOSEN), CATALOG)

    assert "Settles conflicts: Stands between parties" in told(paper, "matters")
    assert "Tell us of two partners who were at odds." in told(paper, "interview")
    assert "Rivals call them, and what was agreed has held." in told(paper, "interview")
    assert "1 Takes sides or runs" in told(paper, "sheet")
    assert "5 Asked for by both sides" in told(paper, "sheet")
    assert "Humble" not in told(paper, "matters")
    assert "[to be agreed]" in told(paper, "employment")
    assert {one.id for one in handouts(ours(CHOSEN))} >= {"director"}


def test_the_profile_is_printed_without_signatures():
    said = printed(paper_document(director_paper(ours(CHOSEN), CATALOG, made_on="2027-01-05")))

    assert "5 January 2027" in said.text
    assert "Score sheet" in said.text
    assert "Signatures" not in said.text


def test_the_memo_names_what_matters_and_what_is_open():
    made = memo(ours(CHOSEN), CATALOG)

    assert told(made, "director").startswith(
        "The director we look for What matters most to us: Shows reports before they come out: "
    )
    assert "Still open: who hires the director and who evaluates the director." in told(
        made, "director"
    )
    assert (
        "Settle who hires the director and who evaluates the director Steering committee before "
        "anybody is hired"
    ) in told(made, "next")


def test_who_hires_and_who_evaluates_stand_in_memo_and_profile_and_leave_nothing_open():
    bundle = ours(CHOSEN, HIRES, EVALUATES)
    made, paper = memo(bundle, CATALOG), director_paper(bundle, CATALOG)

    for said in (told(made, "director"), told(paper, "employment")):
        assert "Who hires the director, and lets her or him go? the chairs and a resident" in said
        assert "Who evaluates the director, and how often? the committee, each May" in said
    assert "Still open" not in told(made, "director")
    assert "Settle" not in told(made, "next")


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ((), ("[to be agreed]", "[to be agreed]")),
        ((HIRES,), ("the chairs and a resident", "[to be agreed]")),
        ((EVALUATES,), ("[to be agreed]", "the committee, each May")),
    ],
)
def test_the_agreement_says_who_hires_and_who_evaluates(profile, expected):
    decided = with_decision(
        ours(*profile), Decision(page="compare", what="Elm", figures={"chosen": "elm"})
    )

    said = told(agreement(decided, CATALOG), "staff")

    assert f"Who hires the director, and lets her or him go? {expected[0]}" in said
    assert f"Who evaluates the director, and how often? {expected[1]}" in said


def test_a_capability_our_list_does_not_have_is_named():
    view = director_view(ours(b"capabilities: [leader_sings, leader_vets]"), CATALOG)

    assert [one.id for one in view.chosen] == ["leader_vets"]
    assert "nothing is asked about it: Leader sings." in director.note(view)
