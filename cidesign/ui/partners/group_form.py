"""The form to add a working group, a workstream or a committee, or to change one, with who leads
and who supports it.
"""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.remove_group import RemoveGroup
from cidesign.acts.save_group import SaveGroup
from cidesign.acts.work_lists import FIELDS, LONGEST
from cidesign.domain.dates import month, month_read
from cidesign.domain.value import plain as exact
from cidesign.domain.work import Group, GroupKind
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts
from cidesign.ui.kit.choices import cards, one_of, several
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.form_ends import end
from cidesign.ui.kit.opened import NEW
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain
from cidesign.views.partners.view import PartnersView

FORM = "partners.group"
NOBODY = ""


def draw(page: Page, view: PartnersView, one: Group | None) -> None:
    """The fields of one group; None for a new one."""
    held = one or Group(id="new")
    id = one.id if one else NEW
    with st.container(border=True, key="group_form"):
        heading(say("Change {name}", name=one.label) if one else say("A new group"))
        _what(page, held, id)
        _who(page, view, held, id)
        _when(page, held, id)
        leaves = RemoveGroup(id=id, name=one.label) if one else None
        warning = say("Take {name} out? Its partners stay.", name=one.label if one else "")
        end(page, FORM, id, lambda: _made(id), leaves, plain(warning))


def _line(page: Page, id: str, field: str, stored: str, **more: Any) -> None:
    key, label = f"{FORM}.{field}", say(FIELDS[field])
    texts.line(page.workshop, key, label, stored, of=id, max_chars=LONGEST, **more)


def _begin(page: Page, id: str, field: str, stored: Any) -> dict[str, Any]:
    key = f"{FORM}.{field}"
    drafts.begin(page.workshop, key, stored, id)
    return {"key": key, "on_change": drafts.typed, "args": (key,)}


def _what(page: Page, held: Group, id: str) -> None:
    left, right = st.columns(2, gap="large")
    _line(page, id, "name", held.name, into=left)
    one_of(
        say(FIELDS["kind"]),
        list(GroupKind),
        format_func=lambda kind: say(GroupKind(kind).in_words),
        into=right,
        **_begin(page, id, "kind", held.kind),
    )
    left, right = st.columns(2, gap="large")
    hint = say("What is different once it has done its work")
    _line(page, id, "aim", held.aim, into=left, placeholder=hint)
    hint = say("Such as early reading")
    _line(page, id, "element", held.element, into=right, placeholder=hint)


def _who(page: Page, view: PartnersView, held: Group, id: str) -> None:
    names = {one.id: one.label for one in view.partners}
    left, right = st.columns(2, gap="large")
    one_of(
        say(FIELDS["lead"]),
        [NOBODY, *names],
        format_func=lambda one: names.get(one, say("Nobody yet")),
        into=left,
        **_begin(page, id, "lead", held.lead),
    )
    several(
        say(FIELDS["supports"]),
        list(names),
        format_func=names.__getitem__,
        into=right,
        placeholder=say("Nobody yet"),
        **_begin(page, id, "supports", list(held.supports)),
    )
    left, middle, right = st.columns(3, gap="large")
    _line(page, id, "chair", held.chair, into=left)
    for field, label, stored, column in (
        (
            "people_affected",
            say("People who live with the problem sit in it"),
            held.people_affected,
            middle,
        ),
        ("evidence", say("Somebody in it brings data"), held.evidence, right),
    ):
        cards(
            label,
            [True, False],
            format_func=lambda yes: say("Yes") if yes else say("No"),
            horizontal=True,
            into=column,
            **_begin(page, id, field, stored),
        )


def _when(page: Page, held: Group, id: str) -> None:
    left, middle, right = st.columns(3, gap="large")
    rhythm = held.meetings_a_year
    texts.number(
        page.workshop,
        f"{FORM}.meetings_a_year",
        say(FIELDS["meetings_a_year"]),
        None if rhythm is None else float(rhythm),
        of=id,
        into=left,
        min_value=0.0,
        step=1.0,
        format="%.0f",
    )
    months = {"begins": (held.begins, middle), "ends": (held.ends, right)}
    for field, (stored, column) in months.items():
        hint = month("2027-01")
        _line(page, id, field, month(stored) if stored else "", into=column, placeholder=hint)


def _made(id: str) -> Act:
    said = {
        name: session.value(f"{FORM}.{name}") for name in (*FIELDS, "people_affected", "evidence")
    }
    many = said["meetings_a_year"]
    return SaveGroup(
        id=id,
        name=str(said["name"] or ""),
        what=said["kind"] or GroupKind.WORKING_GROUP,
        aim=str(said["aim"] or ""),
        element=str(said["element"] or ""),
        chair=str(said["chair"] or ""),
        lead=str(said["lead"] or ""),
        supports=tuple(said["supports"] or ()),
        people_affected=said["people_affected"] is True,
        evidence=said["evidence"] is True,
        meetings_a_year="" if many is None else exact(Decimal(str(many))),
        begins=month_read(str(said["begins"] or "").strip()),
        ends=month_read(str(said["ends"] or "").strip()),
    )
