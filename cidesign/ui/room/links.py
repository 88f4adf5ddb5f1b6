"""Personal links: made for a whole committee by one press, shown once, and on a sheet to cut
out.
"""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from cidesign.charts.qr import qr
from cidesign.domain.person import Person, Presence, Role
from cidesign.text import say, say_count
from cidesign.ui.kit import current, drafts, session, who
from cidesign.ui.kit.attempts import told
from cidesign.ui.kit.choices import segments
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.layers import MORE
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.texts import line, written
from cidesign.ui.kit.words import plain, small
from cidesign.ui.overview.kept import file_name
from cidesign.ui.room.leading import lead
from cidesign.ui.room.live import EVERY_SECONDS, seen_now
from cidesign.views.room import words
from cidesign.views.room.view import Card, RoomView, Row
from cidesign.workshop import people
from cidesign.workshop.people import Invitation

LINKS, GUEST = "room.links", "room.guest"
PEOPLE = "people"
"""The tab of the page, as an address names it."""
NEW, AWAY = "new", "away"
_ASKED, _SHOWN = "_room.ends", "_room.shown"
QR_PX, ACROSS = 150, 3
Sheet = Callable[[str, Sequence[Card]], bytes]


def for_all(page: Page, sheet: Sheet) -> None:
    """One press makes a link for each member who has none; what was made is shown until it is put
    away. ``sheet``: makes the sheet to cut out.
    """
    view = seen_now(page)
    made = _made(page)
    session.put(_SHOWN, made)
    if st.query_params.get(MORE) == PEOPLE:
        made = ()  # they stand in the tab, beside what was pressed
    if not view.without_a_link and not made:
        return
    heading(
        say("Personal links"),
        say("Whoever opens one comes in as that person. Each is shown once; the store keeps none."),
    )
    told(LINKS, say("No link was made."))
    if made:
        _shown(page, made, sheet)
    if view.without_a_link:
        n = len(view.without_a_link)
        label = say_count("Make a link for {n} member", "Make links for {n} members", n, n=n)
        _button(page, label, "all", lambda by: _for_whom_none(page, by, view), primary=not made)


def people_tab(page: Page, sheet: Sheet) -> None:
    """What was made; somebody beside the committee invited; and each person by name: a new link, or
    sent away.
    """
    if made := _made(page):
        _shown(page, made, sheet, opened=len(made) <= ACROSS)
    _invite(page)
    _everybody(page)


@st.fragment(run_every=EVERY_SECONDS)
def _everybody(page: Page) -> None:
    """Who is here by name, drawn anew as people come; a link that was made stands above them."""
    page.speak()
    if _made(page) != session.value(_SHOWN):
        st.rerun()
    view = seen_now(page)
    told(LINKS, say("Nothing was changed."))
    if waiting := view.not_joined:
        n = len(waiting)
        label = say_count(
            "Make a new link for {n} member who is not here",
            "Make new links for {n} members who are not here",
            n,
            n=n,
        )
        st.markdown(small(plain(words.ends_unused())))
        _button(page, label, "again", lambda by: _for_who_is_not_here(page, by))
    parts = [partial(_member, page, row) for row in view.rows]
    for person, presence in view.others:
        role, came = say(words.ROLES[person.role]), say(words.CAME[presence])
        parts.append(partial(_person, page, person, presence, f"{role} · {came}"))
    half = (len(parts) + 1) // 2
    for side, some in zip(st.columns(2, gap="large"), (parts[:half], parts[half:]), strict=True):
        with side:
            for draw in some:
                with st.container(gap="small"):  # what is asked below a row moves no other row
                    draw()


def _shown(page: Page, made: tuple[Card, ...], sheet: Sheet, *, opened: bool = False) -> None:
    """``opened``: whether they are seen at once, beside the sheet."""
    name = page.bundle.workshop.name
    with st.container(border=True, key="room_cards"):
        n = len(made)
        st.markdown(
            plain(
                say_count(
                    "{n} link was made. Print it now, or send it to its owner: it is not shown "
                    "again.",
                    "{n} links were made. Print them now, or send each to its owner: they are not "
                    "shown again.",
                    n,
                    n=n,
                )
            )
        )
        with st.container(horizontal=True):
            st.download_button(
                say("Sheet to cut out"),
                data=lambda: sheet(name, made),
                file_name=f"{file_name(name)}-links.html",
                mime="text/html",
                on_click="ignore",
                key="room.sheet",
                type="primary",
                icon=":material/print:",
            )
            st.button(
                say("Put them away"),
                key="room.put_away",
                on_click=session.put,
                args=(_place(page), ()),
            )
        key = "room.fold.opened" if opened else "room.fold"
        fold = st.expander(say("Show them here"), key=key, expanded=opened, on_change="rerun")
        if fold.open:
            with fold:
                _grid(made)


def _grid(made: tuple[Card, ...]) -> None:
    for start in range(0, len(made), ACROSS):
        for box, one in zip(st.columns(ACROSS), made[start : start + ACROSS], strict=False):
            with box:
                st.markdown(f"**{plain(one.name)}**  \n{small(say(words.ROLES[one.role]))}")
                alt = say("A code to point a phone at, for {name}", name=one.name)
                st.image(qr(one.link), width=QR_PX, alt=alt)
                st.code(one.link, language=None, wrap_lines=True)


def _member(page: Page, row: Row) -> None:
    if row.person is not None and row.presence is not None:
        _person(page, row.person, row.presence, words.here(row), name=row.member.name)
        return
    with _row(f"member_{row.member.id}"):
        st.markdown(f"**{plain(row.member.name)}**  \n{small(plain(words.here(row)))}")
        one = (page, row.member.name, Role.MEMBER, row.member.id, session.nonce(LINKS))
        key = f"{LINKS}.one.{row.member.id}"
        st.button(say("Make a link"), key=key, on_click=_one, args=one)


def _person(
    page: Page, person: Person, presence: Presence, told_of: str, *, name: str = ""
) -> None:
    here, called = who.person(), name or person.name
    with _row(f"person_{person.id}"):
        st.markdown(f"**{plain(called)}**  \n{small(plain(told_of))}")
        if here is not None and here.id == person.id:
            return  # nobody ends her own way in
        with st.container(horizontal=True, width="content"):
            for what, label in ((NEW, say("New link")), (AWAY, say("Send away"))):
                key = f"{LINKS}.{what}.{person.id}"
                st.button(label, key=key, on_click=session.put, args=(_ASKED, (what, person.id)))
    what, of = session.value(_ASKED, ("", ""))
    if of == person.id:
        _ask(page, person, what, words.ends(called, presence, away=what == AWAY))


def _ask(page: Page, person: Person, what: str, ends: str) -> None:
    """What ends by a press, and whether it shall."""
    st.warning(plain(ends), icon=":material/link_off:")
    with st.container(horizontal=True):
        yes = (say("Yes, a new link"), _renew) if what == NEW else (say("Yes, send away"), _away)
        one = (page, person.id, session.nonce(LINKS))
        st.button(yes[0], key=f"{LINKS}.yes.{person.id}", on_click=yes[1], args=one)
        st.button(
            say("Leave it as it is"),
            key=f"{LINKS}.keep.{person.id}",
            type="primary",
            on_click=session.put,
            args=(_ASKED, ("", "")),
        )


def _row(key: str) -> "st.delta_generator.DeltaGenerator":
    return st.container(
        key=f"row_{key}",
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
    )


def _invite(page: Page) -> None:
    heading(say("Somebody beside the committee"))
    line(page.workshop, f"{GUEST}.name", say("Name"), max_chars=people.LONGEST_NAME)
    chosen = segments(
        say("Comes as"),
        [one.value for one in words.MAY],
        default=Role.OBSERVER.value,
        required=True,
        format_func=lambda id: say(words.ROLES[Role(id)]),
        key=f"{GUEST}.role",
    )
    role = Role(str(chosen or Role.OBSERVER.value))
    st.markdown(small(plain(say(words.MAY[role]))))
    st.button(
        say("Make the link"),
        key=f"{GUEST}.make",
        on_click=_guest,
        args=(page, role, session.nonce(LINKS)),
    )


def _button(
    page: Page,
    label: str,
    key: str,
    makes: Callable[[Person], Sequence[Invitation]],
    *,
    primary: bool = False,
) -> None:
    st.button(
        label,
        key=f"{LINKS}.{key}",
        type="primary" if primary else "secondary",
        on_click=_make,
        args=(page, makes, session.nonce(LINKS)),
    )


def _for_whom_none(page: Page, by: Person, view: RoomView) -> Sequence[Invitation]:
    at = current.store(), page.workshop, by
    known = {one.person.member for one in people.people_of(*at)}  # some came since it was drawn
    return [
        people.invite(*at, name=one.name, role=Role.MEMBER, member=one.id)
        for one in (row.member for row in view.without_a_link)
        if one.id not in known
    ]


def _for_who_is_not_here(page: Page, by: Person) -> Sequence[Invitation]:
    return people.invite_members(current.store(), page.workshop, by)


def _make(page: Page, makes: Callable[[Person], Sequence[Invitation]], nonce: str) -> None:
    page.speak()
    _keep(page, lead(LINKS, nonce, makes) or ())


def _one(page: Page, name: str, role: Role, member: str, nonce: str) -> None:
    def invite(by: Person) -> Sequence[Invitation]:
        at = current.store(), page.workshop, by
        return [people.invite(*at, name=name, role=role, member=member)]

    _make(page, invite, nonce)


def _guest(page: Page, role: Role, nonce: str) -> None:
    before = len(_made(page))
    _one(page, written(f"{GUEST}.name"), role, "", nonce)
    if len(_made(page)) > before:
        drafts.settle(page.workshop, f"{GUEST}.name")


def _renew(page: Page, id: str, nonce: str) -> None:
    session.put(_ASKED, ("", ""))
    _make(page, lambda by: [people.renew(current.store(), page.workshop, by, id=id)], nonce)


def _away(page: Page, id: str, nonce: str) -> None:
    session.put(_ASKED, ("", ""))
    page.speak()
    lead(LINKS, nonce, lambda by: people.send_away(current.store(), page.workshop, by, id=id))


def _keep(page: Page, invited: Sequence[Invitation]) -> None:
    """Show what was made; an earlier link of the same person leads nowhere now, so it goes."""
    base = who.address()
    new = tuple(
        Card(
            one.person.member or one.person.id,
            one.person.name,
            one.person.role,
            people.join_link(base, one.token),
        )
        for one in invited
    )
    held = {card.of: card for card in (*_made(page), *new)}
    session.put(_place(page), tuple(held.values()))


def _made(page: Page) -> tuple[Card, ...]:
    made: tuple[Card, ...] = session.value(_place(page), ())
    return made


def _place(page: Page) -> str:
    return f"_room.cards.{page.workshop}"
