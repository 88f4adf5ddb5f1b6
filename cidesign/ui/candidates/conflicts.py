"""Who steps aside for whom: the list, the declaration before reading, and what a candidate sent in,
for those who may read it.
"""

from collections.abc import Callable

import streamlit as st

from cidesign.acts.add_members import AddMembers
from cidesign.acts.come_back import ComeBack
from cidesign.acts.declare import Declare
from cidesign.acts.step_aside import TIES, StepAside
from cidesign.text import say
from cidesign.ui.initiative.joining import paste_members
from cidesign.ui.kit import drafts, session
from cidesign.ui.kit import who as persons
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.brought import bring_in
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.pasting import done
from cidesign.ui.kit.texts import line as text_line
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.candidates import words
from cidesign.views.candidates.applications import Piece, application
from cidesign.views.candidates.view import CandidatesView
from cidesign.views.score import asks

Then = Callable[[], None]
MEMBERS = "candidates.members"
ASIDE, BACK, CLEAR = "candidates.aside", "candidates.back", "candidates.clear"


def conflicts(page: Page, view: CandidatesView) -> None:
    """Everybody who steps aside, and what that does."""
    heading(say("Who steps aside, and for whom"), say(words.WHAT_IT_DOES))
    for place, one in enumerate(view.asides):
        with st.container(key=f"row_aside_{place}"):
            said, back = st.columns([6, 1.6], vertical_alignment="center", gap="small")
            said.markdown(
                f"{plain(words.steps_aside(one))} {small(plain(one.reason))}"
                if one.reason
                else plain(words.steps_aside(one))
            )
            may_return = persons.may_as(one.rater, ComeBack)
            if may_return and not view.scored and not view.round_is_open:
                nonce = session.nonce(f"{BACK}.{place}")
                back.button(
                    asks.take_back(),
                    key=f"{BACK}.{place}",
                    on_click=_back,
                    args=(page, one.rater, one.candidate, nonce, place),
                    width="stretch",
                )
    if not view.members and persons.may(AddMembers):
        st.markdown(small(say("The workshop names no members yet. Paste them here.")))
        paste_members(page, MEMBERS)
        return
    done(MEMBERS)


def declaring(page: Page, view: CandidatesView) -> None:
    """The form to declare a conflict, or that there is none, and the table of many."""
    heading(say("Declare a conflict, or that there is none"))
    declare(page, view, say("Which member"), rater=persons.rater())
    bring_in(page, "recusals", "candidates.conflicts")


def declare(
    page: Page, view: CandidatesView, who: str, *, rater: str = "", then: Then | None = None
) -> None:
    """The form of a declaration: that there is no tie at all, or one tie after the other.

    Args:
        page: the open page.
        view: what the page Candidates shows.
        who: the question which member declares.
        rater: whose it is, where that is known already.
        then: what is done once she has declared for everybody; a callback.
    """
    if not rater:
        rater = (
            one_of(
                who,
                list(view.members),
                index=None,
                format_func=lambda id: view.members[id],
                key=f"{ASIDE}.rater",
            )
            or ""
        )
    if not rater:
        return
    silent = view.undeclared.get(rater, ())
    if silent:
        _none(page, view, rater, silent, then)
    else:
        st.badge(asks.all_declared(), icon=":material/check:", color="green")
    with st.expander(asks.a_tie()):
        _tie(page, view, rater)


def _none(
    page: Page, view: CandidatesView, rater: str, silent: tuple[str, ...], then: Then | None
) -> None:
    """Every candidate by its name, and the button that says there is no tie to any of these."""
    st.markdown("\n".join(f"- {plain(view.labels[id])}" for id in silent))
    nonce = session.nonce(CLEAR)
    none = asks.no_tie(to_the_others=any(one.rater == rater for one in view.asides))
    st.button(
        none,
        key=f"{CLEAR}.save",
        type="primary",
        on_click=_clear,
        args=(page, rater, silent, nonce, then),
    )
    told(CLEAR, say("Nothing was recorded."))


def _tie(page: Page, view: CandidatesView, rater: str) -> None:
    """The form in which somebody steps aside for one candidate."""
    for part, known in (("candidate", view.labels), ("kind", TIES)):
        drafts.begin(page.workshop, f"{ASIDE}.{part}", None, rater)
        if session.value(f"{ASIDE}.{part}") not in known:
            session.put(f"{ASIDE}.{part}", None)
    left, right = st.columns(2, gap="large")
    one_of(
        asks.for_which(),
        list(view.labels),
        index=None,
        format_func=lambda id: view.labels[id],
        key=f"{ASIDE}.candidate",
        on_change=drafts.typed,
        args=(f"{ASIDE}.candidate",),
        into=left,
    )
    one_of(
        asks.what_tie(),
        list(TIES),
        index=None,
        format_func=lambda id: say(TIES[id]),
        key=f"{ASIDE}.kind",
        on_change=drafts.typed,
        args=(f"{ASIDE}.kind",),
        into=right,
    )
    label, hint = asks.few_words()
    text_line(page.workshop, f"{ASIDE}.reason", label, of=rater, placeholder=hint)
    told(ASIDE, say("Nothing was recorded."))
    nonce = session.nonce(ASIDE)
    st.button(
        asks.step_aside(),
        key=f"{ASIDE}.save",
        on_click=_aside,
        args=(page, rater, nonce),
    )


def _aside(page: Page, rater: str, nonce: str) -> None:
    said = {
        part: str(session.value(f"{ASIDE}.{part}") or "")
        for part in ("candidate", "kind", "reason")
    }
    act = StepAside(
        rater=rater, candidate=said["candidate"], tie=said["kind"], reason=said["reason"]
    )
    if attempt(page, ASIDE, act, nonce):
        drafts.settle(page.workshop, *(f"{ASIDE}.{part}" for part in said))


def _clear(page: Page, rater: str, silent: tuple[str, ...], nonce: str, then: Then | None) -> None:
    if attempt(page, CLEAR, Declare(rater=rater, candidates=silent), nonce) and then:
        then()


def _back(page: Page, rater: str, candidate: str, nonce: str, place: int) -> None:
    attempt(page, f"{BACK}.{place}", ComeBack(rater=rater, candidate=candidate), nonce)


def reading(page: Page, view: CandidatesView) -> None:
    """What candidates sent in, for a member who has declared; nothing where nobody sent
    anything.
    """
    sent = [line for line in view.lines if line.files]
    if not sent:
        return
    heading(*words.sent_in())
    rater = ""
    if view.members:
        rater = (
            one_of(
                say("I read as"),
                list(view.members),
                index=None,
                format_func=lambda id: view.members[id],
                key="candidates.reader",
            )
            or ""
        )
        if not rater:
            return
    aside = {one.candidate for one in view.asides if one.rater == rater}
    for line in sent:
        if line.id in aside:
            st.markdown(small(plain(words.stays_closed(line.label))))
        elif line.id in view.undeclared.get(rater, ()):
            st.markdown(small(plain(words.declare_first(line.label))))
        else:
            _application(page, line.id, line.label)


def _application(page: Page, id: str, label: str) -> None:
    fold = st.expander(as_label(label), key=f"candidates.read.{id}", on_change="rerun")
    if fold.open:
        with fold:
            for piece in application(page.bundle, id):
                pieces(piece)


def pieces(piece: Piece) -> None:
    """One file of an application: its text letter by letter, its addresses as links, or only its
    name and size.
    """
    st.markdown(
        f"**{plain(piece.name)}** {small(plain(say('{bytes} bytes', bytes=f'{piece.size:,}')))}"
    )
    if piece.text:
        st.text(piece.text)
    for address in piece.links:
        st.markdown(f"<{address}>")
    if not piece.text and not piece.links:
        st.markdown(small(plain(say("Fingerprint {sha256}", sha256=piece.sha256[:16]))))
