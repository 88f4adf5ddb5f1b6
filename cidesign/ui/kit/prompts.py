"""Questions the committee may talk about, each with where it comes from and with a place for the
answer, who said it, who follows it up and by when.
"""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from cidesign.acts.answers import LONGEST, LONGEST_NAME, against_answers, answers_in_sight
from cidesign.acts.keep_answer import KeepAnswer
from cidesign.domain.answers import KeptAnswer
from cidesign.domain.guidance import Prompt
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts, who
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.overview.answered import followed_up

FIELDS = ("answer", "said_by", "owner", "due")


def prompts(page: Page) -> None:
    """The catalog's questions for this page; nothing where there are none."""
    talk_about(page, page.catalog.prompts_for(page.name))


def talk_about(page: Page, asked: Sequence[Prompt]) -> None:
    """Some questions, one under the other, with what was answered."""
    held = {one.question: one for one in answers_in_sight(page.bundle)}
    for prompt in asked:
        with st.container(key=f"row_talk_{prompt.id}", gap="xxsmall"):
            source = page.catalog.source(prompt.source).in_short
            st.markdown(f"{plain(prompt.asks)} {small(plain(source))}")
            _answered(held.get(prompt.id))
            _ask(page, prompt, held.get(prompt.id))


def _answered(held: KeptAnswer | None) -> None:
    if held is None:
        return
    if held.answer:
        st.text(held.answer)
    if said := followed_up(held):
        st.markdown(small(plain(said)))


def _ask(page: Page, prompt: Prompt, held: KeptAnswer | None) -> None:
    """The fold with the fields; for nobody who may not write, and not where it would sway."""
    if not who.may(KeepAnswer):
        return
    if refusal := against_answers(page.bundle, prompt.page):
        told_refused = say("No answer is kept now: {reason}.", reason=say(refusal.what))
        st.markdown(small(plain(told_refused)))
        return
    place = f"{page.name}.talk.{prompt.id}."
    label = say("Change the answer") if held else say("Keep an answer")
    waits = drafts.some_wait(page.workshop, place)
    fold = st.expander(label, expanded=waits, key=f"{place}fold", on_change="rerun")
    if fold.open:
        with fold:
            _fields(page, prompt, held, place)


def _fields(page: Page, prompt: Prompt, held: KeptAnswer | None, place: str) -> None:
    at = page.workshop
    texts.area(
        at,
        f"{place}answer",
        say("Answer"),
        held.answer if held else "",
        height=90,
        max_chars=LONGEST,
    )
    said_by, owner, due = st.columns([2, 2, 1.3])
    for column, field, label in (
        (said_by, "said_by", say("Who said it")),
        (owner, "owner", say("Who follows it up")),
    ):
        stored = getattr(held, field) if held else ""
        texts.line(at, f"{place}{field}", label, stored, into=column, max_chars=LONGEST_NAME)
    stored_day = date.fromisoformat(held.due) if held and held.due else None
    texts.day(at, f"{place}due", say("By when"), stored_day, into=due)
    told(place, say("Nothing was saved."))
    st.button(
        say("Keep the answer"),
        key=f"{place}keep",
        on_click=_keep,
        args=(page, prompt, place, session.nonce(place)),
    )


def _keep(page: Page, prompt: Prompt, place: str, nonce: str) -> None:
    """Keep what stands in the fields; a callback."""
    page.speak()
    due = session.value(f"{place}due")
    act = KeepAnswer(
        of=prompt.page,
        question=prompt.id,
        asked=prompt.asks,
        answer=texts.written(f"{place}answer"),
        said_by=texts.written(f"{place}said_by"),
        owner=texts.written(f"{place}owner"),
        due=due.isoformat() if due else "",
    )
    if attempt(page, place, act, nonce):
        drafts.settle(page.workshop, place)
        session.put(f"{place}fold", False)
