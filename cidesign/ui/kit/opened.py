"""Which form of a list is open, and whether it is asked to take its entry out."""

from cidesign.ui.kit import session
from cidesign.ui.kit.attempts import forget

NEW = ""


def leave(form: str) -> str:
    """The key of the question whether an entry shall go."""
    return f"{form}.leave"


def is_open(form: str, id: str) -> bool:
    """Whether the form of this entry is open; ``NEW`` for one that is not on the list yet."""
    return bool(session.value(f"_{form}.open") == id)


def open_form(form: str, id: str) -> None:
    """Open it; a callback."""
    session.put(f"_{form}.open", id)
    session.put(f"_{form}.leaving", None)
    forget(form)
    forget(leave(form))


def close_form(form: str) -> None:
    """Close it; for callbacks."""
    session.forget(f"_{form}.open", f"_{form}.leaving")
    forget(form)


def is_leaving(form: str, id: str) -> bool:
    """Whether somebody asked to take this entry out and has not said yes yet."""
    return bool(session.value(f"_{form}.leaving") == id)


def ask_to_leave(form: str, id: str | None) -> None:
    """Ask whether it shall go, or no more; a callback."""
    session.put(f"_{form}.leaving", id)
