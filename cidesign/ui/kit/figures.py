"""A figure that can be changed in place: a number field, and under it where the figure comes from
or that it is our own.
"""

from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts.change_field import ChangeField
from cidesign.acts.set_keys import Place
from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import month, month_read
from cidesign.domain.fact import Fact
from cidesign.domain.value import plain as exact
from cidesign.text import say
from cidesign.ui.kit import drafts
from cidesign.ui.kit.inputs import Makes, keep, line, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.texts import label_of
from cidesign.ui.kit.words import as_label, plain, small

HUNDRED = 100


def figure(
    page: Page,
    key: str,
    label: str,
    stored: Decimal | int,
    *,
    makes: Makes,
    step: float = 1.0,
    fact: Fact | None = None,
    percent: bool = False,
    most: float | None = None,
) -> None:
    """A number field that saves each change in the workshop; what cannot be kept is refused
    there.

    Args:
        page: the open page.
        key: ``page.thing``.
        label: what people read, plain text.
        stored: what the workshop says now.
        makes: the act of changing it, from the figure as it is kept.
        step: how far one press of + or − goes, as shown.
        fact: what the catalog knows about it; shown as long as the figure is the catalog's.
        percent: a share from 0 to 1, shown times a hundred.
        most: the largest number the field takes, as shown.
    """
    shown = float(stored * HUNDRED if percent else stored)
    waits = drafts.begin(page.workshop, key, shown)
    read = _share if percent else _decimal
    with st.container(gap="xxsmall"):
        st.number_input(
            label_of(
                say("{label}, %", label=as_label(label)) if percent else as_label(label), waits
            ),
            min_value=0.0,
            max_value=max(float(most), shown) if most is not None else None,
            step=float(step),
            format=_format(step, shown),
            key=key,
            on_change=keep,
            args=(page.workshop, key, lambda typed: makes(read(typed))),
        )
        refused(key)
        if fact:
            st.markdown(small(mark(page.catalog, Decimal(stored), fact, percent=percent)))


def words(page: Page, key: str, label: str, stored: str, *, makes: Makes) -> None:
    """A text field that saves each change in the workshop, such as a month or a name; likewise."""
    line(page.workshop, key, as_label(label), stored, makes=makes)


def month_field(page: Page, key: str, label: str, stored: str, *, makes: Makes) -> None:
    """A text field for a month, written as people write it: March 2029; likewise."""
    words(page, key, label, month(stored), makes=lambda said: makes(month_read(str(said or ""))))


def in_place(page: Page, file: str, at: Place, called: str, *, percent: bool = False) -> Makes:
    """The act of changing one field of a file, by what somebody put into it.

    Args:
        page: the open page.
        file: the bundle's file that holds it.
        at: the keys and ids that lead to it.
        called: what people read for it, also where nothing stands around it.
        percent: as for ``figure``.
    """
    return lambda value: ChangeField(
        of=page.name, path=file, place=at, called=called, value=value, is_share=percent
    )


def mark(catalog: Catalog, value: Decimal, fact: Fact, *, percent: bool = False) -> str:
    """Where a figure comes from: its basis and source while it is the catalog's, else that it is
    our own.
    """
    if fact.value != value:
        return say(
            "our own figure; usual {usual}",
            usual=plain(f"{exact(fact.value * HUNDRED)}%" if percent else exact(fact.value)),
        )
    return f"{fact.basis.in_words} · {plain(catalog.source(fact.source).in_short)}"


def _format(step: float, shown: float) -> str:
    places = next(
        places
        for places in range(7)
        if places == 6 or (round(shown, places) == shown and round(step, places) == step)
    )
    return f"%.{places}f"


def _decimal(value: Any) -> Decimal:
    number = Decimal(str(value))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _share(value: Any) -> Decimal:
    return _decimal(Decimal(str(value)) / HUNDRED)
