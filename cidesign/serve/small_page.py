"""The small pages at the door: one question each, no picture, nothing from elsewhere; they work
without script.
"""

import base64
import hashlib
from html import escape

from starlette.responses import HTMLResponse

from cidesign.text import say
from cidesign.workshop.people import CODE_LETTERS

STYLE = (
    "body{font:17px/1.5 sans-serif;color:#1A2129;background:#fff;margin:0 auto;max-width:34rem;"
    "padding:2rem 1rem}h1{font:600 1.6rem/1.25 serif}label{display:block;font-weight:600;"
    "margin:1rem 0 .25rem}input,button{font:inherit;box-sizing:border-box;min-height:44px;"
    "width:100%;padding:.5rem .75rem;border:1px solid #55606B;border-radius:.375rem}"
    "button{background:#0F4C5C;color:#fff;border:0;margin-top:1.25rem}"
    ".wrong{border-left:4px solid #A61B1B;padding-left:.75rem}a{color:#0F4C5C}"
)
# Takes what stands behind # out of the address, so that it stays in no history, and sends it; where
# somebody has joined already she is asked first, and the code of a room waits for a name. A link
# that is opened where this page stands already loads no other: only what stands behind # changes.
SCRIPT = (
    "(function(){function go(){"
    "var h=location.hash.slice(1),f=document.getElementById('join');"
    "if(!h||!f)return;history.replaceState(null,'',location.pathname);"
    f"f.elements.link.value=h;if(h.length==={CODE_LETTERS})f.elements.name.focus();"
    "else if(!f.hasAttribute('data-asks'))f.submit();}"
    "addEventListener('hashchange',go);go();})()"
)


def page(title: str, body: str, *, status: int = 200, again_in: int = 0) -> HTMLResponse:
    """A whole page.

    Args:
        title: plain text.
        body: what stands below it, as HTML.
        status: of the answer.
        again_in: after how many seconds the browser tries to come in; 0: never.
    """
    again = f'<meta http-equiv="refresh" content="{again_in};url=/in">' if again_in else ""
    told = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{again}<title>{escape(title)} · cidesign</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{escape(title)}</h1>{body}</main>"
        f"<script>{SCRIPT}</script></body></html>"
    )
    allowed = (
        f"default-src 'none'; style-src {_hash(STYLE)}; script-src {_hash(SCRIPT)}; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    return HTMLResponse(
        told, status, {"content-security-policy": allowed, "cache-control": "no-store"}
    )


def paragraph(text: str, *, wrong: bool = False) -> str:
    """Plain text as a paragraph; ``wrong``: something to mend, read out at once."""
    return f"<p{' class=wrong role=alert' if wrong else ''}>{escape(text)}</p>"


def join_form(*, asks: bool, code: str = "") -> str:
    """The form to join by; ``asks``: who has joined already presses the button herself; ``code``:
    of the room, as it was typed before.
    """
    return (
        f'<form id="join" method="post" action="/join"{" data-asks" if asks else ""}>'
        f'<label for="link">{escape(say("Your link, or the code of the room"))}</label>'
        '<input id="link" name="link" autocomplete="off" autocapitalize="off" spellcheck="false"'
        f' maxlength="300" required value="{escape(code)}">'
        f'<label for="name">{escape(say("Your name (only with the code of the room)"))}</label>'
        '<input id="name" name="name" autocomplete="name" maxlength="120">'
        f"<button>{escape(say('Join'))}</button></form>"
    )


def leave_form() -> str:
    """The form to leave by."""
    told = escape(say("Leave on all my devices"))
    return f'<form method="post" action="/leave"><button>{told}</button></form>'


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
