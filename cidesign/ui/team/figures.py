"""Every figure behind the plan, each to be changed in place: work, priorities, posts, purchases,
money.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cidesign.acts.begin_plan import PLAN
from cidesign.acts.set_budget import SetBudget
from cidesign.acts.set_keys import SetKeys
from cidesign.domain.plan import Plan
from cidesign.domain.words import FUNCTIONS
from cidesign.text import mark, say
from cidesign.ui.kit import session
from cidesign.ui.kit.figures import figure, in_place
from cidesign.ui.kit.inputs import keep
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small

CHARGES = mark("what the host charges")


def everything(page: Page) -> None:
    """Every figure behind the plan, in a fold; drawn only while it is open."""
    fold = st.expander(say("Change what the plan rests on"), key="team.fold", on_change="rerun")
    plan = page.bundle.plan
    if not fold.open or plan is None:
        return
    with fold:
        section = st.segmented_control(
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
        SECTIONS[section or "work"][1](page, plan)


def _field(
    page: Page,
    key: str,
    label: str,
    stored: Decimal,
    *at: str | int,
    of: str = "",
    percent: bool = False,
    **more: Any,
) -> None:
    """A figure of the plan; ``of``: the post or purchase under whose name it stands."""
    called = f"{of}: {label}" if of else label
    makes = in_place(page, PLAN, at, called, percent=percent)
    figure(page, f"team.{key}", label, stored, makes=makes, percent=percent, **more)


def _work(page: Page, plan: Plan) -> None:
    if plan.drivers is None:
        for function, column in zip(FUNCTIONS, _columns(len(FUNCTIONS))):
            with column:
                label = say("{short}, hours a month", short=page.catalog.labels.functions[function])
                _field(
                    page,
                    f"need.{function}",
                    label,
                    (plan.need or {}).get(function, Decimal(0)),
                    "need",
                    str(function),
                )
        return
    for driver, column in zip(page.catalog.drivers, _columns(len(page.catalog.drivers))):
        with column:
            stored = plan.drivers.get(driver.id, Decimal(0))
            _field(
                page,
                f"driver.{driver.id}",
                driver.question,
                stored,
                "drivers",
                driver.id,
                fact=driver.usual,
            )


def _priorities(page: Page, plan: Plan) -> None:
    st.markdown(
        small(
            say(
                "Priorities are proportions: 2 counts twice as much as 1. The floor is the least "
                "coverage every function gets."
            )
        )
    )
    for function, column in zip(FUNCTIONS, _columns(len(FUNCTIONS))):
        with column:
            name = page.catalog.labels.functions[function]
            stored = plan.priorities.get(function, Decimal(0))
            _field(
                page,
                f"priority.{function}",
                say("{name}: priority", name=name),
                stored,
                "priorities",
                str(function),
            )
            if isinstance(plan.floor, dict):
                floor = plan.floor_of(function)
                _field(
                    page,
                    f"floor.{function}",
                    say("{name}: floor", name=name),
                    floor,
                    "floor",
                    str(function),
                    step=5.0,
                    percent=True,
                    most=100,
                )
    if not isinstance(plan.floor, dict):
        _field(
            page,
            "floor",
            say("Floor of every function"),
            plan.floor,
            "floor",
            step=5.0,
            percent=True,
            most=100,
        )


def _posts(page: Page, plan: Plan) -> None:
    known = {entry.id: entry for entry in page.catalog.roles}
    for place, role in enumerate(plan.roles):
        entry, step = known.get(role.id), float(plan.fte_step)
        with st.container(key=f"row_role_{place}"):
            name = page.catalog.labels.roles[role.id]
            st.markdown(f"**{plain(name)}**")
            salary, least, most = st.columns(3)
            with salary:
                fact, at = entry.salary if entry else None, ("roles", role.id, "salary_usd")
                _field(
                    page,
                    f"salary.{role.id}",
                    say("Salary in dollars, full time"),
                    role.salary_usd,
                    *at,
                    of=name,
                    step=1000.0,
                    fact=fact,
                )
            with least:
                _field(
                    page,
                    f"least.{role.id}",
                    say("Least FTE, if hired"),
                    role.min_fte,
                    "roles",
                    role.id,
                    "min_fte",
                    of=name,
                    step=step,
                )
            with most:
                _field(
                    page,
                    f"most.{role.id}",
                    say("Most FTE"),
                    role.max_fte,
                    "roles",
                    role.id,
                    "max_fte",
                    of=name,
                    step=step,
                )


def _purchases(page: Page, plan: Plan) -> None:
    known = {entry.id: entry for entry in page.catalog.lines}
    for place, line in enumerate(plan.lines):
        entry = known.get(line.id)
        with st.container(key=f"row_line_{place}"):
            name = page.catalog.labels.lines[line.id]
            st.markdown(f"**{plain(name)}**")
            for number, piece in enumerate(line.pieces):
                usual = entry.pieces[number] if entry and number < len(entry.pieces) else None
                at = ("lines", line.id, "pieces", number)
                dollars, hours = st.columns(2)
                with dollars:
                    label, fact = (
                        (say("The next dollars") if number else say("The first dollars")),
                        usual.usd if usual else None,
                    )
                    _field(
                        page,
                        f"usd.{line.id}.{number}",
                        label,
                        piece.usd,
                        *at,
                        "usd",
                        of=name,
                        step=1000.0,
                        fact=fact,
                    )
                with hours:
                    fact, rate = (
                        usual.hours_per_month_per_1000_usd if usual else None,
                        piece.hours_per_month_per_1000_usd,
                    )
                    _field(
                        page,
                        f"rate.{line.id}.{number}",
                        say("Hours a month, per thousand dollars"),
                        rate,
                        *at,
                        "hours_per_month_per_1000_usd",
                        of=name,
                        step=0.1,
                        fact=fact,
                    )


def _money(page: Page, plan: Plan) -> None:
    price, office = page.catalog.price, plan.office
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
        fact = price("office_base_usd")
        _field(
            page,
            "office",
            say("Office, base, in dollars"),
            office.base_usd,
            "office",
            "base_usd",
            step=1000.0,
            fact=fact,
        )
        fact = price("office_per_fte_usd")
        _field(
            page,
            "office_post",
            say("Office, dollars for each FTE"),
            office.per_fte_usd,
            "office",
            "per_fte_usd",
            step=500.0,
            fact=fact,
        )
        _overhead(page, plan)
    with right:
        fact = price("reserve_rate")
        _field(
            page,
            "reserve",
            say("Put aside, of the year's cost"),
            plan.reserve_rate,
            "reserve_rate",
            percent=True,
            fact=fact,
        )
        fact, share = price("community_min_share"), plan.community_min_share
        label = say("Least for community voice, of direct cost")
        _field(
            page,
            "community",
            label,
            share,
            "community_min_share",
            percent=True,
            most=100,
            fact=fact,
        )
        fact, hours = price("hours_per_fte_month"), plan.hours_per_fte_month
        _field(
            page,
            "hours",
            say("Productive hours of one FTE a month"),
            hours,
            "hours_per_fte_month",
            fact=fact,
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
    st.segmented_control(
        say("The host charges"),
        list(labels),
        required=True,
        format_func=lambda kind: labels[kind],
        key="team.overhead",
        on_change=keep,
        args=(page.workshop, "team.overhead", lambda kind: _charges(kind, rates[kind])),
    )
    kind = plan.overhead.kind
    if kind != "none":
        fact = page.catalog.price(f"{kind}_rate")
        _field(
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


SECTIONS: dict[str, tuple[str, Callable[[Page, Plan], None]]] = {
    "work": (mark("Work"), _work),
    "priorities": (mark("What matters"), _priorities),
    "posts": (mark("Posts"), _posts),
    "purchases": (mark("Purchases"), _purchases),
    "money": (mark("Money"), _money),
}


def _columns(count: int) -> list[DeltaGenerator]:
    """Two columns, filled row by row, so that the fields of a row stand level."""
    rows = [st.columns(2, gap="large") for _ in range((count + 1) // 2)]
    return [column for row in rows for column in row][:count]
