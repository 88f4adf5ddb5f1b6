"""What a plan may buy: each purchase in a row, with its fields where it is open; usual and own ones
to add.
"""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.add_purchase import AddPurchase
from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.acts.remove_purchase import RemovePurchase
from cidesign.domain.entries import LineEntry
from cidesign.domain.figures import inside, money
from cidesign.domain.plan import Line, Plan
from cidesign.domain.ties import Listed
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.figures import figure
from cidesign.ui.kit.inputs import choice, keep, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import as_label, small
from cidesign.ui.team import rows
from cidesign.ui.team.adding import Told, as_told, own, usual
from cidesign.ui.team.fields import change, columns, field
from cidesign.views.team import entered
from cidesign.views.team.funders_form import NAMES, heading_of
from cidesign.views.team.view import TeamView

SECTION = "purchases"
NEXT_USD = 5_000
"""What the next dollars begin with, at the rate of those before; the committee changes both."""


def purchases(page: Page, plan: Plan, _: TeamView) -> None:
    """Every purchase in a row, and below them what can be added."""
    labels = page.catalog.labels
    for place, line in enumerate(plan.lines):
        name = labels.lines[line.id]
        if rows.row(SECTION, place, line.id, name, entered.purchase(line, labels)):
            with st.container(border=True):
                _fields(page, line)
    known = entered.usual_purchases(plan, page.catalog)
    left, right = st.columns(2, gap="large")
    with left:
        _own(page)
    with right:
        usual(
            page,
            SECTION,
            say("Add a usual purchase"),
            {id: labels.lines[id] for id in known},
            lambda id: AddPurchase(purchase=as_told(known[id]), called=labels.lines[id]),
        )


def _fields(page: Page, line: Line) -> None:
    name = page.catalog.labels.lines[line.id]
    entry = next((one for one in page.catalog.lines if one.id == line.id), None)
    at, key = ("lines", line.id), f"line.{line.id}"
    fixed, hours, least = st.columns(3)
    dollars: dict[str, Any] = {"of": name, "step": 1000.0}
    with fixed:
        label, fact = say("Fixed dollars, if bought"), entry.fixed_usd if entry else None
        more = {**dollars, "fact": fact}
        field(page, f"{key}.fixed", label, line.fixed_usd, *at, "fixed_usd", **more)
    with hours:
        label, fact = say("Hours a month they give"), entry.fixed_hours_per_month if entry else None
        stored = line.fixed_hours_per_month
        more = {"of": name, "fact": fact}
        field(page, f"{key}.hours", label, stored, *at, "fixed_hours_per_month", **more)
    with least:
        label = say("Least dollars; above 0 it is always bought")
        field(page, f"{key}.least", label, line.min_usd, *at, "min_usd", **dollars)
    _pieces(page, line, name, entry)
    _served(page, line, name, entry)
    _in_a_budget(page, line, name)
    goes = entered.goes_with(page.bundle, Listed.PURCHASES, line.id, page.catalog.labels)
    act = RemovePurchase(id=line.id, called=name)
    stays = entered.stays_for(page.bundle, Listed.PURCHASES, line.id)
    rows.remove(page, SECTION, name, act, f"team.{key}.", goes_with=goes, stays_for=stays)


def _in_a_budget(page: Page, line: Line, name: str) -> None:
    """Whether indirect cost comes on top, and where the purchase stands in a funder's form."""
    bears, stands = st.columns(2, gap="large")
    key = f"team.line.{line.id}"
    with bears:
        choice(
            page.workshop,
            f"{key}.indirect",
            say("Does the host's indirect cost come on top?"),
            (True, False),
            line.indirect,
            written=lambda one: say("Yes") if one else say("No"),
            makes=lambda one: _put(
                line,
                ("indirect",),
                one,
                name,
                say("indirect cost on top") if one else say("no indirect cost"),
            ),
        )
    with stands:
        key = f"{key}.heading"
        session.follow(key, heading_of(line, page.catalog))
        one_of(
            say("In a funder's form it stands under"),
            list(NAMES),
            format_func=lambda one: say(NAMES[one]),
            key=key,
            on_change=keep,
            args=(
                page.workshop,
                key,
                lambda one: _put(line, ("heading",), str(one), name, inside(say(NAMES[one]))),
            ),
        )
        refused(key)


def _pieces(page: Page, line: Line, name: str, entry: LineEntry | None) -> None:
    """Dollars spent one after the other, each giving at most as much as those before."""
    key = f"line.{line.id}"
    for number, piece in enumerate(line.pieces):
        usual_one = entry.pieces[number] if entry and number < len(entry.pieces) else None
        at = ("lines", line.id, "pieces", number)
        dollars, hours = st.columns(2)
        with dollars:
            is_next = bool(number or line.fixed_usd)
            label = say("The next dollars") if is_next else say("The first dollars")
            more: dict[str, Any] = {"of": name, "step": 1000.0}
            fact = usual_one.usd if usual_one else None
            field(page, f"{key}.usd.{number}", label, piece.usd, *at, "usd", fact=fact, **more)
        with hours:
            label, rate = (
                say("Hours a month, per thousand dollars"),
                piece.hours_per_month_per_1000_usd,
            )
            more = {"of": name, "step": 0.1}
            more["fact"] = usual_one.hours_per_month_per_1000_usd if usual_one else None
            place = (*at, "hours_per_month_per_1000_usd")
            field(page, f"{key}.rate.{number}", label, rate, *place, **more)
    last = len(line.pieces) - 1
    rate = line.pieces[last].hours_per_month_per_1000_usd if line.pieces else Decimal(1)
    added = {"usd": NEXT_USD, "hours_per_month_per_1000_usd": rate}
    of_pieces = say("{name}: the next dollars", name=name)
    with st.container(horizontal=True):
        more_usd = _put(line, ("pieces", last + 1), added, of_pieces, money(NEXT_USD))
        _button(page, f"team.{key}.more", say("Add next dollars"), more_usd)
        if line.pieces:
            none = _put(line, ("pieces", last), None, of_pieces, say("nothing"))
            _button(page, f"team.{key}.fewer", say("Remove the last dollars"), none)
    refused(f"team.{key}.pieces")


def _served(page: Page, line: Line, name: str, entry: LineEntry | None) -> None:
    note = say(
        "How its hours are divided: with 2 here and 1 there, two of three hours go here; 0: none."
    )
    st.markdown(small(note))
    for function, column in zip(FUNCTIONS, columns(len(FUNCTIONS))):
        with column:
            label = page.catalog.labels.functions[function]
            nothing = say("nothing for {function}", function=inside(label))
            none = _put(line, ("functions", str(function)), None, name, nothing)
            at = ("lines", line.id, "functions", str(function))
            makes = change(page, at, f"{name}: {label}", none)
            fact = entry.functions.get(function) if entry else None
            stored = line.functions.get(function, Decimal(0))
            here = f"team.line.{line.id}.serves.{function}"
            figure(page, here, label, stored, makes=makes, fact=fact)


def _put(line: Line, place: tuple[str | int, ...], value: Any, called: str, chosen: str) -> Act:
    return ChooseInPlan(
        changes=((("lines", line.id, *place), value),), called=called, chosen=chosen
    )


def _button(page: Page, key: str, label: str, act: Act) -> None:
    st.button(as_label(label), key=key, on_click=_do, args=(page, key.rpartition(".")[0], act))


def _do(page: Page, fields: str, act: Act) -> None:
    page.do(act, place=f"{fields}.pieces")


def _own(page: Page) -> None:
    functions = page.catalog.labels.functions

    def makes(name: str, told: Told, function: str) -> Act:
        bought = entered.own_purchase(name, told["usd"], told["hours"], Function(function))
        return AddPurchase(purchase=bought, called=bought["id"])

    own(
        page,
        SECTION,
        say("Add a purchase of your own"),
        {"usd": (say("Dollars a year"), 0), "hours": (say("Hours a month it gives"), 1)},
        (say("What it serves"), {str(f): functions[f] for f in FUNCTIONS}),
        makes,
    )
