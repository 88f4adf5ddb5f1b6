"""Three hundred tables nobody wishes for: bombs, formulas, broken zips, endless cells, letters that
are none. Run as a program it reads them all and prints how each ended.
"""

import io
import json
import random
import resource
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from cidesign.acts.brought import act_for
from cidesign.domain.problem import BadInput
from cidesign.record import read_files
from cidesign.record.brought import KINDS, understand
from tests.record.brought.workshops import book, workshop

Case = tuple[str, str, bytes]
HEAD = "rater,candidate,criterion,score\n"
WIDE = "Reviewer,Organization,Reach,Perceived trust,Comments\n"
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
LIVE = (
    '=HYPERLINK("http://x.example","y")',
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "=cmd|'/c x'!A1",
    '"=1',
)
LETTERS = (
    "\u202eevil",
    "a\u200bna",
    "\u2066x\u2069",
    "\ufeffana",
    "a\u0301na",
    "👩‍👩‍👧‍👦" * 50,
    "ana\x0b",
    "ana\x85",
    "ana\u2028b",
    "جمعية",
    "x" * 19_000,
    "\x7f",
    "ｆｕｌｌ",
    "İstanbul",
    "ß" * 300,
    "ﷺ" * 200,
)
NUMBERS = (
    "1e308",
    "-1e308",
    "1e400",
    "NaN",
    "inf",
    "-inf",
    "-0.0",
    "0x10",
    "1_000",
    "٤",
    "４",
    "9" * 15_000,
    "0." + "1" * 15_000,
    "1/0",
    "5/0",
    "4/5/6",
    "1e-400",
    "1,2,3,4",
    "1.2.3.4",
    "99999999999999999999%",
    "$" * 500,
    "%" * 500,
    "--4",
    "+-4",
    "4e",
    "½",
    "IV",
    "4.5e1",
    "1 000 000 000 000 000 000",
    "4,5,",
)
TANGLES = (
    "(" * 19_000,
    "[" * 19_000,
    "1," * 9_000,
    "1 " * 9_000,
    "a-" * 9_000,
    "'" * 19_000,
    "- " * 9_000,
    "1.1" * 6_000,
    "a [b] " * 3_000,
    "$1" * 9_000,
    " " * 19_000 + "x",
    "_" * 19_000,
    "4 - " * 4_000,
    ("a" * 30 + " ") * 600,
    "1" * 9_000 + "x",
    "of " * 6_000,
)


def every() -> Iterator[Case]:
    """Name, file name and bytes of each."""
    for place, cell in enumerate((*LIVE, *LETTERS, *NUMBERS, *TANGLES)):
        yield f"cell {place}", "t.csv", row(HEAD, "ana", "oak", "reach", cell)
        yield f"name {place}", "t.csv", row(WIDE, "ana", cell, "4", "3", cell)
        if place % 3 == 0:
            yield (
                f"header {place}",
                "t.csv",
                row("", "Reviewer", cell, "Reach") + row("", "ana", "oak", "4"),
            )
    yield from texts()
    yield from workbooks()
    yield from spreadsheets()
    yield from broken()


def row(before: str, *cells: str) -> bytes:
    told = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"
    return before.encode() + told.encode("utf-8", "surrogatepass")


def texts() -> Iterator[Case]:
    own = row(HEAD, "ana", "oak", "reach", "4").decode()
    yield "50,000 columns", "t.csv", b"a," * 50_000 + b"a\n" + b"4," * 50_000 + b"4\n"
    yield "50,000 criteria", "t.csv", ("Reach," * 50_000 + "x\n" + "4," * 50_000 + "4\n").encode()
    yield (
        "1,000 columns",
        "t.csv",
        (",".join(f"c{n}" for n in range(1_000)) + "\n" + ",".join("4" * 1_000) + "\n").encode(),
    )
    yield (
        "1,000 columns of one name",
        "t.csv",
        ("Reach," * 999 + "Reach\n" + ("4," * 999 + "4\n") * 300).encode(),
    )
    yield "60,000 rows", "t.csv", (HEAD + "ana,oak,reach,4\n" * 60_000).encode()
    yield (
        "49,000 raters",
        "t.csv",
        (HEAD + "".join(f"r{n},oak,reach,4\n" for n in range(49_000))).encode(),
    )
    yield (
        "49,000 candidates",
        "t.csv",
        (HEAD + "".join(f"ana,c{n},reach,4\n" for n in range(49_000))).encode(),
    )
    yield (
        "49,000 odd scores",
        "t.csv",
        (HEAD + "".join(f"ana,oak,reach,x{n}\n" for n in range(49_000))).encode(),
    )
    yield "300,000 blank lines", "t.csv", (HEAD + "\n" * 300_000).encode()
    yield "only commas", "t.csv", b",,,,\n" * 40_000
    yield "one line of 4 MB", "t.csv", b"x" * 4_000_000
    yield (
        "ragged",
        "t.csv",
        (WIDE + "".join("ana,oak" + ",4" * (n % 40) + "\n" for n in range(400))).encode(),
    )
    yield "a cell too many", "t.csv", (HEAD + "ana,oak,reach,4,5\n").encode()
    yield "returns alone", "t.csv", own.replace("\n", "\r").encode()
    yield "mixed line ends", "t.csv", own.replace("\n", "\r\n\r\n\n", 1).encode()
    yield "UTF-16 of odd length", "t.csv", own.encode("utf-16")[:-1]
    yield "UTF-32", "t.csv", own.encode("utf-32")
    yield "only a mark", "t.csv", b"\xef\xbb\xbf"
    yield "two marks", "t.csv", b"\xef\xbb\xbf\xef\xbb\xbf" + own.encode()
    yield "no letters", "t.csv", own.encode() + b"\x81\x8d\x8f\xff\n"
    yield (
        "lone surrogates",
        "t.csv",
        HEAD.encode() + "a\ud800,oak,reach,4\n".encode("utf-8", "surrogatepass"),
    )
    yield "zeros", "t.csv", own.encode().replace(b"oak", b"o\x00k")
    yield "many quotes", "t.csv", HEAD.encode() + b'"' * 99_999 + b"\n"
    yield "open quote", "t.csv", HEAD.encode() + b'"ana,oak,reach,4\n' * 999
    for place, first in enumerate(
        ("sep=", "sep=\x01", 'sep="', "sep=,,", "sep=\n", "sep=é", "SEP=;", '"sep=\t"')
    ):
        yield f"separator {place}", "t.csv", (first + "\n" + own).encode()
    for place, begins in enumerate(
        (
            b"%PDF-1.7",
            b"\x89PNG\r\n",
            b"GIF89a",
            b"{\\rtf1",
            b"SQLite format 3\x00",
            b"\x1f\x8b\x08",
            b"Rar!\x1a",
            b"MZ\x90",
            b"\x7fELF",
            b"<?xml version='1.0'?>",
            b"<html>",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"PK\x03\x04",
            b"PK\x05\x06",
        )
    ):
        yield f"not a table {place}", "t.xlsx", begins + b"\n" + own.encode() * 9


def parts(**more: str) -> dict[str, str]:
    held = {
        "xl/workbook.xml": f'<workbook {NS}><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet(
            '<row r="1"><c r="A1" t="inlineStr"><is><t>rater</t></is></c></row>'
        ),
    }
    return held | {
        name.replace("__", "/").replace("_xml", ".xml").replace("_rels", ".rels"): text
        for name, text in more.items()
    }


def sheet(rows: str, more: str = "") -> str:
    return f"<worksheet {NS}>{more}<sheetData>{rows}</sheetData></worksheet>"


def packed(held: dict[str, str], more: tuple[str, str, int] = ("", "", 0)) -> bytes:
    """A zip of these texts; ``more``: a part that begins so and goes on with so many spaces, which
    are never all in memory.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in held.items():
            if name != more[0]:
                file.writestr(name, text)
        if more[0]:
            with file.open(more[0], "w") as part:
                part.write(more[1].encode())
                for _ in range(more[2] // 1_000_000):
                    part.write(b" " * 1_000_000)
    return out.getvalue()


LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY a{n} "{("&a" + str(n - 1) + ";") * 10 if n > 1 else "&a;" * 10}">'
        for n in range(1, 12)
    )
    + "]>"
)


def workbooks() -> Iterator[Case]:
    inside = "xl/worksheets/sheet1.xml"

    def one(name: str, rows: str, more: str = "", **others: str) -> Case:
        return name, "t.xlsx", packed({**parts(**others), inside: sheet(rows, more)})

    cell = '<c r="{}" t="inlineStr"><is><t>x</t></is></c>'
    for place, reference in enumerate(
        (
            "XFD1048576",
            "A0",
            "ZZZZ1",
            "",
            "A-1",
            "a1",
            "1A",
            "A99999999",
            "ALM1",
            "A50001",
            "XFD1",
            "A1:B2",
        )
    ):
        yield one(f"reference {place}", f"<row>{cell.format(reference)}</row>")
    yield one(
        "rows backwards",
        "".join(f'<row r="{n}">{cell.format(f"A{n}")}</row>' for n in range(300, 0, -1)),
    )
    yield one("a million blank cells", '<row r="1">' + '<c r="A1"/>' * 900_000 + "</row>")
    yield one(
        "500,000 cells", "".join(f"<row>{'<c><v>4</v></c>' * 500}</row>" for _ in range(1_000))
    )
    yield one(
        "everything joined",
        f'<row r="1">{cell.format("A1")}</row>',
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    yield one(
        "all joined and full",
        "".join(
            f'<row r="{n}">{cell.format(f"A{n}")}{cell.format(f"ALL{n}")}</row>'
            for n in range(1, 400)
        ),
        '<mergeCells><mergeCell ref="A1:ALL1048576"/></mergeCells>' * 300,
    )
    yield one(
        "50,000 joins",
        f'<row r="1">{cell.format("A1")}</row>',
        "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 50_000 + "</mergeCells>",
    )
    yield one(
        "hidden columns",
        f'<row r="1" hidden="1">{cell.format("A1")}</row>',
        '<cols><col min="1" max="99999999" hidden="1"/></cols>',
    )
    yield one(
        "formulas without values",
        '<row r="1">' + '<c r="A1"><f>WEBSERVICE("http://x.example")</f></c>' * 99 + "</row>",
    )
    yield one(
        "formulas that talk to others",
        '<row><c t="str"><f>DDE("cmd";"/C calc";"x")</f><v>4</v></c><c t="e"><f>[1]S!A1</f><v>#REF!</v></c></row>',
    )
    yield one(
        "text nobody shared",
        '<row><c t="s"><v>999999999</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c></row>',
    )
    yield one(
        "kinds nobody knows",
        '<row><c t="zz" s="999999"><v>1e999</v></c><c t="d"><v>never</v></c><c s="-1"><v>9</v></c><c><v>'
        + "9" * 9_000
        + "</v></c></row>",
    )
    yield one("a long text", '<row><c t="inlineStr"><is><t>' + "x" * 90_000 + "</t></is></c></row>")
    yield one(
        "a million texts",
        "<row/>",
        xl__sharedStrings_xml="<sst>" + "<si><t>x</t></si>" * 900_000 + "</sst>",
    )
    yield one(
        "a million styles",
        '<row><c s="3"><v>4</v></c></row>',
        xl__styles_xml="<styleSheet><cellXfs>"
        + '<xf numFmtId="14"/>' * 900_000
        + "</cellXfs></styleSheet>",
    )
    yield one(
        "formats nobody knows",
        '<row><c s="0"><v>-99999999</v></c><c s="0"><v>1e300</v></c><c s="0"><v>0.5</v></c></row>',
        xl__styles_xml='<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[$-409]yyyy\\-&quot;%&quot;;;;@"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>',
    )
    yield one("very deep", "<row>" + "<a>" * 50_000 + "</a>" * 50_000 + "</row>")
    for part in (
        "xl/workbook.xml",
        inside,
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/_rels/workbook.xml.rels",
    ):
        for place, declared in enumerate(
            (
                LAUGHS,
                '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
                '<!DOCTYPE a [<!ENTITY x SYSTEM "http://x.example/">]>',
                '<!DOCTYPE a [<!ENTITY x "' + "y" * 90_000 + '">]>',
            )
        ):
            held = parts()
            text = held.get(part, "<sst/>")
            yield (
                f"declared {part} {place}",
                "t.xlsx",
                packed({**held, part: declared + text.replace("rater", "&a11;&x;")}),
            )
    for place, size in enumerate((39_000_000, 50_000_000, 400_000_000)):
        yield f"bomb {place}", "t.xlsx", packed(parts(), (inside, sheet(""), size))
    yield (
        "bomb of letters",
        "t.xlsx",
        packed(
            {
                **parts(),
                "xl/sharedStrings.xml": "<sst><si><t>" + "x" * 39_000_000 + "</t></si></sst>",
            }
        ),
    )
    yield "4,000 parts", "t.xlsx", packed({**parts(), **{f"xl/x{n}.xml": "" for n in range(4_000)}})
    yield (
        "300 sheets",
        "t.xlsx",
        packed(
            parts(
                xl__workbook_xml=f"<workbook {NS}><sheets>"
                + '<sheet name="S" r:id="r1"/>' * 300
                + "</sheets></workbook>"
            )
        ),
    )
    yield "no sheet", "t.xlsx", packed(parts(xl__workbook_xml=f"<workbook {NS}/>"))
    yield (
        "no relations",
        "t.xlsx",
        packed({name: text for name, text in parts().items() if "rels" not in name}),
    )
    yield (
        "a part outside",
        "t.xlsx",
        packed(
            parts(
                xl___rels__workbook_xml_rels='<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>'
            )
        ),
    )
    yield (
        "a sheet elsewhere",
        "t.xlsx",
        packed(
            parts(
                xl___rels__workbook_xml_rels='<Relationships><Relationship Id="r1" Type="x/worksheet" TargetMode="External" Target="http://x.example/s.xml"/></Relationships>'
            )
        ),
    )
    yield (
        "macros and links",
        "t.xlsm",
        packed({**parts(), "xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<x/>"}),
    )
    yield "a binary workbook", "t.xlsb", packed({"xl/workbook.bin": "x"})
    yield "a Numbers document", "t.numbers", packed({"Index/Document.iwa": "x"})
    yield "a Word file", "t.docx", packed({"word/document.xml": "<x/>"})
    rows = [["Reviewer", "Organization", "Reach"], ["Ana Reyes", "Oak House", 4]]
    for place, name in enumerate(("../x", "=1", "a" * 31, "\u202e", "'", "Total")):
        yield (
            f"sheet name {place}",
            "t.xlsx",
            book(Plain=rows).replace(b"Plain", name.encode()[:5].ljust(5)),
        )


def spreadsheets() -> Iterator[Case]:
    def one(name: str, body: str) -> Case:
        return (
            name,
            "t.ods",
            packed(
                {"content.xml": f'<d xmlns:table="t" xmlns:text="x" xmlns:office="o">{body}</d>'}
            ),
        )

    cell = '<table:table-cell office:value-type="string"{}><text:p>x</text:p></table:table-cell>'
    for place, more in enumerate(
        (
            ' table:number-columns-repeated="2147483647"',
            ' table:number-columns-repeated="-5"',
            ' table:number-columns-repeated="99999999999999999"',
            ' table:number-columns-spanned="16384" table:number-rows-spanned="1048576"',
            ' table:number-columns-repeated="1000"',
            ' table:formula="of:=[.A1]"',
        )
    ):
        yield one(
            f"repeated cell {place}",
            f"<table:table><table:table-row>{cell.format(more)}</table:table-row></table:table>",
        )
    for place, times in enumerate(("1048576", "49999", "2147483647", "x")):
        yield one(
            f"repeated row {place}",
            f'<table:table><table:table-row table:number-rows-repeated="{times}">{cell.format("") * 20}</table:table-row></table:table>',
        )
    yield one(
        "tables in tables",
        "<table:table><table:table-row><table:table-cell>" * 2_000
        + "</table:table-cell></table:table-row></table:table>" * 2_000,
    )
    yield one("200 sheets", "<table:table/>" * 200)
    yield one("no sheet", "")
    yield one(
        "a note of a megabyte",
        f"<table:table><table:table-row><table:table-cell><office:annotation><text:p>{'x' * 1_000_000}</text:p></office:annotation><text:p>4</text:p></table:table-cell></table:table-row></table:table>",
    )
    yield one(
        "many spaces",
        '<table:table><table:table-row><table:table-cell><text:p>a<text:s text:c="99999999"/>b</text:p></table:table-cell></table:table-row></table:table>',
    )
    yield "laughs", "t.ods", packed({"content.xml": LAUGHS + "<a>&a11;</a>"})
    yield "an ods bomb", "t.ods", packed({}, ("content.xml", "<a>", 300_000_000))


def broken() -> Iterator[Case]:
    """Sound files with a few bytes changed, or an end that is missing."""
    drawn = random.Random(7)
    rows = [
        ["Reviewer", "Organization", "Reach", "Perceived trust"],
        ["Ana Reyes", "Oak House", 4, 3],
        ["Ben Okafor", "Elm Fund", 2, 5],
    ]
    sound = {
        "t.xlsx": book(Ana=rows, Ben=rows),
        "t.csv": (WIDE + "Ana Reyes,Oak House,4,3,x\n").encode(),
    }
    for name, content in sound.items():
        for place in range(14):
            changed = bytearray(content)
            for _ in range(1 + place % 5):
                changed[drawn.randrange(len(changed))] = drawn.randrange(256)
            yield f"bytes changed {name} {place}", name, bytes(changed)
            yield f"cut off {name} {place}", name, content[: drawn.randrange(1, len(content))]
    locked = bytearray(sound["t.xlsx"])
    for place in range(len(locked) - 4):
        if locked[place : place + 4] == b"PK\x01\x02":
            locked[place + 8] |= 1
    yield "locked", "t.xlsx", bytes(locked)
    yield "twice the same part", "t.xlsx", sound["t.xlsx"] + sound["t.xlsx"]


def ended(name: str, content: bytes, kind: str | None) -> str:
    """How a table ended: ``refused`` with one problem, ``asked``, or ``written`` whole."""
    bundle = workshop()
    before = dict(bundle.files)
    try:
        found = understand(name, content, bundle, kind)
    except BadInput as error:
        return "refused" if len(error.problems) == 1 else f"{len(error.problems)} refusals"
    if not found.is_ready or not found.rows:
        return "asked" if not found.content else "asked, with content"
    try:
        after = act_for(found).on(bundle)
    except BadInput:
        return "refused by the act" if dict(bundle.files) == before else "half written"
    read_files(after.files)
    return "written" if dict(bundle.files) == before else "half written"


def main(every_nth: int) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (512 * 1024 * 1024, 512 * 1024 * 1024))
    for place, (case, name, content) in enumerate(every()):
        if place % every_nth:
            continue
        kinds = ("scores", KINDS[place % len(KINDS)].id) if place % 3 else ("scores", None)
        for kind in kinds:
            begun = time.process_time()
            how = ended(name, content, kind)
            seconds = time.process_time() - begun
            told = {"case": case, "kind": kind, "how": how, "seconds": seconds}
            sys.stdout.write(json.dumps({**told, "megabytes": peak()}) + "\n")


def peak() -> int:
    """Megabytes this program held at most. What the system counts for us would begin with the most
    of the program that started us.
    """
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main(int(sys.argv[1]))
