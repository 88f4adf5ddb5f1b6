"""What an hour of each function counts beside an hour elsewhere, what ten more hours would add, and
the least coverage each function gets and what coverage is worth.
"""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.domain.figures import percent
from cidesign.domain.plan import Plan
from cidesign.domain.reading import points_of_hours
from cidesign.domain.value import plain as plain_number
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.choices import segments
from cidesign.ui.kit.inputs import choice, keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.ui.team.curve import curve
from cidesign.ui.team.fields import columns, field
from cidesign.views.team import counts
from cidesign.views.team.view import TeamView

OWN = "own"
ONE, EACH = "one", "each"


def priorities(page: Page, plan: Plan, view: TeamView) -> None:
    """What an hour counts and what ten more would add; then the floors, and the benefit curve."""
    st.markdown(
        small(
            say(
                "An hour that counts twice weighs as much as two hours elsewhere. What ten more "
                "hours add is told for the plan as it is now, on its present stretch of the "
                "benefit curve: the first hours of a need are worth more than the last."
            )
        )
    )
    points = points_of_hours(view.plan, view.found, counts.HOURS)
    for function, column in zip(FUNCTIONS, columns(len(FUNCTIONS))):
        with column:
            _counts(page, plan, function)
            if told := counts.adds(points, function):
                st.markdown(small(plain(told)))
    _floors(page, plan)
    curve(page, plan)


def _counts(page: Page, plan: Plan, function: Function) -> None:
    name, stored = page.catalog.labels.functions[function], plan.priority_of(function)
    key, own = f"team.priority.{function}", f"team.priority.{function}.own"
    is_own = stored not in counts.USUAL or bool(session.value(own))
    options: list[Any] = [*counts.USUAL, OWN]
    session.follow(key, OWN if is_own else stored)
    label = say("{name}: times an hour counts", name=name)
    segments(
        as_label(label),
        options,
        required=True,
        format_func=lambda one: say("other") if one == OWN else plain_number(one),
        key=key,
        on_change=_chosen,
        args=(page, key, own, function, label),
    )
    refused(key)
    if is_own:
        times, at = say("Times"), ("priorities", str(function))
        field(page, f"times.{function}", times, stored, *at, of=label, step=0.5)


def _chosen(page: Page, key: str, own: str, function: Function, label: str) -> None:
    """A callback: another number of times is asked for in a field; the usual ones are saved."""
    chosen = session.value(key)
    session.put(own, chosen == OWN)
    if chosen == OWN:
        session.changed()
        return
    keep(page.workshop, key, lambda times: _count(function, times, label))


def _count(function: Function, times: Decimal, label: str) -> Act:
    put = (("priorities", str(function)), times)
    return ChooseInPlan(changes=(put,), called=label, chosen=counts.times(times))


def _floors(page: Page, plan: Plan) -> None:
    """The least coverage: one for all, or one for each function."""
    told = {ONE: say("The same for all"), EACH: say("One for each function")}
    stored = EACH if isinstance(plan.floor, dict) else ONE
    choice(
        page.workshop,
        "team.floors",
        say("Least coverage every function gets"),
        list(told),
        stored,
        written=told.__getitem__,
        makes=lambda way: _floor(plan, way),
    )
    of_all = say("Least coverage of every function")
    if not isinstance(plan.floor, dict):
        more: dict[str, Any] = {"step": 5.0, "percent": True, "most": 100}
        with st.columns(2, gap="large")[0]:
            field(page, "floor", of_all, plan.floor, "floor", **more)
        return
    for function, column in zip(FUNCTIONS, columns(len(FUNCTIONS))):
        with column:
            floor, name = plan.floor_of(function), page.catalog.labels.functions[function]
            label = say("{name}: least coverage", name=name)
            more = {"step": 5.0, "percent": True, "most": 100}
            field(page, f"floor.{function}", label, floor, "floor", str(function), **more)


def _floor(plan: Plan, way: str) -> Act:
    """Each begins with what it has; of several, the lowest becomes that of all."""
    floors = {str(function): plan.floor_of(function) for function in FUNCTIONS}
    lowest = min(floors.values())
    return ChooseInPlan(
        changes=((("floor",), floors if way == EACH else lowest),),
        called=say("Least coverage"),
        chosen=say("one for each function") if way == EACH else percent(lowest),
    )
