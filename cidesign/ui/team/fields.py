"""One figure of the plan as a field that saves each change, and the columns for such fields."""

from decimal import Decimal
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cidesign.acts import Act
from cidesign.acts.begin_plan import PLAN
from cidesign.acts.set_keys import Place
from cidesign.ui.kit.figures import figure, in_place
from cidesign.ui.kit.inputs import Makes
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain


def field(
    page: Page,
    key: str,
    label: str,
    stored: Decimal,
    *at: str | int,
    of: str = "",
    percent: bool = False,
    **more: Any,
) -> None:
    """A figure of the plan; ``of``: the post or purchase under whose name it stands."""
    called = f"{of}: {label}" if of else label
    makes = in_place(page, PLAN, at, called, percent=percent)
    figure(page, f"team.{key}", label, stored, makes=makes, percent=percent, **more)


def change(page: Page, at: Place, called: str, none: Act) -> Makes:
    """The act of changing a figure of which 0 means that it is not there: ``none`` takes it out."""
    put = in_place(page, PLAN, at, called)
    return lambda value: put(value) if value else none


def group(title: str) -> None:
    """The name of a few fields that belong together."""
    st.markdown(f"**{plain(title)}**")


def columns(count: int) -> list[DeltaGenerator]:
    """Two columns, filled row by row, so that the fields of a row stand level."""
    rows = [st.columns(2, gap="large") for _ in range((count + 1) // 2)]
    return [column for row in rows for column in row][:count]
