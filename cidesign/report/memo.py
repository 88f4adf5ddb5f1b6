"""The memo as a Word document: page one, the evidence, the records and the signatures; where every
figure comes from is told in its annex, a file of its own. It only lays out.
"""

import io
from datetime import datetime

from docx.document import Document as Doc
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section as Sheet
from docx.shared import Inches
from docx.table import _Row as Row

from cidesign.domain.fact import Source
from cidesign.memo.blocks import (
    Block,
    Bullets,
    KeyRow,
    Memo,
    Paragraph,
    Picture,
    Section,
    Table,
    Words,
)
from cidesign.memo.figures import PAGE, PAGES
from cidesign.report.fitting import KEY, LABEL, MIDDLE, WARNED, page_one_scale
from cidesign.report.pictures import picture, share_bar
from cidesign.report.styles import PAGE_WIDTH, new_document
from cidesign.report.writing import (
    cell,
    new_table,
    picture_in,
    put_picture,
    put_table,
    say,
    write,
)
from cidesign.text import say as spoken
from cidesign.text.sentence import NOTHING, Sentence, known, told

LINES = 3
OWN_PAGE = frozenset({"structure"})


def memo_document(memo: Memo) -> bytes:
    """The memo as the bytes of a ``.docx`` file."""
    document = new_document(memo.title, memo.language, scale=page_one_scale(memo))
    dated(document, memo.made_on)
    edges(document, memo.marks, memo.footer)
    _page_one(document, memo)
    for section in memo.sections:
        put_section(document, section)
    _records(document, memo)
    _sources(document, memo.sources)
    _fingerprints(document, memo)
    _signatures(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def dated(document: Doc, made_on: str) -> None:
    """Tell the file on which day it was made."""
    try:
        day = datetime.fromisoformat(made_on).replace(tzinfo=None)
    except ValueError:
        return
    document.core_properties.created = document.core_properties.modified = day


def edges(document: Doc, marks: tuple[Sentence, ...], footer: Sentence) -> None:
    """What stands at the head and foot of every page."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.style = document.styles["Memo Mark"]
    for place, mark in enumerate(marks):
        write(head if place == 0 else section.header.add_paragraph(style="Memo Mark"), mark)
    put_foot(document, section, footer, PAGE_WIDTH)


def put_foot(document: Doc, section: Sheet, footer: Sentence, width: float) -> None:
    """The footer, and at its right the number of the page; ``width`` of the page in inches."""
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Memo Foot"]
    foot.paragraph_format.tab_stops.add_tab_stop(Inches(width), WD_TAB_ALIGNMENT.RIGHT)
    write(foot, footer)
    foot.add_run("\t")
    write(foot, told(spoken("{page} of {pages}"), page=PAGE, pages=PAGES))


def _page_one(document: Doc, memo: Memo) -> None:
    say(document, memo.kicker, "Memo Kicker")
    say(document, memo.heading, "Title")
    if memo.lead:
        say(document, memo.lead, "Memo Lead")
    for warning in memo.warnings[:WARNED]:
        say(document, warning, "Memo Warning")
    table = new_table(document, len(memo.rows), (LABEL, MIDDLE, KEY), "Memo Table")
    for row, said in zip(table.rows, memo.rows):
        _key_row(row, said)
    for box in memo.boxes:
        say(document, NOTHING, "Memo Gap")
        say(document, box.title, "Memo Box Title")
        say(document, box.said, "Memo Box")


def _key_row(row: Row, said: KeyRow) -> None:
    label, middle, key = row.cells
    cell(label, said.label, "Memo Label")
    cell(middle, said.claim, "Memo Claim")
    if said.details:
        cell(middle, said.details, "Memo Detail", first=False)
    if said.share is not None:
        bar = cell(middle, NOTHING, "Memo Detail", first=False)
        picture_in(
            bar,
            share_bar(said.share, width=MIDDLE - 0.3),
            said.claim.plain,
            width=MIDDLE - 0.3,
        )
    cell(key, said.key, "Memo Key")
    cell(key, said.unit, "Memo Unit", first=False)


def put_section(document: Doc, section: Section) -> None:
    """A heading and its blocks."""
    heading = document.add_heading(level=section.level)
    heading.paragraph_format.page_break_before = section.own_page or section.id in OWN_PAGE
    write(heading, section.heading)
    for block in section.blocks:
        _block(document, block)


def _block(document: Doc, block: Block) -> None:
    if isinstance(block, Paragraph):
        if block.said:
            say(document, block.said, "Memo Note" if block.note else "Normal")
    elif isinstance(block, Bullets):
        for item in block.items:
            say(document, item, "List Bullet")
    elif isinstance(block, Words):
        _pairs(document, block.pairs)
    elif isinstance(block, Table):
        put_table(document, block)
    elif isinstance(block, Picture) and block.bars:
        put_picture(document, picture(block), block.alt)


def _pairs(document: Doc, pairs: tuple[tuple[Sentence, Sentence], ...]) -> None:
    table = new_table(document, len(pairs), (1.8, PAGE_WIDTH - 1.8), "Memo Table")
    for row, (name, said) in zip(table.rows, pairs):
        cell(row.cells[0], name, "Memo Cell")
        cell(row.cells[1], said, "Memo Cell")
    say(document, NOTHING, "Memo Gap")


def _records(document: Doc, memo: Memo) -> None:
    write(document.add_heading(level=1), told(spoken("Decision records")))
    if not memo.records:
        say(document, told(spoken("No decision is recorded yet.")), "Normal")
    for record in memo.records:
        write(document.add_heading(level=2), record.title)
        _pairs(document, record.parts)


def _sources(document: Doc, sources: tuple[Source, ...]) -> None:
    write(document.add_heading(level=1), told(spoken("Sources")))
    for source in sources:
        said = ". ".join(part for part in (source.title, source.publisher, source.year) if part)
        say(document, known(f"{said}."), "List Bullet")
    say(
        document,
        told(spoken("All other figures stand in our record, or were computed from it.")),
        "Normal",
    )
    say(
        document,
        told(
            spoken(
                "The annex, a file of its own, lists every figure of this memo and where it comes "
                "from."
            )
        ),
        "Normal",
    )


def _fingerprints(document: Doc, memo: Memo) -> None:
    write(document.add_heading(level=1), told(spoken("Fingerprints")))
    say(
        document,
        told(spoken("Whoever holds the bundle can recompute every figure, and these.")),
        "Normal",
    )
    _pairs(document, memo.fingerprints)


def _signatures(document: Doc) -> None:
    write(document.add_heading(level=1), told(spoken("Signed for the steering committee")))
    table = new_table(document, LINES + 1, (2.8, 2.6, 1.5), "Memo Table")
    for place, head in zip(
        table.rows[0].cells, (spoken("Name"), spoken("Signature"), spoken("Date"))
    ):
        cell(place, told(head), "Memo Head")
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    for row in table.rows[1:]:
        row.height = Inches(0.4)
