"""What people may change on the page Initiative: the backbone that works already, who we are, the
committee, and the checks by group.
"""

from typing import Any

import streamlit as st

from cidesign.acts import committee
from cidesign.text import mark, say
from cidesign.ui.kit import session
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.inputs import choice_by, keep, keep_by
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.questions import questions
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.initiative import words
from cidesign.views.initiative.view import (
    FILE,
    KINDS,
    InitiativeView,
    questions_about,
    with_check,
    with_existing,
)

BACKBONES = {"no": mark("No"), "yes": mark("Yes, one does"), "several": mark("Yes, several do")}
PROFILE, MEMBERS = "profile", "members"
SECTIONS = {PROFILE: mark("Who we are"), MEMBERS: mark("Committee")}
TEXTS = {
    "problem": mark("The problem, in a sentence"),
    "goal": mark("What we want to change, and by when"),
    "place": mark("Where, such as a city or county"),
    "people": mark("For and with whom"),
    "started": mark("When it began, such as 2025"),
}
LONG = ("problem", "goal", "people")
SECTION_KEY = "initiative.section"


def backbone(page: Page) -> None:
    """Whether somebody does the work already; it changes the walk, so it is asked first."""
    one = page.bundle.workshop.initiative
    asked, named = st.columns(2, gap="large", vertical_alignment="bottom")
    with asked:
        choice_by(
            page.workshop,
            "initiative.existing",
            say("Does an organization do a backbone's work here already?"),
            tuple(BACKBONES),
            one.existing_backbone or None,
            written=lambda id: say(BACKBONES[id]),
            write=with_existing,
        )
    if one.existing_backbone in ("yes", "several"):
        with named:
            _text(
                page,
                "backbone",
                say("Who is it?") if one.existing_backbone == "yes" else say("Who are they?"),
                one.backbone,
            )


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
        questions(page, questions_about(kind, page.bundle, page.catalog), with_check)


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
    _text(page, "name", say("Name of the alliance"), page.bundle.workshop.name, at=("name",))
    for name in LONG:
        _text(page, name, say(TEXTS[name]), getattr(one, name))
    left, right = st.columns(2, gap="large")
    with left:
        _text(page, "place", say(TEXTS["place"]), one.place)
        _text(page, "started", say(TEXTS["started"]), one.started)
    with right:
        _region(page, one.state)
        _partners(page, one.partners)


def _text(page: Page, name: str, label: str, stored: str, *, at: tuple[str, ...] = ()) -> None:
    key = f"initiative.{name}"
    session.follow(key, stored)
    at = at or ("initiative", name)
    st.text_input(
        as_label(label),
        key=key,
        max_chars=600,
        on_change=keep,
        args=(page.workshop, key, FILE, at, _written),
    )


def _written(value: Any) -> str | None:
    return " ".join(str(value).split()) or None


def _region(page: Page, stored: str) -> None:
    key = "initiative.state"
    ids = ["", *(region.id for region in page.catalog.regions)]
    session.follow(key, stored if stored in ids else "")
    st.selectbox(
        say("State, for its price level"),
        ids,
        format_func=lambda id: (
            page.catalog.label("regions", id) if id else say("Elsewhere, or not listed")
        ),
        key=key,
        on_change=keep,
        args=(page.workshop, key, FILE, ("initiative", "state"), lambda id: id or None),
    )


def _partners(page: Page, stored: int | None) -> None:
    key = "initiative.partners"
    session.follow(key, stored)
    st.number_input(
        say("Organizations that take part"),
        min_value=0,
        max_value=10_000,
        step=1,
        value=None,
        placeholder=say("not known yet"),
        key=key,
        on_change=keep,
        args=(page.workshop, key, FILE, ("initiative", "partners")),
    )


def _members(page: Page, view: InitiativeView) -> None:
    if view.residents_missing:
        st.warning(plain(words.no_residents()), icon=":material/groups:")
    for member in view.members:
        with st.container(key=f"row_member_{member.id}"):
            name, seat, leave = st.columns([4, 3, 1.4], vertical_alignment="bottom")
            with name:
                _member_field(page, member.id, "name", say("Name"), member.name or member.id)
            with seat:
                _member_field(page, member.id, "seat", say("Sits there for"), member.seat)
            leave.button(
                say("Remove"),
                key=f"initiative.leave.{member.id}",
                on_click=_leave,
                args=(page, member.id),
                width="stretch",
            )
    heading(say("Somebody joins"))
    name, seat, join = st.columns([4, 3, 1.4], vertical_alignment="bottom")
    name.text_input(
        say("Name"),
        key="initiative.join.name",
        max_chars=committee.LONGEST_NAME,
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


def _member_field(page: Page, id: str, name: str, label: str, stored: str) -> None:
    key = f"initiative.{name}.{id}"
    session.follow(key, stored)
    args = (
        page.workshop,
        key,
        lambda bundle, value: committee.with_member_as(bundle, id, name, str(value or "")),
    )
    st.text_input(label, key=key, max_chars=committee.LONGEST_NAME, on_change=keep_by, args=args)


def _leave(page: Page, id: str) -> None:
    page.save(lambda bundle: committee.without_member(bundle, id))


def _join(page: Page, nonce: str) -> None:
    if session.is_spent(nonce):
        return
    name, seat = (str(session.value(f"initiative.join.{part}") or "") for part in ("name", "seat"))
    if page.save(lambda bundle: committee.with_member(bundle, name, seat), nonce=nonce):
        session.spend("initiative.join", nonce)
        # Forgotten, they would stay in the browser, and a second press would add the same person
        # twice.
        session.put("initiative.join.name", "")
        session.put("initiative.join.seat", None)
