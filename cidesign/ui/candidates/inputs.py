"""The list of candidates with its buttons, and the form to add or change one."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import streamlit as st

from cidesign.acts.add_candidates import AddCandidates
from cidesign.acts.candidate_list import LONGEST_NAME
from cidesign.acts.remove_candidate import RemoveCandidate
from cidesign.acts.save_candidate import SaveCandidate
from cidesign.domain.dates import month, month_read
from cidesign.domain.panel import Candidate
from cidesign.domain.value import plain as exact
from cidesign.text import say
from cidesign.ui.kit import drafts, session, texts, who
from cidesign.ui.kit.brought import bring_in
from cidesign.ui.kit.choices import cards, one_of
from cidesign.ui.kit.evidence import heading
from cidesign.ui.kit.form_ends import end
from cidesign.ui.kit.opened import NEW, is_open, open_form
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.pasting import paste
from cidesign.ui.kit.words import as_label, plain, small
from cidesign.views.candidates import words
from cidesign.views.candidates.applying import candidates_pasted
from cidesign.views.candidates.view import CandidatesView, Line

FORM, LIST = "candidates.form", "candidates.list"
HUNDRED = 100
DEFAULT_TARGET = "office"


@who.only_for(SaveCandidate)
def add_button(page: Page, *, primary: bool = False) -> None:
    """The button that opens an empty form."""
    st.button(
        say("Add a candidate"),
        key="candidates.add",
        icon=":material/add:",
        type="primary" if primary else "secondary",
        on_click=open_form,
        args=(FORM, NEW),
    )


def listed(page: Page, view: CandidatesView) -> None:
    """One row for each candidate; the one being changed shows its form instead."""
    for place, line in enumerate(view.lines):
        if is_open(FORM, line.id) and not view.round_is_open:
            _form(page, view, line.id)
        else:
            _row(page, view, line, place)
    if view.round_is_open:
        st.markdown(
            small(
                say(
                    "While a round is open, candidates stay as they are. Members may still step "
                    "aside."
                )
            )
        )
        return
    if is_open(FORM, NEW):
        _form(page, view, NEW)
    elif view.lines:
        add_button(page)
    if began_empty(page, view):
        many(page, view)


def began_empty(page: Page, view: CandidatesView) -> bool:
    """Whether nobody was listed when this tab first came here: then the ways to add many stay where
    they stood, and so does what they tell.
    """
    key = f"_candidates.empty.{page.workshop}"
    if session.value(key) is None:
        session.put(key, not view.lines)
    return bool(session.value(key))


@who.only_for(AddCandidates)
def many(page: Page, view: CandidatesView) -> None:
    """All who applied at once: as a list, or as a table."""
    _list(page, view)
    bring_in(page, "candidates", "candidates.table")


def _list(page: Page, view: CandidatesView) -> None:
    """All who applied at once; open where nobody is listed yet."""
    if session.value(f"{LIST}.fold") is None:
        session.put(f"{LIST}.fold", not view.lines)
    fold = st.expander(say("Paste a list of candidates"), key=f"{LIST}.fold", on_change="rerun")
    if not fold.open:
        return
    with fold:
        paste(
            page,
            LIST,
            say("One candidate on each line: name, kind"),
            hint=words.list_hint(of_a_person=page.bundle.workshop.seeks_a_person),
            button=say("Add all candidates"),
            reads=candidates_pasted,
        )


def _row(page: Page, view: CandidatesView, line: Line, place: int) -> None:
    with st.container(key=f"row_candidate_{place}"):
        name, state, change = st.columns([7.2, 1.6, 1.4], vertical_alignment="center", gap="small")
        with name.container(gap=None):
            st.markdown(f"**{plain(line.label)}**")
            for said in (words.about(line), words.offer(line, view.targets)):
                if said:
                    st.markdown(small(plain(said)))
            if not line.candidate.eligible and line.candidate.eligible_reason:
                st.markdown(
                    small(
                        plain(say("Not eligible: {reason}", reason=line.candidate.eligible_reason))
                    )
                )
        if line.candidate.eligible:
            state.badge(say("Eligible"), icon=":material/check:", color="green")
        else:
            state.badge(say("Not eligible"), icon=":material/block:", color="gray")
        if not view.round_is_open and who.may(SaveCandidate):
            change.button(
                say("Change"),
                key=f"candidates.change.{place}",
                on_click=open_form,
                args=(FORM, line.id),
                width="stretch",
            )


def _form(page: Page, view: CandidatesView, id: str) -> None:
    title = say("A new candidate") if id == NEW else say("Change {name}", name=view.labels[id])
    known = {line.id: line.candidate for line in view.lines}
    form = Form(page.workshop, id, _typed(known.get(id, Candidate(id="new"))))
    with st.container(border=True, key="candidate_form"):
        heading(title)
        left, right = st.columns(2, gap="large")
        form.line("name", say("Name"), into=left, max_chars=LONGEST_NAME)
        hint = words.kinds_hint(page.bundle, page.catalog)
        form.line("kind", say("Kind"), into=right, placeholder=hint)
        left, right = st.columns(2, gap="large")
        cards(
            say("May it be chosen?"),
            [True, False],
            format_func=_yes_no,
            horizontal=True,
            into=left,
            **form.begin("eligible"),
        )
        form.line("eligible_reason", say("If not, why it may not be chosen"), into=right)
        for criterion in view.calculated:
            form.number(
                f"figure.{criterion.id}",
                as_label(criterion.name),
                placeholder=say("not known yet"),
            )
        if not page.bundle.workshop.seeks_a_person:
            _offer(page, view, form)
        end(
            page,
            FORM,
            id,
            lambda: _made(view, id),
            RemoveCandidate(id=id) if id != NEW else None,
            say(
                "**Take {name} out?** Its row and its conflicts go; files it sent in stay in the "
                "bundle.",
                name=plain(view.labels.get(id, "")),
            ),
            save=say("Save the candidate"),
        )


@dataclass(frozen=True)
class Form:
    """The fields of one candidate; ``stored``: what is saved, by field."""

    workshop: str
    of: str
    stored: Mapping[str, Any]

    def begin(self, name: str) -> dict[str, Any]:
        """What a choice of the form is drawn with."""
        key = f"{FORM}.{name}"
        drafts.begin(self.workshop, key, self.stored[name], self.of)
        return {"key": key, "on_change": drafts.typed, "args": (key,)}

    def line(self, name: str, label: str, **more: Any) -> None:
        """A field of one line."""
        key, stored = f"{FORM}.{name}", str(self.stored[name] or "")
        texts.line(self.workshop, key, label, stored, of=self.of, **more)

    def number(self, name: str, label: str, **more: Any) -> None:
        """A field for a number, which may be empty."""
        key, stored = f"{FORM}.{name}", self.stored.get(name)
        texts.number(self.workshop, key, label, stored, of=self.of, **more)


def _offer(page: Page, view: CandidatesView, form: Form) -> None:
    st.markdown(
        small(
            say(
                "What it offers as host, as far as it has said. The budget takes these terms over "
                "when it is chosen."
            )
        )
    )
    left, right = st.columns(2, gap="large")
    label, amount = say("In kind, in dollars a year"), {"step": 1000.0, "format": "%.0f"}
    form.number("usd", label, into=left, min_value=0.0, **amount)
    one_of(
        say("What that stands for"),
        list(view.targets),
        format_func=lambda id: view.targets[id],
        into=right,
        **form.begin("offsets"),
    )
    left, right = st.columns(2, gap="large")
    one_of(
        say("What it charges"),
        list(words.OVERHEADS),
        format_func=lambda id: say(words.OVERHEADS[id]),
        into=left,
        **form.begin("overhead"),
    )
    rate = {"step": 1.0, "format": "%.1f"}
    form.number("rate", say(words.RATE), into=right, min_value=0.0, **rate)
    left, right = st.columns(2, gap="large")
    label = say("What it pays, in percent of our salaries")
    form.number("pay", label, into=left, min_value=1.0, **rate)
    label = say("Benefits, in percent of salary")
    usual = words.benefits_hint(str(form.stored["kind"] or ""), page.catalog)
    form.number("benefits", label, into=right, min_value=0.0, placeholder=usual or None, **rate)
    left, _ = st.columns(2, gap="large")
    form.line("start", say("Can start in"), into=left, placeholder=month("2027-01"))


def _yes_no(eligible: bool) -> str:
    return say("Yes") if eligible else say("No")


def _typed(candidate: Candidate) -> dict[str, Any]:
    offer = candidate.offer
    gift = offer.in_kind[0] if offer.in_kind else None
    overhead = offer.overhead
    return {
        "name": candidate.name,
        "kind": candidate.kind,
        "eligible": candidate.eligible,
        "eligible_reason": candidate.eligible_reason,
        "usd": float(gift.usd) if gift else None,
        "offsets": gift.offsets if gift else DEFAULT_TARGET,
        "overhead": overhead.kind if overhead else "",
        "rate": _percent(overhead.rate) if overhead and overhead.kind != "none" else None,
        "pay": _percent(offer.pay_scale) if offer.pay_scale != 1 else None,
        "benefits": _percent(offer.benefits_rate),
        "start": month(offer.start) if offer.start else "",
        **{
            f"figure.{id}": None if value is None else float(value)
            for id, value in candidate.values.items()
        },
    }


def _percent(share: Decimal | None) -> float | None:
    return None if share is None else float(share * HUNDRED)


def _made(view: CandidatesView, id: str) -> SaveCandidate:
    said = {key: session.value(f"{FORM}.{key}") for key in _typed(Candidate(id="new"))}
    figures = {one.id: _cell(session.value(f"{FORM}.figure.{one.id}")) for one in view.calculated}
    return SaveCandidate(
        id=id,
        name=str(said["name"] or ""),
        organization=str(said["kind"] or ""),
        eligible=said["eligible"] is not False,
        eligible_reason=str(said["eligible_reason"] or ""),
        figures=figures,
        offer=_cells_of_offer(said),
    )


def _cells_of_offer(said: Mapping[str, Any]) -> dict[str, str]:
    usd, overhead = _cell(said["usd"]), str(said["overhead"] or "")
    return {
        "offer_in_kind_usd": usd,
        "offer_in_kind_offsets": str(said["offsets"] or DEFAULT_TARGET) if usd else "",
        "offer_overhead": overhead,
        "offer_rate": _share(said["rate"]),  # one that fits nothing is told, never dropped
        "offer_pay_scale": _share(said["pay"]),
        "offer_benefits_rate": _share(said["benefits"]),
        "offer_start": month_read(str(said["start"] or "").strip()),
    }


def _cell(number: Any) -> str:
    return "" if number is None else exact(Decimal(str(number)))


def _share(percent: Any) -> str:
    return "" if percent is None else exact(Decimal(str(percent)) / HUNDRED)
