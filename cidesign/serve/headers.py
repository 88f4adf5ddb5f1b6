"""What a browser is told about everything we answer: not to put it in a frame, not to guess what it
is, not to tell others where it was read.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = (
    # Forms of ours need to say where they come from, so it is not "no-referrer".
    (b"referrer-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (
        b"content-security-policy",
        b"frame-ancestors 'self'; object-src 'none'; base-uri 'self'",
    ),
)


def with_safe_headers(app: ASGIApp) -> ASGIApp:
    """The app, whose answers all bear these headers; one that an answer sets itself stays."""

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", ()))
                named = {name.lower() for name, _ in given}
                more = [one for one in SAFE if one[0] not in named]
                message = {**message, "headers": [*given, *more]}
            await send(message)

        await app(scope, receive, told)

    return served
