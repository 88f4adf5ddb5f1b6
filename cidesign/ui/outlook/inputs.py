"""What people may change on the page Outlook: how many years, the opening reserve, growth; and,
below, who pays and the phases.
"""

from decimal import Decimal
from functools import partial
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.add_award import AddAward
from cidesign.acts.add_phase import AddPhase
from cidesign.acts.begin_outlook import OUTLOOK, BeginOutlook
from cidesign.acts.remove_award import RemoveAward
from cidesign.acts.set_keys import Place, SetKeys
from cidesign.domain.outlook import Award, OutlookPlan
from cidesign.domain.words import FUNCTIONS
from cidesign.text import mark, say
from cidesign.ui.kit import session
from cidesign.ui.kit.answer import answer
from cidesign.ui.kit.figures import figure, in_place, words
from cidesign.ui.kit.inputs import Makes, choice, keep
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label, small
from cidesign.views.overview import beginning

HORIZONS = (3, 5, 8)
AHEAD = {12: "yearly_ahead", 3: "quarterly_ahead", 1: "monthly"}
PAYS = {
    "yearly_ahead": mark("Once a year, ahead"),
    "quarterly_ahead": mark("Every three months, ahead"),
    "monthly": mark("Every month"),
    "in_arrears": mark("After it was spent"),
}
SECTIONS = {
    "money": mark("Who pays"),
    "phases": mark("Phases"),
    "prices": mark("Prices and hiring"),
}
DAYS = 60
PAYING = mark("when money comes")
SERVED = mark("what money is bound to")
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
    """Save years ahead of usual values, from next January on; a callback."""
    years = beginning.first_outlook(page.catalog, f"{int(session.now()[:4]) + 1}-01")
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
        label, stored_usd = say("Opening reserve, in dollars"), years.opening_reserve_usd
        makes = in_place(page, OUTLOOK, ("opening_reserve_usd",), label)
        figure(page, "outlook.reserve", label, stored_usd, makes=makes, step=10000)
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
    """Who pays, phases, growth and hiring, in a fold; drawn only while it is open."""
    fold = st.expander(
        say("Change who pays, the phases, prices and hiring"), key="outlook.fold", on_change="rerun"
    )
    if not fold.open:
        return
    with fold:
        section = st.segmented_control(
            say("Which figures"),
            list(SECTIONS),
            default="money",
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
        if section == "phases":
            _phases(page, years)
        elif section == "prices":
            _prices(page, years)
        else:
            _funding(page, years)


def _funding(page: Page, years: OutlookPlan) -> None:
    for place, award in enumerate(years.funding):
        with st.container(key=f"row_award_{place}"):
            _award(page, place, award)
    st.button(
        say("Add somebody who pays"), key="outlook.add", on_click=_do, args=(page, AddAward())
    )


def _award(page: Page, place: int, award: Award) -> None:
    def makes(key: str, label: str) -> Makes:
        return in_place(page, OUTLOOK, ("funding", award.id, key), f"{award.id}: {label}")

    name, usd = st.columns(2, gap="large")
    with name:
        label = say("Who pays")
        words(page, f"outlook.name.{place}", label, award.id, makes=makes("id", label))
    with usd:
        key, label = f"outlook.usd.{place}", say("Dollars a year")
        figure(page, key, label, award.usd, makes=makes("usd", label), step=10000)
    first, last = st.columns(2, gap="large")
    with first:
        label = say("First month")
        words(page, f"outlook.from.{place}", label, award.from_, makes=makes("from", label))
    with last:
        label = say("Last month")
        words(page, f"outlook.to.{place}", label, award.to, makes=makes("to", label))
    key = f"outlook.pays.{place}"
    session.follow(key, AHEAD.get(award.pays.ahead_months or 0, "in_arrears"))
    paid, served = st.columns(2, gap="large")
    with paid:
        at = ("funding", award.id, "pays")
        args = (page.workshop, key, lambda way: _set(at, _pays(way), PAYING))
        st.selectbox(
            say("When the money comes"),
            list(PAYS),
            format_func=lambda way: say(PAYS[way]),
            key=key,
            on_change=keep,
            args=args,
        )
    with served:
        key = f"outlook.functions.{place}"
        session.follow(key, [str(function) for function in award.functions])
        bound = ("funding", award.id, "functions")
        served_for = (page.workshop, key, lambda chosen: _set(bound, chosen, SERVED))
        labels = {str(entry.id): entry.short for entry in page.catalog.functions}
        st.multiselect(
            say("Pays only for"),
            [str(one) for one in FUNCTIONS],
            format_func=lambda id: labels[id],
            key=key,
            placeholder=say("anything"),
            on_change=keep,
            args=served_for,
        )
    st.button(
        as_label(say("Remove {id}", id=award.id)),
        key=f"outlook.remove.{place}",
        on_click=_do,
        args=(page, RemoveAward(id=award.id)),
    )


def _pays(way: str) -> Any:
    return {"in_arrears_days": DAYS} if way == "in_arrears" else way


def _do(page: Page, act: Act) -> None:
    page.do(act)


def _set(at: Place, value: Any, thing: str) -> SetKeys:
    return SetKeys(of="outlook", path=OUTLOOK, thing=thing, changes=((at, value),))


def _phases(page: Page, years: OutlookPlan) -> None:
    if page.bundle.plan is not None and page.bundle.plan.need is not None:
        st.markdown(small(say("The plan gives its need in hours, so phases change nothing.")))
    for place, start in enumerate(years.phases):
        phase, begins = st.columns(2, gap="large")
        with phase:
            key = f"outlook.phase.{place}"
            session.follow(key, str(start.phase))
            st.selectbox(
                say("Phase"),
                [str(entry.id) for entry in page.catalog.phases],
                format_func=lambda id: page.catalog.labels.phases[id],
                key=key,
                on_change=keep,
                args=(page.workshop, key, partial(_put_phase, place)),
            )
        with begins:
            name = page.catalog.labels.phases[str(start.phase)]
            makes = in_place(page, OUTLOOK, ("phases", place, "from"), f"{name}: {say('From')}")
            words(page, f"outlook.phase_from.{place}", say("From"), start.from_, makes=makes)
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
