"""Bytes to text: what is not plain UTF-8 is told in one line, before anything else reads it."""

from cidesign.domain.problem import BadInput, Problem

LARGEST_FILE = 5 * 1024 * 1024
_BOM = "\ufeff"
_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00\xfe\xff": "UTF-32"}
_SAVE = "save it as UTF-8 text"


def decoded(content: bytes, name: str) -> str:
    """The text of a file, without a byte-order mark.

    Raises:
        BadInput: too large, empty, blank, or not UTF-8 text.
    """
    if len(content) > LARGEST_FILE:
        raise _refused(name, f"holds {len(content):,} bytes", f"keep files at {LARGEST_FILE:,} bytes or fewer")
    for mark, encoding in _WIDE.items():
        if content.startswith(mark):
            raise _refused(name, f"is {encoding} text", _SAVE)
    if b"\x00" in content:
        raise _refused(name, "holds zero bytes, so it is no UTF-8 text", _SAVE)
    try:
        text = content.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refused(f"{name}: line {line}", f"byte {content[error.start]:#04x} is no UTF-8 text", f"{_SAVE} (not Latin-1)") from error
    if not text.strip():
        raise _refused(name, "is empty", "fill it in, or delete the file")
    return text


def _refused(where: str, what: str, remedy: str) -> BadInput:
    return BadInput([Problem(where, what, remedy)])
