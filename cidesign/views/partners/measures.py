"""How we will see what changes, in words: how many measures there are, what they lack, and what is
known of each.
"""

from collections.abc import Iterator, Sequence

from cidesign.domain.apart import as_seen
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, inside, listed
from cidesign.domain.measures import TOGETHER, Measure, Often, Whose
from cidesign.domain.work import Partner
from cidesign.text import say, say_count
from cidesign.text.sentence import Sentence, own, told
from cidesign.views.partners.by_group import split_and_untold
from cidesign.views.partners.course import behind
from cidesign.views.partners.view import PartnersView
from cidesign.views.partners.words import missing, named

DRIVER = "indicators"


def claim(measures: Sequence[Measure]) -> str:
    """How many measures there are."""
    if not measures:
        return say("No measure yet")
    holders = len(holders_of(measures))
    number = say_count(
        "{n} measure", "{n} measures", len(measures), n=count(len(measures), opening=True)
    )
    if not holders:
        return say("{measures}, and nobody yet who holds the data", measures=number)
    return say_count(
        "{measures}, with data from {n} place",
        "{measures}, with data from {n} places",
        holders,
        measures=number,
        n=count(holders),
    )


def holders_of(measures: Sequence[Measure]) -> tuple[str, ...]:
    """Who holds the data, each once."""
    first: dict[str, str] = {}
    for one in measures:
        if one.holder:
            first.setdefault(as_seen(one.holder), one.holder)
    return tuple(first.values())


def lacking(measures: Sequence[Measure], catalog: Catalog) -> tuple[Sentence, ...]:
    """Every warning in one sentence, those that weigh most first."""
    return (*_of_all(measures, catalog), *_of_each(measures))


def _of_all(measures: Sequence[Measure], catalog: Catalog) -> Iterator[Sentence]:
    together = [one for one in measures if one.followed_together]
    if len(together) > catalog.entry("drivers", DRIVER).usual.value:
        yield told(
            say(
                "This is more than a short list. Each measure costs hours; which ones would "
                "change what we do?"
            )
        )
    if measures and all(one.counts_people for one in measures):
        yield told(say("All measures count people only. None tells what became better for them."))


def _of_each(measures: Sequence[Measure]) -> Iterator[Sentence]:
    for lacks, said in (
        (_without_owner, say("Nobody answers for: {names}.")),
        (behind, say("Behind the straight line to the target: {names}.")),
        (_alone, say("Working together takes two partners or more: {names}.")),
        (lambda one: not one.split_by, say("Not split by group, so no gap shows: {names}.")),
        (split_and_untold, say("Split, and no number of two groups yet: {names}.")),
        (lambda one: not one.holder, say("Not known who holds the data: {names}.")),
        (lambda one: not one.definition, say("Not defined yet: {names}.")),
        (lambda one: not one.baseline, say("Not known where we stand: {names}.")),
        (
            lambda one: not (one.target and one.target_year),
            say("No target with a year: {names}."),
        ),
        (
            lambda one: one.how_often is Often.NOT_SAID,
            say("Not said how often we look at it: {names}."),
        ),
    ):
        if found := [one for one in measures if lacks(one)]:
            yield told(said, names=named(found))


def _without_owner(one: Measure) -> bool:
    return not one.owners


def _alone(one: Measure) -> bool:
    return one.whose is Whose.TOGETHER and 0 < len(one.owners) < TOGETHER


def all_missing(view: PartnersView, catalog: Catalog) -> tuple[str, ...]:
    """Every gap in the work, and what is open in how we will see it."""
    open_ = opened(view.measures, catalog)
    return tuple(one.plain for one in missing(view)) + ((open_,) if open_ else ())


def opened(measures: Sequence[Measure], catalog: Catalog) -> str:
    """How many things are open, and the first; empty where none is."""
    found = lacking(measures, catalog)
    if not found:
        return ""
    return say_count(
        "{n} thing is open in how we will see it: {first}",
        "{n} things are open in how we will see it. The first: {first}",
        len(found),
        n=count(len(found), opening=True),
        first=found[0].plain,
    )


def about_measure(one: Measure, partners: Sequence[Partner]) -> tuple[str, str]:
    """What is known of a measure, on two lines."""
    names = {partner.id: partner.label for partner in partners}
    whose = [
        say(one.about.in_words),
        say(one.whose.in_words),
        say("answered for by {names}", names=listed([names[id] for id in one.owners]))
        if one.owners
        else "",
        say("split by {groups}", groups=inside(one.split_by)) if one.split_by else "",
        say("data: {holder}", holder=one.holder) if one.holder else "",
        say(one.how_often.in_words) if one.how_often is not Often.NOT_SAID else "",
    ]
    goal = [
        one.definition,
        say("now: {baseline}", baseline=one.baseline) if one.baseline else "",
        aim(one).plain,
    ]
    return _row(goal), _row(whose)


def aim(one: Measure) -> Sentence:
    """Where we want to be and by when."""
    target, year = own(one.target), own(one.target_year)
    return told(say("{target} by {year}"), target=target, year=year) if target and year else target


def _row(parts: Sequence[str]) -> str:
    return " · ".join(part for part in parts if part)
