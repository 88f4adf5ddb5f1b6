"""Several backbones on screen: the list with a form for each, and the matrix of the six
functions.
"""

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.remove_backbone import RemoveBackbone
from cidesign.acts.save_backbone import SaveBackbone
from cidesign.acts.work_lists import LONGEST
from cidesign.domain.backbones import Backbone
from cidesign.domain.words import FUNCTIONS
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts, who
from cidesign.ui.kit.choices import several
from cidesign.ui.kit.evidence import heading, rows_as_table, sentences
from cidesign.ui.kit.form_ends import end
from cidesign.ui.kit.listed import add, row
from cidesign.ui.kit.opened import NEW, is_open
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain
from cidesign.views.initiative import advice
from cidesign.views.initiative import backbones as words

FORM = "initiative.one_backbone"


def backbones(page: Page) -> None:
    """What to settle, and the way to one more; before anybody is listed what to do."""
    listed = words.at_work(page.bundle)
    heading(words.claim(listed), advice.several_note(page.catalog))
    if listed:
        sentences([one.plain for one in words.faults(listed, page.catalog)])
    else:
        sentences(advice.several_lines())
    if who.may(SaveBackbone):
        add(FORM, say("Add a backbone that is at work"), primary=not listed)
    if is_open(FORM, NEW):
        _form(page, None)


def side_by_side(page: Page) -> None:
    """The matrix of the six functions, and the list, each with its form."""
    listed = words.at_work(page.bundle)
    heading(say("Who does what of the six functions"))
    rows_as_table(words.matrix(listed, page.catalog))
    for place, one in enumerate(listed):
        if is_open(FORM, one.id):
            _form(page, one)
        else:
            row(FORM, one, words.about(one, page.catalog), place)


def _form(page: Page, one: Backbone | None) -> None:
    held, id = one or Backbone(id="new"), one.id if one else NEW
    with st.container(border=True, key="backbone_form"):
        heading(say("Change {name}", name=one.label) if one else say("One more"))
        for field, label in (("name", say("Name")), ("goal", say("What it is for"))):
            texts.line(
                page.workshop,
                f"{FORM}.{field}",
                label,
                getattr(held, field),
                of=id,
                max_chars=LONGEST,
            )
        key = f"{FORM}.functions"
        drafts.begin(page.workshop, key, list(held.functions), id)
        several(
            say("Which of the six functions it does"),
            list(FUNCTIONS),
            format_func=lambda it: page.catalog.labels.functions[it],
            placeholder=say("None yet"),
            key=key,
            on_change=drafts.typed,
            args=(key,),
        )
        leaves = RemoveBackbone(id=id, name=one.label) if one else None
        warning = say("Take {name} out?", name=one.label if one else "")
        end(page, FORM, id, lambda: _made(id), leaves, plain(warning))


def _made(id: str) -> Act:
    chosen = set(session.value(f"{FORM}.functions") or ())
    return SaveBackbone(
        id=id,
        name=texts.written(f"{FORM}.name"),
        goal=texts.written(f"{FORM}.goal"),
        functions=tuple(one for one in FUNCTIONS if one in chosen),
    )
