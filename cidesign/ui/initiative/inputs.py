"""What people may change on the page Initiative: the backbone that works already, who we are, the
committee, and the checks by group.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.add_member import AddMember
from cidesign.acts.answer_backbone import AnswerBackbone
from cidesign.acts.answer_check import AnswerCheck
from cidesign.acts.committee import LONGEST_NAME
from cidesign.acts.remove_member import RemoveMember
from cidesign.acts.rename_member import RenameMember
from cidesign.acts.seat_member import SeatMember
from cidesign.acts.set_keys import SetKeys
from cidesign.text import mark, say
from cidesign.ui.kit import session
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.inputs import choice, keep
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.questions import questions
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.initiative import words
from cidesign.views.initiative.view import KINDS, InitiativeView, questions_about
from cidesign.views.structure.view import Question

BACKBONES = {"no": mark("No"), "yes": mark("Yes, one does"), "several": mark("Yes, several do")}
PROFILE, MEMBERS = "profile", "members"
SECTIONS = {PROFILE: mark("Who we are"), MEMBERS: mark("Committee")}


@dataclass(frozen=True)
class Field:
    """A field of the profile: what its label says, and what a change of it is called; both ids of
    sentences. ``at``: its place in ``workshop.yaml``.
    """

    name: str
    label: str
    thing: str

    @property
    def at(self) -> tuple[str, ...]:
        return ("name",) if self.name == "name" else ("initiative", self.name)


NAME = Field("name", mark("Name of the alliance"), mark("the name of the alliance"))
PROBLEM = Field("problem", mark("The problem, in a sentence"), mark("what the problem is"))
GOAL = Field("goal", mark("What we want to change, and by when"), mark("what we want to change"))
PLACE = Field("place", mark("Where, such as a city or county"), mark("where the initiative works"))
PEOPLE = Field("people", mark("For and with whom"), mark("for and with whom it works"))
STARTED = Field("started", mark("When it began, such as 2025"), mark("when it began"))
STATE = Field("state", mark("State, for its price level"), mark("the state, for its price level"))
PARTNERS = Field(
    "partners", mark("Organizations that take part"), mark("how many organizations take part")
)
ONE = Field("backbone", mark("Who is it?"), mark("the name of the backbone"))
SEVERAL = Field("backbone", mark("Who are they?"), mark("the names of the backbones"))
SECTION_KEY = "initiative.section"
WORKSHOP = "workshop.yaml"


def backbone(page: Page) -> None:
    """Whether somebody does the work already; it changes the walk, so it is asked first."""
    one = page.bundle.workshop.initiative
    asked, named = st.columns(2, gap="large", vertical_alignment="bottom")
    with asked:
        choice(
            page.workshop,
            "initiative.existing",
            say("Does an organization do a backbone's work here already?"),
            tuple(BACKBONES),
            one.existing_backbone or None,
            written=lambda id: say(BACKBONES[id]),
            makes=lambda answer: AnswerBackbone(answer=answer),
        )
    if one.existing_backbone in ("yes", "several"):
        with named:
            _text(page, ONE if one.existing_backbone == "yes" else SEVERAL, one.backbone)


def everything(page: Page, view: InitiativeView) -> None:
    """Who we are, the committee and the checks; one group at a time is on the screen."""
    if session.value(SECTION_KEY) is None:
        session.put(SECTION_KEY, view.open_kind or PROFILE)
    sections = (PROFILE, MEMBERS, *KINDS)
    section = st.segmented_control(
        say("Answer, or change"),
        sections,
        required=True,
        format_func=lambda id: _label(id, view),
        key=SECTION_KEY,
    )
    if section == PROFILE:
        _profile(page)
    elif section == MEMBERS:
        _members(page, view)
    else:
        kind = section or KINDS[0]
        st.markdown(small(plain(say(words.KIND_NOTES[kind]))))
        questions(page, questions_about(kind, page.bundle, page.catalog), _answers)


def _answers(asked: Question, answer: Any) -> Act:
    return AnswerCheck(check=asked.id, answer=answer, called=asked.label)


def _label(id: str, view: InitiativeView) -> str:
    if id in SECTIONS:
        return say(SECTIONS[id])
    group = view.groups[id]
    return say(
        "{kind} {n}/{all}", kind=say(words.KIND_LABELS[id]), n=group.answered, all=len(group.checks)
    )


def _profile(page: Page) -> None:
    one = page.bundle.workshop.initiative
    st.markdown(small(plain(say("Each change is saved at once. The memo uses these words."))))
    _text(page, NAME, page.bundle.workshop.name)
    _text(page, PROBLEM, one.problem)
    _text(page, GOAL, one.goal)
    _text(page, PEOPLE, one.people)
    left, right = st.columns(2, gap="large")
    with left:
        _text(page, PLACE, one.place)
        _text(page, STARTED, one.started)
    with right:
        _region(page, one.state)
        _partners(page, one.partners)


def _text(page: Page, field: Field, stored: str) -> None:
    key = f"initiative.{field.name}"
    session.follow(key, stored)
    st.text_input(
        as_label(say(field.label)),
        key=key,
        max_chars=600,
        on_change=keep,
        args=(page.workshop, key, _sets(field, _written)),
    )


def _sets(field: Field, written: Callable[[Any], Any]) -> Callable[[Any], Act]:
    """What makes the act of changing a field; ``written``: a value as the file holds it."""
    return lambda value: SetKeys(
        of="initiative",
        path=WORKSHOP,
        thing=field.thing,
        changes=((field.at, written(value)),),
    )


def _written(value: Any) -> str | None:
    return " ".join(str(value).split()) or None


def _region(page: Page, stored: str) -> None:
    key = "initiative.state"
    ids = ["", *(region.id for region in page.catalog.regions)]
    session.follow(key, stored if stored in ids else "")
    st.selectbox(
        say(STATE.label),
        ids,
        format_func=lambda id: (
            page.catalog.labels.regions[id] if id else say("Elsewhere, or not listed")
        ),
        key=key,
        on_change=keep,
        args=(page.workshop, key, _sets(STATE, lambda id: id or None)),
    )


def _partners(page: Page, stored: int | None) -> None:
    key = "initiative.partners"
    session.follow(key, stored)
    st.number_input(
        say(PARTNERS.label),
        min_value=0,
        max_value=10_000,
        step=1,
        value=None,
        placeholder=say("not known yet"),
        key=key,
        on_change=keep,
        args=(page.workshop, key, _sets(PARTNERS, lambda number: number)),
    )


def _members(page: Page, view: InitiativeView) -> None:
    if view.residents_missing:
        st.warning(plain(words.no_residents()), icon=":material/groups:")
    for member in view.members:
        with st.container(key=f"row_member_{member.id}"):
            name, seat, leave = st.columns([4, 3, 1.4], vertical_alignment="bottom")
            with name:
                _name(page, member.id, member.name or member.id)
            with seat:
                _seat(page, member.id, member.seat)
            leave.button(
                say("Remove"),
                key=f"initiative.leave.{member.id}",
                on_click=_leave,
                args=(page, member.id, member.name),
                width="stretch",
            )
    heading(say("Somebody joins"))
    name, seat, join = st.columns([4, 3, 1.4], vertical_alignment="bottom")
    name.text_input(
        say("Name"),
        key="initiative.join.name",
        max_chars=LONGEST_NAME,
        on_change="ignore",
    )
    seat.selectbox(
        say("Sits there for"),
        [seat.label for seat in page.catalog.seats],
        index=None,
        accept_new_options=True,
        placeholder=say("choose or write"),
        key="initiative.join.seat",
        on_change="ignore",
    )
    join.button(
        say("Add"),
        key="initiative.join",
        on_click=_join,
        args=(page, session.nonce("initiative.join")),
        width="stretch",
    )


def _name(page: Page, id: str, stored: str) -> None:
    key = f"initiative.name.{id}"
    session.follow(key, stored)
    args = (page.workshop, key, lambda said: RenameMember(member=id, name=said or ""))
    st.text_input(say("Name"), key=key, max_chars=LONGEST_NAME, on_change=keep, args=args)


def _seat(page: Page, id: str, stored: str) -> None:
    key = f"initiative.seat.{id}"
    session.follow(key, stored)
    args = (page.workshop, key, lambda said: SeatMember(member=id, seat=said or ""))
    st.text_input(say("Sits there for"), key=key, max_chars=LONGEST_NAME, on_change=keep, args=args)


def _leave(page: Page, id: str, name: str) -> None:
    page.do(RemoveMember(member=id, called=name))


def _join(page: Page, nonce: str) -> None:
    if session.is_spent(nonce):
        return
    name, seat = (str(session.value(f"initiative.join.{part}") or "") for part in ("name", "seat"))
    if page.do(AddMember(name=name, seat=seat), nonce=nonce):
        session.spend("initiative.join", nonce)
        # Forgotten, they would stay in the browser, and a second press would add the same person
        # twice.
        session.put("initiative.join.name", "")
        session.put("initiative.join.seat", None)
