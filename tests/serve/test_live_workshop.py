"""A live workshop in three browsers: a facilitator at the laptop, two members with their phones,
from the code of the room to a closed round.
"""

import re
from io import BytesIO

import pytest
import segno
from PIL import Image
from playwright.sync_api import expect

from cidesign.acts.close_round import CloseRound
from cidesign.charts.qr import QUIET
from cidesign.domain.person import OPERATOR, Role
from cidesign.record import read_files
from cidesign.report.links import links_sheet
from cidesign.views.room.view import Card
from cidesign.workshop import Store, people, timing
from tests.copied import SHARED
from tests.serve.asking import files
from tests.ui.driving import press_until_gone, press_until_shown, settled

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
ANSWER = ".st-key-answer_page h2"
NAMES = {"ana": "Ana Reyes", "ben": "Ben Okafor"}


@pytest.fixture
def at(tmp_path, browser, served):
    """Makes a browser of somebody: her own cookies, at the same server."""
    opened = []
    with served(tmp_path, *SHARED) as url:

        def browser_of(**more):
            opened.append(browser.new_context(base_url=url, **more))
            page = opened[-1].new_page()
            page.set_default_timeout(60_000)
            return page

        yield browser_of
        for one in opened:
            one.close()


@pytest.fixture
def store(tmp_path, at):
    with Store(f"sqlite:///{tmp_path / 'store.sqlite3'}") as opened:
        yield opened


def score_everything(page):
    """All of a member's sheets, by taps, as her phone shows them."""
    for candidate in ("oak", "elm"):
        page.goto(f"/sheet?of={candidate}")
        for criterion in ("trust", "reach"):
            page.locator(f'input[name="level.{criterion}"][value="4"]').locator("..").click()
            expect(page.locator(f'[data-state="{criterion}"]')).to_contain_text("Saved ")
        page.get_by_label("One strength").fill("Known to all")
        page.get_by_label("One concern").fill("Small")
        page.get_by_label("One concern").blur()
        expect(page.locator("#state")).to_have_text("All saved")
        page.get_by_role("button", name=re.compile("^(Save|Next|Done)")).first.click()


def test_from_the_code_of_the_room_to_a_closed_round(at, store):
    """Two of four members come; the facilitator's page follows them by itself, never reloaded."""
    workshop = store.create(read_files(files()))
    leads = people.invite(store, workshop, OPERATOR, name="Pat Quill", role=Role.FACILITATOR)
    laptop, phones = at(), {id: at(viewport=PHONE) for id in NAMES}

    laptop.goto(f"/join#{leads.token}")
    laptop.wait_for_url("**/room*")
    settled(laptop)
    expect(laptop.locator(ANSWER)).to_contain_text("None of four members are here")
    code = laptop.locator(".st-key-room_code [data-testid=stText]")
    press_until_shown(laptop.get_by_role("button", name="Open the door"), code)
    for id, phone in phones.items():
        phone.goto("/join")
        phone.get_by_label("Your link, or the code of the room").fill(code.inner_text())
        phone.get_by_label("Your name (only with the code of the room)").fill(NAMES[id])
        phone.get_by_role("button", name="Join").click()
        expect(phone.locator("h1")).to_have_text("Please wait")
        row = laptop.locator("[class*=st-key-row_door_]").filter(has_text=NAMES[id])
        expect(row.get_by_role("combobox")).to_have_value(f"member: {NAMES[id]}")
        press_until_gone(row.get_by_role("button", name="Let in"))
        phone.wait_for_url("**/sheet")
    expect(laptop.locator(ANSWER)).to_contain_text("Two of four members are here")

    clock = laptop.locator(".st-key-room_clock").filter(has_text="4:")
    press_until_shown(laptop.get_by_role("button", name="5 min", exact=True), clock)
    for phone in phones.values():
        score_everything(phone)
    expect(laptop.locator(ANSWER)).to_contain_text("Two of four members are done with every sheet")
    table = laptop.get_by_role("table")
    expect(table).to_contain_text("2 of 2, done")

    anyway = laptop.get_by_role("button", name="Close with these missing")
    press_until_shown(laptop.get_by_role("button", name="Close round 1"), anyway)
    expect(laptop.locator(".st-key-room_next")).to_contain_text("Chi Tran: ties not declared")
    closed = laptop.locator(".st-key-room_next").filter(has_text="To the comparison")
    press_until_shown(anyway, closed)

    bundle = store.read(workshop).bundle
    assert bundle.workshop.stage.id == "scored"
    assert sorted({(one.rater, int(one.score)) for one in bundle.scores}) == [
        ("ana", 4),
        ("ben", 4),
    ]


def test_an_open_page_of_a_member_follows_the_timer_and_the_close_by_itself(at, store):
    workshop = store.create(read_files(files()))
    ana = people.invite(store, workshop, OPERATOR, name="Ana", role=Role.MEMBER, member="ana")
    phone = at(viewport=PHONE)
    phone.goto(f"/join#{ana.token}")
    phone.wait_for_url("**/sheet")
    phone.goto("/room")  # her pass says which workshop is hers
    settled(phone)
    expect(phone.locator(ANSWER)).to_have_text("None of four members are done with every sheet.")

    timing.set_timer(store, workshop, OPERATOR, minutes=9)
    expect(phone.locator(".st-key-room_clock")).to_contain_text("8:")
    store.do(workshop, CloseRound(accepted=True), nonce="closed")
    expect(phone.locator(ANSWER)).to_contain_text("Round 1 is closed")
    expect(phone.get_by_text("Look at Compare together")).to_be_visible()


def test_each_code_on_the_sheet_to_cut_out_is_whole(browser):
    """Read as a phone reads it: cell by cell of the picture."""
    links = [f"http://192.0.2.7:8501/join#{'aB3-' * 5}{one}" for one in range(2)]
    cards = [Card(link, "Ana Reyes", Role.MEMBER, link) for link in links]
    page = browser.new_page(device_scale_factor=2)
    page.set_content(links_sheet("Mill Creek", cards).decode())

    read = [cells(Image.open(BytesIO(one.screenshot()))) for one in page.locator("svg").all()]
    page.close()

    assert read == [
        [[bool(cell) for cell in row] for row in segno.make(link, error="m", micro=False).matrix]
        for link in links
    ]


def cells(picture):
    """Whether each cell of the code in a picture is dark; its ground and its edge are white."""
    across = 33  # what a link of this length takes: version 4
    inside, pixels = across + 2 * QUIET, picture.convert("L")
    middle = [round((at + QUIET + 0.5) * pixels.width / inside) for at in range(across)]
    return [[pixels.getpixel((x, y)) < 128 for x in middle] for y in middle]
