"""What people may change on the page Outlook: how many years, the opening reserve, growth, hiring
and the phases.
"""

from decimal import Decimal
from functools import partial
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.add_phase import AddPhase
from cidesign.acts.awards import sources_of
from cidesign.acts.begin_outlook import BeginOutlook
from cidesign.acts.set_keys import Place, SetKeys
from cidesign.domain.first_year import OUTLOOK, first_month
from cidesign.domain.outlook import OutlookPlan
from cidesign.text import mark, say
from cidesign.ui.funding.who_pays import opening_reserve
from cidesign.ui.kit import session
from cidesign.ui.kit.answer import answer
from cidesign.ui.kit.choices import one_of, segments
from cidesign.ui.kit.figures import figure, in_place, month_field
from cidesign.ui.kit.inputs import choice, keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import small
from cidesign.views.overview import beginning
from cidesign.views.overview.drafting import Answers

HORIZONS = (3, 5, 8, 10)
SECTIONS = {
    "phases": mark("Phases"),
    "prices": mark("Prices and hiring"),
}
PHASES = mark("the phases of the years ahead")


def begin(page: Page) -> None:
    """Where nothing is said about the years yet: the card that says so, and the way to a first
    outlook.
    """
    with answer(
        say("Nobody has said yet when we start and who pays."),
        say("A first outlook has five years and the first year's budget."),
    ):
        st.button(
            say("Make a first outlook"),
            type="primary",
            key="outlook.first",
            on_click=first_outlook,
            args=(page,),
        )


def first_outlook(page: Page) -> None:
    """Save years ahead of usual values, from the first month somebody pays on, else from next
    January; a callback.
    """
    start = first_month(sources_of(page.bundle), None) or f"{int(session.now()[:4]) + 1}-01"
    years = beginning.first_outlook(page.catalog, Answers(name="", start=start))
    page.do(BeginOutlook(outlook=years))


def few(page: Page, years: OutlookPlan) -> None:
    """The inputs that change the answer most."""
    horizon, reserve, growth = st.columns([2, 2, 2], gap="large")
    with horizon:
        stored = years.years
        offered = sorted({*HORIZONS, stored})
        label = say("Years")
        makes = in_place(page, OUTLOOK, ("years",), label)
        choice(page.workshop, "outlook.years", label, offered, stored, makes=makes)
    with reserve:
        opening_reserve(page, "outlook.reserve")
    with growth:
        _rate(
            page,
            "salaries",
            say("Salaries grow a year"),
            years.growth.salaries,
            "growth",
            "salaries",
            price="salary_growth",
        )


def everything(page: Page, years: OutlookPlan) -> None:
    """Phases, growth and hiring; one group of figures at a time is on the screen."""
    section = segments(
        say("Which figures"),
        list(SECTIONS),
        default="phases",
        format_func=lambda id: say(SECTIONS[id]),
        required=True,
        key="outlook.section",
    )
    st.markdown(
        small(
            say(
                "Each change is saved at once. Months are written as year and month, such as "
                "2027-01."
            )
        )
    )
    if section == "prices":
        _prices(page, years)
    else:
        _phases(page, years)


def _do(page: Page, act: Act) -> None:
    page.do(act)


def _set(at: Place, value: Any, thing: str, path: str = OUTLOOK) -> SetKeys:
    return SetKeys(of="outlook", path=path, thing=thing, changes=((at, value),))


def _phases(page: Page, years: OutlookPlan) -> None:
    if page.bundle.plan is not None and page.bundle.plan.need is not None:
        st.markdown(small(say("The plan gives its need in hours, so phases change nothing.")))
    if years.phases and years.phases[0].from_ > years.start:
        st.markdown(small(say("Until then the first phase counts too, from the month we start.")))
    for place, start in enumerate(years.phases):
        phase, begins = st.columns(2, gap="large")
        with phase:
            key = f"outlook.phase.{place}"
            session.follow(key, str(start.phase))
            one_of(
                say("Phase"),
                [str(entry.id) for entry in page.catalog.phases],
                format_func=lambda id: page.catalog.labels.phases[id],
                key=key,
                on_change=keep,
                args=(page.workshop, key, partial(_put_phase, place)),
            )
            refused(key)
        with begins:
            name = page.catalog.labels.phases[str(start.phase)]
            makes = in_place(page, OUTLOOK, ("phases", place, "from"), f"{name}: {say('From')}")
            month_field(page, f"outlook.phase_from.{place}", say("From"), start.from_, makes=makes)
    last = str(page.catalog.phases[-1].id)
    added = AddPhase(phase=last, called=page.catalog.labels.phases[last])
    with st.container(horizontal=True):
        st.button(
            say("Add a phase"),
            key="outlook.phase.add",
            on_click=_do,
            args=(page, added),
        )
        if years.phases:
            st.button(
                say("Remove the last phase"),
                key="outlook.phase.remove",
                on_click=_do,
                args=(page, _set(("phases", len(years.phases) - 1), None, PHASES)),
            )


def _put_phase(place: int, phase: str) -> SetKeys:
    return _set(("phases", place, "phase"), phase, PHASES)


def _prices(page: Page, years: OutlookPlan) -> None:
    left, right = st.columns(2, gap="large")
    hiring = years.hiring
    with left:
        _rate(
            page,
            "other",
            say("Other prices grow a year"),
            years.growth.other,
            "growth",
            "other",
            price="other_growth",
        )
        _rate(
            page,
            "ramp",
            say("Hours new people lose in the first year"),
            hiring.ramp_up_loss,
            "hiring",
            "ramp_up_loss",
            price="ramp_up_loss",
        )
    with right:
        _rate(
            page,
            "hire",
            say("Hiring costs, of salary"),
            hiring.cost_share,
            "hiring",
            "cost_share",
            price="hiring_cost_share",
        )
        fact, target = page.catalog.price("reserve_target_months"), years.reserve_target_months
        label = say("Reserve to aim for, months")
        makes = in_place(page, OUTLOOK, ("reserve_target_months",), label)
        figure(page, "outlook.target", label, target, makes=makes, fact=fact)
    for driver, growth in years.growth.drivers.items():
        label = say("{label} grow a year", label=page.catalog.labels.drivers[driver])
        _rate(page, f"driver.{driver}", label, growth, "growth", "drivers", driver)


def _rate(page: Page, key: str, label: str, stored: Decimal, *at: str, price: str = "") -> None:
    fact = page.catalog.price(price) if price else None
    makes = in_place(page, OUTLOOK, at, label, percent=True)
    key = f"outlook.{key}"
    figure(page, key, label, stored, makes=makes, step=0.5, percent=True, fact=fact)
