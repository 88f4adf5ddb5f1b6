"""The criteria and settings of a rule sheet: read as folds; changed one criterion at a time, and
only while nothing is sealed.
"""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts.add_own_criterion import AddOwnCriterion
from cidesign.acts.add_usual_criterion import AddUsualCriterion
from cidesign.acts.edit_criterion import EditCriterion
from cidesign.acts.remove_criterion import RemoveCriterion
from cidesign.acts.rule_sheet import part_of_leadership, usual_criterion
from cidesign.acts.set_rule import SetRule
from cidesign.domain.rules import RuleSheet
from cidesign.domain.value import plain as written
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts, who
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.choices import cards, one_of
from cidesign.ui.kit.evidence import sentences
from cidesign.ui.kit.inputs import choice
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.process import rules as rule_words
from cidesign.views.process import words
from cidesign.views.process.view import CriterionRow, ProcessView

OWN = "process.own"


def read(page: Page, view: ProcessView) -> None:
    """Every criterion as a fold: its question, its levels in words, where it comes from."""
    for label, text in remembered(
        page, "process.read", lambda: [_read(row) for row in view.criteria]
    ):
        with st.expander(label):
            st.markdown(text)


def _read(row: CriterionRow) -> tuple[str, str]:
    lines = [f"**{plain(row.question)}**\n"] if row.question else []
    return plain(words.criterion_name(row)), "\n".join(
        [*lines, *(f"- {plain(line)}" for line in words.criterion_lines(row))]
    )


@who.only_for(EditCriterion)
def change(page: Page, view: ProcessView) -> None:
    """One criterion at a time, in a fold that costs nothing while it is closed."""
    if view.fixed or view.rules is None:
        return
    fold = st.expander(say("Change the criteria"), key="process.criteria", on_change="rerun")
    if not fold.open:
        return
    with fold:
        rows = {row.id: row for row in view.criteria}
        chosen = one_of(
            say("Which criterion"),
            list(rows),
            format_func=lambda id: rows[id].label if id in rows else id,
            key="process.criterion",
        )
        if chosen in rows:
            _edit(page, view.rules, rows[chosen])
        _add(page, view)


def _edit(page: Page, rules: RuleSheet, row: CriterionRow) -> None:
    at, key = page.workshop, f"process.edit.{row.id}."
    scale = rules.criterion(row.id).scale
    # Levels people have words for, and every whole one of a short scale.
    shown = sorted(
        {
            *scale.levels,
            scale.worst,
            scale.best,
            *(Decimal(n) for n in range(1, 6) if scale.step and scale.holds(Decimal(n))),
        }
    )
    texts.line(at, f"{key}label", say("Name"), rules.criterion(row.id).name)
    texts.line(at, f"{key}question", say("Question to the members"), row.question)
    weight, mark = st.columns(2)
    texts.number(
        at,
        f"{key}weight",
        say("Weight"),
        float(row.weight),
        into=weight,
        min_value=0.0,
        step=1.0,
        format="%g",
    )
    stored = "" if row.pass_mark is None else written(row.pass_mark)
    texts.line(at, f"{key}mark", say("Pass mark (may stay empty)"), stored, into=mark)
    if not row.calculated:
        for level in shown:
            label, now = say("Level {level} in words", level=written(level)), scale.levels
            texts.area(at, f"{key}{level}", label, now.get(level, ""), height=90)
    told(key, say("Nothing was saved; what you wrote is still here."))
    st.button(
        say("Save this criterion"),
        key=f"{key}save",
        on_click=_save,
        args=(page, row.id, key, () if row.calculated else tuple(shown), session.nonce(key)),
    )
    st.button(
        say("Remove this criterion"),
        key=f"process.remove.{row.id}",
        on_click=_remove,
        args=(page, row.id, row.label),
    )


def _save(page: Page, id: str, key: str, levels: tuple[Decimal, ...], nonce: str) -> None:
    act = EditCriterion(
        criterion=id,
        label=session.value(f"{key}label") or "",
        question=session.value(f"{key}question") or "",
        weight=Decimal(str(session.value(f"{key}weight") or 0)),
        levels={written(level): session.value(f"{key}{level}") or "" for level in levels},
        pass_mark=session.value(f"{key}mark") or "",
    )
    if attempt(page, key, act, nonce):
        drafts.settle(page.workshop, key)


def _remove(page: Page, id: str, name: str) -> None:
    if page.do(RemoveCriterion(criterion=id, called=name), place=f"process.edit.{id}."):
        drafts.settle(page.workshop, f"process.edit.{id}.")


def _add(page: Page, view: ProcessView) -> None:
    known = {row.id for row in view.criteria}
    usual = {entry.id: entry.short for entry in page.catalog.criteria if entry.id not in known}
    own, ours = st.columns(2, gap="large")
    with own:
        label, hint = say("Add one of your own"), say("Its name")
        texts.line(page.workshop, OWN, label, placeholder=hint)
        told(OWN, say("Nothing was added."))
        args = (page, session.nonce(OWN))
        st.button(say("Add your own"), key="process.add_own", on_click=_add_own, args=args)
    if usual:
        with ours:
            one_of(
                say("Add one of the usual"),
                list(usual),
                format_func=lambda id: usual.get(id, id),
                key="process.usual",
            )
            st.button(say("Add it"), key="process.add", on_click=_add_usual, args=(page,))
    parts = {one.id: one.label for one in page.catalog.capabilities if one.id not in known}
    if parts:
        one_of(
            say("Add a part of leadership"),
            list(parts),
            format_func=lambda id: parts.get(id, id),
            key="process.part",
        )
        st.markdown(small(plain(rule_words.part_note())))
        st.button(say("Add this part"), key="process.add_part", on_click=_add_part, args=(page,))


def _add_usual(page: Page) -> None:
    entry = page.catalog.entry("criteria", str(session.value("process.usual")))
    page.do(AddUsualCriterion(criterion=usual_criterion(entry)))


def _add_part(page: Page) -> None:
    page.speak()
    entry = page.catalog.entry("capabilities", str(session.value("process.part")))
    page.do(AddUsualCriterion(criterion=part_of_leadership(entry)))


def _add_own(page: Page, nonce: str) -> None:
    if attempt(page, OWN, AddOwnCriterion(label=texts.written(OWN)), nonce):
        drafts.settle(page.workshop, OWN)


def settings(page: Page, view: ProcessView) -> None:
    """How scores become a result, in sentences; then the choices, until the seal."""
    if view.rules is None:
        return
    sentences(rule_words.settings(view.rules))
    if not view.fixed:
        _settings(page, view.rules)


@who.only_for(SetRule)
def _settings(page: Page, rules: RuleSheet) -> None:
    for key, kind in rule_words.CHOICES.items():
        stored = getattr(rules, key)
        _setting(
            page,
            key,
            say(rule_words.QUESTIONS[key]),
            [one.value for one in kind],
            stored.value,
            _short,
        )
        if key == "seats":
            st.markdown(small(say(rule_words.SEATS[rules.seats])))
    quorums = sorted({*rule_words.QUORUMS, rules.quorum})
    _setting(page, "quorum", say("Members who must score a candidate"), quorums, rules.quorum, str)
    ways = rule_words.tie_choices(rules)
    session.follow("process.set.ties", rules.ties)
    cards(
        say("Equal points"),
        ways,
        format_func=lambda way: as_label(rule_words.tie(rules, way)),
        key="process.set.ties",
        on_change=_keep_ties,
        args=(page, rules),
    )
    st.markdown(small(say("Saved as you choose.")))


def _setting(page: Page, key: str, label: str, options: list[Any], stored: Any, told: Any) -> None:
    choice(
        page.workshop,
        f"process.set.{key}",
        label,
        options,
        stored,
        written=told,
        makes=lambda value: SetRule(
            key=key, value=value, called=say("{rule}: {value}", rule=label, value=told(value))
        ),
    )


def _short(value: str) -> str:
    return say(next(words for one, words in rule_words.SHORT.items() if one.value == value))


def _keep_ties(page: Page, rules: RuleSheet) -> None:
    page.speak()
    ties = session.value("process.set.ties")
    page.do(SetRule(key="ties", value=ties, called=rule_words.tie(rules, ties)))
