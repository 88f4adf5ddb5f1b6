"""What makes work, and the hours each function needs for it: step by step, or set by hand."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.charts import need_steps
from cidesign.domain.entries import DriverEntry
from cidesign.domain.figures import hours
from cidesign.domain.plan import Plan
from cidesign.domain.value import plain as exact
from cidesign.domain.walk import step_of
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say
from cidesign.ui.kit import who
from cidesign.ui.kit.blocks import written_rows
from cidesign.ui.kit.choices import chips
from cidesign.ui.kit.current import address
from cidesign.ui.kit.evidence import evidence
from cidesign.ui.kit.inputs import choice
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.ui.team.fields import columns, field
from cidesign.views.team import needed, once
from cidesign.views.team.usual import usual_driver
from cidesign.views.team.view import TeamView

WORK, HAND = "work", "hand"


def work(page: Page, plan: Plan, view: TeamView) -> None:
    """Where the hours come from, and every figure of it."""
    told = {WORK: say("They follow from our work"), HAND: say("We set them")}
    choice(
        page.workshop,
        "team.needs",
        say("Where do the hours needed come from?"),
        list(told),
        HAND if plan.drivers is None else WORK,
        written=told.__getitem__,
        makes=lambda way: _put(page, plan, view, way),
    )
    if plan.drivers is None:
        _by_hand(page, plan)
    else:
        _steps(page)
        _drivers(page, plan.drivers)
        for one in once.once(page.bundle, page.catalog, view.plan, view.found):
            st.markdown(plain(once.line(one).plain))


def _put(page: Page, plan: Plan, view: TeamView, way: str) -> Act:
    changes: dict[tuple[str, ...], Any]
    if way == HAND:
        changes = {("need",): needed.by_hand(view.plan), ("drivers",): None}
        chosen = say("our own figures")
    else:
        drivers, phase = needed.from_work(page.bundle, page.catalog, plan)
        changes = {("need",): None, ("drivers",): drivers, ("phase",): phase}
        chosen = say("what follows from our work")
    called = say("Hours needed")
    return ChooseInPlan(changes=tuple(changes.items()), called=called, chosen=chosen)


def _by_hand(page: Page, plan: Plan) -> None:
    st.markdown(
        small(
            say(
                "The phase and the numbers of partners, groups and meetings now change nothing, "
                "here and in the years ahead. Choose the other way, and usual numbers are put in "
                "their place; History brings your own back."
            )
        )
    )
    for function, column in zip(FUNCTIONS, columns(len(FUNCTIONS))):
        with column:
            label = say("{short}, hours a month", short=page.catalog.labels.functions[function])
            stored = (plan.need or {}).get(function, Decimal(0))
            field(page, f"need.{function}", label, stored, "need", str(function))


def _steps(page: Page) -> None:
    labels = page.catalog.labels
    chosen = chips(
        say("Step by step for"),
        [str(function) for function in FUNCTIONS],
        default=str(FUNCTIONS[0]),
        format_func=labels.functions.__getitem__,
        required=True,
        key="team.steps",
    )
    function = Function(chosen or FUNCTIONS[0])
    steps = needed.steps_of(page.bundle, page.catalog, function)
    if steps is None:
        return
    phase = needed.phases_named(page.bundle, page.catalog)
    figure = remembered(
        page,
        "team.need_steps",
        lambda: need_steps.draw(steps, function, labels.drivers, phase, mode=page.mode),
        function,
        page.mode,
    )
    name = labels.functions[function]
    evidence(
        say("{function} needs {hours} a month", function=name, hours=hours(steps.hours)),
        needed.how_to_read(page.bundle, page.catalog),
        figure,
        alt=need_steps.alt(steps, name, labels.drivers),
        key="team.need_steps",
    )
    with st.expander(say("Every factor and where it comes from")):
        rows = partial(needed.step_rows, page.bundle, page.catalog, function)
        written_rows(page, "team.step_rows", rows, function)
    st.markdown(
        small(
            say(
                "Hours for each and what a phase asks for are our assumptions, the same for "
                "everybody. Where yours differ, set the hours of each function yourselves, above."
            )
        )
    )


def _counted(driver: DriverEntry, number: Decimal) -> None:
    """In place of a field: a list says how many there are."""
    st.markdown(plain(driver.question))
    step = step_of(driver.counted_on)
    said = say("Counted from the lists on the page {page}.", page=say(step.label))
    st.markdown(f"**{plain(exact(number))}** · {small(said)}")
    if not who.may_change("partners"):
        return
    st.page_link(
        step.file,
        label=say("Change the lists"),
        icon=":material/arrow_forward:",
        query_params={**address(), **({"more": driver.tab} if driver.tab else {})},
    )


def _drivers(page: Page, drivers: Mapping[str, Decimal]) -> None:
    for driver, column in zip(page.catalog.drivers, columns(len(page.catalog.drivers))):
        with column:
            if driver.id in page.bundle.counts:
                _counted(driver, drivers[driver.id])
                continue
            stored = drivers.get(driver.id, Decimal(0))
            fact = usual_driver(page.bundle, page.catalog, driver.id, stored)
            here, at = f"driver.{driver.id}", ("drivers", driver.id)
            field(page, here, driver.question, stored, *at, fact=fact)
            if said := once.usual(driver, page.bundle):
                st.markdown(small(plain(said)))
