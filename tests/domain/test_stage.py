"""The stages of a selection: each says what may be done in it and what may follow, and a new one
needs no other change.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from cidesign.acts import notes
from cidesign.acts.close_round import CloseRound
from cidesign.acts.open_round import OpenRound
from cidesign.acts.remove_candidate import RemoveCandidate
from cidesign.domain import stage
from cidesign.domain.problem import BadInput
from cidesign.domain.stage import DRAFT, FINAL, SCORED, SCORING, SEALED, STAGES, Refusal
from cidesign.domain.workshop import Workshop
from cidesign.record import read_files
from cidesign.views.compare.view import compare_view
from tests.views.compare.panels import bundle, scores

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SECOND = replace(SCORING, id="second_round", label="Second round open")
TALK = replace(
    SCORED,
    id="discussion",
    label="Discussion",
    leads_to=("second_round",),
    against_candidates=Refusal("the committee is talking", "wait until it has talked"),
)


@pytest.fixture
def one_more(monkeypatch):
    """A copy of the stages with a talk and a second round between scored and final."""
    scored = replace(SCORED, leads_to=("discussion", "final"))
    monkeypatch.setattr(stage, "STAGES", (DRAFT, SEALED, SCORING, scored, TALK, SECOND, FINAL))


@pytest.mark.parametrize("one", STAGES, ids=[one.id for one in STAGES])
def test_each_stage_agrees_with_itself(one):
    assert set(one.leads_to) <= {other.id for other in STAGES} - {one.id}
    assert (one.opening is None) == (one.against_a_round is not None)
    assert (one.closing is not None) == one.round_is_open
    assert one.is_final == (one.leads_to == ())


def test_each_stage_can_be_reached_from_the_first_and_leads_to_the_last():
    reached, ends = {STAGES[0].id}, {STAGES[-1].id}
    for _ in STAGES:
        reached |= {id for one in STAGES if one.id in reached for id in one.leads_to}
        ends |= {one.id for one in STAGES if ends & set(one.leads_to)}

    assert reached == ends == {one.id for one in STAGES}


def test_a_stage_is_read_from_its_id_and_written_as_its_id():
    read = Workshop.model_validate({"name": "Mill Creek", "stage": "scored"})

    assert read.stage is SCORED
    assert read.model_dump(exclude_unset=True) == {"name": "Mill Creek", "stage": "scored"}
    assert Workshop.model_validate(read.model_dump()) == read


def test_a_workshop_that_names_no_stage_is_a_draft():
    assert Workshop(name="Mill Creek").stage is DRAFT


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("Scoring", '"Scoring" is no stage of a selection; did you mean scoring?'),
        ("open", '"open" is no stage of a selection; write one of draft, final, scored, scoring'),
        ("3", "3 is no stage of a selection; write one of draft"),
        ("[scoring]", "is no stage of a selection"),
        ("", "nothing is no stage of a selection; write one of draft"),
    ],
)
def test_a_word_that_is_no_stage_is_refused_where_it_stands(word, says):
    with pytest.raises(BadInput) as refused:
        read_files({"workshop.yaml": f"name: Mill Creek\nstage: {word}\n".encode()})

    (told,) = (one.line() for one in refused.value.problems)
    assert told.startswith("workshop.yaml: stage: ")
    assert says in told


def test_a_stage_leads_to_what_may_follow_and_to_nothing_else():
    assert SEALED.to("scoring") is SCORING

    with pytest.raises(BadInput) as refused:
        SCORING.to("final")
    assert [one.line() for one in refused.value.problems] == [
        'Stage: a selection cannot go from "Round open" to "Final"; '
        "from here it may go to: Round closed"
    ]
    with pytest.raises(BadInput, match="begin a new workshop"):
        FINAL.to("draft")


def test_the_glossary_names_the_stages_in_order():
    row = next(line for line in README.splitlines() if line.startswith("| `stage`"))

    assert row.split("|")[2].strip() == ", ".join(one.id for one in STAGES)


def test_one_more_stage_is_read_hides_what_it_must_and_refuses_in_its_own_words(one_more):
    talking = bundle("discussion", scores=scores("ana oak trust 4"))

    with pytest.raises(BadInput, match="the committee is talking"):
        RemoveCandidate(id="elm").on(talking)
    assert notes.may_be_written(talking)
    with pytest.raises(BadInput, match=r"did you mean discussion\?"):
        bundle("discusion")


def test_one_more_stage_with_a_round_takes_scores_and_shows_no_result_until_it_is_closed(one_more):
    talking = bundle("discussion", scores=scores("ana oak trust 4"))

    second = OpenRound().on(talking)

    assert (second.workshop.stage, second.workshop.round) == (SECOND, 2)
    assert compare_view(second).hidden == 2
    assert compare_view(second).rows == ()
    assert CloseRound(accepted=True).on(second).workshop.stage.round_was_closed
