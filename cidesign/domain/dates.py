"""How dates are written for people: 26 March 2026, and 26 Mar in lists."""

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def day(at: str) -> str:
    """``2026-03-26`` or a longer ISO time as 26 March 2026; any other text as it stands."""
    parts = _parts(at)
    return f"{parts[2]} {_MONTHS[parts[1] - 1]} {parts[0]}" if parts else at


def day_short(at: str) -> str:
    """The same in a list: 26 Mar."""
    parts = _parts(at)
    return f"{parts[2]} {_MONTHS[parts[1] - 1][:3]}" if parts else at


def _parts(at: str) -> tuple[int, int, int] | None:
    pieces = at[:10].split("-")
    if len(pieces) != 3 or not all(piece.isdigit() for piece in pieces) or not 1 <= int(pieces[1]) <= 12:
        return None
    return int(pieces[0]), int(pieces[1]), int(pieces[2])
