"""What pages are made of: begin a page, ask, answer, show, decide."""

from cidesign.ui.answer import answer, question
from cidesign.ui.blocks import blocks, written_rows
from cidesign.ui.contents import Entry, go, sidebar, walk
from cidesign.ui.decided import decided
from cidesign.ui.decision import Ask, decision
from cidesign.ui.doors import doors
from cidesign.ui.evidence import as_table, chart, evidence, heading, rows_as_table, sentences
from cidesign.ui.inputs import choice, keep
from cidesign.ui.kept import kept, take_away
from cidesign.ui.page import Entrance, Page, open_entrance, open_page
from cidesign.ui.path import path, steps
from cidesign.ui.problems import calmly, problems
from cidesign.ui.prompts import prompts
from cidesign.ui.questions import questions
from cidesign.ui.remembered import remembered
from cidesign.ui.states import empty, locked
from cidesign.ui.words import plain, small

__all__ = [
    "Ask",
    "Entrance",
    "Entry",
    "Page",
    "answer",
    "as_table",
    "blocks",
    "calmly",
    "chart",
    "choice",
    "decided",
    "decision",
    "doors",
    "empty",
    "evidence",
    "go",
    "heading",
    "keep",
    "kept",
    "locked",
    "open_entrance",
    "open_page",
    "path",
    "plain",
    "problems",
    "prompts",
    "question",
    "questions",
    "remembered",
    "rows_as_table",
    "sentences",
    "sidebar",
    "small",
    "steps",
    "take_away",
    "walk",
    "written_rows",
]
