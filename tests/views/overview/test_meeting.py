"""The guide of the next meeting: it follows from where the selection stands and from the time there
is.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.meeting import LENGTHS
from cidesign.domain.walk import WALK
from cidesign.domain.workshop import Decision
from cidesign.record import changed, read_files, with_decision
from cidesign.views.overview.meeting import meeting

CATALOG = load()
STEPS = tuple(step.id for step in WALK if step.decision)


def workshop(*decided, stage="draft", minutes=None, more=""):
    text = f"name: Ours\nstage: {stage}\n{more}"
    bundle = read_files({"workshop.yaml": text.encode()})
    for page in decided:
        bundle = with_decision(bundle, Decision(page=page, what=f"We chose {page}", because="So"))
    return changed(bundle, "workshop.yaml", {("meeting_minutes",): minutes})


def passes(bundle):
    return [step.id for step in meeting(bundle, CATALOG).pages]


def test_every_page_that_is_decided_on_has_its_part_of_an_agenda():
    looked = [one.page for one in CATALOG.agenda if one.part == "look"]

    assert sorted(looked) == sorted(STEPS)
    parts = [one.part for one in CATALOG.agenda if one.part != "look"]
    assert parts == ["opening", "talk", "decide", "closing"]


@pytest.mark.parametrize("minutes", LENGTHS)
@pytest.mark.parametrize("decided", range(len(STEPS) + 1))
def test_wherever_we_stand_the_minutes_add_up_and_each_item_follows_the_last(decided, minutes):
    told = meeting(workshop(*STEPS[:decided], minutes=minutes), CATALOG)

    assert sum(row.minutes for row in told.rows) == told.minutes == minutes
    ends = [row.start + row.minutes for row in told.rows]
    assert [row.start for row in told.rows] == [0, *ends[:-1]]
    assert told.pages


def test_a_longer_meeting_passes_more_pages():
    """Opening and closing take 10; Initiative 20 + 3 x 5 + 10 = 45, and so does Structure."""
    assert passes(workshop(minutes=90)) == ["initiative"]
    assert passes(workshop(minutes=120)) == ["initiative", "structure"]


def test_while_applications_come_in_the_meeting_is_over():
    told = meeting(workshop("initiative", "structure", minutes=120), CATALOG)

    assert [step.id for step in told.pages] == ["process"]
    assert told.then == "Applications come in now. The next meeting is when they are here."


def test_an_open_round_comes_first_whatever_else_is_undecided():
    assert passes(workshop(stage="scoring", minutes=60)) == ["score"]


def test_where_all_is_decided_the_meeting_reads_the_memo():
    assert passes(workshop(*STEPS)) == ["memo"]


def test_it_brings_the_questions_of_its_pages_and_what_was_taken_on_anywhere():
    start = workshop("initiative", "structure")
    table = (
        b"question,page,answer,said_by,owner,due\n"
        b"process_equity,process,The one on audits.,,,\n"
        b"initiative_voice,initiative,Two more seats.,,Ben,2027-03-01\n"
    )
    told = meeting(read_files({**start.files, "answers.csv": table}), CATALOG)

    assert [one.id for one in told.questions] == ["process_default", "process_equity"]
    assert told.answers["process_equity"].answer == "The one on audits."
    assert [one.owner for one in told.taken_on] == ["Ben"]
    assert told.bring == ("A phone or a laptop for each member",)
