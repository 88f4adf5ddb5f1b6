"""The memo on which of the two futures the committee plans on, its posts year by year, and the
first year's low point: as the decision keeps them.
"""

from collections.abc import Mapping
from typing import Any

from cidesign.domain.figures import fte, money, money_up, month, percent
from cidesign.memo.blocks import Block, Paragraph, Table
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import Figure, Sentence, at, in_a_row, of, sentence, together, told
from cidesign.views.outlook.carried import CARRY, DECISIONS, KEEP, Carried, place_of
from cidesign.views.outlook.first_months import FIRST_YEAR

PAGE = "outlook"


def chosen(seen: Snapshot) -> str:
    """Which of the two is planned on; empty where nobody has said."""
    held = seen.decided(PAGE)
    named = str(held.figures.get("chosen", "")) if held else ""
    return named if named in (KEEP, CARRY) else ""


def hired(seen: Snapshot) -> Carried | None:
    """The hiring plan, where that is planned on and holds."""
    return seen.carried if chosen(seen) == CARRY else None


def most_posts(carried: Carried) -> Figure:
    """FTE in the year in which promised money carries most."""
    place = max(range(len(carried.years)), key=lambda one: carried.years[one].fte)
    size = carried.years[place].fte
    what = told(say("FTE of the hiring plan in the year with most"))
    return Figure(fte(size), size, "FTE", what, of("sum", carried.address("years", place, "posts")))


def on_choice(seen: Snapshot) -> list[Block]:
    """Which one it is; and that its figures have changed since, where they have."""
    named = chosen(seen)
    if not named:
        return []
    said = {
        KEEP: say("We plan on keeping the team of the first year."),
        CARRY: say("We plan on the posts that promised money carries, and on no more."),
    }[named]
    blocks: list[Block] = [Paragraph(told(said))]
    if not seen.first_year_kept:
        changed = say(
            "The plan or its money has changed since; the figures of that decision are left out."
        )
        blocks.append(Paragraph(told(changed), note=True))
    return blocks


def posts_table(seen: Snapshot, carried: Carried) -> Table:
    """A row a year: who is there, what is covered, cost, money in, free cash at the end."""
    rows = []
    for place, year in enumerate(carried.years):
        at_year = Figure(
            str(year.year),
            year.year,
            "year",
            told(say("A year of the hiring plan")),
            carried.address("years", place, "year"),
        )
        rows.append(
            (
                sentence(at_year),
                _posts(seen, carried, place, at_year),
                _share(carried, place, at_year),
                *(
                    _usd(carried, place, key, told(said, year=at_year))
                    for key, said in (
                        ("cost_usd", say("Cost of the hiring plan in {year}")),
                        ("funding_usd", say("Money that comes in {year}, by the hiring plan")),
                        ("balance_usd", say("Free cash at the end of {year}, by the hiring plan")),
                    )
                ),
            )
        )
    heads = (
        say("Year"),
        say("Posts that promised money carries, FTE"),
        say("Covered"),
        say("Cost"),
        say("Money in"),
        say("Free cash at the end"),
    )
    return Table(tuple(told(one) for one in heads), tuple(rows), left=2, small=True)


def _posts(seen: Snapshot, carried: Carried, place: int, at_year: Figure) -> Sentence:
    year = carried.years[place]
    listed = [
        told(
            say("{role} {fte}"),
            role=seen.named("roles", id),
            fte=Figure(
                fte(count),
                count,
                "FTE",
                told(say("FTE of {role} in {year}"), role=seen.named("roles", id), year=at_year),
                carried.address("years", place, "posts", id),
            ),
        )
        for id, count in year.posts.items()
    ]
    return in_a_row(listed) if listed else told(say("nobody"))


def _share(carried: Carried, place: int, at_year: Figure) -> Sentence:
    share = carried.years[place].covered
    if share is None:
        return told(say("none"))
    what = told(
        say("Share of the hours needed that the hiring plan covers in {year}"), year=at_year
    )
    address = carried.address("years", place, "covered")
    return sentence(Figure(percent(share), share, "share", what, address))


def _usd(carried: Carried, place: int, key: str, what: Sentence) -> Sentence:
    value: float = getattr(carried.years[place], key)
    return sentence(
        Figure(money(value), value, "USD/year", what, carried.address("years", place, key))
    )


def first_year(seen: Snapshot) -> list[Block]:
    """The first year's low point, what must be raised by when, and the credit beside it; nothing
    where the decision keeps none, or its figures have changed since.
    """
    held = seen.decided(PAGE)
    kept = held.figures.get(FIRST_YEAR) if held and seen.first_year_kept else None
    if held is None or not isinstance(kept, Mapping):
        return []
    try:
        return [Paragraph(_first_year(kept, place_of(seen.bundle.decisions, held)))]
    except (KeyError, TypeError, ValueError, IndexError):
        return []


def _first_year(kept: Mapping[str, Any], record: int) -> Sentence:
    def of_record(*steps: str | int) -> str:
        return at(DECISIONS, "decisions", record, "figures", FIRST_YEAR, *steps)

    def when(at_: Mapping[str, Any], what: str, *steps: str | int) -> Figure:
        name = str(at_["month"])
        return Figure(month(name), name, "month", told(what), of_record(*steps, "month"))

    low = kept["low"]
    least = float(low["usd"])
    parts = [
        told(
            say("In the first year free cash is lowest at the end of {month}: {usd}."),
            month=when(low, say("Month with the least free cash of the first year"), "low"),
            usd=Figure(
                money(least),
                least,
                "USD",
                told(say("Least free cash of the first year")),
                of_record("low", "usd"),
            ),
        )
    ]
    for place, one in enumerate(kept["to_raise"]):
        usd = float(one["usd"])
        parts.append(
            told(
                say("By {month} {usd} must have been raised in all."),
                month=when(one, say("Month by which money must be raised"), "to_raise", place),
                usd=Figure(
                    money_up(usd),
                    -(-usd // 1000) * 1000,
                    "USD",
                    told(say("To raise for the first year in all, rounded up")),
                    of("up", of_record("to_raise", place, "usd")),
                ),
            )
        )
    credit = float(kept["credit_usd"])
    if credit >= 1:
        parts.append(
            told(
                say("A credit of up to {usd} bridges the months until promised money is paid."),
                usd=Figure(
                    money(credit),
                    credit,
                    "USD",
                    told(say("Credit needed within the first year")),
                    of_record("credit_usd"),
                ),
            )
        )
    return together(parts)
