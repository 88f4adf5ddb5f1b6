"""How a document of ours looks: paper, named styles, and the marks of figures and people's words.
Nothing is formatted in place.
"""

from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.styles.style import BaseStyle

from cidesign.charts.palette import palette

SERIF, SANS = "Georgia", "Arial"
LONGEST_TITLE = 255
LIGHT = palette("light")
MARKS = {
    "figure": "Figure",
    "own": "Own Words",
    "known": "Catalog Words",
    "day": "Day",
    "file": "Place In File",
}
"""Character styles by what a piece of text is; what we say ourselves has none."""


def new_document(title: str, language: str) -> Doc:
    """An empty letter-size document with all our styles, its title and its language."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(0.8)
    section.top_margin, section.bottom_margin = Inches(0.7), Inches(0.65)
    section.header_distance = section.footer_distance = Inches(0.35)
    _defaults(document, language)
    _paragraphs(document)
    for name in MARKS.values():
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    _table(document, "Memo Table", "DEDDD7", inside=True)
    _table(document, "Memo Layout", None, inside=False)
    core = document.core_properties
    core.title, core.language, core.author, core.comments = title[:LONGEST_TITLE], language, "", ""
    return document


def _defaults(document: Doc, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    spoken = run.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        run.append(spoken)
    spoken.set(qn("w:val"), "en-US" if language == "en" else language)


def _paragraphs(document: Doc) -> None:
    normal = document.styles["Normal"]
    _font(normal, SANS, 10, LIGHT.ink)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.2
    for name, size, before, after in (
        ("Title", 22, 6, 6),
        ("Heading 1", 16, 14, 4),
        ("Heading 2", 12.5, 9, 3),
    ):
        style = document.styles[name]
        _font(style, SERIF, size, LIGHT.ink, bold=True)
        _space(style, before, after, 1.1)
        style.paragraph_format.keep_with_next = True
        _no_border(style)
    _font(document.styles["List Bullet"], SANS, 10, LIGHT.ink)
    _space(document.styles["List Bullet"], 0, 3, 1.2)
    for name, font, size, colour, bold, before, after in (
        ("Memo Kicker", SANS, 9, LIGHT.muted, False, 0, 0),
        ("Memo Lead", SANS, 11.5, LIGHT.ink, False, 0, 12),
        ("Memo Label", SANS, 10, LIGHT.accent, True, 8, 0),
        ("Memo Claim", SERIF, 12.5, LIGHT.ink, True, 6, 2),
        ("Memo Detail", SANS, 9.5, LIGHT.muted, False, 0, 6),
        ("Memo Key", SERIF, 17, LIGHT.ink, True, 3, 0),
        ("Memo Unit", SANS, 8.5, LIGHT.muted, False, 0, 4),
        ("Memo Note", SANS, 8.5, LIGHT.muted, False, 0, 6),
        ("Memo Picture", SANS, 8.5, LIGHT.muted, False, 4, 6),
        ("Memo Cell", SANS, 9, LIGHT.ink, False, 2, 2),
        ("Memo Number", SANS, 9, LIGHT.ink, False, 2, 2),
        ("Memo Head", SANS, 8.5, LIGHT.muted, True, 2, 2),
        ("Memo Head Right", SANS, 8.5, LIGHT.muted, True, 2, 2),
        ("Memo Total", SANS, 9, LIGHT.ink, True, 2, 2),
        ("Memo Total Right", SANS, 9, LIGHT.ink, True, 2, 2),
        ("Memo Small", SANS, 7.5, LIGHT.ink, False, 1, 1),
        ("Memo Small Number", SANS, 7.5, LIGHT.ink, False, 1, 1),
        ("Memo List", SANS, 6.5, LIGHT.ink, False, 0, 0),
        ("Memo Gap", SANS, 4, LIGHT.ink, False, 0, 0),
        ("Memo Box Title", SANS, 9.5, LIGHT.ink, True, 0, 0),
        ("Memo Box", SANS, 9.5, LIGHT.ink, False, 0, 0),
        ("Memo Warning", SANS, 9.5, "#7A4E00", True, 0, 6),
        ("Memo Mark", SANS, 8.5, "#7A4E00", True, 0, 3),
        ("Memo Foot", SANS, 8, LIGHT.muted, False, 0, 0),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _font(style, font, size, colour, bold=bold)
        _space(style, before, after, 1.15)
        if name in (
            "Memo Key",
            "Memo Unit",
            "Memo Number",
            "Memo Head Right",
            "Memo Total Right",
            "Memo Small Number",
        ):
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if name == "Memo List":
            style.paragraph_format.line_spacing = 1.0
        if name.startswith("Memo Box"):
            _shade(style, LIGHT.surface)
            style.paragraph_format.left_indent = style.paragraph_format.right_indent = Inches(0.16)
        if name in ("Memo Box Title", "Memo Claim", "Memo Picture", "Memo Head", "Memo Head Right"):
            style.paragraph_format.keep_with_next = True


def _font(style: Any, name: str, size: float, colour: str, *, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = (
        name,
        Pt(size),
        bold,
        False,
    )
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def _space(style: Any, before: float, after: float, line: float) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = line


def _no_border(style: BaseStyle) -> None:
    properties = style.element.find(qn("w:pPr"))
    border = properties.find(qn("w:pBdr")) if properties is not None else None
    if border is not None:
        properties.remove(border)


def _shade(style: BaseStyle, colour: str) -> None:
    """A tinted ground with room around the text: a border of the same colour."""
    fill = colour.lstrip("#")
    properties = style.element.get_or_add_pPr()
    border = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (
            ("val", "single"),
            ("sz", "4"),
            ("space", "7" if side in ("top", "bottom") else "10"),
            ("color", fill),
        ):
            edge.set(qn(f"w:{key}"), value)
        border.append(edge)
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(qn(f"w:{key}"), value)
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    properties.insert_element_before(shade, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _table(document: Doc, name: str, colour: str | None, *, inside: bool) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", *(("insideH",) if inside else ())):
        edge = OxmlElement(f"w:{side}")
        for key, value in (
            ("val", "single" if colour else "nil"),
            ("sz", "4"),
            ("space", "0"),
            ("color", colour or "auto"),
        ):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0" if side == "left" else "90")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties.append(borders)
    properties.append(margins)
    style.element.append(properties)
