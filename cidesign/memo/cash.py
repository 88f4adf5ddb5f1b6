"""The years of a memo in tables and pictures: hours, cost, money in, reserve; who pays; and what
all of that rests on.
"""

from cidesign.domain.figures import fte, money, money_short, month, percent, rate, rounded
from cidesign.domain.outlook import OutlookPlan, OutlookYear
from cidesign.domain.reading import covered_share
from cidesign.domain.value import plain
from cidesign.memo.blocks import Bar, Block, Picture, Table
from cidesign.memo.figures import on_record
from cidesign.memo.snapshot import Snapshot
from cidesign.record import document
from cidesign.text import mark, say
from cidesign.text.sentence import (
    NOTHING,
    Figure,
    Sentence,
    at,
    in_a_row,
    of,
    own,
    sentence,
    together,
    told,
)

FILE = "outlook.yaml"
GROWTH = (
    (("growth", "salaries"), "salary_growth", mark("Growth of salaries a year")),
    (("growth", "other"), "other_growth", mark("Growth of other prices a year")),
    (("hiring", "cost_share"), "hiring_cost_share", mark("Cost of hiring, as a share of salary")),
    (
        ("hiring", "severance_share"),
        "severance_share",
        mark("Cost of parting, as a share of salary"),
    ),
    (
        ("hiring", "ramp_up_loss"),
        "ramp_up_loss",
        mark("Share of a new hire's first hours lost to learning"),
    ),
)


def years_table(seen: Snapshot) -> Table:
    """What each year needs, covers, costs and ends with."""
    rows = []
    for place, year in enumerate(seen.years.years if seen.years else ()):
        at_year = year_figure(year, place)
        covered = covered_figure(year, place)
        size = sum(year.fte.values())
        posts = Figure(
            fte(size),
            size,
            "FTE",
            told(say("Posts in {year}"), year=at_year),
            of("sum", at("outlook", "years", place, "fte")),
        )
        rows.append(
            (
                sentence(at_year),
                sentence(
                    _hours(
                        year,
                        place,
                        "need_hours",
                        told(say("Hours needed a month in {year}"), year=at_year),
                    )
                ),
                sentence(covered) if covered else told(say("none")),
                sentence(posts),
                sentence(_usd(year, place, "cost_usd", told(say("Cost of {year}"), year=at_year))),
                sentence(
                    _usd(
                        year,
                        place,
                        "funding_usd",
                        told(say("Money that comes in {year}"), year=at_year),
                    )
                ),
                sentence(
                    _usd(
                        year,
                        place,
                        "reserve_usd",
                        told(say("Free cash at the end of {year}"), year=at_year),
                    )
                ),
                sentence(
                    _usd(
                        year,
                        place,
                        "gap_usd",
                        told(say("What is lacking at the end of {year}"), year=at_year),
                    )
                ),
            )
        )
    heads = (
        say("Year"),
        say("Hours needed a month"),
        say("Covered"),
        say("FTE"),
        say("Cost"),
        say("Money in"),
        say("Reserve at the end"),
        say("Lacking"),
    )
    return Table(tuple(told(one) for one in heads), tuple(rows), small=True)


def years_pictures(seen: Snapshot) -> list[Block]:
    """Need and capacity by year, and the free cash at each year's end."""
    years = seen.years.years if seen.years else ()
    need = [sum(year.need_hours.values()) for year in years]
    most = max(need, default=0.0)
    reserves = [year.reserve_usd - year.gap_usd for year in years]
    largest = max((abs(value) for value in reserves), default=0.0)
    blocks: list[Block] = []
    if most:
        bars, parts = [], []
        for place, year in enumerate(years):
            at_year, covered = year_figure(year, place), covered_figure(year, place)
            hours = _hours(
                year, place, "need_hours", told(say("Hours needed a month in {year}"), year=at_year)
            )
            share = covered_share(year.need_hours, year.coverage) or 0.0
            inside = sentence(covered) if covered else NOTHING
            bars.append(
                Bar(
                    sentence(at_year),
                    told(say("{hours} h"), hours=hours),
                    share,
                    need[place] / most,
                    figures=(inside,),
                )
            )
            parts.append(told(say("{year} {share}"), year=at_year, share=inside))
        alt = told(
            say("Share of the hours needed that the team covers, by year: {all}."),
            all=in_a_row(parts),
        )
        blocks.append(Picture("years", tuple(bars), alt.plain))
    if largest:
        marks, said = [], []
        for place, year in enumerate(years):
            key, label = (
                ("gap_usd", say("What is lacking at the end of {year}"))
                if year.gap_usd
                else ("reserve_usd", say("Free cash at the end of {year}"))
            )
            figure = _usd(year, place, key, told(label, year=year_figure(year, place)))
            short = sentence(figure.shown(money_short(getattr(year, key))))
            shown = told(say("{money} lacking"), money=short) if year.gap_usd else short
            marks.append(
                Bar(
                    sentence(year_figure(year, place)),
                    shown,
                    reserves[place] / largest,
                    colour="wrong" if year.gap_usd else "accent",
                )
            )
            said.append(told(say("{year} {money}"), year=year_figure(year, place), money=shown))
        alt = told(say("Free cash at the end of each year: {all}."), all=in_a_row(said))
        blocks.append(Picture("reserve", tuple(marks), alt.plain))
    return blocks


def awards_table(seen: Snapshot, years: OutlookPlan) -> list[Block]:
    """Who pays, for what, how much and how long."""
    rows = []
    for place, award in enumerate(years.funding):
        name = own(award.id)
        usd = Figure(
            money(award.usd),
            award.usd,
            "USD/year",
            told(say("A year from {name}"), name=name),
            at(FILE, "funding", place, "usd"),
        )
        first = Figure(
            month(award.from_),
            award.from_,
            "month",
            told(say("First month of {name}"), name=name),
            at(FILE, "funding", place, "from"),
        )
        last = Figure(
            month(award.to),
            award.to,
            "month",
            told(say("Last month of {name}"), name=name),
            at(FILE, "funding", place, "to"),
        )
        pays = in_a_row([seen.function(function) for function in award.functions]) or told(
            say("anything")
        )
        rows.append((name, pays, sentence(usd), sentence(first), sentence(last)))
    if not rows:
        return []
    heads = (say("Who pays"), say("For"), say("A year"), say("From"), say("To"))
    return [Table(tuple(told(one) for one in heads), tuple(rows), left=2, small=True)]


def why_not_the_plan(seen: Snapshot, years: OutlookPlan) -> Sentence:
    """Why the first of the years costs more and covers less than the plan of the first year."""
    if (
        seen.years is None
        or seen.found is None
        or seen.asked is None
        or seen.found.cost_usd is None
    ):
        return NOTHING
    first, planned = seen.years.years[0], told(say("Cost of the first year"))
    at_year = year_figure(first, 0)
    cost = Figure(
        money(seen.found.cost_usd), seen.found.cost_usd, "USD/year", planned, at("plan", "cost_usd")
    )
    parts = []
    if years.hiring.cost_share and seen.asked.overhead.kind == "fee":
        template = say(
            "The plan costs {cost}; {year} pays for hiring on top, and the fee follows the money "
            "that comes in."
        )
        parts.append(told(template, cost=cost, year=at_year))
    elif years.hiring.cost_share:
        more, what = (
            first.cost_usd - seen.found.cost_usd,
            told(say("Cost of hiring in {year}"), year=at_year),
        )
        hiring = Figure(
            money(more),
            more,
            "USD",
            what,
            of("difference", at("outlook", "years", 0, "cost_usd"), at("plan", "cost_usd")),
        )
        parts.append(
            told(
                say("The plan costs {cost}; {year} pays {more} for hiring on top."),
                cost=cost,
                year=at_year,
                more=hiring,
            )
        )
    if years.hiring.ramp_up_loss:
        parts.append(
            told(
                say("New hires learn, so that in {year} the team covers less than in the plan."),
                year=at_year,
            )
        )
    return together(parts)


def what_years_rest_on(seen: Snapshot, years: OutlookPlan) -> Table:
    """What is there at the start, growth, hiring and the reserve we aim for, each with its
    basis.
    """
    rows = []
    if years.opening_reserve_usd:
        what = told(say("Free money there at the start"))
        opening = Figure(
            money(years.opening_reserve_usd),
            years.opening_reserve_usd,
            "USD",
            what,
            at(FILE, "opening_reserve_usd"),
        )
        rows.append((what, told(say("our own")), sentence(opening)))
    for (part, key), price, label in GROWTH:
        value = getattr(getattr(years, part), key)
        if not value:
            continue
        fact = seen.catalog.price(price)
        figure = on_record(rate(value), value, "share", told(say(label)), at(FILE, part, key), fact)
        basis = told(say("assumed")) if figure.assumed else told(say("our own"))
        rows.append((figure.what, basis, sentence(figure)))
    for driver, value in years.growth.drivers.items():
        what = told(say("Growth a year: {driver}"), driver=seen.named("drivers", driver))
        figure = Figure(rate(value), value, "share", what, at(FILE, "growth", "drivers", driver))
        rows.append((what, told(say("our own")), sentence(figure)))
    target = years.reserve_target_months
    what = told(say("Reserve we aim for, in months of cost"))
    written = "reserve_target_months" in document(seen.bundle, FILE)
    address = (
        at(FILE, "reserve_target_months")
        if written
        else of("default", at(FILE, "reserve_target_months"))
    )
    aim = on_record(
        plain(target), target, "months", what, address, seen.catalog.price("reserve_target_months")
    )
    rows.append(
        (
            what,
            told(say("usual")) if aim.source != "record" else told(say("our own")),
            sentence(aim),
        )
    )
    head = (told(say("What the years rest on")), told(say("Basis")), told(say("Figure")))
    return Table(head, tuple(rows), left=2, small=True)


def year_figure(year: OutlookYear, place: int) -> Figure:
    """The calendar year in which a year of the outlook begins."""
    return Figure(
        str(year.year),
        year.year,
        "year",
        told(say("A year of the outlook")),
        at("outlook", "years", place, "year"),
    )


def covered_figure(year: OutlookYear, place: int) -> Figure | None:
    """Share of the hours needed that the team covers in a year; None where nothing is needed."""
    share = covered_share(year.need_hours, year.coverage)
    if share is None:
        return None
    what = told(
        say("Share of the hours needed that is covered in {year}"), year=year_figure(year, place)
    )
    return Figure(
        percent(share), share, "share", what, of("covered", at("outlook", "years", place))
    )


def _hours(year: OutlookYear, place: int, key: str, what: Sentence) -> Figure:
    value = sum(getattr(year, key).values())
    return Figure(
        f"{rounded(value):,}",
        value,
        "hours/month",
        what,
        of("sum", at("outlook", "years", place, key)),
    )


def _usd(year: OutlookYear, place: int, key: str, what: Sentence) -> Figure:
    value = getattr(year, key)
    return Figure(money(value), value, "USD/year", what, at("outlook", "years", place, key))
