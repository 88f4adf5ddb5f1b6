"""People's text inside our sentences: shown letter by letter, never obeyed as markup."""

import re
from functools import lru_cache

from cidesign.domain.figures import MINUS
from cidesign.domain.legible import legible

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!<>|~$^=&])")
# What Streamlit looks for after the markup is read: icons and colours such as :red[…], addresses,
# mail. And a minus sign, which a narrow column would part from its dollars.
_LATER = re.compile(rf"(:(?=\S)|www(?=\.)|@|{MINUS}(?=\$))")
_FIGURE = re.compile(r"[+−-]?\$?\d|\S+ \d+%$")  # also: under 1%
_NOTHING = {"", "–", "none"}
WORD_JOINER = "\u2060"
# Inside one line: what begins or ends markup. Screen readers read a label's source, so nothing else
# gets a backslash.
_OBEYED = re.compile(
    r"([\\`*\[\]~$]|_(?!(?<=[A-Za-z0-9]_)[A-Za-z0-9])|<(?=\S)|&(?=[#\w]+;)|^-(?=[-\s]*$))"
)
_ARROWS = re.compile(r"(?<!\S)(<->|->|<-|--|>=|<=|~=)(?!\S)")
_IN_PAIRS = "$~"


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The text as it stands, safe inside ``st.markdown``, a heading, a label or a message; line
    breaks become spaces.
    """
    joined = _LATER.sub(rf"\1{WORD_JOINER}", " ".join(legible(text).split()))
    return _MARKUP.sub(r"\\\1", joined)


@lru_cache(maxsize=8192)
def as_label(text: str) -> str:
    """Likewise for the label of an input, a button or a fold: only what Streamlit would obey there
    is escaped, so that its name is clean.

    What opens a list, a heading or a quotation is left alone: a label's own renderer takes it as
    text.
    """
    joined = _LATER.sub(
        rf"\1{WORD_JOINER}", _ARROWS.sub(rf"\1{WORD_JOINER}", " ".join(legible(text).split()))
    )
    alone = {sign for sign in _IN_PAIRS if joined.count(sign) == 1}
    return _OBEYED.sub(lambda found: found[0] if found[0] in alone else f"\\{found[0]}", joined)


def small(text: str) -> str:
    """Our own words or already plain text as a muted note."""
    return f":small[:gray[{text}]]"


def table(rows: list[dict[str, str]]) -> str:
    """Rows with the same keys as a markdown table, figures to the right; every cell is taken as
    plain text.
    """
    names = list(rows[0])
    figures = {name: _are_figures([row[name] for row in rows]) for name in names}
    lines = [
        "| " + " | ".join(plain(name) for name in names) + " |",
        "|" + "|".join("---:" if figures[name] else "---" for name in names) + "|",
        *("| " + " | ".join(plain(row[name]) for name in names) + " |" for row in rows),
    ]
    return "\n".join(lines)


def _are_figures(cells: list[str]) -> bool:
    said = [cell for cell in cells if cell not in _NOTHING]
    return bool(said) and all(_FIGURE.match(cell) for cell in said)
