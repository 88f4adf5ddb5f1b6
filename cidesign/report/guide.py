"""The guide of a meeting as a Word document of one page. It only lays out: what room is left goes
to the answers that are written in by hand.
"""

import io

from docx.document import Document as Doc
from docx.shared import Pt

from cidesign.memo.blocks import Table
from cidesign.memo.guide import Guide
from cidesign.report.fitting import INCH, height_of
from cidesign.report.memo import dated, edges
from cidesign.report.styles import BOTTOM, CELL_GAP, PAGE_HEIGHT, PAGE_WIDTH, TOP, new_document
from cidesign.report.writing import head_row, new_table, put_row, say
from cidesign.text import say as spoken
from cidesign.text.sentence import NOTHING, Sentence, told

AGENDA = (0.85, 0.7, 1.25, 4.1)
QUESTIONS = (2.3, 2.55, 1.2, 0.85)
CELLS = ("Memo Cell", "Memo Small")
"""How the tables are set: the second where the page would not hold the first."""
LEAST, MOST, SPARE = 26.0, 62.0, 40.0
"""Points of a row to write in, and points left free for programs that set a line a little
higher."""
Said = tuple[Sentence, str]
"""A paragraph and its style."""


def guide_document(guide: Guide) -> bytes:
    """The guide as the bytes of a ``.docx`` file."""
    document = new_document(guide.title, guide.language)
    dated(document, guide.made_on)
    edges(document, guide.marks, NOTHING)
    above, below = [(guide.kicker, "Memo Kicker"), (guide.heading, "Title")], _below(guide)
    room = (PAGE_HEIGHT - TOP - BOTTOM) * INCH - SPARE
    room -= sum(height_of(said, style, PAGE_WIDTH) for said, style in (*above, *below))
    left = {
        style: room
        - sum(_heights(guide.agenda, AGENDA, style))
        - sum(_heights(guide.questions, QUESTIONS, style))
        for style in CELLS
    }
    style = next((one for one in CELLS if left[one] >= 0), CELLS[-1])
    _put(document, above)
    _table(document, guide.agenda, AGENDA, style)
    _put(document, below)
    if guide.questions.rows:
        _table(document, guide.questions, QUESTIONS, style)
        _room_to_write(document, guide.questions, style, left[style])
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _below(guide: Guide) -> list[Said]:
    """What stands between the agenda and the questions."""
    lists = ((spoken("Bring"), guide.bring), (spoken("Taken on before"), guide.taken_on))
    said: list[Said] = []
    for words, items in lists:
        if items:
            said += [(told(words), "Heading 2"), *((one, "List Bullet") for one in items)]
    if guide.then:
        said.append((guide.then, "Memo Note"))
    if guide.questions.rows:
        said.append((told(spoken("Questions to talk about")), "Heading 2"))
    return said


def _put(document: Doc, paragraphs: list[Said]) -> None:
    for said, style in paragraphs:
        say(document, said, style)


def _table(document: Doc, table: Table, widths: tuple[float, ...], style: str) -> None:
    made = new_table(document, len(table.rows) + 1, widths, "Memo Table")
    head_row(made)
    put_row(made.rows[0], table.head, "Memo Head")
    for row, line in zip(made.rows[1:], table.rows, strict=True):
        put_row(row, line, style)


def _room_to_write(document: Doc, table: Table, style: str, left: float) -> None:
    """The rows of the questions share what is left of the page."""
    needs = _heights(table, QUESTIONS, style)[1:]
    more = max(left, 0.0) / len(needs)
    for row, need in zip(document.tables[-1].rows[1:], needs, strict=True):
        row.height = Pt(max(min(need + more, MOST), need, LEAST))


def _heights(table: Table, widths: tuple[float, ...], style: str) -> list[float]:
    """Points that each row takes, its head first."""
    lines = ((table.head, "Memo Head"), *((line, style) for line in table.rows))
    return [
        max(
            height_of(said, look, width - CELL_GAP)
            for said, width in zip(line, widths, strict=True)
        )
        for line, look in lines
    ]
