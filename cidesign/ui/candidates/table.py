"""The table of candidates that can be taken away, filled in and brought back whole."""

import streamlit as st

from cidesign.acts.bring_candidates import BringCandidates
from cidesign.acts.candidate_list import CANDIDATES
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.attempts import attempt, forget, told
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import small
from cidesign.views.candidates.view import CandidatesView

TABLE = "candidates.table"


def table(page: Page, view: CandidatesView) -> None:
    """The table that can be taken away, filled in and brought back; it takes the place of the
    list.
    """
    fold = st.expander(
        say("Bring in a table of candidates"), key="candidates.fold", on_change="rerun"
    )
    if not fold.open or view.round_is_open:
        return
    with fold:
        st.markdown(
            small(
                say(
                    "A CSV file with one row for each candidate: id, name, kind, eligible (yes or "
                    "no), eligible_reason, the offer, "
                    "and one column for each figure. It takes the place of the list. If anything "
                    "is wrong, nothing changes."
                )
            )
        )
        if content := page.bundle.files.get(CANDIDATES):
            st.download_button(
                say("Download the table as it is"),
                data=content,
                file_name=CANDIDATES,
                mime="text/csv",
                on_click="ignore",
                key="candidates.download",
                icon=":material/download:",
            )
        st.file_uploader(
            say("Table of candidates"),
            type="csv",
            key="candidates.upload",
            on_change=_bring,
            args=(page,),
        )
        told(TABLE, say("Nothing was brought in."))


def _bring(page: Page) -> None:
    page.speak()
    file = session.value("candidates.upload")
    if file is None:
        forget(TABLE)
        return
    if attempt(page, TABLE, BringCandidates(content=file.getvalue()), f"file-{file.file_id}"):
        session.note(session.Note("saved", say("The table of candidates was brought in.")))
