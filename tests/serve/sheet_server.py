"""The sheet's routes alone, served for browsers: `python -m tests.serve.sheet_server PORT STORE
WORKSHOP`. `/enter?who=ana` gives the browser the pass of a member.
"""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

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
ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 60


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


@contextmanager
def sheet_served(port: int, url: str, workshop: str) -> Iterator[subprocess.Popen[bytes]]:
    """The server while it runs; it may be killed before."""
    command = [sys.executable, "-m", "tests.serve.sheet_server", str(port), url, workshop]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not _is_well(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the sheet's server did not start")
            time.sleep(0.1)
        yield process
    finally:
        process.kill()
        process.wait()


def _is_well(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{WELL}", timeout=2) as answer:
            return answer.status == 200
    except (URLError, ConnectionError, TimeoutError):
        return False


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
