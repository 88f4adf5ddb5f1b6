"""Who sits at this tab. Alone, everybody at the machine is its operator; on a shared server it is
whoever the browser's pass says, looked up once at every drawing and anew at every press.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import wraps
from typing import ParamSpec
from urllib.parse import urlsplit

import streamlit as st

from cidesign.acts import Act, Shared
from cidesign.acts.progress import Progress
from cidesign.acts.progress import progress as progress_of
from cidesign.acts.reads import seen_by
from cidesign.acts.rights import RIGHTS, Reach, right_of
from cidesign.domain.person import OPERATOR, Person
from cidesign.ui.kit import session
from cidesign.ui.kit.latest import Latest
from cidesign.ui.kit.one_store import store
from cidesign.workshop import Kept, passes

P = ParamSpec("P")
MOST = 128
_OF_THIS_MACHINE = ("localhost", "127.", "::1")
_mode = {"shared": False, "at": ""}
_seen: Latest[Kept] = Latest(MOST)
_far: Latest[Progress] = Latest(MOST)
_drawing: ContextVar[list[Person | None] | None] = ContextVar("drawing", default=None)


def share(*, on: bool = True, at: str = "") -> None:
    """From now on this server is shared: nobody does or reads anything without a pass. ``at``: the
    address others on the network find it at.
    """
    _mode.update(shared=on, at=at)


def is_shared() -> bool:
    """Whether this server is shared."""
    return bool(_mode["shared"])


def address() -> str:
    """Where others find this server: as this browser found it, but where that leads to this machine
    alone, as the server was told when it began.
    """
    asked = urlsplit(st.context.url or "")
    if asked.netloc and not (asked.hostname or "").startswith(_OF_THIS_MACHINE):
        return f"{asked.scheme}://{asked.netloc}"
    return str(_mode["at"]) or f"{asked.scheme or 'http'}://{asked.netloc}"


def person() -> Person | None:
    """Who sits here; None: nobody we know. In a drawing as it was when that first asked."""
    held = _drawing.get()
    if held is None or not is_shared():
        return person_now()
    if not held:
        held.append(person_now())
    return held[0]


def person_now() -> Person | None:
    """Who sits here this very moment, also in the middle of a drawing."""
    if not is_shared():
        name = " ".join(str(session.value("_who") or "").split())
        return Person(OPERATOR.id, OPERATOR.role, name)
    cookie = st.context.cookies.get(passes.COOKIE) or ""
    return passes.person_of(store(), cookie) or passes.operator_of(store(), cookie)


@contextmanager
def looked_up_once() -> Iterator[None]:
    """Inside, who sits here is looked up once, for the whole of a drawing. Callbacks run before
    their drawing begins, so each press looks anew.
    """
    before = _drawing.set([])
    try:
        yield
    finally:
        _drawing.reset(before)


def name() -> str:
    """The name of who sits here; empty where nobody gave one."""
    here = person()
    return here.name if here is not None else ""


def may(*kinds: type[Act]) -> bool:
    """Whether who sits here has a right to any of these kinds of acts, be it for herself alone."""
    here = person()
    return here is not None and any(
        right_of(kind).reach[here.role] is not Reach.NONE for kind in kinds
    )


def may_as(rater: str, *kinds: type[Act]) -> bool:
    """Whether who sits here may do any of these kinds of acts for this member."""
    here = person()
    if here is None:
        return False
    reaches = [right_of(kind).reach[here.role] for kind in kinds]
    return Reach.ALL in reaches or (Reach.OWN in reaches and here.rater == rater)


def may_change(step: str) -> bool:
    """Whether who sits here may change anything that all share at this step of the walk."""
    return may(*(one.act for one in RIGHTS if issubclass(one.act, Shared) and one.act.step == step))


def only_for(*kinds: type[Act]) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Marks what is drawn for pressing: who has no right to any of these kinds of acts is not
    offered it. The act would refuse her all the same.
    """

    def marked(draw: Callable[P, None]) -> Callable[P, None]:
        @wraps(draw)
        def drawn(*args: P.args, **more: P.kwargs) -> None:
            if may(*kinds):
                draw(*args, **more)

        return drawn

    return marked


def runs_the_server() -> bool:
    """Whether who sits here may begin, list and delete workshops."""
    here = person()
    return here is not None and not here.workshop and here.role is OPERATOR.role


def facilitates() -> bool:
    """Whether who sits here leads the selection."""
    here = person()
    return here is not None and here.facilitates


def rater() -> str:
    """Under which id who sits here scores, where it can be only one; empty where she may choose."""
    here = person()
    return here.member if here is not None else ""


def reader() -> str:
    """A word for who sits here, which no two people share; empty where one works alone."""
    here = person() if is_shared() else None
    return _word(here) if here else ""


def seen(kept: Kept) -> Kept:
    """A workshop as who sits here may see it now; the whole of it where one works alone.

    Raises:
        LookupError: nobody we know sits here, or she has joined another workshop.
    """
    if not is_shared():
        return kept
    here = _let_in(kept)
    word = _word(here)

    def made() -> Kept:
        salt = passes.salt_for(store(), kept.id)
        bundle = seen_by(here, kept.bundle, letters=kept.letters, salt=salt)
        return replace(kept, bundle=bundle, reader=word)

    return _seen.of((*_at(kept), word), made)


def progress(kept: Kept) -> Progress:
    """How far the members are, as who sits here may know it; worked out once for everybody.

    Raises:
        LookupError: nobody we know sits here, or she has joined another workshop.
    """
    here = _let_in(kept)
    return _far.of(_at(kept), lambda: progress_of(kept.bundle)).told_to(here)


def _let_in(kept: Kept) -> Person:
    here = person()
    if here is None or (here.workshop and here.workshop != kept.id):
        raise LookupError("this workshop is not for who sits here")
    return here


def _at(kept: Kept) -> tuple[str, str, int]:
    return str(store().url), kept.id, kept.revision


def _word(here: Person) -> str:
    return "/".join((here.workshop, here.id, here.role, here.member))
