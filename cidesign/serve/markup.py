"""HTML out of values: everything that is text is escaped here, in one place, so that what people
wrote is read and never obeyed.
"""

from html import escape

from cidesign.domain.legible import legible

_EMPTY = frozenset({"br", "img", "input", "link", "meta"})


class Html(str):
    """What is HTML already, because ``element`` or ``together`` made it."""

    __slots__ = ()


Child = str | Html | None


def escaped(text: str) -> Html:
    """A text as HTML shows it: letter by letter."""
    return Html(escape(legible(text), quote=True))


def together(*children: Child) -> Html:
    """Pieces one after the other; plain texts among them are escaped."""
    return Html("".join(_child(one) for one in children))


def element(tag: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """One element of HTML.

    Args:
        tag: its name, a word of ours.
        children: elements, or texts, which are escaped.
        attributes: True stands alone, None and False are left out; ``for_`` and ``class_`` stand
            for the words Python keeps, and ``data_x`` for ``data-x``.
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if tag in _EMPTY:
        return Html(f"<{tag}{said}>")
    return Html(f"<{tag}{said}>{together(*children)}</{tag}>")


def _child(one: Child) -> str:
    if one is None:
        return ""
    return one if isinstance(one, Html) else escaped(one)


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escaped(str(value))}"'
