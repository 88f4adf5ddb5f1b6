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


def month_read(text: str) -> str:
    """``2029-03`` of a month as people write it: March 2029, Mar 2029, 3/2029; any other text as it
    stands.
    """
    name, _, year = " ".join(text.replace(",", " ").replace("/", " ").split()).rpartition(" ")
    if not (year.isdigit() and len(year) == 4):
        return text
    number = int(name) if name.isdigit() else _number(name)
    return f"{year}-{number:02d}" if 1 <= number <= 12 else text


def _number(name: str) -> int:
    """Which month has this name, in full or in short, in English too; 0 for none."""
    wanted = name.rstrip(".").casefold()
    for names in (MONTHS, SHORT):
        for number, one in enumerate(names, start=1):
            if wanted in (one.casefold(), say(one).casefold()) or (
                len(wanted) > 3 and one.casefold().startswith(wanted)
            ):
                return number
    return 0


def _parts(at: str) -> tuple[int, int, int] | None:
    pieces = at[:10].split("-")
    if (
        len(pieces) != 3
        or not all(piece.isdigit() for piece in pieces)
        or not 1 <= int(pieces[1]) <= 12
    ):
        return None
    return int(pieces[0]), int(pieces[1]), int(pieces[2])
