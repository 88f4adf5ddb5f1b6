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


def test_the_annex_is_written_beside_the_memo_where_it_is_asked_for(bare):
    done = asked("ours", "-o", "memo.docx", "--annex", "annex.docx")

    assert done.exception is None
    said = docx.Document(io.BytesIO((bare / "annex.docx").read_bytes()))
    assert [cell.text for cell in said.tables[0].rows[0].cells] == [
        "No.",
        "Figure",
        "What",
        "From",
        "Source",
    ]
    assert (bare / "memo.docx").exists()


def test_the_director_s_profile_is_written_once_something_matters_most(bare):
    refused = asked("ours", "-o", "memo.docx", "--director", "director.docx")
    assert isinstance(refused.exception, BadInput)

    file = bare / "ours" / "workshop.yaml"
    file.write_text("name: Ours\ndirector: {capabilities: [leader_vets]}\n", encoding="utf-8")
    done = asked("ours", "-o", "memo.docx", "--director", "director.docx")

    assert done.exception is None
    said = docx.Document(io.BytesIO((bare / "director.docx").read_bytes()))
    assert "Score sheet" in [one.text for one in said.paragraphs]


def test_job_profiles_need_a_team_and_are_refused_before_anything_is_written(bare):
    refused = asked("ours", "-o", "memo.docx", "--profiles", "profiles.docx")

    assert isinstance(refused.exception, BadInput)
    assert "make a plan on the page Team and budget first" in refused.exception.problems[0].remedy
    assert not (bare / "memo.docx").exists()


def test_nothing_is_written_where_no_host_is_chosen(bare):
    done = asked("ours", "-o", "memo.docx", "--agreement", "draft.docx")

    assert isinstance(done.exception, BadInput)
    assert [path.name for path in bare.iterdir()] == ["ours"]


def test_no_file_is_written_over(bare):
    (bare / "memo.docx").write_bytes(b"mine")

    done = asked("ours", "-o", "memo.docx")

    assert isinstance(done.exception, BadInput)
    assert (bare / "memo.docx").read_bytes() == b"mine"
