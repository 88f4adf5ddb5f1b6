"""Personal links on one sheet of paper to cut out: a name, a code to point a phone at, the address.
It is a page of HTML, which every browser prints, and asks no outside host.
"""

from collections.abc import Sequence
from html import escape

from cidesign.charts.qr import qr
from cidesign.domain.legible import legible
from cidesign.text import say
from cidesign.views.room.view import Card
from cidesign.views.room.words import ROLES

STYLE = (
    "@page{margin:12mm}*{box-sizing:border-box}body{font:12pt/1.35 sans-serif;color:#000;"
    "margin:0}h1{font-size:14pt;margin:0 0 6mm}main{display:grid;grid-template-columns:1fr 1fr}"
    "section{border:1px dashed #888;padding:5mm;display:flex;gap:5mm;align-items:center;"
    "break-inside:avoid;min-height:48mm}svg{width:36mm;height:36mm;flex:none}"
    "h2{font-size:15pt;margin:0 0 1mm;overflow-wrap:anywhere}p{margin:0 0 1mm}"
    "code{font-size:8pt;overflow-wrap:anywhere}"
)


def links_sheet(workshop: str, cards: Sequence[Card]) -> bytes:
    """The sheet as a file; ``workshop``: what it is called."""
    title = say("{workshop}: your link to join", workshop=workshop)
    head = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{_text(title)}</title><style>{STYLE}</style></head>"
    )
    body = "".join(_card(one) for one in cards)
    told = f"{head}<body><h1>{_text(title)}</h1><main>{body}</main></body></html>"
    return told.encode()


def _card(one: Card) -> str:
    how = say("Point your phone's camera at the square. The link is yours alone.")
    return (
        f"<section>{qr(one.link)}<div><h2>{_text(one.name)}</h2>"
        f"<p>{_text(say(ROLES[one.role]))}</p><p>{_text(how)}</p>"
        f"<code>{_text(one.link)}</code></div></section>"
    )


def _text(told: str) -> str:
    return escape(legible(told))
