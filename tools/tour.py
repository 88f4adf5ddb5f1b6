"""Takes a picture of every page with every example, wide and narrow, light and dark, as it opens
and with each of its tabs: `make tour`.

Pictures go to tour/. Ends with 1 if a page shows an exception, logs an error, overflows, asks an
outside host, has a broken image, breaks a rule of WCAG 2.2 A or AA, or is higher than a first layer
may be. `make tour PAGES="team memo"` looks at these pages only.
"""

import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Page

from tools.axe import violations
from tools.browser import Watch, opened, ready
from tools.example import press_example
from tools.serving import served

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "tour"
WIDTHS = (1280, 390)
HEIGHT = 900
PROJECTOR = (1920, 1080)
# Choices side by side that do not fit are hidden without a hint that there are more.
CUT_OFF = """() => [...document.querySelectorAll('[data-testid=stMain] [role=radiogroup]')].filter(
  group => group.clientWidth && group.scrollWidth > group.clientWidth + 1
).map(group => 'cuts off choices: ' + group.innerText.replaceAll(/\\s*\\n\\s*/g, ' | '))"""
ALL_DRAWN = """() => !document.querySelector('[data-testid=stSkeleton]')
  && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(box => box.querySelector('svg'))"""
# The page scrolls inside its main part, so a picture of all of it needs a window as high as that
# part's content.
WHOLE_HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"
SCHEMES = ("light", "dark")
PALE_MS = 3_000
# How high a page may be as it opens, by the width of its window; what more there is waits in tabs.
FIRST_LAYER = {1280: 2200, 390: 3600}
# Pages that may be higher, and why.
MAY_BE_HIGHER: dict[str, str] = {}
# How high a page may be with one of these tabs open, at 1280: they hold what a committee writes down.
TAB_MOST, SHORT_TABS = (
    3000,
    {
        "initiative": ("agenda", "equity-mirror", "other-forms"),
        "partners": ("groups", "who", "many"),
        "process": ("weeks",),
        "structure": ("like-us",),
    },
)
TABS = "[data-testid=stMain] [class*=st-key-layers_] [class*=-closer] [role=radio]"


def examples() -> list[str]:
    """The examples' names, as their folders are called."""
    return sorted(
        folder.name for folder in (ROOT / "data" / "examples").iterdir() if folder.is_dir()
    )


def main(only: tuple[str, ...] = ()) -> int:
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    faults: list[str] = []
    with opened() as browser:
        for example in examples():
            with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as url:
                faults += _tour(browser, url, example, only)
    for fault in faults:
        print(fault)
    print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.name}/, {len(faults)} faults")
    return 1 if faults else 0


def _tour(browser: Browser, url: str, example: str, only: tuple[str, ...]) -> list[str]:
    faults: list[str] = []
    paths, opened_by = _open_example(browser, url, example)
    paths = [path for path in paths if not only or _name(path) in only]
    for width, scheme in product(WIDTHS, SCHEMES):
        with browser.new_context(
            base_url=url, viewport={"width": width, "height": HEIGHT}, color_scheme=scheme
        ) as context:
            page = context.new_page()
            watch = Watch(page)
            for path in paths:
                name = f"{example}-{_name(path)}-{width}-{scheme}"
                page.goto(f"{path}?{opened_by}")
                _settled(page)
                found = [*too_high(page, path, width), *_looked_at(page, watch, name)]
                tabs = page.locator(TABS)
                for place in range(tabs.count()):
                    tabs.nth(place).click()
                    _settled(page)
                    found += tab_too_high(page, path, width)
                    found += _looked_at(page, watch, f"{name}-tab{place + 1}")
                faults += found
    return faults + _wall(browser, url, (example, opened_by), only)


def too_high(page: Page, path: str, width: int) -> list[str]:
    """Whether a page, as it opened, is higher than a first layer may be at this width."""
    high, most = page.evaluate(WHOLE_HEIGHT), FIRST_LAYER[width]
    if high <= most or _name(path) in MAY_BE_HIGHER:
        return []
    return [f"{_name(path)} is {high} px high at {width}; a first layer takes at most {most}"]


def tab_too_high(page: Page, path: str, width: int) -> list[str]:
    """Whether a page with the tab its address names is higher at this width than it may be."""
    more = dict(parse_qsl(urlsplit(page.url).query)).get("more", "")
    high = page.evaluate(WHOLE_HEIGHT)
    if width != WIDTHS[0] or more not in SHORT_TABS.get(_name(path), ()) or high <= TAB_MOST:
        return []
    return [f"{_name(path)} is {high} px high with {more} open; it may be {TAB_MOST}"]


def _looked_at(page: Page, watch: Watch, name: str) -> list[str]:
    """What is wrong with what the window now shows; its picture is taken."""
    faults = [*watch.faults(), *page.evaluate(CUT_OFF), *_broken_rules(page)]
    size = page.viewport_size or {"width": WIDTHS[0], "height": HEIGHT}
    page.set_viewport_size({**size, "height": max(HEIGHT, page.evaluate(WHOLE_HEIGHT))})
    _settled(page)
    page.screenshot(path=PICTURES / f"{name}.png")
    page.set_viewport_size(size)
    return [f"{name} {fault}" for fault in faults]


def _broken_rules(page: Page) -> list[str]:
    """Rules of WCAG that what is shown breaks; looked at again where it does, because what is about
    to go is shown pale for a moment.
    """
    if not violations(page):
        return []
    page.wait_for_timeout(PALE_MS)
    _settled(page)
    return violations(page)


def _wall(browser: Browser, url: str, shown: tuple[str, str], only: tuple[str, ...]) -> list[str]:
    """What a projector shows of the comparison and of who does what, and the first page while
    nothing is open.
    """
    faults: list[str] = []
    example, opened_by = shown
    for name, path, (width, height) in (
        ("projector", f"/compare?show=projector&{opened_by}", PROJECTOR),
        ("partners-projector", f"/partners?show=projector&{opened_by}", PROJECTOR),
        ("doors", "/?w=none", (WIDTHS[0], HEIGHT)),
    ):
        if only and name not in only:
            continue
        with browser.new_context(
            base_url=url, viewport={"width": width, "height": height}
        ) as context:
            page = context.new_page()
            watch = Watch(page)
            page.goto(path)
            _settled(page)
            faults += [
                f"{example}-{name} {fault}" for fault in [*watch.faults(), *violations(page)]
            ]
            page.screenshot(path=PICTURES / f"{example}-{name}.png")
    return faults


def _name(path: str) -> str:
    return path.strip("/") or "overview"


def _open_example(browser: Browser, url: str, example: str) -> tuple[list[str], str]:
    """Opens the example as a person does, and gives the pages the sidebar then lists, and what of
    an address opens that workshop: each new window is asked which one.
    """
    with browser.new_context(
        base_url=url, viewport={"width": WIDTHS[0], "height": HEIGHT}
    ) as context:
        page = context.new_page()
        press_example(page, example)
        links = page.locator("[data-testid=stSidebar] a").evaluate_all(
            "links => links.map(link => new URL(link.href).pathname)"
        )
        return list(dict.fromkeys(links)), urlsplit(page.url).query


def _settled(page: Page) -> None:
    """Links, charts and fonts are drawn a moment after the script ended."""
    ready(page)
    page.wait_for_function(ALL_DRAWN)
    page.evaluate("() => document.fonts.ready.then(() => true)")


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
