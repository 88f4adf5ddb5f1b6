"""A member scores a candidate on a phone, from the first card to the list of all; a reload loses
nothing, and the bundle holds it all.
"""

import zipfile

import pytest
from playwright.sync_api import Page, expect

from cidesign.record import changed, example_bundle, read_bundle, read_files, zipped
from cidesign.ui.kit.words import WORD_JOINER
from tests.conftest import PATIENCE_MS
from tests.ui.driving import DOORS, settled
from tools.browser import Watch

pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenfabrikbesitzerverein"
NAME = f":red[Light] <b>of</b> $x$ [here](javascript:alert(1)) {LONG}"
LEVELS = (4, 2, 5, 1, 3, 3, 4, 2, 5)
PHONE = {"width": 390, "height": 844}


def round_one() -> bytes:
    """The example with a round open, nobody's scores, and a candidate whose name wants to be
    obeyed; Chi has declared.
    """
    example = example_bundle("philadelphia_stem")
    named = (
        example.files["candidates.csv"].decode().replace("Harborlight Community Foundation", NAME)
    )
    declared = "rater,candidate\n" + "".join(f"chi,{one.id}\n" for one in example.candidates)
    files = {
        path: content
        for path, content in example.files.items()
        if path not in ("scores.csv", "reasons.csv", "recusals.csv")
    }
    start = read_files(
        {**files, "candidates.csv": named.encode(), "declarations.csv": declared.encode()}
    )
    return zipped(changed(start, "workshop.yaml", {("stage",): "scoring"}))


def i_am(page: Page, name: str) -> None:
    page.get_by_label("I am").click()
    page.get_by_role("option", name=name).click()
    settled(page)


def open_sheet(page: Page) -> None:
    """Say who scores here, and open the sheet of the candidate with the long name."""
    i_am(page, "Chi Tran")
    row = page.locator("[class*=st-key-row_sheet]").filter(has_text=LONG)
    assert NAME in row.inner_text().replace(WORD_JOINER, "")
    row.get_by_role("button").click()


def give(page: Page, place: int, level: int) -> None:
    """Choose a card and save it, once the criterion of this place is on screen."""
    expect(page.locator("[data-testid=stMain] h1")).to_contain_text(f"{place}. ")
    page.locator("[class*=st-key-levels] label:has(input)").nth(level - 1).click()
    expect(page.locator(".st-key-score_bar")).to_contain_text("Not yet saved")
    page.get_by_role("button", name="Save, next").click()


def test_a_candidate_scored_on_a_phone_stands_whole_in_the_bundle(browser, app_url, tmp_path):
    with browser.new_context(base_url=app_url, viewport=PHONE, has_touch=True) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        watch = Watch(page)
        page.goto(DOORS)
        settled(page)
        page.locator("input[type=file]").set_input_files(
            {"name": "ours.zip", "mimeType": "application/zip", "buffer": round_one()}
        )
        page.wait_for_url(lambda url: "w=" in url and not url.endswith(DOORS))
        workshop = page.url.split("?")[1]
        page.goto(f"/score?{workshop}")
        settled(page)

        open_sheet(page)
        for place, level in enumerate(LEVELS[:4], start=1):
            give(page, place, level)
        expect(page.locator("[data-testid=stMain] h1")).to_contain_text("5. ")
        page.reload()
        settled(page)
        open_sheet(page)
        for place, level in enumerate(LEVELS[4:], start=5):
            give(page, place, level)
        page.get_by_label("One strength").fill(NAME)
        page.get_by_label("One concern").fill("Two people run it.")
        page.get_by_role("button", name="Save, next").click()
        expect(page.locator(".st-key-score_bar")).to_contain_text("Complete")
        settled(page)
        listed = page.locator("[class*=st-key-row_cell]").all_inner_texts()
        page.get_by_role("button", name="To all candidates").click()
        settled(page)
        page.locator("[class*=st-key-row_sheet]").filter(has_not_text=LONG).first.get_by_role(
            "button"
        ).click()
        expect(page.locator("[data-testid=stMain] h1")).to_contain_text("1. ")
        faults = watch.faults()
        page.goto(f"/candidates?{workshop}")
        settled(page)
        page.get_by_text("Who is left to score each candidate").click()
        expect(page.get_by_role("cell").filter(has_text=LONG)).to_be_visible()
        faults += watch.faults()
        page.goto(f"/?{workshop}")
        settled(page)
        with page.expect_download() as taken:
            page.get_by_role("button", name="Download the bundle").click()
        zipfile.ZipFile(taken.value.path()).extractall(tmp_path)

    kept = read_bundle(tmp_path)
    assert faults == []
    assert len(listed) == len(LEVELS) + 1
    assert [(one.criterion, one.score) for one in kept.scores] == list(
        zip([one.id for one in kept.rules.rated], LEVELS)
    )
    assert {(one.rater, one.candidate, one.round) for one in kept.scores} == {
        ("chi", "harborlight", 1)
    }
    assert [(one.rater, one.strength, one.concern) for one in kept.remarks] == [
        ("chi", NAME, "Two people run it.")
    ]
