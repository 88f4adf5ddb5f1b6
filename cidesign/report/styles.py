"""How a document of ours looks: paper, named styles, and the marks of figures and people's words.
Nothing is formatted in place.
"""

from dataclasses import dataclass, replace
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.styles.style import BaseStyle

from cidesign.charts.palette import palette

# Every Word since 2007 has both. Caladea and Carlito, made to the same widths, come with
# LibreOffice and as Debian's fonts-crosextra-*; so a memo breaks its lines alike in all of them.
SERIF, SANS = "Cambria", "Calibri"
TWINS = {SERIF: "Caladea", SANS: "Carlito"}
LONGEST_TITLE = 255
PAGE_HEIGHT, PAGE_WIDTH = 11, 6.9
TOP, BOTTOM, EDGE, INDENT, CELL_GAP = 0.7, 0.65, 0.35, 0.16, 0.0625
LIGHT = palette("light")
MARKS = {
    "figure": "Figure",
    "own": "Own Words",
    "known": "Catalog Words",
    "day": "Day",
    "file": "Place In File",
}
"""Character styles by what a piece of text is; what we say ourselves has none."""


@dataclass(frozen=True)
class Look:
    """How a paragraph is set, in points. A line is as high in each typeface."""

    font: str
    size: float
    colour: str
    before: float
    after: float
    leading: float = 1.3
    bold: bool = False

    @property
    def line(self) -> float:
        """Height of a line."""
        return round(self.size * self.leading * 2) / 2

    def at(self, scale: float) -> "Look":
        """The same look, smaller: in half points, as Word counts."""
        size = round(self.size * scale * 2) / 2
        return replace(self, size=size, before=self.before * scale, after=self.after * scale)


LOOKS = {
    "Normal": Look(SANS, 10.5, LIGHT.ink, 0, 6, 1.35),
    "Title": Look(SERIF, 22, LIGHT.ink, 6, 6, 1.25, bold=True),
    "Heading 1": Look(SERIF, 16, LIGHT.ink, 14, 4, 1.25, bold=True),
    "Heading 2": Look(SERIF, 12.5, LIGHT.ink, 9, 3, 1.25, bold=True),
    "List Bullet": Look(SANS, 10.5, LIGHT.ink, 0, 3, 1.35),
    "Memo Kicker": Look(SANS, 9.5, LIGHT.muted, 0, 0),
    "Memo Lead": Look(SANS, 12, LIGHT.ink, 0, 12),
    "Memo Label": Look(SANS, 10.5, LIGHT.accent, 8, 0, bold=True),
    "Memo Claim": Look(SERIF, 13, LIGHT.ink, 6, 2, bold=True),
    "Memo Detail": Look(SANS, 10, LIGHT.muted, 0, 6),
    "Memo Key": Look(SERIF, 17, LIGHT.ink, 3, 0, bold=True),
    "Memo Unit": Look(SANS, 9, LIGHT.muted, 0, 4),
    "Memo Note": Look(SANS, 9, LIGHT.muted, 0, 6, 1.25),
    "Memo Picture": Look(SANS, 9, LIGHT.muted, 4, 6, 1.25),
    "Memo Cell": Look(SANS, 9.5, LIGHT.ink, 2, 2, 1.25),
    "Memo Number": Look(SANS, 9.5, LIGHT.ink, 2, 2, 1.25),
    "Memo Head": Look(SANS, 9, LIGHT.muted, 2, 2, 1.25, bold=True),
    "Memo Head Right": Look(SANS, 9, LIGHT.muted, 2, 2, 1.25, bold=True),
    "Memo Total": Look(SANS, 9.5, LIGHT.ink, 2, 2, 1.25, bold=True),
    "Memo Total Right": Look(SANS, 9.5, LIGHT.ink, 2, 2, 1.25, bold=True),
    "Memo Small": Look(SANS, 8, LIGHT.ink, 1, 1, 1.25),
    "Memo Small Number": Look(SANS, 8, LIGHT.ink, 1, 1, 1.25),
    "Memo List": Look(SANS, 7, LIGHT.ink, 0, 0, 1.0),
    "Memo Gap": Look(SANS, 4, LIGHT.ink, 0, 0),
    "Memo Box Title": Look(SANS, 10, LIGHT.ink, 0, 0, bold=True),
    "Memo Box": Look(SANS, 10, LIGHT.ink, 0, 0),
    "Memo Warning": Look(SANS, 10, "#7A4E00", 0, 6, bold=True),
    "Memo Mark": Look(SANS, 9, "#7A4E00", 0, 3, bold=True),
    "Memo Foot": Look(SANS, 8.5, LIGHT.muted, 0, 0),
}
PAGE_ONE = frozenset(
    {"Title", "Memo Kicker", "Memo Lead", "Memo Warning", "Memo Label", "Memo Claim", "Memo Detail"}
    | {"Memo Key", "Memo Unit", "Memo Gap", "Memo Box Title", "Memo Box"}
)
AT_THE_RIGHT = frozenset(
    {
        "Memo Key",
        "Memo Unit",
        "Memo Number",
        "Memo Head Right",
        "Memo Total Right",
        "Memo Small Number",
    }
)


def new_document(title: str, language: str, *, scale: float = 1.0) -> Doc:
    """An empty letter-size document with all our styles, its title and its language.

    Args:
        scale: of the styles page one is set in, where it would not stay one page otherwise.
    """
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(PAGE_HEIGHT)
    section.left_margin = section.right_margin = Inches(0.8)
    section.top_margin, section.bottom_margin = Inches(TOP), Inches(BOTTOM)
    section.header_distance = section.footer_distance = Inches(EDGE)
    _defaults(document, language)
    _paragraphs(document, scale)
    _stand_ins(document)
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


def _paragraphs(document: Doc, scale: float) -> None:
    for name, look in LOOKS.items():
        style = _style(document, name)
        _dress(style, look.at(scale) if name in PAGE_ONE else look)
        if name.startswith(("Title", "Heading")):
            style.paragraph_format.keep_with_next = True
            _no_border(style)
        if name in AT_THE_RIGHT:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if name.startswith("Memo Box"):
            _shade(style, LIGHT.surface)
            style.paragraph_format.left_indent = style.paragraph_format.right_indent = Inches(
                INDENT
            )
        if name in ("Memo Box Title", "Memo Claim", "Memo Picture", "Memo Head", "Memo Head Right"):
            style.paragraph_format.keep_with_next = True


def _style(document: Doc, name: str) -> Any:
    if name in document.styles:
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    return style


def _dress(style: Any, look: Look) -> None:
    _font(style, look.font, look.size, look.colour, bold=look.bold)
    spaces = style.paragraph_format
    spaces.space_before, spaces.space_after = Pt(look.before), Pt(look.after)
    spaces.line_spacing, spaces.line_spacing_rule = Pt(look.line), WD_LINE_SPACING.AT_LEAST


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


def _stand_ins(document: Doc) -> None:
    """Name in the list of typefaces which one is as wide as ours, and of which kind both are."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    listed = parse_xml(part.blob)
    for entry in listed:
        twin = TWINS.get(str(entry.get(qn("w:name"))))
        if twin is not None:
            other = OxmlElement("w:altName")
            other.set(qn("w:val"), twin)
            entry.insert(0, other)
            family = entry.find(qn("w:family"))
            family.set(qn("w:val"), "roman" if twin == TWINS[SERIF] else "swiss")
    part._blob = serialize_part_xml(listed)


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
        edge.set(qn("w:w"), "0" if side == "left" else str(round(CELL_GAP * 1440)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties.append(borders)
    properties.append(margins)
    style.element.append(properties)
