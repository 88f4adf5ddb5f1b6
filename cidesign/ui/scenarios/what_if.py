"""The part of the page Scenarios that asks what if: questions and switches, as it is beside what
if, and keeping what is asked as a scenario. Nothing is saved until somebody saves it.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from cidesign.acts.save_scenario import SaveScenario
from cidesign.charts import what_if as drawing
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput
from cidesign.domain.scenario import Scenario
from cidesign.domain.what_if import Asked
from cidesign.text import say
from cidesign.ui.kit import drafts, saving, session, solving, texts
from cidesign.ui.kit.attempts import attempt, told
from cidesign.ui.kit.evidence import chart, heading, sentences
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.problems import problems
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.kit.words import plain, small
from cidesign.ui.scenarios.asked import ask, asked_now, begin_from, is_open, opened, tell_address
from cidesign.ui.scenarios.questions import questions
from cidesign.ui.scenarios.shown import show_beside
from cidesign.ui.scenarios.switches import switches
from cidesign.views.scenarios import side_by_side, what_if, what_if_words
from cidesign.views.scenarios.kept import draft_of
from cidesign.views.scenarios.view import Option
from cidesign.views.scenarios.what_if import Compared
from cidesign.views.team import reasons

_FORM = "scenarios.what_if_form"


def what_if_part(page: Page, known: Sequence[Option]) -> None:
    """Questions and switches, and what they would change."""
    base, asked = opened(page, known), asked_now(page)
    ask(page, asked)
    tell_address(asked)
    heading(say("What if …"), _note(base, asked))
    questions(page, asked)
    switches(page, asked)
    if not asked:
        return
    found = _compared(page, base, asked)
    if found is None:
        return
    said = remembered(page, "scenarios.said", lambda: _said(page, found), *_named(base, asked))
    for line in said:
        st.markdown(line)
    if found.then.found.found:
        _beside(page, found, _named(base, asked))
    else:
        _ways_out(page, found.then.plan)
    _keeping(page, known, base, asked)


def _said(page: Page, found: Compared) -> tuple[str, ...]:
    """The answer, what of it does not fit, and what it changes in the team."""
    said = [f"**{plain(side_by_side.answer(found).plain)}**"]
    if found.doubts:
        said.append(small(plain(" ".join(what_if_words.doubts(found.doubts)))))
    said += map(plain, side_by_side.beside(found))
    if team := side_by_side.team(found, page.catalog.labels):
        said.append(plain(team))
    return tuple(said)


def _compared(page: Page, base: Option | None, asked: Asked) -> Compared | None:
    """As it is and what if; None where something must be mended first, which is told."""
    try:
        return remembered(
            page,
            "scenarios.what_if",
            lambda: what_if.compared(
                page.bundle,
                page.catalog,
                asked,
                base=base.saved if base else None,
                solve=solving.solve,
                project=solving.project,
            ),
            *_named(base, asked),
            meanwhile=say("Solving what if, a few seconds …"),
        )
    except BadInput as bad:
        problems(bad.problems, say("Mend this first; nothing was changed."))
        return None


def _named(base: Option | None, asked: Asked) -> tuple[str, str]:
    """What the answer depends on beside the workshop."""
    return base.id if base else "", asked.model_dump_json()


def _beside(page: Page, found: Compared, name: tuple[str, str]) -> None:
    """The figures in rows, and each function as a circle and a diamond."""
    functions = page.catalog.labels.functions
    ours, then = found.ours.found.coverage or {}, found.then.found.coverage or {}
    table = remembered(page, "scenarios.what_if_rows", lambda: _table(found, functions), *name)
    if not table:
        return
    left, right = st.columns([4, 3], gap="large")
    with left:
        st.markdown(table)
    with right:
        figure = remembered(
            page,
            "scenarios.what_if_chart",
            lambda: drawing.draw(ours, then, functions, mode=page.mode),
            *name,
            page.mode,
        )
        st.markdown(small(plain(say("Hours covered: a circle as it is, a diamond what if."))))
        alt, shares = drawing.alt(ours, then, functions), drawing.table(ours, then, functions)
        chart(figure, alt=alt, key="scenarios.what_if_chart", rows=shares)


def _table(found: Compared, functions: Mapping[str, str]) -> str:
    """The figures in three columns, what differs in bold with by how much; empty where nothing
    does.
    """
    rows = side_by_side.rows(found, functions)
    if not any(row.differs for row in (*rows, *side_by_side.coverage_rows(found, functions))):
        return ""
    lines = [
        f"| {plain(say('Figure'))} | {plain(say('As it is'))} | {plain(say('What if'))} |",
        "|---|---|---|",
    ]
    for row in rows:
        then = plain(", ".join(part for part in (row.then, row.change) if part))
        cell = f"**{then}**" if row.differs else then
        lines.append(f"| {plain(row.figure)} | {plain(row.ours)} | {cell} |")
    return "\n".join(lines)


def _ways_out(page: Page, plan: Plan) -> None:
    """Which rules exclude each other then, and what alone would make a plan possible."""
    labels = page.catalog.labels.of_a_plan
    with st.spinner(say("Looking for ways out …")):
        why = solving.explain(plan)
    ways = reasons.mends(plan, why.repairs, labels)
    clash = reasons.clash(plan, why.conflict, labels)
    st.markdown(plain(f"{clash} {reasons.how_to_mend(ways)}"))
    if ways:
        sentences(
            [
                say("{way}: {leads_to}.", way=way.label, leads_to=way.leads_to)
                if way.leads_to
                else say("{way}.", way=way.label)
                for way in ways
            ]
        )


def _note(base: Option | None, asked: Asked) -> str:
    kept = base.saved if base else None
    if kept is not None and kept.what_if == asked:
        return say("The switches are those of the saved scenario {name}.", name=kept.name)
    if kept is not None:
        return say("Changed from the scenario {name}, and not saved yet.", name=kept.name)
    return say("Press a question, or set switches. Nothing is saved until you save it.")


def _keeping(page: Page, known: Sequence[Option], base: Option | None, asked: Asked) -> None:
    """A fold in which what is asked is kept as a scenario."""
    fold = st.expander(say("Save this what-if"), key="scenarios.what_if_fold", on_change="rerun")
    if not fold.open:
        return
    kept = base.saved if base else None
    at = f"{_FORM}.{kept.id if kept else 'new'}"
    with fold:
        texts.line(page.workshop, f"{at}.name", say("Name"), kept.name if kept else "")
        note = kept.note if kept else ""
        texts.line(page.workshop, f"{at}.note", say("Why it is worth a look"), note)
        told(at, say("Nothing was saved; what you wrote is still here."))
        with st.container(horizontal=True):
            if base is not None and kept is not None and not kept.locked:
                _save(page, f"{at}.change", say("Save the change"), (at, base, asked), first=True)
            label = say("Save as a new scenario") if base else say("Save this scenario")
            _save(page, f"{at}.save", label, (at, known[0], asked), first=kept is None)


def _save(
    page: Page, key: str, label: str, what: tuple[str, Option, Asked], *, first: bool
) -> None:
    st.button(
        label,
        key=key,
        type="primary" if first else "secondary",
        on_click=_keep,
        args=(page, *what, session.nonce(what[0])),
    )


def _keep(page: Page, at: str, base: Option, asked: Asked, nonce: str) -> None:
    """Save the switches as a scenario, or into the one they were opened from; a callback."""
    filled = SaveScenario(
        **{
            **dict(draft_of(base)),
            "name": str(session.value(f"{at}.name") or ""),
            "note": str(session.value(f"{at}.note") or ""),
            "what_if": asked.written(),
        }
    )
    if attempt(page, at, filled, nonce):
        drafts.settle(page.workshop, f"{at}.")
        kept = saving.present(page.workshop).scenarios.values()
        made = next(one.id for one in kept if one.name == filled.title)
        begin_from(page, made)
        if not filled.id:
            show_beside(made)


def asks(kept: Scenario, page: Page) -> str:
    """What a saved scenario asks, what of it does not fit any more, and whether the switches are
    those of it, as a note.
    """
    telling = what_if.telling(page.bundle, page.catalog, kept)
    told = [
        say("Asks what if {asked}.", asked=what_if_words.asks(kept.what_if, telling).plain),
        *what_if_words.doubts(what_if.not_fitting(page.bundle, kept.what_if)),
        *([say("Its switches are set above, under What if.")] if is_open(page, kept) else []),
    ]
    return small(plain(" ".join(told)))
