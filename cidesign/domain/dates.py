"""How dates are written for people: 26 March 2026, 26 Mar in lists, March 2029."""

from cidesign.text import mark, say

MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)
SHORT = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)


def day(at: str) -> str:
    """``2026-03-26`` or a longer ISO time as 26 March 2026; any other text as it stands."""
    parts = _parts(at)
    return (
        say("{day} {month} {year}", day=parts[2], month=say(MONTHS[parts[1] - 1]), year=parts[0])
        if parts
        else at
    )


def day_short(at: str) -> str:
    """The same in a list: 26 Mar."""
    parts = _parts(at)
    return say("{day} {month}", day=parts[2], month=say(SHORT[parts[1] - 1])) if parts else at


def month(text: str) -> str:
    """``2029-03`` as people write it: March 2029."""
    return say("{month} {year}", month=say(MONTHS[int(text[5:7]) - 1]), year=text[:4])


def _parts(at: str) -> tuple[int, int, int] | None:
    pieces = at[:10].split("-")
    if (
        len(pieces) != 3
        or not all(piece.isdigit() for piece in pieces)
        or not 1 <= int(pieces[1]) <= 12
    ):
        return None
    return int(pieces[0]), int(pieces[1]), int(pieces[2])
