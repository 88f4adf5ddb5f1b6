"""The form to add a partner or to change what is known of one."""

from decimal import Decimal

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.add_partners import AddPartners, Joining
from cidesign.acts.remove_partner import RemovePartner
from cidesign.acts.save_partner import SavePartner
from cidesign.acts.work_lists import LONGEST
from cidesign.domain.value import plain as exact
from cidesign.domain.work import COSTS, Partner
from cidesign.text import say
from cidesign.ui.kit import session, texts
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.form_ends import end
from cidesign.ui.kit.opened import NEW
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small

FORM = "partners.partner"
FIELDS = ("name", "sector", "kind", "serves", "good_at")
DOLLARS = {"min_value": 0.0, "step": 10.0, "format": "%.2f"}


def draw(page: Page, one: Partner | None) -> None:
    """The fields of one partner; None for a new one."""
    id = one.id if one else NEW
    with st.container(border=True, key="partner_form"):
        heading(say("Change {name}", name=one.label) if one else say("A new partner"))
        columns = st.columns(2, gap="large")
        labels = {
            "name": (say("Name"), ""),
            "sector": (say("Sector"), say("Such as schools, health, business")),
            "kind": (say("Kind"), say("Such as nonprofit, city agency")),
            "serves": (say("Whom it serves"), say("Such as young families")),
            "good_at": (say("What it is good at"), say("Others could ask it for this")),
        }
        for place, (name, (label, hint)) in enumerate(labels.items()):
            texts.line(
                page.workshop,
                f"{FORM}.{name}",
                label,
                str(getattr(one, name)) if one else "",
                of=id,
                into=columns[place % 2],
                placeholder=hint,
                max_chars=LONGEST,
            )
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
        labels = {
            "people_a_year": (say("People it helps a year"), {**DOLLARS, "format": "%.0f"}),
            "each_usd": (say("Dollars for each person"), DOLLARS),
            "alone_usd": (say("Dollars for each person, were it alone"), DOLLARS),
        }
        for (name, (label, more)), column in zip(
            labels.items(), st.columns(3, gap="large"), strict=True
        ):
            value = getattr(one, name) if one else None
            texts.number(
                page.workshop,
                f"{FORM}.{name}",
                label,
                None if value is None else float(value),
                of=id,
                into=column,
                **more,
            )


def _number(name: str) -> str:
    value = session.value(f"{FORM}.{name}")
    return "" if value is None else exact(Decimal(str(value)))


def _made(id: str) -> Act:
    said = {name: texts.written(f"{FORM}.{name}") for name in FIELDS}
    told = Joining(
        name=said["name"],
        sector=said["sector"],
        organization=said["kind"],
        serves=said["serves"],
        good_at=said["good_at"],
        **{name: _number(name) for name in COSTS},
        line=1,
    )
    return SavePartner(id=id, partner=told) if id else AddPartners(partners=(told,))
