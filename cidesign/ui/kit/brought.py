"""A table people bring along: what was understood of it is shown before anything is written, each
match can be put right, and one button writes it.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

import streamlit as st

from cidesign.acts.brought import act_for, acts_that_bring
from cidesign.domain.problem import BadInput
from cidesign.record.brought import ENDINGS, Choice, Kind, Topic, kind_of
from cidesign.text import say
from cidesign.ui.kit import session, who
from cidesign.ui.kit.attempts import attempt, forget, told
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.evidence import heading, rows_as_table, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.brought import view as views

ACROSS = 3


def bring_in(page: Page, kind: str, place: str) -> None:
    """A fold with the table to take away, the field for the file, and what it says; nothing for
    who may not bring it in.

    Args:
        page: the open page.
        kind: id of the kind of table.
        place: ``page.thing``; begins the keys of all that is drawn.
    """
    known = kind_of(kind)
    assert known is not None  # noqa: S101 - pages name kinds that are in the list
    if not who.may(*acts_that_bring(kind)):
        return
    fold = st.expander(say(known.fold), key=f"{place}.fold", on_change="rerun")
    if not fold.open:
        return
    with fold:
        _field(page, known, place)


def _field(page: Page, kind: Kind, place: str) -> None:
    formats = say("CSV, Excel (.xlsx) or OpenDocument (.ods).")
    before = say("You see what was understood before anything is written.")
    st.markdown(small(plain(f"{say(kind.note)} {formats} {before}")))
    st.download_button(
        say("Download the table to fill in"),
        data=remembered(page, f"{place}.template", lambda: kind.template(page.bundle)),
        file_name=f"{kind.id}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"{place}.download",
        icon=":material/download:",
    )
    turn = int(session.value(f"_{place}.turn") or 0)
    file = st.file_uploader(
        say("The table"),
        type=list(ENDINGS),
        key=f"{place}.file.{turn}",
        on_change=_another,
        args=(place,),
    )
    if done := session.value(f"_{place}.done"):
        st.success(plain(done), icon=":material/check:")
    if file is not None:
        _understood(page, kind, place, file)


def _understood(page: Page, kind: Kind, place: str, file: Any) -> None:
    content = file.getvalue()
    answers = dict(session.value(f"_{place}.answers") or {})
    try:
        view = remembered(
            page,
            f"{place}.view",
            lambda: views.brought_view(file.name, content, page.bundle, kind.id, answers),
            file.name,
            hashlib.sha256(content).hexdigest(),
            tuple(sorted(answers.items())),
            meanwhile=say("Reading the table."),
        )
    except BadInput as error:
        problems(error.problems, say("Nothing was brought in."))
        return
    heading(view.claim, view.counted)
    if view.open:
        st.markdown(f"**{say('To answer first')}**")
        _choices(place, view.open, by_question=True)
    if view.columns:
        st.markdown(f"**{say('What each column holds')}**")
        _choices(place, view.columns)
    if view.words:
        st.markdown(f"**{say('What the words mean')}**")
        _choices(place, view.words)
    if view.exact:
        _exact(place, view.exact)
    if view.found.left_out:
        st.markdown(f"**{say('Left out')}**")
        sentences(view.found.left_out)
    if view.found.odd:
        st.markdown(f"**{say('Look at this once more')}**")
        sentences(view.found.odd)
    if view.rows:
        st.markdown(f"**{say('What would be written')}**")
        rows_as_table(view.rows)
        if len(view.found.rows) > len(view.rows):
            st.markdown(small(plain(views.rows_more(view))))
    _button(page, place, view)


def _exact(place: str, choices: Sequence[Choice]) -> None:
    fold = st.expander(say("Names that are ours"), key=f"{place}.exact", on_change="rerun")
    if fold.open:
        with fold:
            _choices(place, choices)


def _choices(place: str, choices: Sequence[Choice], *, by_question: bool = False) -> None:
    for start in range(0, len(choices), ACROSS):
        for column, one in zip(
            st.columns(ACROSS, vertical_alignment="bottom"), choices[start : start + ACROSS]
        ):
            with column:
                _choice(place, one, by_question=by_question)


def _choice(place: str, one: Choice, *, by_question: bool) -> None:
    labels = dict(one.options)
    key = f"{place}.answer.{_name(one.topic)}"
    session.put(key, one.chosen if one.chosen in labels else None)
    word = f"{one.place} · {one.topic.word}" if one.place else one.topic.word
    one_of(
        as_label(one.ask if by_question or not one.topic.word else word),
        labels,
        format_func=lambda answer: labels[answer],
        key=key,
        index=None,
        placeholder=say("Choose"),
        on_change=_answer,
        args=(place, key, one.topic),
    )


def _name(topic: Topic) -> str:
    told = f"{topic.about}\0{topic.word}".encode("utf-8", "replace")
    return hashlib.sha256(told).hexdigest()[:16]


def _answer(place: str, key: str, topic: Topic) -> None:
    answers = dict(session.value(f"_{place}.answers") or {})
    answer = session.value(key)
    if answer is None:
        answers.pop(topic, None)
    else:
        answers[topic] = str(answer)
    session.put(f"_{place}.answers", answers)
    forget(place)


def _another(place: str) -> None:
    """Another file: what was answered belongs to the one before."""
    session.forget(f"{place}.answer.")
    session.put(f"_{place}.answers", {})
    session.put(f"_{place}.done", "")
    forget(place)


def _button(page: Page, place: str, view: views.BroughtView) -> None:
    if view.against:
        problems(view.against, say("Nothing was brought in."))
        return
    if not view.button:
        st.markdown(plain(views.nothing_new(view)))
        return
    told(place, say("Nothing was brought in."))
    st.button(
        view.button,
        type="primary",
        key=f"{place}.save",
        on_click=_bring,
        args=(page, place, view, session.nonce(place)),
    )


def _bring(page: Page, place: str, view: views.BroughtView, nonce: str) -> None:
    page.speak()
    if attempt(page, place, act_for(view.found), nonce):
        done = views.done(view)
        _another(place)
        session.put(f"_{place}.turn", int(session.value(f"_{place}.turn") or 0) + 1)
        session.put(f"_{place}.done", done)
