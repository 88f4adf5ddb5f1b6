"""The workbook as it is written: sheets, names, formulas, and people's text that never becomes a
formula.
"""

import pytest

from cidesign.catalog import load
from cidesign.record import changed, read_files, with_rows
from cidesign.report.sheets.budgeted import name
from cidesign.views.team.terms import chosen_host, terms
from tests.report.books import cell, example, made, opened, solved, with_name
from tests.views.scenarios.test_what_if import workshop

SHEETS = [
    "Read me",
    "Inputs",
    "Budget",
    "By function",
    "Dollars",
    "Years",
    "Criteria and points",
    "Sources",
]


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


def test_a_program_that_computes_nothing_shows_every_figure(book):
    shown = opened(made(example()), values=True)

    empty = [
        (sheet.title, one.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for one in row
        if one.data_type == "f" and shown[sheet.title][one.coordinate].value is None
    ]
    found = solved(terms(example(), load(), host=chosen_host(example())).plan)
    assert empty == []
    assert cell(shown, "cost").value == pytest.approx(found.cost_usd, abs=0.005)
    assert cell(shown, "plan_score").value == pytest.approx(found.plan_score, abs=1e-5)


def test_all_dollars_of_the_sheet_are_the_budget():
    bundle = example()
    sheet = opened(made(bundle), values=True)["Dollars"]

    wholes = [row for row in sheet.iter_rows(values_only=True) if row[0] == "The whole budget"]
    budget = float(bundle.plan.funding.budget_usd)
    assert len(wholes) == 2
    for row in wholes:
        told = [one for one in row[1:] if one is not None]
        assert told[-1] == pytest.approx(budget, abs=0.005)
        assert sum(told[:-1]) == pytest.approx(budget, abs=0.005)


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
    bundle = changed(example(), "funding.yaml", {("sources", "data_fund", "id"): evil})

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


def test_saved_scenarios_stand_beside_our_plan_with_plan_and_years():
    # 150,000 a year pay 1.5 posts to December 2029, 50,000 then; City's 50,000 alone half a post.
    lean = b"name: Lean\nnote: Not for funders.\nwhat_if: {source_lost: [church]}\n"
    bundle = read_files({**workshop().files, "scenarios/lean.yaml": lean})

    sheet = opened(made(bundle), values=True)["Scenarios"]
    rows = [[one.value for one in row[:3]] for row in sheet.iter_rows() if row[0].value]
    told = {row[0]: row[1:] for row in reversed(rows)}

    assert told["Figure"] == ["Our plan", "Lean"]
    assert told["Cost"] == [150_000, 50_000]
    assert told["Plan score"] == [75, 25]
    assert told["FTE"] == [1.5, 0.5]
    assert told["Missing at the end"] == [200_000, 0]
    assert told["Runs out"] == ["May 2030", "not by December 2031"]
    assert told["What if"] == [None, "Church is lost"]
    assert "Not for funders." not in str(rows)
    assert ["FTE", None, -1] in rows


def test_the_first_sheet_lists_scenarios_only_where_some_were_saved():
    lean = b"name: Lean\nfunding: {budget_usd: 100000}\n"
    kept = read_files({**workshop().files, "scenarios/lean.yaml": lean})

    def listed(bundle):
        return [row[0].value for row in opened(made(bundle))["Read me"].iter_rows()]

    assert "Scenarios" in listed(kept)
    assert "Scenarios" not in listed(workshop())
