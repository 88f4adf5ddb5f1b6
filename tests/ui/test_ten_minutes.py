"""A new alliance starts from nothing, answers eight questions in a browser and holds a memo in
which every figure can be found again.
"""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page

from tests.report.printed import printed_with
from tests.report.test_memo import figures_that_differ, numbers_that_are_no_figures
from tests.ui.driving import DOORS, answer, press_until_shown, settled

pytestmark = pytest.mark.browser


def fill_in(page: Page) -> None:
    """The eight answers, as somebody would give them who knows them all."""
    page.get_by_label("What is the alliance called").fill("Mill Creek Works")
    page.get_by_label("What do you want to change").fill(
        "Every young person in Mill Creek has work or school by 2032."
    )
    choose_by_name(page, "Where will you work", "Ohio")
    page.locator("label:has(input)", has_text="Initiate action").click()
    page.get_by_label("How many organizations take part").fill("18")
    page.get_by_label("How much money a year is in sight").fill("500000")
    page.locator("label:has(input)", has_text="Two or more could do it").click()
    choose_by_name(page, "In which month would you start", "January")


def choose_by_name(page: Page, question: str, name: str) -> None:
    """A long list is found by typing."""
    page.get_by_label(question).click()
    page.get_by_label(question).press_sequentially(name)
    page.get_by_role("option").first.click()


def make(page: Page, label: str) -> Download:
    """Press a document's button, wait until it is made, and take it."""
    row = page.locator("[class*=st-key-row_handout]").filter(has_text=label)
    press_until_shown(
        row.get_by_role("button", name="Make it"), row.get_by_role("button", name="Download")
    )
    settled(page)
    with page.expect_download() as taken:
        row.get_by_role("button", name="Download").click()
    return taken.value


def test_a_new_alliance_gets_from_eight_answers_to_a_memo_whose_every_figure_is_in_its_record(
    page, tmp_path
):
    page.goto(DOORS)
    settled(page)
    page.get_by_role("button", name="Ten minutes to a first plan").click()
    settled(page)
    fill_in(page)
    page.get_by_role("button", name="Make the first plan").click()
    page.wait_for_url(lambda url: "w=" in url and not url.endswith(DOORS))
    settled(page)
    assert answer(page).startswith("A first plan: ")
    assert answer(page).endswith("Nothing is decided yet.")

    page.locator("[data-testid=stSidebar] a", has_text="Memo").click()
    page.get_by_role("heading", name="What do we hand to the board").wait_for()
    settled(page)
    memo, annex = make(page, "The memo"), make(page, "Its annex")
    bundle = make(page, "The full bundle")
    folder, scratch = tmp_path / "bundle", tmp_path / "scratch"
    scratch.mkdir()
    with zipfile.ZipFile(bundle.path()) as packed:
        packed.extractall(folder)
    seen = printed_with(Path(memo.path()).read_bytes(), Path(annex.path()).read_bytes())

    assert "Mill Creek Works" in seen.text
    assert len(seen.rows) > 50
    assert numbers_that_are_no_figures(seen, folder) == []
    assert figures_that_differ(seen, folder, scratch) == []
    assert [row for row in seen.rows if not row.source] == []
