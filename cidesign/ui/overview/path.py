"""The walk at a glance: a bar of segments by group, and one row for each step."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from cidesign.domain.walk import step_of
from cidesign.text import say
from cidesign.ui.kit import who
from cidesign.ui.kit.contents import DECIDED, OPEN, SKIPPED, page_of
from cidesign.ui.kit.current import address
from cidesign.ui.kit.evidence import sentences
from cidesign.ui.kit.layers import MORE
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.overview.assumed import Usual
from cidesign.views.overview.view import GroupPath, StepRow

NEXT = ":material/arrow_circle_right:"


def path(groups: Sequence[GroupPath]) -> None:
    """Segments, filled as steps are decided. The only HTML we draw: counts and our own fixed words,
    never people's text.
    """
    pieces = []
    for group in groups:
        bars = "<i class='done'></i>" * group.decided + "<i></i>" * (
            group.steps - group.decided + group.skipped
        )
        pieces.append(
            f'<div role="listitem" style="flex:{group.steps + group.skipped}"><div '
            f'class="cid-bars" aria-hidden="true">{bars}</div>'
            f"<b>{escape(say(group.label))}</b><span>{escape(_counted(group))}</span></div>"
        )
    st.html(f'<div class="cid-path" role="list">{"".join(pieces)}</div>')


def _counted(group: GroupPath) -> str:
    if not group.steps:
        return say("not needed")
    return say("{decided} of {steps}", decided=group.decided, steps=group.steps)


def steps(walk: Sequence[StepRow], talked: str = "") -> None:
    """One line per step: its page, what was decided or stands there, the date or that it is next.
    Below them what became of the questions to talk about, where that is told.
    """
    leads = address()
    for group in dict.fromkeys(row.step.group for row in walk):
        with st.container(gap=None, key=f"steps_{group.lower()}"):
            st.markdown(small(f"**{say(group)}**"))
            for row in (row for row in walk if row.step.group == group):
                _row(row, leads)
    if talked:
        st.markdown(small(plain(talked)))


def _row(row: StepRow, leads: Mapping[str, str]) -> None:
    icon = DECIDED if row.decided else NEXT if row.next else OPEN if row.needed else SKIPPED
    with st.container(key=f"row_{'now_' if row.next else ''}{row.step.id}"):
        name, result, date = st.columns([2.5, 6, 1.8], vertical_alignment="center", gap="xsmall")
        name.page_link(
            page_of(row.step.id), label=f"**{say(row.step.label)}**", icon=icon, query_params=leads
        )
        said = plain(row.result)
        result.markdown(f":small[{said}]" if row.decided or row.next else small(said))
        if row.next:
            date.badge(say("Next"), icon=":material/schedule:", color="orange")
        elif row.date:
            date.markdown(small(row.date))


def usual_values(groups: Sequence[Usual]) -> None:
    """The usual values by page, each page with the link to the place where they are changed."""
    for page in dict.fromkeys(one.page for one in groups):
        mine = [one for one in groups if one.page == page]
        sentences([one.said for one in mine])
        if not who.may_change(page):
            continue
        more = {MORE: mine[0].tab} if mine[0].tab else {}
        st.page_link(
            page_of(page),
            label=as_label(say("Change it on {page}", page=say(step_of(page).label))),
            icon=":material/edit:",
            query_params={**address(), **more},
        )
