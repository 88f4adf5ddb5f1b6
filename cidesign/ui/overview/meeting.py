"""The next meeting on the overview: how long it is, its agenda, what to bring, what was taken on
before, its questions with a place for each answer, and the whole as one page to print.
"""

from collections.abc import Callable

import streamlit as st

from cidesign.acts.set_keys import SetKeys
from cidesign.domain.meeting import LENGTHS
from cidesign.memo.guide import Guide, guide
from cidesign.text import mark, say
from cidesign.ui.kit import session, who
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.inputs import choice
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.prompts import talk_about
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.ui.overview.kept import file_name
from cidesign.views.overview.meeting import AgendaRow, Meeting, meeting

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Prints = Callable[[Guide], bytes]


def next_meeting(page: Page, prints: Prints) -> None:
    """The guide of the next meeting. ``prints``: makes a document of it."""
    planned = remembered(page, "overview.meeting", lambda: meeting(page.bundle, page.catalog))
    today = session.now()[:10]
    paper = remembered(
        page, "overview.guide", lambda: guide(page.bundle, page.catalog, made_on=today), today
    )
    heading(
        say("The next meeting: {pages}", pages=planned.passes),
        say("Taken from where we stand. Minutes are usual ones, fitted to the time you have."),
    )
    _length(page)
    _agenda(planned)
    _lists(paper)
    _download(page, paper, prints)
    heading(say("Questions on the way"), say("Each answer is kept on its own page, too."))
    talk_about(page, planned.questions)


def _length(page: Page) -> None:
    if not who.may(SetKeys):
        return
    choice(
        page.workshop,
        "overview.meeting.minutes",
        say("How many minutes do we have?"),
        LENGTHS,
        page.bundle.workshop.meeting_minutes,
        makes=lambda minutes: SetKeys(
            of="overview",
            path="workshop.yaml",
            thing=mark("how long the next meeting is"),
            changes=((("meeting_minutes",), minutes),),
        ),
    )


def _agenda(planned: Meeting) -> None:
    """One item a line, under the page it happens at."""
    for place, row in enumerate(planned.rows):
        before = planned.rows[place - 1].page if place else ""
        with st.container(key=f"row_agenda_{place}"):
            time, words = st.columns([1.6, 8], gap="small")
            time.markdown(small(plain(_time(row))))
            named = f"**{plain(row.page)}.** " if row.page not in ("", before) else ""
            words.markdown(f"{named}{plain(row.says)}")


def _time(row: AgendaRow) -> str:
    return say(
        "{start} to {end} · {minutes} min",
        start=row.start,
        end=row.start + row.minutes,
        minutes=row.minutes,
    )


def _lists(paper: Guide) -> None:
    for label, lines in (
        (say("Bring"), paper.bring),
        (say("Taken on before"), paper.taken_on),
    ):
        if lines:
            with st.container(gap="xxsmall"):
                st.markdown(f"**{plain(label)}**")
                sentences([one.plain for one in lines])
    if paper.then:
        st.markdown(plain(paper.then.plain))


def _download(page: Page, paper: Guide, prints: Prints) -> None:
    st.download_button(
        say("Download it as one page"),
        data=remembered(page, "overview.paper", lambda: prints(paper), paper.made_on),
        file_name=f"{file_name(page.bundle.workshop.name)}-meeting.docx",
        mime=MIME,
        on_click="ignore",
        key="overview.meeting.download",
        icon=":material/download:",
    )
