"""Who leads, and by how much? Or, where one was asked: is it good enough?"""

import streamlit as st

from cidesign import ui
from cidesign.charts import fitness, points, totals
from cidesign.charts.template import scaled
from cidesign.steps import compare_words as words
from cidesign.steps import fit_check
from cidesign.steps.sealing import is_sealed
from cidesign.text import say
from cidesign.ui import compare_evidence, projector
from cidesign.ui.not_needed import not_needed

page = ui.open_page("compare", say("Compare"))
if page.bundle.workshop.has_a_backbone:
    not_needed(page, say("Who leads, and by how much?"))
    st.stop()
with ui.calmly(say("Nothing was changed. Mend the file and open the bundle again.")):
    view = ui.remembered(page, "compare.view", lambda: words.shown_view(page.bundle, page.catalog))
checks = ui.remembered(page, "compare.checks", lambda: fit_check.checks(page.bundle, view))
wall = projector.is_on() and not view.missing
if wall:
    projector.enlarge()
check = compare_evidence.chosen(checks) if checks else None
rows, tight = (check.rows, check.tight) if check else ((), ())
note = "" if view.missing or wall else words.note(view, page.bundle)
ui.question(say("Is it good enough, and where is it weak?") if check else say("Who leads, and by how much?"), note)
answer = fit_check.answer(check) if check else words.answer(view)
more = fit_check.and_line(check) if check else words.and_line(view)
first = () if check else tuple(row.id for row in view.leaders)
with ui.answer(*((answer, "") if wall else (answer, more) if view.missing else ui.decided(page, answer, more, first=first))):
    compare_evidence.way_out(page, view, check)
if view.missing:
    compare_evidence.nothing_yet(view)
    st.stop()

if wall:
    charts = (
        {"fitness": (say("Pass marks"), lambda: fitness.draw(tight[: projector.ROWS], mode=page.mode))}
        if check
        else {
            "totals": (say("Points in all"), lambda: totals.draw(view.rows[: projector.ROWS], view.most_points, mode=page.mode)),
            "points": (
                say("Where points come from"),
                lambda: points.draw(view.criteria, view.rows, mode=page.mode, rows=projector.ROWS, letters=projector.LETTERS),
            ),
        }
    )
    name = projector.which("compare", {key: label for key, (label, _) in charts.items()})
    drawn = ui.remembered(page, f"compare.wall.{name}", lambda: scaled(charts[name][1](), projector.SCALE), page.mode, check)
    ui.chart(drawn, alt=answer, key=f"compare.wall.{name}")
    projector.back("compare")
    st.stop()

projector.link("compare")
if check:
    drawn = ui.remembered(page, "compare.fitness", lambda: fitness.draw(rows, mode=page.mode), page.mode, check.id)
    how = say("Bar: the panel's value from worst to best. Tick: the mark fixed before anybody scored.")
    ui.evidence(fit_check.claim(check), how, drawn, alt=f"{answer} {more}", key="compare.fit", rows=fit_check.table(check))
else:
    drawn = ui.remembered(page, "compare.points", lambda: points.draw(view.criteria, view.rows, mode=page.mode), page.mode)
    how = words.reading(view, points.MOST, sealed=is_sealed(page.bundle))
    ui.evidence(words.claim(view), how, drawn, alt=f"{answer} {more}", key="compare.points", rows=words.table(view))
compare_evidence.beside(view, check)

ui.prompts(page, "compare")
st.space("small")
compare_evidence.decide(page, view, check)
