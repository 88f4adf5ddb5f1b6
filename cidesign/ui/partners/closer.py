"""What one may look at more closely on the page Partners: the groups, the partners, how we will see
what changes, many at once, the picture in a table.
"""

from cidesign.charts import course as drawing
from cidesign.charts import work_matrix
from cidesign.text import say
from cidesign.ui.kit.blocks import written_rows
from cidesign.ui.kit.evidence import evidence, heading, sentences
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.partners import inputs
from cidesign.views.partners import by_group, costs, course, measures, words
from cidesign.views.partners.put_in import put_in
from cidesign.views.partners.view import PartnersView


def closer(page: Page, view: PartnersView) -> tuple[Layer, ...]:
    """The page's tabs, once there is something to look at."""
    seen = Layer("how-we-see-it", say("How will we see it?"), lambda: _measures(page, view))
    groups = Layer("groups", say("Groups"), lambda: _groups(page, view))
    partners = Layer("who", say("Who takes part"), lambda: _partners(page, view))
    help_ = Layer("cost", say("What does help cost?"), lambda: _costs(page, view))
    many = Layer("many", say("Add many at once"), lambda: inputs.many(page))
    table = Layer("in-a-table", say("In a table"), lambda: _table(page, view))
    return (
        *((groups,) if view.groups else ()),
        *((partners,) if view.partners else ()),
        *((seen,) if view.partners or view.measures else ()),
        *((help_,) if costs.cost_of_help(view.partners) else ()),
        *(() if inputs.began_empty(page, view) else (many,)),
        *((table,) if view.parts else ()),
    )


def _groups(page: Page, view: PartnersView) -> None:
    heading(say("The groups, and who leads and supports them"))
    inputs.groups(page, view)


def _partners(page: Page, view: PartnersView) -> None:
    heading(words.at_work(view) if view.groups else say("Who takes part"))
    if told := put_in(page.bundle, page.catalog):
        sentences([one.plain for one in told])
    inputs.partners(page, view)


def _measures(page: Page, view: PartnersView) -> None:
    heading(
        measures.claim(view.measures),
        say("A plan for shared measures: what, split how, by when, and who holds the data."),
    )
    if lacking := measures.lacking(view.measures, page.catalog):
        sentences([one.plain for one in lacking])
    _courses(page, view)
    sentences([one.plain for one in by_group.apart(view.measures)])
    inputs.measures(page, view)


def _costs(page: Page, view: PartnersView) -> None:
    found = costs.cost_of_help(view.partners)
    if found is None:
        return
    heading(
        costs.claim(found),
        say("Who looks at one problem deeply can often help for less than who does everything."),
    )
    sentences([one.plain for one in costs.lines(found, page.bundle.plan)])
    if found.known:
        written_rows(page, "partners.costs", lambda: costs.rows(found))


def _courses(page: Page, view: PartnersView) -> None:
    """What was measured year by year, once somebody has told a year."""
    shown = course.rows(view.measures)
    if not shown:
        return
    drawn = remembered(
        page, "partners.course", lambda: drawing.draw(shown, mode=page.mode), page.mode
    )
    told = tuple(one.plain for one in course.courses(view.measures))
    note = say("Dots: what was measured. Hollow: the target, and the straight line to it.")
    evidence(course.claim(view.measures), note, drawn, alt=" ".join(told), key="partners.course")
    sentences(told)


def _table(page: Page, view: PartnersView) -> None:
    heading(words.picture(view)[0])
    written_rows(
        page,
        "partners.table",
        lambda: work_matrix.table(view.partners, view.working, view.parts),
    )
