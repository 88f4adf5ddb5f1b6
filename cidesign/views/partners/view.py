"""What the page Partners shows: who takes part, who leads and who supports which group, what is
missing, and what the lists count for the hours needed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.measures import Measure
from cidesign.domain.pathway import PathwayEntry, PathwayKind
from cidesign.domain.set_in_plan import COORDINATION
from cidesign.domain.work import OWN_REPORTS, SITES, Group, Part, Partner, silent
from cidesign.domain.workshop import Bundle

_ELSEWHERE = (COORDINATION, SITES, OWN_REPORTS)
"""What is counted on other pages."""


@dataclass(frozen=True)
class Gaps:
    """What is missing in the work as it is shared now.

    Args:
        unserved: parts of the agenda on which no partner works, and strategies no group carries.
        unled: groups that nobody leads, though somebody helps.
        unsupported: groups that have a lead and nobody who helps.
        empty: groups of no part of the agenda with neither.
        away: partners that neither lead nor support anything.
        idle: those that support others and lead nothing.
        free: partners that do nothing yet and said what they are good at.
        chairless: groups without a chair.
        without_people: groups without anybody who lives with the problem.
        without_data: groups without anybody who brings data.
        aimless: groups without an aim.
        silent: groups that have not said how often they meet.
        one_sector: the one sector all partners come from, where there are three or more.
        serve_unknown: the partners that have not said whom they serve, where others have.
        unsigned: partners that lead a group and have not signed, where others have.
        uncommitted: likewise those that have not said what they commit to do.
    """

    unserved: tuple[str, ...] = ()
    unled: tuple[Group, ...] = ()
    unsupported: tuple[Group, ...] = ()
    empty: tuple[Group, ...] = ()
    away: tuple[Partner, ...] = ()
    idle: tuple[Partner, ...] = ()
    free: tuple[Partner, ...] = ()
    chairless: tuple[Group, ...] = ()
    without_people: tuple[Group, ...] = ()
    without_data: tuple[Group, ...] = ()
    aimless: tuple[Group, ...] = ()
    silent: tuple[Group, ...] = ()
    one_sector: str = ""
    serve_unknown: tuple[Partner, ...] = ()
    unsigned: tuple[Partner, ...] = ()
    uncommitted: tuple[Partner, ...] = ()


@dataclass(frozen=True)
class PartnersView:
    """The lists as they are.

    Args:
        groups: all, committees too.
        parts: by partner and group, whether it leads or supports.
        counts: how many the lists count of what makes work, by driver.
        counts_for_need: whether a plan follows them; not where its hours are set by hand.
        start: the first month of the years; empty where nobody asks about the years yet.
    """

    partners: tuple[Partner, ...]
    groups: tuple[Group, ...]
    measures: tuple[Measure, ...]
    parts: Mapping[tuple[str, str], Part]
    gaps: Gaps
    counts: Mapping[str, Decimal]
    counts_for_need: bool
    start: str

    @property
    def sectors(self) -> Mapping[str, str]:
        """The sectors they come from, each once, as it was written last."""
        return _sectors(self.partners)

    @property
    def working(self) -> tuple[Group, ...]:
        """The groups that partners lead and support."""
        return tuple(one for one in self.groups if one.works)

    @property
    def at_work(self) -> tuple[Partner, ...]:
        """The partners that lead or support something: those that lead the first groups first."""
        order = {group.id: place for place, group in enumerate(self.working)}
        first = {
            one.id: min(
                (part, order[group]) for (id, group), part in self.parts.items() if id == one.id
            )
            for one in self.partners
            if any(id == one.id for id, _ in self.parts)
        }
        found = [one for one in self.partners if one.id in first]
        return tuple(sorted(found, key=lambda one: first[one.id]))


def partners_view(bundle: Bundle) -> PartnersView:
    """Who does what with whom, for the open workshop."""
    working = [one for one in bundle.groups if one.works]
    parts = {(id, group.id): Part.SUPPORTS for group in working for id in group.supports}
    parts |= {(group.lead, group.id): Part.LEADS for group in working if group.lead}
    return PartnersView(
        partners=bundle.partners,
        groups=bundle.groups,
        measures=bundle.measures,
        parts=parts,
        gaps=_gaps(bundle, parts),
        counts={id: n for id, n in bundle.counts.items() if id not in _ELSEWHERE},
        counts_for_need=bundle.plan is not None and bundle.plan.drivers is not None,
        start=bundle.outlook.start if bundle.outlook else "",
    )


def _gaps(bundle: Bundle, parts: Mapping[tuple[str, str], Part]) -> Gaps:
    working = [one for one in bundle.groups if one.works]
    bare = [one for one in working if not one.lead and not one.supports]
    served = {_same(one.element) for one in working if one not in bare}
    elements = {_same(one.element): one.element for one in bare if one.element}
    elements |= {_same(one.called): one.called for one in _uncarried(bundle)} if working else {}
    leads = {id for (id, _), part in parts.items() if part is Part.LEADS}
    active = {id for id, _ in parts}
    away = tuple(one for one in bundle.partners if one.id not in active) if working else ()
    sectors = _sectors(bundle.partners)
    told = [one for one in bundle.partners if one.serves]
    leading = [one for one in bundle.partners if one.id in leads]
    return Gaps(
        unserved=tuple(said for same, said in elements.items() if same not in served),
        unled=tuple(one for one in working if not one.lead and one.supports),
        unsupported=tuple(one for one in working if one.lead and not one.supports),
        empty=tuple(one for one in bare if not one.element or _same(one.element) in served),
        away=away,
        idle=tuple(one for one in bundle.partners if one.id in active - leads),
        free=tuple(one for one in away if one.good_at),
        chairless=tuple(one for one in bundle.groups if not one.chair),
        without_people=tuple(one for one in bundle.groups if not one.people_affected),
        without_data=tuple(one for one in working if not one.evidence),
        aimless=tuple(one for one in working if not one.aim),
        silent=silent(bundle.groups),
        one_sector=next(iter(sectors.values()))
        if len(bundle.partners) > 2 and len(sectors) == 1
        else "",
        serve_unknown=tuple(one for one in bundle.partners if not one.serves) if told else (),
        unsigned=tuple(one for one in leading if not one.formal_member)
        if any(one.formal_member for one in bundle.partners)
        else (),
        uncommitted=tuple(one for one in leading if not one.has_committed)
        if any(one.has_committed for one in bundle.partners)
        else (),
    )


def _uncarried(bundle: Bundle) -> list[PathwayEntry]:
    """The strategies of the common agenda that no group carries."""
    strategies = [one for one in bundle.pathway if one.kind is PathwayKind.STRATEGY]
    return [one for one in strategies if not one.carried_by(bundle.groups)]


def _sectors(partners: Iterable[Partner]) -> dict[str, str]:
    return {_same(one.sector): one.sector for one in partners}


def _same(text: str) -> str:
    return " ".join(text.split()).casefold()
