"""The tab that tells what makes it a team one can hire: each rule with a switch and what it costs
today.
"""

from functools import partial
from itertools import count

import streamlit as st

from cidesign.acts.switch_hire_rule import SwitchHireRule
from cidesign.domain.allocation import Allocation
from cidesign.domain.plan import Plan
from cidesign.text import say
from cidesign.ui.kit import session, solving
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.inputs import keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.team import hire
from cidesign.views.team.hire_rules import HireRule
from cidesign.views.team.other_team import OtherTeam


def hire_rules(page: Page, host: str) -> None:
    """Each rule in words, what it costs, and a switch that is saved at once."""
    view = remembered(
        page,
        "team.hire",
        lambda: _tried(page, host),
        host,
    )
    heading(hire.hire_claim(view), hire.hire_note())
    if view.first_team:
        st.markdown(small(plain(view.first_team)))
    if view.other is not None:
        st.markdown(small(plain(view.other.said)))
        st.button(
            say("Set this first team"),
            key="team.hire.team",
            on_click=_set,
            args=(page, view.other),
        )
    for effect in view.effects:
        key = f"team.hire.{effect.rule.id}"
        with st.container(key=f"row_hire_{effect.rule.id}", gap="xxsmall"):
            session.follow(key, effect.on)
            st.toggle(
                f"**{as_label(say(effect.rule.label))}**",
                key=key,
                on_change=keep,
                args=(page.workshop, key, partial(_switch, page, effect.rule)),
            )
            refused(key)
            st.markdown(small(plain(f"{effect.asks} {hire.cost_said(effect)}")))


def _tried(page: Page, host: str) -> hire.HireView:
    """Each rule tried the other way round, while the page says how many plans are made."""
    shown, made, all = st.empty(), count(1), hire.PLANS_TO_MAKE

    def solve(plan: Plan) -> Allocation:
        done = min(next(made), all)
        label = say("Trying each rule the other way round: plan {n} of {all} …", n=done, all=all)
        shown.progress(done / all, as_label(label))
        return solving.solve(plan)

    view = hire.hire_view(page.bundle, page.catalog, host=host, solve=solve)
    shown.empty()
    return view


def _set(page: Page, other: OtherTeam) -> None:
    """Save another first team; a callback."""
    page.do(other.act)


def _switch(page: Page, rule: HireRule, on: bool) -> SwitchHireRule:
    return rule.switch(page.bundle, page.catalog, on=on)
