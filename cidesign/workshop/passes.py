"""A pass: what a browser holds so that we know who it is. It says where, who and until when; what
she may do is looked up each time, so that a pass can be ended at once.
"""

import base64
import hashlib
import hmac
import os
import secrets
import tempfile
import time
from pathlib import Path

from cidesign.domain.person import OPERATOR, Person, Presence
from cidesign.domain.problem import BadInput, Problem
from cidesign.text import say
from cidesign.workshop import people
from cidesign.workshop.people import Known
from cidesign.workshop.store import Store

COOKIE = "cidesign_pass"
DAYS = 30
SECRET = "CIDESIGN_SECRET"  # noqa: S105 - the name of a variable
LEAST_LETTERS = 32
_ADMIN = "admin"
_PURPOSE = b"cidesign pass 1\n"
_ADMIN_FINGERPRINT = "admin_token"


def secret_of(store: Store) -> bytes:
    """What passes of this store are signed with: the environment's CIDESIGN_SECRET, else a file
    beside the store that only its owner can read, made when it is first needed.

    Raises:
        BadInput: CIDESIGN_SECRET is too short, or the store is no file and there is none.
    """
    if named := os.environ.get(SECRET, "").strip():
        if len(named) < LEAST_LETTERS:
            raise BadInput([_too_short()])
        return named.encode()
    path = secret_file(store)
    if path is None:
        raise BadInput([_none_named()])
    if not path.exists():
        _make(path)
    return path.read_bytes()


def secret_file(store: Store) -> Path | None:
    """The file beside the store that holds its secret, or will; None where the store is no file, or
    CIDESIGN_SECRET is set and counts instead.
    """
    if os.environ.get(SECRET, "").strip() or store.url.get_backend_name() != "sqlite":
        return None
    return Path(f"{store.url.database}.secret")


def salt_for(store: Store, workshop: str) -> str:
    """What the order of letters in a workshop follows from; nobody but this server knows it."""
    told = hmac.new(secret_of(store), b"cidesign letters\n" + workshop.encode(), hashlib.sha256)
    return told.hexdigest()


def pass_for(store: Store, known: Known, *, at: float | None = None) -> str:
    """The text of a new pass for somebody. ``at``: seconds since 1970; now when left out."""
    return _signed(store, known.person.workshop, known.person.id, str(known.version), at)


def person_of(store: Store, cookie: str, *, at: float | None = None) -> Person | None:
    """Whose pass this is, in the role she has now; None where it is no pass that holds, or she has
    not joined.
    """
    found = known_by(store, cookie, at=at)
    return found.person if found and found.presence is Presence.JOINED else None


def known_by(store: Store, cookie: str, *, at: float | None = None) -> Known | None:
    """Likewise, of whoever waits at the door too."""
    said = _read(store, cookie, at)
    if said is None or not said[0]:
        return None
    workshop, id, version = said
    found = people.known(store, workshop, id)
    return found if found and str(found.version) == version and _may_hold(found) else None


def _may_hold(found: Known) -> bool:
    return found.presence in (Presence.JOINED, Presence.ASKS)


def operator_of(store: Store, cookie: str, *, at: float | None = None) -> Person | None:
    """The operator, where this is the pass of whoever runs the server."""
    said = _read(store, cookie, at)
    holds = said is not None and said[:2] == ("", _ADMIN) and said[2] == _version(store)
    return OPERATOR if holds else None


def admin_token(store: Store) -> str | None:
    """A new token for whoever runs the server, the first time it is asked for; None ever after: the
    store keeps only its fingerprint.
    """
    token = secrets.token_urlsafe(people.TOKEN_BYTES)
    fingerprint = hashlib.sha256(token.encode()).hexdigest()
    return token if store.settle(_ADMIN_FINGERPRINT, fingerprint) else None


def new_admin_token(store: Store) -> str:
    """A new one in place of the old, which leads nowhere from now on; passes made by it end."""
    token = secrets.token_urlsafe(people.TOKEN_BYTES)
    store.settle(_ADMIN_FINGERPRINT, hashlib.sha256(token.encode()).hexdigest(), anew=True)
    return token


def admin_pass(store: Store, token: str, *, at: float | None = None) -> str | None:
    """The text of a pass for whoever brings the token of this server; None where it is another."""
    kept = store.setting(_ADMIN_FINGERPRINT)
    brought = hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
    if not kept or not hmac.compare_digest(kept, brought):
        return None
    return _signed(store, "", _ADMIN, _version(store), at)


def _version(store: Store) -> str:
    return store.setting(_ADMIN_FINGERPRINT)[:16]


def _signed(store: Store, workshop: str, id: str, version: str, at: float | None) -> str:
    until = int((time.time() if at is None else at) + DAYS * 24 * 3600)
    told = ".".join((workshop, id, version, str(until)))
    return f"{told}.{_mac(store, told)}"


def _read(store: Store, cookie: str, at: float | None) -> tuple[str, str, str] | None:
    """Workshop, person and version that a pass names, where its signature and time hold."""
    told, _, mac = cookie.rpartition(".")
    if not told.isascii() or not hmac.compare_digest(
        _mac(store, told), mac.encode("ascii", "replace").decode()
    ):
        return None
    workshop, id, version, until = told.split(".")
    if int(until) < (time.time() if at is None else at):
        return None
    return workshop, id, version


def _mac(store: Store, told: str) -> str:
    made = hmac.new(secret_of(store), _PURPOSE + told.encode("utf-8"), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def _make(path: Path) -> None:
    """A secret in a file of our own eyes only; of two programs that begin at once one makes it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".secret-")  # it is made for us alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(32))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(name, path)
        except FileExistsError:
            return
    finally:
        Path(name).unlink()


def _too_short() -> Problem:
    what = say("has fewer than {least} letters", least=LEAST_LETTERS)
    return Problem(SECRET, what, say("make a longer one at random"))


def _none_named() -> Problem:
    what = say("is not set, and this store is no file to keep a secret beside")
    return Problem(SECRET, what, say("set it to at least 32 letters made at random"))
