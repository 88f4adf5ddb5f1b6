"""The guide of a meeting is one page, whatever it holds, with room to write each answer by hand."""

import io
import re
import shutil
import subprocess

import pytest
from docx import Document

from cidesign.catalog import load
from cidesign.domain.walk import WALK
from cidesign.domain.workshop import Decision
from cidesign.memo.guide import guide
from cidesign.record import example_bundle, read_files, with_decision
from cidesign.report.fitting import INCH
from cidesign.report.guide import guide_document
from tools import office

CATALOG = load()
needs_libreoffice = pytest.mark.skipif(
    office.found() is None or shutil.which("pdfinfo") is None,
    reason="needs LibreOffice and poppler",
)
LONG = "Nobody who lives with the problem was asked yet, and we mean to mend that. " * 5


def planned(*decided, minutes=120, table="", more=""):
    text = f"name: Ours\nmeeting_minutes: {minutes}\n{more}"
    head = "question,page,answer,said_by,owner,due\n"
    bundle = read_files({"workshop.yaml": text.encode(), "answers.csv": (head + table).encode()})
    for page in decided:
        bundle = with_decision(bundle, Decision(page=page, what="Ours", because="So"))
    return guide(bundle, CATALOG, made_on="2026-11-29")


def fullest():
    """Three pages in two hours, each of their questions answered at length, all taken on, and as
    much taken on elsewhere.
    """
    pages = ("scenarios", "outlook", "memo")
    decided = [one.id for one in WALK if one.decision and one.id not in pages]
    asked = [one for page in (*pages, "team", "compare") for one in CATALOG.prompts_for(page)]
    rows = [f'{one.id},{one.page},"{LONG}",,Ana Maria Reyes Okafor,2027-03-01\n' for one in asked]
    return planned(*decided, table="".join(rows), more="example: An example to play with.\n")


def tables(told):
    document = Document(io.BytesIO(guide_document(told)))
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in document.tables]


def test_it_holds_the_agenda_and_each_question_with_room_for_the_answer():
    table = "initiative_voice,initiative,Two more seats.,Ana,Ben,2027-03-01\n"

    agenda, questions = tables(planned(minutes=60, table=table))

    assert agenda[0] == ["From minute", "Minutes", "Page", "What we do"]
    assert sum(int(row[1]) for row in agenda[1:]) == 60
    asked = [one.asks for one in CATALOG.prompts_for("initiative")]
    assert [row[0] for row in questions[1:]] == asked
    written = {row[0]: row[1:] for row in questions[1:] if any(row[1:])}
    voice = CATALOG.entry("prompts", "initiative_voice").asks
    assert written == {voice: ["Two more seats.", "Ben", "1 March 2027"]}


def test_a_row_to_write_in_is_a_third_of_an_inch_high_at_least():
    document = Document(io.BytesIO(guide_document(fullest())))

    assert all(row.height.pt >= INCH / 3 for row in document.tables[-1].rows[1:])


def example():
    return guide(example_bundle("philadelphia_stem"), CATALOG)


@needs_libreoffice
@pytest.mark.parametrize("made", [fullest, example])
def test_it_is_printed_on_one_page(made, tmp_path):
    (tmp_path / "guide.docx").write_bytes(guide_document(made()))

    pdf = office.laid_out(tmp_path / "guide.docx", tmp_path / "made")

    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Pages:\s+(\d+)", told)[1] == "1"
