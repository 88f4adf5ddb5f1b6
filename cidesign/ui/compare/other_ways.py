"""Further evidence of the page Compare: when each candidate would come first, and what other ways
to add up say.
"""

import streamlit as st

from cidesign.text import say
from cidesign.ui.kit.evidence import heading, rows_as_table, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered, worked_out
from cidesign.ui.kit.words import plain, small
from cidesign.views.compare import when_wins
from cidesign.views.compare.labels import in_rows
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CompareView


def when_wins_fold(page: Page, compare: CompareView, view: RobustnessView) -> None:
    """The fold with rules on weights and rises; they are looked for only once somebody opens it.
    Nothing with fewer than two ranked.
    """
    if view.anything is None:
        return
    fold = st.expander(
        say("When would each come first?"), key="compare.when_wins", on_change="rerun"
    )
    if not fold.open:
        return
    with fold:
        rules = worked_out(
            page,
            "compare.when_wins",
            lambda: when_wins.rules_found(view),
            meanwhile=say("Looking for rules in {n:,} weightings …", n=when_wins.SAMPLES),
        )
        found = when_wins.when_wins(view, rules, in_rows(compare))
        sentences(found.rules)
        st.markdown(small(plain(found.note)))
        if found.rises:
            st.markdown(f"**{plain(say('What a rival would have to score'))}**")
            sentences(found.rises)


def cross_checks_part(page: Page, compare: CompareView, view: RobustnessView) -> None:
    """What the foremost other ways say, in one line, and a fold with all of them. Nothing with
    fewer than two ranked.
    """
    if not view.checks:
        return
    told = remembered(page, "compare.other_ways", lambda: when_wins.other_ways(compare, view))
    heading(say("Other ways to add up"), say("A check, never the result: the sealed rules decide."))
    st.markdown(plain(told.headline))
    if told.reasons:
        sentences(told.reasons)
    if not told.rows:
        return
    fold = st.expander(say("All ways in a table"), key="compare.ways", on_change="rerun")
    if not fold.open:
        return
    with fold:
        rows_as_table(told.rows)
        if told.further:
            sentences(told.further)
