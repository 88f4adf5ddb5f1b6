"""Why only one organization was asked: written once, shown beside every fitness check, and needed
before a decision.
"""

import streamlit as st

from cidesign.acts.explain_sole_source import ExplainSoleSource
from cidesign.domain.problem import Problem
from cidesign.text import say
from cidesign.ui.kit import drafts, session, who
from cidesign.ui.kit.attempts import told
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.texts import area

PLACE = "compare.alone"


def reason(page: Page) -> str:
    """Draw the reason, or the field for it; what is written now."""
    written = page.bundle.workshop.sole_source
    if not written and not who.may(ExplainSoleSource):
        return ""
    with st.container(border=not written, key="sole_source"):
        if written:
            heading(say("Why only one was asked"))
            st.text(written)
        else:
            heading(
                say("Why was only one asked?"),
                say("The decision waits for this reason; the memo prints it."),
            )
            area(page.workshop, PLACE, say("In words the others may read"), height=90)
            told(PLACE, say("Nothing was saved."))
            st.button(
                say("Save the reason"),
                type="primary",
                key=f"{PLACE}.save",
                on_click=_save,
                args=(page,),
            )
    return written


def _save(page: Page) -> None:
    page.speak()
    text = str(session.value(PLACE) or "").strip()
    if not text:
        found = Problem(
            say("Why was only one asked?"),
            say("nothing is written there"),
            say("write why the others were not asked"),
        )
        session.put(f"_box.{PLACE}", (found,))
        return
    session.put(f"_box.{PLACE}", ())
    if page.do(ExplainSoleSource(reason=text), place=PLACE):
        drafts.settle(page.workshop, PLACE)
