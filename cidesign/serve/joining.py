"""Joining and leaving: a link's secret part stands behind #, which no browser sends; a small page
takes it out of the address and posts it, and what comes back is a pass that scripts cannot read.
"""

from asyncio import sleep
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from cidesign.domain.person import Person, Presence, Role
from cidesign.domain.problem import BadInput
from cidesign.serve.failures import MOST_WAITING, Failures
from cidesign.serve.small_page import join_form, leave_form, page, paragraph
from cidesign.text import say
from cidesign.workshop import Store, StoreFails, passes, people
from cidesign.workshop.people import JOIN

LEAVE, IN = "/leave", "/in"
LONGEST_FORM = 4_096
EVERY_SECONDS = 4


@dataclass
class Door:
    """Where people come in."""

    store: Store
    failures: Failures = field(default_factory=Failures)
    waiting: int = 0

    def routes(self) -> list[Route]:
        """What the door answers."""
        return [
            Route(JOIN, self.ask, methods=["GET"]),
            Route(JOIN, self.join, methods=["POST"]),
            Route(IN, self.lead_in, methods=["GET"]),
            Route(LEAVE, self.ask_to_leave, methods=["GET"]),
            Route(LEAVE, self.leave, methods=["POST"]),
        ]

    async def ask(self, request: Request) -> Response:
        """The page to join by; who waits at the door reads that she waits."""
        return await run_in_threadpool(self._page, cookie_of(request), "")

    async def join(self, request: Request) -> Response:
        """Somebody brings a link or a code."""
        given = await _form(request)
        if given is None or not came_from_here(request):
            return _refused()
        link, name = _token(given.get("link", "")), given.get("name", "")
        try:
            cookie = await run_in_threadpool(self._pass_for, link, name, cookie_of(request))
        except StoreFails:
            raise  # nothing is wrong with what she brings
        except BadInput as error:
            code = link if people.reads_like_a_code(link) else ""
            return await self._wrong(request, error, code)
        answer = RedirectResponse(IN, 303)
        answer.set_cookie(
            passes.COOKIE,
            cookie,
            max_age=passes.DAYS * 24 * 3600,
            path="/",
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="lax",
        )
        return answer

    async def lead_in(self, request: Request) -> Response:
        """Whoever has joined goes where she has most to do; others to the door."""
        here = await run_in_threadpool(self._person, cookie_of(request))
        at = home_of(here) if here else JOIN
        return RedirectResponse(at, 303, {"cache-control": "no-store"})

    async def ask_to_leave(self, request: Request) -> Response:
        """The page to leave by."""
        return page(say("Leave the workshop?"), leave_form())

    async def leave(self, request: Request) -> Response:
        """Somebody leaves: her passes end."""
        if not came_from_here(request):
            return _refused()
        await run_in_threadpool(self._end, cookie_of(request))
        answer = RedirectResponse(JOIN, 303)
        answer.delete_cookie(passes.COOKIE, path="/", httponly=True, samesite="lax")
        return answer

    def _page(self, cookie: str, wrong: str, status: int = 200, code: str = "") -> Response:
        known = passes.known_by(self.store, cookie)
        if known and known.presence is Presence.ASKS and not wrong:
            told = say(
                "{name}, the facilitator sees that you are here and lets you in. Leave this page "
                "open.",
                name=known.person.name,
            )
            return page(say("Please wait"), paragraph(told), again_in=EVERY_SECONDS)
        body = paragraph(wrong, wrong=True) if wrong else ""
        if self._person(cookie):
            there = (
                say(
                    "You run this server: you begin, list and delete workshops. To come in as "
                    "somebody else, use the form."
                )
                if passes.operator_of(self.store, cookie)
                else say("You have joined. To come in as somebody else, use the form.")
            )
            onward = f'<p><a href="{IN}">{say("To the workshop")}</a></p>'
            told = body + paragraph(there) + onward + join_form(asks=True)
            return page(say("You are in"), told, status=status)
        how = say("Open the link you were given, or type the code you see in the room.")
        title = say("Join with your link or the room code")
        return page(title, body + paragraph(how) + join_form(asks=False, code=code), status=status)

    def _person(self, cookie: str) -> Person | None:
        return passes.person_of(self.store, cookie) or passes.operator_of(self.store, cookie)

    def _pass_for(self, link: str, name: str, held: str) -> str:
        """A pass for whoever brings this.

        Raises:
            BadInput: it leads nowhere.
        """
        if people.reads_like_a_code(link):
            before = passes.known_by(self.store, held)
            if before and before.presence is Presence.ASKS:
                return held  # a second press: she waits already
            return passes.pass_for(self.store, people.ask(self.store, link, name))
        if admin := passes.admin_pass(self.store, link):
            return admin
        return passes.pass_for(self.store, people.redeem(self.store, link))

    async def _wrong(self, request: Request, error: BadInput, code: str) -> Response:
        """Wrong ones from one address are answered late once there are many; the code of a room
        stays in the form, a link does not.
        """
        address = request.client.host if request.client else ""
        wait = self.failures.count(address)
        if wait and self.waiting >= MOST_WAITING:
            return page(say("Try again in a moment"), join_form(asks=False), status=429)
        self.waiting += 1
        try:
            await sleep(wait)
        finally:
            self.waiting -= 1
        (problem,) = error.problems
        told = f"{problem.where}: {problem.what}; {problem.remedy}."
        return await run_in_threadpool(self._page, cookie_of(request), told, 400, code)

    def _end(self, cookie: str) -> None:
        known = passes.known_by(self.store, cookie)
        if known:
            people.leave(self.store, known.person)


def home_of(here: Person) -> str:
    """Where somebody has most to do: a member on her sheet, who leads a workshop in its room."""
    if here.role is Role.MEMBER:
        return "/sheet"
    return "/room" if here.role is Role.FACILITATOR else "/"


def cookie_of(request: Request) -> str:
    """The pass a browser brings; empty where it brings none."""
    return request.cookies.get(passes.COOKIE, "")


def came_from_here(request: Request) -> bool:
    """Whether a form was sent from a page of ours. Browsers say so; one that says nothing is an old
    one, whose cookies do not travel with foreign forms either.
    """
    said = request.headers.get("sec-fetch-site")
    if said is not None:
        return said in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _refused() -> Response:
    return page(
        say("Not accepted"),
        paragraph(say("This form did not come from here. Open the page anew and try again.")),
        status=403,
    )


async def _form(request: Request) -> dict[str, str] | None:
    """The fields of a small form; None where it is none, or too long."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return None
    content = b""
    async for piece in request.stream():
        content += piece
        if len(content) > LONGEST_FORM:
            return None
    fields = parse_qs(content.decode("utf-8", "replace"), max_num_fields=8)
    return {name: values[0] for name, values in fields.items()}


def _token(link: str) -> str:
    """The secret part of a pasted link; what has none is a code or the part itself."""
    return link.strip().rpartition("#")[2].strip()
