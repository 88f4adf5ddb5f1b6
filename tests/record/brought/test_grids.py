"""Any file people keep a table in is read cell by cell, or refused in one sentence."""

import datetime
import io
import zipfile

import openpyxl
import pytest

from cidesign.domain.problem import BadInput
from cidesign.record.brought.grids import MOST_COLUMNS
from cidesign.record.brought.sheets import sheets_in
from tests.record.brought.workshops import book, saved

ROWS = (("name", "score"), ("Fundación Peña", "4"))


def rows(content, name="table.csv"):
    (grid,) = sheets_in(name, content).grids
    return grid.rows


def refused(content, name="table.csv"):
    with pytest.raises(BadInput) as told:
        sheets_in(name, content)
    (problem,) = told.value.problems
    return problem.line()


@pytest.mark.parametrize(
    "content",
    [
        "name,score\nFundación Peña,4\n".encode(),
        "\ufeffname;score\r\nFundación Peña;4\r\n".encode(),
        "name\tscore\nFundación Peña\t4".encode(),
        "sep=|\nname|score\nFundación Peña|4\n".encode(),
        '"sep=;"\r\nname;score\r\nFundación Peña;4\r\n'.encode("utf-16"),
        "name,score\nFundación Peña,4\n".encode("utf-16-le"),
        "name,score\nFundación Peña,4\n".encode("cp1252"),
        'name,score\n" Fundación Peña ","4"\n,\n\n'.encode(),
    ],
)
def test_text_is_read_whatever_its_letters_and_its_separator(content):
    found = rows(content)

    assert tuple(row for row in found if row) == ROWS


def test_letters_that_are_no_utf8_are_told():
    (told,) = sheets_in("t.csv", "name\nPeña\n".encode("cp1252")).told

    assert "Windows-1252" in told


@pytest.mark.parametrize(
    ("value", "how", "reads"),
    [
        (4, "General", "4"),
        (4.5, "0.00", "4.5"),
        (0.1 + 0.2, "General", "0.3"),
        (0.12, "0%", "12%"),
        (18000, '"$"#,##0.00', "18000"),
        (datetime.date(2027, 1, 1), "mmm-yy", "2027-01"),
        (datetime.date(2027, 1, 31), "yyyy-mm-dd", "2027-01-31"),
        (46053.58, "m/d/yyyy h:mm", "2026-01-31"),
        (True, "General", "TRUE"),
        ("#N/A", "General", "#N/A"),
        ("  two\nlines ", "General", "two\nlines"),
    ],
)
def test_a_cell_of_a_workbook_reads_as_people_see_it(value, how, reads):
    made = openpyxl.Workbook()
    made.active["B2"] = value
    made.active["B2"].number_format = how

    assert rows(saved(made), "t.xlsx")[1][1] == reads


def test_joined_cells_each_hold_what_the_first_does():
    made = openpyxl.Workbook()
    sheet = made.active
    for row in (["Ana", 1], [None, 2], ["Ben", 3]):
        sheet.append(row)
    sheet.merge_cells("A1:A2")

    assert rows(saved(made), "t.xlsx") == (("Ana", "1"), ("Ana", "2"), ("Ben", "3"))


def test_a_formula_reads_as_its_last_value_and_one_without_is_told():
    made = openpyxl.Workbook()
    made.active["A1"], made.active["B1"] = 4, "=A1*2"

    found = sheets_in("t.xlsx", saved(made))

    assert found.grids[0].formulas == {(0, 1)}
    assert found.grids[0].rows == (("4",),)
    assert "1 formula holds no value" in found.told[0]


def test_a_workbook_reads_as_a_second_reader_has_it():
    table = [["a", "b", None, "d"], [1, 2.25, "x", None], [None, None, None, -3e-5]]
    content = book(One=table, Two=[["z"]])

    found = sheets_in("t.xlsx", content)

    second = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    for grid, sheet in zip(found.grids, second.worksheets):
        for row in sheet.iter_rows():
            for cell in row:
                ours = grid.cell(cell.row - 1, cell.column - 1)
                said = "" if cell.value is None else cell.value
                assert (float(ours) if isinstance(said, int | float) else ours) == said


ODS = """<?xml version="1.0"?><o:document-content xmlns:o="urn:o" xmlns:table="urn:t" xmlns:text="urn:x">
<table:table table:name="Scores"><table:table-row>
<table:table-cell office:value-type="string" xmlns:office="urn:f"><text:p>name</text:p></table:table-cell>
<table:table-cell office:value-type="string" xmlns:office="urn:f"><text:p>score</text:p></table:table-cell>
</table:table-row><table:table-row table:number-rows-repeated="2">
<table:table-cell office:value-type="string" xmlns:office="urn:f"><text:p>Fundaci&#243;n<text:s/>Pe&#241;a</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.12" table:number-columns-repeated="2" xmlns:office="urn:f"><text:p>12,00%</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="16380"/></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table></o:document-content>"""


def packed(**parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), text)
    return held.getvalue()


def test_an_open_document_reads_its_repeated_cells_and_rows():
    row = ("Fundación Peña", "12%", "12%")

    assert rows(packed(content_xml=ODS), "t.ods") == (("name", "score"), row, row)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b",,,\n,,\n", "is empty"),
        (b"%PDF-1.7 x", "is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old or a locked Excel workbook"),
        (b"PK\x03\x04 no zip at all", "is no whole workbook"),
        (b"<html><table><tr><td>4</td></tr></table>", "is a web page"),
        (b"a,b\n\x00\x00,3\n", "holds zero bytes"),
        (b'a,b\n"open,4\n', "the quotes do not close"),
        (b"a,b\n" + b"x" * 30_000 + b",3\n", "more than 20,000 letters"),
        (b"a," * 50_000 + b"a\n", "50,001 columns"),
        (b"a\n" * 60_000, "more than 50,000 rows"),
        (b"a" * 6_000_000, "holds 6,000,000 bytes"),
        (packed(content_xml=ODS.replace('2">', '900000">', 1)), "more than 50,000 rows"),
        (packed(a_txt="x"), "a zip without a table"),
        (packed(content_xml="<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "declarations"),
        (packed(content_xml="<a><b></a>"), "is no whole workbook"),
        (lambda: packed(content_xml="x" * 50_000_000), "would unpack to more"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(content, says):
    assert says in refused(content() if callable(content) else content)


def test_a_cell_far_out_in_a_workbook_is_refused_before_anything_is_laid_out():
    made = openpyxl.Workbook()
    made.active.cell(1, MOST_COLUMNS + 1, "x")
    wide = saved(made)
    made = openpyxl.Workbook()
    made.active.cell(1_048_576, 1, "x")
    high = saved(made)

    assert "1,001 columns" in refused(wide, "t.xlsx")
    assert "more than 50,000 rows" in refused(high, "t.xlsx")
