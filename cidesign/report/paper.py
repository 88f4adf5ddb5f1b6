"""A paper beside the memo, such as the draft host agreement, as a Word document. It only lays
out.
"""

import io

from docx.document import Document as Doc
from docx.shared import Inches

from cidesign.memo.papers import Paper
from cidesign.report.memo import dated, edges, put_section
from cidesign.report.styles import PAGE_WIDTH, new_document
from cidesign.report.writing import cell, new_table, say, write
from cidesign.text import say as spoken
from cidesign.text.sentence import told


def paper_document(paper: Paper) -> bytes:
    """The paper as the bytes of a ``.docx`` file."""
    document = new_document(paper.title, paper.language)
    dated(document, paper.made_on)
    edges(document, paper.marks, paper.footer)
    say(document, paper.kicker, "Memo Kicker")
    say(document, paper.heading, "Title")
    say(document, paper.lead, "Memo Warning")
    for section in paper.sections:
        put_section(document, section)
    if paper.signers:
        _signatures(document, paper)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _signatures(document: Doc, paper: Paper) -> None:
    write(document.add_heading(level=1), told(spoken("Signatures")))
    table = new_table(
        document, 3, [PAGE_WIDTH / len(paper.signers)] * len(paper.signers), "Memo Table"
    )
    for place, signer in zip(table.rows[0].cells, paper.signers):
        cell(place, signer, "Memo Head")
    for place in table.rows[1].cells:
        cell(place, told(spoken("Name and date:")), "Memo Cell")
    for place in table.rows[2].cells:
        cell(place, told(spoken("Signature:")), "Memo Cell")
    for row in table.rows[1:]:
        row.height = Inches(0.45)
