"""The app in a real browser: two clicks to an answer, nothing lost, nothing asked outside, readable
on a phone and in the dark.
"""

import io
import zipfile

import pytest
from playwright.sync_api import expect

from tests.ui.driving import (
    DOORS,
    answer,
    choose,
    chosen,
    open_example,
    settled,
    shows_no_more,
)

pytestmark = pytest.mark.browser


def bad_zip() -> bytes:
    """A zip whose one file names a key that nobody knows."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        made.writestr("workshop.yaml", "name: Ours\nnamme: twice\n")
    return content.getvalue()


@pytest.fixture(scope="module")
def example(windows) -> str:
    """The address of one copy of the example, for tests that only look."""
    with windows() as page:
        return open_example(page)


@pytest.mark.parametrize("name", ["Philadelphia STEM alliance", "RTD Southeast Rail"])
def test_an_example_is_open_after_one_click(page, name):
    open_example(page, name)

    assert answer(page) != ""


def test_the_sidebar_leads_to_each_page_and_keeps_the_workshop(page, example):
    page.goto(f"/?{example}")
    settled(page)
    asked = page.locator("h1").inner_text()

    for label in ("Initiative", "Candidates", "Compare", "Scenarios", "Sources"):
        page.locator("[data-testid=stSidebar]").get_by_role("link", name=label).click()
        shows_no_more(page, asked)
        asked = page.locator("h1").inner_text()

        assert page.url.endswith(example)
        assert asked != "No workshop is open"


def test_a_change_survives_a_reload(page):
    address = open_example(page)
    page.goto(f"/structure?{address}")
    settled(page)
    choose(page, "neutrality", 1)

    page.reload()
    settled(page)

    assert chosen(page, "neutrality") == "1"


def test_a_change_survives_a_closed_tab(page):
    address = open_example(page)
    page.goto(f"/structure?{address}")
    settled(page)
    choose(page, "funding", 0)
    context = page.context

    page.goto("about:blank")
    other = context.new_page()
    other.goto(f"/structure?{address}")
    settled(other)

    assert chosen(other, "funding") == "0"


def test_several_quick_changes_are_kept_as_the_page_shows_them(page):
    address = open_example(page)
    page.goto(f"/structure?{address}")
    settled(page)
    wanted = {"neutrality": 0, "funding": 4, "mobilizing": 1, "issue_place": 0}

    for question, level in wanted.items():
        page.locator(f".st-key-structure-{question} [role=radio]").nth(level).click()
    settled(page)
    shown = {question: chosen(page, question) for question in wanted}
    page.reload()
    settled(page)

    assert (
        {question: chosen(page, question) for question in wanted}
        == shown
        == {question: str(level) for question, level in wanted.items()}
    )


def test_a_change_of_the_answers_changes_the_answer(page):
    address = open_example(page)
    page.goto(f"/structure?{address}")
    settled(page)
    card = page.locator(".st-key-answer_page")
    before = card.inner_text()

    choose(page, "neutrality", 0)
    expect(card).not_to_have_text(before, use_inner_text=True)


def test_a_bad_zip_is_told_calmly_and_nothing_is_opened(page):
    page.goto(DOORS)
    settled(page)

    page.locator("input[type=file]").set_input_files(
        {"name": "ours.zip", "mimeType": "application/zip", "buffer": bad_zip()}
    )

    card = page.locator("[data-testid=stAlert]")
    expect(card).to_contain_text("namme")
    expect(card).to_contain_text("Nothing was opened")
    expect(page.locator(".st-key-door_start")).to_be_visible()


def test_a_downloaded_bundle_opens_again(page):
    open_example(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the bundle").click()
    saved = waiting.value.path()
    close = page.get_by_role("button", name="Close this workshop")
    close.click()
    expect(close).to_have_count(0)
    settled(page)

    page.locator("input[type=file]").set_input_files(
        {
            "name": waiting.value.suggested_filename,
            "mimeType": "application/zip",
            "buffer": saved.read_bytes(),
        }
    )

    expect(page.locator(".st-key-watermark")).to_be_visible()
    assert waiting.value.suggested_filename == "philadelphia-stem-alliance.zip"


def test_a_double_click_records_a_decision_once(page):
    address = open_example(page)
    page.goto(f"/compare?{address}")
    settled(page)
    page.locator(".st-key-compare-decision-chosen [role=radiogroup] label").first.click()
    page.get_by_label("Because").fill("They are trusted by all.")

    page.get_by_role("button", name="Record the decision").dblclick()

    expect(page.locator(".st-key-decision_compare")).to_contain_text("Decided")
    assert _records(page, address) == 1


def test_two_impatient_clicks_record_a_decision_once(page):
    address = open_example(page)
    page.goto(f"/compare?{address}")
    settled(page)
    page.locator(".st-key-compare-decision-chosen [role=radiogroup] label").first.click()
    page.get_by_label("Because").fill("They are trusted by all.")
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Record the decision")

    button.evaluate("one => { one.click(); setTimeout(() => one.isConnected && one.click(), 60) }")

    expect(page.locator(".st-key-decision_compare")).to_contain_text("Decided")
    assert _records(page, address) == 1


def _records(page, address) -> int:
    """How often the compare decision stands in the bundle people take away."""
    page.goto(f"/?{address}")
    settled(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the bundle").click()
    with zipfile.ZipFile(waiting.value.path()) as bundle:
        name = next(name for name in bundle.namelist() if name.endswith("decisions.yaml"))
        return bundle.read(name).decode().count("page: compare")


def test_what_people_write_is_shown_and_not_obeyed(page):
    address = open_example(page)
    page.goto(f"/compare?{address}")
    settled(page)
    page.locator(".st-key-compare-decision-chosen [role=radiogroup] label").first.click()
    page.get_by_label("Because").fill(
        "<img src=x onerror=alert(1)> **bold** [a](https://example.org)"
    )

    page.get_by_role("button", name="Record the decision").click()

    expect(page.locator(".st-key-decision_compare")).to_contain_text("Decided")
    expect(
        page.get_by_text("<img src=x onerror=alert(1)> **bold** [a](https://example.org)")
    ).to_be_visible()
    assert page.locator("img[src=x]").count() == 0


def test_an_example_says_so_in_print_too(page, example):
    page.goto(f"/structure?{example}")
    settled(page)

    page.emulate_media(media="print")

    expect(page.locator(".st-key-watermark")).to_be_visible()
    mark = page.locator(".st-key-watermark").evaluate(
        "one => getComputedStyle(one, '::after').content"
    )
    assert mark == '"EXAMPLE"'


def test_in_the_dark_page_and_charts_are_dark(browser, app_url, example):
    with browser.new_context(base_url=app_url, color_scheme="dark") as context:
        night = context.new_page()
        night.goto(f"/compare?{example}")
        settled(night)

        ground = night.locator("[data-testid=stApp]").evaluate(
            "one => getComputedStyle(one).backgroundColor"
        )
        card = night.locator(".st-key-answer_page").evaluate(
            "one => getComputedStyle(one).backgroundColor"
        )
        fills = night.locator(".st-key-compare-points .bars path").evaluate_all(
            "all => [...new Set(all.map(one => one.style.fill))]"
        )

    assert (ground, card) == ("rgb(18, 23, 28)", "rgb(23, 37, 44)")
    assert "rgb(124, 196, 212)" in fills
