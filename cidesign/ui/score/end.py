"""The end of a member's sheet: one strength and one concern, then the list of all with a way back
to each, and the way on.
"""

from collections.abc import Sequence
from typing import Any

from cidesign.acts.sheets import Sheet
from cidesign.acts.write_remark import WriteRemark
from cidesign.domain.problem import Problem
from cidesign.text import say
from cidesign.ui.kit import drafts, session
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.texts import area
from cidesign.ui.kit.words import plain, small
from cidesign.ui.score.bar import BOX, JUST, NONE, SAVED, SHEET, bar, go_to, row
from cidesign.ui.score.onward import comes_next, label, onward
from cidesign.views.score import asks, words


def strength_and_concern(page: Page, me: str, sheets: Sequence[Sheet], one: Sheet) -> None:
    """The screen for both, asked once after the last criterion."""
    ask_for_words(page, me, one)
    nonce = session.nonce(f"score.words.{one.candidate.id}")
    state = (say("Saved"), *SAVED) if one.strength and one.concern else (say("Not written"), *NONE)
    _criteria(one, go_to, one.candidate.id)
    bar(
        (go_to, one.candidate.id, len(one.cells) - 1),
        state,
        label(page, sheets, one, saves=True) if not one.left else say("Save, next"),
        (_save, page, me, sheets, one, nonce),
        skip=(go_to, one.candidate.id, len(one.cells) + 1),
        then="" if one.left else comes_next(page, sheets, one),
    )


def ask_for_words(page: Page, me: str, one: Sheet) -> None:
    """The two fields."""
    heading(*asks.strength_and_concern())
    strong, weak = _keys(one)
    for key, field, stored in (
        (strong, asks.strength(), one.strength),
        (weak, asks.concern(), one.concern),
    ):
        area(page.workshop, key, field, stored, of=me, height=100, max_chars=asks.LONGEST_TEXT)


def _keys(one: Sheet) -> tuple[str, str]:
    return f"score.strength.{one.candidate.id}", f"score.concern.{one.candidate.id}"


def left_empty(one: Sheet) -> list[str]:
    """Which of the two fields say nothing, by their labels."""
    labels = (asks.strength(), asks.concern())
    fields = zip(labels, _keys(one))
    return [label for label, key in fields if not str(session.value(key) or "").strip()]


def save_words(page: Page, me: str, one: Sheet, nonce: str) -> list[Problem]:
    """Save both; what keeps them from being saved, nothing where they are."""
    strength, concern = (str(session.value(key) or "").strip() for key in _keys(one))
    act = WriteRemark(rater=me, candidate=one.candidate.id, strength=strength, concern=concern)
    same = strength and concern and (strength, concern) == (one.strength, one.concern)
    if not same and not page.do(act, nonce=nonce, place=SHEET):
        found: tuple[Problem, ...] = session.take(BOX) or ()
        return list(found)
    for key in _keys(one):
        drafts.saved(page.workshop, key, me)
    return []


def _save(page: Page, me: str, sheets: Sequence[Sheet], one: Sheet, nonce: str) -> None:
    if session.is_spent(nonce):
        return
    session.put(JUST, "")
    if found := save_words(page, me, one, nonce):
        session.put(BOX, tuple(found))
        return
    session.spend(f"score.words.{one.candidate.id}", nonce)
    if one.left:
        go_to(one.candidate.id, len(one.cells) + 1)
    else:
        onward(page, sheets, one, saved=True)


def all_cells(page: Page, sheets: Sequence[Sheet], one: Sheet) -> None:
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
    bar(
        (go_to, one.candidate.id, last),
        state,
        label(page, sheets, one, saves=False),
        (onward, page, sheets, one),
        then=comes_next(page, sheets, one),
    )


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
