"""The end of a member's sheet: one strength and one concern, then the list of all with a way back
to each.
"""

from typing import Any

import streamlit as st

from cidesign.acts.sheets import Sheet
from cidesign.acts.write_remark import WriteRemark
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.ui.score.bar import NONE, SAVED, bar, go_to, kept, leave, resume, row
from cidesign.views.score import words


def strength_and_concern(page: Page, me: str, one: Sheet) -> None:
    """The screen for both, asked once after the last criterion."""
    heading(
        say("One strength, one concern"),
        say("Every candidate gets both from everybody. Write so that they may read it."),
    )
    strong, weak = _keys(one)
    resume(strong, one.strength)
    resume(weak, one.concern)
    st.text_area(say("One strength"), key=strong, on_change="ignore", height=100, max_chars=600)
    st.text_area(say("One concern"), key=weak, on_change="ignore", height=100, max_chars=600)
    nonce = session.nonce(f"score.words.{one.candidate.id}")
    state = (say("Saved"), *SAVED) if one.strength and one.concern else (say("Not written"), *NONE)
    _criteria(one, _leave_words, one)
    bar(
        (_leave_words, one, len(one.cells) - 1),
        state,
        say("Save, next"),
        (_save_words, page, me, one, nonce),
    )


def _leave_words(one: Sheet, place: int) -> None:
    """Open another screen of this sheet; what is written and not saved waits until she is back."""
    _draft(one)
    go_to(one.candidate.id, place)


def _draft(one: Sheet) -> None:
    for key in _keys(one):
        session.put(f"_draft.{key}", session.value(key))


def _keys(one: Sheet) -> tuple[str, str]:
    return f"score.strength.{one.candidate.id}", f"score.concern.{one.candidate.id}"


def _save_words(page: Page, me: str, one: Sheet, nonce: str) -> None:
    if session.is_spent(nonce):
        return
    _draft(one)  # where it cannot be kept, it still waits for her
    said = {
        part: str(session.value(key) or "").strip()
        for part, key in zip(("strength", "concern"), _keys(one))
    }
    given = {"rater": me, "candidate": one.candidate.id, **said}
    same = (
        (said["strength"], said["concern"]) == (one.strength, one.concern)
        and one.strength
        and one.concern
    )
    if same or kept(
        page,
        WriteRemark(**given),
        f"score.words.{one.candidate.id}",
        nonce,
    ):
        for key in _keys(one):
            session.take(f"_draft.{key}")
        go_to(one.candidate.id, len(one.cells) + 1)


def all_cells(one: Sheet) -> None:
    """Every criterion with its level on one list, and the words."""
    _criteria(one, go_to, one.candidate.id)
    if one.words_owed:
        said = say("Saved") if one.strength and one.concern else small(say("Not written"))
        act = (go_to, one.candidate.id, len(one.cells))
        row(
            "cell_words",
            say("Strength and concern"),
            said,
            say("Change"),
            act,
            button="score.to.words",
        )
    state = (say("Complete"), *SAVED) if one.complete else (say("Not complete"), *NONE)
    last = len(one.cells) if one.words_owed else len(one.cells) - 1
    bar((go_to, one.candidate.id, last), state, say("To all candidates"), (leave,))


def _criteria(one: Sheet, *leads: Any) -> None:
    """Every criterion with its level and a way back to it; ``leads``: the callback and what it is
    given before the place.
    """
    heading(
        say("All {n} for {candidate}", n=len(one.cells), candidate=one.candidate.label),
        say("Tap one to change it."),
    )
    for place, cell in enumerate(one.cells):
        level = (
            plain(words.level(cell)) if cell.score is not None else small(plain(words.level(cell)))
        )
        row(
            f"cell_{place}",
            plain(cell.criterion.name),
            level,
            say("Change"),
            (*leads, place),
            button=f"score.to.{place}",
        )
