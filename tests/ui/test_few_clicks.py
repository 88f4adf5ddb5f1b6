"""From nothing to the memo in a browser, counting every press: nine members, three candidates, nine
criteria, four members who score.
"""

import sys
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.conftest import PATIENCE_MS
from tests.report.printed import printed
from tests.ui.driving import DOORS, settled, shows, shows_no_more

pytestmark = [pytest.mark.browser, pytest.mark.soak]

MOST = 150
LONGEST = 4 * PATIENCE_MS
"""A memo is made of many plans, on a machine that may be busy."""
COMMITTEE = """Ana Reyes, residents
Ben Okafor, residents
Chi Tran, nonprofits
Dee Walker, schools
Eli Stein, city or county
Fay Johnson, health
Gus Moreno, employers
Hal Berg, funders
Ida Novak, higher education"""
CANDIDATES = """Oak House, nonprofit
Elm Fund, foundation
Ash Library, city agency"""
CRITERIA = 9
NAMES = ("Oak House", "Elm Fund", "Ash Library")
LEVELS = {
    "Ana Reyes": ("453424355", "334252432", "223332221"),
    "Ben Okafor": ("443535244", "352343424", "232122332"),
    "Chi Tran": ("544354345", "433443352", "122343232"),
    "Dee Walker": ("354445453", "424334243", "321232423"),
}
# Who taps card by card, on one question after the other; the others type from a sheet on paper.
ONE_BY_ONE = ("Ana Reyes", "Ben Okafor")
SHEETS_TYPED = sum(len(sheets) for name, sheets in LEVELS.items() if name not in ONE_BY_ONE)


class Hand:
    """Somebody at the keyboard, whose presses and typed fields are counted by page.

    A press is a click or a key that does something; a text counts once for its field, however long.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed: Counter[str] = Counter()
        self.typed: Counter[str] = Counter()
        self.wires: list[WebSocket] = []
        page.on("websocket", lambda wire: self.wires.append(wire))

    @property
    def all(self) -> int:
        return self.pressed.total() + self.typed.total()

    def press(self, what: Locator) -> None:
        """Click, and wait until the server has drawn because of it."""
        self._count(self.pressed)
        what.click(trial=True)
        with self.wires[-1].expect_event("framereceived", _is_the_end, timeout=LONGEST):
            what.click()
        settled(self.page)

    def tick(self, box: Locator) -> None:
        """Tick a box that waits for a button."""
        self._count(self.pressed)
        box.locator("label").click()
        expect(box.get_by_role("checkbox")).to_be_checked()

    def button(self, name: str) -> None:
        self.press(self.page.get_by_role("button", name=name, exact=True))

    def key(self, key: str, ready: Locator) -> None:
        """Press a key once this can be pressed instead."""
        self._count(self.pressed)
        ready.click(trial=True)
        with self.wires[-1].expect_event("framereceived", _is_the_end, timeout=LONGEST):
            self.page.keyboard.press(key)
        settled(self.page)

    def type(self, label: str, text: str) -> None:
        self._count(self.typed)
        field = self.page.get_by_label(label)
        expect(field).to_have_count(1)  # the one of the screen before is gone
        field.fill(text)

    def go(self, name: str) -> None:
        """Follow a link at the left, and wait for its page."""
        before = self.page.locator("h1").inner_text()
        self.press(
            self.page.locator("[data-testid=stSidebar]").get_by_role("link", name=name, exact=True)
        )
        shows_no_more(self.page, before)

    def told(self) -> str:
        """The count by page."""
        lines = [
            f"{name}: {self.pressed[name]} presses, {self.typed[name]} texts"
            for name in dict.fromkeys([*self.pressed, *self.typed])
        ]
        together = f"together: {self.pressed.total()} presses, {self.typed.total()} texts"
        # Nobody then types levels, and nobody asks for the one screen.
        tapped = self.pressed.total() + SHEETS_TYPED * CRITERIA - 1
        alone = f"presses alone, had all four tapped every level: {tapped}"
        return "\n".join(["", *lines, together, alone, ""])

    def _count(self, kind: Counter[str]) -> None:
        path = self.page.url.split("?")[0].rsplit("/", 1)[-1]
        kind[path or "overview"] += 1


def _is_the_end(frame: str | bytes) -> bool:
    """Whether the server says by this that a drawing is whole."""
    message = ForwardMsg()
    message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
    return (
        message.WhichOneof("type") == "script_finished"
        and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
    )


def decide(hand: Hand, because: str, choice: str = "") -> None:
    """Fill in the box at the end of a page."""
    box = hand.page.locator("[class*=st-key-decision_]")
    if choice:
        hand.press(box.locator("label:has(input)", has_text=choice))
    hand._count(hand.typed)
    box.get_by_role("textbox").first.fill(because)
    hand.button("Record the decision")
    expect(box).to_contain_text("Decided")


def score(hand: Hand, member: str) -> None:
    """One member's three sheets."""
    hand.button(member)
    hand.button("No conflict with any of them")
    for place, (candidate, levels) in enumerate(zip(NAMES, LEVELS[member])):
        expect(hand.page.locator(".st-key-score_ask")).to_contain_text(candidate)
        if member in ONE_BY_ONE:
            _card_by_card(hand, member, levels)
        else:
            if not hand.page.get_by_role("button", name="One at a time").count():
                hand.button("All 9 on one screen")
            hand.type("Type all 9 in one go", levels)
        hand.type("One strength", "They hold the table.")
        hand.type("One concern", "Two people carry it.")
        hand.button("Save, next" if place < 2 else "Save, hand on")


def _card_by_card(hand: Hand, member: str, levels: str) -> None:
    for place, level in enumerate(levels, start=1):
        shows(hand.page, f"{place}. ")
        turn = "ba"[place % 2]
        card = hand.page.locator(f"[class*=st-key-levels_{turn}_] button").nth(int(level) - 1)
        if member == ONE_BY_ONE[0]:
            hand.press(card)
        else:
            hand.key(level, card)


def test_from_nothing_to_the_memo_takes_at_most_150_presses(page, capsys):
    hand = Hand(page)
    page.goto(DOORS)
    settled(page)
    hand.type("Name of your alliance", "Mill Creek Works")
    hand.button("Start")
    page.wait_for_url(lambda url: "w=" in url and not url.endswith(DOORS))
    settled(page)

    hand.go("Structure")
    decide(hand, "We need somebody all of us trust.", "Funder-based")

    hand.go("Process")
    hand.type("Because", "Everybody may apply, and the usual weights are ours.")
    hand.type("Sealed by", "Ana Reyes")
    hand.tick(page.locator(".st-key-process-decision-unweighed"))
    hand.button("Seal the rule sheet")
    expect(page.get_by_text("Sealed ").first).to_be_visible()

    hand.go("Candidates")
    hand.type("One candidate on each line", CANDIDATES)
    hand.button("Add all candidates")
    expect(page.get_by_text("Three candidates were added.")).to_be_visible()

    hand.type("One member on each line", COMMITTEE)
    hand.button("Add all members")
    expect(page.get_by_text("Nine members were added.")).to_be_visible()

    hand.go("Score")
    hand.button("Open round 1")
    for member in LEVELS:
        score(hand, member)
    hand.button("Close round 1")
    hand.button("Close with these missing")

    hand.go("Compare")
    decide(hand, "Most trust them, and they can begin at once.", "Oak House")

    hand.go("Team and budget")
    decide(hand, "It is what the money in sight pays for.")

    hand.go("Memo")
    row = page.locator(".st-key-row_handout_memo")
    hand.press(row.get_by_role("button", name="Make it"))
    hand._count(hand.pressed)
    with page.expect_download(timeout=LONGEST) as taken:
        row.get_by_role("button", name="Download").click()
    seen = printed(Path(taken.value.path()).read_bytes())

    with capsys.disabled():
        sys.stdout.write(hand.told())
    assert "Mill Creek Works" in seen.text
    assert "Oak House" in seen.text
    assert hand.all <= MOST
