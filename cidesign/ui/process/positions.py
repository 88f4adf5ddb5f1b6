"""Who holds the grant, convened, funds, chairs and chooses: five fields, and what follows from
them.
"""

from collections.abc import Callable

import streamlit as st

from cidesign.acts.set_keys import SetKeys
from cidesign.domain.positions import Position
from cidesign.text import mark, say
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.inputs import line
from cidesign.ui.kit.page import Page
from cidesign.views.process import default_host as words

LONGEST = 120
WORKSHOP = "workshop.yaml"


def draw(page: Page) -> None:
    """The fields, each saved when one leaves it."""
    heading(
        say("Is the host chosen, or does it follow?"),
        say("A candidate by its name, or another organization. An empty field: nobody yet."),
    )
    for left in range(0, len(Position), 2):
        columns = st.columns(2, gap="large")
        for column, position in zip(columns, tuple(Position)[left : left + 2], strict=False):
            line(
                page.workshop,
                f"process.position_{position}",
                say("Who {does}?", does=say(position.in_words)),
                words.written(page.bundle, position),
                makes=_makes(page, position),
                into=column,
                placeholder=words.hint(position),
                max_chars=LONGEST,
            )
    if told := (*words.cautions(page.bundle), *words.elsewhere_lines(page.bundle)):
        sentences(told)


def _makes(page: Page, position: Position) -> Callable[[str | None], SetKeys]:
    return lambda said: SetKeys(
        of="process",
        path=WORKSHOP,
        thing=mark("who holds the grant, convened, funds, chairs or chooses"),
        changes=((("positions", str(position)), words.as_kept(page.bundle, said or "")),),
    )
