"""The switches of the page Scenarios: one widget for each what-if, by the kind of its setting."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import singledispatch
from typing import Any

import streamlit as st

from cidesign.domain.value import plain as exact
from cidesign.domain.what_if import (
    Amount,
    Asked,
    MonthsOfSources,
    OfPosts,
    OfSources,
    OneOf,
    Percentage,
    Source,
    Subject,
    WhatIf,
    WhatIfs,
    YearOfSources,
)
from cidesign.domain.what_if.host import Host
from cidesign.domain.what_if.smallest_post import SmallestPost
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.choices import one_of, several
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import as_label
from cidesign.ui.scenarios.asked import SWITCHES, ask, ask_nothing, asked_now
from cidesign.views.scenarios import kept, what_if, what_if_words

KEY = "scenarios.what_if."
HUNDRED = 100
MILLION = 1_000_000
IN_A_ROW = 3
AS_IT_IS = ""


def switches(page: Page, asked: Asked) -> None:
    """A fold with all of them, drawn only while it is open."""
    fold = st.expander(say("All switches"), key=SWITCHES, on_change="rerun")
    if not fold.open:
        return
    asking = remembered(page, "scenarios.to_ask", lambda: what_if.to_ask(page.bundle))
    with fold:
        places = [
            column
            for _ in range(0, len(asking) + 1, IN_A_ROW)
            for column in st.columns(IN_A_ROW, vertical_alignment="bottom")
        ]
        for place, (one, subject) in zip(places, asking):
            with place:
                _switch(one, page, subject, asked.of(one))
        if asked:
            off, key = places[len(asking)], f"{KEY}off"
            off.button(say("Switch all off"), key=key, on_click=ask_nothing, args=(page,))


def _take(page: Page, one: WhatIf, read: Callable[[Any], Any]) -> None:
    """Ask what a widget now says; a callback."""
    setting = read(session.value(f"{KEY}{one.key}"))
    ask(page, WhatIfs.model_validate({**asked_now(page).written(), one.key: setting}))


def _label(one: WhatIf) -> str:
    return say(what_if_words.words_of(one).label)


@singledispatch
def _switch(one: WhatIf, page: Page, subject: Subject, setting: Any) -> None:
    raise TypeError(f"nobody draws a switch of the kind of {one.key}")


@_switch.register
def _(one: Percentage, page: Page, subject: Subject, setting: Decimal) -> None:
    ends = float(one.least * HUNDRED), float(one.most * HUNDRED), float(one.step * HUNDRED)
    _number(one, page, float(setting * HUNDRED), ends, lambda number: _decimal(number) / HUNDRED)


@_switch.register
def _(one: Amount, page: Page, subject: Subject, setting: Decimal) -> None:
    ends = -100.0 * MILLION, 100.0 * MILLION, float(one.step)
    _number(one, page, float(setting), ends, _decimal)


def _decimal(number: float | None) -> Decimal:
    return Decimal(exact(Decimal(str(number or 0))))


def _number(
    one: WhatIf,
    page: Page,
    now: float,
    ends: tuple[float, float, float],
    read: Callable[[Any], Decimal],
) -> None:
    key = f"{KEY}{one.key}"
    session.follow(key, now)
    st.number_input(
        _label(one),
        min_value=ends[0],
        max_value=ends[1],
        step=ends[2],
        format="%g" if abs(now) < MILLION else "%.0f",
        key=key,
        on_change=_take,
        args=(page, one, read),
    )


@_switch.register
def _(one: OfSources, page: Page, subject: Subject, setting: Sequence[str]) -> None:
    options = {source.id: what_if_words.source_option(source) for source in one.of(subject)}
    _several(one, page, options, [id for id in setting if id in options], tuple)


@_switch.register
def _(one: OfPosts, page: Page, subject: Subject, setting: Sequence[str]) -> None:
    names = page.catalog.labels.roles
    options = {id: names[id] for id in one.offered(subject)}
    _several(one, page, options, [id for id in setting if id in options], tuple)


@_switch.register
def _(one: MonthsOfSources, page: Page, subject: Subject, setting: Mapping[str, int]) -> None:
    _numbered(one, page, subject, setting, what_if_words.length_option)


@_switch.register
def _(one: YearOfSources, page: Page, subject: Subject, setting: Mapping[str, int]) -> None:
    _numbered(one, page, subject, setting, what_if_words.year_option)


def _numbered(
    one: MonthsOfSources | YearOfSources,
    page: Page,
    subject: Subject,
    setting: Mapping[str, int],
    told: Callable[[Source, int], str],
) -> None:
    there = {source.id: source for source in subject.sources}
    offered = [(source.id, number) for source, number in one.of(subject)]
    set_now = [(id, number) for id, number in setting.items() if id in there]
    options = {
        (id, number): told(there[id], number) for id, number in dict.fromkeys([*offered, *set_now])
    }
    _several(one, page, options, set_now, dict)


def _several(
    one: WhatIf,
    page: Page,
    options: Mapping[Any, str],
    set_now: Sequence[Any],
    read: Callable[[Any], Any],
) -> None:
    key = f"{KEY}{one.key}"
    session.follow(key, list(set_now))
    several(
        _label(one),
        list(options),
        format_func=lambda option: as_label(options[option]),
        key=key,
        placeholder=say("None"),
        on_change=_take,
        args=(page, one, read),
    )


@_switch.register
def _(one: SmallestPost, page: Page, subject: Subject, setting: Decimal | None) -> None:
    posts = {*one.offered(subject), *([] if setting is None else [setting])}
    options = {exact(post): what_if_words.post_option(post) for post in sorted(posts)}
    now = AS_IT_IS if setting is None else exact(setting)
    _one_of(one, page, options, now, lambda chosen: Decimal(chosen) if chosen else None)


@_switch.register
def _(one: Host, page: Page, subject: Subject, setting: str) -> None:
    names = kept.hosts_to_choose(page.bundle)
    _one_of(one, page, {id: names.get(id, id) for id in one.offered(subject)}, setting, str)


def _one_of(
    one: OneOf,
    page: Page,
    options: Mapping[str, str],
    now: str,
    read: Callable[[Any], Any],
) -> None:
    key, told = f"{KEY}{one.key}", {AS_IT_IS: say("As it is"), **options}
    session.follow(key, now if now in told else AS_IT_IS)
    one_of(
        _label(one),
        list(told),
        format_func=lambda option: as_label(told.get(option, str(option))),
        key=key,
        on_change=_take,
        args=(page, one, read),
    )
