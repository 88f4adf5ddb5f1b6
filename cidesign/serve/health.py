"""Whether the server can do its work, for whatever watches over it; tells nothing else."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from cidesign.workshop import Store

HEALTHZ = "/healthz"


def health(store: Store) -> Route:
    """``ok`` where the store answers."""

    async def answer(request: Request) -> Response:
        well = await run_in_threadpool(store.answers)
        return PlainTextResponse("ok" if well else "no store", 200 if well else 503)

    return Route(HEALTHZ, answer, methods=["GET"])
