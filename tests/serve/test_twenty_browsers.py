"""Members with a real browser each score at once through the whole app, lose their signal, reload
and lock their phones, while the facilitator's page stands open: what each sees at the end is what
she chose last, and what is kept is the same.
"""

import random
import time
from contextlib import ExitStack
from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page, expect

from cidesign.domain.person import OPERATOR, Role
from cidesign.record import read_files
from cidesign.workshop import Store, people
from tests.copied import SHARED, Served
from tests.serve.phones import committee
from tests.serve.test_load import last_of
from tests.ui.driving import ANSWER, settled

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
CANDIDATES, CRITERIA = 5, 4
AWAY_SECONDS = 2


class Member:
    """One member's browser, and what she chose last in each place."""

    def __init__(self, page: Page, place: int, link: str) -> None:
        self.id, self.page, self.drawn = f"m{place}", page, random.Random(place)
        self.levels: dict[tuple[str, str, str], str] = {}
        self.words: dict[tuple[str, str], tuple[str, str]] = {}
        self.back_at = 0.0
        page.goto(f"/join#{link}")
        page.wait_for_url("**/sheet")
        self._open("c0")

    def acts(self) -> None:
        """One thing a person does: mostly a tap; sometimes words, another sheet, a reload, or her
        signal is gone for a while.
        """
        if self.back_at and time.monotonic() > self.back_at:
            self.page.context.set_offline(False)
            self.back_at = 0.0
        what = self.drawn.random()
        if what < 0.72:
            self._tap()
        elif what < 0.82:
            self._write()
        elif self.back_at:
            self._tap()  # without a signal no page opens
        elif what < 0.90:
            self._open(f"c{self.drawn.randrange(CANDIDATES)}")
        elif what < 0.95:
            self.page.reload()
        else:
            self.page.context.set_offline(True)
            self.back_at = time.monotonic() + AWAY_SECONDS

    def ends(self) -> None:
        """She has her signal again, and waits until all is kept."""
        self.page.context.set_offline(False)
        self.page.wait_for_function(NOTHING_WAITS)

    def sees(self) -> tuple[dict, dict]:
        """What all her sheets show when they are opened anew."""
        levels, words = {}, {}
        for place in range(CANDIDATES):
            self._open(f"c{place}")
            for name, level in self.page.evaluate(CHECKED):
                levels[self.id, self.of, name.removeprefix("level.")] = level
            both = tuple(self.page.get_by_label(f"One {one}").input_value() for one in BOTH)
            if any(both):
                words[self.id, self.of] = both
        return levels, words

    def _open(self, candidate: str) -> None:
        self.of = candidate
        self.page.goto(f"/sheet?of={candidate}")

    def _tap(self) -> None:
        criterion, level = f"k{self.drawn.randrange(CRITERIA)}", str(self.drawn.randint(1, 5))
        place = self.page.locator(f'input[name="level.{criterion}"][value="{level}"]')
        place.locator("..").click()
        self.levels[self.id, self.of, criterion] = level

    def _write(self) -> None:
        turn = self.drawn.randrange(10_000)
        both = (f"{self.id} likes {turn}", f"{self.id} doubts {turn}")
        for label, text in zip(BOTH, both):
            self.page.get_by_label(f"One {label}").fill(text)
        self.page.get_by_label("One concern").blur()
        self.words[self.id, self.of] = both


NOTHING_WAITS = "() => !Object.keys(localStorage).some(name => name.includes('.q.'))"
BOTH = ("strength", "concern")
CHECKED = """() => [...document.querySelectorAll('input[name^="level."]:checked')].filter(one => one.value)
  .map(one => [one.name, one.value])"""


def together(
    browser: Browser, served: Served, folder, capsys, *, members: int, seconds: float
) -> None:
    """They act one after the other for as long as told; the facilitator's page follows."""
    began = 0
    with served(folder, *SHARED) as at, ExitStack() as stack:
        store = stack.enter_context(Store(f"sqlite:///{folder / 'store.sqlite3'}"))
        id = store.create(read_files(committee(members, CANDIDATES, CRITERIA)))

        def invited(role: Role, member: str = "") -> str:
            return people.invite(store, id, OPERATOR, name="P", role=role, member=member).token

        def opened(**more) -> Page:
            return stack.enter_context(browser.new_context(base_url=at, **more)).new_page()

        room = opened()
        room.goto(f"/join#{invited(Role.FACILITATOR)}")
        room.wait_for_url("**/room*")
        settled(room)
        all_of_them = [
            Member(opened(viewport=PHONE), place, invited(Role.MEMBER, f"m{place}"))
            for place in range(members)
        ]
        end = time.monotonic() + seconds
        for one in cycle(all_of_them):
            if time.monotonic() > end:
                break
            one.acts()
            began += 1
        for one in all_of_them:
            one.ends()
        with capsys.disabled():
            told = f"{members} browsers, {began} things done in {seconds:.0f} s"
            print(f"\ntogether: {told}", end="")  # noqa: T201 - a figure to be read
        levels, words = last_of(store.read(id).bundle)
        for one in all_of_them:
            mine = {key: it for key, it in levels.items() if key[0] == one.id}
            assert mine == one.levels
            assert {key: it for key, it in words.items() if key[0] == one.id} == one.words
            assert one.sees() == (one.levels, one.words)
        expect(room.locator(ANSWER)).to_contain_text("are here")
        assert store.faults(id) == ()


def test_three_browsers_at_once_keep_what_each_chose(browser, served, tmp_path, capsys):
    together(browser, served, tmp_path, capsys, members=3, seconds=8)


@pytest.mark.soak
def test_twenty_pages_for_five_minutes_lose_nothing_and_mix_nothing_up(
    browser, served, tmp_path, capsys
):
    together(browser, served, tmp_path, capsys, members=19, seconds=300)
