"""What people may choose about the selection: who may apply, a first rule sheet, the weeks, and the
check of one organization.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import streamlit as st

from cidesign.acts.begin_rules import BeginRules
from cidesign.acts.choose_mode import ChooseMode
from cidesign.acts.explain_sole_source import ExplainSoleSource
from cidesign.acts.plan_weeks import MOST_WEEKS, PlanWeeks
from cidesign.acts.rule_sheet import first_rules
from cidesign.acts.set_first_day import SetFirstDay
from cidesign.acts.set_weights import SetWeights
from cidesign.acts.use_usual_pass_marks import UseUsualPassMarks
from cidesign.domain.dates import day
from cidesign.text import say
from cidesign.ui.kit import session, who
from cidesign.ui.kit.evidence import heading, rows_as_table, sentences
from cidesign.ui.kit.inputs import choice, keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.questions import questions
from cidesign.ui.kit.texts import area
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.process import default_host, timetable, words
from cidesign.views.process import voice as mirrored
from cidesign.views.process.view import ProcessView
from cidesign.views.process.weigh import weighed_together

ACROSS = 4
"""Steps side by side."""


@who.only_for(BeginRules)
def begin(page: Page, view: ProcessView) -> None:
    """The way out of an empty page: a first rule sheet of usual criteria."""
    if view.rules is None:
        st.button(
            say("Begin with the usual criteria"),
            type="primary",
            key="process.begin",
            on_click=_begin,
            args=(page,),
        )


def _begin(page: Page) -> None:
    page.do(BeginRules(sheet=first_rules(page.catalog)))


def mode(page: Page, view: ProcessView) -> None:
    """Who may apply: three segments, or words once it is sealed; and what is odd about the
    weeks.
    """
    heading(words.mode_claim(view), words.mode_note(view))
    if not view.fixed:
        choice(
            page.workshop,
            "process.mode",
            say("Who may apply?"),
            [one.id for one in view.modes],
            view.chosen or None,
            written=lambda id: page.catalog.labels.modes[id],
            makes=lambda id: ChooseMode(mode=id, called=page.catalog.labels.modes[id]),
        )
    for warning in view.table.warnings:
        st.warning(plain(warning), icon=":material/history:")


def defaults(page: Page, view: ProcessView) -> None:
    """Before the seal: that the host may follow from who holds the grant and the like."""
    if not view.fixed:
        for told in default_host.cautions(page.bundle):
            st.warning(plain(told), icon=":material/balance:")


def for_and_against(page: Page, view: ProcessView) -> None:
    """What speaks for the way chosen and against it, and, before the seal, why we advise ours."""
    pros, cons = words.for_and_against(view)
    left, right = st.columns(2, gap="large")
    left.markdown(_listed(say("What speaks for it"), pros))
    right.markdown(_listed(say("What speaks against it"), cons))
    if view.fixed:
        return
    heading(say("Why we advise: {way}", way=view.advised.label))
    sentences(view.because)
    questions(page, view.questions)


def _listed(head: str, lines: Sequence[str]) -> str:
    return "\n".join([f"**{plain(head)}**\n", *(f"- {plain(line)}" for line in lines)])


@who.only_for(PlanWeeks)
def weeks(page: Page, view: ProcessView) -> None:
    """The start and the weeks of each step; they are no part of the sealed sheet and may always
    move.
    """
    heading(
        say("Change the start and the weeks"),
        say("Saved as you choose. Dates are not part of the sealed rules, so they may move."),
    )
    for first in range(0, len(view.table.rows) + 1, ACROSS):
        places = range(first, min(first + ACROSS, len(view.table.rows) + 1))
        for column, place in zip(st.columns(ACROSS, gap="medium"), places):
            with column:
                if place:
                    _weeks_of(page, view.table.rows[place - 1])
                else:
                    _first_day(page, view)


def _first_day(page: Page, view: ProcessView) -> None:
    session.follow("process.start", view.table.start)
    st.date_input(
        say("First day"),
        key="process.start",
        format="MM/DD/YYYY",
        min_value=date(2000, 1, 1),
        max_value=date(2100, 1, 1),
        on_change=keep,
        args=(page.workshop, "process.start", _begins_on),
    )
    refused("process.start")
    if view.table.start:
        st.markdown(small(plain(day(view.table.start.isoformat()))))


def _begins_on(first: date | None) -> SetFirstDay:
    return SetFirstDay(first=first.isoformat() if first else "")


def _weeks_of(page: Page, row: timetable.TimetableRow) -> None:
    key = f"process.weeks.{row.id}"
    session.follow(key, float(row.weeks))

    def makes(weeks: float | None) -> PlanWeeks:
        planned = Decimal(str(weeks or 0))
        return PlanWeeks(part=row.id, weeks=planned, usual=row.usual.value, called=row.label)

    st.number_input(
        say("{step}, weeks", step=as_label(row.label)),
        min_value=0.0,
        max_value=float(MOST_WEEKS),
        step=0.5,
        format="%g",
        key=key,
        on_change=keep,
        args=(page.workshop, key, makes),
    )
    refused(key)
    usual = timetable.weeks_of(row.usual.value)
    told = (
        say("Usual: {weeks}, assumed.", weeks=usual)
        if row.usual.assumed
        else say("Usual: {weeks}.", weeks=usual)
    )
    st.markdown(small(plain(f"{row.what} {told}")))


def voice(page: Page) -> None:
    """What the equity mirror suggests for the weights, and the button that does it; nothing where
    it asks for nothing, or the rules are sealed.
    """
    found = mirrored.voice(page.bundle, page.catalog)
    if found is None:
        return
    st.markdown(plain(mirrored.why(found).plain))
    if found.criterion and who.may(SetWeights):
        st.button(
            as_label(mirrored.does(found)),
            key="process.voice",
            on_click=_give_voice,
            args=(page, weighed_together(found.shares)),
        )


def _give_voice(page: Page, act: SetWeights) -> None:
    page.do(act)


def fitness(page: Page, view: ProcessView) -> None:
    """Where one organization is asked: pass marks take the place of a ranking, and a written reason
    why only one.
    """
    if not view.fitness or view.rules is None:
        return
    heading(
        say("Only one: good enough?"),
        say("No ranking. It passes where the panel's value reaches the mark on every criterion."),
    )
    rows_as_table(words.pass_marks(view))
    hers = who.may(UseUsualPassMarks)
    if hers and not view.fixed and any(row.pass_mark is None for row in view.criteria):
        st.button(
            say("Use the middle of each scale, 3 of 5"),
            key="process.marks",
            on_click=_marks,
            args=(page,),
        )
        st.markdown(
            small(say("Our assumption. Change any mark under “What does each level mean?”."))
        )
    reason = page.bundle.workshop.sole_source
    if reason and (view.fixed or not hers):
        st.markdown(small(say("Why only one is asked")))
        st.text(reason)
    if (view.fixed and reason) or not hers:
        return
    key = "process.sole_source"
    area(page.workshop, key, say("Why is only one asked?"), reason, height=90)
    refused(key)
    st.button(
        say("Save the reason"),
        key=f"{key}.save",
        on_click=keep,
        args=(page.workshop, key, lambda said: ExplainSoleSource(reason=said or "")),
    )


def _marks(page: Page) -> None:
    page.do(UseUsualPassMarks())
