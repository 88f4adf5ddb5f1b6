"""Questions to the committee, each answered from 0 to 4, saved at once."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from cidesign.domain.catalog import Catalog
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.ui.kit.inputs import choice_by
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.structure.view import Question, with_answer

ANSWERS = (0, 1, 2, 3, 4)
Write = Callable[[Bundle, Catalog, str, Any], Bundle]


def questions(page: Page, asked: Sequence[Question], write: Write = with_answer) -> None:
    """Two in a row where there is room: the question, five segments, and what the two ends mean.

    Args:
        page: the open page.
        asked: the questions, with our answers so far.
        write: puts the answer to a question into the bundle, and refuses one off the scale; by its
            id.
    """
    for left in range(0, len(asked), 2):
        for column, one in zip(st.columns(2, gap="large"), asked[left : left + 2]):
            with column:
                _question(page, one, write)


def _question(page: Page, one: Question, write: Write) -> None:
    given = (
        None
        if one.answer is None
        else next((level for level in ANSWERS if level == one.answer), None)
    )
    with st.container(gap="xxsmall", key=f"driver_{one.id}"):
        key = f"{page.name}.{one.id}"
        choice_by(
            page.workshop,
            key,
            plain(one.question),
            ANSWERS,
            given,
            write=lambda bundle, value: write(bundle, page.catalog, one.id, value),
        )
        four = f"4: {one.means_4}"
        if one.answer is not None and given is None:
            four = say("4: {meaning} Now {answer}.", meaning=one.means_4, answer=one.answer)
        st.markdown(f"{small(plain(f'0: {one.means_0}'))}  \n{small(plain(four))}")
