"""Small steps that browser tests share: wait until all is drawn, open an example, read an answer; a
server one can kill.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tools.browser import ready
from tools.serving import SERVE, free_port, healthy

STREAMLIT_RUN = (sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "{port}")
DOORS = "/?w=none"
# Every page beside the overview, by its file; `app.py` lists the same, and tests/architecture
# compares the two.
PAGES = tuple(
    f"/{file.stem}"
    for file in sorted((Path(__file__).parents[2] / "pages").glob("*.py"))
    if file.stem != "overview"
)
PRESSES = 5
A_GLANCE = 2_000
ALL_DRAWN = """() => !document.querySelector('[data-testid=stSkeleton]')
  && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(box => box.querySelector('svg .textpoint, svg .bars'))"""


def settled(page: Page) -> None:
    """Wait until no script runs and every widget and chart is drawn."""
    ready(page)
    page.wait_for_function(ALL_DRAWN)
    page.evaluate("() => document.fonts.ready")


# While a script runs, what was on screen stands beside what takes its place: "the heading" is two.
ONE_OF = """([where, text, there]) => {
  const all = [...document.querySelectorAll(where)];
  return all.length === 1 && all[0].innerText.includes(text) === there;
}"""
HEADING = "[data-testid=stMain] h1"
ANSWER = ".st-key-answer_page h2"


def shows(page: Page, text: str, where: str = HEADING) -> None:
    """Wait until the page's one heading, or another one thing, has these words, and all is drawn."""
    page.wait_for_function(ONE_OF, arg=[where, text, True])
    settled(page)


def shows_no_more(page: Page, text: str, where: str = HEADING) -> None:
    """Wait until the page's one heading, or another one thing, has other words, and all is drawn."""
    page.wait_for_function(ONE_OF, arg=[where, text, False])
    settled(page)


def open_example(page: Page, name: str = "Philadelphia STEM alliance") -> str:
    """Open a copy of an example through its door; what the address says of the workshop, such as
    ``w=abc``.
    """
    page.goto(DOORS)
    settled(page)
    page.get_by_role("button", name=name).click()
    page.wait_for_url(lambda url: "w=" in url and not url.endswith(DOORS))
    expect(page.locator(".st-key-watermark")).to_be_visible()
    settled(page)
    return page.url.split("?")[1]


def answer(page: Page) -> str:
    """The sentence in the answer card."""
    return page.locator(ANSWER).inner_text()


def chosen(page: Page, question: str) -> str:
    """Which segment of a question on the page Structure is chosen."""
    segments = page.locator(f".st-key-structure-{question} [role=radio]")
    return "".join(
        text for text, on in zip(segments.all_inner_texts(), segments.evaluate_all(IS_ON)) if on
    )


IS_ON = "all => all.map(one => one.getAttribute('aria-checked') === 'true')"


def connected_again(page: Page) -> None:
    """Wait until an open page has noticed that its server was away, and is connected to the new
    one.
    """
    page.locator("[data-testid=stApp][data-test-connection-state=CONNECTED]").wait_for()
    settled(page)


def choose(page: Page, question: str, level: int) -> None:
    """Choose a segment, and wait until the server has run because of it and the page still shows
    it, pressing again as a person would.
    """
    segment = page.locator(f".st-key-structure-{question} [role=radio]").nth(level)
    for _ in range(PRESSES):
        page.evaluate(WATCH_THE_RUN)
        press_until_chosen(segment)
        page.wait_for_function("() => window.hasRun")
        settled(page)
        if segment.get_attribute("aria-checked") == "true":
            return
    expect(segment).to_have_attribute("aria-checked", "true")


def press_until_chosen(segment: Locator) -> None:
    """Press a segment until it shows that it is chosen, as a person would: a page just being drawn
    may swallow a press, in plain sight.
    """
    for _ in range(PRESSES - 1):
        segment.click()
        try:
            expect(segment).to_have_attribute("aria-checked", "true", timeout=A_GLANCE)
        except AssertionError:
            continue
        return
    segment.click()
    expect(segment).to_have_attribute("aria-checked", "true")


def press_until_shown(button: Locator, wanted: Locator) -> None:
    """Press a button until what it leads to is there, as a person would: a page just being drawn
    may swallow a press, in plain sight.
    """
    _press_until(button, lambda wait: expect(wanted).to_be_visible(timeout=wait))


def press_until_gone(button: Locator) -> None:
    """Likewise, a button that goes away by what it does."""
    _press_until(button, lambda wait: expect(button).to_have_count(0, timeout=wait))


def _press_until(button: Locator, shows: Callable[[float | None], None]) -> None:
    for _ in range(PRESSES):
        if button.count():
            button.click()
        try:
            shows(5 * A_GLANCE)
        except AssertionError:
            continue
        return
    shows(None)


WATCH_THE_RUN = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  window.hasRun = false;
  new MutationObserver(() => { if (app.dataset.testScriptState === 'notRunning') window.hasRun = true; })
    .observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
}"""


class Server:
    """The app on a port that stays the same when it is killed and started again."""

    def __init__(self, folder: Path, command: tuple[str, ...] = SERVE) -> None:
        self.folder, self.command, self.port = folder, command, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        environment = {**os.environ, "CIDESIGN_STORE": f"sqlite:///{self.folder / 'store.sqlite3'}"}
        self.log = (self.folder / "serve.log").open("ab")
        self.process = subprocess.Popen(
            [part.format(port=self.port) for part in self.command],
            stdout=self.log,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=Path(__file__).parents[2],
        )
        deadline = time.monotonic() + 60
        while not healthy(self.port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(
                    (self.folder / "serve.log").read_text(encoding="utf-8", errors="replace")
                )
            time.sleep(0.05)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()
