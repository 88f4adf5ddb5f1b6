"""The tab that asks whom we want as director: what matters most, who hires, who evaluates."""

import streamlit as st

from cidesign.acts.choose_capabilities import ChooseCapabilities
from cidesign.acts.settle_director import SettleDirector
from cidesign.domain.director import MOST_CAPABILITIES, DirectorQuestion
from cidesign.text import say
from cidesign.ui.kit import session, who
from cidesign.ui.kit.blocks import blocks
from cidesign.ui.kit.choices import several
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.inputs import Makes, keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.suggested import choose_or_write
from cidesign.ui.kit.words import plain, small
from cidesign.ui.team import search
from cidesign.views.sources.facts import source_words
from cidesign.views.team import director as words
from cidesign.views.team.director import DirectorView, director_view

CHOSEN = "team.director.capabilities"


def draw(page: Page) -> None:
    """All of it."""
    view = director_view(page.bundle, page.catalog)
    heading(words.claim(view), words.note(view))
    _matters(page, view)
    _what_they_mean(page, view)
    for one in view.chosen:
        source = source_words(one.source, page.catalog)
        asks = say("For the interview: {question} ({source})", question=one.asks, source=source)
        with st.container(key=f"row_director_{one.id}"):
            st.markdown(f"**{plain(one.label)}** {plain(one.says)}  \n{small(plain(asks))}")
    st.markdown(small(plain(words.leads_to(view))))
    for key, label in words.QUESTIONS.items():
        choose_or_write(
            page.workshop,
            f"team.director.{key}",
            say(label),
            [say(usual) for usual in words.USUAL[key]],
            getattr(view.profile, key),
            makes=_settles(key, label),
            placeholder=say("Choose below, or write your own"),
        )
    search.offer(page, view)


def _matters(page: Page, view: DirectorView) -> None:
    offered = {one.id: one for one in view.offered}
    session.follow(CHOSEN, [one.id for one in view.chosen])
    several(
        say("What matters most in our director"),
        list(offered),
        format_func=lambda id: words.offered_as(offered[id]),
        key=CHOSEN,
        max_selections=MOST_CAPABILITIES,
        placeholder=say("Choose up to five"),
        on_change=keep,
        args=(page.workshop, CHOSEN, _chooses(view)),
        disabled=not who.may(ChooseCapabilities),
    )
    refused(CHOSEN)


def _what_they_mean(page: Page, view: DirectorView) -> None:
    fold = st.expander(say("What each of them means"), key="team.capabilities", on_change="rerun")
    if fold.open:
        with fold:
            blocks(page, "team.capabilities.told", lambda: words.what_they_mean(view, page.catalog))


def _chooses(view: DirectorView) -> Makes:
    names = {one.id: one.label for one in view.offered}
    return lambda ids: ChooseCapabilities(
        capabilities=tuple(ids or ()), called=tuple(names[id] for id in ids or ())
    )


def _settles(key: DirectorQuestion, label: str) -> Makes:
    return lambda said: SettleDirector(key=key, answer=said or "", called=say(label))
