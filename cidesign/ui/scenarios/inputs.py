"""What people may do on the page Scenarios: choose plans to look at, ask for one function, save,
change, adopt or delete a scenario.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.adopt_scenario import AdoptScenario
from cidesign.acts.delete_scenario import DeleteScenario
from cidesign.acts.lock_scenario import LockScenario
from cidesign.acts.save_scenario import SaveScenario
from cidesign.acts.unlock_scenario import UnlockScenario
from cidesign.domain.dates import day
from cidesign.domain.scenario import Lock, Scenario
from cidesign.domain.value import plain as exact
from cidesign.domain.words import FUNCTIONS, Function
from cidesign.text import say
from cidesign.ui.kit import drafts, saving, session, solving, texts
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.choices import one_of, several
from cidesign.ui.kit.contents import page_of
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.ui.scenarios.asked import open_switches
from cidesign.ui.scenarios.shown import SHOWN, chosen, leads_to, show_beside, tell_address
from cidesign.ui.scenarios.what_if import asks
from cidesign.views.scenarios import view
from cidesign.views.scenarios.kept import draft_of, hosts_to_choose
from cidesign.views.scenarios.view import MOST_BESIDE_OURS, Option, first_shown
from cidesign.views.team.view import STEP

_ASKED = "_scenarios.asked"
ASKED_USD = 500_000
OF_WHICH = "scenarios.carried"
HUNDRED = 100


def beside(known: Sequence[Option], *, asking: bool = True) -> tuple[str, ...]:
    """The plans to look at beside ours, at most six; what is gone meanwhile is left out.

    Args:
        asking: whether one may choose; a funder's view shows what its address says.
    """
    others = {one.id: one.label for one in known[1:]}
    first = first_shown(tuple(known))
    session.follow(SHOWN, chosen(list(others), first))
    if not asking:
        return tuple(session.value(SHOWN))
    picked = several(
        say("Beside our plan, at most six"),
        list(others),
        format_func=lambda id: others[id],
        max_selections=MOST_BESIDE_OURS,
        key=SHOWN,
        placeholder=say("Budgets, hosts, rules, saved scenarios"),
    )
    tell_address(picked, first)
    return tuple(picked)


def one_function(names: Mapping[str, str], lowest: str) -> tuple[Function, Decimal]:
    """Which function, at which budget."""
    left, right = st.columns(2)
    with left:
        picked = one_of(
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


def of_which(shown: Sequence[Option]) -> Option | None:
    """Of which of the plans that stand side by side something is asked; None where nobody has said
    anything of the years.
    """
    dated = {one.id: one for one in shown if one.years}
    if not dated:
        return None
    if session.value(OF_WHICH) not in dated:
        session.put(OF_WHICH, next(iter(dated)))
    picked = one_of(
        say("Of which plan"),
        list(dated),
        format_func=lambda id: dated[id].label,
        key=OF_WHICH,
    )
    return dated[picked]


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
    with st.container(key=f"row_scenario_{kept.id}", gap="xsmall"):
        notes = [small(plain(kept.note))] if kept.note else []
        if kept.what_if:
            notes.append(asks(kept, page))
        if kept.locked:
            notes.append(small(plain(_locked(kept.locked))))
        st.markdown("  \n".join([f"**{plain(kept.name)}**", *notes]))
        with st.container(horizontal=True, vertical_alignment="center"):
            _buttons(page, kept)
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


def _buttons(page: Page, kept: Scenario) -> None:
    """What can be done with a saved scenario, and the address that shows it beside our plan."""
    if kept.what_if:
        st.button(
            say("Set its switches"),
            key=f"scenarios.open.{kept.id}",
            on_click=open_switches,
            args=(page, kept),
        )
    else:
        st.button(
            say("Make it our plan"),
            key=f"scenarios.adopt.{kept.id}",
            on_click=session.put,
            args=(_ASKED, f"adopt:{kept.id}"),
        )
    if kept.locked:
        st.button(
            say("Unlock"),
            key=f"scenarios.unlock.{kept.id}",
            on_click=_do,
            args=(page, UnlockScenario(id=kept.id)),
        )
    else:
        st.button(
            say("Lock its figures"),
            key=f"scenarios.lock.{kept.id}",
            on_click=_lock,
            args=(page, kept.id),
        )
        st.button(
            say("Delete"),
            key=f"scenarios.delete.{kept.id}",
            on_click=session.put,
            args=(_ASKED, f"delete:{kept.id}"),
        )
    st.page_link(
        page_of("scenarios"),
        label=say("Link to it"),
        icon=":material/link:",
        query_params=leads_to([f"saved:{kept.id}"]),
    )


def _locked(lock: Lock) -> str:
    return say(
        "Locked: it keeps the figures of {day}, record {record}.",
        day=day(lock.at),
        record=lock.record,
    )


def _lock(page: Page, id: str) -> None:
    """Keep the figures a scenario has now; a callback."""
    bundle = saving.present(page.workshop)
    options = (one for one in view.options(bundle, page.catalog) if one.saved)
    option = next((one for one in options if one.id == f"saved:{id}"), None)
    if option is None:
        return
    side = view.side_of(option, page.catalog, solve=solving.solve, project=solving.project)
    page.do(LockScenario(id=id, at=session.now(), figures=side.today))


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
    start = one_of(
        say("Start from"),
        list(by_id),
        format_func=lambda id: by_id[id].label,
        key="scenarios.start",
    )
    draft, hosts = draft_of(by_id[start]), hosts_to_choose(page.bundle)
    at, of = f"scenarios.form.{start}", page.workshop
    texts.line(of, f"{at}.name", say("Name"), draft.name)
    texts.line(of, f"{at}.note", say("Why it is worth a look"), draft.note)
    left, right = st.columns(2)
    with left:
        label = say("Budget of the year, dollars")
        _amount(page, label, draft.budget_usd, f"{at}.budget", step=float(STEP))
        drafts.begin(of, f"{at}.host", draft.host if draft.host in hosts else next(iter(hosts)))
        if session.value(f"{at}.host") not in hosts:
            session.put(f"{at}.host", next(iter(hosts)))
        one_of(
            say("On the terms of"),
            list(hosts),
            format_func=lambda id: hosts[id],
            key=f"{at}.host",
            on_change=drafts.typed,
            args=(f"{at}.host",),
        )
        drafts.begin(of, f"{at}.must", draft.must_have)
        st.checkbox(
            say("Posts we must have stay a must"),
            key=f"{at}.must",
            on_change=drafts.typed,
            args=(f"{at}.must",),
        )
    with right:
        if draft.floor is not None:
            label = say("Floor of every function, %")
            _amount(page, label, draft.floor * HUNDRED, f"{at}.floor", most=100.0)
        label, share = say("Least for community voice, %"), draft.community_min_share
        _amount(page, label, share * HUNDRED, f"{at}.community", most=100.0)
        label, share = say("Put aside as reserve, %"), draft.reserve_rate
        _amount(page, label, share * HUNDRED, f"{at}.reserve", most=200.0)
    told(at, say("Nothing was saved; what you wrote is still here."))
    st.button(
        say("Save the change") if draft.id else say("Save this scenario"),
        key=f"{at}.save",
        type="primary",
        on_click=_keep,
        args=(page, at, draft, session.nonce(at)),
    )


def _amount(
    page: Page,
    label: str,
    value: Decimal,
    key: str,
    *,
    step: float = 1.0,
    most: float | None = None,
) -> None:
    texts.number(
        page.workshop,
        key,
        label,
        float(value),
        min_value=0.0,
        max_value=most,
        step=step,
        format="%g",
    )


def _keep(page: Page, at: str, draft: SaveScenario, nonce: str) -> None:
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
        what_if=draft.what_if,
    )
    if not attempt(page, at, filled, nonce):
        return
    drafts.settle(page.workshop, f"{at}.")
    if not filled.id:
        known = saving.present(page.workshop).scenarios.values()
        show_beside(next(one.id for one in known if one.name == filled.title))


def _decimal(value: float | None) -> Decimal:
    return Decimal(exact(Decimal(str(value or 0))))
