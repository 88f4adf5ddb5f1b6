"""The sentences about who pays: what is promised and still to raise, what a source may pay for,
what it asks of us.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from cidesign.domain.figures import count, money, month
from cidesign.domain.first_year import FUNDING, OUTLOOK
from cidesign.domain.funding import Source
from cidesign.domain.naming import payer_named
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.promised import Promised
from cidesign.domain.value import MONTHS, months_after
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.text.sentence import NOTHING, Figure, Sentence, at, of, own, told
from cidesign.views.team.spent import PLAN, budget


class Shown(Protocol):
    """A source as the picture shows it."""

    @property
    def restricted(self) -> bool: ...
    @property
    def renewed_months(self) -> int: ...


PROMISED = of("promised", at(PLAN, "funding"))


def promised(plan: Plan | None, found: Promised | None) -> Sentence:
    """What of the first year's budget is promised, and what is still to raise; nothing without a
    plan.
    """
    if plan is None or found is None:
        return NOTHING
    whole = budget(plan)
    brings, lacks = _figures(found, whole)
    if not found.promised_usd:
        return told(say("Nobody has promised any of the {budget} yet."), budget=whole)
    if found.beyond_usd:
        return told(
            say("{promised} is promised, more than the budget of {budget}."),
            promised=brings,
            budget=whole,
        )
    if not found.to_raise_usd:
        return told(say("All of the {budget} is promised."), budget=whole)
    return told(
        say("{promised} of the {budget} is promised; {to_raise} is still to raise."),
        promised=brings,
        budget=whole,
        to_raise=lacks,
    )


def a_year_of(bundle: Bundle, place: int, source: Source) -> Figure:
    """What a source of our list of money pays a year; ``place``: in that list."""
    what = told(say("A year from {name}"), name=own(payer_named(source.id)))
    address = written_at(bundle, place, "usd")
    return Figure(money(source.usd), source.usd, "USD/year", what, address)


def last_month_of(bundle: Bundle, place: int, source: Source) -> Figure:
    """The last month a source pays for; likewise."""
    what = told(say("Last month of {name}"), name=own(payer_named(source.id)))
    return Figure(month(source.to), source.to, "month", what, written_at(bundle, place, "to"))


def written_at(bundle: Bundle, place: int, *keys: str | int) -> str:
    """Where a word or figure of who pays is written."""
    if FUNDING in bundle.files:
        return at(FUNDING, "sources", place, *keys)
    return at(OUTLOOK, "funding", place, *keys)


def rule(found: Promised | None) -> str:
    """What is counted as promised, for the list of who pays."""
    if found is None:
        return ""
    said = say(
        "Promised is what the sources bring in the months of the first year. The plan may spend "
        "what is still to raise; the years never count it."
    )
    if not found.reserve_usd:
        return said
    reserve = say(
        "The opening reserve of {usd} is not counted as promised.", usd=money(found.reserve_usd)
    )
    return f"{said} {reserve}"


def _figures(found: Promised, whole: Figure) -> tuple[Figure, Figure]:
    brings = Figure(
        money(found.promised_usd),
        found.promised_usd,
        whole.unit,
        told(say("What is promised for the first year")),
        PROMISED,
    )
    lacks = Figure(
        money(found.to_raise_usd),
        found.to_raise_usd,
        whole.unit,
        told(say("What of the first year's budget is still to raise")),
        of("difference", whole.of, PROMISED),
    )
    return brings, lacks


def claim(sources: Sequence[Source], start: str) -> str:
    """What the picture shows: how many pay, and until when the last of them does."""
    if not sources:
        return say("Nobody who pays is listed yet")
    last = max(source.to for source in sources)
    return say_count(
        "{number} source pays, the last one until {month}",
        "{number} sources pay, the last one until {month}",
        len(sources),
        number=count(len(sources), opening=True),
        month=month(last),
    )


def how_to_read(rows: Sequence[Shown]) -> str:
    """How to read the picture: only what is in it."""
    said = [say("Each bar runs from its first to its last month.")]
    if any(row.restricted for row in rows):
        said.append(say("Hatched: it may pay for some things only."))
    if any(row.renewed_months for row in rows):
        said.append(say("Outline: a renewal that is hoped for, not counted."))
    return " ".join(said)


def pays_for(source: Source, what: str) -> str:
    """What it may pay for, as a sentence."""
    if not source.restricted:
        return say("It may pay for anything.")
    return say("It may pay for {what} only.", what=what)


def match(asked: Mapping[str, Decimal | str]) -> str:
    """What must be found beside it, as somebody noted it."""
    usd, note = asked.get("usd"), asked.get("note")
    said = ", ".join(
        [
            *([str(note)] if note else []),
            *(f"{key} {value}" for key, value in asked.items() if key not in ("usd", "note")),
        ]
    )
    if not isinstance(usd, Decimal):
        return say("It is paid only against a match: {what}. It is counted as paid.", what=said)
    if not said:
        return say(
            "{usd} a year of it is paid only against a match, and counted as paid.", usd=money(usd)
        )
    return say(
        "{usd} a year of it is paid only against a match: {what}. It is counted as paid.",
        usd=money(usd),
        what=said,
    )


def depends(source: Source) -> str:
    """What of a source is not paid when its match fails, and what must be matched."""
    slots = {
        "source": payer_named(source.id),
        "lost": money(source.matched_usd or 0),
        "usd": money(source.usd),
    }
    note = str((source.match or {}).get("note") or "")
    if source.matched_usd == source.usd:
        return (
            say("All of {source} depends on a match ({note}).", note=note, **slots)
            if note
            else say("All of {source} depends on a match.", **slots)
        )
    if not note:
        return say(
            "Of the {usd} a year of {source} {lost} depends on a match; the rest is paid without "
            "it.",
            **slots,
        )
    return say(
        "Of the {usd} a year of {source} {lost} depends on a match ({note}); the rest is paid "
        "without it.",
        note=note,
        **slots,
    )


def watch(source: Source, start: str, years: OutlookPlan | None) -> list[str]:
    """What of its dates may be a slip, or counts otherwise than one may think."""
    if not source.usd:
        return [say("It pays nothing: write its dollars, or take it out.")]
    begins = month(start)
    if source.to < start:
        return [
            say(
                "It ends before {start}, when the first year begins, so nothing of it counts: "
                "write a later last month, or put what is left of it into the opening reserve.",
                start=begins,
            )
        ]
    if source.from_ < start and source.restricted:
        return [
            say(
                "It begins before {start}, when the first year begins: only the part of its months "
                "from then on is counted.",
                start=begins,
            )
        ]
    if source.from_ < start:
        return [
            say(
                "It begins before {start}, when the first year begins: what it has paid by then "
                "belongs into the opening reserve.",
                start=begins,
            )
        ]
    if years and source.from_ >= months_after(start, MONTHS * years.years):
        return [
            say(
                "It begins after the years we look at, so nothing of it counts yet: look at more "
                "years on the page Outlook."
            )
        ]
    return []
