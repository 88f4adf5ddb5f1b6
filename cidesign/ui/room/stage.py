"""The one button for what comes next, with what it leads to in words."""

import streamlit as st

from cidesign.domain.walk import step_of
from cidesign.text import say
from cidesign.ui.kit import projector, session
from cidesign.ui.kit.contents import go, go_to_change
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.top import at_the_top
from cidesign.ui.kit.words import plain
from cidesign.ui.room import live
from cidesign.ui.score.facilitator import in_the_way, may_lead, open_or_close
from cidesign.ui.score.put_right import AT as RIGHT
from cidesign.ui.score.put_right import CLOSE, put_right
from cidesign.views.room import words
from cidesign.views.score.words import waits_for


def begins_anew(page: Page) -> None:
    """Begin at the top where the selection moved on, on the wall, and where something was put
    right: what stood above a press may be gone, and what comes next stands there.
    """
    shop, righted = page.bundle.workshop, session.value(f"_done.{RIGHT}")
    at_the_top(page.name, (shop.stage.id, shop.round, projector.is_on(), righted))


def stage(page: Page) -> None:
    """Open the round, close it, or the page where something must be done first."""
    shop = page.bundle.workshop
    if not may_lead(page) or shop.has_a_backbone:
        to_the_result(page)
        return
    with st.container(border=True, key="room_next"):
        heading(say("What happens next"))
        if waits := waits_for(page.bundle):
            st.markdown(plain(words.next_up(page.bundle)))
            go_to_change(waits, say("Go to {page}", page=say(step_of(waits).label)))
            return
        to_the_result(page)
        open_or_close(page)
        if shop.round_is_open and session.value(f"_box.{CLOSE}"):
            sentences(words.missing(live.seen_now(page)))
        put_right(page, in_the_way(page))


def to_the_result(page: Page) -> None:
    """The way to what came out, once a round is closed; for everybody in the room."""
    shop = page.bundle.workshop
    if shop.stage.round_was_closed and not shop.has_a_backbone:
        go("compare", say("To the comparison"))
