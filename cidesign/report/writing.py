"""Writes sentences, tables and pictures into a document; figures and people's words keep their
marks, so that they can be found again.
"""

import io
from collections.abc import Sequence

from docx.document import Document as Doc
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from docx.table import Table as DocTable
from docx.table import _Cell as Cell
from docx.table import _Row as DocRow
from docx.text.paragraph import Paragraph as DocParagraph

from cidesign.memo.blocks import Table
from cidesign.report.styles import MARKS, PAGE_WIDTH
from cidesign.text.sentence import NOTHING, Sentence, Span

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_USUAL = "Normal"
"""A paragraph has this style where nothing is said."""


def write(paragraph: DocParagraph, said: Sentence) -> DocParagraph:
    """Add a sentence to a paragraph, each piece under its own character style."""
    for span in said:
        if span.kind in _FIELDS:
            _field(paragraph, _FIELDS[span.kind])
        else:
            _run(paragraph, span)
    return paragraph


def _run(paragraph: DocParagraph, span: Span) -> None:
    run = paragraph.add_run(span.text)
    if style := MARKS.get(span.kind):
        run._r.style = _id_of(style)


def _field(paragraph: DocParagraph, code: str) -> None:
    """A number that Word fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def say(document: Doc, said: Sentence, style: str) -> DocParagraph:
    """A new paragraph at the end of the document."""
    return write(_in_style(document.add_paragraph(), style), said)


def cell(place: Cell, said: Sentence, style: str, *, first: bool = True) -> DocParagraph:
    """Write into a cell: its first paragraph, or one more."""
    paragraph = place.paragraphs[0] if first else place.add_paragraph()
    return write(_in_style(paragraph, style), said)


def _in_style(paragraph: DocParagraph, style: str) -> DocParagraph:
    paragraph._p.style = None if style == _USUAL else _id_of(style)
    return paragraph


def _id_of(style: str) -> str:
    """The id that python-docx gave a style when it was made. To set a style by its name is to go
    through all styles of the document, once for each cell: that took two thirds of a memo's time.
    """
    return style.replace(" ", "")


def new_table(document: Doc, rows: int, widths: Sequence[float], style: str) -> DocTable:
    """A table of fixed columns, in inches."""
    table: DocTable = document.add_table(rows=rows, cols=len(widths), style=style)
    table.autofit = False
    for column, width in zip(table.columns, widths):
        column.width = Inches(width)
    for row in table.rows:
        keep_whole(row._tr)
        for place, width in zip(row.cells, widths):
            place.width = Inches(width)
    return table


def keep_whole(row: object) -> None:
    """A row is never cut by the end of a page."""
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # type: ignore[attr-defined]


def head_row(table: DocTable) -> None:
    """The first row is the head: read out with each cell, and printed again on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)


def put_row(row: DocRow, line: Sequence[Sentence], style: str) -> None:
    """A sentence in each cell of a row."""
    for place, said in zip(row.cells, line, strict=True):
        cell(place, said, style)


def put_table(
    document: Doc, table: Table, widths: Sequence[float] = (), *, style: str = ""
) -> None:
    """A table with its head; columns of figures stand at the right. ``style``: of all words, where
    it is not the usual one.
    """
    room = list(widths) or _widths(table)
    made = new_table(document, len(table.rows) + 1, room, "Memo Table")
    head_row(made)
    word, number = (
        ("Memo Small", "Memo Small Number")
        if table.small
        else (style or "Memo Cell", "Memo Number")
    )
    for place, (one, said) in enumerate(zip(made.rows[0].cells, table.head)):
        cell(one, said, "Memo Head" if place < table.left else "Memo Head Right")
    for row_number, (row, line) in enumerate(zip(made.rows[1:], table.rows), start=1):
        last = table.total and row_number == len(table.rows)
        for place, (one, said) in enumerate(zip(row.cells, line)):
            words = place < table.left
            cell(
                one,
                said,
                ("Memo Total" if words else "Memo Total Right")
                if last
                else (word if words else number),
            )
    say(document, NOTHING, "Memo Gap")


def _widths(table: Table) -> list[float]:
    figures = len(table.head) - table.left
    if not figures:
        return [PAGE_WIDTH / table.left] * table.left
    each = min(1.2, (PAGE_WIDTH - 1.5 * min(table.left, 2)) / figures)
    words = (PAGE_WIDTH - each * figures) / table.left
    if table.left == 2:
        return [2 * words - 1.1, 1.1, *([each] * figures)]
    return [*([words] * table.left), *([each] * figures)]


def put_picture(document: Doc, content: bytes, alt: str, *, width: float = PAGE_WIDTH) -> None:
    """A picture with its words for people who cannot see it."""
    paragraph = document.add_paragraph(style="Memo Picture")
    picture_in(paragraph, content, alt, width=width)


def picture_in(paragraph: DocParagraph, content: bytes, alt: str, *, width: float) -> None:
    """Likewise inside a paragraph."""
    shape = paragraph.add_run().add_picture(io.BytesIO(content), width=Inches(width))
    for side in ("T", "B", "L", "R"):
        shape._inline.set(f"dist{side}", "0")
    shape._inline.docPr.set("descr", alt)
    shape._inline.docPr.set("title", "")
