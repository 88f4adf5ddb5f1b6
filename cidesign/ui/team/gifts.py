"""What is given instead of money: each gift in a row, with its fields where it is open."""

from decimal import Decimal

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.add_gift import AddGift
from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.acts.remove_gift import RemoveGift
from cidesign.domain.figures import inside
from cidesign.domain.money import InKind
from cidesign.domain.naming import name_from
from cidesign.domain.plan import Plan
from cidesign.domain.set_in_plan import OnLoan
from cidesign.text import say
from cidesign.text.sentence import together
from cidesign.ui.kit import session
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.inputs import keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.ui.team import rows
from cidesign.ui.team.adding import Told, own
from cidesign.ui.team.fields import field
from cidesign.views.partners.put_in import own_hours
from cidesign.views.team import entered
from cidesign.views.team.view import TeamView

SECTION = "gifts"


def gifts(page: Page, plan: Plan, _: TeamView) -> None:
    """Every gift in a row, and below them the fields of a new one."""
    st.markdown(
        small(
            say(
                "Rooms, computers, a person on loan: each takes its dollars off what the plan "
                "would pay for the same, never more than that costs. A host's own gifts stand "
                "with its offer, on the page Candidates."
            )
        )
    )
    if given := tuple(own_hours(page.bundle.partners, page.catalog)):
        st.markdown(small(plain(together(given).plain)))
    labels = page.catalog.labels
    for place, gift in enumerate(plan.in_kind):
        if isinstance(gift, OnLoan):
            continue  # it stands above, with the press that ends it
        told = entered.gift(gift, labels)
        if rows.row(SECTION, place, gift.id, name_from(gift.id), told):
            with st.container(border=True):
                _fields(page, plan, gift)

    def makes(name: str, told: Told, offsets: str) -> Act:
        return AddGift(name=name, usd=told["usd"], offsets=offsets)

    offered = entered.offsets_of(plan, labels)
    question = say("What it takes cost off")
    label, asked = say("Add a gift in kind"), {"usd": (say("Worth in dollars a year"), 0)}
    with st.columns(2, gap="large")[0]:
        own(page, SECTION, label, asked, (question, offered), makes)


def _fields(page: Page, plan: Plan, gift: InKind) -> None:
    name, key = name_from(gift.id), f"gift.{gift.id}"
    offered = entered.offsets_of(plan, page.catalog.labels)
    usd, offsets = st.columns(2, gap="large")
    with usd:
        label = say("Worth in dollars a year")
        at = ("in_kind", gift.id, "usd")
        stored: Decimal = gift.usd
        field(page, f"{key}.usd", label, stored, *at, of=name, step=1000.0)
    with offsets:
        here = f"team.{key}.offsets"
        session.follow(here, gift.offsets)
        one_of(
            say("What it takes cost off"),
            list(offered),
            format_func=lambda id: offered.get(id, id),
            key=here,
            on_change=keep,
            args=(page.workshop, here, lambda chosen: _for(gift, name, chosen, offered[chosen])),
        )
        refused(here)
    rows.remove(page, SECTION, name, RemoveGift(id=gift.id, called=name), f"team.{key}.")


def _for(gift: InKind, name: str, offsets: str, called: str) -> Act:
    put = (("in_kind", gift.id, "offsets"), offsets)
    return ChooseInPlan(changes=(put,), called=name, chosen=inside(called))
