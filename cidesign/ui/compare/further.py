"""On Compare: how far we agree, over the whole panel, by seat, and whether anyone scores higher."""

from cidesign.text import say
from cidesign.ui.compare.agreement import leniency_fold
from cidesign.ui.compare.rounds import seats_fold
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.views.compare.labels import in_rows
from cidesign.views.compare.panel_agreement import meaning
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CompareView


def agreement(page: Page, compare: CompareView, view: RobustnessView) -> None:
    """What the measures of agreement mean, in sentences; then the folds on seats and on members."""
    heading(
        say("How far do we agree?"), say("Over the whole panel, from every member's own points.")
    )
    sentences(
        remembered(page, "compare.meaning", lambda: meaning(view.agreement, in_rows(compare)))
    )
    seats_fold(page)
    leniency_fold(page)
