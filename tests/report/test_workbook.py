"""The workbook as it is written: sheets, names, formulas, and people's text that never becomes a
formula.
"""

import pytest

from cidesign.record import changed, with_rows
from cidesign.report.sheets.budgeted import name
from tests.report.books import cell, example, made, opened, with_name

SHEETS = ["Read me", "Inputs", "Budget", "By function", "Years", "Criteria and points", "Sources"]


@pytest.fixture(scope="module")
def book():
    return opened(made(example()))


def cells(book):
    return [
        one for sheet in book for row in sheet.iter_rows() for one in row if one.value is not None
    ]


def test_the_sheets_stand_in_the_order_people_leaf_through_them(book):
    assert book.sheetnames == SHEETS


@pytest.mark.slow
def test_the_same_record_gives_the_same_figures_and_formulas(book):
    again = opened(made(example()))

    assert [(one.coordinate, one.value) for one in cells(again)] == [
        (one.coordinate, one.value) for one in cells(book)
    ]


def test_every_amount_of_the_budget_is_a_formula(book):
    amounts = [
        one
        for row in book["Budget"].iter_rows(min_row=5, min_col=2, max_col=3)
        for one in row
        if one.value is not None
    ]

    assert len(amounts) > 20
    assert [one.coordinate for one in amounts if one.data_type != "f"] == []


def test_every_input_has_a_unit_a_basis_and_a_name_that_leads_to_it(book):
    rows = [row for row in book["Inputs"].iter_rows(min_row=5) if row[1].value is not None]

    assert len(rows) > 100
    for label, value, unit, basis, named in rows:
        assert all(one.value for one in (label, unit, basis, named)), label.coordinate
        assert cell(book, named.value).coordinate == value.coordinate


def test_headings_stay_in_sight_and_on_every_printed_page(book):
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes
        assert sheet.print_title_rows
        assert sheet.page_setup.fitToWidth == 1


def test_the_first_thing_the_file_says_after_its_example_note_is_what_is_assumed(book):
    labels = [one.value for one in book["Read me"]["A"] if one.value]

    assert labels[2:4] == ["An example", "Assumed"]


EVIL = ['=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(1)", "=cmd|' /C calc'!A0", "=1+1"]


def test_what_people_type_is_never_a_formula():
    bundle = example()
    rows = [
        {"id": candidate.id, "name": text}
        for candidate, text in zip(bundle.candidates, EVIL, strict=True)
    ]
    bundle = with_name(with_rows(bundle, "candidates.csv", rows, key=["id"]), EVIL[0])

    book = opened(made(bundle, host="spark"))

    for text in EVIL:
        typed = [one for one in cells(book) if text in str(one.value)]
        assert typed, text
        assert {one.data_type for one in typed} == {"s"}, text
        assert [
            one.coordinate
            for one in typed
            if str(one.value).startswith(("=", "+", "-", "@")) and not one.quotePrefix
        ] == [], text


@pytest.mark.slow
def test_a_grant_whose_id_is_a_formula_stays_text_and_its_name_stays_a_name():
    evil = "=1+1"
    bundle = changed(example(), "plan.yaml", {("funding", "grants", 0, "id"): evil})

    book = opened(made(bundle))

    assert cell(book, name("grant", evil)).value == 90000
    assert [
        one.coordinate for one in cells(book) if one.data_type == "f" and "1+1" in str(one.value)
    ] == []


def test_different_ids_never_share_a_name():
    ids = ["a b", "a_b", "a.b", "A_b", "a32b", "a.32.b", "ä", "x" * 300, "x" * 301]

    assert len({name("line", id).casefold() for id in ids}) == len(ids)


def test_while_a_round_is_open_no_value_and_no_points_leave():
    bundle = changed(example(), "workshop.yaml", {("stage",): "scoring"})

    sheet = opened(made(bundle))["Criteria and points"]

    shown = " ".join(
        str(one.value) for row in sheet.iter_rows() for one in row if one.value is not None
    )
    assert "A round of scoring is open" in shown
    assert "BrightLine" not in shown
    assert "SUMPRODUCT" not in shown


@pytest.mark.slow
def test_rules_that_no_longer_bear_their_seal_are_told_beside_the_points():
    bundle = changed(
        example(), "rules.yaml", {("seal", "version"): 2, ("criteria", 0, "weight"): 99}
    )

    sheet = opened(made(bundle))["Criteria and points"]

    shown = " ".join(
        str(one.value) for row in sheet.iter_rows() for one in row if one.value is not None
    )
    assert "The rule sheet was changed after it was sealed" in shown
    assert "The rules are version 2" in shown


def test_without_a_plan_the_file_says_so_and_has_no_budget():
    bundle = example()
    files = {
        path: content
        for path, content in bundle.files.items()
        if path not in ("plan.yaml", "outlook.yaml")
    }
    from cidesign.record import read_files

    book = opened(made(read_files(files)))

    assert "Budget" not in book.sheetnames
    assert "There is no plan yet" in " ".join(
        str(one.value) for one in book["Read me"]["B"] if one.value
    )


@pytest.mark.slow
def test_a_changed_record_has_another_fingerprint():
    def printed(bundle):
        return [one.value for one in opened(made(bundle))["Read me"]["B"] if one.value][-1]

    assert printed(example()) != printed(changed(example(), "plan.yaml", {("reserve_rate",): 0.04}))
