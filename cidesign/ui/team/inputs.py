"""What people may change on the page Team: the budget, the phase, the host's terms; and the ways
out.
"""

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cidesign.acts.begin_plan import BeginPlan
from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.acts.mend_plan import MendPlan
from cidesign.acts.set_budget import SetBudget
from cidesign.acts.set_phase import SetPhase
from cidesign.domain.figures import money_short
from cidesign.domain.panel import Candidate
from cidesign.text import mark, say
from cidesign.ui.kit import session, solving, who
from cidesign.ui.kit.answer import answer
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.inputs import choice, keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.overview import beginning
from cidesign.views.overview.drafting import Answers
from cidesign.views.team import reasons, words
from cidesign.views.team.lean import lean_budget, lean_team, lean_told
from cidesign.views.team.view import TeamView
from cidesign.views.team.words import Mend

OWN_TERMS = mark("Our own terms")
_DECIDED = "_team.decided"


def budget(
    page: Page,
    stored: Decimal,
    budgets: Sequence[Decimal],
    less: Decimal | None,
    more: Decimal,
    year: int,
) -> None:
    """The budget: two buttons one step away, and a slider; each change is saved at once."""
    with st.container(horizontal=True, gap="small"):
        st.button(
            "− $25k", key="team.less", on_click=put_budget, args=(page, less), disabled=less is None
        )
        st.button("+ $25k", key="team.more", on_click=put_budget, args=(page, more))
    session.follow("team.budget", stored)
    st.select_slider(
        say("Budget of the year, in {year} dollars", year=year),
        budgets,
        format_func=money_short,
        key="team.budget",
        on_change=keep,
        args=(page.workshop, "team.budget", lambda usd: SetBudget(usd=usd)),
    )
    refused("team.budget")


def no_plan(page: Page) -> None:
    """What the answer card says where there is no plan, and the way out."""
    with answer(
        say("There is no plan yet."),
        say("A first plan has usual posts, purchases and money. Change what is different for you."),
    ):
        if who.may(BeginPlan):
            st.button(
                say("Make a first plan"),
                type="primary",
                key="team.first",
                on_click=first_plan,
                args=(page,),
            )


def put_budget(page: Page, usd: Decimal) -> None:
    """Save another budget; a callback."""
    page.do(SetBudget(usd=usd))


def only_ways_out(page: Page, view: TeamView, *, first_in: DeltaGenerator) -> None:
    """Where no plan keeps all rules: which rules clash, and changes that alone mend it."""
    with st.spinner(say("Looking for ways out …")):
        why = solving.explain(view.plan)
    labels = view.labels.of_a_plan
    ways = reasons.mends(view.plan, why.repairs, labels)
    clash = reasons.clash(view.plan, why.conflict, labels)
    heading(say("Ways out"), f"{clash} {reasons.how_to_mend(ways)}")
    ways_out(page, ways, first_in=first_in)


def ways_out(page: Page, ways: Sequence[Mend], *, first_in: DeltaGenerator) -> None:
    """Changes that alone make the plan possible, one button each; the first also stands in the
    answer card.
    """
    for way in ways[:1]:
        first_in.button(
            as_label(way.label),
            type="primary",
            key="team.mend.first",
            on_click=mend,
            args=(page, way),
        )
    for number, way in enumerate(ways):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                as_label(way.label), key=f"team.mend.{number}", on_click=mend, args=(page, way)
            )
            st.markdown(small(plain(way.leads_to)))


def mend(page: Page, way: Mend) -> None:
    """Save a way out; a callback."""
    page.do(MendPlan(changes=tuple(way.changes.items()), called=way.label))


def first_plan(page: Page) -> None:
    """Save a plan of usual values; a callback."""
    years = page.bundle.outlook
    start = years.start if years else f"{int(session.now()[:4]) + 1}-01"
    usd = lean_budget(page.bundle, page.catalog)
    told = Answers(name="", start=start, budget_usd=usd)
    page.do(BeginPlan(plan=beginning.first_plan(page.catalog, told)))


def lean(page: Page) -> None:
    """Where we begin lean: until when, what a lean year has, and the button that plans one."""
    told = lean_told(page.bundle, page.catalog)
    if not told.said:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="row_lean"):
        if told.offered and who.may(ChooseInPlan):
            st.button(say("Plan a lean year"), key="team.lean", on_click=_plan_lean, args=(page,))
        st.markdown(small(plain(told.said)))


def _plan_lean(page: Page) -> None:
    """Save the lean team; a callback."""
    page.speak()
    page.do(lean_team(page.bundle, page.catalog, solve=solving.solve))


def phase(page: Page) -> None:
    """The initiative's phase, where the need is computed from it."""
    stored = words.phase_at_start(page.bundle)
    if not stored:
        return
    phases = page.catalog.labels.phases
    choice(
        page.workshop,
        "team.phase",
        say("Phase of the initiative"),
        [str(entry.id) for entry in page.catalog.phases],
        stored,
        written=phases.__getitem__,
        makes=lambda id: SetPhase(phase=id, called=phases[id]),
    )
    if note := words.phases_note(page.bundle, page.catalog):
        st.markdown(small(plain(note)))


def host(page: Page, offered: Sequence[Candidate], decided: str) -> str:
    """On whose terms the plan is shown; the decided host first, and again whenever the decision
    changes.

    Kept in the address, because only a decision belongs in the record.
    """
    known = session.value(_DECIDED)
    session.put(_DECIDED, (page.workshop, decided))
    if not offered:
        return ""
    ids = {candidate.label: candidate.id for candidate in offered}
    names = [say(OWN_TERMS), *ids]
    first = (
        next((place for place, name in enumerate(names) if ids.get(name) == decided), 0)
        if decided
        else 0
    )
    if known not in (None, (page.workshop, decided)):
        session.follow("team.host", names[first])
    named = one_of(
        say("On the terms of"), names, index=first, key="team.host", bind="query-params", width=320
    )
    return ids.get(named or "", "")
