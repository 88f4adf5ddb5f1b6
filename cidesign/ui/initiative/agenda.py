"""Our common agenda on screen: its words, its principles, methods, strategies and practices, and
what is still empty.
"""

from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.remove_pathway_entry import RemovePathwayEntry
from cidesign.acts.save_pathway_entry import SavePathwayEntry
from cidesign.acts.work_lists import LONGEST
from cidesign.domain.dates import month, month_read
from cidesign.domain.pathway import Activity, PathwayEntry, PathwayKind
from cidesign.text import mark, say
from cidesign.ui.initiative.fields import Field, text
from cidesign.ui.kit import drafts, session, texts, who
from cidesign.ui.kit.choices import one_of, several
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.form_ends import end
from cidesign.ui.kit.listed import add, listing, row
from cidesign.ui.kit.opened import NEW, is_open
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.initiative import agenda as words
from cidesign.views.initiative.agenda import AgendaView, agenda_view

FORM = "initiative.entry"
SEEN = 3
VISION = Field("vision", mark("The future we work toward"), mark("the vision"))
TARGET = Field(
    "target", mark("How we will know that we are there"), mark("how we know that we are there")
)
TOOK_PART = Field("took_part", mark("Who took part in writing it"), mark("who took part"))
VERSION = Field("agenda_version", mark("Version"), mark("the version of the common agenda"))
AGAIN = Field(
    "agenda_again",
    mark("When we look at it again"),
    mark("when the common agenda is looked at again"),
)


def draw(page: Page) -> None:
    """All of it; before it is begun one sentence and the first field."""
    view = agenda_view(page.bundle)
    heading(words.claim(view), words.note(view))
    text(page, VISION, view.initiative.vision, hint=say("Such as: every child here reads by 8"))
    if not view.begun:
        return
    _texts(page, view)
    sentences([one.plain for one in words.missing(view, page.catalog)])
    if who.may(SavePathwayEntry):
        add(
            FORM,
            say("Add a cause, principle, method, strategy, practice or lesson"),
            primary=not view.entries,
        )
    if is_open(FORM, NEW):
        _form(page, view, None)

    def one_row(one: PathwayEntry, place: int) -> None:
        if is_open(FORM, one.id):
            _form(page, view, one)
        else:
            row(FORM, one, (words.about_entry(one, view, page.catalog),), place)

    few = len(view.listed) <= SEEN
    label = say("All {n} of them, to read and change", n=len(view.listed))
    listing(FORM, view.listed, one_row, most=SEEN if few else 0, label=label)


def _texts(page: Page, view: AgendaView) -> None:
    one = view.initiative
    left, right = st.columns(2, gap="large")
    text(page, TARGET, one.target, into=left, hint=say("Such as: 9 of 10 pass the test"))
    hint = say("Such as: 60 residents, in four evenings")
    text(page, TOOK_PART, one.took_part, into=right, hint=hint)
    text(page, VERSION, one.agenda_version, into=left, hint=say("Such as: 2, of March 2027"))
    then = one.agenda_again
    shown, hint = month(then) if then else "", month("2028-03")
    text(page, AGAIN, shown, written=_as_month, into=right, hint=hint)


def _as_month(value: Any) -> str | None:
    return month_read(" ".join(str(value or "").split())) or None


def _form(page: Page, view: AgendaView, one: PathwayEntry | None) -> None:
    held, id = one or PathwayEntry(id="new"), one.id if one else NEW
    with st.container(border=True, key="entry_form"):
        heading(say("Change {name}", name=one.label) if one else say("One more"))
        left, right = st.columns(2, gap="large")
        kind = one_of(
            say("What it is"),
            list(PathwayKind),
            format_func=lambda it: say(PathwayKind.of(it).in_words),
            into=left,
            **_begin(page, id, "kind", held.kind),
        )
        texts.line(
            page.workshop,
            f"{FORM}.name",
            say("In a few words"),
            held.name,
            of=id,
            into=right,
            max_chars=LONGEST,
        )
        if kind and PathwayKind.of(kind).is_carried:
            _carried(page, view, held, id, PathwayKind.of(kind))
        leaves = RemovePathwayEntry(id=id, name=one.label) if one else None
        warning = say("Take {name} out?", name=one.label if one else "")
        end(page, FORM, id, lambda: _made(id), leaves, plain(warning))


def _carried(page: Page, view: AgendaView, held: PathwayEntry, id: str, kind: PathwayKind) -> None:
    if kind is PathwayKind.STRATEGY:
        one_of(
            say("Which of the five things we do together"),
            list(Activity),
            format_func=lambda it: (
                words.activity_label(Activity(it), page.catalog) if it else say("Not said yet")
            ),
            **_begin(page, id, "activity", held.activity),
        )
        if causes := {it.id: it.label for it in view.of(PathwayKind.CAUSE)}:
            several(
                say("Which root causes it works on"),
                list(causes),
                format_func=causes.__getitem__,
                placeholder=say("None yet"),
                **_begin(page, id, "causes", list(held.causes)),
            )
    lists = (
        ("groups", say("Which groups carry it"), {it.id: it.label for it in view.working}),
        ("measures", say("Which measures show it"), {it.id: it.label for it in view.measures}),
    )
    for (field, label, names), column in zip(lists, st.columns(2, gap="large"), strict=True):
        if names:
            several(
                label,
                list(names),
                format_func=names.__getitem__,
                into=column,
                placeholder=say("None yet"),
                **_begin(page, id, field, list(getattr(held, field))),
            )
        else:
            said = say("{what}: the page Partners has none yet.", what=label)
            column.markdown(small(plain(said)))


def _begin(page: Page, id: str, field: str, stored: Any) -> dict[str, Any]:
    key = f"{FORM}.{field}"
    drafts.begin(page.workshop, key, stored, id)
    return {"key": key, "on_change": drafts.typed, "args": (key,)}


def _made(id: str) -> Act:
    said = {name: session.value(f"{FORM}.{name}") for name in ("kind", "activity")}
    many = {
        name: tuple(session.value(f"{FORM}.{name}") or ())
        for name in ("groups", "measures", "causes")
    }
    return SavePathwayEntry(
        id=id,
        name=texts.written(f"{FORM}.name"),
        what=said["kind"] or PathwayKind.STRATEGY,
        activity=said["activity"] or Activity.NOT_SAID,
        **many,
    )
