"""Where each dollar goes: who pays at the left, posts and purchases in the middle, what they are
for at the right. The height of a bar is its dollars; each carries its own name and figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

import plotly.graph_objects as go

from cidesign.charts.palette import Mode, Palette, palette
from cidesign.charts.template import AXIS, Label, figure, wrapped
from cidesign.domain.figures import money_short
from cidesign.domain.flows import DOLLAR, Flow, WhoPays
from cidesign.domain.spent import Item, Use
from cidesign.domain.words import FUNCTIONS
from cidesign.text import say

HEIGHT = 360
"""Pixels of all dollars together; what stands between the bars comes on top."""
LINE = 16
GAP = 8
LETTERS = (14, 14, 15)
"""How many there is room for beside a bar of each column, at 350 pixels."""
MOST_LINES = 3
SHOWN_USD = 500
"""Less is drawn, but has no name: it would be called $0k."""
BAR_WIDE = 0.025
STARTS = (0.0, 0.31, 1 - BAR_WIDE)
AIR = 0.012
BENT = 0.5
PALE = 0.3
"""How much of a colour a ribbon has; words stand on it."""
PURCHASES = Item("line")
ALONE = ("role", "line")
"""What has a bar of its own in the middle; the rest goes straight on to what it is for."""


@dataclass(frozen=True)
class Words:
    """What people read for who pays, for a post or the like, and for a use; each in the order in
    which it is to stand.
    """

    who: Mapping[WhoPays, str]
    items: Mapping[Item, str]
    uses: Mapping[str, str]


@dataclass
class _Node:
    """One bar: where it stands and how far its ribbons are drawn at each side."""

    label: str
    colour: str
    column: int
    usd: float = 0.0
    is_hatched: bool = False
    is_seen: bool = True
    top: float = 0.0
    lines: tuple[str, ...] = ()
    drawn: dict[str, float] = field(default_factory=lambda: {"in": 0.0, "out": 0.0})


def draw(flows: Sequence[Flow], words: Words, *, mode: Mode) -> go.Figure:
    """Every dollar of the budget as ribbons between bars.

    Args:
        flows: of a plan; they add to its budget.
        words: for all that stands in them.
        mode: light or dark.
    """
    colours = palette(mode)
    flows = [flow for flow in flows if flow.usd >= DOLLAR]
    nodes, links = _network(flows, words, colours)
    whole = float(sum((flow.usd for flow in flows), Decimal(0))) or 1.0
    scale = HEIGHT / whole
    columns = [[one for one in nodes.values() if one.column == place] for place in range(3)]
    for one in nodes.values():
        one.lines = _lines(one)
    tall = max(sum(_slot(one, scale) for one in column) for column in columns if column)
    for column in columns:
        _place(column, scale, tall)
    shapes = [
        _ribbon(nodes[start], nodes[end], usd * scale, _pale(colour))
        for (start, end), (usd, colour) in links.items()
    ]
    seen = [one for one in nodes.values() if one.is_seen]
    return figure(
        mode,
        [_bars(seen, scale, colours)],
        [label for one in seen for label in _labels(one, colours)],
        height=round(tall) + 8,
        x={"range": [0, 1]},
        y={"range": [tall, 0]},
        shapes=shapes,
    )


_Key = tuple[int, WhoPays | Item | str]


def _network(
    flows: Sequence[Flow], words: Words, colours: Palette
) -> tuple[dict[_Key, _Node], dict[tuple[_Key, _Key], tuple[float, str]]]:
    """Bars in the order in which they stand, and the dollars between each two of them."""
    nodes: dict[_Key, _Node] = {}
    for flow in flows:
        hatched = flow.who.kind == "grant"
        colour = colours.edge if flow.who.kind == "to_raise" else colours.accent
        nodes.setdefault((0, flow.who), _Node(words.who[flow.who], colour, 0, is_hatched=hatched))
    places = {item: place for place, item in enumerate(words.items)}
    for flow in sorted(flows, key=lambda one: (_in_the_middle(one), places[one.item])):
        item = _item(flow)
        alone = item.kind in ALONE
        label = _purchases(flows, words) if item == PURCHASES else words.items.get(item, "")
        nodes.setdefault((1, item), _Node(label, colours.other, 1, is_seen=alone))
    for use in _uses(flows):
        colour = _colour(use, colours)
        nodes.setdefault((2, use), _Node(words.uses[use], colour, 2))
    links: dict[tuple[_Key, _Key], tuple[float, str]] = {}
    for flow in flows:
        keys: list[_Key] = [(0, flow.who), (1, _item(flow)), (2, flow.use)]
        for key in keys:
            nodes[key].usd += float(flow.usd)
        for pair, colour in zip(pairwise(keys), (colours.muted, _colour(flow.use, colours))):
            before = links.get(pair, (0.0, ""))[0]
            links[pair] = (before + float(flow.usd), colour)
    order = {key: place for place, key in enumerate(nodes)}
    return nodes, dict(sorted(links.items(), key=lambda one: (order[one[0][0]], order[one[0][1]])))


def _item(flow: Flow) -> Item:
    """What has no bar of its own is known by its use alone; purchases are one bar."""
    if flow.item.kind == "role":
        return flow.item
    return PURCHASES if flow.item.kind == "line" else Item(flow.item.kind)


def _in_the_middle(flow: Flow) -> int:
    """Posts first, then purchases, then what goes straight on, in the order of its use."""
    if flow.item.kind in ALONE:
        return ALONE.index(flow.item.kind)
    return len(ALONE) + list(Use).index(Use(flow.use))


def _purchases(flows: Sequence[Flow], words: Words) -> str:
    bought = list(dict.fromkeys(flow.item for flow in flows if flow.item.kind == "line"))
    return words.items[bought[0]] if len(bought) == 1 else say("Purchases")


def _uses(flows: Sequence[Flow]) -> list[str]:
    there = {flow.use for flow in flows}
    return [str(use) for use in (*FUNCTIONS, *Use) if str(use) in there]


def _colour(use: str, colours: Palette) -> str:
    return next((colours.functions[one] for one in FUNCTIONS if one == use), colours.other)


def _lines(node: _Node) -> tuple[str, ...]:
    """The name of a bar in lines; the first leaves room for its dollars."""
    if not node.is_seen or node.usd < SHOWN_USD:
        return ()
    usd = money_short(node.usd)
    return tuple(wrapped(f"{'0' * len(usd)} {node.label}", LETTERS[node.column], MOST_LINES))


def _slot(node: _Node, scale: float) -> float:
    return max(node.usd * scale, len(node.lines) * LINE) + GAP


def _place(column: list[_Node], scale: float, tall: float) -> None:
    """Bars below each other over the whole height of the picture."""
    slots = [_slot(one, scale) for one in column]
    spare = (tall - sum(slots)) / max(len(slots) - 1, 1)
    top = 0.0
    for node, slot in zip(column, slots, strict=True):
        node.top = top
        top += slot + spare


def _ribbon(start: _Node, end: _Node, height: float, colour: str) -> dict[str, object]:
    x0 = STARTS[start.column] + (BAR_WIDE if start.is_seen else 0)
    x1 = STARTS[end.column]
    y0, y1 = start.top + start.drawn["out"], end.top + end.drawn["in"]
    start.drawn["out"] += height
    end.drawn["in"] += height
    mid = x0 + (x1 - x0) * BENT
    a, b, c, d = (round(one, 2) for one in (y0, y1, y1 + height, y0 + height))
    path = (
        f"M {x0:.4f},{a} C {mid:.4f},{a} {mid:.4f},{b} {x1:.4f},{b} "
        f"L {x1:.4f},{c} C {mid:.4f},{c} {mid:.4f},{d} {x0:.4f},{d} Z"
    )
    return {
        "type": "path",
        "path": path,
        "fillcolor": colour,
        "line": {"width": 0},
        "layer": "below",
    }


def _pale(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{PALE})"


def _bars(nodes: list[_Node], scale: float, colours: Palette) -> go.Bar:
    heights = [max(one.usd * scale, 1.0) for one in nodes]
    return go.Bar(
        x=[BAR_WIDE] * len(nodes),
        base=[STARTS[one.column] for one in nodes],
        y=[one.top + height / 2 for one, height in zip(nodes, heights)],
        width=heights,
        orientation="h",
        marker={
            "color": [one.colour for one in nodes],
            "line": {"width": 0},
            "pattern": {
                "shape": ["/" if one.is_hatched else "" for one in nodes],
                "size": 5,
                "fgcolor": colours.page,
                "fillmode": "overlay",
            },
        },
        hoverinfo="skip",
    )


def _labels(node: _Node, colours: Palette) -> list[Label]:
    last = node.column == 2
    x = STARTS[node.column] + (-AIR if last else BAR_WIDE + AIR)
    told = []
    for place, line in enumerate(node.lines):
        usd = money_short(node.usd) if not place else ""
        text = line[len(usd) :].strip() if not place else line
        y = node.top + LINE / 2 + place * LINE
        label = Label(x, y, text, colours.ink, AXIS, lead=usd)
        told.append(replace(label, at="middle left") if last else label)
    return told


def alt(flows: Sequence[Flow], words: Words) -> str:
    """The picture in two sentences."""
    who: dict[WhoPays, Decimal] = {}
    uses: dict[str, Decimal] = {}
    for flow in flows:
        who[flow.who] = who.get(flow.who, Decimal(0)) + flow.usd
        uses[flow.use] = uses.get(flow.use, Decimal(0)) + flow.usd
    return say(
        "Who pays: {payers}. What for: {uses}.",
        payers=", ".join(f"{words.who[one]} {money_short(usd)}" for one, usd in who.items()),
        uses=", ".join(f"{words.uses[one]} {money_short(uses[one])}" for one in _uses(flows)),
    )
