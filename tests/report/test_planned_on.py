"""The memo prints which future the committee plans on, with figures one can find again in the
decision that keeps them.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.outlook import hiring_plan
from cidesign.record import changed, read_files, with_decision, write_bundle
from cidesign.views.outlook import words
from cidesign.views.outlook.carried import carried_of
from cidesign.views.outlook.view import outlook_view
from tests.report.test_memo import ASKING, faults, made

CATALOG = load()
FILES = {name: text.encode() for name, text in ASKING.items() if not name.startswith("scenarios/")}


def decided(chosen: str):
    """The workshop with a decision about the years, taken on what the page shows."""
    bundle = read_files(FILES)
    view = outlook_view(bundle, CATALOG)
    found = hiring_plan(view.plan, bundle.outlook, CATALOG.need_table())
    carried = carried_of(found, view.plan, bundle.outlook)
    figures = words.figures(view, carried)
    what = words.choices(view, carried)[chosen]
    return with_decision(
        bundle,
        Decision(page="outlook", what=what, because="So", figures={**figures, "chosen": chosen}),
    )


@pytest.mark.slow
def test_a_memo_prints_the_posts_that_promised_money_carries_where_that_is_planned_on(tmp_path):
    # One post that does one thing, $100,000 a year. Church pays 100,000 in 2027 and 2028, City
    # 50,000 in all three years: 350,000 pay 3.5 years of a post, at least 1 in each of them. The
    # plan's 1.5 cost 150,000 a year; in 2029 City's 50,000 pay four months of 12,500.
    folder = tmp_path / "ours"
    write_bundle(decided("carry"), folder)

    seen = made(folder)

    assert (
        "Promised money carries 1 to 1.25 FTE through 2029; our team of 1.5 FTE runs out of money in "
        "May 2029, and $100,000 more by January 2029 keeps it."
    ) in seen.text
    assert "We plan on the posts that promised money carries, and on no more." in seen.text
    assert "Raise $100,000 of free money" not in seen.text, "nobody plans on it"
    assert "Director 1.25" in seen.text or "director 1.25" in seen.text
    # 100,000 in January pay eight months of 12,500, beside City's four
    assert "free cash is lowest at the end of December 2027: $0." in seen.text
    (tmp_path / "scratch").mkdir()
    assert faults(folder, tmp_path / "scratch") == []


@pytest.mark.slow
def test_a_memo_leaves_out_what_was_decided_on_other_figures(tmp_path):
    folder = tmp_path / "ours"
    write_bundle(changed(decided("carry"), "outlook.yaml", {("years",): 2}), folder)

    seen = made(folder)

    said = seen.text.count("Promised money carries")
    assert said == 1, "only in the record of what was decided on the figures then"
    assert "the figures of that decision are left out" in seen.text
    (tmp_path / "scratch").mkdir()
    assert faults(folder, tmp_path / "scratch") == []


@pytest.mark.slow
def test_a_memo_of_a_team_that_is_kept_tells_its_years(tmp_path):
    folder = tmp_path / "ours"
    write_bundle(decided("keep"), folder)

    seen = made(folder)

    assert "We plan on keeping the team of the first year." in seen.text
    assert "Promised money carries 1 to 1.25 FTE through 2029;" in seen.text
    assert "Lacking more" in seen.text
    assert "Raise $100,000 of free money" in seen.text
