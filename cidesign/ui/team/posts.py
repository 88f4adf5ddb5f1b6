"""The posts a plan may fill: each in a row, with its fields where it is open; usual and own ones to
add.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.add_post import AddPost
from cidesign.acts.change_post import ChangePost
from cidesign.acts.remove_post import RemovePost
from cidesign.domain.figures import inside, listed
from cidesign.domain.plan import Plan, Role
from cidesign.domain.ties import Listed
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import mark, say
from cidesign.ui.kit import session
from cidesign.ui.kit.blocks import Block, blocks
from cidesign.ui.kit.choices import one_of, several
from cidesign.ui.kit.figures import figure
from cidesign.ui.kit.inputs import choice, keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import small
from cidesign.ui.structure.sets import sets_of
from cidesign.ui.team import rows
from cidesign.ui.team.adding import Told, as_told, own, usual
from cidesign.ui.team.fields import change, columns, field
from cidesign.views.structure.sets import BENEFITS
from cidesign.views.team import entered
from cidesign.views.team.profile import profile, profile_told
from cidesign.views.team.usual import usual_salary
from cidesign.views.team.view import TeamView

SECTION = "posts"
KINDS = {"employee": mark("Employee"), "contractor": mark("Contractor")}
MOST_EFFECT = 1.5
"""Effective hours an hour may give."""


def posts(page: Page, plan: Plan, view: TeamView) -> None:
    """Every post in a row, and below them what can be added."""
    labels = page.catalog.labels
    start = entered.start_of(page.bundle)
    for place, role in enumerate(plan.roles):
        name = labels.roles[role.id]
        if rows.row(SECTION, place, role.id, name, entered.post(role, labels, start)):
            with st.container(border=True):
                _profile(page, role, view)
                _fields(page, plan, role)
    known = entered.usual_posts(page.bundle, page.catalog)
    left, right = st.columns(2, gap="large")
    with left:
        _own(page, plan)
    with right:
        usual(
            page,
            SECTION,
            say("Add a usual post"),
            {id: labels.roles[id] for id in known},
            lambda id: AddPost(post=as_told(known[id]), called=labels.roles[id]),
        )


def _profile(page: Page, role: Role, view: TeamView) -> None:
    """What the post does, behind a fold; the same is printed from the page Memo."""

    def told() -> Sequence[Block]:
        return profile_told(profile(role, page.catalog, view.found), page.catalog)

    label = say("Job profile: what this post does")
    fold = st.expander(label, key=f"team.profile.{role.id}.fold", on_change="rerun")
    if not fold.open:
        return
    with fold:
        blocks(page, "team.profile", told, role.id, session.value("team.host"))
        st.markdown(small(say("Printed a page for each post: on the page Memo.")))


def _fields(page: Page, plan: Plan, role: Role) -> None:
    name, step = page.catalog.labels.roles[role.id], float(plan.fte_step)
    entry = next((one for one in page.catalog.roles if one.id == role.id), None)
    at, key = ("roles", role.id), f"post.{role.id}"
    salary, benefits = st.columns(2, gap="large")
    with salary:
        fact = usual_salary(page.bundle, page.catalog, role.id, role.salary_usd)
        label = say("Salary in dollars, full time")
        more: dict[str, Any] = {"of": name, "step": 1000.0, "fact": fact}
        field(page, f"{key}.salary", label, role.salary_usd, *at, "salary_usd", **more)
    if not role.is_contractor and sets_of(page).row(BENEFITS):
        benefits.markdown(small(say("Benefits are set by our structure, above.")))
    else:
        with benefits:
            _benefits(page, role, name)
    least, most, there = st.columns(3)
    more = {"of": name, "step": step}
    with least:
        label = say("Least FTE, if hired")
        field(page, f"{key}.least", label, role.min_fte, *at, "min_fte", **more)
    with most:
        field(page, f"{key}.most", say("Most FTE"), role.max_fte, *at, "max_fte", **more)
    with there:
        label = say("FTE in post already")
        field(page, f"{key}.in_post", label, role.in_post, *at, "in_post", **more)
    _choices(page, plan, role, name)
    st.markdown(
        small(
            say(
                "What an hour of this post gives to each function, in hours: 1 as a specialist "
                "would, 0.3 to 1.5; 0: it does nothing there."
            )
        )
    )
    for function, column in zip(FUNCTIONS, columns(len(FUNCTIONS))):
        with column:
            fact = entry.does.get(function) if entry else None
            stored = role.does.get(function, Decimal(0))
            label = page.catalog.labels.functions[function]
            nothing = say("nothing for {function}", function=inside(label))
            none = _put(role, name, ("does", str(function)), None, nothing)
            makes = change(page, (*at, "does", str(function)), f"{name}: {label}", none)
            here = f"team.{key}.does.{function}"
            figure(page, here, label, stored, makes=makes, step=0.1, most=MOST_EFFECT, fact=fact)
    goes = entered.goes_with(page.bundle, Listed.POSTS, role.id, page.catalog.labels)
    stays = entered.stays_for(page.bundle, Listed.POSTS, role.id)
    act = RemovePost(id=role.id, called=name)
    rows.remove(page, SECTION, name, act, f"team.{key}.", goes_with=goes, stays_for=stays)


def _benefits(page: Page, role: Role, name: str) -> None:
    entry = next((one for one in page.catalog.roles if one.id == role.id), None)
    fact = page.catalog.price(entry.benefits) if entry else None
    label = say("Benefits and payroll taxes, of salary")
    more: dict[str, Any] = {"of": name, "percent": True, "fact": fact}
    at = ("roles", role.id, "benefits_rate")
    field(page, f"post.{role.id}.benefits", label, role.benefits_rate, *at, **more)


def _choices(page: Page, plan: Plan, role: Role, name: str) -> None:
    labels, key = page.catalog.labels.roles, f"team.post.{role.id}"
    must, kind = st.columns(2, gap="large")
    with must:
        choice(
            page.workshop,
            f"{key}.must",
            say("Must it be filled?"),
            (True, False),
            role.must_have,
            written=lambda one: say("Yes, a must") if one else say("Only where it pays"),
            makes=lambda one: _put(
                role, name, ("must_have",), one, say("a must") if one else say("no must")
            ),
        )
    with kind:
        choice(
            page.workshop,
            f"{key}.kind",
            say("Employed as"),
            list(KINDS),
            role.kind,
            written=lambda one: say(KINDS[one]),
            makes=lambda one: _employed(role, name, one),
        )
    starts, needs = st.columns(2, gap="large")
    months = entered.months_of_a_year(entered.start_of(page.bundle))
    with starts:
        session.follow(f"{key}.start", role.start_month)
        one_of(
            say("New people start in"),
            list(months),
            format_func=months.__getitem__,
            key=f"{key}.start",
            on_change=keep,
            args=(
                page.workshop,
                f"{key}.start",
                lambda place: _put(
                    role, name, ("start_month",), place, say("from {month}", month=months[place])
                ),
            ),
        )
        refused(f"{key}.start")
    with needs:
        session.follow(f"{key}.needs", list(role.needs))
        several(
            say("Filled only together with"),
            [one.id for one in plan.roles if one.id != role.id],
            format_func=labels.__getitem__,
            key=f"{key}.needs",
            placeholder=say("nobody else"),
            on_change=keep,
            args=(
                page.workshop,
                f"{key}.needs",
                lambda ids: _put(
                    role,
                    name,
                    ("needs",),
                    list(ids) or None,
                    say("only with {posts}", posts=listed([inside(labels[id]) for id in ids]))
                    if ids
                    else say("with or without others"),
                ),
            ),
        )
        refused(f"{key}.needs")


def _put(role: Role, name: str, place: tuple[str, ...], value: Any, said: str) -> Act:
    return ChangePost(id=role.id, called=name, changes=((place, value),), said=said)


def _employed(role: Role, name: str, kind: str) -> Act:
    """A contractor is in no post, so both keys move together."""
    changes: list[tuple[tuple[str, ...], Any]] = [(("kind",), kind)]
    if kind == "contractor" and role.in_post:
        changes.append((("in_post",), None))
    said = inside(say(KINDS[kind]))
    return ChangePost(id=role.id, called=name, changes=tuple(changes), said=said)


def _own(page: Page, plan: Plan) -> None:
    functions = page.catalog.labels.functions

    def makes(name: str, told: Told, function: str) -> Act:
        post = entered.own_post(plan, page.catalog, name, told["salary"], Function(function))
        return AddPost(post=post, called=post["id"])

    own(
        page,
        SECTION,
        say("Add a post of your own"),
        {"salary": (say("Salary in dollars, full time"), 0)},
        (say("What it does most"), {str(f): functions[f] for f in FUNCTIONS}),
        makes,
    )
