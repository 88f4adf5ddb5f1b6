"""What promised money can carry: worked out by one press in the background, shown as it is found,
stopped by another, and kept.
"""

from collections.abc import Hashable

import streamlit as st

from cidesign.charts import posts_over_years
from cidesign.domain.figures import fte
from cidesign.domain.outlook import HiringQuestion, HiringSoFar, OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.text import say
from cidesign.ui.kit import searches
from cidesign.ui.kit.evidence import evidence, heading, rows_as_table, sentences
from cidesign.ui.kit.layers import Layer, open_layer
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import number_of, remembered
from cidesign.ui.kit.words import plain, small
from cidesign.views.outlook import changes, hiring_words
from cidesign.views.outlook.carried import Carried, carried_in, carried_of, fingerprint
from cidesign.views.outlook.rows import label_of_year
from cidesign.views.outlook.view import HIRING_SECONDS, hiring_search

LAYER = "what-money-carries"
EVERY_SECONDS = 1.0
LONGER_SECONDS = 60.0


def known(page: Page, plan: Plan, years: OutlookPlan) -> Carried | None:
    """The hiring plan as it was worked out, or as our decision keeps it where nothing it was asked
    of has changed; None where nobody knows.
    """
    seen = searches.sought(_key(page, plan, years))
    if seen.latest is not None and not seen.goes_on:
        return carried_of(seen.latest.found, plan, years)
    held = carried_in(page.bundle.decisions)
    return held if held and held.asked == fingerprint(plan, years) else None


def goes_on(page: Page, plan: Plan, years: OutlookPlan) -> bool:
    """Whether it is being worked out."""
    return searches.sought(_key(page, plan, years)).goes_on


def button(page: Page, plan: Plan, years: OutlookPlan, *, primary: bool = False) -> None:
    """Begin to work it out."""
    st.button(
        say("Work out what promised money can carry"),
        type="primary" if primary else "secondary",
        key="outlook.carry.first" if primary else "outlook.carry",
        on_click=_begin,
        args=(page, plan, years),
    )


def say_who_pays() -> None:
    """Where nobody has promised money: the way to say who does."""
    st.button(
        say("Say who pays"),
        type="primary",
        key="outlook.say_who_pays",
        on_click=open_layer,
        args=("who-pays",),
    )


def layer(page: Page, plan: Plan, years: OutlookPlan) -> Layer:
    """Its tab."""
    return Layer(LAYER, say("What promised money can carry"), lambda: draw(page, plan, years))


def draw(page: Page, plan: Plan, years: OutlookPlan) -> None:
    """What it is, or the way to work it out; while that goes on, the best so far."""
    if goes_on(page, plan, years):
        _under_way(page, plan, years)
        return
    carried = known(page, plan, years)
    if carried is None:
        seen = searches.sought(_key(page, plan, years))
        st.markdown(
            plain(hiring_words.failed() if seen.state == "failed" else hiring_words.about())
        )
        button(page, plan, years)
        return
    _shown(page, plan, years, carried)
    st.markdown(small(plain(hiring_words.how_good(carried))))
    if carried.status != "optimal" and carried.status != "infeasible":
        st.button(
            say("Look on for up to a minute"),
            key="outlook.carry.again",
            on_click=_again,
            args=(page, plan, years),
        )


@st.fragment(run_every=EVERY_SECONDS)
def progress(page: Page, plan: Plan, years: OutlookPlan) -> None:
    """How far the search is, looked at each second, and the way to end it."""
    page.speak()
    key = _key(page, plan, years)
    seen = searches.sought(key)
    if not seen.goes_on:
        st.rerun()
    if seen.state == "waiting":
        st.markdown(plain(hiring_words.waiting()))
    else:
        so_far: HiringSoFar | None = seen.latest
        asked = so_far.question if so_far else None
        order = list(HiringQuestion)
        st.progress((order.index(asked) + 1) / (len(order) + 1) if asked else 0.02)
        st.markdown(small(plain(hiring_words.step(asked, seen.seconds))))
    st.button(say("Stop looking"), key="outlook.carry.stop", on_click=searches.stop, args=(key,))


@st.fragment(run_every=EVERY_SECONDS)
def _under_way(page: Page, plan: Plan, years: OutlookPlan) -> None:
    """The plan so far, drawn anew as better ones come."""
    page.speak()
    seen = searches.sought(_key(page, plan, years))
    if seen.latest is None:
        st.markdown(small(plain(hiring_words.soon())))
    else:
        st.markdown(small(plain(hiring_words.so_far(seen.latest.found.gap))))
        _shown(page, plan, years, carried_of(seen.latest.found, plan, years))


def _shown(page: Page, plan: Plan, years: OutlookPlan, carried: Carried) -> None:
    if lacking := hiring_words.nothing(carried):
        st.markdown(plain(lacking))
        return
    before = changes.in_post(plan)
    posts = [year.posts for year in carried.years]
    rows = posts_over_years.by_role(posts, before, page.catalog.labels.roles)
    labels = [label_of_year(years.start, place) for place in range(len(posts))]
    evidence(
        hiring_words.claim(carried),
        hiring_words.note(fte(plan.fte_step)),
        remembered(
            page,
            "outlook.posts",
            lambda: posts_over_years.draw(rows, labels, plan.fte_step, mode=page.mode),
            page.mode,
            rows,
        ),
        alt=posts_over_years.alt(rows, labels),
        key="outlook.posts_chart",
    )
    heading(say("What changes when"), say("And what else is new at that time."))
    sentences(changes.changes(carried, plan, years, page.catalog))
    heading(say("Its years"), say("Hours covered, and money; nothing is counted nobody promised."))
    rows_as_table(hiring_words.work_rows(carried, years, page.catalog))
    rows_as_table(hiring_words.money_rows(carried, years))


def _begin(page: Page, plan: Plan, years: OutlookPlan, seconds: float = HIRING_SECONDS) -> None:
    """A callback."""
    key = _key(page, plan, years)
    searches.seek(key, lambda: hiring_search(plan, years, page.catalog, seconds=seconds))
    open_layer(LAYER)


def _again(page: Page, plan: Plan, years: OutlookPlan) -> None:
    """A callback."""
    searches.forget(_key(page, plan, years))
    _begin(page, plan, years, LONGER_SECONDS)


def _key(page: Page, plan: Plan, years: OutlookPlan) -> Hashable:
    return fingerprint(plan, years), number_of(page.catalog)
