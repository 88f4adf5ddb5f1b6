"""What people may change on the page Outlook: how many years, the opening reserve, growth; and, below, who pays and the phases."""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.domain.outlook import Award, OutlookPlan
from cidesign.domain.value import months_after
from cidesign.domain.words import FUNCTIONS
from cidesign.steps import beginning
from cidesign.ui import session
from cidesign.ui.figures import figure, words
from cidesign.ui.inputs import choice, keep
from cidesign.ui.page import Page
from cidesign.ui.words import plain, small

FILE = "outlook.yaml"
HORIZONS = (3, 5, 8)
AHEAD = {12: "yearly_ahead", 3: "quarterly_ahead", 1: "monthly"}
PAYS = {
    "yearly_ahead": "Once a year, ahead",
    "quarterly_ahead": "Every three months, ahead",
    "monthly": "Every month",
    "in_arrears": "After it was spent",
}
DAYS = 60
YEAR = 12


def first_outlook(page: Page) -> None:
    """Save years ahead of usual values, from next January on; a callback."""
    page.change(FILE, {(): beginning.first_outlook(page.catalog, f"{int(session.now()[:4]) + 1}-01")})


def few(page: Page, years: OutlookPlan) -> None:
    """The inputs that change the answer most."""
    horizon, reserve, growth = st.columns([2, 2, 2], gap="large")
    with horizon:
        stored = years.years
        offered = sorted({*HORIZONS, stored})
        choice(page.workshop, "outlook.years", "Years", offered, stored, file=FILE, at=("years",))
    with reserve:
        figure(
            page,
            "outlook.reserve",
            "Opening reserve, in dollars",
            years.opening_reserve_usd,
            file=FILE,
            at=("opening_reserve_usd",),
            step=10000,
        )
    with growth:
        _rate(page, "salaries", "Salaries grow a year", years.growth.salaries, "growth", "salaries", price="salary_growth")


def everything(page: Page, years: OutlookPlan) -> None:
    """Who pays, phases, growth and hiring, in a fold; drawn only while it is open."""
    fold = st.expander("Change who pays, the phases, prices and hiring", key="outlook.fold", on_change="rerun")
    if not fold.open:
        return
    with fold:
        section = st.segmented_control(
            "Which figures", ["Who pays", "Phases", "Prices and hiring"], default="Who pays", required=True, key="outlook.section"
        )
        st.markdown(small("Each change is saved at once. Months are written as year and month, such as 2027-01."))
        if section == "Phases":
            _phases(page, years)
        elif section == "Prices and hiring":
            _prices(page, years)
        else:
            _funding(page, years)


def _funding(page: Page, years: OutlookPlan) -> None:
    for place, award in enumerate(years.funding):
        with st.container(key=f"row_award_{place}"):
            _award(page, place, award)
    st.button("Add somebody who pays", key="outlook.add", on_click=_add, args=(page, years))


def _award(page: Page, place: int, award: Award) -> None:
    name, usd = st.columns(2, gap="large")
    with name:
        words(page, f"outlook.name.{place}", "Who pays", award.id, file=FILE, at=("funding", place, "id"))
    with usd:
        figure(page, f"outlook.usd.{place}", "Dollars a year", award.usd, file=FILE, at=("funding", place, "usd"), step=10000)
    first, last = st.columns(2, gap="large")
    with first:
        words(page, f"outlook.from.{place}", "First month", award.from_, file=FILE, at=("funding", place, "from"))
    with last:
        words(page, f"outlook.to.{place}", "Last month", award.to, file=FILE, at=("funding", place, "to"))
    key = f"outlook.pays.{place}"
    session.follow(key, AHEAD.get(award.pays.ahead_months or 0, "in_arrears"))
    paid, served = st.columns(2, gap="large")
    with paid:
        args = (page.workshop, key, FILE, ("funding", place, "pays"), _pays)
        st.selectbox("When the money comes", list(PAYS), format_func=lambda way: PAYS[way], key=key, on_change=keep, args=args)
    with served:
        key = f"outlook.functions.{place}"
        session.follow(key, [str(function) for function in award.functions])
        served_for = (page.workshop, key, FILE, ("funding", place, "functions"))
        labels = {str(entry.id): entry.short for entry in page.catalog.functions}
        st.multiselect(
            "Pays only for",
            [str(one) for one in FUNCTIONS],
            format_func=lambda id: labels[id],
            key=key,
            placeholder="anything",
            on_change=keep,
            args=served_for,
        )
    st.button(plain(f"Remove {award.id}"), key=f"outlook.remove.{place}", on_click=_put, args=(page, ("funding", place), None))


def _pays(way: str) -> Any:
    return {"in_arrears_days": DAYS} if way == "in_arrears" else way


def _put(page: Page, at: tuple[str | int, ...], value: Any) -> None:
    page.change(FILE, {at: value})


def _add(page: Page, years: OutlookPlan) -> None:
    taken = {award.id for award in years.funding}
    name = next(name for number in range(1, len(taken) + 2) if (name := f"new_money_{number}") not in taken)
    award = {"id": name, "usd": 100_000, "from": years.start, "to": months_after(years.start, YEAR - 1), "pays": "yearly_ahead"}
    _put(page, ("funding", len(years.funding)), award)


def _phases(page: Page, years: OutlookPlan) -> None:
    if page.bundle.plan is not None and page.bundle.plan.need is not None:
        st.markdown(small("The plan gives its need in hours, so phases change nothing."))
    for place, start in enumerate(years.phases):
        phase, begins = st.columns(2, gap="large")
        with phase:
            key = f"outlook.phase.{place}"
            session.follow(key, str(start.phase))
            st.selectbox(
                "Phase",
                [str(entry.id) for entry in page.catalog.phases],
                format_func=lambda id: page.catalog.label("phases", id),
                key=key,
                on_change=keep,
                args=(page.workshop, key, FILE, ("phases", place, "phase")),
            )
        with begins:
            words(page, f"outlook.phase_from.{place}", "From", start.from_, file=FILE, at=("phases", place, "from"))
    last = years.phases[-1].from_ if years.phases else months_after(years.start, -YEAR)
    added = {"phase": str(page.catalog.phases[-1].id), "from": months_after(last, YEAR)}
    with st.container(horizontal=True):
        st.button("Add a phase", key="outlook.phase.add", on_click=_put, args=(page, ("phases", len(years.phases)), added))
        if years.phases:
            st.button(
                "Remove the last phase", key="outlook.phase.remove", on_click=_put, args=(page, ("phases", len(years.phases) - 1), None)
            )


def _prices(page: Page, years: OutlookPlan) -> None:
    left, right = st.columns(2, gap="large")
    hiring = years.hiring
    with left:
        _rate(page, "other", "Other prices grow a year", years.growth.other, "growth", "other", price="other_growth")
        _rate(page, "ramp", "Hours new people lose in the first year", hiring.ramp_up_loss, "hiring", "ramp_up_loss", price="ramp_up_loss")
    with right:
        _rate(page, "hire", "Hiring costs, of salary", hiring.cost_share, "hiring", "cost_share", price="hiring_cost_share")
        fact, target = page.catalog.price("reserve_target_months"), years.reserve_target_months
        figure(page, "outlook.target", "Reserve to aim for, months", target, file=FILE, at=("reserve_target_months",), fact=fact)
    for driver, growth in years.growth.drivers.items():
        label = f"{page.catalog.label('drivers', driver)} grow a year"
        _rate(page, f"driver.{driver}", label, growth, "growth", "drivers", driver)


def _rate(page: Page, key: str, label: str, stored: Decimal, *at: str, price: str = "") -> None:
    fact = page.catalog.price(price) if price else None
    figure(page, f"outlook.{key}", label, stored, file=FILE, at=at, step=0.5, percent=True, fact=fact)
