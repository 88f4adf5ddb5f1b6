"""Reads a memo back out of its Word file, knowing nothing of the program that wrote it but the
names of five character styles.
"""

import io
from dataclasses import dataclass, replace

import docx
from docx.oxml.ns import qn

MARKED = {
    "Figure": "figure",
    "OwnWords": "own",
    "CatalogWords": "known",
    "Day": "day",
    "PlaceInFile": "place",
}


@dataclass(frozen=True)
class Piece:
    """A run of text and its mark; empty where the program speaks itself."""

    text: str
    mark: str


@dataclass(frozen=True)
class Row:
    """A row of the list of all figures."""

    number: str
    figure: str
    what: str
    of: str
    source: str

    @property
    def assumed(self) -> bool:
        return self.source.startswith("assumed; ")


@dataclass(frozen=True)
class Printed:
    """A document: all its pieces, those of headers and footers too; the rows of its list; its
    headings; its pictures' words.
    """

    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]
    headings: tuple[str, ...]
    alts: tuple[str, ...]
    header: str
    footer: str
    text: str


def printed_with(content: bytes, annex: bytes) -> Printed:
    """A memo with its annex: the memo's own pieces and the annex's, and the annex's list."""
    memo, beside = printed(content), printed(annex)
    return replace(memo, pieces=memo.pieces + beside.pieces, rows=beside.rows)


def printed(content: bytes) -> Printed:
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    trees = [document.element.body, section.header._element, section.footer._element]
    tables = [
        table for table in document.tables if table.rows and table.rows[0].cells[0].text == "No."
    ]
    rows = [Row(*(cell.text for cell in row.cells)) for row in tables[0].rows[1:]] if tables else []
    return Printed(
        pieces=tuple(piece for tree in trees for piece in _pieces(tree)),
        rows=tuple(rows),
        headings=tuple(
            one.text for one in document.paragraphs if one.style.name.startswith("Heading")
        ),
        alts=tuple(one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))),
        header="\n".join(one.text for one in section.header.paragraphs),
        footer=section.footer.paragraphs[0].text,
        text="\n".join(
            "".join(node.text or "" for node in one.iter(qn("w:t")))
            for one in document.element.body.iter(qn("w:p"))
        ),
    )


def _pieces(tree):
    for run in tree.iter(qn("w:r")):
        if run.getparent().tag == qn("w:fldSimple"):
            continue  # the number of a page, which Word fills in
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        text = "".join(
            {qn("w:t"): node.text or "", qn("w:tab"): "\t", qn("w:br"): "\n"}.get(node.tag, "")
            for node in run
        )
        yield Piece(text, MARKED.get(style.get(qn("w:val")), "") if style is not None else "")
