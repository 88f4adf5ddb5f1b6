"""Questions to the committee, each answered from 0 to 4, saved at once."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.answer_driver import AnswerDriver
from cidesign.text import say
from cidesign.ui.kit.inputs import choice
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.structure.view import Question

ANSWERS = (0, 1, 2, 3, 4)

Answering = Callable[[Question, Any], Act]


def about_the_structure(asked: Question, answer: Any) -> Act:
    """The act of answering a question about the structure, or about the way of choosing a host."""
    return AnswerDriver(driver=asked.id, answer=answer, called=asked.label)


def questions(
    page: Page, asked: Sequence[Question], makes: Answering = about_the_structure
) -> None:
    """Two in a row where there is room: the question, five segments, and what the two ends mean.

    Args:
        page: the open page.
        asked: the questions, with our answers so far.
        makes: the act of answering one.
    """
    for left in range(0, len(asked), 2):
        for column, one in zip(st.columns(2, gap="large"), asked[left : left + 2]):
            with column:
                _question(page, one, makes)


def _question(page: Page, one: Question, makes: Answering) -> None:
    given = (
        None
        if one.answer is None
        else next((level for level in ANSWERS if level == one.answer), None)
    )
    with st.container(gap="xxsmall", key=f"driver_{one.id}"):
        key = f"{page.name}.{one.id}"
        choice(
            page.workshop,
            key,
            plain(one.question),
            ANSWERS,
            given,
            makes=lambda answer: makes(one, answer),
        )
        four = f"4: {one.means_4}"
        if one.answer is not None and given is None:
            four = say("4: {meaning} Now {answer}.", meaning=one.means_4, answer=one.answer)
        zero = f"0: {one.means_0}"
        if one.usual:
            zero = say("Usual so far. {meaning}", meaning=zero)
        st.markdown(f"{small(plain(zero))}  \n{small(plain(four))}")
