"""The route of a member's sheet: shows her own, takes one form after the other, and says truly
what is kept.
"""

import hashlib
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Route

from cidesign.acts import Act
from cidesign.acts.give_score import GiveScore
from cidesign.acts.rehearsal_rights import Deed, against, moment_of
from cidesign.domain.catalog import Catalog
from cidesign.domain.person import Person
from cidesign.domain.problem import BadInput
from cidesign.domain.workshop import Bundle
from cidesign.home import app_folder
from cidesign.serve import sheet_page
from cidesign.serve.sheet_page import ADDRESS, Frame, Told
from cidesign.text import say, speaking
from cidesign.text.languages import language
from cidesign.views.candidates.applications import application, files_of, written_about
from cidesign.views.room.rehearsal import read_apart
from cidesign.views.score import asks
from cidesign.views.sheet import posted, words
from cidesign.views.sheet.posted import Fault, Posted, Try
from cidesign.views.sheet.rehearsal import RehearsedSheet, invented_in, rehearsed_sheet
from cidesign.views.sheet.view import (
    MySheet,
    Rows,
    my_sheet,
    only_hers,
    stamp_of_cell,
    stamp_of_words,
)
from cidesign.workshop import NoSuchWorkshop, Store, StoreFails, passes, rehearsing, timing

LARGEST_FORM = 128 * 1024
MOST_FIELDS = 400
WORKSHOPS = 16
"""Whose rows are remembered from tap to tap."""
FORM = "application/x-www-form-urlencoded"
_STATIC = {"sheet.css": "text/css; charset=utf-8", "sheet.js": "text/javascript; charset=utf-8"}
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",  # with none at all a form would not say where it came from
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True)
class Visitor:
    """Who asks, and the text of her pass, to which the forms she is given are bound."""

    person: Person
    workshop: str
    rater: str
    bond: str


Who = Callable[[Request], Visitor | None]


def by_pass(store: Store) -> Who:
    """Whose pass a request bears, in the role she has at this moment; None where she has none that
    holds.
    """

    def who(request: Request) -> Visitor | None:
        bond = request.cookies.get(passes.COOKIE, "")
        person = passes.person_of(store, bond) if bond else None
        if person is None or not person.workshop:
            return None
        return Visitor(person, person.workshop, person.rater, bond)

    return who


def routes(store: Store, catalog: Catalog, who: Who) -> list[Route]:
    """The sheet and its two files.

    Args:
        store: where workshops are kept.
        catalog: our own facts.
        who: whose pass a request bears; None where it bears none that holds.
    """
    door = _Door(store, catalog, who)
    return [
        Route(ADDRESS, door.answer, methods=["GET", "POST"]),
        *(Route(f"{ADDRESS}/{name}", _sent(name), methods=["GET"]) for name in _STATIC),
    ]


@cache
def _file(name: str) -> tuple[bytes, str]:
    content = (app_folder() / "static" / name).read_bytes()
    return content, hashlib.sha256(content).hexdigest()[:12]


def _sent(name: str) -> Callable[[Request], Response]:
    """A file of ours, which a browser keeps for as long as it is the same."""

    def sent(_: Request) -> Response:
        kept = {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(_file(name)[0], headers={**_HEADERS, **kept, "Content-Type": _STATIC[name]})

    return sent


def _address(name: str) -> str:
    return f"{ADDRESS}/{name}?v={_file(name)[1]}"


@dataclass(frozen=True)
class _Seen:
    """What one request is answered from."""

    visitor: Visitor
    bundle: Bundle
    mine: MySheet
    rehearsed: RehearsedSheet | None = None

    def at(self, of: str) -> MySheet:
        """Her sheets among which that of a candidate is: the real ones, or those of a rehearsal."""
        rehearsed = self.rehearsed
        return rehearsed.mine if rehearsed and rehearsed.about(of) else self.mine

    @property
    def moment(self) -> str:
        """How far a rehearsal is."""
        return moment_of(self.rehearsed.held if self.rehearsed else None).value


class _Door:
    """The route's two ends: a page to look at, a form to take."""

    def __init__(self, store: Store, catalog: Catalog, who: Who) -> None:
        self._store, self._catalog, self._who = store, catalog, who
        self._rows: OrderedDict[str, Rows] = OrderedDict()
        self._lock = Lock()

    async def answer(self, request: Request) -> Response:
        """The page, or what of it a script asks for; or one form: done as far as it can be, and
        what was not is told.
        """
        if request.method != "POST":
            return await run_in_threadpool(self._show, request)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
            return _plain(415, say("This address takes forms only."))
        body = await _body(request)
        if body is None:
            return _plain(413, say("This form is larger than we take."))
        try:
            pairs = parse_qsl(
                body.decode("utf-8", "replace"),
                keep_blank_values=True,
                max_num_fields=MOST_FIELDS,
                errors="replace",
            )
        except ValueError:
            return _plain(413, say("This form has more fields than we take."))
        return await run_in_threadpool(self._take, request, dict(pairs))

    def _show(self, request: Request) -> Response:
        visitor = self._who(request)
        if visitor is None:
            return _gone(request)
        try:
            seen = self._look(visitor)
        except NoSuchWorkshop:
            return _gone(request)
        with speaking(language(seen.bundle.workshop.language)):
            asked = request.query_params
            if _wants_json(request):
                left = self._seconds_left(visitor.workshop)
                return _json(200, {**_now(seen, asked.get("of", "")), "left": left, "told": []})
            if read := asked.get("read"):
                return self._application(seen, read)
            done = _done(asked.get("done", ""))
            return self._drawn(seen, asked.get("of", ""), asked.get("weigh", ""), Told(done=done))

    def _look(self, visitor: Visitor, record: Bundle | None = None, *, of: str = "") -> _Seen:
        """What is hers; ``of``: of one candidate alone."""
        if record is None:
            record = self._store.read(visitor.workshop).bundle
        bundle = only_hers(record, visitor.rater, self._rows_of(visitor.workshop), of=of)
        mine = my_sheet(bundle, visitor.rater, self._catalog)
        return _Seen(visitor, bundle, mine, self._rehearsed(visitor, bundle, mine))

    def _rehearsed(self, visitor: Visitor, bundle: Bundle, mine: MySheet) -> RehearsedSheet | None:
        """Her sheet in a rehearsal, where one is held."""
        if bundle.workshop.stage.against_a_rehearsal:
            return None  # real scores are taken or were: nothing is asked of the store
        at, by = (self._store, visitor.workshop), visitor.person
        held = rehearsing.held(*at)
        if held is None:
            return None
        try:
            gives = not against(by, Deed.READ_OWN, bundle, held, workshop=visitor.workshop)
            given = rehearsing.mine(*at, by) if gives else None
            told = rehearsing.told(*at, by) if held.is_over else ()
        except BadInput:
            return None  # it was deleted this very moment
        catalog = self._catalog.of(bundle.workshop)
        apart = read_apart(told, bundle, catalog)
        return rehearsed_sheet(held, given, mine, bundle, catalog, apart)

    def _seconds_left(self, workshop: str) -> int | None:
        """Until the timer of the room ends; None where none runs. A tap does not ask for it."""
        ends_at = timing.ends_at(self._store, workshop)
        if ends_at is None:
            return None
        return max(0, round((ends_at - datetime.now(UTC)).total_seconds()))

    def _rows_of(self, workshop: str) -> Rows:
        with self._lock:
            rows = self._rows.setdefault(workshop, Rows())
            self._rows.move_to_end(workshop)
            while len(self._rows) > WORKSHOPS:
                self._rows.popitem(last=False)
            return rows

    def _drawn(self, seen: _Seen, of: str, way: str, told: Told, status: int = 200) -> Response:
        frame = _frame(seen, self._seconds_left(seen.visitor.workshop))
        rehearsed = seen.rehearsed
        sheet = seen.at(of).of(of) if of else None
        invented = rehearsed.about(of) if rehearsed else None
        if sheet is None:
            answer = words.answer(seen.bundle, seen.mine)
            text = sheet_page.all_of_it(frame, seen.mine, answer, way, told, rehearsed)
        elif rehearsed and invented:
            text = sheet_page.of_invented(frame, rehearsed, sheet, invented, told)
        else:
            wrote = [
                cell.criterion.id
                for cell in sheet.cells
                if written_about(seen.bundle, of, cell.criterion.id)
            ]
            sent = files_of(seen.bundle, of) > 0
            text = sheet_page.of_one(frame, seen.mine, sheet, wrote, told, sent=sent)
        return HTMLResponse(text, status, headers=_HEADERS)

    def _application(self, seen: _Seen, read: str) -> Response:
        sheet = seen.mine.of(read)
        if sheet is None:
            return self._drawn(seen, "", "", Told())
        frame = _frame(seen, self._seconds_left(seen.visitor.workshop))
        text = sheet_page.application(
            frame, seen.mine, sheet.candidate, application(seen.bundle, read)
        )
        return HTMLResponse(text, headers=_HEADERS)

    def _take(self, request: Request, typed: dict[str, str]) -> Response:
        visitor = self._who(request)
        if visitor is None:
            return _gone(request)
        try:
            # A script stays on the page, so the others' sheets are not asked for.
            tapped = _wants_json(request) and typed.get("do") == posted.SCORES
            of = typed.get("of", "") if tapped else ""
            seen = self._look(visitor, of=of)
            with speaking(language(seen.bundle.workshop.language)):
                if not _is_ours(request, visitor, typed.get("token", "")):
                    return self._not_ours(request, seen, typed)
                # Nobody is tied to a candidate that does not exist: only levels are given to one.
                scores = typed.get("do") == posted.SCORES
                mine = seen.at(typed.get("of", "")) if scores else seen.mine
                form = posted.read_form(mine, typed, meant=tapped)
                what, after = self._do(visitor, form, typed.get("nonce", ""))
                return self._answered(request, self._look(visitor, after, of=of), typed, what)
        except NoSuchWorkshop:
            return _gone(request)

    def _do(self, visitor: Visitor, form: Posted, nonce: str) -> "tuple[_Outcome, Bundle | None]":
        """Do what a form asks for; the record after the last act that was kept, None where none
        was.
        """
        saved, faults = 0, list(form.faults)
        after: Bundle | None = None
        for one in form.tries:
            try:
                after = self._kept(visitor, one.act, _own(visitor, nonce, one.act))
            except StoreFails as error:
                return _Outcome(saved, form.overtaken, (*faults, *_each(one, error)), error), None
            except BadInput as error:
                faults += _each(one, error)
                after = None
            else:
                saved += 1
        return _Outcome(saved, form.overtaken, tuple(faults)), after

    def _kept(self, visitor: Visitor, act: Act, nonce: str) -> Bundle | None:
        """Do an act; the record after it. A level of a rehearsal is kept apart from the record."""
        key, candidate = invented_in(act.candidate) if isinstance(act, GiveScore) else ("", "")
        if not key or not isinstance(act, GiveScore):
            done = self._store.do(visitor.workshop, act, visitor.person, nonce=nonce)
            return done.kept.bundle
        rehearsing.give(
            self._store,
            visitor.workshop,
            visitor.person,
            key=key,
            candidate=candidate,
            criterion=act.criterion,
            score=act.score,
            nonce=nonce,
        )
        return None

    def _answered(
        self, request: Request, now: _Seen, typed: dict[str, str], what: "_Outcome"
    ) -> Response:
        refused = {one.field: asks.refused(one.problem) for one in reversed(what.faults)}
        do, of = typed.get("do", ""), typed.get("of", "")
        go = _next(now.at(of), do, of)
        told_there = f"{go}{'&' if '?' in go else '?'}done={what.saved}"
        if _wants_json(request):
            if what.failure:
                raise what.failure  # the page keeps all of it, and sends it again
            news = {"told": what.overtaken, "refused": refused, "go": told_there}
            return _json(422 if refused else 200, {**_now(now, of), **news})
        if not refused and not what.overtaken:
            return RedirectResponse(told_there, 303, headers=_HEADERS)
        if not refused:
            told = Told((*_kept(what.saved), *what.overtaken))
            return self._drawn(now, of if do == posted.SCORES else "", "", told)
        missed = (
            words.not_saved(len(refused)),
            *_without_a_field(now.at(of), do, of, refused, typed),
        )
        told = Told(what.overtaken, missed, refused, posted.typed_again(typed))
        status = 503 if what.failure else 422
        return self._drawn(now, of if do in _OF_ONE else "", typed.get("way", ""), told, status)

    def _not_ours(self, request: Request, seen: _Seen, typed: dict[str, str]) -> Response:
        """A form that does not bear what we gave this person; where it came from her own page, such
        as one drawn before she signed in anew, what she typed stays.
        """
        if _wants_json(request):
            return _json(403, {"told": [], "refused": {"do": words.not_from_here()}})
        if not {"origin", "sec-fetch-site"} & set(request.headers) or not _same_origin(request):
            return _notice(403, words.nothing_saved(), words.not_from_here())
        told = Told(missed=(words.press_again(),), typed=typed)
        of = typed.get("of", "") if typed.get("do", "") in _OF_ONE else ""
        return self._drawn(seen, of, typed.get("way", ""), told, 403)


@dataclass(frozen=True)
class _Outcome:
    """How many acts of a form are kept, what another window had changed, what is not kept, and
    whether the store kept it from being so.
    """

    saved: int
    overtaken: tuple[str, ...]
    faults: tuple[Fault, ...]
    failure: StoreFails | None = None


def _each(one: Try, bad: BadInput) -> list[Fault]:
    return [one.fault(problem) for problem in bad.problems]


_OF_ONE = frozenset({posted.SCORES, posted.ASIDE})
"""Forms that stand on a candidate's page."""


def _frame(seen: _Seen, left: int | None) -> Frame:
    visitor = seen.visitor
    return Frame(
        token=_token(visitor),
        nonce=secrets.token_urlsafe(16),
        key=hashlib.sha256(f"{visitor.workshop}\0{visitor.rater}".encode()).hexdigest()[:16],
        style=_address("sheet.css"),
        script=_address("sheet.js"),
        rehearsal=seen.moment,
        stage=seen.bundle.workshop.stage.id,
        seconds_left=left,
    )


def _token(visitor: Visitor) -> str:
    """What a form of hers bears: nobody can make it who does not hold her pass."""
    return hmac.new(visitor.bond.encode(), b"cidesign sheet form", hashlib.sha256).hexdigest()


def _is_ours(request: Request, visitor: Visitor, token: str) -> bool:
    bears = hmac.compare_digest(_token(visitor).encode(), token.encode("utf-8", "replace"))
    return bears and _same_origin(request)


def _same_origin(request: Request) -> bool:
    """Whether a form came from a page of ours, as far as the browser says where it came from."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        return site in ("same-origin", "none")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _own(visitor: Visitor, nonce: str, act: Act) -> str:
    """The nonce of an act, made of the form's: nobody's can meet another's, and a form that comes
    again with something else in it is another act.
    """
    said = (visitor.workshop, visitor.rater, nonce or secrets.token_urlsafe(16), act.kind)
    told = "\0".join((*said, act.model_dump_json()))
    return "sheet." + hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()


def _now(seen: _Seen, of: str) -> dict[str, Any]:
    """What is kept now of a candidate's sheet, for a window that shows it."""
    mine = seen.at(of)
    sheet = mine.of(of) if of else None
    state = {
        "open": mine.is_open,
        "of": of,
        "token": _token(seen.visitor),
        "rehearsal": seen.moment,
        "stage": seen.bundle.workshop.stage.id,
    }
    if sheet is None:
        return {**state, "cells": {}, "words": None}
    cells = {
        cell.criterion.id: {
            "stamp": stamp_of_cell(cell),
            "level": words.level_of(cell),
            "why": cell.reason,
            "said": words.said_of(cell),
        }
        for cell in sheet.cells
    }
    both = {"stamp": stamp_of_words(sheet), "strength": sheet.strength, "concern": sheet.concern}
    return {**state, "cells": cells, "words": both, "progress": words.progress(sheet)}


def _next(mine: MySheet, do: str, of: str) -> str:
    """Where one goes on after a form that was kept."""
    following = mine.after(of) if do == posted.SCORES else None
    return sheet_page.address(of=following.candidate.id) if following else ADDRESS


def _kept(saved: int) -> tuple[str, ...]:
    return (words.just_saved(saved),) if saved else ()


def _done(number: str) -> tuple[str, ...]:
    """What to say after a form that was kept; ``number``: of acts, as the address says it."""
    if not (number.isascii() and number.isdigit() and len(number) <= 3):
        return ()
    return _kept(int(number)) or (words.nothing_changed(),)


def _without_a_field(
    mine: MySheet, do: str, of: str, refused: dict[str, str], typed: dict[str, str]
) -> tuple[str, ...]:
    """What is wrong, and what was written, where the page does not show the form any more."""
    shown = {
        posted.SCORES: mine.of(of) is not None,
        posted.ASIDE: mine.of(of) is not None,
        posted.CONFLICTS: bool(mine.silent),
        posted.WEIGHTS: bool(mine.criteria),
    }
    if shown.get(do, False):
        return ()
    written = (
        text
        for name, text in typed.items()
        if text.strip() and name.partition(".")[0] in ("why", "strength", "concern", "few")
    )
    return (*dict.fromkeys(refused.values()), *(words.you_had_written(text) for text in written))


def _wants_json(request: Request) -> bool:
    return request.headers.get("accept", "").startswith("application/json")


def _json(status: int, told: dict[str, Any]) -> Response:
    return JSONResponse(told, status, headers=_HEADERS)


def _notice(status: int, title: str, *lines: str) -> Response:
    text = sheet_page.notice(_address("sheet.css"), title, *lines)
    return HTMLResponse(text, status, headers=_HEADERS)


def _gone(request: Request) -> Response:
    title, line = words.gone()
    if _wants_json(request):
        return _json(401, {"told": [], "refused": {"do": title}})
    return _notice(401, title, line)


def _plain(status: int, line: str) -> Response:
    return PlainTextResponse(line, status, headers=_HEADERS)


async def _body(request: Request) -> bytes | None:
    """What was sent; None where it is larger than we take, of which no more is read."""
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LARGEST_FORM:
        return None
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > LARGEST_FORM:
            return None
        pieces.append(piece)
    return b"".join(pieces)
