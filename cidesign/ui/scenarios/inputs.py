"""What people may do on the page Scenarios: choose plans to look at, ask for one function, save,
change, adopt or delete a scenario.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.adopt_scenario import AdoptScenario
from cidesign.acts.delete_scenario import DeleteScenario
from cidesign.acts.save_scenario import SaveScenario
from cidesign.domain.value import plain as exact
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say
from cidesign.ui.kit import saving, session
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.scenarios.kept import draft_of, hosts_to_choose
from cidesign.views.scenarios.view import MOST_BESIDE_OURS, Option, first_shown
from cidesign.views.team.view import STEP

SHOWN = "scenarios.shown"
_ASKED = "_scenarios.asked"
ASKED_USD = 500_000
HUNDRED = 100


def beside(known: Sequence[Option]) -> tuple[str, ...]:
    """The plans to look at beside ours, at most four; what is gone meanwhile is left out."""
    others = {one.id: one.label for one in known[1:]}
    stored = session.value(SHOWN)
    session.follow(
        SHOWN,
        [id for id in (first_shown(tuple(known)) if stored is None else stored) if id in others],
    )
    return tuple(
        st.multiselect(
            say("Beside our plan, at most four"),
            list(others),
            format_func=lambda id: others[id],
            max_selections=MOST_BESIDE_OURS,
            key=SHOWN,
            placeholder=say("Budgets, hosts, rules, saved scenarios"),
        )
    )


def one_function(names: Mapping[str, str], lowest: str) -> tuple[Function, Decimal]:
    """Which function, at which budget."""
    left, right = st.columns(2)
    with left:
        picked = st.selectbox(
            say("What does this function get"),
            list(FUNCTIONS),
            index=list(FUNCTIONS).index(Function(lowest)) if lowest else 0,
            format_func=lambda id: names[id],
            key="scenarios.function",
        )
    with right:
        usd = st.number_input(
            say("at this budget of the year, in dollars"),
            min_value=0,
            value=ASKED_USD,
            step=int(STEP),
            key="scenarios.usd",
        )
    return picked, Decimal(usd)


def saved(page: Page, known: Sequence[Option]) -> None:
    """What is saved, one row each; and a fold in which a scenario is made or changed, drawn only
    while it is open.
    """
    for option in known:
        if option.saved:
            _row(page, option)
    fold = st.expander(say("Save or change a scenario"), key="scenarios.fold", on_change="rerun")
    if fold.open:
        with fold:
            _form(page, known)


def _row(page: Page, option: Option) -> None:
    kept = option.saved
    if kept is None:
        return
    with st.container(key=f"row_scenario_{kept.id}"):
        words, adopt, delete = st.columns([5, 1.7, 1.1], vertical_alignment="center")
        note = f"  \n{small(plain(kept.note))}" if kept.note else ""
        words.markdown(f"**{plain(kept.name)}**{note}")
        key = f"scenarios.adopt.{kept.id}"
        adopt.button(
            say("Make it our plan"),
            key=key,
            on_click=session.put,
            args=(_ASKED, f"adopt:{kept.id}"),
            width="stretch",
        )
        key = f"scenarios.delete.{kept.id}"
        delete.button(
            say("Delete"),
            key=key,
            on_click=session.put,
            args=(_ASKED, f"delete:{kept.id}"),
            width="stretch",
        )
        if session.value(_ASKED) == f"adopt:{kept.id}":
            warning = say(
                "**Put its figures into our plan?** What they replace is lost unless it is saved "
                "as a scenario. It chooses no host."
            )
            _ask(page, warning, say("Yes, make it our plan"), AdoptScenario(id=kept.id), kept.id)
        if session.value(_ASKED) == f"delete:{kept.id}":
            warning = say("**Delete this scenario for good?**")
            act = DeleteScenario(id=kept.id, called=kept.name)
            _ask(page, warning, say("Yes, delete it"), act, kept.id)


def _ask(page: Page, warning: str, yes: str, act: Act, id: str) -> None:
    st.warning(warning)
    with st.container(horizontal=True):
        st.button(yes, key=f"scenarios.yes.{id}", on_click=_do, args=(page, act))
        st.button(
            say("Leave all as it is"),
            key=f"scenarios.no.{id}",
            on_click=session.put,
            args=(_ASKED, None),
            type="primary",
        )


def _do(page: Page, act: Act) -> None:
    """Do what was confirmed; a callback."""
    session.put(_ASKED, None)
    page.do(act)


def _form(page: Page, known: Sequence[Option]) -> None:
    by_id = {one.id: one for one in known if one.kind != "rule"}
    start = st.selectbox(
        say("Start from"),
        list(by_id),
        format_func=lambda id: by_id[id].label,
        key="scenarios.start",
    )
    draft, hosts = draft_of(by_id[start]), hosts_to_choose(page.bundle)
    at = f"scenarios.form.{start}"
    with st.form(at, border=False):
        st.text_input(say("Name"), value=draft.name, key=f"{at}.name")
        st.text_input(say("Why it is worth a look"), value=draft.note, key=f"{at}.note")
        left, right = st.columns(2)
        with left:
            first = list(hosts).index(draft.host) if draft.host in hosts else 0
            _amount(
                say("Budget of the year, dollars"),
                draft.budget_usd,
                f"{at}.budget",
                step=float(STEP),
            )
            st.selectbox(
                say("On the terms of"),
                list(hosts),
                index=first,
                format_func=lambda id: hosts[id],
                key=f"{at}.host",
            )
            st.checkbox(
                say("Posts we must have stay a must"), value=draft.must_have, key=f"{at}.must"
            )
        with right:
            if draft.floor is not None:
                _amount(
                    say("Floor of every function, %"),
                    draft.floor * HUNDRED,
                    f"{at}.floor",
                    most=100.0,
                )
            _amount(
                say("Least for community voice, %"),
                draft.community_min_share * HUNDRED,
                f"{at}.community",
                most=100.0,
            )
            _amount(
                say("Put aside as reserve, %"),
                draft.reserve_rate * HUNDRED,
                f"{at}.reserve",
                most=200.0,
            )
        label = say("Save the change") if draft.id else say("Save this scenario")
        st.form_submit_button(
            label, key=f"{at}.save", type="primary", on_click=_keep, args=(page, at, draft)
        )


def _amount(
    label: str, value: Decimal, key: str, *, step: float = 1.0, most: float | None = None
) -> None:
    st.number_input(
        label, min_value=0.0, max_value=most, value=float(value), step=step, format="%g", key=key
    )


def _keep(page: Page, at: str, draft: SaveScenario) -> None:
    """Save the form as a scenario; a callback."""

    def share(name: str) -> Decimal:
        return _decimal(session.value(f"{at}.{name}")) / HUNDRED

    filled = SaveScenario(
        id=draft.id,
        name=str(session.value(f"{at}.name") or ""),
        note=str(session.value(f"{at}.note") or ""),
        host=str(session.value(f"{at}.host") or ""),
        budget_usd=_decimal(session.value(f"{at}.budget")),
        floor=None if draft.floor is None else share("floor"),
        community_min_share=share("community"),
        reserve_rate=share("reserve"),
        must_have=bool(session.value(f"{at}.must")),
    )
    if page.do(filled) and not filled.id:
        known = saving.present(page.workshop).scenarios.values()
        beside = list(session.value(SHOWN) or [])[: MOST_BESIDE_OURS - 1]
        made = [f"saved:{one.id}" for one in known if one.name == filled.title]
        session.put(SHOWN, [*beside, *made])


def _decimal(value: float) -> Decimal:
    return Decimal(exact(Decimal(str(value))))
