"""Notes tied to cells: read as they stand, kept as they were written, refused where they name
nothing.
"""

import pytest

from cidesign.domain.panel import Note
from cidesign.domain.problem import BadInput
from cidesign.record import read_bundle, read_files, read_zip, write_bundle, zipped

RULES = b"criteria: [{id: trust, weight: 1, scale: {worst: 1, best: 5}}]\n"
START = {
    "workshop.yaml": b"name: Mill Creek\n",
    "rules.yaml": RULES,
    "candidates.csv": b"id,name\noak,Oak House\n",
}
HEAD = "candidate,criterion,round,note,by,at,seq\n"


def notes(*rows, head=HEAD):
    return read_files({**START, "notes.csv": (head + "".join(f"{row}\n" for row in rows)).encode()})


def lines(act):
    with pytest.raises(BadInput) as told:
        act()
    return [problem.line() for problem in told.value.problems]


def test_a_note_is_read_with_its_round_its_writer_and_its_number():
    found = notes(
        'oak,trust,1,"They hosted us, twice",Dee,2026-10-01,1',
        "oak,trust,,Withdrawn below,,,2",
        "oak,trust,2,,,,3",
    ).notes

    assert found == (
        Note(
            candidate="oak",
            criterion="trust",
            round=1,
            note="They hosted us, twice",
            by="Dee",
            at="2026-10-01",
            seq=1,
            row=2,
        ),
        Note(candidate="oak", criterion="trust", round=1, note="Withdrawn below", seq=2, row=3),
        Note(candidate="oak", criterion="trust", round=2, seq=3, row=4),
    )


def test_the_file_goes_out_as_it_came_in(tmp_path):
    bundle = notes('oak,trust,1,"é, ""quoted"", =1+1",Dee,,1')

    write_bundle(bundle, tmp_path / "folder")
    (tmp_path / "all.zip").write_bytes(zipped(bundle))

    assert read_bundle(tmp_path / "folder").files == bundle.files
    assert read_zip((tmp_path / "all.zip").read_bytes()).files == bundle.files
    assert read_bundle(tmp_path / "folder").notes == bundle.notes


def test_only_three_columns_are_needed():
    (one,) = notes("trust,oak,Asked", head="criterion,candidate,note\n").notes

    assert (one.candidate, one.criterion, one.round, one.seq) == ("oak", "trust", 1, None)


def test_a_note_on_somebody_or_something_unknown_is_refused_with_its_row():
    said = lines(lambda: notes("oka,trust,1,Hm,,,1", "oak,turst,1,Hm,,,2"))

    assert [line.partition(";")[0] for line in said] == [
        'notes.csv: row 2, candidate: "oka" is no candidate',
        'notes.csv: row 3, criterion: "turst" is no criterion',
    ]
    assert "did you mean oak" in said[0]
    assert "did you mean trust" in said[1]


@pytest.mark.parametrize("numbers", [("1", "1"), ("", ""), ("", "2"), ("2", "")])
def test_two_notes_on_a_cell_in_a_round_need_numbers_to_tell_which_is_later(numbers):
    first, second = numbers

    (said,) = lines(lambda: notes(f"oak,trust,1,One,,,{first}", f"oak,trust,1,Two,,,{second}"))

    assert "row 3" in said
    assert "larger seq" in said
    assert len(notes(f"oak,trust,1,One,,,{first}", f"oak,trust,2,Two,,,{second}").notes) == 2


def test_a_misspelled_file_is_no_lost_file():
    assert "notes.csv" in lines(lambda: read_files({**START, "Notes.csv": HEAD.encode()}))[0]
