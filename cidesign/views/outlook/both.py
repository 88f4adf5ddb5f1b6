"""The one sentence of the years: what promised money can carry, when it runs out for the team we
plan, and what keeps that team.
"""

from dataclasses import dataclass

from cidesign.domain.figures import fte, money, month
from cidesign.domain.outlook import Outlook, OutlookPlan
from cidesign.domain.value import MONTHS, months_after
from cidesign.outlook import Raising
from cidesign.text import say
from cidesign.text.sentence import NOTHING, Figure, Part, Sentence, at, in_a_row, of, sentence, told
from cidesign.views.outlook.carried import Carried

OUTLOOK = "outlook.yaml"
FUNDING = "funding.yaml"
DOLLAR = 1
"""Less than this is told as nothing."""
_THOUSAND = 1000


@dataclass(frozen=True)
class There:
    """What money there is.

    Args:
        promised: whether any source pays in these years.
        reserve_usd: free cash at the start.
        reserve_at: where that is written.
    """

    promised: bool
    reserve_usd: float
    reserve_at: str = at(FUNDING, "opening_reserve_usd")


@dataclass(frozen=True)
class Kept:
    """The years if the team stays, and what money they were asked with.

    Args:
        found: with its years.
        raising: what must be raised; None where the money lasts.
        there: what money there is.
    """

    found: Outlook
    raising: Raising | None
    there: There


def there_is(years: OutlookPlan) -> There:
    """What money the years are asked with."""
    last = months_after(years.start, MONTHS * years.years - 1)
    paying = any(one.usd and one.from_ <= last and one.to >= years.start for one in years.funding)
    return There(paying, float(years.opening_reserve_usd))


def kept_of(found: Outlook, raising: Raising | None, years: OutlookPlan) -> Kept:
    """What the sentence is about."""
    return Kept(found, raising, there_is(years))


def both(kept: Kept, carried: Carried | None) -> Sentence:
    """One sentence, true of both; what promised money carries is left out while nobody knows it."""
    first = _carries(carried, kept.there) if carried is not None else None
    if first is None and not kept.there.promised:
        first = told(say("Nobody has promised money yet"))
    if first is None:
        alone = _stays(kept, told(say("promised money")))
        return told(say("{clause}."), clause=_opening(alone))
    it = told(say("it") if kept.there.promised else say("what there is"))
    return told(say("{first}; {second}."), first=first, second=_stays(kept, it))


def carries(carried: Carried, there: There) -> Sentence:
    """What promised money carries, alone; nothing where the search has nothing to tell."""
    clause = _carries(carried, there)
    return told(say("{clause}."), clause=clause) if clause else NOTHING


def _opening(clause: Sentence) -> Sentence:
    """A clause as the beginning of a sentence."""
    head, *rest = clause
    text = head.text[:1].upper() + head.text[1:] if head.kind == "said" else head.text
    return Sentence((type(head)(text, head.kind, head.figure), *rest))


def _carries(carried: Carried, there: There) -> Sentence | None:
    """What promised money carries; None where the search has nothing to tell."""
    if carried.status == "infeasible":
        return told(say("Promised money carries nobody, and does not even pay for parting"))
    if not carried.years:
        return None
    counts = carried.fte
    if not any(counts):
        if not there.promised:
            return told(say("Nobody has promised money yet, and what there is carries nobody"))
        return told(say("Promised money carries nobody"))
    least, most = (
        _fte_of(carried, pick(range(len(counts)), key=counts.__getitem__)) for pick in (min, max)
    )
    slots = {"fte": most, "least": least, "most": most, "end": _through(carried)}
    if not there.promised:
        reserve = Figure(
            money(there.reserve_usd),
            there.reserve_usd,
            "USD",
            told(say("Free money there at the start")),
            there.reserve_at,
        )
        said = say(
            "Nobody has promised money yet, and the {usd} there carries {fte} FTE through {end}"
        )
        return told(said, usd=reserve, **slots)
    without = [place for place, count in enumerate(counts) if not count]
    if without:
        years = in_a_row([sentence(_year_of(carried, place)) for place in without])
        return told(
            say("Promised money carries at most {most} FTE, and nobody in {years}"),
            years=years,
            **slots,
        )
    if least.text == most.text:
        return told(say("Promised money carries {fte} FTE through {end}"), **slots)
    return told(say("Promised money carries {least} to {most} FTE through {end}"), **slots)


def _stays(kept: Kept, money_: Sentence) -> Sentence:
    """What becomes of the team we plan; a clause without its full stop. ``money_``: what keeps
    it.
    """
    found, needed = kept.found, kept.raising
    team = _team(found)
    if needed is None or found.runs_out is None:
        end = _last(found)
        if found.bridge_usd < DOLLAR:
            return told(say("{money} keeps {team} through {end}"), money=money_, team=team, end=end)
        said = say("{money} keeps {team} through {end}, with a credit of up to {credit} for a time")
        return told(said, money=money_, team=team, end=end, credit=bridge(found))
    slots: dict[str, Part] = {
        "team": team,
        "month": ends(found),
        "usd": to_raise(needed),
        "begins": raise_from(needed),
    }
    several = needed.years > 1
    if several:
        slots["begins"] = raise_from(needed).shown(start_of(needed.from_month))
    if needed.credit_usd < DOLLAR:
        said = (
            say("{team} runs out of money in {month}, and {usd} more a year from {begins} keeps it")
            if several
            else say("{team} runs out of money in {month}, and {usd} more by {begins} keeps it")
        )
        return told(said, **slots)
    said = (
        say(
            "{team} runs out of money in {month}, and {usd} more a year from {begins} keeps it, "
            "with a credit for a time"
        )
        if several
        else say(
            "{team} runs out of money in {month}, and {usd} more by {begins} keeps it, with a "
            "credit for a time"
        )
    )
    return told(said, **slots)


def _team(found: Outlook) -> Sentence:
    size = sum(found.years[0].fte.values())
    if not size:
        return told(say("our plan, which hires nobody,"))
    what = told(say("FTE of the first year's plan"))
    address = of("sum", at("outlook", "years", 0, "fte"))
    return told(say("our team of {fte} FTE"), fte=Figure(fte(size), size, "FTE", what, address))


def _fte_of(carried: Carried, place: int) -> Figure:
    year = carried.years[place]
    what = told(say("FTE that promised money carries in {year}"), year=_year_of(carried, place))
    address = of("sum", carried.address("years", place, "posts"))
    return Figure(fte(year.fte), year.fte, "FTE", what, address)


def _year_of(carried: Carried, place: int) -> Figure:
    year = carried.years[place].year
    what = told(say("A year of the hiring plan"))
    return Figure(str(year), year, "year", what, carried.address("years", place, "year"))


def _through(carried: Carried) -> Figure:
    what = told(say("Last month of the hiring plan"))
    through = carried.through
    return Figure(end_of(through), through, "month", what, carried.address("through"))


def end_of(month_: str) -> str:
    """A last month as people say it: 2031 for its December."""
    return month_[:4] if month_.endswith("-12") else month(month_)


def start_of(month_: str) -> str:
    """A first month likewise: 2030 for its January."""
    return month_[:4] if month_.endswith("-01") else month(month_)


def _last(found: Outlook) -> Figure:
    last = found.months[-1].month
    what = told(say("Last month we looked at"))
    return Figure(end_of(last), last, "month", what, of("last_month", OUTLOOK))


def ends(found: Outlook) -> Figure:
    """The month in which free cash would fall below nothing for good; there must be one."""
    out = str(found.runs_out)
    what = told(say("Month in which the money runs out"))
    return Figure(month(out), out, "month", what, at("outlook", "runs_out"))


def to_raise(needed: Raising) -> Figure:
    """Free money a year that prevents it, rounded up to the next thousand."""
    value = -(-needed.whole_usd_per_year // _THOUSAND) * _THOUSAND
    what = told(say("Free money to raise each year so that it lasts, rounded up"))
    return Figure(money(value), value, "USD/year", what, of("raising", "outlook"))


def raise_from(needed: Raising) -> Figure:
    """The month from which it must be there."""
    first = needed.from_month
    what = told(say("Month by which money must be raised"))
    address = of("year_of", at("outlook", "runs_out"))
    return Figure(month(first), first, "month", what, address)


def bridge(found: Outlook) -> Figure:
    """The credit that is needed for a time although nothing is missing at the end."""
    usd = found.bridge_usd
    what = told(say("Credit needed for some months"))
    return Figure(money(usd), usd, "USD", what, at("outlook", "bridge_usd"))
