"""What we answered to the questions to talk about goes out: what somebody follows up as a next step
of the memo, the rest in its annex; while a round is open nothing about the choice of a host.
"""

import io

from docx import Document

from cidesign.catalog import load
from cidesign.memo.blocks import Table
from cidesign.memo.memo import memo
from cidesign.record import read_files
from cidesign.report.annex import annex_document

CATALOG = load()
ANSWERS = (
    b"question,page,answer,said_by,owner,due\n"
    b"initiative_voice,initiative,Two more seats.,Ana Reyes,Ben Okafor,2027-03-01\n"
    b"compare_losers,compare,,,Chi Tran,\n"
    b"process_equity,process,The one on audits.,Dee Walker,,\n"
    b"asked_long_ago,team,Nobody remembers.,,,\n"
)


def made(stage="draft"):
    files = {"workshop.yaml": f"name: Ours\nstage: {stage}\n".encode(), "answers.csv": ANSWERS}
    return memo(read_files(files), CATALOG)


def steps(told):
    (table,) = [
        block
        for section in told.sections
        if section.id == "next"
        for block in section.blocks
        if isinstance(block, Table)
    ]
    return [tuple(cell.plain for cell in row) for row in table.rows]


def asks(id):
    return next(one.asks for one in CATALOG.prompts if one.id == id)


def test_what_somebody_follows_up_is_a_next_step_with_owner_and_day():
    voice = (f"{asks('initiative_voice')} Two more seats.", "Ben Okafor", "by 1 March 2027")
    losers = (f"Find an answer: {asks('compare_losers')}", "Chi Tran", "open")

    found = steps(made())

    assert [one for one in found if one[1] in ("Ben Okafor", "Chi Tran")] == [voice, losers]


def test_other_answers_stand_in_the_annex_and_a_question_of_old_under_its_id():
    document = Document(io.BytesIO(annex_document(made())))

    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]

    assert rows == [
        ["Question", "Answer", "Said by"],
        [asks("process_equity"), "The one on audits.", "Dee Walker"],
        ["asked_long_ago", "Nobody remembers.", ""],
    ]


def test_while_a_round_is_open_the_memo_tells_no_answer_about_the_host():
    told = made("scoring")

    assert not [one for one in steps(told) if one[1] == "Chi Tran"]
    assert [one[1].plain for one in told.answers] == ["Nobody remembers."]


def test_without_answers_the_annex_has_no_part_for_them():
    document = Document(
        io.BytesIO(annex_document(memo(read_files({"workshop.yaml": b"name: Ours\n"}), CATALOG)))
    )

    assert len(document.tables) == 1
