"""The rules of money: budget, office, what the host charges, what is put aside, whose
year's dollars they are.
"""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.acts.set_budget import SetBudget
from cidesign.acts.set_keys import SetKeys
from cidesign.domain.plan import Plan
from cidesign.text import mark, say
from cidesign.ui.kit import session
from cidesign.ui.kit.choices import one_of, segments
from cidesign.ui.kit.figures import figure
from cidesign.ui.kit.inputs import choice, keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import small
from cidesign.ui.structure.sets import sets_of
from cidesign.ui.team.fields import field, group
from cidesign.views.structure.sets import FEE
from cidesign.views.team import terms
from cidesign.views.team.view import TeamView

CHARGES = mark("what the host charges")


def money(page: Page, plan: Plan, view: TeamView) -> None:
    """Budget, host and shares, then the office."""
    left, right = st.columns(2, gap="large")
    with left:
        figure(
            page,
            "team.exact",
            say("Budget of the year, to the dollar"),
            plan.funding.budget_usd,
            makes=lambda usd: SetBudget(usd=usd),
            step=1000.0,
        )
        _price_year(page, plan, view.price_year)
        if sets_of(page).row(FEE) is None:
            _overhead(page, plan)
    with right:
        label = say("Put aside, of the year's cost")
        _share(page, "reserve", label, plan.reserve_rate, "reserve_rate", most=200)
        label = say("Least for community voice, of direct cost")
        _share(page, "community", label, plan.community_min_share, "community_min_share")
    _office(page, plan)


def _share(page: Page, key: str, label: str, stored: Decimal, at: str, *, most: int = 100) -> None:
    field(page, key, label, stored, at, percent=True, most=most, fact=page.catalog.price(at))


def _price_year(page: Page, plan: Plan, year: int) -> None:
    """Whose year's dollars they are; words and usual ranges follow it, no figure does."""
    years = terms.price_years(plan, page.catalog)
    key = "team.price_year"
    session.follow(key, year)
    one_of(
        say("All dollars are those of"),
        years,
        key=key,
        on_change=keep,
        args=(page.workshop, key, lambda year: _of_year(int(year))),
    )
    refused(key)
    st.markdown(small(say("No figure is changed by it: usual ranges and words are.")))


def _of_year(year: int) -> Act:
    called = say("All dollars are those of")
    return ChooseInPlan(changes=((("price_year",), year),), called=called, chosen=str(year))


def _office(page: Page, plan: Plan) -> None:
    group(say("Office, in dollars a year"))
    base, person, each = st.columns(3)
    office, price = plan.office, page.catalog.price
    more: dict[str, Any] = {"of": say("Office"), "step": 500.0}
    with base:
        at, fact = ("office", "base_usd"), price("office_base_usd")
        field(page, "office", say("Base"), office.base_usd, *at, fact=fact, **more)
    with person:
        at, fact = ("office", "per_person_usd"), price("office_per_person_usd")
        label = say("For each person")
        field(page, "office_person", label, office.per_person_usd, *at, fact=fact, **more)
    with each:
        at = ("office", "per_fte_usd")
        field(page, "office_post", say("For each FTE"), office.per_fte_usd, *at, **more)
    label = say("Does the host's indirect cost come on top of the office?")
    choice(
        page.workshop,
        "team.office_indirect",
        label,
        (True, False),
        office.indirect,
        written=lambda one: say("Yes") if one else say("No"),
        makes=lambda one: ChooseInPlan(
            changes=((("office", "indirect"), one),),
            called=label,
            chosen=say("yes") if one else say("no"),
        ),
    )


def _overhead(page: Page, plan: Plan) -> None:
    """What the host charges; a host's offer takes the place of it."""
    rates = {
        "none": Decimal(0),
        "indirect": page.catalog.price("indirect_rate").value,
        "fee": page.catalog.price("fee_rate").value,
    }
    labels = {
        "none": say("Nothing"),
        "indirect": say("Indirect cost"),
        "fee": say("Fee on revenue"),
    }
    session.follow("team.overhead", plan.overhead.kind)
    segments(
        say("The host charges"),
        list(labels),
        required=True,
        format_func=lambda kind: labels[kind],
        key="team.overhead",
        on_change=keep,
        args=(page.workshop, "team.overhead", lambda kind: _charges(kind, rates[kind])),
    )
    refused("team.overhead")
    kind = plan.overhead.kind
    if kind != "none":
        fact = page.catalog.price(f"{kind}_rate")
        field(
            page,
            "rate",
            say("{charge}: rate", charge=labels[kind]),
            plan.overhead.rate,
            "overhead",
            "rate",
            percent=True,
            most=100,
            fact=fact,
        )


def _charges(kind: str, rate: Decimal) -> SetKeys:
    put = (("overhead",), {"kind": kind, "rate": rate})
    return SetKeys(of="team", path=PLAN, thing=CHARGES, changes=(put,))
