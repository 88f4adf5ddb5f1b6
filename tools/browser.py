"""Drives the app in a real browser, and says what is wrong with a page that was drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tools.chromium import found

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--process-per-site",  # one more page of an app has loaded what another of it loaded
]
DRAWN = "[data-testid=stApp][data-test-script-state=notRunning]"
LOOPBACK = {"127.0.0.1", "localhost"}

# Run in the page: what a visitor would see as broken.
SEEN = """() => {
  const faults = [];
  for (const box of document.querySelectorAll('[data-testid=stException]'))
    faults.push('shows an exception: ' + box.innerText.slice(0, 300));
  for (const image of document.images)
    if (image.src && image.complete && !image.naturalWidth) faults.push('has a broken image: ' + image.src.slice(0, 120));
  for (const [name, node] of [['page', document.documentElement], ['main part', document.querySelector('[data-testid=stMain]')]])
    if (node && node.scrollWidth > node.clientWidth + 1)
      faults.push(`is wider than the screen: its ${name} takes ${node.scrollWidth} of ${node.clientWidth} px`);
  return faults;
}"""


@contextmanager
def opened() -> Iterator[Browser]:
    """A headless Chromium: the one on this machine, else the one Playwright brought."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), headless=True, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def ready(page: Page) -> None:
    """Wait until the app is drawn and no script runs."""
    page.locator(DRAWN).wait_for()


class Watch:
    """Collects what goes wrong behind a page: console errors, script errors, requests to outside
    hosts.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.heard: list[str] = []
        self.probes: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"has a script error: {error}"))
        page.on("request", self._request)

    def faults(self) -> list[str]:
        """What was heard since the last call, and what is to be seen now."""
        heard, self.heard = self.heard, []
        return heard + list(self.page.evaluate(SEEN))

    def _console(self, message: ConsoleMessage) -> None:
        # Below the root Streamlit's client first looks for the server beside the page: a 404 is its
        # way of asking. Our own server tells it the way; `streamlit run` does not.
        url = message.location.get("url", "")
        if "_stcore/health" in url or "_stcore/host-config" in url:
            self.probes.append(url)
        elif message.type == "error":
            self.heard.append(f"has a console error: {message.text[:300]}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in LOOPBACK:
            self.heard.append(f"asks an outside host: {parts.hostname}")
