"""Weights brought in as a file: looked at first, with how well its answers fit each other, and
saved by a button.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

import streamlit as st

from cidesign.domain.problem import BadInput
from cidesign.domain.rules import RuleSheet
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.evidence import rows_as_table, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.views.process.weights_file import FILE, to_fill_in, weights_file

_TURN = "_weights_file.turn"

Save = Callable[[Page, str, Mapping[str, Fraction]], bool]
"""Saves a person's shares; whether they were saved."""


def bring_in(page: Page, rules: RuleSheet, who: str, save: Save) -> None:
    """A file to bring in, what it says, and the button that saves it.

    Args:
        who: a member's id, or the committee together; each has a field of its own.
    """
    said = say(
        "A small YAML file that weighs exactly this sheet's criteria, by one of five methods: "
        "direct, swing, rank, ahp or bwm. "
        "Nothing is saved before you have seen what it says."
    )
    st.markdown(small(plain(said)))
    st.download_button(
        say("Download a file to fill in"),
        data=to_fill_in(rules),
        file_name=FILE,
        mime="application/yaml",
        on_click="ignore",
        key="process.file.blank",
        icon=":material/download:",
    )
    file = st.file_uploader(
        say("Weights file"),
        type=["yaml", "yml"],
        key=f"process.file.{who}.{session.value(_TURN, 0)}",
    )
    if file is None:
        return
    content = file.getvalue()
    try:
        found = remembered(page, "process.file", lambda: weights_file(content, rules), content)
    except BadInput as error:
        problems(error.problems, say("Nothing was saved."))
        return
    st.markdown(f"**{plain(say('What the file says: {method}', method=found.method))}**")
    if found.fits is False:
        st.warning("\n\n".join(plain(line) for line in found.told), icon=":material/rule:")
    elif found.told:
        sentences(found.told)
    rows_as_table(found.rows)
    st.button(
        say("Save these weights"),
        type="primary",
        key="process.file.save",
        on_click=_save,
        args=(page, who, found.shares, save),
    )


def _save(page: Page, who: str, shares: Mapping[str, Fraction], save: Save) -> None:
    if save(page, who, shares):
        session.put(_TURN, session.value(_TURN, 0) + 1)
