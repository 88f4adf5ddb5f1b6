"""What one may look at more closely on the page Outlook: whether the team keeps up, what to watch,
the first year's months, every figure it rests on.
"""

from cidesign.charts import first_months as chart_of_months
from cidesign.charts import need_capacity, reserve
from cidesign.domain.outlook import OutlookPlan
from cidesign.text import say
from cidesign.ui.funding.who_pays import who_pays
from cidesign.ui.kit.evidence import evidence, heading, rows_as_table, sentences
from cidesign.ui.kit.layers import Layer
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.remembered import remembered
from cidesign.ui.outlook import carrying, inputs
from cidesign.views.funding import words as funding_words
from cidesign.views.funding.view import promise
from cidesign.views.outlook import first_months, mending, words, year_rows
from cidesign.views.outlook.view import OutlookView


def closer(page: Page, years: OutlookPlan, view: OutlookView) -> tuple[Layer, ...]:
    """The page's tabs; only the figures to change where there are no years to show."""
    change = Layer("change", say("Change what it rests on"), lambda: inputs.everything(page, years))
    if view.plan is None:
        return (who_pays(page), change)
    if not view.rows:
        return (carrying.layer(page, view.plan, years), who_pays(page), change)
    return (
        Layer("team", say("If the team stays"), lambda: _stays(page, years, view)),
        carrying.layer(page, view.plan, years),
        Layer("to-watch", say("What to watch"), lambda: _to_watch(view)),
        Layer("first-year", say("The first year by month"), lambda: _first_year(page, view)),
        who_pays(page),
        change,
        Layer("in-a-table", say("In a table"), lambda: _cash(page, view)),
    )


def _stays(page: Page, years: OutlookPlan, view: OutlookView) -> None:
    labels = [row.label for row in view.rows]
    evidence(
        words.work_claim(view),
        say("Hours a month. Solid: covered; hatched: not."),
        remembered(
            page,
            "outlook.work",
            lambda: need_capacity.draw(view.outlook, labels, mode=page.mode),
            page.mode,
        ),
        alt=need_capacity.alt(view.outlook, labels),
        key="outlook.work_chart",
    )
    rows_as_table(remembered(page, "outlook.year_hours", lambda: year_rows.hours_by_year(view)))
    mends = remembered(page, "outlook.mending", lambda: mending.mending(view, years, page.catalog))
    if mends:
        heading(
            say("What would mend it"),
            say("Posts of the plan, with pay, desk and the host's share."),
        )
        sentences(mends)
    heading(words.money_claim(view), say("Dollars of each year, from the month we start."))
    rows_as_table(remembered(page, "outlook.year_money", lambda: year_rows.money_by_year(view)))
    if lacking := remembered(page, "outlook.year_lacking", lambda: year_rows.lost_or_lacking(view)):
        rows_as_table(lacking)
    if said := words.bridge(view):
        sentences(said)


def _to_watch(view: OutlookView) -> None:
    if view.warnings:
        heading(say("What to watch"))
        sentences(view.warnings)
    heading(say("What this rests on, and what is not in it yet"))
    sentences((*view.assumptions, *words.not_yet()))


def _first_year(page: Page, view: OutlookView) -> None:
    seen = view.first_year
    if seen is None:
        return
    months = [one.cash.month for one in seen.months]
    cash = [one.cash.free_cash_usd for one in seen.months]
    evidence(
        first_months.claim(seen),
        say("Free cash at each month's end. A triangle: somebody starts."),
        remembered(
            page,
            "outlook.first_year",
            lambda: chart_of_months.draw(
                months, cash, [bool(one.starts) for one in seen.months], mode=page.mode
            ),
            page.mode,
        ),
        alt=chart_of_months.alt(months, cash),
        key="outlook.first_year_chart",
    )
    promised = funding_words.promised(page.bundle.plan, promise(page.bundle)).plain
    sentences([one for one in (promised, *first_months.sentences(seen)) if one])
    if rows := first_months.start_rows(seen, page.catalog):
        rows_as_table(rows)
    rows_as_table(remembered(page, "outlook.months", lambda: first_months.cash_rows(seen)))


def _cash(page: Page, view: OutlookView) -> None:
    heading(words.cash_claim(view), say("Free cash at each month's end. No uncertainty yet."))
    rows_as_table(remembered(page, "outlook.cash_rows", lambda: reserve.table(view.outlook)))
