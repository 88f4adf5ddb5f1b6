"""The form to add a partner or to change what is known of one."""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.add_partners import AddPartners, Joining
from cidesign.acts.remove_partner import RemovePartner
from cidesign.acts.save_partner import SavePartner
from cidesign.acts.work_lists import LONGEST, PARTNER_FIELDS
from cidesign.domain.value import plain as exact
from cidesign.domain.work import COSTS, Partner
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts
from cidesign.ui.kit.choices import cards
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.form_ends import end
from cidesign.ui.kit.opened import NEW
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small

FORM = "partners.partner"
FIELDS = ("name", "sector", "kind", "serves", "good_at", "has_committed", "credit_wanted")
SIGNED = "formal_member"
NUMBERS = {"own_money_usd": 1000.0, "volunteer_hours": 10.0}
"""Each with the step of its buttons."""
PEOPLE = "people_a_year"
DOLLARS = {"min_value": 0.0, "step": 10.0, "format": "%.2f"}


def draw(page: Page, one: Partner | None) -> None:
    """The fields of one partner; None for a new one."""
    id = one.id if one else NEW
    with st.container(border=True, key="partner_form"):
        heading(say("Change {name}", name=one.label) if one else say("A new partner"))
        columns = st.columns(2, gap="large")
        hints = {
            "name": "",
            "sector": say("Such as schools, health, business"),
            "kind": say("Such as nonprofit, city agency"),
            "serves": say("Such as young families"),
            "good_at": say("Others could ask it for this"),
            "has_committed": say("Such as give two classrooms, share attendance data"),
            "credit_wanted": say("Such as named first for summer camps"),
        }
        for place, (name, hint) in enumerate(hints.items()):
            texts.line(
                page.workshop,
                f"{FORM}.{name}",
                say(PARTNER_FIELDS[name]),
                str(getattr(one, name)) if one else "",
                of=id,
                into=columns[place % 2],
                placeholder=hint,
                max_chars=LONGEST,
            )
        _gives(page, one, id)
        _costs(page, one, id)
        leaves = RemovePartner(id=id, name=one.label) if one else None
        warning = say(
            "Take {name} out? It leaves the groups it leads or supports too.",
            name=one.label if one else "",
        )
        end(page, FORM, id, lambda: _made(id), leaves, plain(warning))


def _costs(page: Page, one: Partner | None, id: str) -> None:
    """What its help costs, folded up until somebody has said."""
    known = one is not None and any(value is not None for value in one.costs)
    with st.expander(say("What its help costs"), expanded=known):
        st.markdown(
            small(
                say(
                    "Where each partner does what it does best, helping one person can cost less "
                    "than where one organization does everything. Your own figures."
                )
            )
        )
        for name, column in zip(COSTS, st.columns(3, gap="large"), strict=True):
            more = {**DOLLARS, "format": "%.0f"} if name == PEOPLE else DOLLARS
            value = getattr(one, name) if one else None
            texts.number(
                page.workshop,
                f"{FORM}.{name}",
                say(PARTNER_FIELDS[name]),
                None if value is None else float(value),
                of=id,
                into=column,
                **more,
            )


def _gives(page: Page, one: Partner | None, id: str) -> None:
    columns = st.columns(3, gap="large")
    key = f"{FORM}.{SIGNED}"
    drafts.begin(page.workshop, key, one.formal_member if one else False, id)
    cards(
        say(PARTNER_FIELDS[SIGNED]),
        [True, False],
        format_func=lambda yes: say("Yes") if yes else say("No"),
        horizontal=True,
        into=columns[0],
        key=key,
        on_change=drafts.typed,
        args=(key,),
    )
    for column, (name, step) in zip(columns[1:], NUMBERS.items(), strict=True):
        stored: Decimal | None = getattr(one, name) if one else None
        texts.number(
            page.workshop,
            f"{FORM}.{name}",
            say(PARTNER_FIELDS[name]),
            None if stored is None else float(stored),
            of=id,
            into=column,
            min_value=0.0,
            step=step,
            format="%.0f",
        )


def _number(name: str) -> str:
    said: Any = session.value(f"{FORM}.{name}")
    return "" if said is None else exact(Decimal(str(said)))


def _made(id: str) -> Act:
    said = {name: texts.written(f"{FORM}.{name}") for name in FIELDS}
    told = Joining(
        name=said["name"],
        sector=said["sector"],
        organization=said["kind"],
        serves=said["serves"],
        good_at=said["good_at"],
        formal_member=session.value(f"{FORM}.{SIGNED}") is True,
        has_committed=said["has_committed"],
        credit_wanted=said["credit_wanted"],
        own_money_usd=_number("own_money_usd"),
        volunteer_hours=_number("volunteer_hours"),
        **{name: _number(name) for name in COSTS},
        line=1,
    )
    return SavePartner(id=id, partner=told) if id else AddPartners(partners=(told,))
