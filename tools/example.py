"""Opens an example the way a person does: two presses on the first page."""

from tools.visitor import Visitor

FIRST_DOOR = "Look at an example"


def open_example(visitor: Visitor) -> None:
    """Presses the door, then the first example's button."""
    visitor.press(FIRST_DOOR, visitor.visit("/"))
