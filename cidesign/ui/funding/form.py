"""The form of one source of money: everything one can say of it, saved by one button; what is wrong
is told at its field.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cidesign.acts.add_award import AddAward
from cidesign.acts.awards import bound_usd, sources_of
from cidesign.acts.change_award import ChangeAward
from cidesign.acts.remove_award import RemoveAward
from cidesign.acts.set_budget import SetBudget
from cidesign.domain.figures import money, month
from cidesign.domain.funding import Results, Source
from cidesign.domain.naming import name_from
from cidesign.domain.problem import Problem
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts
from cidesign.ui.kit.attempts import attempt, forget
from cidesign.ui.kit.choices import one_of, several
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems, sentence
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.funding import entered
from cidesign.views.funding.view import PAYS, MoneyView, SourceRow

NEW = ""
LONGEST_NAME = 60
FROM_ZERO: Mapping[str, Any] = {"min_value": 0.0, "format": "%.0f"}
PERCENT: Mapping[str, Any] = {"min_value": 0.0, "max_value": 100.0, "step": 1.0, "format": "%.1f"}


def is_open(page: Page, id: str) -> bool:
    """Whether the form of this source is open on this page; ``NEW``: that of a new one."""
    return bool(session.value(_opened(page)) == id)


def open_form(page: Page, id: str) -> None:
    """Open the form of a source; a callback."""
    session.put(_opened(page), id)
    forget(_place(page))


def form(page: Page, view: MoneyView, row: SourceRow | None) -> None:
    """The form of a source that is in the list, or of a new one."""
    source = row.source if row else None
    begins = view.start or f"{int(session.now()[:4]) + 1}-01"
    known = tuple(view.parts)
    stored = entered.typed(source, known) if source else entered.blank(begins, known)
    fields = _Fields(page, source.id if source else NEW, stored)
    with st.container(border=True, key=f"source_form_{page.name}"):
        heading(say("Change {name}", name=row.name) if row else say("Somebody who pays"))
        _money(page, fields)
        _what_for(view, fields)
        _agreed(fields)
        said = bool(fields.stored["takes_on"] or fields.stored["results"])
        with st.expander(say("Beside paying"), expanded=said):
            _beside(view, fields)
        _told_below(fields.wrong)
        _buttons(page, source)


@dataclass(frozen=True)
class _Fields:
    """The fields of one source; ``stored``: what each begins with."""

    page: Page
    of: str
    stored: Mapping[str, Any]

    @property
    def wrong(self) -> Mapping[str, Sequence[Problem]]:
        """What was wrong with the last attempt, by field."""
        return entered.by_field(session.value(f"_box.{_place(self.page)}") or ())

    def key(self, name: str) -> str:
        return f"{_place(self.page)}.{name}"

    def line(self, name: str, label: str, **more: Any) -> None:
        key = self.key(name)
        texts.line(self.page.workshop, key, label, self.stored[name], of=self.of, **more)

    def number(self, name: str, label: str, **more: Any) -> None:
        key = self.key(name)
        texts.number(self.page.workshop, key, label, self.stored[name], of=self.of, **more)

    def choice(self, name: str) -> dict[str, Any]:
        """What a choice is drawn with."""
        key = self.key(name)
        drafts.begin(self.page.workshop, key, self.stored[name], self.of)
        return {"key": key, "on_change": drafts.typed, "args": (key,)}

    def told(self, name: str, into: DeltaGenerator) -> None:
        """What is wrong with a field, below it."""
        for one in self.wrong.get(name, ()):
            into.error(f"**{plain(sentence(one.what))}** {plain(sentence(one.remedy))}")


def _money(page: Page, fields: _Fields) -> None:
    left, right = st.columns(2, gap="large")
    fields.line("id", say("Who pays"), into=left, max_chars=LONGEST_NAME)
    fields.told("id", left)
    fields.number("usd", say("Dollars a year"), into=right, step=10000.0, **FROM_ZERO)
    fields.told("usd", right)
    fields.told(entered.BUDGET, right)
    if fields.wrong.get(entered.BUDGET):
        _raise_the_budget(page, fields, right)
    left, right = st.columns(2, gap="large")
    fields.line("from", say("First month"), into=left)
    fields.told("from", left)
    fields.line("to", say("Last month"), into=right)
    fields.told("to", right)
    left, right = st.columns(2, gap="large")
    way = one_of(
        say("When the money comes"),
        list(PAYS),
        format_func=lambda id: say(PAYS[id]),
        into=left,
        **fields.choice("pays"),
    )
    if way == entered.IN_ARREARS:
        fields.number("days", say("How many days after"), into=right, step=30.0, **FROM_ZERO)
    fields.told("pays", right)


def _raise_the_budget(page: Page, fields: _Fields, into: DeltaGenerator) -> None:
    """The way out of a grant above the budget."""
    before = _before(page, fields.of)
    needed = bound_usd(page.bundle, _said(page, before), fields.of)
    needed = needed.to_integral_value(ROUND_CEILING)
    plan = page.bundle.plan
    if plan is None or needed <= plan.funding.budget_usd:
        return
    into.button(
        as_label(say("Raise the budget to {usd} and save", usd=money(needed))),
        key=fields.key("raise"),
        on_click=_save_with_budget,
        args=(page, before, needed, session.nonce(_place(page))),
    )


def _what_for(view: MoneyView, fields: _Fields) -> None:
    st.markdown(
        small(
            say(
                "What it may pay for. With nothing chosen: anything. Else each cost in a function, "
                "of a post or for a purchase chosen here."
            )
        )
    )
    groups = (
        ("functions", say("Functions"), view.functions),
        ("roles", say("Posts"), view.roles),
        ("lines", say("Purchases"), view.lines),
    )
    left, right = st.columns(2, gap="large")
    for (name, label, known), into in zip(groups, (left, right, left), strict=True):
        ids = dict.fromkeys((*known, *fields.stored[name]))
        several(
            label,
            list(ids),
            format_func=lambda id, known=known: known.get(id, id),
            placeholder=say("none"),
            into=into,
            **fields.choice(name),
        )
        fields.told(name, into)
    right.checkbox(say("The office too"), **fields.choice("office"))


def _agreed(fields: _Fields) -> None:
    left, right = st.columns(2, gap="large")
    label, unknown = say("Indirect cost it bears at most, %"), say("all of it")
    fields.number("indirect_cap", label, into=left, placeholder=unknown, **PERCENT)
    fields.told("indirect_cap", left)
    st.markdown(
        small(
            say(
                "A renewal that is hoped for is not counted. What it pays only against a match is "
                "counted; Scenarios tells what is lost where the match fails."
            )
        )
    )
    chance, usd, years = st.columns(3, gap="large")
    nothing = say("none")
    label = say("Chance of a renewal, %")
    fields.number("renewal_chance", label, into=chance, placeholder=nothing, **PERCENT)
    label = say("Renewal, dollars a year")
    fields.number("renewal_usd", label, into=usd, placeholder=nothing, step=10000.0, **FROM_ZERO)
    label = say("Renewal, years")
    fields.number("renewal_years", label, into=years, placeholder=nothing, step=1.0, **FROM_ZERO)
    fields.told("renewal", st.container())
    left, right = st.columns(2, gap="large")
    label = say("Paid only against a match, dollars a year")
    fields.number("match_usd", label, into=left, placeholder=nothing, step=10000.0, **FROM_ZERO)
    hint = say("Such as: a dollar from members for each of theirs")
    fields.line("match_note", say("What must be matched"), into=right, placeholder=hint)
    fields.told("match", st.container())


def _beside(view: MoneyView, fields: _Fields) -> None:
    """What it takes on beside paying, with a line for each part, and how it wants to read what came
    of it.
    """
    st.markdown(
        small(
            say(
                "What it does too, who there does it, and by when: a next step of the memo. Our "
                "shared measures show a common result, which is not split up by partner."
            )
        )
    )
    left, right = st.columns(2, gap="large")
    labels = {id: view.parts.get(id) or name_from(id) for id in _parts(view, fields)}
    chosen = several(
        say("What it takes on"),
        list(labels),
        format_func=labels.__getitem__,
        placeholder=say("nothing yet"),
        into=left,
        **fields.choice("takes_on"),
    )
    one_of(
        say("How it wants to read what came of it"),
        [str(one) for one in Results],
        format_func=lambda id: say(Results(id).in_words),
        into=right,
        **fields.choice("results"),
    )
    for part in chosen:
        left, right = st.columns(2, gap="large")
        who = say("{part}: who does it there", part=labels[part])
        fields.line(entered.who(part), who, into=left, max_chars=LONGEST_NAME)
        then = say("{part}: by which month", part=labels[part])
        hint = say("such as {month}", month=month("2027-07"))
        fields.line(entered.by(part), then, into=right, placeholder=hint)
    fields.told("takes_on", st.container())


def _parts(view: MoneyView, fields: _Fields) -> list[str]:
    return list(dict.fromkeys((*view.parts, *fields.stored["takes_on"])))


def _told_below(wrong: Mapping[str, Sequence[Problem]]) -> None:
    if others := wrong.get(""):
        problems(others, say("Nothing was saved; what you typed is still here."))
    elif wrong:
        st.markdown(small(say("Nothing was saved; what you typed is still here.")))


def _buttons(page: Page, source: Source | None) -> None:
    place = _place(page)
    with st.container(horizontal=True):
        st.button(
            say("Save") if source else say("Add"),
            type="primary",
            key=f"{place}.save",
            on_click=_save,
            args=(page, source, session.nonce(place)),
        )
        st.button(
            say("Leave it as it was") if source else say("Do not add"),
            key=f"{place}.cancel",
            on_click=_close,
            args=(page, source),
        )
        if source:
            st.button(say("Take it out"), key=f"{place}.out", on_click=_out, args=(page, source))


def _save(page: Page, before: Source | None, nonce: str) -> None:
    said = _said(page, before)
    act = ChangeAward(id=before.id, source=said) if before else AddAward(source=said)
    if attempt(page, _place(page), act, nonce):
        _close(page, before)


def _save_with_budget(page: Page, before: Source | None, usd: Decimal, nonce: str) -> None:
    if page.do(SetBudget(usd=usd), place=_place(page)):
        _save(page, before, nonce)


def _out(page: Page, source: Source) -> None:
    if page.do(RemoveAward(id=source.id), place=_place(page)):
        _close(page, source)


def _close(page: Page, source: Source | None) -> None:
    session.forget(_opened(page))
    forget(_place(page))
    drafts.settle(page.workshop, f"{_place(page)}.", of=source.id if source else NEW)


def _said(page: Page, before: Source | None) -> dict[str, Any]:
    """What stands in the form now; a field that is not on the screen says what is saved."""
    known = [one.id for one in page.catalog.funder_roles]
    stored = entered.typed(before, known) if before else entered.blank("2000-01", known)
    fields = {
        name: session.value(f"{_place(page)}.{name}", otherwise)
        for name, otherwise in stored.items()
    }
    return entered.said(fields, before)


def _before(page: Page, id: str) -> Source | None:
    return next((one for one in sources_of(page.bundle) if one.id == id), None)


def _opened(page: Page) -> str:
    return f"_{page.name}.funding.open"


def _place(page: Page) -> str:
    return f"{page.name}.funding.form"
