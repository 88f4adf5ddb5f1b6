"""The sheet's routes alone, served for browsers: `python -m tests.serve.sheet_server PORT STORE
WORKSHOP`. `/enter?who=ana` gives the browser the pass of a member.
"""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from cidesign.catalog import load
from cidesign.domain.person import Person, Role
from cidesign.serve.sheet import Visitor, routes
from cidesign.workshop import Store

WELL = "/_stcore/health"
"""Where the app answers, too, so that whoever waits for one may wait for the other."""


def main(port: int, url: str, workshop: str) -> None:
    store = Store(url)

    def who(request: Request) -> Visitor | None:
        bond = request.cookies.get("pass", "")
        rater = bond.partition("@")[0]
        return Visitor(Person(rater, Role.MEMBER), workshop, rater, bond) if rater else None

    def enter(request: Request) -> Response:
        answer = RedirectResponse("/sheet", 303)
        answer.set_cookie("pass", request.query_params["who"], httponly=True, samesite="strict")
        return answer

    def well(_: Request) -> Response:
        return PlainTextResponse("ok")

    kept = routes(store, load(), who)
    app = Starlette(routes=[*kept, Route("/enter", enter), Route(WELL, well)])
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
