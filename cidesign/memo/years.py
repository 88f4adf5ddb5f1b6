"""The memo on the years ahead: when the money runs out, what must be raised, and what each year
needs, covers and costs.
"""

from dataclasses import replace
from decimal import Decimal

from cidesign.domain.figures import money_short, month, rounded
from cidesign.domain.value import plain
from cidesign.memo.blocks import Block, KeyRow, Paragraph, Section, Told, not_decided
from cidesign.memo.cash import (
    awards_table,
    covered_figure,
    opening_reserve_at,
    what_years_rest_on,
    year_figure,
    years_pictures,
    years_table,
)
from cidesign.memo.planned_on import first_year, hired, most_posts, on_choice, posts_table
from cidesign.memo.snapshot import Snapshot
from cidesign.memo.team import dollars_of
from cidesign.memo.what_if import on_what_if
from cidesign.outlook import months_of_reserve
from cidesign.text import say
from cidesign.text.sentence import NOTHING, Figure, Sentence, at, of, own, sentence, together, told
from cidesign.views.outlook import both
from cidesign.views.outlook.words import course_of

FILE = "outlook.yaml"


def on_years(seen: Snapshot) -> Told:
    """The row, the section, and what was asked of plan and years."""
    return Told(_row(seen), (_section(seen), *on_what_if(seen)))


def ends(seen: Snapshot) -> Figure | None:
    """The month in which free cash would fall below nothing."""
    out = seen.years.runs_out if seen.years else None
    return both.ends(seen.years) if seen.years and out else None


def to_raise(seen: Snapshot) -> Figure | None:
    """Free money a year that prevents it, rounded up to the next thousand."""
    return both.to_raise(seen.raising) if seen.raising else None


def raise_from(seen: Snapshot) -> Figure | None:
    """The month from which it must be there."""
    return both.raise_from(seen.raising) if seen.raising else None


def lasts(seen: Snapshot) -> Sentence:
    """What promised money carries, where our decision keeps that, when it runs out for our team and
    what keeps it, in one sentence; nothing without an outlook.
    """
    if seen.years is None or seen.bundle.outlook is None:
        return NOTHING
    kept = both.kept_of(seen.years, seen.raising, seen.bundle.outlook)
    there = replace(kept.there, reserve_at=opening_reserve_at(seen))
    return both.both(replace(kept, there=there), seen.carried)


def _last_month(value: str) -> Figure:
    return Figure(
        month(value), value, "month", told(say("Last month we looked at")), of("last_month", FILE)
    )


def _row(seen: Snapshot) -> KeyRow:
    decided = seen.decided("outlook") is not None
    label, draft = (
        told(say("Years ahead")),
        NOTHING if decided else not_decided(),
    )
    if seen.years is None:
        why = told(
            say("There are no years to show yet: they need a plan that can be kept, and who pays.")
        )
        return KeyRow("outlook", label, told(say("Not decided yet (draft)")), why, decided=False)
    out, amount, first = ends(seen), to_raise(seen), raise_from(seen)
    chosen = [one.said for one in on_choice(seen) if isinstance(one, Paragraph)][:1]
    chosen_alone = together([draft, *chosen])
    details = together([chosen_alone, _work(seen)])
    if carried := hired(seen):
        there = both.there_is(seen.bundle.outlook) if seen.bundle.outlook else None
        claim = both.carries(carried, there).heading if there else NOTHING
        key, unit = sentence(most_posts(carried)), told(say("FTE at most, on promised money"))
        return KeyRow("outlook", label, claim, chosen_alone, key, unit, decided=decided)
    if out and amount and first:
        template = (
            say("to raise each year, evenly, from {first}")
            if seen.raising and seen.raising.years > 1
            else say("to raise by {first}")
        )
        key = sentence(amount.shown(money_short(Decimal(str(amount.value)))))
        claim = told(say("The money runs out in {month}"), month=out)
        return KeyRow(
            "outlook", label, claim, details, key, told(template, first=first), decided=decided
        )
    claim = told(
        say("The money lasts through {month}"), month=_last_month(seen.years.months[-1].month)
    )
    kept = _kept(seen, len(seen.years.years) - 1)
    return KeyRow(
        "outlook",
        label,
        claim,
        details,
        kept,
        told(say("months of reserve at the end")) if kept else NOTHING,
        decided=decided,
    )


def _kept(seen: Snapshot, place: int) -> Sentence:
    year = seen.years.years[place] if seen.years else None
    value = months_of_reserve(year) if year else None
    if year is None or value is None:
        return NOTHING
    what = told(
        say("Months of its own cost that the reserve pays at the end of {year}"),
        year=year_figure(year, place),
    )
    shown = plain(rounded(value, "0.1"))
    return sentence(
        Figure(shown, value, "months", what, of("reserve_months", at("outlook", "years", place)))
    )


def _work(seen: Snapshot) -> Sentence:
    years = seen.years.years if seen.years else ()
    if not years:
        return NOTHING
    known = [one for place, year in enumerate(years) if (one := covered_figure(year, place))]
    last, end = covered_figure(years[-1], len(years) - 1), year_figure(years[-1], len(years) - 1)
    if last is None:
        return NOTHING
    course = course_of([_share(one) for one in known])
    if course == "falls":
        return told(
            say(
                "The work outgrows the team: in the year that begins in {year} it covers {share} "
                "of the hours needed."
            ),
            year=end,
            share=last,
        )
    if course == "rises":
        return told(
            say(
                "The team catches up: in the year that begins in {year} it covers {share} of the "
                "hours needed."
            ),
            year=end,
            share=last,
        )
    if course == "level":
        return told(
            say(
                "The team keeps pace: in the year that begins in {year} it covers {share} of the "
                "hours needed."
            ),
            year=end,
            share=last,
        )
    template = say("The team covers {least} to {most} of the hours needed; in {year} {share}.")
    return told(
        template, least=min(known, key=_share), most=max(known, key=_share), year=end, share=last
    )


def _share(covered: Figure) -> float:
    return float(str(covered.value))


def _at_prices_of(seen: Snapshot) -> Sentence:
    """That the first of the years is taken at the plan's prices, where these are of an earlier or a
    later year.
    """
    first, dollars = seen.years.years[0] if seen.years else None, dollars_of(seen)
    if first is None or dollars.value == first.year:
        return NOTHING
    said = say(
        "{year} is taken at the plan's prices, in {dollars} dollars; prices grow from the second "
        "year on."
    )
    return told(said, year=year_figure(first, 0), dollars=dollars)


def _section(seen: Snapshot) -> Section:
    held, years = seen.decided("outlook"), seen.bundle.outlook
    blocks: list[Block] = []
    if held and held.because:
        blocks.append(Paragraph(own(held.because)))
    if seen.years is None or years is None:
        blocks.append(Paragraph(_row(seen).details))
    else:
        blocks.append(Paragraph(lasts(seen)))
        blocks += on_choice(seen)
        if carried := hired(seen):
            blocks.append(posts_table(seen, carried))
        else:
            blocks += years_pictures(seen)
            blocks.append(years_table(seen))
        blocks += first_year(seen)
        prices = _at_prices_of(seen)
        if prices:
            blocks.append(Paragraph(prices, note=True))
        blocks += awards_table(seen, years)
        blocks.append(what_years_rest_on(seen, years))
        once = say(
            "One course of events is shown, without chance: no grant counts as renewed. What a "
            "source pays only against a match is counted; what the match itself must bring is not."
        )
        blocks.append(Paragraph(told(once), note=True))
    heading = (
        told(say("Years ahead")) if held else told(say("Years ahead: not decided yet (draft)"))
    )
    return Section("outlook", heading, tuple(blocks))
