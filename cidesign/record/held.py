"""The files of a bundle: bytes by path, where a table that rows were added to is written out only
when somebody asks for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cidesign.record.written_rows import Cells, extended


@dataclass
class _Grown:
    """A table and the rows added to it since; several bundles share one list, each its first
    ``number`` rows.
    """

    content: bytes | None
    rows: list[Cells]
    number: int
    written: bytes | None = field(default=None)

    def bytes(self) -> bytes:
        if self.written is None:
            self.written = extended(self.content, self.rows[: self.number])
        return self.written

    def grown(self, row: Cells) -> "_Grown":
        rows = self.rows if len(self.rows) == self.number else self.rows[: self.number]
        rows.append(row)
        return _Grown(self.content, rows, self.number + 1)


class Files(Mapping[str, bytes]):
    """Bytes by path, frozen. Adding a row to a table costs the row, not the table."""

    def __init__(self, held: Mapping[str, bytes]) -> None:
        """Hold these files."""
        self._held: dict[str, bytes | _Grown] = (
            dict(held._held) if isinstance(held, Files) else dict(held)
        )

    def __getitem__(self, path: str) -> bytes:
        found = self._held[path]
        return found.bytes() if isinstance(found, _Grown) else found

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __contains__(self, path: object) -> bool:
        return path in self._held

    def sizes(self) -> dict[str, int]:
        """Bytes by path; of a table that rows were added to, at least what it began with."""
        return {
            path: len(one.content or b"") if isinstance(one, _Grown) else len(one)
            for path, one in self._held.items()
        }

    def grew(self, path: str) -> bool:
        """Rows were added to this table, and they stand at its end."""
        return isinstance(self._held.get(path), _Grown)

    def with_row(self, path: str, row: Cells) -> "Files":
        """The same files with one more row at the end of a table; a table that is not there begins
        with the row's columns.
        """
        now = self._held.get(path)
        after = Files(self)
        if isinstance(now, _Grown):
            after._held[path] = now.grown(row)
        else:
            after._held[path] = _Grown(now, [row], 1)
        after._held = {name: after._held[name] for name in sorted(after._held)}
        return after

    def with_tables(self, tables: Mapping[str, list[Cells]]) -> "Files":
        """The same files with these tables in place of what stood there, each written when somebody
        asks for it; one without rows is taken out.
        """
        after = self.with_files(dict.fromkeys(tables))
        for path, rows in tables.items():
            if rows:
                after._held[path] = _Grown(None, rows, len(rows))
        after._held = {name: after._held[name] for name in sorted(after._held)}
        return after

    def with_files(self, changes: Mapping[str, bytes | None]) -> "Files":
        """The same files with some replaced, added, or (None) taken out."""
        after = Files(self)
        for path, content in changes.items():
            if content is None:
                after._held.pop(path, None)
            else:
                after._held[path] = content
        after._held = {name: after._held[name] for name in sorted(after._held)}
        return after

    def changed_from(self, before: "Files") -> tuple[str, ...]:
        """The paths whose bytes differ; what both share is not looked into."""
        paths = dict.fromkeys([*before._held, *self._held])
        return tuple(
            path
            for path in paths
            if self._held.get(path) is not before._held.get(path)
            and (path not in self or path not in before or self[path] != before[path])
        )
