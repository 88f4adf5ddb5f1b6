"""Says what is wrong and what to do where the store of the server fails, whatever was asked for."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cidesign.serve.small_page import page, paragraph
from cidesign.text import say
from cidesign.views.score import asks
from cidesign.workshop import StoreFails

GONE_WRONG = 1011
"""How a websocket is closed by a server that cannot go on."""
AGAIN_SECONDS = "30"


def telling_failures(app: ASGIApp) -> ASGIApp:
    """The app; where its store fails before it has answered, the answer says so."""

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def told(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await app(scope, receive, told)
        except StoreFails as failure:
            if begun:
                raise
            await _answer(scope, receive, send, said_of(failure))

    return served


def said_of(failure: StoreFails) -> str:
    """What is wrong and what to do, as sentences."""
    (problem,) = failure.problems
    return asks.refused(problem)


async def _answer(scope: Scope, receive: Receive, send: Send, said: str) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": GONE_WRONG, "reason": ""})
        return
    again = {"retry-after": AGAIN_SECONDS, "cache-control": "no-store"}
    if Request(scope).headers.get("accept", "").startswith("application/json"):
        answer = JSONResponse({"trouble": said}, 503, again)
        await answer(scope, receive, send)
        return
    kept = say("What is saved stays saved. Go back to see what you wrote, and send it again later.")
    told = page(say("Not now"), paragraph(said, wrong=True) + paragraph(kept), status=503)
    told.headers.update(again)
    await told(scope, receive, send)
