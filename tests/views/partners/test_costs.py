"""What helping one person costs with the work divided, beside what it would cost alone; every sum is
done by hand.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from cidesign.memo.blocks import sentences_of
from cidesign.memo.snapshot import snapshot
from cidesign.memo.work import on_work
from cidesign.record import changed, read_files
from cidesign.views.partners.costs import claim, cost_of_help, in_short, lines, rows

HEAD = "id,name,people_a_year,each_usd,alone_usd\n"
PLAN = {
    "need": {"vision": 1},
    "floor": 0,
    "roles": [
        {"id": "director", "salary_usd": 1, "min_fte": 1, "max_fte": 1, "does": {"vision": 1}}
    ],
    "funding": {"budget_usd": 100_000},
}


def ours(*rows, plan=PLAN):
    files = {"workshop.yaml": b"name: Ours\n", "partners.csv": (HEAD + "\n".join(rows)).encode()}
    record = read_files(files)
    return changed(record, "plan.yaml", {(): plan}) if plan else record


def told(*rows, plan=PLAN):
    record = ours(*rows, plan=plan)
    return [one.plain for one in lines(cost_of_help(record.partners), record.plan)]


def test_what_specialists_save_stands_beside_the_budget_of_the_backbone():
    # 100 × 200 and 300 × 400 dollars are 140,000 for 400 people, 350 each; alone 100 × 300 and
    # 300 × 450 are 165,000, 412.50 each, half up; 25,000 less is a quarter of the budget of 100,000.
    assert told("oak,Oak House,100,200,300", "elm,Elm Center,300,400,450") == [
        "Helping one person costs $350 on average; were each partner alone, it would cost $413. "
        "These are partners' own figures, for 400 people a year.",
        "That is $25,000 less a year: 25% of the $100,000 that the backbone may cost, which is "
        "what brings specialists together.",
    ]


def test_without_a_plan_what_is_saved_is_told_alone():
    assert told("oak,Oak House,100,200,300", plan=None)[1] == "That is $10,000 less a year."


def test_help_that_costs_more_than_alone_is_named_and_asked_about():
    said = told("oak,Oak House,100,200,300", "elm,Elm Center,300,500,450")

    # 10,000 less and 15,000 more
    assert said[1] == "That is $5,000 more a year. Ask what people get for it."
    assert said[2] == (
        "It costs more than alone at: Elm Center. Ask why before it is told to funders."
    )


def test_a_partner_that_lacks_a_figure_is_named_and_not_counted():
    said = told("oak,Oak House,100,200,300", "elm,Elm Center,300,400,")

    assert said[0].endswith("for 100 people a year.")
    assert said[-1] == "Not counted, because a figure is missing: Elm Center."


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("oak,Oak House,100,200,300", "Dividing the work makes help cheaper"),
        ("oak,Oak House,100,300,200", "Dividing the work makes help dearer"),
        ("oak,Oak House,100,200,200", "Dividing the work costs the same"),
        ("oak,Oak House,,200,300", "Nobody knows yet what helping one person costs"),
        ("oak,Oak House,0,200,300", "Nobody knows yet what helping one person costs"),
    ],
)
def test_the_heading_says_what_the_figures_show(row, says):
    assert claim(cost_of_help(ours(row).partners)) == says


def test_those_whose_work_saves_most_stand_first():
    found = cost_of_help(ours("oak,Oak,10,1,2", "elm,Elm,10,1,3").partners)

    assert [row["Partner"] for row in rows(found)] == ["Elm", "Oak"]


def test_a_list_that_says_nothing_of_it_has_nothing_of_it():
    record = ours("oak,Oak House,,,")

    assert cost_of_help(record.partners) is None
    assert in_short(record.partners[0]) == ""
    sections = on_work(snapshot(record, load()))
    assert not any("costs" in one.plain for one in sentences_of(sections))


def test_the_memo_tells_it_with_the_partners():
    record = ours("oak,Oak House,100,200,300")

    said = " ".join(one.plain for one in sentences_of(on_work(snapshot(record, load()))))

    assert "Helping one person costs $200 on average" in said
    assert "10% of the $100,000" in said


def test_a_cell_that_is_no_number_is_refused_by_row_and_column():
    with pytest.raises(BadInput) as refused:
        ours("oak,Oak House,many,200,300")

    assert "partners.csv: row 2, people_a_year" in refused.value.problems[0].line()
