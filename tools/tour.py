"""Takes a picture of every page with every example, wide and narrow, light and dark: `make tour`.

Pictures go to tour/. Ends with 1 if a page shows an exception, logs an error, overflows, asks an outside host or has a broken image.
"""

import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page

from tools.browser import Watch, opened, ready
from tools.serving import served

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "tour"
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


def examples() -> list[str]:
    """The examples' names, as their folders are called."""
    return sorted(folder.name for folder in (ROOT / "data" / "examples").iterdir() if folder.is_dir())


def main() -> int:
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    faults: list[str] = []
    with opened() as browser:
        for example in examples():
            with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as url:
                faults += _tour(browser, url, example)
    for fault in faults:
        print(fault)
    print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.name}/, {len(faults)} faults")
    return 1 if faults else 0


def _tour(browser: Browser, url: str, example: str) -> list[str]:
    faults: list[str] = []
    _open_example(browser, url, example)
    for width, scheme in product(WIDTHS, SCHEMES):
        with browser.new_context(base_url=url, viewport={"width": width, "height": 900}, color_scheme=scheme) as context:
            page = context.new_page()
            watch = Watch(page)
            page.goto("/")
            ready(page)
            for path in _pages(page):
                page.goto(path)
                ready(page)
                _settle(page)
                name = f"{example}-{path.strip('/') or 'overview'}-{width}-{scheme}"
                page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
                faults += [f"{name} {fault}" for fault in watch.faults()]
    return faults


def _open_example(browser: Browser, url: str, example: str) -> None:
    with browser.new_context(base_url=url) as context:
        page = context.new_page()
        page.goto("/")
        ready(page)


def _pages(page: Page) -> list[str]:
    links = page.locator("[data-testid=stSidebar] a").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    return list(dict.fromkeys(links))


def _settle(page: Page) -> None:
    """Charts are drawn a moment after the script ended."""
    page.wait_for_function("() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(box => box.querySelector('svg'))")
    page.evaluate("() => document.fonts.ready")


if __name__ == "__main__":
    sys.exit(main())
