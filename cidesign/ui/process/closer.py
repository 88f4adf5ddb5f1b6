"""What one may look at more closely on the page Process: who may apply, the weeks, what each level
means, weighing, how scores become a result.
"""

from cidesign.charts import timetable, weights
from cidesign.text import say
from cidesign.ui.kit.evidence import as_table, evidence, heading, rows_as_table
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.process import criteria, inputs, positions, weighing
from cidesign.views.process import view as process
from cidesign.views.process import words
from cidesign.views.process.timetable import real_selections
from cidesign.views.process.view import ProcessView


def closer(page: Page, view: ProcessView) -> tuple[Layer, ...]:
    """The page's tabs; what is about rules only once there are some."""
    of_a_host = (
        Layer(
            "who-may-apply", say("For and against it"), lambda: inputs.for_and_against(page, view)
        ),
        Layer("who-holds-what", say("Who holds the grant?"), lambda: positions.draw(page)),
    )
    weeks = Layer("weeks", say("How long does it take?"), lambda: _weeks(page, view))
    before = (weeks,) if view.of_a_person else (of_a_host[0], weeks, of_a_host[1])
    if view.rules is None:
        return before
    weigh = Layer("weighing", say("Weigh the criteria"), lambda: _weigh(page, view))
    return (
        *((weigh,) if weighing.may_weigh(view) else ()),
        Layer("criteria", say("What does each level mean?"), lambda: _criteria(page, view)),
        Layer("settings", say("How scores become a result"), lambda: _settings(page, view)),
        *before,
        Layer("in-a-table", say("In a table"), lambda: _table(page, view)),
    )


def _weeks(page: Page, view: ProcessView) -> None:
    rows = view.table.rows
    evidence(
        words.table_claim(view),
        words.table_note(view),
        remembered(page, "process.table", lambda: timetable.draw(rows, mode=page.mode), page.mode),
        alt=timetable.alt(rows),
        key="process.timetable",
        rows=remembered(page, "process.table.rows", lambda: timetable.table(rows)),
    )
    if others := remembered(page, "process.others", lambda: real_selections(page.catalog)):
        as_table(others, say("How long it took others"))
    inputs.weeks(page, view)


def _weigh(page: Page, view: ProcessView) -> None:
    if not weighing.weigh(page, view):
        return
    group = remembered(page, "process.group", lambda: process.group_rows(page.bundle, page.catalog))
    if not group:
        weighing.too_few()
        return
    figure = remembered(
        page, "process.group.figure", lambda: weights.draw(group, mode=page.mode), page.mode
    )
    note = say("Bar: the middle of the members. Line: from the smallest to the largest share.")
    evidence(
        say("What the group gives"),
        note,
        figure,
        alt=weights.alt(group),
        key="process.group",
        rows=weights.table(group),
    )
    weighing.use_the_group(page)


def _criteria(page: Page, view: ProcessView) -> None:
    heading(say("What each level means"), say("Open a criterion to read its levels."))
    criteria.read(page, view)
    criteria.change(page, view)


def _settings(page: Page, view: ProcessView) -> None:
    heading(
        say("How scores become a result"), say("Fixed with the seal, printed in memo and letters.")
    )
    criteria.settings(page, view)


def _table(page: Page, view: ProcessView) -> None:
    heading(words.criteria_claim(view), words.weights_note(view))
    rows_as_table(remembered(page, "process.weights.rows", lambda: weights.table(view.criteria)))
