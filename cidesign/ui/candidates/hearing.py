"""What people beyond the committee say of the candidates: a form for one group, and a table."""

from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts.heard import LONGEST, LONGEST_NAME
from cidesign.acts.keep_heard import HeardOf, KeepHeard
from cidesign.acts.remove_heard import RemoveHeard
from cidesign.domain.heard import HIGHEST, LOWEST
from cidesign.domain.naming import tidy
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts, who
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.pasting import paste
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.candidates import hearing as words
from cidesign.views.compare.heard import groups_of

PLACE = "candidates.heard"
FIELDS = ("who", "asked", "day", "source")


def draw(page: Page) -> None:
    """All of it; for readers only when it is shown, and that it stands on Compare."""
    heading(say("What do people beyond the committee say?"), words.note(page.bundle))
    if not who.may(KeepHeard):
        return
    _kept(page)
    _form(page)
    fold = st.expander(say("Paste a table"), key=f"{PLACE}.fold", on_change="rerun")
    if fold.open:
        with fold:
            paste(
                page,
                f"{PLACE}.table",
                say("Group, people asked, candidate, mean, sentence, day, source"),
                hint=say("Parents, 24, Oak House, 3.6, They come to us, 2026-09-03, survey"),
                button=say("Keep the table"),
                reads=words.heard_pasted,
            )


def _kept(page: Page) -> None:
    """Each group that was heard, with a button to take it out; never what it said."""
    for place, one in enumerate(groups_of(page.bundle.heard)):
        name, out = st.columns([6, 1.4], vertical_alignment="center")
        name.markdown(plain(say("{who}, {n} asked", who=one.who, n=f"{one.asked:,}")))
        out.button(
            say("Take out"),
            key=f"{PLACE}.out.{place}",
            on_click=_take_out,
            args=(page, one.who),
            width="stretch",
        )


def _take_out(page: Page, group: str) -> None:
    page.do(RemoveHeard(who=group))


def _form(page: Page) -> None:
    left, middle, right = st.columns([3, 1.4, 1.6], gap="small")
    hint = say("Such as parents, or youth in care")
    texts.line(
        page.workshop,
        f"{PLACE}.who",
        say("Who was asked?"),
        into=left,
        placeholder=hint,
        max_chars=LONGEST_NAME,
    )
    texts.number(
        page.workshop, f"{PLACE}.asked", say("How many people?"), into=middle, min_value=1, step=1
    )
    texts.day(page.workshop, f"{PLACE}.day", say("When?"), into=right)
    hint = say("Such as a survey at two schools")
    texts.line(
        page.workshop,
        f"{PLACE}.source",
        say("How were they asked?"),
        placeholder=hint,
        max_chars=LONGEST_NAME,
    )
    st.markdown(
        small(
            say(
                "For each candidate what they said, or a mean from 1 (a poor host) to 5 (a very "
                "good one)."
            )
        )
    )
    for one in page.bundle.candidates:
        said, mean = st.columns([4.6, 1.4], gap="small")
        label = as_label(one.label)
        texts.line(page.workshop, f"{PLACE}.said.{one.id}", label, into=said, max_chars=LONGEST)
        texts.number(
            page.workshop,
            f"{PLACE}.mean.{one.id}",
            say("Its mean"),
            into=mean,
            min_value=float(LOWEST),
            max_value=float(HIGHEST),
            step=0.1,
            format="%g",
        )
    told(PLACE, say("Nothing was kept; what you typed is still here."))
    st.button(
        say("Keep what they said"),
        key=f"{PLACE}.keep",
        on_click=_keep,
        args=(page, session.nonce(PLACE)),
    )
    if done := session.value(f"_done.{PLACE}"):
        st.success(plain(str(done)), icon=":material/check:")


def _keep(page: Page, nonce: str) -> None:
    page.speak()
    session.put(f"_done.{PLACE}", "")
    act = _made(page.bundle)
    if attempt(page, PLACE, act, nonce):
        drafts.settle(page.workshop, f"{PLACE}.")
        session.forget(f"{PLACE}.")
        session.put(f"_done.{PLACE}", words.kept(1))


def _made(bundle: Bundle) -> KeepHeard:
    group, asked, day, source = (session.value(f"{PLACE}.{name}") for name in FIELDS)
    rows = [
        HeardOf(
            who=str(group or ""),
            asked=_exact(asked),
            candidate=one.id,
            mean=_exact(session.value(f"{PLACE}.mean.{one.id}")),
            said=tidy(str(session.value(f"{PLACE}.said.{one.id}") or "")),
            day=day.isoformat() if isinstance(day, date) else "",
            source=str(source or ""),
        )
        for one in bundle.candidates
    ]
    return KeepHeard(rows=tuple(one for one in rows if one.mean is not None or one.said))


def _exact(number: Any) -> Decimal | None:
    return None if number is None else Decimal(str(number))
