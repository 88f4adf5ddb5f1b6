"""The parts of a workbook: a zip of small texts, opened with care and never unpacked to a disk."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from cidesign.domain.problem import BadInput
from cidesign.record.brought.grids import refused
from cidesign.text import mark, say

MOST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 3_000
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
_AGAIN = mark("open it in a spreadsheet and save it again, or save it as CSV UTF-8")
_PIECE = 1 << 16

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Letters = Callable[[str], None]


class Enough(Exception):  # noqa: N818 - it ends a walk through a part; nothing is wrong
    """What a part has to say was heard; the rest of it is not read."""


@dataclass(frozen=True)
class Parts:
    """A zip that was looked at: names, and how to walk through the text of one part."""

    name: str
    packed: zipfile.ZipFile

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self.packed.namelist()

    def walk(
        self, part: str, start: Start, end: End | None = None, letters: Letters | None = None
    ) -> None:
        """Tell the elements of one part as they come, names without their namespaces; nothing of
        it is kept.

        Raises:
            BadInput: it is no whole XML, or it brings declarations of its own.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, given: start(
            tag.rpartition(":")[2], {key.rpartition(":")[2]: one for key, one in given.items()}
        )
        if end is not None:
            parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
        if letters is not None:
            parser.CharacterDataHandler = letters
        parser.StartDoctypeDeclHandler = self._declares
        parser.EntityDeclHandler = self._declares
        parser.ExternalEntityRefHandler = lambda *_: 0
        try:
            with self.packed.open(part) as read:
                while piece := read.read(_PIECE):
                    parser.Parse(piece, False)
                parser.Parse(b"", True)
        except Enough:
            return
        except BadInput:
            raise
        except (expat.ExpatError, KeyError, *_BROKEN) as error:
            raise refused(self.name, say("is no whole workbook"), say(_AGAIN)) from error

    def _declares(self, *_: object) -> None:
        raise refused(self.name, say("holds declarations that no spreadsheet writes"), say(_AGAIN))


def parts_of(name: str, content: bytes) -> Parts:
    """The parts of a workbook's bytes.

    Raises:
        BadInput: no whole zip, locked by a password, or unpacks to more than a table can be.
    """
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
        entries = packed.infolist()
    except _BROKEN as error:
        raise refused(name, say("is no whole workbook"), say(_AGAIN)) from error
    if len(entries) > MOST_PARTS or len({one.filename for one in entries}) < len(entries):
        raise refused(name, say("is packed as no spreadsheet packs it"), say(_AGAIN))
    if any(one.flag_bits & 1 for one in entries):
        raise refused(
            name, say("is locked by a password"), say("take the password off and save it again")
        )
    texts = [one for one in entries if one.filename.endswith((".xml", ".rels"))]
    if sum(one.file_size for one in texts) > MOST_UNPACKED:
        raise refused(
            name,
            say("would unpack to more than {most:,} bytes", most=MOST_UNPACKED),
            say("bring in only the sheet with the table, without the rest"),
        )
    return Parts(name, packed)
