"""What our choices about the structure set in the plan: each figure to be changed where it stands,
and one press for the plan's own; and posts on loan.
"""

from decimal import Decimal

import streamlit as st

from cidesign.acts.count_in_plan import CountInPlan
from cidesign.acts.lend_post import LendPost
from cidesign.domain.set_in_plan import DAYS_A_WEEK, STRUCTURE
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts, who
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.figures import figure, in_place
from cidesign.ui.kit.inputs import refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.views.structure.sets import LoanRow, SetRow, SetsView, sets_view


def sets_of(page: Page) -> SetsView:
    """What our choices set in the plan of the open workshop."""
    return remembered(page, "structure.sets", lambda: sets_view(page.bundle, page.catalog))


def figures(page: Page, view: SetsView) -> None:
    """One row for each figure that a choice sets, or could set."""
    for row in view.rows:
        figure_row(page, row)


def figure_row(page: Page, row: SetRow) -> None:
    """What it is, which choice it follows, and its field, or the press that counts it."""
    with st.container(key=f"row_sets_{row.key}", gap="xsmall"):
        st.markdown(f"**{plain(row.label)}**  \n{small(plain(f'{row.because} {row.told}'))}")
        if row.value is None:
            _count(page, row)
        else:
            _counted(page, row, row.value)


def _counted(page: Page, row: SetRow, value: Decimal) -> None:
    key, at = f"{page.name}.sets.{row.key}", ("sets", row.key)
    makes = in_place(page, STRUCTURE, at, row.label, percent=row.is_share)
    figure(
        page,
        key,
        row.label,
        value,
        makes=makes,
        percent=row.is_share,
        most=row.most,
        fact=row.usual,
    )
    _press(page, row, say("Use the plan's own figure"), None)


def _count(page: Page, row: SetRow) -> None:
    if row.usual is not None:
        _press(page, row, say("Count it in the plan"), row.usual.value)


@who.only_for(CountInPlan)
def _press(page: Page, row: SetRow, label: str, value: Decimal | None) -> None:
    place = f"{page.name}.sets.{row.key}.press"
    act = CountInPlan(of=page.name, key=row.key, value=value, called=row.label)
    st.button(label, key=place, on_click=_do, args=(page, act, place))
    refused(place)


def _do(page: Page, act: CountInPlan | LendPost, place: str) -> None:
    page.do(act, place=place)


def loans(page: Page, view: SetsView) -> None:
    """The posts on loan, each with one press that ends it."""
    for place, row in enumerate(view.loans):
        with st.container(key=f"row_loan_{place}"):
            words, press = st.columns([7, 3], vertical_alignment="center", gap="small")
            title = say("{post}, on loan", post=row.label)
            words.markdown(f"**{plain(title)}**  \n{small(plain(row.worth))}")
            with press:
                _end(page, row)


@who.only_for(LendPost)
def _end(page: Page, row: LoanRow) -> None:
    key = f"{page.name}.loan.end.{row.post}"
    act = LendPost(of=page.name, post=row.post, called=row.label)
    st.button(say("End the loan"), key=key, on_click=_do, args=(page, act, key))
    refused(key)


@who.only_for(LendPost)
def lend(page: Page, view: SetsView) -> None:
    """The fields of another post on loan, where our arrangement is one of loans."""
    if not view.lends:
        return
    if not view.posts:
        st.markdown(small(say("Once there is a plan, its posts can be lent.")))
        return
    form = f"{page.name}.loan"
    one_of(
        say("Which post is lent to us?"),
        list(view.posts),
        format_func=lambda id: view.posts.get(id, id),
        key=f"{form}.post",
    )
    days, lender = st.columns([1, 1], gap="small")
    with days:
        texts.number(
            page.workshop,
            f"{form}.days",
            say("Days a week, of {all}", all=DAYS_A_WEEK),
            min_value=0.0,
            max_value=float(DAYS_A_WEEK),
            step=0.5,
            format="%.1f",
        )
    with lender:
        texts.line(page.workshop, f"{form}.lender", say("Who lends"))
    told(form, say("Nothing was counted."))
    args = (page, view, form, session.nonce(form))
    st.button(say("Count the loan"), key=f"{form}.add", on_click=_lent, args=args)


def _lent(page: Page, view: SetsView, form: str, nonce: str) -> None:
    post = str(session.value(f"{form}.post"))
    days = Decimal(str(session.value(f"{form}.days") or 0))
    act = LendPost(
        of=page.name,
        post=post,
        called=view.posts.get(post, post),
        days_a_week=days,
        lender=texts.written(f"{form}.lender"),
    )
    if attempt(page, form, act, nonce):
        drafts.settle(page.workshop, f"{form}.")
