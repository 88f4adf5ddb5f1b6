"""What one may look at more closely on the page Structure: why it fits and what to watch, the other
questions, the map, how it could be arranged, who is like us.
"""

import streamlit as st

from cidesign.charts import initiative_map as drawing
from cidesign.text import say
from cidesign.ui.kit import solving
from cidesign.ui.kit.blocks import blocks
from cidesign.ui.kit.evidence import chart, heading, sentences
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.questions import questions
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.structure import inputs, reading
from cidesign.ui.structure.sets import sets_of
from cidesign.views.structure import words
from cidesign.views.structure.hosts import hosts_view
from cidesign.views.structure.map import initiative_map, map_note
from cidesign.views.structure.near import near_heading, near_view
from cidesign.views.structure.page import StructurePage
from cidesign.views.structure.six import answers_taken, six_heading
from cidesign.views.structure.variants import variants_view
from cidesign.views.structure.view import StructureView

WIDTH_PX = 560


def closer(page: Page, shown: StructurePage) -> tuple[Layer, ...]:
    """The page's tabs."""
    view = shown.view
    more = Layer(
        "more-questions",
        say("{n} more questions", n=len(shown.more)),
        lambda: questions(page, shown.more),
    )
    return (
        Layer("why", say("Why, and what to watch"), lambda: _why(page, view)),
        *((more,) if shown.more else ()),
        Layer("six-questions", say("Six questions to settle"), lambda: _six(page, shown)),
        Layer("map", say("The map"), lambda: _map(page)),
        Layer("arrangement", say("How could it be arranged?"), lambda: _arrangement(page)),
        Layer("like-us", say("Who is like us?"), lambda: _like_us(page, view)),
        Layer("in-a-table", say("In a table"), lambda: reading.levels(page, view)),
    )


def _why(page: Page, view: StructureView) -> None:
    why, watch = st.columns(2, gap="large")
    with why:
        heading(say("Why it fits"), view.best.what)
        sentences(view.best.because)
    with watch:
        heading(say("What to watch"), say("What can go wrong with: {label}", label=view.best.label))
        sentences(words.watch(view.best))
    reading.others(page, view)
    reading.functions(page)


def _six(page: Page, shown: StructurePage) -> None:
    heading(
        six_heading(shown.six),
        say(
            "Any answer is as good as the suggested ones. A sponsor's fee or a post on loan is "
            "counted in the plan under “How could it be arranged?”."
        ),
    )
    taken = remembered(
        page,
        "structure.taken",
        lambda: answers_taken(page.bundle, page.catalog, solve=solving.solve),
        meanwhile=say("Working out the plan, a few seconds …"),
    )
    inputs.six(page, shown.six, taken)
    inputs.way_to("process", shown.mode_claim)


def _map(page: Page) -> None:
    seen = remembered(page, "structure.map_view", lambda: initiative_map(page.bundle, page.catalog))
    heading(say("The map of our initiative"), map_note(seen))
    figure = remembered(
        page, "structure.map", lambda: drawing.draw(seen, mode=page.mode), page.mode
    )
    with st.container(width=WIDTH_PX):
        chart(figure, alt=drawing.alt(seen), key="structure.map")
    reading.map_rows(page, lambda: drawing.table(seen))


def _arrangement(page: Page) -> None:
    variants = remembered(
        page, "structure.arranged", lambda: variants_view(page.bundle, page.catalog)
    )
    hosts = remembered(page, "structure.shared", lambda: hosts_view(page.bundle, page.catalog))
    inputs.arrangement(page, variants, hosts, sets_of(page))


def _like_us(page: Page, view: StructureView) -> None:
    told = say("Comparing with real initiatives, a second or two …")
    near = remembered(
        page, "structure.nearest", lambda: near_view(page.bundle, page.catalog), meanwhile=told
    )
    heading(near_heading(near), near.reading)
    blocks(page, "structure.near", lambda: near.blocks[:1])
    if near.blocks[1:]:
        with st.expander(say("Others that are like us")):
            blocks(page, "structure.near_others", lambda: near.blocks[1:])
    reading.cases(page, view)
