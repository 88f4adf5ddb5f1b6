"""Questions to the committee, each answered from 0 to 4, saved at once."""

from collections.abc import Sequence

import streamlit as st

from cidesign.steps.structure import FILE, Question
from cidesign.text import say
from cidesign.ui.inputs import Path, choice
from cidesign.ui.page import Page
from cidesign.ui.words import plain, small

ANSWERS = (0, 1, 2, 3, 4)


def questions(page: Page, asked: Sequence[Question], *, file: str = FILE, at: Path = ("answers",)) -> None:
    """Two in a row where there is room: the question, five segments, and what the two ends mean.

    Args:
        page: the open page.
        asked: the questions, with our answers so far.
        file: the bundle's file that holds the answers.
        at: the keys that lead to them; the question's id comes last.
    """
    for left in range(0, len(asked), 2):
        for column, one in zip(st.columns(2, gap="large"), asked[left : left + 2]):
            with column:
                _question(page, one, file, (*at, one.id))


def _question(page: Page, one: Question, file: str, at: Path) -> None:
    given = None if one.answer is None else next((level for level in ANSWERS if level == one.answer), None)
    with st.container(gap="xxsmall", key=f"driver_{one.id}"):
        choice(page.workshop, f"{page.name}.{one.id}", plain(one.question), ANSWERS, given, file=file, at=at)
        four = f"4: {one.means_4}"
        if one.answer is not None and given is None:
            four = say("4: {meaning} Now {answer}.", meaning=one.means_4, answer=one.answer)
        st.markdown(f"{small(plain(f'0: {one.means_0}'))}  \n{small(plain(four))}")
