"""Folders and zips: what goes out comes back the same, what is unsafe never comes in, nothing is
half-written.
"""

import io
import os
import stat
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cidesign.domain.problem import BadInput
from cidesign.record import read_bundle, read_files, read_zip, write_bundle, zipped
from tests.record.bundles import FILES, bundles


def told(read, *given):
    with pytest.raises(BadInput) as refused:
        read(*given)
    return [problem.line() for problem in refused.value.problems]


def packed(*entries, method=zipfile.ZIP_DEFLATED):
    """A zip of (name or entry, bytes) pairs."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as file:
        for name, held in entries:
            file.writestr(name, held)
    return content.getvalue()


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@settings(max_examples=25)
@given(bundles())
def test_a_bundle_goes_through_zip_and_folder_byte_for_byte(files):
    with tempfile.TemporaryDirectory() as name:
        folder, again, archive = Path(name) / "one", Path(name) / "two", Path(name) / "b.zip"

        write_bundle(read_files(files), folder)
        write_bundle(read_bundle(folder), archive)
        write_bundle(read_bundle(archive), again)

        assert tree(folder) == files
        assert tree(again) == files
        assert zipped(read_bundle(again)) == archive.read_bytes()


def test_a_zip_may_hold_everything_in_one_top_folder():
    content = packed(
        *((f"our workshop/{path}", held) for path, held in FILES.items()),
        ("__MACOSX/our workshop/._x", b""),
        ("our workshop/", b""),
    )

    assert read_zip(content).files == FILES


def test_a_zip_of_plain_entries_with_a_dot_in_front_is_read():
    assert read_zip(packed(("./workshop.yaml", b"name: Ours"))).files == {
        "workshop.yaml": b"name: Ours"
    }


def link():
    entry = zipfile.ZipInfo("link")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


def locked():
    """A zip whose entry says it is encrypted: bit 0 of the flags in both headers."""
    content = bytearray(packed(("workshop.yaml", b"name: Ours"), method=zipfile.ZIP_STORED))
    for start, at in ((content.index(b"PK\x03\x04"), 6), (content.index(b"PK\x01\x02"), 8)):
        content[start + at] |= 1
    return bytes(content)


def lying():
    """A zip that tells a smaller size than it unpacks to."""
    content = bytearray(packed(("workshop.yaml", b"name: Ours" + b" " * 90)))
    for start, at in ((content.index(b"PK\x03\x04"), 22), (content.index(b"PK\x01\x02"), 24)):
        content[start + at : start + at + 4] = (10).to_bytes(4, "little")
    return bytes(content)


def twice():
    with pytest.warns(UserWarning, match="Duplicate name"):
        return packed(("workshop.yaml", b"name: Ours"), ("workshop.yaml", b"name: Theirs"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is no folder and no whole zip file"),
        (b"name: Ours", "is no folder and no whole zip file"),
        (packed(("workshop.yaml", b"name: Ours"))[:-30], "is no folder and no whole zip file"),
        (packed(("../workshop.yaml", b"")), "leads out of the bundle"),
        (packed(("/workshop.yaml", b"")), "leads out of the bundle"),
        (packed(("..\\workshop.yaml", b"")), "not every computer can keep"),
        (packed((link(), b"/etc/passwd")), "is a link"),
        (locked(), "is locked with a password"),
        (lying(), "is no folder and no whole zip file"),
        (
            packed(("workshop.yaml", b"name: Ours"), method=zipfile.ZIP_BZIP2),
            "is packed in a way we do not read",
        ),
        (packed(("workshop.yaml", b" " * 4_000_000)), "would unpack to far more than it holds"),
        (lambda: packed(("workshop.yaml", os.urandom(5_242_881))), "holds 5,242,881 bytes"),
        (packed(*((f"{number}/", b"") for number in range(4001))), "holds 4,001 entries"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_unsafe_or_broken_zip_is_refused(content, says):
    lines = told(read_zip, content() if callable(content) else content, "ours.zip")

    assert len(lines) == 1
    assert says in lines[0]


def test_a_zip_with_two_files_of_one_name_is_refused():
    assert told(read_zip, twice(), "ours.zip") == [
        "ours.zip: workshop.yaml: stands twice in the zip; pack the bundle again"
    ]


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_zip_gives_a_bundle_or_bad_input(data):
    content = bytearray(packed(*FILES.items()))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))

    try:
        name = read_zip(bytes(content), "ours.zip").workshop.name
    except BadInput as error:
        name = str(error)

    assert name


def test_links_in_a_folder_are_refused_and_never_followed(tmp_path):
    folder = tmp_path / "ours"
    write_bundle(read_files(FILES), folder)
    (folder / "minutes" / "secret.txt").symlink_to("/etc/passwd")
    (folder / "elsewhere").symlink_to(tmp_path)

    assert told(read_bundle, folder) == [
        "elsewhere: is a link or no plain file; put the file itself in its place",
        "minutes/secret.txt: is a link or no plain file; put the file itself in its place",
    ]


def test_the_computers_own_files_in_a_folder_are_left_out(tmp_path):
    write_bundle(read_files(FILES), tmp_path / "ours")
    (tmp_path / "ours" / ".git").mkdir()
    (tmp_path / "ours" / ".git" / "config").write_bytes(b"x")
    (tmp_path / "ours" / ".DS_Store").write_bytes(b"x")

    assert read_bundle(tmp_path / "ours").files == FILES


def test_a_large_file_in_a_folder_is_refused_before_it_is_read(tmp_path):
    (tmp_path / "workshop.yaml").write_bytes(b"name: Ours")
    with (tmp_path / "film.mp4").open("wb") as file:
        file.truncate(10**12)  # a terabyte of nothing: sparse on disk

    assert [line.split(":")[0] for line in told(read_bundle, tmp_path)] == [
        "film.mp4",
        "the bundle",
    ]


@pytest.mark.parametrize("name", ["nowhere", "nowhere.zip", "a\x00b"])
def test_a_place_that_does_not_exist_is_told_in_one_line(tmp_path, name):
    assert len(told(read_bundle, tmp_path / name)) == 1


def test_a_folder_that_holds_something_is_never_written_over(tmp_path):
    (tmp_path / "mine.txt").write_text("keep me")

    lines = told(write_bundle, read_files(FILES), tmp_path)

    assert lines == [
        (
            f"{tmp_path}: is there already and is not an empty folder; name a folder that does not "
            "exist yet"
        )
    ]
    assert tree(tmp_path) == {"mine.txt": b"keep me"}


def test_an_empty_folder_is_filled_and_an_older_zip_replaced(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "ours.zip").write_bytes(b"older")

    write_bundle(read_files(FILES), tmp_path / "empty")
    write_bundle(read_files(FILES), tmp_path / "ours.zip")

    assert tree(tmp_path / "empty") == FILES
    assert read_bundle(tmp_path / "ours.zip").files == FILES
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "ours.zip"]


@pytest.mark.parametrize("name", ["ours", "ours.zip"])
def test_a_write_that_breaks_off_leaves_nothing_behind(tmp_path, monkeypatch, name):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    assert told(write_bundle, read_files(FILES), tmp_path / name) == [
        f"{tmp_path / name}: cannot be written (no space left on device); choose another place"
    ]
    assert list(tmp_path.iterdir()) == []
