"""What hiring rests on: sizes of posts, what only people can do, what coming and leaving cost, and
who leads.
"""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.domain.figures import inside, listed
from cidesign.domain.first_year import OUTLOOK
from cidesign.domain.plan import Plan
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.choices import several
from cidesign.ui.kit.figures import figure, in_place
from cidesign.ui.kit.inputs import keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import small
from cidesign.ui.team.fields import field, group
from cidesign.views.team.view import TeamView


def hiring(page: Page, plan: Plan, _: TeamView) -> None:
    """Three groups of rules."""
    _sizes(page, plan)
    _hiring(page, plan)
    _leading(page, plan)


def _sizes(page: Page, plan: Plan) -> None:
    group(say("Sizes of posts"))
    smallest, step, hours = st.columns(3)
    with smallest:
        label, fact = say("Smallest part of a post"), page.catalog.price("smallest_post")
        more: dict[str, Any] = {"step": float(plan.fte_step), "most": 1, "fact": fact}
        field(page, "smallest", label, plan.smallest_post, "smallest_post", **more)
    with step:
        label = say("Steps of FTE")
        field(page, "fte_step", label, plan.fte_step, "fte_step", step=0.05)
    with hours:
        label, at = say("Productive hours of one FTE a month"), "hours_per_fte_month"
        field(page, "hours", label, plan.hours_per_fte_month, at, fact=page.catalog.price(at))
    label, at = say("Of a need, people must do at least"), "people_only_share"
    more = {"percent": True, "most": 100, "fact": page.catalog.price(at)}
    with st.columns(2, gap="large")[0]:
        field(page, "people", label, plan.people_only_share, at, **more)


def _hiring(page: Page, plan: Plan) -> None:
    """What hiring costs stands with the years ahead where somebody has begun them."""
    years = page.bundle.outlook
    file = OUTLOOK if years and "hiring" in years.model_fields_set else PLAN
    group(say("Hiring and leaving"))
    asked = (
        ("cost_share", say("Hiring one costs, of a year's salary"), "hiring_cost_share", 500),
        ("ramp_up_loss", say("Hours new people lose in the first year"), "ramp_up_loss", 100),
        ("severance_share", say("One in post who leaves costs, of salary"), "severance_share", 500),
    )
    left, right = st.columns(2, gap="large")
    for place, (at, label, price, most) in enumerate(asked):
        with left if place % 2 == 0 else right:
            makes = in_place(page, file, ("hiring", at), label, percent=True)
            stored: Decimal = getattr(plan.hiring, at)
            more: dict[str, Any] = {
                "percent": True,
                "most": most,
                "fact": page.catalog.price(price),
            }
            figure(page, f"team.hiring.{at}", label, stored, makes=makes, **more)
    with right:
        label, at = say("Each new person costs once, in dollars"), "per_person_usd"
        makes = in_place(page, file, ("hiring", at), label)
        stored = plan.hiring.per_person_usd
        figure(page, f"team.hiring.{at}", label, stored, makes=makes, step=500.0)


def _leading(page: Page, plan: Plan) -> None:
    group(say("Leading people"))
    names = page.catalog.labels.roles
    employees = [role.id for role in plan.roles if not role.is_contractor]
    by = [] if plan.supervision is None else list(plan.supervision.by)
    who, hours = st.columns(2, gap="large")
    with who:
        session.follow("team.leads", by)
        several(
            say("Who may lead"),
            employees,
            format_func=names.__getitem__,
            key="team.leads",
            placeholder=say("nobody: no time is kept for it"),
            on_change=keep,
            args=(page.workshop, "team.leads", lambda ids: _led(page, plan, list(ids))),
        )
        refused("team.leads")
    if plan.supervision is None:
        return
    with hours:
        label, fact = (
            say("Hours a month for each person led"),
            page.catalog.price("supervision_hours"),
        )
        stored = plan.supervision.hours_per_person
        at = ("supervision", "hours_per_person")
        field(page, "leading", label, stored, *at, fact=fact)
    st.markdown(small(say("Whoever leads is an employee; one person alone needs no leading.")))


def _led(page: Page, plan: Plan, ids: list[str]) -> Act:
    """Where nobody leads, the rule goes; it begins with usual hours."""
    names = [inside(page.catalog.labels.roles[id]) for id in ids]
    usual = page.catalog.price("supervision_hours").value
    hours = plan.supervision.hours_per_person if plan.supervision else usual
    led = {"by": ids, "hours_per_person": hours} if ids else None
    return ChooseInPlan(
        changes=((("supervision",), led),),
        called=say("Who may lead"),
        chosen=listed(names) if names else say("nobody"),
    )
