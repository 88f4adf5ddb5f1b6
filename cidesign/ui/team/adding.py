"""How a post, a purchase or a gift is added: a usual one, or one of the committee's own."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.domain.naming import id_as_named
from cidesign.domain.value import Model
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts
from cidesign.ui.kit.attempts import told
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.page import Page
from cidesign.ui.team import rows

Told = Mapping[str, Decimal]
"""What was written in the fields for numbers, by their names; 0 where nothing was."""
MakesUsual = Callable[[str], Act]
MakesOwn = Callable[[str, Told, str], Act]


def usual(
    page: Page, section: str, label: str, offered: Mapping[str, str], makes: MakesUsual
) -> None:
    """The usual ones to choose from; nothing where the plan has them all.

    Args:
        page: the open page.
        section: as for ``rows.row``.
        label: above the choice.
        offered: names by id.
        makes: the act of adding one, by its id.
    """
    if not offered:
        return
    key = f"team.{section}.usual"
    one_of(label, list(offered), format_func=lambda id: offered.get(id, id), key=key)
    told(key, say("Nothing was added."))
    args = (page, section, makes, session.nonce(key))
    st.button(say("Add it"), key=f"team.{section}.add", on_click=_add_usual, args=args)


def own(
    page: Page,
    section: str,
    label: str,
    numbers: Mapping[str, tuple[str, int]],
    among: tuple[str, Mapping[str, str]],
    makes: MakesOwn,
) -> None:
    """Fields for one of the committee's own, and a button that adds it.

    Args:
        page: the open page.
        section: as for ``rows.row``.
        label: what is added.
        numbers: what is asked beside its name, by name its label and its decimal places.
        among: a question, and its answers by id.
        makes: the act of adding it, from its name, the numbers and the answer.
    """
    form, of = rows.new(section), page.workshop
    texts.line(of, f"{form}.name", label, placeholder=say("Its name"))
    for name, (asked, places) in numbers.items():
        key, written = f"{form}.{name}", f"%.{places}f"
        texts.number(of, key, asked, min_value=0.0, step=1.0, format=written)
    question, answers = among
    key = f"{form}.for"
    drafts.begin(of, key, next(iter(answers)))
    if session.value(key) not in answers:
        session.put(key, next(iter(answers)))
    one_of(
        question,
        list(answers),
        format_func=lambda id: answers.get(id, id),
        key=key,
        on_change=drafts.typed,
        args=(key,),
    )
    told(form, say("Nothing was added."))
    args = (page, section, tuple(numbers), makes, session.nonce(form))
    st.button(say("Add your own"), key=f"{form}.add", on_click=_add_own, args=args)


def as_told(entry: Model) -> dict[str, Any]:
    """An entry of the catalog as an act holds it."""
    return entry.model_dump(mode="python", by_alias=True, exclude_unset=True)


def _add_usual(page: Page, section: str, makes: MakesUsual, nonce: str) -> None:
    id = str(session.value(f"team.{section}.usual"))
    rows.add(page, section, id, makes(id), nonce, f"team.{section}.usual")


def _add_own(page: Page, section: str, names: tuple[str, ...], makes: MakesOwn, nonce: str) -> None:
    form = rows.new(section)
    name = texts.written(f"{form}.name")
    figures = {one: Decimal(str(session.value(f"{form}.{one}") or 0)) for one in names}
    act = makes(name, figures, str(session.value(f"{form}.for")))
    rows.add(page, section, id_as_named(name), act, nonce, form)
