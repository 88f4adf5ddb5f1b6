"""The seal of a rule sheet: one text for all ways to write the same sheet, and its fingerprint."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cidesign.domain.problem import Wrong
from cidesign.domain.reason import BrokenSeal
from cidesign.domain.value import exact, plain
from cidesign.domain.workshop import Bundle
from cidesign.text import say

_NUMBERS = frozenset({"weight", "worst", "best", "step", "pass_mark", "quorum", "cell", "points"})
"""Keys of the rule sheet whose value is a number, also where somebody wrote it as text."""
_NUMBERED = "levels"
"""The key whose own keys are numbers."""


def canonical(sheet: Mapping[Any, Any]) -> str:
    """The sheet without its seal as JSON: keys sorted, no spaces, numbers as plain decimal strings,
    texts NFC.

    Args:
        sheet: a rule sheet as read by ``read_mapping``; keys that are not written stay unwritten.

    Raises:
        TypeError: the sheet holds something no file can hold.
    """
    rest = {key: value for key, value in sheet.items() if key != "seal"}
    return json.dumps(_settled(rest, ""), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(sheet: Mapping[Any, Any]) -> str:
    """sha256 of the canonical form, 64 hex digits.

    Raises:
        TypeError: the sheet holds something no file can hold.
    """
    return hashlib.sha256(canonical(sheet).encode("utf-8")).hexdigest()


def broken_seal(sheet: Mapping[Any, Any]) -> BrokenSeal | None:
    """Both fingerprints where a sealed sheet no longer bears the one its seal names; None where it
    does, or is not sealed.

    Raises:
        TypeError: the sheet holds something no file can hold.
    """
    seal = sheet.get("seal")
    if not isinstance(seal, Mapping):
        return None
    sealed, now = str(seal.get("sha256", "")), fingerprint(sheet)
    if sealed == now:
        return None
    return BrokenSeal(short_fingerprint(sealed), short_fingerprint(now))


def told_broken(broken: BrokenSeal) -> str:
    """Both fingerprints, in one sentence."""
    return say(
        "The rule sheet was changed after it was sealed: its seal says {named}, the sheet is now "
        "{now}.",
        named=broken.named or say("no fingerprint"),
        now=broken.now,
    )


def short_fingerprint(sha256: str) -> str:
    """A fingerprint as printed: four groups of four hex digits."""
    return " ".join(sha256[start : start + 4] for start in range(0, 16, 4))


def bundle_fingerprint(bundle: Bundle) -> str:
    """sha256 over the list of a bundle's files, 64 hex digits.

    The list has a line for each file, sorted by path in bytes: the file's own sha256, two spaces,
    its path, a line feed. That is what ``sha256sum`` prints, so anybody can make it by hand.
    """
    lines = (
        f"{hashlib.sha256(bundle.files[path]).hexdigest()}  {path}\n"
        for path in sorted(bundle.files, key=str.encode)
    )
    return hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()


def _settled(value: Any, key: str) -> Any:
    if isinstance(value, Mapping):
        return {_key(name, key): _settled(one, _key(name, key)) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_settled(one, key) for one in value]
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (int, float, Decimal)):
        return plain(Decimal(str(value)))
    if isinstance(value, str):
        return _as_number(value) if key in _NUMBERS else unicodedata.normalize("NFC", value)
    raise TypeError(f"{type(value).__name__} cannot stand in a rule sheet")


def _key(name: Any, parent: str) -> str:
    if isinstance(name, (int, float, Decimal)) and not isinstance(name, bool):
        return plain(Decimal(str(name)))
    text = unicodedata.normalize("NFC", str(name))
    return _as_number(text) if parent == _NUMBERED else text


def _as_number(text: str) -> str:
    try:
        return plain(exact(text))
    except Wrong:
        return unicodedata.normalize("NFC", text)
