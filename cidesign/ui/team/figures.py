"""Every figure behind the plan, each to be changed in place: work, what an hour counts,
posts, purchases, gifts, money, hiring.
"""

from collections.abc import Callable

import streamlit as st

from cidesign.domain.plan import Plan
from cidesign.text import mark, say
from cidesign.ui.kit.choices import segments
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.ui.structure import sets
from cidesign.ui.team.gifts import gifts
from cidesign.ui.team.hiring import hiring
from cidesign.ui.team.money import money
from cidesign.ui.team.posts import posts
from cidesign.ui.team.priorities import priorities
from cidesign.ui.team.purchases import purchases
from cidesign.ui.team.work import work
from cidesign.views.structure.sets import LOANS_IN, in_short
from cidesign.views.team.view import TeamView


def everything(page: Page, view: TeamView) -> None:
    """Every figure behind the plan; one group of them at a time is on the screen."""
    plan = page.bundle.plan
    if plan is None:
        return
    section = segments(
        say("Which figures"),
        list(SECTIONS),
        default="work",
        format_func=lambda id: say(SECTIONS[id][0]),
        required=True,
        key="team.section",
    )
    st.markdown(
        small(
            say(
                "Each change is saved at once. A figure stays marked as assumed until you put "
                "your own."
            )
        )
    )
    _set_elsewhere(page, section or "work")
    SECTIONS[section or "work"][1](page, plan, view)


def _set_elsewhere(page: Page, section: str) -> None:
    """What our choices about the structure set here, above what they take the place of."""
    view = sets.sets_of(page)
    if told := in_short(view):
        st.markdown(small(plain(told)))
    with st.columns(2, gap="large")[0]:
        for row in view.counted:
            if row.section == section:
                sets.figure_row(page, row)
        if section == LOANS_IN:
            sets.loans(page, view)


SECTIONS: dict[str, tuple[str, Callable[[Page, Plan, TeamView], None]]] = {
    "work": (mark("Work"), work),
    "priorities": (mark("What an hour counts"), priorities),
    "posts": (mark("Posts"), posts),
    "purchases": (mark("Purchases"), purchases),
    "gifts": (mark("Gifts in kind"), gifts),
    "money": (mark("Money"), money),
    "hiring": (mark("Hiring and leading"), hiring),
}
