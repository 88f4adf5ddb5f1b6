"""Asks the routes as a browser would, without a network: one request, one answer. And a committee
of four whose round is open.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.applications import Starlette

from cidesign.catalog import load
from cidesign.domain.person import Person, Role
from cidesign.record import read_files
from cidesign.serve.sheet import Visitor, routes
from cidesign.workshop import Store
from tests.serve.knocking import in_a_loop_of_its_own
from tests.views.compare.panels import MEMBERS, RULES, SEAL

HOST = "sheets.example"
CANDIDATES = (
    "id,name,kind,eligible,price\noak,Oak House,nonprofit,yes,40\nelm,Elm Fund,foundation,yes,20\n"
)
DECLARED = "rater,candidate\n" + "".join(
    f"{who},{one}\n" for who in ("ana", "ben") for one in ("oak", "elm")
)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def files(stage: str = "scoring", rules: str = RULES, **more: str) -> dict[str, bytes]:
    """A workshop in which Ana and Ben have declared, and Chi has not."""
    sealed = "" if stage == "draft" else SEAL
    given = {"declarations": DECLARED, "candidates": CANDIDATES, **more}
    return {
        "workshop.yaml": f"name: Mill Creek\n{MEMBERS}stage: {stage}\n".encode(),
        "rules.yaml": (rules + sealed).encode(),
        **{f"{stem}.csv": text.encode() for stem, text in given.items() if text},
        "applications/oak/about.txt": b"OAK-APPLICATION",
    }


class House:
    """A store with one workshop, and the sheet's routes before it; who asks is said by a header."""

    def __init__(self, given: Mapping[str, bytes] | None = None) -> None:
        self.store = Store()
        self.id = self.store.create(read_files(given or files()))
        self.revoked: set[str] = set()
        kept = routes(self.store, load(), self._who)
        self.app = Starlette(routes=kept)

    def _who(self, request: Any) -> Visitor | None:
        name = request.headers.get("x-pass", "")
        if not name or name in self.revoked:
            return None
        rater = name.partition("@")[0]
        return Visitor(Person(rater, Role.MEMBER), self.id, rater, bond=name)

    def ask(
        self,
        path: str,
        *,
        who: str = "ana",
        method: str = "GET",
        body: bytes = b"",
        **headers: str,
    ) -> Answer:
        told = {"host": HOST, "x-pass": who, **{k.replace("_", "-"): v for k, v in headers.items()}}
        return in_a_loop_of_its_own(_asked(self.app, method, path, body, told))

    def see(self, path: str = "/sheet", *, who: str = "ana") -> Answer:
        return self.ask(path, who=who)

    def token(self, who: str = "ana") -> str:
        return next(v for n, v in fields(self.see(who=who).text, "main") if n == "data-token")

    def post(
        self, said: Mapping[str, str], *, who: str = "ana", token: str | None = None, **headers: str
    ) -> Answer:
        body = urlencode({"token": self.token(who) if token is None else token, **said}).encode()
        content = {"content_type": "application/x-www-form-urlencoded", **headers}
        return self.ask("/sheet", who=who, method="POST", body=body, **content)

    @property
    def bundle(self) -> Any:
        return self.store.read(self.id).bundle


async def _asked(
    app: Any, method: str, path: str, body: bytes, headers: Mapping[str, str]
) -> Answer:
    parts, sent, started = urlsplit(path), [], []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "scheme": "http",
        "server": (HOST, 80),
        "client": ("127.0.0.1", 1),
        "headers": [
            *((k.lower().encode(), v.encode()) for k, v in headers.items()),
            *(
                [(b"content-length", str(len(body)).encode())]
                if "content-length" not in headers
                else []
            ),
        ],
    }
    asked = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> dict[str, Any]:
        return next(asked, {"type": "http.disconnect"})

    async def send(message: dict[str, Any]) -> None:
        (started if message["type"] == "http.response.start" else sent).append(message)

    await app(scope, receive, send)
    (start,) = started
    told = {k.decode().lower(): v.decode() for k, v in start["headers"]}
    return Answer(start["status"], told, b"".join(one.get("body", b"") for one in sent))


class _Fields(HTMLParser):
    def __init__(self, tag: str) -> None:
        super().__init__()
        self.tag = tag
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        if tag == self.tag:
            self.found.append({name: value or "" for name, value in attrs})


def elements(text: str, tag: str) -> list[dict[str, str]]:
    """The attributes of every element of a kind, as a browser reads them."""
    read = _Fields(tag)
    read.feed(text)
    return read.found


def fields(text: str, tag: str) -> list[tuple[str, str]]:
    """The same as pairs."""
    return [pair for one in elements(text, tag) for pair in one.items()]


class _Forms(HTMLParser):
    """What a browser without a script would send of each form, by what the form does."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.area = ""

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        if tag == "input" and (told.get("type") != "radio" or "checked" in told):
            self.forms[-1][told["name"]] = told.get("value", "")
        if tag == "textarea":
            self.area = told["name"]
            self.forms[-1][self.area] = ""

    def handle_data(self, text: str) -> None:
        if self.area:
            self.forms[-1][self.area] += text

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""


def filled(text: str, do: str = "scores") -> dict[str, str]:
    """A form of a page as it would be sent now."""
    read = _Forms()
    read.feed(text)
    return next(one for one in read.forms if one["do"] == do)
