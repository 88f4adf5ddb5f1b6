"""A member's own sheet in a real browser: each tap is kept, also over a lost signal, a closed tab
and a killed server; it works without a script, by keyboard alone, and on a browser of 2020.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cidesign.acts.close_round import CloseRound
from cidesign.acts.open_rules import OpenRules
from cidesign.domain.person import OPERATOR
from cidesign.record import read_files
from cidesign.workshop import Store, timing
from tests.serve.asking import files
from tests.serve.phones import Server
from tests.views.compare.panels import RULES
from tools.axe import SCRIPT, violations

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
OAK = "/sheet?of=oak"
CONSOLE_OF_NO_SIGNAL = "net::ERR"
SOMETHING_WAITS = "() => Object.keys(localStorage).some(name => name.includes('.q.'))"


def each_window(*widths: int):
    """Windows of these widths by day and by night; but for the narrowest by day and the widest by
    night in the soak.
    """
    looked_at_first = {(min(widths), "light"), (max(widths), "dark")}
    windows = [
        pytest.param(*window, marks=[] if window in looked_at_first else [pytest.mark.soak])
        for window in product(widths, ("light", "dark"))
    ]
    return pytest.mark.parametrize(("width", "scheme"), windows)


class Standing(Server):
    """A server that can be killed and started again on the same port and store."""

    def __init__(self, folder, copies, given: dict[str, bytes]) -> None:
        url = f"sqlite:///{folder / 'sheet.sqlite3'}"
        self.store = Store(url)
        self.id = self.store.create(read_files(given))
        super().__init__(copies(url, self.id))

    @property
    def at(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def kept(self) -> list[tuple[str, str, int]]:
        scores = self.store.read(self.id).bundle.scores
        return [
            (one.candidate, one.criterion, int(one.score)) for one in scores if one.rater == "ana"
        ]


@pytest.fixture
def server(tmp_path, sheet_copies) -> Iterator[Standing]:
    with Standing(tmp_path, sheet_copies, files()) as one:
        yield one


@contextmanager
def phone(browser: Browser, server: Standing, path: str = OAK, **more) -> Iterator[Page]:
    """Ana's phone with her sheet open; nothing may go wrong in a script of it."""
    wrong: list[str] = []
    with browser.new_context(base_url=server.at, viewport=PHONE, **more) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto("/enter?who=ana")
        page.goto(path)
        yield page
    assert wrong == []


def choose(page: Page, criterion: str, level: str) -> None:
    page.locator(f'input[name="level.{criterion}"][value="{level}"]').locator("..").click()


def state(page: Page, criterion: str):
    return page.locator(f'[data-state="{criterion}"]')


def test_a_tap_is_saved_at_once_and_a_reload_shows_it(browser, server):
    with phone(browser, server) as page:
        choose(page, "trust", "4")
        expect(state(page, "trust")).to_contain_text("Saved ")
        expect(page.locator("#state")).to_have_text("All saved")
        expect(page.locator("#progress")).to_have_text("1 of 2 saved, 1 left")
        page.reload()
        expect(page.locator('input[name="level.trust"][value="4"]')).to_be_checked()
        expect(state(page, "trust")).to_have_text("Saved: 4")

    assert server.kept == [("oak", "trust", 4)]


def test_two_quick_taps_end_with_the_later(browser, server):
    with phone(browser, server) as page:
        for level in ("1", "2", "3", "5"):
            choose(page, "trust", level)
        expect(page.locator("#state")).to_have_text("All saved")
        expect(page.locator("#unsaved")).to_be_hidden()

    assert server.kept[-1] == ("oak", "trust", 5)


def shown(page: Page, criterion: str, level: str) -> None:
    """Before it looks by itself, which it does every 20 seconds."""
    place = page.locator(f'input[name="level.{criterion}"][value="{level}"]')
    expect(place).to_be_checked(timeout=5_000)


def test_a_reload_that_was_on_its_way_when_a_tap_was_saved_shows_that_tap(browser, server):
    with phone(browser, server) as page:
        choose(page, "trust", "2")
        expect(page.locator("#state")).to_have_text("All saved")
        held = []
        page.route("**/sheet", lambda route: held.append(route))
        choose(page, "trust", "5")
        page.wait_for_function(SOMETHING_WAITS)

        def drawn_before(route):
            answer = route.fetch()
            held.pop().continue_()
            page.wait_for_timeout(300)  # so that the page still shown hears that it was kept
            route.fulfill(response=answer)

        page.route("**/sheet?of=oak", drawn_before, times=1)
        page.reload()
        shown(page, "trust", "5")

    assert server.kept[-1] == ("oak", "trust", 5)


def test_an_older_answer_that_comes_late_takes_back_nothing_that_is_shown(browser, server):
    with phone(browser, server) as page:
        choose(page, "trust", "2")
        expect(page.locator("#state")).to_have_text("All saved")
        held = []
        page.route("**/sheet?of=oak", lambda route: held.append((route, route.fetch())), times=1)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        while not held:
            page.wait_for_timeout(20)
        choose(page, "trust", "5")
        expect(page.locator("#state")).to_have_text("All saved")
        route, answer = held.pop()
        with page.expect_event("requestfinished"):
            route.fulfill(response=answer)
        page.wait_for_timeout(100)
        shown(page, "trust", "5")


def test_of_two_looks_the_later_counts_though_the_earlier_is_answered_last(browser, server):
    with phone(browser, server) as page, phone(browser, server) as other:
        choose(page, "trust", "2")
        expect(page.locator("#state")).to_have_text("All saved")
        held = []
        page.route("**/sheet?of=oak", lambda route: held.append((route, route.fetch())), times=1)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        while not held:
            page.wait_for_timeout(20)
        other.reload()
        choose(other, "trust", "5")
        expect(other.locator("#state")).to_have_text("All saved")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        shown(page, "trust", "5")
        route, answer = held.pop()
        with page.expect_event("requestfinished"):
            route.fulfill(response=answer)
        page.wait_for_timeout(100)
        shown(page, "trust", "5")


def test_who_goes_on_filling_in_without_a_signal_is_not_led_away_once_it_is_back(browser, server):
    with phone(browser, server) as page:
        page.context.set_offline(True)
        choose(page, "trust", "4")
        page.get_by_role("button", name="Save, next").click()
        choose(page, "reach", "3")
        page.context.set_offline(False)
        expect(page.locator("#state")).to_have_text("All saved")
        page.wait_for_timeout(200)

        assert page.url.endswith(OAK)
        page.get_by_role("button", name="Save, next").click()
        page.wait_for_url("**of=elm*")


def test_a_tap_on_what_is_shown_counts_though_another_device_saved_otherwise(browser, server):
    with phone(browser, server) as one, phone(browser, server) as other:
        choose(one, "trust", "2")
        expect(one.locator("#state")).to_have_text("All saved")
        other.reload()
        choose(other, "trust", "4")
        expect(other.locator("#state")).to_have_text("All saved")
        choose(one, "trust", "2")
        expect(one.locator("#unsaved")).to_contain_text("had saved 4 for Trust")

    assert [level for _, _, level in server.kept] == [2, 4, 2]


def test_a_double_tap_is_saved_once(browser, server):
    with phone(browser, server) as page:
        page.locator('input[name="level.trust"][value="4"]').locator("..").dblclick()
        expect(page.locator("#state")).to_have_text("All saved")

    assert server.kept == [("oak", "trust", 4)]


def test_a_lost_signal_is_told_and_what_was_chosen_goes_out_by_itself_later(browser, server):
    with phone(browser, server) as page:
        page.context.set_offline(True)
        choose(page, "trust", "4")
        choose(page, "reach", "2")
        page.get_by_label("One strength").fill("Trusted")
        page.get_by_label("One concern").fill("Small")
        expect(page.locator("#state")).to_have_text("3 not yet saved")
        expect(page.locator("#unsaved")).to_contain_text("No connection")
        told = page.locator("#state").inner_text()
        page.context.set_offline(False)
        expect(page.locator("#state")).to_have_text("All saved")
        expect(page.locator("#unsaved")).to_be_hidden()

    assert "not yet saved" in told
    assert server.kept == [("oak", "trust", 4), ("oak", "reach", 2)]
    assert len(server.store.read(server.id).bundle.remarks) == 1


def test_a_text_that_is_saved_as_one_types_is_saved_once(browser, server):
    with phone(browser, server) as page:
        choose(page, "trust", "4")
        page.get_by_text("Why?").first.click()
        for label, typed in (("Why?", "Letters"), ("One strength", "Known"), ("One concern", "S")):
            field = page.get_by_label(label).first
            field.press_sequentially(typed)
            page.wait_for_timeout(1_300)  # as long as it waits for more
            field.blur()
        expect(page.locator("#state")).to_have_text("All saved")
        page.get_by_label("One concern").press_sequentially("mall")
        page.get_by_label("One concern").blur()
        expect(page.locator("#state")).to_have_text("All saved")

    bundle = server.store.read(server.id).bundle
    assert [one.reason for one in bundle.scores] == ["", "Letters"]
    assert [(one.strength, one.concern) for one in bundle.remarks] == [
        ("Known", "S"),
        ("Known", "Small"),
    ]


UNSAID = "rater,candidate\nana,elm\n"
DECLARE = "Save what I declare"


def test_a_form_that_is_saved_says_so_once_at_the_top_of_the_page(browser, tmp_path, sheet_copies):
    with Standing(tmp_path, sheet_copies, files(declarations=UNSAID)) as server:
        small = {"viewport": {"width": 320, "height": 300}}
        with browser.new_context(base_url=server.at, **small) as context:
            page = context.new_page()
            page.goto("/enter?who=ana")
            page.goto("/sheet")
            page.get_by_label("What kind of tie").select_option("none")
            page.get_by_role("button", name=DECLARE).click()
            expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
            first = page.evaluate("[scrollY, location.pathname + location.search]")
            page.reload()
            expect(page.get_by_role("button", name=DECLARE)).to_have_count(0)
            again = page.get_by_text("Saved.", exact=True).count()

    assert first == [0, "/sheet"]
    assert again == 0


def test_a_second_press_of_a_form_asks_for_nothing_more(browser, tmp_path, sheet_copies):
    with Standing(tmp_path, sheet_copies, files(declarations=UNSAID)) as server:
        with phone(browser, server, "/sheet") as page:
            posted = []
            page.on("request", lambda one: posted.append(one) if one.method == "POST" else None)
            page.get_by_label("What kind of tie").select_option("none")
            page.get_by_role("button", name=DECLARE).dblclick()
            expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
            expect(page.locator("#unsaved")).to_be_hidden()

        assert len(posted) == 1


def test_an_open_page_is_told_that_the_rules_were_opened_anew(browser, tmp_path, sheet_copies):
    anew = {"reason": "One was missing", "first": "Ana Reyes", "second": "Ben Okafor"}
    act = OpenRules(**anew, at="2027-01-02", what="The rules are opened.", by="Ana Reyes")
    given = files(stage="sealed")
    with (
        Standing(tmp_path, sheet_copies, given) as server,
        phone(browser, server, "/sheet") as page,
    ):
        server.store.do(server.id, act, nonce="opened")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator("#unsaved")).to_contain_text("The selection has moved on.")
        page.get_by_role("button", name="Load the page again").click()
        expect(page.locator("#unsaved")).to_be_hidden()


def test_the_time_that_is_left_stays_in_sight_on_a_long_sheet(browser, server):
    timing.set_timer(server.store, server.id, OPERATOR, minutes=9)
    with phone(browser, server) as page:
        page.get_by_label("One concern").scroll_into_view_if_needed()
        scrolled = page.evaluate("scrollY")
        place = page.locator("#clock").bounding_box()
        said = page.locator("#clock").inner_text()

    assert scrolled > PHONE["height"] / 4
    assert place["y"] == 0
    assert re.fullmatch(r"Time left: (9:00|8:\d\d)", said)


def test_a_form_that_waits_is_named_by_what_it_saves(browser, server):
    with phone(browser, server, "/sheet") as page:
        page.goto("/enter?who=chi")
        page.goto("/sheet")
        page.context.set_offline(True)
        page.locator("select[name='tie.oak']").select_option("none")
        page.get_by_role("button", name="Save what I declare").click()
        page.wait_for_function("() => navigator.onLine === false")
        waits = page.evaluate("() => Object.values(localStorage).map(one => JSON.parse(one).label)")

    assert waits == ["What ties you to candidates"]


def test_a_server_whose_disk_is_full_is_told_in_its_words_and_the_tap_goes_out_later(
    browser, server
):
    said = "The store of this server: its disk is full. Please tell whoever runs the server."
    with phone(browser, server) as page:
        page.route("**/sheet", lambda asked: asked.fulfill(status=503, json={"trouble": said}))
        choose(page, "trust", "4")
        expect(page.locator("#unsaved")).to_contain_text(said)
        page.unroute("**/sheet")
        expect(page.locator("#state")).to_have_text("All saved")
        expect(page.locator("#unsaved")).to_be_hidden()

    assert server.kept == [("oak", "trust", 4)]


def test_a_tab_closed_without_a_signal_sends_when_the_sheet_is_opened_again(browser, server):
    with phone(browser, server) as page:
        context: BrowserContext = page.context
        context.set_offline(True)
        choose(page, "trust", "4")
        page.get_by_label("One strength").fill("Half a thou")
        expect(page.locator("#state")).to_have_text("2 not yet saved")
        page.close()
        context.set_offline(False)
        again = context.new_page()
        again.goto(OAK)
        expect(state(again, "trust")).to_contain_text("Saved ")
        expect(again.get_by_label("One strength")).to_have_value("Half a thou")
        expect(again.locator("#state")).to_have_text("Not yet saved")

    assert server.kept == [("oak", "trust", 4)]


def test_a_killed_server_loses_nothing_and_the_open_sheet_goes_on_after_it_stands_again(
    browser, server
):
    with phone(browser, server) as page:
        choose(page, "trust", "4")
        expect(state(page, "trust")).to_contain_text("Saved ")
        server.kill()
        choose(page, "trust", "2")
        choose(page, "reach", "5")
        expect(page.locator("#state")).to_have_text("2 not yet saved")
        server.start()
        expect(page.locator("#state")).to_have_text("All saved")

    assert server.kept == [("oak", "trust", 4), ("oak", "trust", 2), ("oak", "reach", 5)]


def test_a_round_that_closed_refuses_a_tap_tells_so_and_keeps_it_in_sight(browser, server):
    with phone(browser, server) as page:
        server.store.do(server.id, CloseRound(accepted=True), nonce="close")
        choose(page, "trust", "4")
        expect(page.locator('[data-fault="level.trust"]')).to_contain_text("no round is open")
        expect(page.locator('input[name="level.trust"][value="4"]')).to_be_checked()
        expect(page.locator("#unsaved")).to_contain_text("is listed here, not lost")
        page.reload()
        expect(page.locator("#unsaved")).to_contain_text("Oak House · Trust. “4”")
        page.get_by_role("button", name="Forget it").click()
        expect(page.locator("#unsaved")).to_be_hidden()

    assert server.kept == []


def test_a_round_that_closed_over_a_saved_sheet_says_that_all_of_it_is_saved(browser, server):
    with phone(browser, server) as page:
        choose(page, "trust", "4")
        expect(page.locator("#state")).to_have_text("All saved")
        server.store.do(server.id, CloseRound(accepted=True), nonce="close")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.locator("#unsaved")).to_contain_text("All of yours is saved.")


def test_two_devices_of_one_member_are_both_kept_and_the_other_is_told(browser, server):
    with phone(browser, server) as one, phone(browser, server) as other:
        choose(one, "trust", "4")
        expect(state(one, "trust")).to_contain_text("Saved ")
        choose(other, "trust", "2")
        expect(other.locator("#unsaved")).to_contain_text("Another window of yours had saved 4")
        one.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(state(one, "trust")).to_contain_text("Changed in another window of yours")
        expect(one.locator('input[name="level.trust"][value="2"]')).to_be_checked()

    assert server.kept == [("oak", "trust", 4), ("oak", "trust", 2)]


def test_two_tabs_of_one_browser_share_what_waits_and_save_it_once(browser, server):
    with phone(browser, server) as one:
        other = one.context.new_page()
        other.goto(OAK)
        one.context.set_offline(True)
        choose(one, "trust", "4")
        expect(one.locator("#state")).to_contain_text("ot yet saved")
        choose(other, "reach", "3")
        one.context.set_offline(False)
        expect(one.locator("#state")).to_have_text("All saved")
        expect(other.locator('input[name="level.trust"][value="4"]')).to_be_checked()

    assert sorted(server.kept) == [("oak", "reach", 3), ("oak", "trust", 4)]


def test_a_reason_that_is_owed_is_asked_for_and_the_level_waits(browser, tmp_path, sheet_copies):
    with Standing(tmp_path, sheet_copies, files(rules=RULES + "reasons: extremes\n")) as server:
        with phone(browser, server) as page:
            choose(page, "trust", "5")
            fault = page.locator('[data-fault="why.trust"]')
            expect(fault).to_contain_text("the rule sheet asks for a reason here")
            expect(state(page, "trust")).to_have_text("Not saved")
            page.locator('[name="why.trust"]').fill("Rivals ask them.")
            expect(state(page, "trust")).to_contain_text("Saved ")
            expect(fault).to_be_hidden()
            expect(page.locator("#unsaved")).to_be_hidden()

        assert server.kept == [("oak", "trust", 5)]


def test_a_sheet_is_filled_in_by_keyboard_alone(browser, server):
    with phone(browser, server, "/sheet") as page:
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.innerText") == "Begin":
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/sheet?of=*")
        for criterion, presses in (("trust", 2), ("reach", 3)):
            for _ in range(30):
                page.keyboard.press("Tab")
                if page.evaluate("document.activeElement.name") == f"level.{criterion}":
                    break
            for _ in range(presses):
                page.keyboard.press("ArrowUp")
            expect(state(page, criterion)).to_contain_text("Saved ")
        for text in ("Trusted", "Small"):
            for _ in range(30):
                page.keyboard.press("Tab")
                if page.evaluate("document.activeElement.name") in ("strength", "concern"):
                    break
            page.keyboard.type(text)
        for _ in range(5):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.innerText") == "Save, next":
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/sheet?of=elm")

    # "Leave it open" is the last of six: two up is the fourth level, three up the third.
    assert {one[:2]: one for one in server.kept} == {
        ("oak", "trust"): ("oak", "trust", 4),
        ("oak", "reach"): ("oak", "reach", 3),
    }


def test_with_the_script_off_a_member_goes_all_the_way(browser, tmp_path, sheet_copies):
    with Standing(
        tmp_path, sheet_copies, files(declarations="rater,candidate\nana,elm\n")
    ) as server:
        with phone(browser, server, "/sheet", java_script_enabled=False) as page:
            page.get_by_label("What kind of tie").select_option("none")
            page.get_by_role("button", name="Save what I declare").click()
            expect(page.get_by_text("Saved.")).to_be_visible()
            page.get_by_role("link", name="Begin").first.click()
            expect(page.get_by_text("is kept once you press the button")).to_be_visible()
            choose(page, "trust", "4")
            choose(page, "reach", "2")
            page.get_by_label("One strength").fill("Trusted")
            page.get_by_role("button", name="Save, next").click()
            expect(page.get_by_text("One answer is not saved")).to_be_visible()
            expect(page.get_by_label("One strength")).to_have_value("Trusted")
            page.get_by_label("One concern").fill("Small")
            page.get_by_role("button", name="Save, next").click()
            page.wait_for_url("**of=elm*")

        bundle = server.store.read(server.id).bundle
        assert server.kept == [("oak", "trust", 4), ("oak", "reach", 2)]
        assert [one.candidate for one in bundle.declarations] == ["elm", "oak"]
        assert [(one.strength, one.concern) for one in bundle.remarks] == [("Trusted", "Small")]


OF_2020 = """
for (const kind of [Array, String, Int8Array.__proto__]) delete kind.prototype.at;
delete Array.prototype.findLast; delete Array.prototype.findLastIndex;
delete String.prototype.replaceAll; delete Object.hasOwn; delete Promise.any;
delete window.structuredClone; delete Crypto.prototype.randomUUID; delete AbortSignal.timeout;
delete window.HTMLDialogElement; delete navigator.locks; delete window.BroadcastChannel;
"""


def test_a_browser_of_2020_saves_too(browser, server):
    with browser.new_context(base_url=server.at, viewport=PHONE) as context:
        context.add_init_script(OF_2020)
        page = context.new_page()
        page.goto("/enter?who=ana")
        page.goto(OAK)
        choose(page, "trust", "4")
        expect(state(page, "trust")).to_contain_text("Saved ")

    assert server.kept == [("oak", "trust", 4)]


def test_a_browser_that_keeps_nothing_says_so_and_saves_all_the_same(browser, server):
    with browser.new_context(base_url=server.at, viewport=PHONE) as context:
        context.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('off'); }})"
        )
        page = context.new_page()
        page.goto("/enter?who=ana")
        page.goto(OAK)
        choose(page, "trust", "4")
        expect(state(page, "trust")).to_contain_text("Saved ")
        expect(page.locator("#unsaved")).to_contain_text("Leave the page open")

    assert server.kept == [("oak", "trust", 4)]


WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
TARGETS = """() => [...document.querySelectorAll(
  'a, button, select, textarea, input[type=text], summary, fieldset > label:not([for])')]
  .filter(one => one.offsetParent && one.getBoundingClientRect().height < 44)
  .map(one => one.tagName + ' ' + one.innerText)"""
SMALL_TYPE = """() => [...document.querySelectorAll('input[type=text], select, textarea')]
  .filter(one => parseFloat(getComputedStyle(one).fontSize) < 16).map(one => one.name)"""


def broken(page: Page) -> list[str]:
    """What is wrong with a page of the sheet as it is shown."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found = [*violations(page), *page.evaluate(TARGETS), *page.evaluate(SMALL_TYPE)]
    if page.evaluate(WIDER) > 0:
        found.append("is wider than the screen")
    return found


@pytest.fixture(scope="module")
def to_look_at(tmp_path_factory, sheet_copies):
    """A round that is open and rules that are not sealed yet, each with the pages to look at."""
    folders = [tmp_path_factory.mktemp(name) for name in ("scoring", "draft")]
    declared = files(declarations="rater,candidate\nana,oak\n")
    with (
        Standing(folders[0], sheet_copies, declared) as scoring,
        Standing(folders[1], sheet_copies, files("draft")) as draft,
    ):
        yield (
            (scoring, ("/sheet", OAK, "/sheet?read=oak")),
            (draft, ("/sheet", "/sheet?weigh=places", "/sheet?weigh=points")),
        )


@each_window(320, 390, 640, 1280)  # 640 is 1280 at twice the size
def test_no_page_of_the_sheet_overflows_or_breaks_a_rule(browser, to_look_at, width, scheme):
    faults = []
    for server, paths in to_look_at:
        with browser.new_context(
            base_url=server.at, viewport={"width": width, "height": 800}, color_scheme=scheme
        ) as context:
            page = context.new_page()
            page.goto("/enter?who=ana")
            for path in paths:
                page.goto(path)
                faults += [f"{path}: {one}" for one in broken(page)]

    assert faults == []
