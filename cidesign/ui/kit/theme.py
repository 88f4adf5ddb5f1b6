"""The few looks Streamlit's own theme cannot give: the answer card, hairlines, targets for thumbs,
what print shows.

All text here is constant. Colours are custom properties that know both modes; the rest of the theme
stands in .streamlit/config.toml.
"""

from functools import cache
from typing import Literal

import streamlit as st

from cidesign.home import app_folder
from cidesign.ui.kit import session

Mode = Literal["light", "dark"]
SIDEBAR_PX = 264
_FRAMED = "_framed"

# Name, light, dark. tests/ui holds them against the charts' palette.
COLOURS = (
    ("page", "#FFFFFF", "#12171C"),
    ("answer", "#EEF4F5", "#17252C"),
    ("accent", "#0F4C5C", "#7CC4D4"),
    ("line", "#DEDDD7", "#2C353D"),
    ("edge", "#8A9098", "#66717C"),
    ("track", "#E3E1DA", "#2C353D"),
    ("ink", "#1A2129", "#E8EAEC"),
    ("button", "#0F4C5C", "#2F7F92"),
    ("muted", "#55606B", "#A3ADB6"),
    ("mark", "#7A4E00", "#EBC07A"),
    ("mark-ground", "#FCF2DE", "#352A16"),
)

RULES = """
[data-testid="stMainBlockContainer"] { max-width: 66rem; }
[data-testid="stMainBlockContainer"] p:not(:has(> span[style*="0.875rem"])), [data-testid="stMainBlockContainer"] li { max-width: 70ch; }
h1, h2, h3 { text-wrap: balance; }
h1 { padding-top: 0 !important; }
input, textarea { font-size: 1rem !important; }
[data-testid="stMultiSelect"] input { min-width: 1.5rem; }
[data-testid="stMain"] { font-variant-numeric: tabular-nums; }

[data-testid="stLayoutWrapper"]:has(> [class*="st-key-top_"]) { position: absolute; }
@keyframes cid-top-odd { from, to { max-height: 60vh; overflow: hidden; } }
@keyframes cid-top-even { from, to { max-height: 60vh; overflow: hidden; } }
[data-testid="stMainBlockContainer"]:has(.st-key-top_odd) { animation: cid-top-odd .05s; }
[data-testid="stMainBlockContainer"]:has(.st-key-top_even) { animation: cid-top-even .05s; }

[class*="st-key-answer"] { background: var(--answer); border-left: 5px solid var(--accent);
  border-radius: 0 .375rem .375rem 0; padding: 1.25rem 1.5rem; }
[class*="st-key-answer"] h2 { padding: 0 0 .625rem; }

[class*="st-key-go_"] { margin-top: .5rem; }
[class*="st-key-go_"] a { background: var(--button); border-radius: .375rem; padding: .5rem .875rem; min-height: 2.5rem; }
[class*="st-key-go_"] a * { color: #FFFFFF !important; }

[class*="st-key-row_"] { border-top: 1px solid var(--line); padding: .3125rem 0; }
[class*="st-key-row_now_"] { background: var(--answer); }
[class*="st-key-row_"] [data-testid="stPageLink"] a { padding-left: 0; }
[class*="st-key-row_"] [data-testid="stHorizontalBlock"] { row-gap: 0; }
[class*="st-key-kept_"], [class*="st-key-driver_"] { border-top: 1px solid var(--line); padding: .5rem 0; }
[data-testid="stSidebar"] [data-testid="stPageLink"] a { padding-top: .125rem; padding-bottom: .125rem; }
[data-testid="stMainBlockContainer"] [class*="st-key-five"] [data-testid] p { display: grid; grid-template-columns: 11rem 1fr;
  column-gap: 1rem; max-width: calc(12rem + 70ch); margin: 0; padding: .5rem 0; border-top: 1px solid var(--line); }

[data-testid="stMarkdownContainer"]:has(> table) { overflow-x: auto; }
[class*="st-key-levels"] [role="radiogroup"] { display: grid; gap: .5rem; }
[class*="st-key-levels"] label:has(input) { display: flex; width: 100%; min-height: 3rem; padding: .375rem .75rem;
  border: 1px solid var(--edge); border-radius: .375rem; }
[class*="st-key-levels"] label:has(input:checked) { border-color: var(--accent); background: var(--answer); }
[class*="st-key-levels"] label strong, [class*="st-key-levels"] button strong { display: block; }
[class*="st-key-levels_"] button { justify-content: start; min-height: 3rem; padding: .375rem .75rem; text-align: left;
  border: 1px solid var(--edge); color: var(--ink); background: none; }
[class*="st-key-levels_"] button[kind="primary"] { border-color: var(--accent); background: var(--answer); }
[class*="st-key-levels_"] button > div { width: 100%; justify-content: start; }
[data-testid="stLayoutWrapper"]:has(> .st-key-score_ask) { position: sticky; top: 3.75rem; z-index: 2; background: var(--page); padding: .25rem 0; }
[class*="st-key-levels_"] button [data-testid="stMarkdownContainer"] { flex: 1; }
[class*="st-key-levels_"] [aria-label^="Shortcut"] { display: none; }
[class*="st-key-levels_a"] button { animation: cid-wait-a .4s; }
[class*="st-key-levels_b"] button { animation: cid-wait-b .4s; }
@keyframes cid-wait-a { from, to { pointer-events: none; } }
@keyframes cid-wait-b { from, to { pointer-events: none; } }

.cid-path { display: flex; gap: 1rem; margin: .25rem 0 .5rem; }
.cid-path > div { min-width: 0; }
.cid-bars { display: flex; gap: 3px; }
.cid-bars i { flex: 1; height: .5625rem; background: var(--track); }
.cid-bars i.done { background: var(--accent); }
.cid-path b { display: block; margin-top: .5rem; font-weight: 600; line-height: 1.3; }
.cid-path span { color: var(--muted); font-size: .875rem; white-space: nowrap; }

.st-key-watermark { background: var(--mark-ground); border-radius: .375rem; padding: .375rem .75rem; }
.st-key-watermark [data-testid="stText"], .st-key-watermark p { color: var(--mark); font-family: inherit;
  font-size: .875rem; white-space: pre-wrap; }

.st-key-room_code [data-testid="stText"] { font-size: clamp(2.75rem, 6.5vw, 5.5rem); line-height: 1.1; font-weight: 600;
  letter-spacing: .04em; white-space: nowrap !important; }
.st-key-room_knock { position: fixed; right: 1rem; bottom: 1rem; z-index: 100; width: auto !important;
  max-width: min(26rem, calc(100vw - 2rem)); padding: .75rem 1.125rem; background: var(--answer);
  border-left: 5px solid var(--accent); border-radius: 0 .375rem .375rem 0; box-shadow: 0 1px 6px var(--edge); }
.st-key-room_clock [data-testid="stText"] { font-size: clamp(3rem, 9vw, 6rem); line-height: 1.1; font-weight: 600; }

[data-testid="stSliderThumbValue"], [role="radio"][aria-checked="true"] p { color: var(--accent); }
[data-testid="stBottom"] { border-top: 1px solid var(--line); }
[data-testid="stBottomBlockContainer"] { max-width: 66rem; padding-top: .75rem; padding-bottom: 1rem; }
[data-testid="stText"] { font-family: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }

@media (max-width: 640px) {
  [data-testid="stMain"] button, [data-testid="stPageLink"] a { min-height: 2.75rem !important; }
  h2 { font-size: 1.5rem !important; }
  [data-testid="stRadio"] label:has(input) { min-height: 2.75rem; align-items: center; }
  [data-testid="stHorizontalBlock"] { row-gap: .75rem; }
  [data-testid="stMainBlockContainer"] { padding-left: 1.125rem; padding-right: 1.125rem; }
  [data-testid="stBottomBlockContainer"] { padding-left: 1.125rem; padding-right: 1.125rem; }
  [class*="st-key-answer"] { padding: 1rem 1.125rem; }
  .st-key-score_keys { display: none; }
  [data-testid="stMainBlockContainer"] [class*="st-key-five"] [data-testid] p { display: block; }
  [class*="st-key-five"] strong { display: block; }
  [data-testid="stMarkdownContainer"] > table { font-size: .875rem; }
  [data-testid="stMarkdownContainer"] > table th, [data-testid="stMarkdownContainer"] > table td { padding: .25rem .375rem; }
}

@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stBottom"], button { display: none !important; }
  .st-key-watermark::after { content: "EXAMPLE"; position: fixed; inset: 40% 0 auto; text-align: center; font-size: 7rem; font-weight: 600;
    letter-spacing: .2em; color: #1A2129; opacity: .12; transform: rotate(-24deg); z-index: 9; pointer-events: none; }
}
"""


@cache
def style() -> str:
    """The whole style sheet, constant text."""
    both = " ".join(f"--{name}: light-dark({light}, {dark});" for name, light, dark in COLOURS)
    return f"<style>:root {{ {both} }}\n{RULES}</style>"


def mode() -> Mode:
    """Whether this viewer's screen is light or dark; light until the browser has said."""
    return "dark" if st.context.theme.type == "dark" else "light"


def frame(title: str) -> None:
    """Set the tab's title and icon and the widths; before anything is drawn, or the sidebar starts
    too wide.
    """
    icon = app_folder() / "static" / "icon.svg"
    session.put(_FRAMED, title)
    st.set_page_config(
        page_title=f"{title} · cidesign",
        page_icon=str(icon),
        layout="wide",
        initial_sidebar_state=SIDEBAR_PX,
    )


def dress(title: str) -> None:
    """Give the page its frame, our few rules and the logo."""
    if session.take(_FRAMED) != title:
        frame(title)
    static = app_folder() / "static"
    st.html(style())
    st.logo(
        str(static / f"logo-{mode()}.svg"),
        size="large",
        icon_image=str(static / f"mark-{mode()}.svg"),
    )
