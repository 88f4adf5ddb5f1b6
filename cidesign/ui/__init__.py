"""What pages are made of: begin a page, ask, answer, show, decide."""

from cidesign.ui.kit.answer import answer, question
from cidesign.ui.kit.blocks import blocks, written_rows
from cidesign.ui.kit.contents import go, go_to_change, pages_of_this_tab, sidebar
from cidesign.ui.kit.decided import decided
from cidesign.ui.kit.decision import Ask, decision
from cidesign.ui.kit.ending import end, to_the_end
from cidesign.ui.kit.evidence import as_table, chart, evidence, heading, rows_as_table, sentences
from cidesign.ui.kit.inputs import choice, keep
from cidesign.ui.kit.layers import Layer, layers
from cidesign.ui.kit.page import Entrance, Page, open_entrance, open_page
from cidesign.ui.kit.problems import calmly, problems, told_where_the_store_fails
from cidesign.ui.kit.questions import questions
from cidesign.ui.kit.remembered import remembered, worked_out
from cidesign.ui.kit.states import an_example, locked
from cidesign.ui.kit.top import at_the_top
from cidesign.ui.kit.words import plain, small
from cidesign.ui.overview.doors import doors
from cidesign.ui.overview.kept import kept, take_away, where_it_is_kept
from cidesign.ui.overview.path import path, steps, usual_values
from cidesign.ui.room.knocking import knocking

__all__ = [
    "Ask",
    "Entrance",
    "Layer",
    "Page",
    "an_example",
    "answer",
    "as_table",
    "at_the_top",
    "blocks",
    "calmly",
    "chart",
    "choice",
    "decided",
    "decision",
    "doors",
    "end",
    "evidence",
    "go",
    "go_to_change",
    "heading",
    "keep",
    "kept",
    "knocking",
    "layers",
    "locked",
    "open_entrance",
    "open_page",
    "pages_of_this_tab",
    "path",
    "plain",
    "problems",
    "question",
    "questions",
    "remembered",
    "rows_as_table",
    "sentences",
    "sidebar",
    "small",
    "steps",
    "take_away",
    "to_the_end",
    "told_where_the_store_fails",
    "usual_values",
    "where_it_is_kept",
    "worked_out",
    "written_rows",
]
