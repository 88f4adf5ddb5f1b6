"""Single files: each is read on its own, and places begin with its name."""

import pytest

from cidesign import record
from cidesign.domain.problem import BadInput
from tests.record.bundles import FILES

READERS = {
    "rules.yaml": record.read_rules,
    "plan.yaml": record.read_plan,
    "outlook.yaml": record.read_outlook,
    "structure.yaml": record.read_structure,
    "scores.csv": record.read_scores,
    "recusals.csv": record.read_recusals,
    "candidates.csv": lambda path: record.read_candidates(path, None),
    "decisions.yaml": record.read_mapping,
}


@pytest.mark.parametrize("name", READERS)
def test_a_file_read_alone_says_what_it_says_in_a_bundle(tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name])
    bundle = record.read_files(FILES)
    meant = (
        record.document(bundle, name)
        if name == "decisions.yaml"
        else getattr(bundle, name.partition(".")[0])
    )

    assert READERS[name](tmp_path / name) == meant


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "content", [b"", b" \n", b"\xff\xfea\x00", b"\x80", b"\x00", b"- 1\n- ,", b"a: .nan\na: 1"]
)
def test_a_bad_file_is_refused_with_lines_that_begin_with_its_name(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(BadInput) as refused:
        READERS[name](tmp_path / name)

    assert all(problem.where.startswith(name) for problem in refused.value.problems)


@pytest.mark.parametrize("name", READERS)
def test_a_file_that_is_not_there_is_one_line(tmp_path, name):
    with pytest.raises(BadInput) as refused:
        READERS[name](tmp_path / name)

    assert [problem.what for problem in refused.value.problems] == [
        "there is no such file or folder"
    ]


def test_a_folder_in_place_of_a_file_is_one_line(tmp_path):
    with pytest.raises(BadInput) as refused:
        record.read_plan(tmp_path)

    assert [problem.what for problem in refused.value.problems] == ["is a folder"]
