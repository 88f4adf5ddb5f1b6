"""The equity mirror on screen: who is missing, five practices, and people by group."""

from typing import Any

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.answer_practice import AnswerPractice
from cidesign.acts.remove_people_group import RemovePeopleGroup
from cidesign.acts.save_people_group import SavePeopleGroup
from cidesign.acts.work_lists import LONGEST
from cidesign.domain.dates import month, month_read
from cidesign.domain.figures import count
from cidesign.domain.guidance import Practice, Practiced
from cidesign.domain.makeup import ONE_COLUMN_EACH, PeopleGroup
from cidesign.text import mark, say
from cidesign.ui.initiative.fields import Field, text
from cidesign.ui.kit import drafts, session, texts, who
from cidesign.ui.kit.brought import bring_in
from cidesign.ui.kit.choices import several
from cidesign.ui.kit.evidence import heading, sentences
from cidesign.ui.kit.form_ends import end
from cidesign.ui.kit.inputs import choice
from cidesign.ui.kit.listed import add, listing, row
from cidesign.ui.kit.opened import NEW, is_open
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import plain, small
from cidesign.views.initiative import mirror as words
from cidesign.views.initiative.mirror import MirrorView, mirror_view

FORM, ALL = "initiative.people", "initiative.everybody"
OPEN = "_initiative.mirror"
SEEN = 3
AGAIN = Field(
    "mirror_again",
    mark("When we look into it again"),
    mark("when we look into the equity mirror again"),
)


def draw(page: Page) -> None:
    """All of it; before it is begun one sentence and one button."""
    view = mirror_view(page.bundle, page.catalog)
    heading(words.claim(view, view.gaps), words.note(view))
    if not view.begun and not session.value(OPEN):
        if who.may(SavePeopleGroup):
            st.button(
                say("Look into it"),
                key="initiative.mirror",
                type="primary",
                on_click=session.put,
                args=(OPEN, True),
            )
        return
    if lines := words.lines(view, view.gaps):
        sentences([one.plain for one in lines])
    _practices(page, view)
    _people(page, view)
    if said := words.to_talk_about(page.bundle, page.catalog):
        st.markdown(small(plain(said)))


def _practices(page: Page, view: MirrorView) -> None:
    answered = [one for one, said in view.practices if said is not None]
    if len(answered) < len(view.practices) or not view.again:
        heading(say("What we do"))
        _asked(page, view)
        return
    label = say("What we do: all {n} practices are answered", n=count(len(answered)))
    with st.expander(label, key="initiative.practices"):
        _asked(page, view)


def _asked(page: Page, view: MirrorView) -> None:
    for place in range(0, len(view.practices), 2):
        columns = st.columns(2, gap="large")
        for column, (one, said) in zip(columns, view.practices[place : place + 2]):
            with column:
                _practice(page, one, said)
    then = view.again
    last = columns[len(view.practices) % 2] if len(view.practices) % 2 else None
    text(
        page,
        AGAIN,
        month(then) if then else "",
        written=_as_month,
        into=last,
        hint=month("2028-03"),
    )


def _practice(page: Page, one: Practice, said: Practiced | None) -> None:
    choice(
        page.workshop,
        f"initiative.{one.id}",
        plain(one.question),
        [str(it) for it in Practiced],
        str(said) if said else None,
        written=lambda it: say(Practiced.of(it).in_words),
        makes=lambda it: AnswerPractice(practice=one.id, answer=Practiced.of(it), called=one.label),
    )


def _as_month(value: Any) -> str | None:
    return month_read(" ".join(str(value or "").split())) or None


def _people(page: Page, view: MirrorView) -> None:
    writes = who.may(SavePeopleGroup)
    every = (view.everybody,) if view.everybody else ()
    rows = (*every, *view.groups)
    folded = len(rows) > SEEN

    def one_row(one: PeopleGroup, place: int) -> None:
        form = ALL if one.everybody else FORM
        if folded and place == 0:
            st.markdown(small(plain(words.rule_note(view, page.catalog))))
        if is_open(form, one.id):
            _form(page, view, one, everybody=one.everybody)
        else:
            row(form, one, words.about_group(view, one), place, changes=writes)

    heading(say("Who is there"), "" if folded else words.rule_note(view, page.catalog))
    if writes:
        with st.container(horizontal=True):
            add(FORM, say("Add a group"), primary=not view.groups)
            if view.everybody is None:
                add(ALL, say("Say how many there are in all"))
    if is_open(FORM, NEW):
        _form(page, view, None)
    if is_open(ALL, NEW):
        _form(page, view, None, everybody=True)
    label = say("All {n} rows, to read and change; what a gap is", n=len(rows))
    changing = any(is_open(ALL, one.id) for one in every)
    listing(FORM, rows, one_row, most=0 if folded else SEEN, label=label, expanded=changing)
    bring_in(page, "makeup", "initiative.makeup")


def _form(
    page: Page, view: MirrorView, one: PeopleGroup | None, *, everybody: bool = False
) -> None:
    held, id = one or PeopleGroup(id="new"), one.id if one else NEW
    form = ALL if everybody else FORM
    first = say("Everybody") if everybody else ""
    with st.container(border=True, key="people_form"):
        title = say("How many there are in all") if everybody else say("A group")
        heading(say("Change {name}", name=one.label) if one else title)
        st.markdown(small(plain(say("One to three people are kept as a few. Blank: not known."))))
        columns = st.columns(2, gap="large")
        texts.line(
            page.workshop,
            f"{form}.name",
            say("Name"),
            held.name or first,
            of=id,
            into=columns[0],
            max_chars=LONGEST,
            placeholder=say("Such as: women who speak Spanish at home"),
        )
        for place, (key, label, stored) in enumerate(_counts(view, held), start=1):
            texts.line(
                page.workshop,
                f"{form}.{key}",
                label,
                "" if stored is None else str(stored),
                of=id,
                into=columns[place % 2],
                max_chars=20,
            )
        if not everybody:
            _more(page, view, held, id)
        leaves = RemovePeopleGroup(id=id, name=one.label) if one else None
        warning = say("Take {name} out?", name=one.label if one else "")
        end(page, form, id, lambda: _made(view, form, id, everybody), leaves, plain(warning))


def _counts(view: MirrorView, held: PeopleGroup) -> list[tuple[str, str, Any]]:
    """Each count: its key, its label, what stands there."""
    fixed = [(str(it), say(it.in_words), getattr(held, it)) for it in ONE_COLUMN_EACH]
    hosts = [
        (f"host.{id}", say("Staff of {host}", host=name), held.hosts.get(id))
        for id, name in view.hosts.items()
    ]
    return [*fixed, *hosts]


def _more(page: Page, view: MirrorView, held: PeopleGroup, id: str) -> None:
    names = {it.id: it.label for it in view.groups if it.id != held.id}
    if len(names) > 1:
        key = f"{FORM}.parts"
        drafts.begin(page.workshop, key, list(held.parts), id)
        several(
            say("Who belongs to all of these groups"),
            list(names),
            format_func=names.__getitem__,
            key=key,
            placeholder=say("No others"),
            on_change=drafts.typed,
            args=(key,),
        )
    texts.line(
        page.workshop,
        f"{FORM}.brings",
        say("What it brings"),
        held.brings,
        of=id,
        max_chars=LONGEST,
        placeholder=say("Such as: knows every family on the block"),
    )


def _made(view: MirrorView, form: str, id: str, everybody: bool) -> Act:
    counts = {str(it): texts.written(f"{form}.{it}") for it in ONE_COLUMN_EACH}
    return SavePeopleGroup(
        id=id,
        name=texts.written(f"{form}.name"),
        everybody=everybody,
        hosts={it: texts.written(f"{form}.host.{it}") for it in view.hosts},
        parts=() if everybody else tuple(session.value(f"{FORM}.parts") or ()),
        brings="" if everybody else texts.written(f"{FORM}.brings"),
        **counts,
    )
