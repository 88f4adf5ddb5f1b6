"""What do we agree on, where do we differ, who leads, and would it hold? Or, where one was asked:
is it good enough?
"""

import streamlit as st

from cidesign import ui
from cidesign.acts.seal import is_sealed
from cidesign.charts import fitness, points, wall
from cidesign.text import say
from cidesign.ui.compare import evidence as compare_evidence
from cidesign.ui.compare.card import card
from cidesign.ui.compare.closer import closer
from cidesign.ui.kit import projector
from cidesign.ui.kit.not_needed import not_needed
from cidesign.views.compare import fit_check, robustness_words, words
from cidesign.views.compare import robustness_rows as shown
from cidesign.views.compare.robustness import evidence_of

page = ui.open_page("compare")
if page.bundle.workshop.has_a_backbone:
    not_needed(page)
    ui.end()
now, page = page, compare_evidence.last_closed(page)
with ui.calmly(say("Nothing was changed. Mend the file and open the bundle again.")):
    view = ui.remembered(page, "compare.view", lambda: words.shown_view(page.bundle, page.catalog))
checks = ui.remembered(page, "compare.checks", lambda: fit_check.checks(page.bundle, view))
on_wall = projector.is_on() and not view.missing
if on_wall:
    projector.enlarge()
check = compare_evidence.chosen(checks) if checks else None
note = "" if view.missing or on_wall else words.note(view, page.bundle)
asks = say("Is it good enough, and where is it weak?") if check else page.question
if view.missing or on_wall:
    ui.question(asks, note)
else:
    head, wide = st.columns([4, 1.3], vertical_alignment="bottom")
    with head:
        ui.question(asks, note)
    with wide:
        projector.link("compare")
told = say("Trying other weights and other raters, a second or two …")
evidence = ui.worked_out(
    page, "compare.evidence", lambda: evidence_of(page.bundle, view), meanwhile=told
)
answer = fit_check.answer(check) if check else words.answer(view)
if evidence and not check:
    answer = (
        robustness_words.on_the_wall(view, evidence, projector.asked(page))
        if on_wall
        else robustness_words.answer(view, evidence)
    )
more = fit_check.and_line(check, sealed=is_sealed(page.bundle)) if check else words.and_line(view)
first = () if check else tuple(row.id for row in view.leaders)
with ui.answer(
    *(
        (answer, "")
        if on_wall
        else (answer, more)
        if view.missing and not view.rows
        else ui.decided(page, answer, more, first=first)
    )
):
    compare_evidence.way_out(page, view, check)
if page is not now:
    compare_evidence.of_an_earlier_round(now, page)
if evidence is None:
    compare_evidence.nothing_yet(page, view)
    ui.end()
if on_wall:
    seen = shown.on_the_wall(view, evidence)
    charts = (
        wall.of_check(check.tight, seen, mode=page.mode)
        if check
        else wall.of_ranking(view, seen, mode=page.mode)
    )
    projector.show(page, charts, answer, check)
    ui.end()

if check:
    marks = check.rows
    drawn = ui.remembered(
        page, "compare.fitness", lambda: fitness.draw(marks, mode=page.mode), page.mode, check.id
    )
    how = say(
        "Bar: the panel's value from worst to best. Tick: the mark fixed before anybody scored."
    )
    ui.evidence(fit_check.claim(check), how, drawn, alt=f"{answer} {more}", key="compare.fit")
else:
    card(page, view, evidence)
    drawn = ui.remembered(
        page,
        "compare.points",
        lambda: points.draw(view.criteria, view.rows, mode=page.mode),
        page.mode,
    )
    how = words.reading(view, points.MOST, sealed=is_sealed(page.bundle))
    ui.evidence(words.claim(view), how, drawn, alt=f"{answer} {more}", key="compare.points")
compare_evidence.beside(page, view, evidence, check)
ui.layers(page, closer(page, view, evidence, check))
st.space("small")
if page is now:
    compare_evidence.decide(page, view, check)
else:
    compare_evidence.no_choice_yet(now)
