"""A member scores a candidate on a phone, from the first card to the list of all; a reload loses
nothing, and the bundle holds it all.
"""

import zipfile

import pytest
from playwright.sync_api import Page, expect

from cidesign.record import changed, example_bundle, read_bundle, read_files, zipped
from cidesign.ui.kit.words import WORD_JOINER
from tests.ui.driving import DOORS, settled, shows
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
    page.get_by_role("button", name=name).click()
    settled(page)


def open_sheet(page: Page) -> None:
    """Say who scores here, and open the sheet of the candidate with the long name."""
    i_am(page, "Chi Tran")
    row = page.locator("[class*=st-key-row_sheet]").filter(has_text=LONG)
    assert NAME in row.inner_text().replace(WORD_JOINER, "")
    row.get_by_role("button").click()


def give(page: Page, place: int, level: int) -> None:
    """Tap a card, once the criterion of this place is on screen."""
    shows(page, f"{place}. ")
    page.locator("[class*=st-key-levels] button").nth(level - 1).click()


def test_a_candidate_scored_on_a_phone_stands_whole_in_the_bundle(windows, tmp_path):
    with windows(viewport=PHONE, has_touch=True) as page:
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
        give(page, 1, LEVELS[0])
        shows(page, "2. ")
        page.get_by_role("button", name="Back", exact=True).click()
        shows(page, "1. ")
        marked = page.locator("[class*=st-key-levels] button").nth(LEVELS[0] - 1)
        expect(marked.get_by_label("check icon")).to_be_visible()
        page.get_by_role("button", name="Save, next").click()
        for place, level in enumerate(LEVELS[1:4], start=2):
            give(page, place, level)
        shows(page, "5. ")
        page.reload()
        settled(page)
        open_sheet(page)
        for place, level in enumerate(LEVELS[4:], start=5):
            give(page, place, level)
        page.get_by_label("One strength").fill(NAME)
        page.get_by_label("One concern").fill("Two people run it.")
        page.get_by_role("button", name="Save, next").click()
        shows(page, "1. ")
        page.get_by_role("button", name="Back", exact=True).click()
        page.locator("[class*=st-key-row_sheet]").filter(has_text=LONG).get_by_role(
            "button"
        ).click()
        expect(page.locator(".st-key-score_bar")).to_contain_text("Complete")
        settled(page)
        listed = page.locator("[class*=st-key-row_cell]").all_inner_texts()
        page.get_by_role("button", name="Next candidate").click()
        shows(page, "1. ")
        faults = watch.faults()
        page.goto(f"/candidates?{workshop}")
        settled(page)
        page.get_by_text("Who is left to score?").click()
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


OLD_PHONE = {"width": 390, "height": 620}
# A page that begins at its top is short for a moment, and then cannot be scrolled.
AT_THE_END = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  main.scrollTo(0, main.scrollHeight);
  return main.scrollTop;
}"""
WAITS = "one => [getComputedStyle(one).animationName, getComputedStyle(one).animationDuration]"


def brought(page: Page) -> None:
    """Open the round, and the first sheet of it."""
    page.goto(DOORS)
    settled(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "ours.zip", "mimeType": "application/zip", "buffer": round_one()}
    )
    page.wait_for_url(lambda url: "w=" in url and not url.endswith(DOORS))
    page.goto(f"/score?{page.url.split('?')[1]}")
    settled(page)
    open_sheet(page)
    shows(page, "1. ")


def to_the_end(page: Page) -> None:
    """Scroll a page that is longer than its screen to its end."""
    page.wait_for_function(AT_THE_END)


def test_on_an_old_phone_whom_and_what_a_screen_is_about_stay_in_sight(windows):
    with windows(viewport=PHONE, has_touch=True) as page:
        page.set_viewport_size(OLD_PHONE)
        brought(page)

        to_the_end(page)

        last = page.locator("[class*=st-key-levels] button").last
        expect(page.locator(".st-key-score_ask h1")).to_be_in_viewport(ratio=1)
        expect(page.locator(".st-key-score_ask p").first).to_be_in_viewport(ratio=1)
        last.click(trial=True)  # nothing lies above it
        page.get_by_role("button", name="Save, next").click(trial=True)


def test_new_cards_wait_a_moment_before_they_take_a_tap(windows):
    with windows(viewport=PHONE, has_touch=True) as page:
        brought(page)

        first = page.locator("[class*=st-key-levels] button").first.evaluate(WAITS)
        give(page, 1, 3)
        shows(page, "2. ")
        second = page.locator("[class*=st-key-levels] button").first.evaluate(WAITS)

        # One name after the other: a browser begins to wait again only for another one.
        assert first[0] != second[0]
        assert (first[1], second[1]) == ("0.4s", "0.4s")


def test_the_keys_of_the_numbers_choose_and_never_while_somebody_writes(page):
    brought(page)
    card = page.locator("[class*=st-key-levels_a] button").first

    page.get_by_label("Why?").fill("")
    page.get_by_label("Why?").press_sequentially("2 of 5 would come")
    shows(page, "1. ")
    page.locator("[data-testid=stMain] h1").click()
    settled(page)
    card.click(trial=True)
    page.keyboard.press("4")

    shows(page, "2. ")
    expect(page.locator(".st-key-score_told")).to_contain_text("4, saved")
    page.get_by_role("button", name="Back", exact=True).click()
    shows(page, "1. ")
    expect(page.get_by_label("Why?")).to_have_value("2 of 5 would come")


def top(page: Page) -> int:
    return int(page.locator("[data-testid=stMain]").evaluate("one => one.scrollTop"))


def test_a_phone_that_is_handed_on_shows_the_top_of_what_comes(windows):
    with windows(viewport=PHONE, has_touch=True) as page:
        brought(page)
        page.get_by_role("button", name="All 9 on one screen").click()
        settled(page)
        page.get_by_label("One strength").fill("Known to all.")
        page.get_by_label("One concern").fill("Two people run it.")
        page.get_by_label("Type all 9").fill("1 2 3 4 5 4 3 2 1")
        to_the_end(page)
        at_the_end = top(page)

        page.get_by_role("button", name="Save, next").click()
        expect(page.locator(".st-key-score_told")).to_contain_text("saved")
        settled(page)

        expect(page.get_by_label("Type all 9")).to_be_in_viewport()
        to_the_end(page)
        page.get_by_role("button", name="Back", exact=True).click()
        page.get_by_role("button", name="Somebody else scores").wait_for()
        settled(page)
        assert (at_the_end > 0, top(page)) == (True, 0)
