"""What the committee fills in on the page Structure: the six answers, a variant, and who holds
which function.
"""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.choose_variant import ChooseVariant
from cidesign.acts.give_function import GiveFunction
from cidesign.acts.settle_question import SettleQuestion
from cidesign.domain.guidance import SixField
from cidesign.domain.walk import step_of
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.blocks import blocks
from cidesign.ui.kit.choices import one_of
from cidesign.ui.kit.contents import go, page_of
from cidesign.ui.kit.current import address
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.inputs import keep, line, refused
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.suggested import choose_or_write
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.ui.structure import sets
from cidesign.views.structure.hosts import HostRow, HostsView, hosts_claim, hosts_warning
from cidesign.views.structure.sets import HOURS, SetsView, usual_sets
from cidesign.views.structure.six import SixRow, SixView
from cidesign.views.structure.variants import VariantsView, variants_heading

ANSWERED, OPEN = ":material/check_circle:", ":material/radio_button_unchecked:"


def folded(name: str, shut: str, open_: str) -> bool:
    """A button that opens or shuts a part of the page in this tab; whether it is open. What is shut
    is not drawn and costs nothing.
    """
    key = f"_open.{name}"
    is_open = bool(session.value(key))
    st.button(
        open_ if is_open else shut,
        key=f"{name}.toggle",
        on_click=session.put,
        args=(key, not is_open),
    )
    return is_open


def six(page: Page, view: SixView, taken: Mapping[str, str]) -> None:
    """The six questions: answers as they stand, or fields to write them, each saved as soon as it
    is chosen; ``taken``: what the record answers by itself, by field key.
    """
    is_open = bool(session.value("_open.structure.six"))
    if is_open:
        for row in view.rows:
            _fields(page, row, taken)
    else:
        st.markdown("\n\n".join(_told(row, taken) for row in view.rows))
    shut = say("Change the answers") if view.answered else say("Answer these questions")
    folded("structure.six", shut, say("Show the answers only"))


def _told(row: SixRow, taken: Mapping[str, str]) -> str:
    mark = ANSWERED if row.answered else OPEN
    return f"{mark} **{plain(row.question.asks)}**  \n{_answers(row, taken)}"


def _answers(row: SixRow, taken: Mapping[str, str]) -> str:
    """What stands there, what the record answers first; of a question with two parts also which
    part is open.
    """
    if not any(row.answers.values()) and not row.taken:
        return small(say("not answered yet"))
    missing = [
        field.label
        for field in row.question.fields
        if not row.answers[field.key] and field.key not in row.taken
    ]
    still = [small(plain(say("{field}: not answered yet", field=field))) for field in missing]
    known = [plain(taken[key]) for key in row.answers if taken.get(key)]
    notes = [plain(answer) for key, answer in row.answers.items() if answer]
    return " · ".join([*known, *notes, *still])


def _fields(page: Page, row: SixRow, taken: Mapping[str, str]) -> None:
    question = row.question
    with st.container(key=f"row_six_{question.id}", gap="xsmall"):
        think = small(plain(f"{question.think} ({row.source})"))
        st.markdown(f"{ANSWERED if row.answered else OPEN} **{plain(question.asks)}**  \n{think}")
        if question.page:
            _elsewhere(question.page, row, taken)
            return
        for field in question.fields:
            if field.key in row.taken:
                _note(page, field, row.answers[field.key], taken.get(field.key, ""))
            else:
                _field(page, field, row.answers[field.key], row.suggestions[field.key])


def _elsewhere(name: str, row: SixRow, taken: Mapping[str, str]) -> None:
    """Where a question is settled on another page: what stands there, and the way to it."""
    st.markdown(_answers(row, taken))
    way_to(name)


def way_to(name: str, why: str = "") -> None:
    """A link to another page; ``why``: a sentence without its full stop that leads there."""
    label = say(step_of(name).label)
    st.page_link(
        page_of(name),
        label=as_label(
            say("{why}. More on the page {page}", why=why, page=label)
            if why
            else say("Go to {page}", page=label)
        ),
        icon=":material/arrow_forward:",
        query_params=address(),
    )


def _field(page: Page, field: SixField, answer: str, suggested: Sequence[str]) -> None:
    key = f"structure.six.{field.key}"
    choose_or_write(
        page.workshop,
        key,
        as_label(field.label),
        suggested,
        answer,
        makes=_settles(field),
        placeholder=say("Choose below, or write your own") if suggested else None,
    )


def _note(page: Page, field: SixField, answer: str, taken: str) -> None:
    """What the record answers, and a field for a note of ours beside it."""
    st.markdown(f"{plain(field.label)}: {plain(taken)}")
    label = say("{field}: a note of ours beside it", field=field.label)
    line(
        page.workshop,
        f"structure.six.{field.key}",
        as_label(label),
        answer,
        makes=_settles(field),
    )


def _settles(field: SixField) -> Callable[[str | None], Act]:
    return lambda said: SettleQuestion(key=field.key, answer=said or "", called=field.label)


def arrangement(page: Page, variants: VariantsView, held: HostsView, view: SetsView) -> None:
    """Side by side: the variant we choose, and whether functions sit with several hosts; and
    what both set in the plan.
    """
    left, right = st.columns(2, gap="large")
    with left:
        heading(variants_heading(variants), say("On loan, shared out, or with a sponsor."))
        variant(page, variants)
        if view.rows or view.lends:
            heading(say("What this sets in the plan"), say("Change it here or on Team and budget."))
            sets.figures(page, view)
            sets.loans(page, view)
            sets.lend(page, view)
    with right:
        heading(hosts_claim(held), hosts_warning(held))
        hosts(page, held)
    with st.expander(say("The variants, for and against")):
        blocks(
            page,
            "structure.variants",
            lambda: [(row.label, row.what, (*row.lines, *row.figures)) for row in variants.rows],
        )


def variant(page: Page, view: VariantsView) -> None:
    """One of the variants, or none."""
    key, labels = "structure.variant", view.labels
    session.follow(key, view.chosen)
    one_of(
        say("Our arrangement"),
        list(labels),
        format_func=lambda id: labels.get(id, id),
        key=key,
        on_change=keep,
        args=(
            page.workshop,
            key,
            lambda id: ChooseVariant(
                variant=id or "",
                called=labels[id] if id else "",
                sets=usual_sets(page.catalog, id or ""),
            ),
        ),
    )
    refused(key)


def hosts(page: Page, view: HostsView) -> None:
    """Function by function, whom it sits with; behind a button unless our structure asks for it."""
    if not view.can_be_shared:
        st.markdown(
            small(say("Once candidates are listed, each function can be given to one of them."))
        )
        return
    if not view.offered and not folded(
        "structure.hosts", say("Give functions to several hosts"), say("Close")
    ):
        return
    for row in view.rows:
        _host(page, row, view.choices)


def _host(page: Page, row: HostRow, choices: Mapping[str, str]) -> None:
    key = f"structure.host.{row.function}"
    session.follow(key, row.host)
    one_of(
        as_label(row.label),
        list(choices),
        format_func=lambda id: choices.get(id, id),
        key=key,
        on_change=keep,
        args=(
            page.workshop,
            key,
            lambda host: GiveFunction(
                function=row.function,
                host=host or "",
                called=row.label,
                hours=page.catalog.price(HOURS).value,
            ),
        ),
    )
    refused(key)


def onward(page: Page) -> None:
    """Where a backbone works already, the way past the choice of a structure and a host."""
    if page.bundle.workshop.has_a_backbone:
        st.info(
            say(
                "**A backbone works already.** You need not choose a structure or a host; go on to "
                "its team and budget."
            )
        )
        go("team", say("Go to Team and budget"))
