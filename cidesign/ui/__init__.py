"""What pages are made of: begin a page, ask, answer, show, decide; and what this tab remembers."""

from cidesign.ui.answer import answer, question
from cidesign.ui.contents import Entry, sidebar
from cidesign.ui.decision import Ask, decision
from cidesign.ui.evidence import as_table, chart, evidence, heading, points_in_words
from cidesign.ui.inputs import choice, keep
from cidesign.ui.page import Entrance, Page, open_entrance, open_page
from cidesign.ui.problems import problems
from cidesign.ui.states import empty, locked, stale
from cidesign.ui.words import plain, small

__all__ = [
    "Ask",
    "Entrance",
    "Entry",
    "Page",
    "answer",
    "as_table",
    "chart",
    "choice",
    "decision",
    "empty",
    "evidence",
    "heading",
    "keep",
    "locked",
    "open_entrance",
    "open_page",
    "plain",
    "points_in_words",
    "problems",
    "question",
    "sidebar",
    "small",
    "stale",
]
