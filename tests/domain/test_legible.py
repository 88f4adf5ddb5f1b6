"""A name someone typed cannot stop a document from being made, nor turn round the figures that
stand after it.
"""

import io

import openpyxl
import pytest

from cidesign.catalog import load
from cidesign.domain.legible import legible
from cidesign.domain.workshop import Decision
from cidesign.memo.memo import memo
from cidesign.record import changed, read_files, with_decision
from cidesign.report.memo import memo_document
from cidesign.report.sheets.paper import words
from cidesign.ui.kit.words import as_label, plain
from tests.report.printed import printed

TURN = "\u202e"
ARABIC = "\u0645\u0631\u062d\u0628\u0627"


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\ufffe", "\uffff", "\ud800", TURN, "\u202a", "\u2066", "\u2069"]
)
def test_a_sign_that_spoils_a_document_is_left_out(sign):
    assert legible(f"a{sign}b") == "ab"


@pytest.mark.parametrize(
    "text",
    [
        f"{ARABIC} 7",
        "caf\u00e9",
        "\U0001f600",
        "a\tb\nc",
        "1 \u2013 2",
        "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    ],
)
def test_all_that_people_write_stays(text):
    assert legible(text) == text


def test_a_screen_turns_nothing_round_either():
    assert TURN not in plain(f"{TURN}Mill") + as_label(f"{TURN}Mill")


def test_a_cell_of_the_workbook_takes_any_name():
    book = openpyxl.Workbook()

    words(book.active["A1"], f"=Bell\ufffe\x07{TURN} here")
    book.save(io.BytesIO())

    assert book.active["A1"].value == "=Bell  here"


def test_a_memo_is_made_for_any_name():
    bundle = read_files(
        {"workshop.yaml": b"name: Ours\n", "candidates.csv": b"id,name\nmill,Mill\n"}
    )
    bundle = changed(bundle, "workshop.yaml", {("name",): f"{TURN}{'N' * 5000}"})
    bundle = with_decision(
        bundle, Decision(page="compare", what="Mill", figures={"chosen": "mill"})
    )

    said = printed(memo_document(memo(bundle, load()))).text

    assert TURN not in said
    assert "NNN" in said
