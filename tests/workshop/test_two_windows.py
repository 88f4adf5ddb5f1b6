"""Two windows of one member, in every order and at the same moment: what both send is kept, the
later counts, and the window that did not know is told.
"""

import json
import random

import pytest

from cidesign.domain.person import Role
from cidesign.workshop import Store, passes
from tests.serve.asking import files
from tests.serve.shared_house import SharedHouse
from tests.workshop.test_races import at_once

pytestmark = pytest.mark.slow

TOLD = "Another window of yours had saved {level} for Trust. What you chose here counts now."


class Window:
    """One window of hers: what it was last told of the level of Trust."""

    def __init__(self, house: SharedHouse, ana, name: str) -> None:
        self.house, self.ana, self.name, self.sent = house, ana, name, 0
        self.look()

    def look(self) -> None:
        answer = self.house.ask("/sheet?of=oak", accept="application/json", **self.ana.bears)
        self._know(json.loads(answer.text))

    def tap(self, level: str) -> list[str]:
        """Choose a level here; what she is told of another window."""
        self.sent += 1
        said = {"do": "scores", "of": "oak", "level.trust": level, "was.trust": self.stamp}
        nonce = f"{self.name}{self.sent}"
        answer = self.house.send({**said, "nonce": nonce}, self.ana, self.token)
        assert answer.status == 200
        told = json.loads(answer.text)
        self._know(told)
        return told["told"]

    def _know(self, told) -> None:
        self.token = told.get("token", "")
        self.stamp, self.level = (told["cells"]["trust"][key] for key in ("stamp", "level"))


def kept(house: SharedHouse) -> list[str]:
    """Her levels in the order in which they were kept."""
    return [str(one.score) for one in house.bundle.scores if one.rater == "ana"]


def one_after_the_other(store: Store, seed: int) -> None:
    """Six taps of two windows in some order, against what two people with a slate would write."""
    house = SharedHouse(files(), store)
    ana, drawn = house.joins(Role.MEMBER, "ana"), random.Random(seed)
    windows = {name: Window(house, ana, name) for name in "ab"}
    slate, believes = [], {"a": "", "b": ""}
    for _ in range(6):
        name = drawn.choice("ab")
        now = slate[-1] if slate else ""
        level = drawn.choice([one for one in "234" if one not in (now, believes[name])])

        told = windows[name].tap(level)

        assert told == ([TOLD.format(level=now)] if believes[name] != now else [])
        slate.append(level)
        believes[name] = level
        assert kept(house) == slate
    for one in windows.values():
        one.look()
        assert one.level == slate[-1]


def at_the_same_moment(store: Store, seed: int) -> None:
    """Both are kept; the later counts in both windows."""
    house = SharedHouse(files(), store)
    ana = house.joins(Role.MEMBER, "ana")
    windows = [Window(house, ana, name) for name in "ab"]

    at_once(*(lambda one=one, n=n: str(one.tap(n)) for n, one in zip("24", windows)), seed=seed)

    assert sorted(kept(house)) == ["2", "4"]
    for one in windows:
        one.look()
        assert one.level == kept(house)[-1]


def interleaved(url: str, times: int, capsys) -> None:
    with Store(url) as store:
        for turn in range(times):
            (at_the_same_moment if turn % 4 == 3 else one_after_the_other)(store, turn)
    told = f"\ntwo windows: {times} interleavings on {url.split(':')[0]}, 0 lost, each told"
    with capsys.disabled():
        print(told, end="")  # noqa: T201 - a figure to be read


@pytest.fixture(autouse=True)
def _secret(monkeypatch):
    monkeypatch.setenv(passes.SECRET, "s" * passes.LEAST_LETTERS)


def test_twelve_interleavings_of_two_windows_keep_both(url, capsys):
    interleaved(url, 12, capsys)


@pytest.mark.soak
def test_two_hundred_interleavings_of_two_windows_keep_both(url, capsys):
    interleaved(url, 200, capsys)
