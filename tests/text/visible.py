"""Everything a drawn page shows in letters, and what of it no translator would have seen."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from cidesign.text import Language

OPEN, CLOSE = "⟦", "⟧"
# The fields of Streamlit's elements that people read; all others are ids, colours, addresses and
# what a program reads.
READ = frozenset(
    {"alt", "body", "caption", "captions", "content", "help", "label", "options", "placeholder"}
)
_MARKUP = re.compile(
    r"(?s)<style>.*</style>|:(?:small|gray|orange|green|red|violet|blue)(?:-\w+)?(?:\[|-)|:material/\w+:|<[^>]*>|&\w+;|https?://\S+"
)
SHORTEST_CUT = 8
_WORD = re.compile(r"[A-Za-zÀ-ÿ]{2,}")


class Pretended(Language):
    """A language that is English between ⟦ and ⟧, so that what was never said stands outside."""

    def __init__(self) -> None:
        super().__init__("qq")

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def shown(tab: AppTest) -> list[str]:
    """Every text on the page, charts and the words for those who cannot see them included."""
    return [text for node in _nodes(tab._tree) for text in _texts(getattr(node, "proto", None))]


def _nodes(block: Any) -> Iterator[Any]:
    yield block
    for child in getattr(block, "children", {}).values():
        yield from _nodes(child)


def _texts(proto: Any) -> Iterator[str]:
    if not isinstance(proto, Message):
        return
    for field, value in proto.ListFields():
        for one in value if field.is_repeated else (value,):
            if isinstance(one, Message):
                yield from _texts(one)
            elif field.name == "spec":
                yield from _drawn(json.loads(one))
            elif field.name in READ and isinstance(one, str):
                yield one


def _drawn(chart: dict[str, Any]) -> Iterator[str]:
    """The texts of a Plotly figure."""
    for trace in chart.get("data", ()):
        said = trace.get("text", ())
        yield (
            said if isinstance(said, str) else " ".join(str(one) for one in said)
        )  # a long name stands in several lines
    layout = chart.get("layout", {})
    yield " ".join(str(one.get("text", "")) for one in layout.get("annotations", ()))
    for axis in (value for name, value in layout.items() if name.startswith(("xaxis", "yaxis"))):
        yield from (str(one) for one in axis.get("ticktext", ()))


def plainly(text: str) -> str:
    """A text without marks of markup, spaces told once."""
    return " ".join(_MARKUP.sub(" ", re.sub(r"\\(?=[\W_])|\u2060", "", text)).split())


def unsaid(text: str, names: Sequence[str]) -> str:
    """The words of a text that stand outside ⟦…⟧ and are no names; empty where there are none.

    Args:
        names: what people wrote themselves, and names of places and sources, longest first.
    """
    depth, outside = 0, []
    for letter in text:
        depth += (letter == OPEN) - (letter == CLOSE)
        outside.append(letter if depth == 0 and letter != CLOSE else " " if letter == CLOSE else "")
    rest = plainly("".join(outside))
    rest = _without_names(rest, [name for name in names if "…" in name])
    rest = _without_names(_without_cut_names(rest, names), names)
    return " ".join(rest.split()) if _WORD.search(rest) else ""


def _without_cut_names(text: str, names: Sequence[str]) -> str:
    """The text without the names that a chart cuts with … where it has no room for all of them; a
    comma at a line's end falls away.
    """
    begun = [name.replace(",", "") for name in names] + list(names)
    for before in re.findall(r"([^…]+)…", text):
        parts = [before[start:].strip() for start in range(len(before) - SHORTEST_CUT)]
        cut = next((part for part in parts if any(name.startswith(part) for name in begun)), "")
        text = text.replace(f"{cut}…", " ") if cut else text
    return text


def _without_names(text: str, names: Iterable[str]) -> str:
    for name in names:
        if name in text:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
    return text
