"""The sentences of what-ifs, one object for each: what its switch is called, and what it asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from cidesign.domain.figures import count, fte, inside, money, money_short, rate
from cidesign.domain.naming import name_from, payer_named
from cidesign.domain.value import MONTHS, plain
from cidesign.domain.what_if import (
    Asked,
    Doubt,
    NumbersOfSources,
    OfSources,
    Source,
    WhatIf,
    Why,
)
from cidesign.domain.what_if.budget import BUDGET
from cidesign.domain.what_if.grant_length import GRANT_LENGTH
from cidesign.domain.what_if.host import HOST, OWN_TERMS
from cidesign.domain.what_if.hours_per_partner import HOURS_PER_PARTNER
from cidesign.domain.what_if.match_fails import MATCH_FAILS
from cidesign.domain.what_if.needs import NEEDS
from cidesign.domain.what_if.one_more import ONE_MORE
from cidesign.domain.what_if.pay import PAY
from cidesign.domain.what_if.renewed import RENEWED
from cidesign.domain.what_if.smallest_post import SMALLEST_POST
from cidesign.domain.what_if.source_lost import SOURCE_LOST
from cidesign.domain.what_if.unrestricted import UNRESTRICTED
from cidesign.domain.what_if.without_post import WITHOUT_POST
from cidesign.text import mark, say, say_count
from cidesign.text.sentence import Figure, Sentence, at, in_a_row, of, own, told

NOWHERE = "scenario"
"""Where a setting stands that nobody has saved."""


@dataclass(frozen=True)
class Telling:
    """What a sentence about a setting needs beside it.

    Args:
        file: the file it stands in.
        posts: what people read for a post.
        hosts: what people read for a host.
        matched: ids of the sources that ask for a match.
    """

    file: str = NOWHERE
    posts: Mapping[str, str] = field(default_factory=dict)
    hosts: Mapping[str, str] = field(default_factory=dict)
    matched: frozenset[str] = frozenset()

    def post(self, id: str) -> Sentence:
        """A post inside a sentence."""
        return own(inside(self.posts.get(id) or name_from(id)))

    def host(self, id: str) -> Sentence:
        """A host inside a sentence."""
        return own(self.hosts.get(id) or name_from(id))


BARE = Telling()


@dataclass(frozen=True)
class WhatIfWords:
    """All that is said about one what-if.

    Args:
        label: what its switch is called.
        asks: what a setting asks, in parts of a sentence that begins with *if*.
    """

    what_if: WhatIf
    label: str
    asks: Callable[[Any, Telling], list[Sentence]]


def _size(number: Decimal, unit: str, what: str, telling: Telling, *steps: str) -> Figure:
    """A setting without its sign, which is said in words."""
    size = abs(number)
    written = {"share": rate, "USD": money}.get(unit, plain)(size)
    where = of("size", at(telling.file, "what_if", *steps))
    return Figure(written, size, unit, told(what), where)


def _share_of(one: WhatIf, what: str, higher: str, lower: str) -> Callable[[Any, Telling], Any]:
    """What a percentage asks, in one of two marked parts of a sentence."""

    def asks(share: Decimal, telling: Telling) -> list[Sentence]:
        size = _size(share, "share", say(what), telling, one.key)
        return [told(say(higher if share > 0 else lower), share=size)]

    return asks


def _budget(usd: Decimal, telling: Telling) -> list[Sentence]:
    what = say("By how much the budget is asked about")
    size = _size(usd, "USD", what, telling, BUDGET.key)
    more, less = say("the budget is {usd} more"), say("the budget is {usd} less")
    return [told(more if usd > 0 else less, usd=size)]


def _sources(template: str) -> Callable[[Any, Telling], Any]:
    """What is asked of each of some sources; ``template``: marked, with a slot for one."""

    def asks(ids: Sequence[str], _: Telling) -> list[Sentence]:
        return [told(say(template), source=own(payer_named(id))) for id in ids]

    return asks


def _posts(template: str) -> Callable[[Any, Telling], Any]:
    """Likewise of posts."""

    def asks(ids: Sequence[str], telling: Telling) -> list[Sentence]:
        return [told(say(template), post=telling.post(id)) for id in ids]

    return asks


def _lengths(lengths: Mapping[str, int], telling: Telling) -> list[Sentence]:
    return [
        told(_lasts(months), source=own(payer_named(id)), n=_length(months, telling, id))
        for id, months in lengths.items()
    ]


def _length(months: int, telling: Telling, id: str) -> Figure:
    """By how much a grant is longer or shorter: in years where they are whole ones."""
    years, rest = divmod(abs(months), MONTHS)
    if rest:
        what = say("By how many months the length of a grant is asked about")
        return _size(Decimal(months), "months", what, telling, GRANT_LENGTH.key, id)
    what = say("By how many years the length of a grant is asked about")
    where = of("in_years", at(telling.file, "what_if", GRANT_LENGTH.key, id))
    return Figure(count(years), years, "years", told(what), where)


def _lasts(months: int) -> str:
    size = abs(months)
    if size % MONTHS == 0:
        years = size // MONTHS
        return (
            say_count("{source} ends {n} year later", "{source} ends {n} years later", years)
            if months > 0
            else say_count(
                "{source} ends {n} year earlier", "{source} ends {n} years earlier", years
            )
        )
    return (
        say_count("{source} ends {n} month later", "{source} ends {n} months later", size)
        if months > 0
        else say_count("{source} ends {n} month earlier", "{source} ends {n} months earlier", size)
    )


def _stops(years: Mapping[str, int], telling: Telling) -> list[Sentence]:
    what = say("The year from which a source is asked to pay no more, or less")
    stops, fails = say("{source} stops in year {n}"), say("the match of {source} fails in year {n}")
    return [
        told(
            fails if id in telling.matched else stops,
            source=own(payer_named(id)),
            n=_size(Decimal(year), "year", what, telling, MATCH_FAILS.key, id),
        )
        for id, year in years.items()
    ]


def _smallest(post: Decimal, telling: Telling) -> list[Sentence]:
    if post == 1:
        return [told(say("all posts are full time"))]
    if post == 0:
        return [told(say("any part of a post may be filled"))]
    figure = Figure(
        fte(post),
        post,
        "FTE",
        told(say("Least post that is asked about")),
        at(telling.file, "what_if", SMALLEST_POST.key),
    )
    return [told(say("no post is below {fte} FTE"), fte=figure)]


def _host(id: str, telling: Telling) -> list[Sentence]:
    if id == OWN_TERMS:
        return [told(say("we stand on our own terms"))]
    return [told(say("{host} hosts us"), host=telling.host(id))]


WHAT_IF_WORDS = (
    WhatIfWords(BUDGET, mark("The budget is larger or smaller, dollars"), _budget),
    WhatIfWords(SOURCE_LOST, mark("A source is lost"), _sources(mark("{source} is lost"))),
    WhatIfWords(MATCH_FAILS, mark("A match fails, or a source stops"), _stops),
    WhatIfWords(GRANT_LENGTH, mark("A grant is shorter or longer"), _lengths),
    WhatIfWords(RENEWED, mark("A grant is renewed"), _sources(mark("{source} is renewed"))),
    WhatIfWords(
        UNRESTRICTED, mark("A grant is unrestricted"), _sources(mark("{source} is unrestricted"))
    ),
    WhatIfWords(
        PAY,
        mark("Pay is higher or lower, %"),
        _share_of(
            PAY,
            mark("By how much pay is asked about"),
            mark("pay is {share} higher"),
            mark("pay is {share} lower"),
        ),
    ),
    WhatIfWords(SMALLEST_POST, mark("Posts may be no smaller than"), _smallest),
    WhatIfWords(
        WITHOUT_POST, mark("A post stays empty"), _posts(mark("nobody is hired as {post}"))
    ),
    WhatIfWords(
        ONE_MORE,
        mark("A post may have one person more"),
        _posts(mark("one more {post} may be hired")),
    ),
    WhatIfWords(
        NEEDS,
        mark("All work takes more or less time, %"),
        _share_of(
            NEEDS,
            mark("By how much the hours needed are asked about"),
            mark("all work takes {share} more hours"),
            mark("all work takes {share} fewer hours"),
        ),
    ),
    WhatIfWords(
        HOURS_PER_PARTNER,
        mark("A partner takes more or less time, %"),
        _share_of(
            HOURS_PER_PARTNER,
            mark("By how much hours for each partner are asked about"),
            mark("each partner takes {share} more hours"),
            mark("each partner takes {share} fewer hours"),
        ),
    ),
    WhatIfWords(HOST, mark("Another host"), _host),
)


def words_of(what_if: WhatIf) -> WhatIfWords:
    """The sentences of a what-if.

    Raises:
        LookupError: it has none.
    """
    for words in WHAT_IF_WORDS:
        if words.what_if is what_if:
            return words
    raise LookupError(f"nothing is said about the what-if {what_if.key}: add it to WHAT_IF_WORDS")


def source_option(source: Source) -> str:
    """Who pays, with what it is worth a year."""
    usd = source.award.usd if source.award else source.first_year_usd
    return say("{source}, {usd}", source=payer_named(source.id), usd=money_short(usd))


def length_option(source: Source, months: int) -> str:
    """How long somebody pays who is asked about, in whole years where they are; short, because it
    stands in a narrow field.
    """
    lasts = source.months or 0
    if lasts % MONTHS or months % MONTHS:
        return say(
            "{source}: {then} months, not {now}",
            source=payer_named(source.id),
            then=lasts + months,
            now=lasts,
        )
    then = (lasts + months) // MONTHS
    return say_count(
        "{source}: {then} year, not {now}",
        "{source}: {then} years, not {now}",
        then,
        source=payer_named(source.id),
        then=then,
        now=lasts // MONTHS,
    )


def year_option(source: Source, year: int) -> str:
    """Who stops, and from which year on."""
    return say("{source}, in year {year}", source=payer_named(source.id), year=year)


def post_option(post: Decimal) -> str:
    """What the least post may be."""
    if post == 1:
        return say("Full time")
    return say("Half time") if post else say("Any part of a post")


def asks(asked: Asked, telling: Telling = BARE) -> Sentence:
    """All that is asked, as a part of a sentence; nothing where nothing is."""
    return in_a_row(
        [part for what_if, setting in asked.on for part in words_of(what_if).asks(setting, telling)]
    )


_DOUBTS = {
    Why.GONE: mark("{name} is not there any more, so nothing is asked of it."),
    Why.UNDATED: mark("{name} has no dates on Outlook, so it cannot last longer or less."),
    Why.NOTHING_LEFT: mark("Nothing is left of {name} then, so it counts as lost."),
    Why.FREE_ALREADY: mark("{name} is unrestricted already."),
    Why.NOT_FROM_DRIVERS: mark(
        "The hours needed do not come from a number of partners, so hours for each change nothing."
    ),
    Why.NO_RENEWAL: mark("No renewal of {name} is told on Outlook, so none is counted."),
    Why.OVER_BY_THEN: mark("By its dates on Outlook {name} has ended by then."),
    Why.NO_POST: mark("{name} is no post of the plan any more, so nothing is asked of it."),
    Why.NO_HOST: mark("{name} does not say its terms any more, so our own plan's stand."),
    Why.NO_WHOLE_POST: mark(
        "Posts are filled in steps that never make a whole one, so the least post stays as it is."
    ),
    Why.BELOW_GRANTS: mark(
        "The budget does not fall below the money that may pay for some things only."
    ),
}


def doubts(found: Sequence[tuple[WhatIf, Doubt]]) -> list[str]:
    """What of a scenario does not fit the workshop any more, one sentence each."""
    told = (say(_DOUBTS[doubt.why], name=_named(one, doubt.id)) for one, doubt in found)
    return list(dict.fromkeys(told))


def _named(one: WhatIf, id: str) -> str:
    pays = isinstance(one, OfSources | NumbersOfSources)
    return payer_named(id) if pays else name_from(id)
