"""What people may change on the page Initiative: the backbone that works already, who we are, the
committee, and the checks by group.
"""

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
from cidesign.domain.listed import BETWEEN
from cidesign.domain.naming import tidy
from cidesign.text import mark, say
from cidesign.ui.initiative.fields import Field, sets, text
from cidesign.ui.initiative.joining import paste_members
from cidesign.ui.kit import drafts, session, texts, who
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.brought import bring_in
from cidesign.ui.kit.choices import one_of, segments
from cidesign.ui.kit.evidence import heading, rows_as_table
from cidesign.ui.kit.inputs import choice, keep, line, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.questions import questions
from cidesign.ui.kit.suggested import choose_or_write
from cidesign.ui.kit.words import plain, small
from cidesign.views.initiative import words
from cidesign.views.initiative.view import KINDS, InitiativeView, questions_about
from cidesign.views.structure.view import Question

BACKBONES = {"no": mark("No"), "yes": mark("Yes, one does"), "several": mark("Yes, several do")}
PROFILE, MEMBERS = "profile", "members"
SECTIONS = {PROFILE: mark("Who we are"), MEMBERS: mark("Committee")}


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
PLACES = Field(
    "places",
    mark("Its places, with a semicolon between them"),
    mark("which places the initiative works in"),
)
SECTION_KEY = "initiative.section"
TURNED = "_initiative.turned"
LIST, JOIN = "initiative.list", "initiative.join"


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
    if one.existing_backbone == "yes":
        with named:
            text(page, ONE, one.backbone)


def everything(page: Page, view: InitiativeView) -> None:
    """Who we are, the committee and the checks; one group at a time is on the screen."""
    if session.value(SECTION_KEY) is None:
        session.put(SECTION_KEY, view.open_kind or PROFILE)
    sections = (PROFILE, MEMBERS, *KINDS)
    section = segments(
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
        _turn(kind, view)


def committee(page: Page, view: InitiativeView) -> None:
    """The committee alone: who chooses."""
    heading(say("Who chooses"))
    _members(page, view)


def turned() -> int:
    """How often somebody went on to the next group of questions in this tab."""
    return int(session.value(TURNED, 0))


def _turn(kind: str, view: InitiativeView) -> None:
    """Once a group is answered, the way to the next that is not."""
    after = [*KINDS[KINDS.index(kind) + 1 :], *KINDS[: KINDS.index(kind)]]
    following = next((one for one in after if not view.groups[one].complete), None)
    if following is None or not view.groups[kind].complete:
        return
    st.button(
        say("Next questions: {kind}", kind=say(words.KIND_LABELS[following])),
        key="initiative.next",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=_open_group,
        args=(following,),
    )


def _open_group(kind: str) -> None:
    session.put(SECTION_KEY, kind)
    session.put(TURNED, turned() + 1)


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
    text(page, NAME, page.bundle.workshop.name)
    text(page, PROBLEM, one.problem)
    text(page, GOAL, one.goal)
    text(page, PEOPLE, one.people)
    where, places = st.columns(2, gap="large")
    with where:
        text(page, PLACE, one.place)
    with places:
        hint = say("Such as: Kensington; Frankford; Germantown")
        text(page, PLACES, f"{BETWEEN} ".join(one.places), written=_places, hint=hint)
    state, began, partners = st.columns(3, gap="medium")
    with state:
        _region(page, one.state)
    with began:
        text(page, STARTED, one.started)
    with partners:
        _partners(page, one.partners)


def _places(value: Any) -> list[str] | None:
    named = (tidy(part) for part in str(value or "").split(BETWEEN))
    return list(dict.fromkeys(one for one in named if one)) or None


def _region(page: Page, stored: str) -> None:
    key = "initiative.state"
    ids = ["", *(region.id for region in page.catalog.regions)]
    session.follow(key, stored if stored in ids else "")
    one_of(
        say(STATE.label),
        ids,
        format_func=lambda id: (
            page.catalog.labels.regions[id] if id else say("Elsewhere, or not listed")
        ),
        key=key,
        on_change=keep,
        args=(page.workshop, key, sets(STATE, lambda id: id or None)),
    )
    refused(key)


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
        args=(page.workshop, key, sets(PARTNERS, lambda number: number)),
    )
    refused(key)


def _members(page: Page, view: InitiativeView) -> None:
    if view.residents_missing:
        st.warning(plain(words.no_residents()), icon=":material/groups:")
    for warning in words.namesakes(view):
        st.warning(plain(warning), icon=":material/group:")
    if not who.may(AddMember):
        if view.members:
            label, seat_label = say("Name"), say("Sits there for")
            rows_as_table([{label: one.label, seat_label: one.seat} for one in view.members])
        return
    for member in view.members:
        with st.container(key=f"row_member_{member.id}"):
            name, seat, leave = st.columns([4, 3, 1.4], vertical_alignment="bottom")
            with name:
                _name(page, member.id, member.called)
            with seat:
                _seat(page, member.id, member.seat)
            leave.button(
                say("Remove"),
                key=f"initiative.leave.{member.id}",
                on_click=_leave,
                args=(page, member.id, member.name),
                width="stretch",
            )
    _list(page, view)
    bring_in(page, "members", "initiative.table")
    heading(say("Somebody joins"))
    name, seat, join = st.columns([4, 3, 1.4], vertical_alignment="bottom")
    texts.line(
        page.workshop,
        "initiative.join.name",
        say("Name"),
        into=name,
        max_chars=LONGEST_NAME,
    )
    join.button(
        say("Add"),
        key="initiative.join",
        on_click=_join,
        args=(page, session.nonce(JOIN)),
        width="stretch",
    )
    choose_or_write(
        page.workshop,
        "initiative.join.seat",
        say("Sits there for"),
        [seat.label for seat in page.catalog.seats],
        placeholder=say("choose below, or write"),
        into=seat,
        max_chars=LONGEST_NAME,
    )
    told(JOIN, say("Nobody was added; what you wrote is still here."))


def _list(page: Page, view: InitiativeView) -> None:
    """The whole committee at once; open where nobody is on it yet."""
    if session.value(f"{LIST}.fold") is None:
        session.put(f"{LIST}.fold", not view.members)
    fold = st.expander(say("Paste a list of members"), key=f"{LIST}.fold", on_change="rerun")
    if not fold.open:
        return
    with fold:
        paste_members(page, LIST)


def _name(page: Page, id: str, stored: str) -> None:
    key = f"initiative.name.{id}"
    line(
        page.workshop,
        key,
        say("Name"),
        stored,
        makes=lambda said: RenameMember(member=id, name=said or ""),
        max_chars=LONGEST_NAME,
    )


def _seat(page: Page, id: str, stored: str) -> None:
    key = f"initiative.seat.{id}"
    line(
        page.workshop,
        key,
        say("Sits there for"),
        stored,
        makes=lambda said: SeatMember(member=id, seat=said or ""),
        max_chars=LONGEST_NAME,
    )


def _leave(page: Page, id: str, name: str) -> None:
    page.do(RemoveMember(member=id, called=name))


def _join(page: Page, nonce: str) -> None:
    name, seat = (texts.written(f"{JOIN}.{part}") for part in ("name", "seat"))
    if attempt(page, JOIN, AddMember(name=name, seat=seat), nonce):
        drafts.settle(page.workshop, f"{JOIN}.")
