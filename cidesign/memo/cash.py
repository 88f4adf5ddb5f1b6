"""The years of a memo in tables and pictures: hours, cost, money in, reserve; who pays; and what
all of that rests on.
"""

from cidesign.domain.figures import fte, money, money_short, month, percent, rate, rounded
from cidesign.domain.first_year import FUNDING
from cidesign.domain.funding import Source
from cidesign.domain.money import Grant, Payer
from cidesign.domain.naming import payer_named
from cidesign.domain.outlook import OutlookPlan, OutlookYear
from cidesign.domain.reading import covered_share
from cidesign.domain.value import plain
from cidesign.memo.blocks import Bar, Block, Paragraph, Picture, Table
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
    told,
)
from cidesign.views.funding import tied
from cidesign.views.funding.words import a_year_of, last_month_of, written_at

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
                        "balance_usd",
                        told(say("Free cash at the end of {year}"), year=at_year),
                    )
                ),
                sentence(
                    _usd(
                        year,
                        place,
                        "gap_usd",
                        told(say("By how much what is lacking grows in {year}"), year=at_year),
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
        say("Free cash at the end"),
        say("Lacking more"),
    )
    return Table(tuple(told(one) for one in heads), tuple(rows), small=True)


def years_pictures(seen: Snapshot) -> list[Block]:
    """Need and capacity by year, and the free cash at each year's end."""
    years = seen.years.years if seen.years else ()
    need = [sum(year.need_hours.values()) for year in years]
    most = max(need, default=0.0)
    reserves = [year.balance_usd for year in years]
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
            lacks = year.balance_usd < 0
            key, label = (
                ("balance_usd", say("What is lacking at the end of {year}"))
                if lacks
                else ("balance_usd", say("Free cash at the end of {year}"))
            )
            figure = _usd(year, place, key, told(label, year=year_figure(year, place)))
            shown = sentence(figure.shown(money_short(getattr(year, key))))
            marks.append(
                Bar(
                    sentence(year_figure(year, place)),
                    shown,
                    reserves[place] / largest,
                    colour="wrong" if lacks else "accent",
                )
            )
            said.append(told(say("{year} {money}"), year=year_figure(year, place), money=shown))
        alt = told(say("Free cash at the end of each year: {all}."), all=in_a_row(said))
        blocks.append(Picture("reserve", tuple(marks), alt.plain))
    return blocks


def of_source(seen: Snapshot, place: int, *keys: str) -> str:
    """Where a word or figure of who pays is written."""
    return written_at(seen.bundle, place, *keys)


def opening_reserve_at(seen: Snapshot) -> str:
    """Where the free cash at the start is written."""
    return at(FUNDING if FUNDING in seen.bundle.files else FILE, "opening_reserve_usd")


def of_payer(seen: Snapshot, id: str) -> str:
    """Where somebody who pays is written, as one of the sources or, in older plans, as a grant."""
    sources = seen.bundle.funding.sources if seen.bundle.funding else ()
    for place, one in enumerate(sources):
        if one.id == id:
            named = FUNDING in seen.bundle.files
            return at(FUNDING, "sources", place) if named else at(FILE, "funding", place)
    grants = seen.asked.funding.grants if seen.asked else ()
    place = next(place for place, one in enumerate(grants) if one.id == id)
    return at("plan.yaml", "funding", "grants", place)


def of_grant(seen: Snapshot, place: int, grant: Grant) -> str:
    """Where the dollars of a grant of the first year's plan come from."""
    return tied.written(seen.bundle, place, grant)


def paid_for(seen: Snapshot, payer: Payer) -> Sentence:
    """What a grant or a source may pay for; nothing where it names nothing, and so may pay for
    anything.
    """
    return tied.paid_for(payer, seen.catalog.labels)


def awards_table(seen: Snapshot, years: OutlookPlan) -> list[Block]:
    """Who pays, for what, how much and how long."""
    rows = []
    for place, award in enumerate(years.funding):
        name = own(payer_named(award.id))
        usd = a_year_of(seen.bundle, place, award)
        first = Figure(
            month(award.from_),
            award.from_,
            "month",
            told(say("First month of {name}"), name=name),
            of_source(seen, place, "from"),
        )
        last = last_month_of(seen.bundle, place, award)
        pays = paid_for(seen, award) or told(say("anything"))
        rows.append((name, pays, sentence(usd), sentence(first), sentence(last)))
    if not rows:
        return []
    heads = (say("Who pays"), say("For"), say("A year"), say("From"), say("To"))
    matches = [_on_match(seen, place, award) for place, award in enumerate(years.funding)]
    return [
        Table(tuple(told(one) for one in heads), tuple(rows), left=2, small=True),
        *(Paragraph(said, note=True) for said in matches if said),
    ]


def _on_match(seen: Snapshot, place: int, award: Source) -> Sentence:
    """What of a source is paid only against a match; nothing where it asks for none."""
    if award.matched_usd is None:
        return NOTHING
    name, note = own(payer_named(award.id)), (award.match or {}).get("note")
    if award.matched_usd == award.usd:
        if not note:
            return told(say("All of {name} is paid only against a match."), name=name)
        said = say("All of {name} is paid only against a match: {note}.")
        return told(said, name=name, note=own(str(note)))
    usd = Figure(
        money(award.matched_usd),
        award.matched_usd,
        "USD/year",
        told(say("A year from {name}, only against a match"), name=name),
        of_source(seen, place, "match", "usd"),
    )
    if not note:
        return told(say("{usd} a year of {name} is paid only against a match."), usd=usd, name=name)
    said = say("{usd} a year of {name} is paid only against a match: {note}.")
    return told(said, usd=usd, name=name, note=own(str(note)))


def what_years_rest_on(seen: Snapshot, years: OutlookPlan) -> Table:
    """What is there at the start, growth, hiring and the reserve we aim for, each with its
    basis.
    """
    rows = []
    if years.opening_reserve_usd:
        what = told(say("Opening reserve"))
        opening = Figure(
            money(years.opening_reserve_usd),
            years.opening_reserve_usd,
            "USD",
            what,
            opening_reserve_at(seen),
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
