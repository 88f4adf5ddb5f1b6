"""Bytes to text: what is not plain UTF-8 is told in one line, before anything else reads it."""

from cidesign.domain.problem import BadInput, Problem
from cidesign.text import mark, say

LARGEST_FILE = 5 * 1024 * 1024
_BOM = "\ufeff"
_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00\xfe\xff": "UTF-32"}
_SAVE = mark("save it as UTF-8 text")


def decoded(content: bytes, name: str) -> str:
    """The text of a file, without a byte-order mark.

    Raises:
        BadInput: too large, empty, blank, or not UTF-8 text.
    """
    if len(content) > LARGEST_FILE:
        raise _refused(
            name,
            say("holds {size:,} bytes", size=len(content)),
            say("keep files at {most:,} bytes or fewer", most=LARGEST_FILE),
        )
    for begins, encoding in _WIDE.items():
        if content.startswith(begins):
            raise _refused(name, say("is {encoding} text", encoding=encoding), say(_SAVE))
    if b"\x00" in content:
        raise _refused(name, say("holds zero bytes, so it is no UTF-8 text"), say(_SAVE))
    try:
        text = content.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refused(
            say("{name}: line {line}", name=name, line=line),
            say("byte {byte:#04x} is no UTF-8 text", byte=content[error.start]),
            say("save it as UTF-8 text (not Latin-1)"),
        ) from error
    if not text.strip():
        raise _refused(name, say("is empty"), say("fill it in, or delete the file"))
    return text


def _refused(where: str, what: str, remedy: str) -> BadInput:
    return BadInput([Problem(where, what, remedy)])
