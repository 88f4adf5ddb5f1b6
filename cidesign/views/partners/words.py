"""Who does what with whom, in words: how many take part, what is missing, and what the lists count
for the hours needed.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import month
from cidesign.domain.figures import count, inside, listed, money, rounded
from cidesign.domain.listed import Entry
from cidesign.domain.value import plain
from cidesign.domain.walk import step_of
from cidesign.domain.work import Group, Partner
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.text.sentence import NOTHING, Sentence, in_a_row, own, together, told
from cidesign.views.partners import costs
from cidesign.views.partners.need import NeedMoved, moved_told
from cidesign.views.partners.view import Gaps, PartnersView

NAMED = 4
"""So many names are told."""


def answer(view: PartnersView) -> str:
    """How many partners share how many groups."""
    partners, groups = len(view.partners), len(view.working)
    if not partners and not groups:
        return say("Nobody is listed yet.")
    if not groups:
        return say_count(
            "{n} partner, and no working group yet.",
            "{n} partners, and no working group yet.",
            partners,
            n=count(partners, opening=True),
        )
    if not partners:
        return say_count(
            "{n} working group, and no partner yet.",
            "{n} working groups, and no partner yet.",
            groups,
            n=count(groups, opening=True),
        )
    who = say_count("{n} partner", "{n} partners", partners, n=count(partners, opening=True))
    work = say_count("{n} group", "{n} groups", groups, n=count(groups))
    if not view.measures:
        return say("{partners} share {groups}.", partners=who, groups=work)
    number = len(view.measures)
    seen = say_count("{n} measure", "{n} measures", number, n=count(number))
    return say("{who} share {work} and {seen}.", who=who, work=work, seen=seen)


def and_line(view: PartnersView, catalog: Catalog, moved: NeedMoved | None = None) -> str:
    """How many gaps there are, what is counted, and what that changes in the hours needed."""
    if not view.partners and not view.groups:
        return say("List who takes part. Who leads and who helps then shows in one picture.")
    parts = (gaps_told(view), _counted(view, catalog), moved_told(moved))
    return " ".join(part for part in parts if part)


def gaps_told(view: PartnersView) -> str:
    """How many gaps there are in the work."""
    gaps = len(missing(view))
    if not view.groups:
        return say("Next: add the groups they work in, one by one or as a table.")
    return (
        say_count(
            "We see {n} gap in the work.", "We see {n} gaps in the work.", gaps, n=count(gaps)
        )
        if gaps
        else say("We see no gap in the work.")
    )


def _counted(view: PartnersView, catalog: Catalog) -> str:
    if not view.counts_for_need or not view.counts:
        return ""
    return say(
        "Counted for the hours needed: {what}.", what=listed(counts_told(view.counts, catalog))
    )


def counts_told(counts: Mapping[str, Decimal], catalog: Catalog) -> list[str]:
    """Each count with what it is of."""
    return [
        say("{things} {n}", n=_short(many), things=inside(catalog.labels.drivers[driver]))
        for driver, many in counts.items()
    ]


def _short(number: Decimal) -> str:
    return plain(rounded(number, "0.1"))


def note(view: PartnersView, bundle: Bundle) -> str:
    """Whose lists these are."""
    sectors = len(view.sectors.keys() - {""})
    parts = [bundle.workshop.name]
    if sectors:
        parts.append(
            say_count(
                "Partners of {n} sector", "Partners of {n} sectors", sectors, n=count(sectors)
            )
        )
    return " · ".join(parts)


def missing(view: PartnersView) -> tuple[Sentence, ...]:
    """Every gap in one sentence, those that weigh most first."""
    gaps = view.gaps
    return (*_of_work(gaps), *_of_partners(gaps), *_of_groups(gaps))


def _of_work(gaps: Gaps) -> Iterator[Sentence]:
    for element in gaps.unserved:
        yield told(say("Nobody works on {element}."), element=own(element))
    for groups, said in (
        (
            gaps.empty,
            say_count(
                "Nobody leads or supports this group: {names}.",
                "Nobody leads or supports these groups: {names}.",
                len(gaps.empty),
            ),
        ),
        (
            gaps.unled,
            say_count(
                "No partner leads this group: {names}.",
                "No partner leads these groups: {names}.",
                len(gaps.unled),
            ),
        ),
    ):
        if groups:
            yield told(said, names=named(groups))
    if gaps.unsupported:
        said = say_count(
            "One partner leads this group and nobody supports it: {names}.",
            "One partner leads each of these groups and nobody supports it: {names}.",
            len(gaps.unsupported),
        )
        help_ = told(say("Ask {names}."), names=_who_could(gaps.free)) if gaps.free else NOTHING
        yield together([told(said, names=named(gaps.unsupported)), help_])


def _who_could(free: Sequence[Partner]) -> Sentence:
    could = [
        told(
            say("{name} (good at {what})"),
            name=own(one.label),
            what=own(one.good_at),
        )
        for one in free[:2]
    ]
    return (
        could[0] if len(could) == 1 else told(say("{one} or {other}"), one=could[0], other=could[1])
    )


def _of_partners(gaps: Gaps) -> Iterator[Sentence]:
    if gaps.away:
        said = say_count(
            "This partner neither leads nor supports anything: {names}.",
            "These partners neither lead nor support anything: {names}.",
            len(gaps.away),
        )
        yield told(said, names=named(gaps.away))
    if gaps.idle:
        said = say_count(
            "This partner supports others and leads nothing: {names}.",
            "These partners support others and lead nothing: {names}.",
            len(gaps.idle),
        )
        yield told(said, names=named(gaps.idle))
    yield from _of_leads(gaps)
    if gaps.one_sector:
        said = say("All partners come from one sector: {sector}.")
        yield told(said, sector=own(gaps.one_sector))
    if gaps.serve_unknown:
        said = say("Not known yet whom they serve: {names}.")
        yield told(said, names=named(gaps.serve_unknown))


def _of_leads(gaps: Gaps) -> Iterator[Sentence]:
    if gaps.unsigned:
        said = say_count(
            "This partner leads a group and has not signed: {names}.",
            "These partners lead a group and have not signed: {names}.",
            len(gaps.unsigned),
        )
        yield told(said, names=named(gaps.unsigned))
    if gaps.uncommitted:
        said = say_count(
            "This partner leads a group and has not said what it will do: {names}.",
            "These partners lead a group and have not said what they will do: {names}.",
            len(gaps.uncommitted),
        )
        yield told(said, names=named(gaps.uncommitted))


def _of_groups(gaps: Gaps) -> Iterator[Sentence]:
    silent = say(
        "These groups have not said how often they meet, so meetings are not counted: {names}."
    )
    for groups, said in (
        (gaps.chairless, say("Without a chair: {names}.")),
        (gaps.without_people, say("Without people who live with the problem: {names}.")),
        (gaps.without_data, say("Without anybody who brings data: {names}.")),
        (gaps.aimless, say("Without an aim: {names}.")),
        (gaps.silent, silent),
    ):
        if groups:
            yield told(said, names=named(groups))


def named(them: Sequence[Entry]) -> Sentence:
    """The first names, and that there are others."""
    names = [own(one.label) for one in them[:NAMED]]
    return in_a_row([*names, told(say("others"))] if len(them) > NAMED else names)


def at_work(view: PartnersView) -> str:
    """How many of the partners have a part in a group."""
    return say(
        "{n} of {all} partners lead or support a group",
        n=count(len(view.at_work), opening=True),
        all=len(view.partners),
    )


def picture(view: PartnersView) -> tuple[str, str]:
    """What the picture says, and how to read it."""
    led = sum(bool(one.lead) for one in view.working)
    both = sum(bool(one.lead and one.supports) for one in view.working)
    groups = len(view.working)
    if led == both == groups:
        claim = say("Every group has a lead and a partner who helps")
    else:
        claim = say(
            "{led} of {groups} groups have a lead, {both} of these somebody who helps",
            led=count(led, opening=True),
            groups=count(groups),
            both=count(both),
        )
    return claim, say("A row for each partner at work, a column for each group.")


def about_partner(one: Partner) -> str:
    """What is known of a partner, on one line."""
    parts = [
        one.sector,
        one.kind,
        say("serves {whom}", whom=inside(one.serves)) if one.serves else "",
        say("good at {what}", what=inside(one.good_at)) if one.good_at else "",
        costs.in_short(one),
    ]
    return " · ".join(part for part in parts if part)


def about(one: Partner) -> str:
    """All that is known of a partner, on one line."""
    return " · ".join(part for part in (about_partner(one), about_share(one)) if part)


def about_share(one: Partner) -> str:
    """What it puts in and was promised, on one line; empty where nobody has said."""
    parts = [
        say("formal member") if one.formal_member else "",
        say("puts in {usd} a year", usd=money(one.own_money_usd)) if one.own_money_usd else "",
        say("{hours} hours of volunteers a year", hours=f"{rounded(one.volunteer_hours):,}")
        if one.volunteer_hours
        else "",
        say("promised: {what}", what=inside(one.has_committed)) if one.has_committed else "",
        say("credit: {credit}", credit=inside(one.credit_wanted)) if one.credit_wanted else "",
    ]
    return " · ".join(part for part in parts if part)


def about_group(one: Group, view: PartnersView) -> str:
    """What is known of a group, on one line."""
    names = {partner.id: partner.label for partner in view.partners}
    helps = [names[id] for id in one.supports]
    parts = [
        say(one.kind.in_words),
        one.element,
        say("led by {name}", name=names[one.lead]) if one.lead else "",
        say("helped by {names}", names=listed(helps)) if helps else "",
        say("chair: {name}", name=one.chair) if one.chair else "",
        _rhythm(one),
        _months(one),
    ]
    return " · ".join(part for part in parts if part)


def _rhythm(one: Group) -> str:
    if one.meetings_a_year is None:
        return ""
    return say_count(
        "{n} meeting a year",
        "{n} meetings a year",
        1 if one.meetings_a_year == 1 else 2,
        n=plain(one.meetings_a_year),
    )


def _months(one: Group) -> str:
    if one.begins and one.ends:
        return say("{first} to {last}", first=month(one.begins), last=month(one.ends))
    if one.begins:
        return say("from {first}", first=month(one.begins))
    return say("until {last}", last=month(one.ends)) if one.ends else ""


def months_note(view: PartnersView) -> str:
    """What first and last months do; empty where no group has any."""
    if not any(one.begins or one.ends for one in view.groups):
        return ""
    if not view.start:
        return say("First and last months count once the page Outlook has a first month.")
    return say(
        "A group counts in each year for the months it runs; the years begin in {month}.",
        month=month(view.start),
    )


def where_counted(bundle: Bundle, catalog: Catalog) -> str:
    """Which numbers that make work are counted and not typed; empty where all are typed."""
    if bundle.plan is None or bundle.plan.drivers is None or not bundle.counts:
        return ""
    on = {one.id: one.counted_on for one in catalog.drivers}
    pages = dict.fromkeys(on[driver] for driver in bundle.counts)
    return " ".join(
        say(
            "Counted from the lists on the page {page}: {what}.",
            page=say(step_of(page).label),
            what=listed(
                counts_told(
                    {driver: n for driver, n in bundle.counts.items() if on[driver] == page},
                    catalog,
                )
            ),
        )
        for page in pages
    )
