"""A shared server in a real browser: the door first, a link joins with script and without, and no
secret stands in an address, a log or the reach of a script.
"""

import re

import pytest
from playwright.sync_api import expect

from cidesign.domain.person import OPERATOR, Role
from cidesign.workshop import Store, people
from tests.copied import SHARED
from tests.ui.driving import PAGES, settled
from tests.workshop.bundles import scoring

pytestmark = pytest.mark.browser
DOOR = "Join with your link or the room code"


@pytest.fixture
def folder(tmp_path):
    return tmp_path


@pytest.fixture
def url(folder, served):
    with served(folder, *SHARED) as address:
        yield address


@pytest.fixture
def store(folder, url):
    with Store(f"sqlite:///{folder / 'store.sqlite3'}") as opened:
        yield opened


@pytest.fixture
def visitors(browser, url):
    """Makes a browser of somebody else: its own cookies."""
    opened = []

    def visitor(**more):
        opened.append(browser.new_context(base_url=url, **more))
        page = opened[-1].new_page()
        page.set_default_timeout(30_000)
        return page

    yield visitor
    for one in opened:
        one.close()


def link_of(store, workshop, member="ana", role=Role.MEMBER):
    one = people.invite(store, workshop, OPERATOR, name="Ana Reyes", role=role, member=member)
    return f"/join#{one.token}", one


def test_a_fresh_server_leads_every_address_to_the_door(visitors):
    page = visitors()

    for path in ("/team", "/", *PAGES):
        page.goto(path)
        expect(page.locator("h1")).to_have_text(DOOR)
        assert page.url.endswith("/join")


def test_a_link_joins_and_leaves_no_trace_of_its_secret(visitors, store, folder):
    workshop = store.create(scoring())
    link, one = link_of(store, workshop)
    page = visitors()
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(link)
    page.wait_for_url("**/sheet")

    expect(page.locator("h1")).to_have_text("How do I rate them?")
    visited = page.evaluate("[location.href, document.referrer, document.cookie].join(' ')")
    told = visited + " ".join(asked) + (folder / "serve.log").read_text(encoding="utf-8")
    assert one.token not in told
    assert "cidesign_pass" not in visited
    page.go_back()
    assert one.token not in page.url


def test_a_link_opened_where_the_door_stands_open_already_joins_too(visitors, store):
    link, _ = link_of(store, store.create(scoring()))
    page = visitors()
    page.goto("/join")

    page.goto(link)  # no other page is loaded: only what stands behind # is new

    page.wait_for_url("**/sheet")
    expect(page.locator("h1")).to_have_text("How do I rate them?")


def test_without_script_a_link_is_pasted(visitors, store, url):
    link, _ = link_of(store, store.create(scoring()))
    page = visitors(java_script_enabled=False)

    page.goto(link)
    page.get_by_label("Your link, or the code of the room").fill(f"{url}{link}")
    page.get_by_role("button", name="Join").click()

    page.goto("/join")
    expect(page.locator("h1")).to_have_text("You are in")


def test_whoever_runs_the_server_opens_an_example_by_the_link_that_was_printed(visitors, folder):
    log = (folder / "serve.log").read_text(encoding="utf-8")
    (token,) = re.findall(r"/join#(\S+)", log)
    page = visitors()

    page.goto(f"/join#{token}")
    page.wait_for_url(lambda now: "/join" not in now)
    settled(page)
    page.get_by_role("button", name="Philadelphia STEM alliance").click()
    page.wait_for_url(lambda now: "w=" in now)
    settled(page)

    expect(page.locator(".st-key-watermark")).to_be_visible()


def test_an_open_page_of_who_was_sent_away_shows_the_way_in_at_her_next_press(visitors, store):
    workshop = store.create(scoring())
    link, one = link_of(store, workshop, "", Role.FACILITATOR)
    page = visitors()
    page.goto(link)
    page.wait_for_url(lambda now: "/join" not in now)
    settled(page)

    people.send_away(store, workshop, OPERATOR, id=one.person.id)
    page.get_by_role("link", name="Structure").first.click()

    expect(page.locator("h1")).to_have_text(DOOR)


def test_a_latecomer_comes_in_by_herself_once_she_is_let_in(visitors, store):
    workshop = store.create(scoring())
    code = people.open_room(store, workshop, OPERATOR)
    page = visitors()
    page.goto("/")
    page.get_by_label("Your link, or the code of the room").fill(code.lower())
    page.get_by_label("Your name (only with the code of the room)").fill("Ben Okafor")
    page.get_by_role("button", name="Join").click()
    expect(page.locator("h1")).to_have_text("Please wait")

    (late,) = people.people_of(store, workshop, OPERATOR)
    people.admit(store, workshop, OPERATOR, id=late.person.id, role=Role.MEMBER, member="ben")

    page.wait_for_url("**/sheet")
    expect(page.locator("h1")).to_have_text("How do I rate them?")
