"""Opens an example the way a person does: one press on the first page, by wire or in a browser."""

from playwright.sync_api import Page

from tools.browser import ready
from tools.visitor import Visitor

FIRST = "philadelphia_stem"
KEY = "overview.example."


def open_example(visitor: Visitor, example: str = FIRST) -> None:
    """Presses the example's button in the visitor's session."""
    visitor.press(KEY + example, visitor.visit("/"))


def press_example(page: Page, example: str) -> None:
    """Presses the example's button in a browser, and waits until the workshop it opens is in the
    address.
    """
    page.goto("/")
    ready(page)
    page.locator(f".st-key-{KEY.replace('.', '-')}{example} button").click()
    page.wait_for_url("**/?w=*")
    ready(page)
