"""Reading on the page Sources: all sources with their links, how results are computed, open
choices, glossary, cases, limits.
"""

from collections.abc import Sequence

import streamlit as st

from cidesign.catalog import choices
from cidesign.text import say, say_count
from cidesign.ui.kit.blocks import blocks, written_rows
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.views.sources import view as told


def all_sources(page: Page) -> None:
    """Every source once, with its address and whether it was read itself."""
    number = len(page.catalog.sources)
    heading(
        say_count(
            "{n} source, with its link", "All {n} sources, with their links", number, n=number
        )
    )
    st.markdown(remembered(page, "sources.all", lambda: _linked(told.source_lines(page.catalog))))
    further = told.read_on(page.catalog)
    heading(
        say_count(
            "To read on: the {n} text the memo of 2017 names",
            "To read on: the {n} texts the memo of 2017 names",
            len(further),
            n=len(further),
        )
    )
    written_rows(
        page,
        "sources.read_on",
        lambda: [
            {say("Text"): title, say("By"): by, say("Helps with"): helps}
            for title, by, helps in further
        ],
    )


def _linked(lines: Sequence[tuple[str, str, str]]) -> str:
    return "\n".join(
        f"- {f'[{plain(title)}](<{url}>)' if url else plain(title)}  \n  {small(plain(note))}"
        for title, url, note in lines
    )


def methods(page: Page) -> None:
    """How each result is computed, in the order of the walk."""
    listed = page.catalog.methods
    heading(
        say("{n} results, each with its method and where that comes from", n=len(listed)),
        say("No result is a verdict: each is a way to look, and you decide."),
    )
    blocks(
        page,
        "sources.methods",
        lambda: [(one.label, one.answers, (one.how, one.rests_on)) for one in listed],
    )


def open_choices(page: Page) -> None:
    """What we chose where the rules leave it open; the same text as docs/choices.md, in our own
    markdown.
    """
    heading(say("What we chose where the rules leave it open"))
    st.markdown(remembered(page, "sources.choices", _choices))


def _choices() -> str:
    return "\n\n".join(
        f"**{chapter.heading}**\n\n" + "\n".join(f"- {point}" for point in chapter.points)
        for chapter in choices()
    )


def limits(page: Page) -> None:
    """What is not modelled, and what was looked for and not found."""
    left, right = st.columns(2, gap="large")
    with left:
        blocks(
            page,
            "sources.limits",
            lambda: [
                (
                    say("Not modelled"),
                    "",
                    [f"{one.label} {one.says}" for one in page.catalog.limits],
                )
            ],
        )
    with right:
        blocks(
            page,
            "sources.gaps",
            lambda: [(say("Looked for, not found"), "", [one.says for one in page.catalog.gaps])],
        )


def glossary(page: Page) -> None:
    """The words, in two columns."""
    heading(say("Glossary: one word, one meaning"))
    written_rows(
        page,
        "sources.glossary",
        lambda: [
            {say("In data and code"): word.code, say("On the screen"): word.screen}
            for word in page.catalog.glossary
        ],
    )


def initiatives(page: Page) -> None:
    """Real initiatives: their money, and what happened."""
    heading(say("What other initiatives cost and were given"))
    blocks(page, "sources.amounts", lambda: told.amounts(page.catalog))
    heading(say("What happened in other initiatives"))
    blocks(page, "sources.cases", lambda: told.cases(page.catalog))
