"""What is handed out: page one on screen, and documents that are made only when somebody asks for
them.
"""

from collections.abc import Callable, Mapping

import streamlit as st

from cidesign.domain.workshop import Bundle
from cidesign.memo import memo
from cidesign.memo.memo import Memo
from cidesign.memo.papers import Paper
from cidesign.memo.profiles import profiles_paper
from cidesign.memo.words import Handout, MemoPage, PageRow
from cidesign.record import zipped
from cidesign.text import say
from cidesign.ui.kit import session, solving
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import calmly
from cidesign.ui.kit.remembered import remembered, worked_out
from cidesign.ui.kit.texts import asked
from cidesign.ui.kit.words import plain, small
from cidesign.ui.overview.kept import file_name
from cidesign.views.compare.robustness import RobustnessView, evidence_of
from cidesign.views.compare.view import CompareView

Make = Callable[[], bytes]


def memo_now(page: Page) -> Memo:
    """The memo of the workshop as it is, of this viewer's day; made once for each state of the
    workshop.
    """
    today = session.now()[:10]

    def other_weights(bundle: Bundle, view: CompareView) -> RobustnessView | None:
        return worked_out(page, "compare.evidence", lambda: evidence_of(bundle, view))

    def made() -> Memo:
        return memo.memo_from(
            page.bundle,
            page.catalog,
            solve=solving.solve,
            project=solving.project,
            try_out=other_weights,
            made_on=today,
        )

    return remembered(
        page, "memo.memo", made, today, meanwhile=say("Gathering every figure, a few seconds …")
    )


def profiles_now(page: Page, made_on: str) -> Paper:
    """The job profiles of the team that was found already, where it was."""
    return profiles_paper(page.bundle, page.catalog, made_on=made_on, solve=solving.solve)


def whole_bundle(page: Page) -> bytes:
    """All files of the workshop as one zip."""
    return zipped(page.bundle)


def in_short(shown: MemoPage) -> None:
    """What page one says of each part, a line for each."""
    heading(say("Page one in short"), shown.kicker)
    for place, row in enumerate(shown.rows):
        with st.container(key=f"row_short_{place}"):
            label, claim, key = st.columns([3, 6, 5], gap="small")
            label.markdown(f"**{plain(row.label)}**")
            claim.markdown(plain(row.claim))
            key.markdown(f"**{plain(row.key)}** {small(plain(row.unit))}" if row.key else "")


def page_one(shown: MemoPage) -> None:
    """Page one of the memo in native elements."""
    with st.container(border=True, key="memo_page_one"):
        st.markdown(small(plain(shown.kicker)))
        st.subheader(plain(shown.answer), anchor=False)
        if shown.lead:
            st.markdown(plain(shown.lead))
        for place, row in enumerate(shown.rows):
            with st.container(key=f"row_memo_{place}"):
                _row(row)
        for title, said in shown.boxes:
            with st.container(key=f"row_box_{title}", gap=None):
                st.markdown(f"**{plain(title)}**")
                st.markdown(plain(said))
        st.markdown(small(plain(shown.note)))


def _row(row: PageRow) -> None:
    label, middle, key = st.columns([3, 9, 4])
    label.markdown(f"**{plain(row.label)}**")
    with middle.container(gap=None):
        st.markdown(f"**{plain(row.claim)}**")
        if row.details:
            st.markdown(small(plain(row.details)))
    if row.key:
        with key.container(gap=None):
            st.markdown(f"**{plain(row.key)}**")
            st.markdown(small(plain(row.unit)))


def handed_out(
    page: Page, handouts: tuple[Handout, ...], makes: Mapping[str, Make], *also: str
) -> None:
    """One row for each document: what it holds, who may get it, and the button that makes it.

    Args:
        page: the open page.
        handouts: what can be made.
        makes: by id, what makes its bytes; may raise BadInput.
        also: what the documents depend on beside the workshop.
    """
    for one in handouts:
        with st.container(key=f"row_handout_{one.id}"):
            words, button = st.columns([5, 2], vertical_alignment="center")
            with words.container(gap=None):
                st.markdown(f"**{plain(one.label)}**")
                st.markdown(plain(one.holds))
                st.markdown(small(plain(one.who)))
            with button:
                _button(page, one, makes[one.id], *also)


def _button(page: Page, one: Handout, make: Make, *also: str) -> None:
    asked = f"_asked.{page.workshop}.{one.id}"
    if session.value(asked) != page.revision:
        said = say("Make it again") if session.value(asked) is not None else say("Make it")
        st.button(
            said,
            key=f"memo.make_{one.id}",
            on_click=session.put,
            args=(asked, page.revision),
            width="stretch",
        )
        return
    with (
        st.spinner(say("Making it, a few seconds …")),
        calmly(say("Nothing was made. Mend this first.")),
    ):
        content = remembered(page, f"memo.{one.id}", make, *also)
        st.download_button(
            say("Download"),
            data=content,
            file_name=f"{file_name(page.bundle.workshop.name)}-{one.file}",
            mime=one.mime,
            on_click="ignore",
            key=f"memo.download_{one.id}",
            icon=":material/download:",
            type="primary",
            width="stretch",
        )


def made_by(page: Page) -> str:
    """Who runs this machine; printed in the memo where it is given."""
    with st.expander(say("Say who makes this memo")):
        said = asked(
            page.workshop,
            "memo.made_by",
            say("Made by"),
            placeholder=say("Your name, or that of whoever runs this machine"),
        )
    return said.strip()
