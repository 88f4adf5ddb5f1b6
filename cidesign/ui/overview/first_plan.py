"""Ten minutes to a first plan: eight questions on one calm page, each with a hint; what is wrong is
told under its question.
"""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import month
from cidesign.domain.value import months_after
from cidesign.text import say
from cidesign.ui.kit import current, drafts, session, texts, who
from cidesign.ui.kit.choices import cards, one_of
from cidesign.ui.kit.problems import problems, sentence
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.ui.overview.doors import keep_new, next_month
from cidesign.views.overview import beginning
from cidesign.views.overview.drafting import (
    HINTS,
    HOSTING,
    LONGEST_CHANGE,
    LONGEST_NAME,
    QUESTIONS,
    Answers,
)

_ASKED, _FOUND = "_first_plan.asked", "_first_plan.problems"
_KEY = "overview.first."
MONTHS_OFFERED = 24
CARDS = ("phase", "hosting")
"""Questions whose choices stand as cards, one under the other."""
BUDGET_STEP = 25_000.0


def is_asked() -> bool:
    """Whether this tab wants the eight questions."""
    return bool(session.value(_ASKED))


def offer(key: str, *, primary: bool) -> None:
    """The button that leads to the eight questions, for who may begin a workshop."""
    if not who.runs_the_server():
        return
    st.button(
        say("Ten minutes to a first plan"),
        key=key,
        type="primary" if primary else "secondary",
        on_click=_ask,
        args=(True,),
    )


def first_plan(catalog: Catalog) -> None:
    """The form."""
    with st.container(width=640, key="first_plan"):
        for number, (name, field) in enumerate(_fields(catalog).items(), start=1):
            _question(number, name, field)
        if found := session.value(_FOUND, ()):
            problems(found, say("No plan was made, and nothing was lost."))
        st.button(
            say("Make the first plan"),
            type="primary",
            on_click=_submit,
            args=(catalog, session.nonce(_KEY)),
            key=f"{_KEY}make",
        )
    st.button(say("Back"), key=f"{_KEY}back", on_click=_ask, args=(False,))


def _fields(catalog: Catalog) -> dict[str, Any]:
    """By question, what draws its field: a label and a key go in."""
    phases = {
        str(entry.id): f"**{plain(entry.label)}** {plain(entry.what)}" for entry in catalog.phases
    }
    regions = {region.id: region.label for region in catalog.regions}
    open_yet = say("not known yet")
    return {
        "name": lambda label, key: texts.asked("", key, label, max_chars=LONGEST_NAME),
        "change": lambda label, key: texts.asked_at_length(
            "", key, label, max_chars=LONGEST_CHANGE, height=90
        ),
        "region": lambda label, key: one_of(
            label,
            list(regions),
            index=None,
            format_func=lambda id: regions[id],
            placeholder=say("elsewhere, or not listed"),
            **_waits(key),
        ),
        "phase": lambda label, key: cards(
            label,
            list(phases),
            index=None,
            format_func=lambda id: phases[id],
            **_waits(key),
            width="stretch",
        ),
        "partners": lambda label, key: st.number_input(
            label, min_value=0, step=1, value=None, placeholder=open_yet, **_waits(key)
        ),
        "budget": lambda label, key: st.number_input(
            label,
            min_value=0.0,
            step=BUDGET_STEP,
            value=None,
            format="%.0f",
            placeholder=open_yet,
            **_waits(key),
        ),
        "hosting": lambda label, key: cards(
            label,
            list(HOSTING),
            index=None,
            format_func=lambda id: say(HOSTING[id]),
            **_waits(key),
            width="stretch",
        ),
        "start": lambda label, key: one_of(
            label, _months(), index=None, format_func=month, placeholder=open_yet, **_waits(key)
        ),
    }


def _waits(key: str) -> dict[str, Any]:
    """What a field needs that keeps its answer while another page is on the screen."""
    drafts.begin("", key, None, drafts.USED)
    return {"key": key, "on_change": drafts.typed, "args": (key,)}


def _question(number: int, name: str, field: Any) -> None:
    with st.container(gap="xxsmall", key=f"{'levels_' if name in CARDS else ''}first_{name}"):
        field(f"{number}. {as_label(say(QUESTIONS[name]))}", f"{_KEY}{name}")
        st.markdown(small(plain(say(HINTS[name]))))
        for problem in session.value(_FOUND, ()):
            if problem.where == say(QUESTIONS[name]):
                then = say("Then press the button again; this note goes away.")
                st.error(
                    f"**{plain(sentence(problem.what))}** "
                    f"{plain(f'{sentence(problem.remedy)} {then}')}",
                    icon=":material/error:",
                )


def _months() -> list[str]:
    return [months_after(next_month(), number) for number in range(MONTHS_OFFERED)]


def _ask(wanted: bool) -> None:
    session.put(_ASKED, wanted)
    session.put(_FOUND, ())
    if wanted:
        current.close_workshop()


def _submit(catalog: Catalog, nonce: str) -> None:
    found = keep_new(lambda: beginning.drafted(_answers(), catalog), _KEY, nonce)
    session.put(_FOUND, found)
    if not found:
        session.put(_ASKED, False)
        drafts.settle("", _KEY)


def _answers() -> Answers:
    told = {name: session.value(f"{_KEY}{name}") for name in QUESTIONS}
    partners, budget = told["partners"], told["budget"]
    return Answers(
        name=str(told["name"] or ""),
        change=str(told["change"] or ""),
        region=str(told["region"] or ""),
        phase=str(told["phase"] or ""),
        partners=None if partners is None else int(partners),
        budget_usd=None
        if budget is None
        else Decimal(str(budget)).quantize(Decimal("0.01")).normalize() + 0,
        hosting=str(told["hosting"] or ""),
        start=str(told["start"] or next_month()),
    )
