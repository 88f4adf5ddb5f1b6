"""The picture of who does what with whom: a row for each partner, a column for each group."""

import pytest

from cidesign.charts import work_matrix
from cidesign.domain.work import Group, Part, Partner

PARTNERS = tuple(Partner(id=f"p{n}", name=f"Partner {n}") for n in range(30))
GROUPS = tuple(Group(id=f"g{n}", name=f"Group {n}") for n in range(8))
PARTS = {("p0", "g0"): Part.LEADS, ("p1", "g0"): Part.SUPPORTS, ("p1", "g7"): Part.LEADS}


def texts(figure):
    return list(figure.data[-1].text)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_each_part_is_written_in_its_cell(mode):
    figure = work_matrix.draw(PARTNERS[:2], GROUPS[:2], PARTS, mode=mode)

    assert sorted(one for one in texts(figure) if one in ("leads", "helps")) == ["helps", "leads"]
    assert [list(row) for row in figure.data[0].z] == [[1, 0], [2, 0]]


def test_at_most_twenty_four_partners_and_six_groups_are_drawn_and_the_table_has_all():
    figure = work_matrix.draw(PARTNERS, GROUPS, PARTS, mode="light")

    assert (len(figure.data[0].z), len(figure.data[0].z[0])) == (24, 6)
    rows = work_matrix.table(PARTNERS, GROUPS, PARTS)
    assert rows[0] == {"Group": "Group 0", "Leads": "Partner 0", "Helps": "Partner 1"}
    assert rows[7] == {"Group": "Group 7", "Leads": "Partner 1", "Helps": "nobody"}


def test_the_sentence_for_who_cannot_see_it_names_who_leads_first():
    assert work_matrix.alt(PARTNERS, GROUPS[:1], PARTS) == (
        "Who leads and who helps, by group. Group 0: Partner 0 leads, Partner 1."
    )


def test_nothing_to_draw_is_an_empty_chart():
    assert work_matrix.draw((), (), {}, mode="light").layout.height > 0


def test_the_wall_shows_every_partner_at_work_and_every_group_by_turns():
    parts = {(one.id, "g0"): Part.SUPPORTS for one in PARTNERS} | {("p4", "g7"): Part.LEADS}

    charts = work_matrix.on_the_wall(PARTNERS, GROUPS, parts, mode="light")

    drawn = [draw() for _, draw, _ in charts.values()]
    said = {text for figure in drawn for text in texts(figure)}
    assert {one.name for one in (*PARTNERS, *GROUPS)} <= said
    assert [label for label, _, _ in charts.values()][-1] == "Group 6 to Group 7: Partners 1 to 1"
    assert all(figure.layout.height <= 600 for figure in drawn)
