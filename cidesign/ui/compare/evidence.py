"""What stands around the chart of the page Compare: which candidate is checked, what to know, what
the decision asks.
"""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from cidesign.acts.rule_sheet import was_asked_alone
from cidesign.domain.rules import Aggregation
from cidesign.text import say
from cidesign.ui.compare import sole_source
from cidesign.ui.kit.choices import segments
from cidesign.ui.kit.contents import go_to_change
from cidesign.ui.kit.decision import Ask, decision
from cidesign.ui.kit.evidence import heading, rows_as_table, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.states import an_example, locked
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.compare import closed, fit_check, heard, words
from cidesign.views.compare.card import before_choosing
from cidesign.views.compare.fit_check import FitCheck
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CompareView
from cidesign.views.process import default_host


def chosen(checks: Sequence[FitCheck]) -> FitCheck:
    """The candidate whose fitness is checked; a row of segments where there are several."""
    if len(checks) == 1:
        return checks[0]
    by_id = {check.id: check for check in checks}
    id = segments(
        say("Which candidate"),
        list(by_id),
        default=checks[0].id,
        required=True,
        format_func=lambda id: as_label(by_id[id].label),
        key="compare.which",
    )
    return by_id.get(str(id), checks[0])


def last_closed(page: Page) -> Page:
    """The page on the last round that was closed, while another one is open; else as it is."""
    past = remembered(page, "compare.closed", lambda: closed.last_closed(page.bundle))
    return page if past is None else replace(page, bundle=past)


def of_an_earlier_round(now: Page, page: Page) -> None:
    """That a round is open, and that this is the one before."""
    st.info(plain(closed.note(now.bundle, page.bundle)), icon=":material/lock:")


def no_choice_yet(now: Page) -> None:
    """In place of the decision, while a round is open."""
    rule = say("The choice waits until round {round} is closed.", round=now.bundle.workshop.round)
    locked(say("No choice yet"), rule)


def way_out(page: Page, view: CompareView, check: FitCheck | None) -> None:
    """Where nobody can be chosen, the link to the page on which sheets, or members, are added;
    nothing once the selection is final.
    """
    able = {one.id for one in page.bundle.candidates if one.eligible}
    barred = (
        bool(check.barred) and check.id in able if check else bool(view.rows) and not view.ranked
    )
    if not barred or view.missing or page.bundle.workshop.stage.against_a_round:
        return
    if not view.no_round_helps:
        go_to_change("score", say("Open round {round}", round=view.round + 1))
        return
    if check:
        st.markdown(plain(view.no_round_helps))
    one_score = (
        page.bundle.rules is not None and page.bundle.rules.aggregation is Aggregation.CONSENSUS
    )
    go_to_change(
        *(
            ("process", say("Change the rules"))
            if one_score
            else ("initiative", say("Add a member"))
        )
    )


def nothing_yet(page: Page, view: CompareView) -> None:
    """In place of the comparison: the rule that hides it or all of it but the places and points, or
    an example of one.
    """
    if view.hidden:
        rule = say(
            "Nobody sees scores, points or order before the round is closed, on any page, so that "
            "each member judges alone."
        )
        locked(say("Round {round} is open", round=view.hidden), rule)
    elif view.rows:
        rows_as_table(words.places(view))
        if view.unranked:
            sentences(words.without_rank(view))
        if known := default_host.after_the_close(page.bundle):
            sentences(known)
        heard_part(page, view)
        locked(say("The result alone"), " ".join(view.missing))
    else:
        an_example(say("An example has candidates, scores and a result."))


def beside(page: Page, view: CompareView, evidence: RobustnessView, check: FitCheck | None) -> None:
    """Who has no rank and why (nothing of ranks where one is checked), and what to know that the
    five sentences do not say.
    """
    if view.unranked and check is None:
        heading(
            say("Without a rank"), say("Points are shown where there are any; the reason decides.")
        )
        sentences(words.without_rank(view))
    known = (
        words.to_know(view)
        if check
        else remembered(page, "compare.known", lambda: before_choosing(view, evidence))
    )
    if known := (*default_host.after_the_close(page.bundle), *known):
        heading(say("Know this before you choose"))
        sentences(known)
    for said in heard.in_one_line(page.bundle):
        st.markdown(small(plain(said)))


def heard_part(page: Page, view: CompareView) -> None:
    """What people beyond the committee said, beside the points; nothing where nobody was heard."""
    found = heard.groups(page.bundle)
    if not found:
        return
    heading(heard.claim(found, page.bundle), heard.note())
    rows_as_table(heard.beside_the_points(found, view.rows))
    if told := heard.sentences_of(found, page.bundle):
        sentences(told)


def panel(view: CompareView) -> None:
    """On how many raters each candidate stands, and whose scores are missing where."""
    heading(say("Who was scored by how many"), words.raters(view))
    if gaps := (*view.uneven, *view.blank):
        sentences(gaps)


def decide(page: Page, view: CompareView, check: FitCheck | None) -> None:
    """The decision for one of several, for the only one that applied, or for the one that was
    asked, once it is said why only one was.
    """
    if check is None and (view.ranked or page.bundle.decisions.latest(page.name)):
        decision(page, ask(view))
    elif check is None:
        locked(say("No choice yet"), _nobody(view))
    elif not was_asked_alone(page.bundle):
        decision(page, ask_alone(check, ""))
    elif why_alone := sole_source.reason(page):
        decision(page, ask_alone(check, why_alone))


def _nobody(view: CompareView) -> str:
    if view.no_round_helps:
        return say("Nobody has a rank; the reasons stand above. No further round mends them.")
    return say("Nobody has a rank; the reasons stand above. Mend them, or open another round.")


def ask(view: CompareView) -> Ask:
    """The decision for one of several; another than the first needs a written reason."""
    return Ask(
        choices={row.id: row.label for row in view.ranked},
        barred="" if view.ranked else _nobody(view),
        first=tuple(row.id for row in view.leaders),
        hint=say("Two or three sentences the candidates will read."),
        figures={"round": view.round, "answer": words.answer(view), "points": words.totals(view)},
    )


def ask_alone(check: FitCheck, why_alone: str) -> Ask:
    """The decision for the one that was asked."""
    made_up = (
        say("What makes up for the weak points?")
        if check.weak
        else say("Two or three sentences others will read.")
    )
    return Ask(
        choices={check.id: check.label},
        hint=made_up,
        barred=check.barred,
        figures=fit_check.figures(check, why_alone),
    )
