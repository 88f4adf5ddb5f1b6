"""What somebody has typed or chosen and not saved yet waits for her: another page, a refusal and
another member on the same device take nothing away.

Streamlit forgets a widget that leaves the screen. So each drawing begins by looking what stands in
the fields of the one before, and a field that comes back begins with that. As long as the server
runs, a page that is loaded anew by the same person finds it too.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from cidesign.ui.kit import session, who

_DRAFTS, _SHOWN, _SHOWING = "_drafts", "_drafts.shown", "_drafts.showing"
_FIELDS = "_drafts.fields"
Of = tuple[str, str, str]
"""Of which workshop, of whom, in which field."""
USED = "(used)"
"""In place of whose it is: of a field that is used at once and never saved."""
MOST = 10_000
_left: OrderedDict[tuple[str, Of], Any] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class _Field:
    """A field on the screen: of which workshop and of whom it is, and what is saved of it."""

    workshop: str
    of: str
    stored: Any


def collect() -> None:
    """Look what stands in the fields that were on the screen; at the beginning of each drawing."""
    shown: Mapping[str, _Field] = session.value(_SHOWN, {})
    drafts = dict(_drafts())
    for key, field in shown.items():
        if not session.has(key):
            continue
        value, of = session.value(key), (field.workshop, field.of, key)
        if _same(value, field.stored):
            drafts.pop(of, None)
        else:
            drafts[of] = value
    _keep(drafts)
    session.put(_SHOWING, {})


def typed(key: str) -> None:
    """Somebody has written in a field, also one that has left the screen meanwhile; a callback."""
    session.changed()
    field: _Field | None = session.value(_FIELDS, {}).get(key)
    if field is not None:
        at = (field.workshop, field.of, key)
        _keep({**_drafts(), at: session.value(key)})


def begin(workshop: str, key: str, stored: Any, of: str = "") -> bool:
    """Let a field that is about to be drawn begin with what waits for it, else with what is saved.

    Args:
        workshop: its id; empty where none is open.
        key: of the widget, ``page.thing``.
        stored: what is saved; for a field of something new what it begins with.
        of: whose it is, where several people use it one after the other.

    Returns:
        Whether what stands there is not saved yet.
    """
    at, drafts = (workshop, of, key), _drafts()
    if at in drafts and _same(drafts[at], stored):
        drafts = {one: value for one, value in drafts.items() if one != at}
        _keep(drafts)
    before: _Field | None = session.value(_SHOWN, {}).get(key)
    stayed = before is not None and (before.workshop, before.of) == (workshop, of)
    if not stayed or not session.has(key):
        session.put(key, drafts.get(at, stored))
    elif at not in drafts and not _same(session.value(key), stored):
        session.put(key, stored)  # saved anew since, by somebody else or on another page
    field = {key: _Field(workshop, of, stored)}
    session.put(_SHOWING, {**session.value(_SHOWING, {}), **field})
    session.put(_FIELDS, {**session.value(_FIELDS, {}), **field})
    return at in drafts


def waits(key: str) -> bool:
    """Whether what stands in a field on the screen is not saved."""
    field: _Field | None = session.value(_SHOWING, {}).get(key)
    return field is not None and (field.workshop, field.of, key) in _drafts()


def some_wait(workshop: str, prefix: str) -> bool:
    """Whether anything waits in fields of these, on the screen or not."""
    return any(at == workshop and key.startswith(prefix) for at, _, key in _drafts())


def drawn() -> None:
    """The drawing is whole: what is not on the screen now is forgotten by the browser."""
    session.put(_SHOWN, session.value(_SHOWING, {}))


def settle(workshop: str, *prefixes: str, of: str | None = None) -> None:
    """What stood in these fields is saved, or somebody let go of it; for callbacks. The next
    drawing begins them anew. ``of``: only in those of this one.
    """
    _keep(
        {
            at: value
            for at, value in _drafts().items()
            if at[0] != workshop or not at[2].startswith(prefixes) or of not in (None, at[1])
        }
    )
    shown = session.value(_SHOWN, {})
    session.put(_SHOWN, {key: one for key, one in shown.items() if not key.startswith(prefixes)})


def saved(workshop: str, key: str, of: str = "") -> None:
    """What stands in this field was saved as it was written there; for callbacks."""
    shown: Mapping[str, _Field] = session.value(_SHOWN, {})
    if key in shown:
        session.put(_SHOWN, {**shown, key: _Field(workshop, of, session.value(key))})
    _keep({at: one for at, one in _drafts().items() if at != (workshop, of, key)})


def pages_with_some(workshop: str) -> frozenset[str]:
    """The ids of the pages on which something waits to be saved."""
    return frozenset(
        key.split(".")[0] for at, of, key in _drafts() if at == workshop and of != USED
    )


def _drafts() -> Mapping[Of, Any]:
    if not session.has(_DRAFTS):
        reader = who.reader()
        with _lock:
            mine = {at: value for (of, at), value in _left.items() if of == reader and at[0]}
        session.put(_DRAFTS, mine)
    drafts: Mapping[Of, Any] = session.value(_DRAFTS)
    return drafts


def _keep(drafts: Mapping[Of, Any]) -> None:
    before, reader = _drafts(), who.reader()
    session.put(_DRAFTS, dict(drafts))
    with _lock:
        for at in before.keys() - drafts.keys():
            _left.pop((reader, at), None)
        _left.update({(reader, at): one for at, one in drafts.items() if before.get(at) != one})
        while len(_left) > MOST:
            _left.popitem(last=False)


def _same(value: Any, stored: Any) -> bool:
    if isinstance(value, str) or isinstance(stored, str):
        return str(value or "").split() == str(stored or "").split()
    return bool(value == stored)
