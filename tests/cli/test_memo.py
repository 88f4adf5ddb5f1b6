"""The command that writes the memo, and the draft agreement beside it."""

import io

import docx
import pytest
from click.testing import CliRunner

from cidesign.cli import main
from cidesign.domain.problem import BadInput


@pytest.fixture
def bare(here):
    (here / "ours").mkdir()
    (here / "ours" / "workshop.yaml").write_text("name: Ours\n", encoding="utf-8")
    return here


def asked(*words: str):
    return CliRunner().invoke(main, ["memo", *words], standalone_mode=False, catch_exceptions=True)


def test_the_memo_is_written_with_the_name_of_who_made_it(bare):
    done = asked("ours", "-o", "memo.docx", "--by", "Jo Doe")

    assert done.exception is None
    said = docx.Document(io.BytesIO((bare / "memo.docx").read_bytes()))
    cells = [cell.text for table in said.tables for row in table.rows for cell in row.cells]
    assert cells[cells.index("Made by") + 1] == "Jo Doe"


def test_nothing_is_written_where_no_host_is_chosen(bare):
    done = asked("ours", "-o", "memo.docx", "--agreement", "draft.docx")

    assert isinstance(done.exception, BadInput)
    assert [path.name for path in bare.iterdir()] == ["ours"]


def test_no_file_is_written_over(bare):
    (bare / "memo.docx").write_bytes(b"mine")

    done = asked("ours", "-o", "memo.docx")

    assert isinstance(done.exception, BadInput)
    assert (bare / "memo.docx").read_bytes() == b"mine"
