"""The memo's annex as a Word document: every figure of the memo, and where it comes from, on pages
laid sideways so that a figure takes one line; and what we answered to the questions to talk about.
"""

import io

from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.shared import Inches

from cidesign.domain.fact import Source
from cidesign.memo.blocks import Memo, Table
from cidesign.memo.figures import stands_in
from cidesign.report.memo import dated, put_foot
from cidesign.report.styles import new_document
from cidesign.report.writing import put_table, say, write
from cidesign.text import say as spoken
from cidesign.text.sentence import RECORD, Figure, Sentence, known, sentence, told

LIST, EDGE, TOP = (0.3, 0.75, 3.95, 3.15, 2.05), 0.4, 0.5
ANSWERED = (4.0, 4.7, 1.5)


def annex_document(memo: Memo) -> bytes:
    """The annex of a memo as the bytes of a ``.docx`` file."""
    document = new_document(spoken("{title}, annex", title=memo.title), memo.language)
    dated(document, memo.made_on)
    sheet = document.sections[0]
    sheet.orientation, sheet.page_width, sheet.page_height = (
        WD_ORIENT.LANDSCAPE,
        sheet.page_height,
        sheet.page_width,
    )
    sheet.left_margin = sheet.right_margin = Inches(EDGE)
    sheet.top_margin = sheet.bottom_margin = Inches(TOP)
    sheet.header_distance = sheet.footer_distance = Inches(0.3)
    head = sheet.header.paragraphs[0]
    head.style = document.styles["Memo Mark"]
    for place, mark in enumerate(memo.marks):
        write(head if place == 0 else sheet.header.add_paragraph(style="Memo Mark"), mark)
    put_foot(document, sheet, memo.footer, sum(LIST))
    say(document, memo.kicker, "Memo Kicker")
    write(document.add_heading(level=1), told(spoken("Every figure and where it comes from")))
    how = spoken(
        "Assumptions stand first. A file and a path is where a figure stands; rank, plan, outlook "
        "and structure are what the program's "
        "command of that name answers for the bundle; the other words are explained on the page "
        "Sources."
    )
    say(document, told(how), "Memo Note")
    names = {source.id: source for source in memo.sources}
    rows = tuple(
        _figure_row(number, figure, names) for number, figure in enumerate(memo.figures, start=1)
    )
    heads = (spoken("No."), spoken("Figure"), spoken("What"), spoken("From"), spoken("Source"))
    put_table(
        document, Table(tuple(told(one) for one in heads), rows, left=5), LIST, style="Memo List"
    )
    if memo.answers:
        _answers(document, memo)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _answers(document: Doc, memo: Memo) -> None:
    write(document.add_heading(level=1), told(spoken("What we answered")))
    note = told(spoken("What somebody follows up stands under Next steps of the memo."))
    say(document, note, "Memo Note")
    head = (spoken("Question"), spoken("Answer"), spoken("Said by"))
    table = Table(tuple(told(one) for one in head), memo.answers, left=3)
    put_table(document, table, ANSWERED)


def _figure_row(number: int, figure: Figure, sources: dict[str, Source]) -> tuple[Sentence, ...]:
    source = sources.get(figure.source)
    named = (
        told(spoken("our record"))
        if source is None or figure.source == RECORD
        else known(source.in_short)
    )
    if figure.assumed:
        named = told(spoken("assumed; {source}"), source=named)
    return (stands_in(str(number)), sentence(figure), figure.what, stands_in(figure.of), named)
