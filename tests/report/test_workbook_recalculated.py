"""The workbook as a spreadsheet program computes it: our totals to the cent, also after somebody
changed a figure.
"""

import io

import pytest

from cidesign.catalog import load
from cidesign.domain.words import FUNCTIONS
from cidesign.report.sheets.budgeted import name
from cidesign.views.compare.view import compare_view
from cidesign.views.outlook.view import outlook_view
from cidesign.views.team.terms import hosts, terms
from tests.report.books import SEEDS, cell, example, made, opened, random_bundle, solved
from tests.report.by_hand import cents, money
from tools.office import recalculated

pytestmark = pytest.mark.slow

RAISE = 7_777


def cases(drawn: int):
    """The example on our own terms and on each host's, with a gift on a role, and so many random
    plans: bundle and host by name.
    """
    ours = example()
    named = {"ours": (ours, ""), **{f"host_{one.id}": (ours, one.id) for one in hosts(ours)}}
    found = 0
    for seed in SEEDS:
        bundle = random_bundle(seed)
        if found < drawn and solved(terms(bundle, load()).plan).found:
            named[f"drawn_{seed}"] = (bundle, "")
            found += 1
    return named


def raised(content: bytes, role: str) -> bytes:
    """The file after a person wrote another salary into the yellow cell."""
    book = opened(content)
    salary = cell(book, name("salary", role))
    salary.value = float(salary.value) + RAISE
    return without_values(book)


def without_values(book) -> bytes:
    """The file with formulas alone, so that nothing can be shown that was not computed."""
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


@pytest.fixture(scope="module", params=[3, pytest.param(10, marks=pytest.mark.soak)])
def files(request):
    """By case: the plan, its answer, whose salary is raised, and the workbook as it was made."""
    told = {}
    for case, (bundle, host) in cases(request.param).items():
        plan = terms(bundle, load(), host=host).plan
        found = solved(plan)
        role = max(found.fte, key=lambda id: found.fte[id])
        told[case] = (plan, found, role, made(bundle, host=host))
    return told


@pytest.fixture(scope="module")
def books(tmp_path_factory, files):
    """By case: the plan, its answer, whose salary is raised, the recalculated workbook, and the
    same after the raise.
    """
    folder = tmp_path_factory.mktemp("books")
    paths = []
    for case, (_, _, role, content) in files.items():
        kinds = {"as_made": without_values(opened(content)), "raised": raised(content, role)}
        for kind, written in kinds.items():
            paths.append(folder / f"{case}_{kind}.xlsx")
            paths[-1].write_bytes(written)
    computed = {
        path.stem: opened(path.read_bytes(), values=True) for path in recalculated(paths, folder)
    }
    return {
        case: (*parts[:3], computed[f"{case}_as_made"], computed[f"{case}_raised"])
        for case, parts in files.items()
    }


def test_a_preview_shows_what_a_spreadsheet_program_computes(files, books):
    differ = []
    for case, (*_, content) in files.items():
        formulas, shown = opened(content), opened(content, values=True)
        for sheet in formulas:
            for row in sheet.iter_rows():
                for one in row:
                    if one.data_type != "f":
                        continue
                    ours = shown[sheet.title][one.coordinate].value
                    theirs = books[case][3][sheet.title][one.coordinate].value
                    same = (
                        theirs == pytest.approx(ours, rel=1e-9, abs=1e-6)
                        if isinstance(ours, (int, float))
                        else (theirs or "") == (ours or "")
                    )
                    if not same:
                        differ.append((case, sheet.title, one.coordinate, ours, theirs))

    assert differ == []


def test_there_are_hosts_fees_gifts_and_grants_among_the_cases(books):
    plans = [plan for plan, *_ in books.values()]

    assert {plan.overhead.kind for plan in plans} == {"none", "indirect", "fee"}
    assert {gift.offsets.partition(":")[0] for plan in plans for gift in plan.in_kind} == {
        "office",
        "role",
        "line",
    }
    assert any(plan.funding.grants for plan in plans)
    assert len(books) >= 10


def test_no_cell_of_any_workbook_is_an_error(books):
    wrong = [
        (case, sheet.title, one.coordinate, one.value)
        for case, (*_, book, changed) in books.items()
        for each in (book, changed)
        for sheet in each
        for row in sheet.iter_rows()
        for one in row
        if one.data_type == "e"
    ]

    assert wrong == []


def test_totals_equal_the_engine_to_the_cent(books):
    for case, (_, found, _, book, _) in books.items():
        told = {
            key: cents(float(cell(book, key).value))
            for key in ("direct_cost", "cost", "free_needed", "free_money")
        }
        ours = (found.direct_cost_usd, found.cost_usd, found.unrestricted_usd, found.free_usd)

        assert list(told.values()) == [cents(usd) for usd in ours], case


def test_the_lines_of_a_funders_form_add_to_the_same_before_and_after_a_raise(books):
    for case, (*_, book, raised) in books.items():
        for each in (book, raised):
            usd = {
                key: float(cell(each, key).value)
                for key in ("form_direct", "form_total", "direct_cost", "cost", "reserve")
            }

            assert cents(usd["form_direct"]) == cents(usd["direct_cost"]), case
            assert cents(usd["form_total"]) == cents(usd["cost"] + usd["reserve"]), case


def test_every_function_costs_and_covers_what_the_engine_says(books):
    for case, (_, found, _, book, _) in books.items():
        for function in FUNCTIONS:
            cost = cents(float(cell(book, name("function_cost", function)).value))
            share = (found.coverage or {}).get(str(function))
            covered = cell(book, name("coverage", function)).value

            assert cost == cents(found.function_cost_usd.get(str(function), 0.0)), (case, function)
            assert (
                covered in (None, "")
                if share is None
                else covered == pytest.approx(share, abs=1e-6)
            ), (case, function)


def test_the_plan_score_is_the_engines(books):
    for case, (_, found, _, book, _) in books.items():
        assert cell(book, "plan_score").value == pytest.approx(found.plan_score, abs=1e-5), case


def test_grants_and_gifts_are_used_as_the_engine_says(books):
    for case, (_, found, _, book, _) in books.items():
        assert cents(float(cell(book, "grants_used_all").value)) == cents(
            round(sum(found.grants_used.values()), 2)
        ), case
        assert cents(-float(cell(book, "in_kind_all").value)) == cents(
            round(sum(found.in_kind_used.values()), 2)
        ), case


def test_after_a_raise_every_total_is_what_the_contract_says_for_the_same_team(books):
    for case, (plan, found, role, _, book) in books.items():
        roles = tuple(
            one.model_copy(update={"salary_usd": one.salary_usd + RAISE}) if one.id == role else one
            for one in plan.roles
        )
        by_hand = money(plan.model_copy(update={"roles": roles}), found)

        told = [
            cents(float(cell(book, key).value))
            for key in ("direct_cost", "cost", "free_needed", "free_money")
        ]

        assert told == [
            cents(usd) for usd in (by_hand.direct, by_hand.cost, by_hand.needed, by_hand.there)
        ], case
        for function, usd in by_hand.by_function.items():
            assert cents(float(cell(book, name("function_cost", function)).value)) == cents(usd), (
                case,
                function,
            )


def test_the_raise_raises_the_cost(books):
    for case, (*_, before, after) in books.items():
        assert cell(after, "staff_cost").value > cell(before, "staff_cost").value, case


def test_the_hand_sum_agrees_with_the_engine_where_nothing_was_changed(books):
    for case, (plan, found, *_) in books.items():
        by_hand = money(plan, found)

        assert [cents(by_hand.direct), cents(by_hand.cost), cents(by_hand.needed)] == [
            cents(found.direct_cost_usd),
            cents(found.cost_usd),
            cents(found.unrestricted_usd),
        ], case


def test_each_post_costs_its_share_of_the_salary_with_benefits(books):
    plan, found, _, book, _ = books["ours"]
    rows = {
        row[0].value: row[2].value for row in book["Budget"].iter_rows(min_row=5) if row[0].value
    }
    label = {role.id: load().labels.roles[role.id] for role in plan.roles}

    for role, usd in money(plan, found).by_role.items():
        assert cents(float(rows[label[role]])) == cents(usd)


def test_points_and_years_are_those_of_the_pages(books):
    book = books["ours"][3]
    points = next(
        row
        for row in book["Criteria and points"].iter_rows(values_only=True)
        if row[0] == "Sum of weights, and points"
    )
    rows = list(book["Years"].iter_rows(min_row=5, max_row=9, values_only=True))
    outlook = outlook_view(example(), load()).outlook

    assert list(points[4:10]) == pytest.approx(
        [float(one.points) for one in compare_view(example()).rows], abs=1e-9
    )
    assert [cents(float(row[5])) for row in rows] == [
        cents(year.cost_usd) for year in outlook.years
    ]
    assert [cents(float(row[8])) for row in rows] == [
        cents(year.balance_usd) for year in outlook.years
    ]
    assert [cents(float(row[9])) for row in rows] == [cents(year.gap_usd) for year in outlook.years]


def test_a_drawn_plan_says_whether_the_money_reaches(books):
    for case, (_, found, _, book, _) in books.items():
        assert found.unrestricted_usd <= found.free_usd + 0.01, case
        assert cell(book, "left_over").value >= -0.005 - 1e-6, case
