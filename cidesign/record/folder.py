"""A bundle as a folder or a zip: read with care, written whole or not at all."""

import io
import os
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.record.bundle import read_files
from cidesign.record.letters import LARGEST_FILE
from cidesign.record.paths import LARGEST_BUNDLE, MOST_FILES, hidden, look_at
from cidesign.text import say

_LARGEST_RATIO = 200
_SMALL = 100_000
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_bundle(path: Path) -> Bundle:
    """The workshop kept in a folder or a zip.

    Raises:
        BadInput: every problem of every file; no folder and no zip; links, locked or outside files,
            too large or too many files.
    """
    path = Path(path)
    try:
        files = _files_in_folder(path) if path.is_dir() else None
    except OSError as error:
        raise BadInput([_unreadable(str(path), error)]) from error
    if files is not None:
        return read_files(files, path.name)
    return read_zip(file_bytes(path, LARGEST_BUNDLE), path.name)


def read_zip(content: bytes, name: str = "") -> Bundle:
    """The workshop kept in the bytes of a zip; all of it may lie in one top folder.

    Raises:
        BadInput: likewise.
    """
    return read_files(_files_in_zip(content, name or say("the zip")), name)


def file_bytes(path: Path, most: int = LARGEST_FILE) -> bytes:
    """The bytes of one file.

    Raises:
        BadInput: there is no such file, it cannot be read, or it is larger than ``most``.
    """
    try:
        with Path(path).open("rb") as file:
            content = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise BadInput([_unreadable(str(path), error)]) from error
    if len(content) > most:
        raise BadInput(
            [
                Problem(
                    Path(path).name,
                    say("holds more than {most:,} bytes", most=most),
                    say("keep it smaller"),
                )
            ]
        )
    return content


def _unreadable(where: str, error: Exception) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(
            where,
            say("there is no such file or folder"),
            say("look at the spelling and the folder you are in"),
        )
    if isinstance(error, IsADirectoryError):
        return Problem(where, say("is a folder"), say("name the file in it"))
    said = (getattr(error, "strerror", None) or str(error)).lower()
    return Problem(
        where,
        say("cannot be read ({said})", said=said),
        say("look at the name and whether you may read it"),
    )


def _files_in_folder(folder: Path) -> dict[str, bytes]:
    sizes: dict[str, int] = {}
    problems: list[Problem] = []
    for path in _walk(folder, problems):
        name = path.relative_to(folder).as_posix()
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            problems.append(
                Problem(
                    name, say("is a link or no plain file"), say("put the file itself in its place")
                )
            )
        sizes[name] = found.st_size
        if len(sizes) > MOST_FILES:
            break
    if problems:
        raise BadInput(problems)
    look_at(sizes)
    return {name: file_bytes(folder / name) for name in sorted(sizes)}


def _walk(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file below a folder, hidden ones left out; links are shown, never followed."""

    def unreadable(error: OSError) -> None:
        problems.append(_unreadable(str(error.filename), error))

    for here, folders, names in os.walk(folder, onerror=unreadable):
        links = [name for name in folders if (Path(here) / name).is_symlink() and not hidden(name)]
        folders[:] = sorted(name for name in folders if name not in links and not hidden(name))
        for name in sorted([*names, *links]):
            if not hidden(name):
                yield Path(here) / name


def _files_in_zip(content: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = [
                entry
                for entry in packed.infolist()
                if not entry.is_dir() and not hidden(entry.filename.removeprefix("./"))
            ]
            _look_at_entries(entries, len(packed.infolist()), name)
            files = {entry.filename.removeprefix("./"): packed.read(entry) for entry in entries}
    except BadInput:
        raise
    except _BROKEN_ZIP as error:
        raise BadInput(
            [
                Problem(
                    name,
                    say("is no folder and no whole zip file"),
                    say("export the bundle again, or open its folder"),
                )
            ]
        ) from error
    return _without_top_folder(files)


def _look_at_entries(entries: list[zipfile.ZipInfo], count: int, name: str) -> None:
    """Refuse before unpacking anything; Python then unpacks no more of an entry than the size it
    told here.
    """
    problems = []
    for entry in entries:
        at = f"{name}: {entry.filename}"
        if stat.S_ISLNK(entry.external_attr >> 16):
            problems.append(Problem(at, say("is a link"), say("pack the file itself")))
        if entry.flag_bits & 0x1:
            problems.append(
                Problem(
                    at, say("is locked with a password"), say("pack the bundle without a password")
                )
            )
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            problems.append(
                Problem(
                    at,
                    say("is packed in a way we do not read"),
                    say("pack the bundle as an ordinary zip"),
                )
            )
        if entry.orig_filename != entry.filename:
            problems.append(
                Problem(at, say("has a broken name"), say("rename it and pack the bundle again"))
            )
        if entry.file_size > _SMALL and entry.file_size > _LARGEST_RATIO * max(
            1, entry.compress_size
        ):
            problems.append(
                Problem(
                    at,
                    say("would unpack to far more than it holds"),
                    say("pack the bundle again from its folder"),
                )
            )
    names = [entry.filename.removeprefix("./") for entry in entries]
    problems += [
        Problem(f"{name}: {one}", say("stands twice in the zip"), say("pack the bundle again"))
        for one in set(names)
        if names.count(one) > 1
    ]
    if count > 2 * MOST_FILES:
        problems.append(
            Problem(
                name,
                say("holds {count:,} entries", count=count),
                say("keep it at {most:,} files or fewer", most=MOST_FILES),
            )
        )
    if problems:
        raise BadInput(problems)
    look_at({one: entry.file_size for one, entry in zip(names, entries)})


def _without_top_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    tops = {path.partition("/")[0] for path in files}
    top = next(iter(tops), "")
    if len(tops) == 1 and "workshop.yaml" not in files and f"{top}/workshop.yaml" in files:
        return {path.removeprefix(f"{top}/"): content for path, content in files.items()}
    return files


def zipped(bundle: Bundle) -> bytes:
    """The bundle as the bytes of a zip; the same bundle always gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(bundle.files):
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = (
                zipfile.ZIP_DEFLATED,
                0o100644 << 16,
                3,
            )
            file.writestr(entry, bundle.files[path])
    return packed.getvalue()


def write_bundle(bundle: Bundle, path: Path) -> None:
    """Write a bundle to a new folder, or to a zip where ``path`` ends in ``.zip`` (an older zip is
    replaced).

    Raises:
        BadInput: the folder holds files already, or nothing can be written there. Then nothing was
            written.
    """
    path = Path(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix.lower() == ".zip":
            write_whole(zipped(bundle), path)
        else:
            _write_folder(bundle, path)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise BadInput(
            [
                Problem(
                    str(path),
                    say("cannot be written ({said})", said=said),
                    say("choose another place"),
                )
            ]
        ) from error


def rewrite_bundle(before: Bundle, after: Bundle, path: Path) -> None:
    """Write what changed in a bundle to the place it was read from: a zip whole, in a folder the
    files that differ.

    Raises:
        BadInput: nothing can be written there, or part of it could not; says so.
    """
    path = Path(path)
    try:
        if not path.is_dir():
            write_whole(zipped(after), path)
            return
        written = {
            name: content
            for name, content in after.files.items()
            if before.files.get(name) != content
        }
        with tempfile.TemporaryDirectory(dir=path, prefix=".writing-") as beside:
            for place, content in enumerate(written.values()):
                (Path(beside) / str(place)).write_bytes(content)
            for place, name in enumerate(written):
                (path / name).parent.mkdir(parents=True, exist_ok=True)
                (Path(beside) / str(place)).replace(path / name)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise BadInput(
            [
                Problem(
                    str(path),
                    say("cannot be written ({said})", said=said),
                    say("look at whether you may write there"),
                )
            ]
        ) from error


def write_whole(content: bytes, path: Path) -> None:
    """Write a file whole or not at all: first beside its place, then moved there. Its folder
    exists.

    Raises:
        OSError: it cannot be written; then nothing stands at its place that was not there before.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _write_folder(bundle: Bundle, path: Path) -> None:
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise BadInput(
            [
                Problem(
                    str(path),
                    say("is there already and is not an empty folder"),
                    say("name a folder that does not exist yet"),
                )
            ]
        )
    beside = Path(tempfile.mkdtemp(dir=path.parent, prefix=".writing-"))
    try:
        for name, content in bundle.files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(content)
        beside.chmod(0o755)
        if path.exists():
            path.rmdir()  # Windows renames nothing onto a folder, even an empty one
        beside.replace(path)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
