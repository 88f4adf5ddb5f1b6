"""The facilitator puts a round right, on record: an unfinished sheet, a score in the wrong name,
somebody who stepped aside by mistake.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.move_scores import MoveScores
from cidesign.acts.put_member_back import PutMemberBack
from cidesign.acts.set_aside_sheets import SetAsideSheets
from cidesign.acts.sheets import raters
from cidesign.domain.labels import labels_of
from cidesign.text import mark, say
from cidesign.ui.kit import drafts, session, texts
from cidesign.ui.kit.attempts import attempt, forget, told
from cidesign.ui.kit.choices import one_of, segments
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label, plain, small

AT, CLOSE = "score.right", "score.close"
SHEET, NAME, ASIDE = "sheet", "name", "aside"
WHAT = {
    SHEET: mark("An unfinished sheet"),
    NAME: mark("Scores in the wrong name"),
    ASIDE: mark("Stepped aside by mistake"),
}
FOLLOWS = {
    SHEET: mark(
        "What the member gave on unfinished sheets is withdrawn, and the member counts there as "
        "stepping aside. Finished sheets stay and count."
    ),
    NAME: mark(
        "The scores of one candidate are withdrawn where they stand and given, unseen, to the "
        "member who made them."
    ),
    ASIDE: mark("The member is asked again about ties to this candidate, and may then score it."),
}


def put_right(page: Page, in_the_way: Mapping[str, str]) -> None:
    """The fold with the three; nothing where none of them could be done now.

    Args:
        page: the open page.
        in_the_way: name by id of whose unfinished sheets keep the round from being closed, once
            somebody has tried: the fold is then open, and these are offered.
    """
    offered = _offered(page)
    if not offered:
        return
    key = f"{AT}.now" if in_the_way else f"{AT}.fold"
    label = say("Put something right")
    fold = st.expander(label, expanded=bool(in_the_way), key=key, on_change="rerun")
    if not fold.open:
        return
    with fold:
        what = segments(
            say("What went wrong"),
            offered,
            default=offered[0],
            required=True,
            format_func=lambda id: say(WHAT[id]),
            key=f"{AT}.what",
        )
        chosen = what if what in offered else offered[0]
        st.markdown(small(plain(say(FOLLOWS[chosen]))))
        if chosen == SHEET and in_the_way:
            _sheet(page, in_the_way)
        else:
            _FORMS[chosen](page)


def _offered(page: Page) -> list[str]:
    """What may be put right in this stage: sheets while a round is open, a step aside until one is
    closed.
    """
    workshop = page.bundle.workshop
    found = [SHEET, NAME] if workshop.round_is_open and raters(page.bundle) else []
    if page.bundle.recusals and not workshop.stage.round_was_closed:
        found.append(ASIDE)
    return found


def _sheet(page: Page, in_the_way: Mapping[str, str] | None = None) -> None:
    _pick(page, "rater", say("Whose sheet"), in_the_way or raters(page.bundle))
    _reason_and_button(page, SHEET, say("Set it aside"), _set_aside, first=bool(in_the_way))


def _name(page: Page) -> None:
    names = raters(page.bundle)
    labels = {one.id: one.label for one in page.bundle.candidates}
    left, right = st.columns(2, gap="large")
    with left:
        _pick(page, "rater", say("In whose name they stand"), names)
    with right:
        nobody = say("Nobody: only withdraw them")
        _pick(page, "to", say("Whose they are"), {"": nobody, **names})
    _pick(page, "candidate", say("Which candidate"), labels)
    _reason_and_button(page, NAME, say("Put the scores right"), _move)


def _aside(page: Page) -> None:
    labels = labels_of(page.bundle)
    listed = {
        f"{one.rater}/{one.candidate}": say(
            "{who}, for {candidate}",
            who=labels.members[one.rater],
            candidate=labels.candidates[one.candidate],
        )
        for one in page.bundle.recusals
    }
    _pick(page, "pair", say("Who stepped aside, and for whom"), listed)
    _reason_and_button(page, ASIDE, say("Record that it was a mistake"), _back)


_FORMS = {SHEET: _sheet, NAME: _name, ASIDE: _aside}


def _pick(page: Page, part: str, label: str, options: Mapping[str, str]) -> None:
    key = f"{AT}.{part}"
    drafts.begin(page.workshop, key, next(iter(options)) if len(options) == 1 else None)
    if session.value(key) not in options:
        session.put(key, None)
    one_of(
        label,
        list(options),
        index=None,
        format_func=lambda id: as_label(options[id]),
        key=key,
        on_change=drafts.typed,
        args=(key,),
        placeholder=say("Choose"),
    )


def _reason_and_button(
    page: Page, what: str, label: str, does: Any, *, first: bool = False
) -> None:
    """``first``: whether it is the first thing to press now."""
    hint = say("One sentence for the record, such as: fell ill")
    texts.line(page.workshop, f"{AT}.reason", say("Why"), placeholder=hint)
    told(AT, say("Nothing was changed."))
    nonce = session.nonce(AT)
    st.button(
        label,
        key=f"{AT}.{what}.save",
        type="primary" if first else "secondary",
        on_click=does,
        args=(page, nonce),
    )
    if done := session.value(f"_done.{AT}"):
        st.success(plain(done), icon=":material/check:")


def _set_aside(page: Page, nonce: str) -> None:
    act = SetAsideSheets(rater=_said("rater"), reason=_said("reason"))
    _do(page, act, nonce, say("The unfinished sheets are set aside."))


def _move(page: Page, nonce: str) -> None:
    act = MoveScores(
        rater=_said("rater"), candidate=_said("candidate"), to=_said("to"), reason=_said("reason")
    )
    done = say("The scores are moved.") if act.to else say("The scores are withdrawn.")
    _do(page, act, nonce, done)


def _back(page: Page, nonce: str) -> None:
    rater, _, candidate = _said("pair").partition("/")
    act = PutMemberBack(rater=rater, candidate=candidate, reason=_said("reason"))
    _do(page, act, nonce, say("It is recorded. The member is asked again before scoring."))


def _said(part: str) -> str:
    return texts.written(f"{AT}.{part}")


def _do(page: Page, act: Act, nonce: str, done: str) -> None:
    page.speak()
    session.put(f"_done.{AT}", "")
    if attempt(page, AT, act, nonce):
        forget(AT)
        forget(CLOSE)  # what kept the round from being closed may be gone
        session.put(f"{AT}.fold", True)  # that it is done is told in there
        session.put(f"_done.{AT}", done)
        drafts.settle(page.workshop, f"{AT}.rater", f"{AT}.to", f"{AT}.candidate")
        drafts.settle(page.workshop, f"{AT}.pair", f"{AT}.reason")
