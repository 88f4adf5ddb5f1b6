"""What one may look at more closely on the page Compare: whether the order would hold, what would
change it, where we differ, how far we agree, what a round changed.
"""

from cidesign.acts.sheets import last_round
from cidesign.text import say
from cidesign.ui.compare import charts, further, other_ways, rounds
from cidesign.ui.compare.evidence import heard_part, panel
from cidesign.ui.kit.blocks import written_rows
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.views.compare import fit_check, words
from cidesign.views.compare import robustness_rows as shown
from cidesign.views.compare.fit_check import FitCheck
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CompareView


def closer(
    page: Page, view: CompareView, evidence: RobustnessView, check: FitCheck | None
) -> tuple[Layer, ...]:
    """The page's tabs; what speaks of an order only where candidates are ranked (no ``check``)."""
    differ = Layer(
        "where-we-differ", say("Where do we differ?"), lambda: _differ(page, view, evidence)
    )
    agree = Layer(
        "how-far-we-agree",
        say("How far do we agree?"),
        lambda: further.agreement(page, view, evidence),
    )
    turn = last_round(page.bundle)
    changed = Layer(
        "what-a-round-changed",
        say("What did round {round} change?", round=turn),
        lambda: rounds.rounds_part(page),
    )
    table = Layer("in-a-table", say("In a table"), lambda: _table(page, view, check))
    after = (
        *(differ, agree),
        *((changed,) if turn > 1 else ()),
        table,
    )
    if check is not None:
        return after
    holds = Layer("would-it-hold", say("Would it hold?"), lambda: _holds(page, view, evidence))
    change = Layer(
        "what-would-change-it",
        say("What would change it?"),
        lambda: _change(page, view, evidence),
    )
    return (holds, change, *after) if len(view.ranked) > 1 else after


def _holds(page: Page, view: CompareView, evidence: RobustnessView) -> None:
    charts.firm(page, view, evidence)
    other_ways.cross_checks_part(page, view, evidence)


def _change(page: Page, view: CompareView, evidence: RobustnessView) -> None:
    charts.tie(page, view, evidence)
    other_ways.when_wins_fold(page, view, evidence)


def _differ(page: Page, view: CompareView, evidence: RobustnessView) -> None:
    charts.talk(page, view, evidence)
    heard_part(page, view)
    rounds.notes_fold(page, shown.to_talk_about(view, evidence))


def _table(page: Page, view: CompareView, check: FitCheck | None) -> None:
    heading(words.claim(view) if check is None else fit_check.claim(check))
    written_rows(
        page,
        "compare.table",
        lambda: words.table(view) if check is None else fit_check.table(check),
        check and check.id,
    )
    panel(view)
