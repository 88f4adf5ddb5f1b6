"""What one may look at more closely on the page Candidates: declaring a conflict, who is left to
score, what they sent in.
"""

from cidesign.acts.add_candidates import AddCandidates
from cidesign.acts.declare import Declare
from cidesign.text import say
from cidesign.ui.candidates import conflicts, hearing, inputs
from cidesign.ui.kit import who
from cidesign.ui.kit.evidence import heading, rows_as_table
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.views.candidates import words
from cidesign.views.candidates.view import CandidatesView


def closer(page: Page, view: CandidatesView) -> tuple[Layer, ...]:
    """The page's tabs, once somebody applied."""
    if not view.lines:
        return ()
    declare = Layer("conflicts", say("Declare a conflict"), lambda: conflicts.declaring(page, view))
    left = Layer("who-is-left", say("Who is left to score?"), lambda: _left(view))
    many = Layer("many", say("Add many at once"), lambda: inputs.many(page, view))
    sent = Layer("sent-in", say("What they sent in"), lambda: conflicts.reading(page, view))
    adds = not view.round_is_open and who.may(AddCandidates)
    return (
        *((many,) if adds and not inputs.began_empty(page, view) else ()),
        *((declare,) if view.members and who.may(Declare) else ()),
        *((left,) if view.members else ()),
        *((sent,) if any(line.files for line in view.lines) else ()),
        Layer("heard", say("Heard beyond the committee"), lambda: hearing.draw(page)),
    )


def _left(view: CandidatesView) -> None:
    heading(say("Who is left to score each candidate"))
    rows_as_table(words.who_is_left(view))
