"""What those who pay take on beside it, who of them by when, and how they want to read what came of
it; what nobody takes on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cidesign.acts.awards import sources_of
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import inside as lower
from cidesign.domain.figures import listed, month
from cidesign.domain.first_year import first_month
from cidesign.domain.funding import Results, Source, TakenOn
from cidesign.domain.guidance import FunderRole
from cidesign.domain.naming import name_from, payer_named
from cidesign.domain.value import MONTHS, months_between
from cidesign.domain.words import PHASES, Phase
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.text.sentence import NOTHING, Sentence, in_a_row, inside, known, own, told


@dataclass(frozen=True)
class Taken:
    """A part that somebody who pays takes on.

    Args:
        source: who pays; ``place``: in our list of money.
        part: as it is written there; ``number``: in the source's list.
        role: the part a funder can play; None for one the catalog does not know.
    """

    source: Source
    place: int
    part: TakenOn
    number: int
    role: FunderRole | None

    @property
    def label(self) -> Sentence:
        """The part in words."""
        return known(self.role.label) if self.role else own(name_from(self.part.role))


def taken(bundle: Bundle, catalog: Catalog) -> tuple[Taken, ...]:
    """All that is taken on, in the order of the months by which; what has none last."""
    roles = {one.id: one for one in catalog.funder_roles}
    found = [
        Taken(source, place, part, number, roles.get(part.role))
        for place, source in enumerate(sources_of(bundle))
        for number, part in enumerate(source.takes_on)
    ]
    return tuple(sorted(found, key=lambda one: one.part.by or "9999"))


def phase_now(bundle: Bundle) -> Phase | None:
    """The phase in which the first year begins; None where nobody has said."""
    years = bundle.outlook
    if years is not None and (phase := years.phase_in(first_month(sources_of(bundle), years))):
        return phase
    return bundle.plan.phase if bundle.plan else None


def nobody(bundle: Bundle, catalog: Catalog) -> tuple[FunderRole, ...]:
    """The parts of our phase that nobody takes on; none where nobody was asked yet."""
    return _open(bundle, catalog, phase_now(bundle))


def next_parts(bundle: Bundle, catalog: Catalog) -> tuple[int, tuple[FunderRole, ...]] | None:
    """Which of the phases of our years follows the present one, by its place among them, and what
    of it nobody takes on yet; None where none follows, nobody was asked or nothing is open.
    """
    years, now = bundle.outlook, phase_now(bundle)
    if years is None or now is None:
        return None
    for place, one in enumerate(years.phases):
        if one.from_ > years.start and PHASES.index(one.phase) > PHASES.index(now):
            open_ = _open(bundle, catalog, one.phase)
            return (place, open_) if open_ else None
    return None


def _open(bundle: Bundle, catalog: Catalog, phase: Phase | None) -> tuple[FunderRole, ...]:
    sources = sources_of(bundle)
    there = {part.role for one in sources for part in one.takes_on}
    if not there:
        return ()
    return tuple(
        one
        for one in catalog.funder_roles
        if one.phase == phase
        and one.id not in there
        and not any(_shows(source, one.seen_in) for source in sources)
    )


def _shows(source: Source, seen_in: str) -> bool:
    """Whether what somebody pays is itself that part."""
    if seen_in == "free_money":
        return bool(source.usd) and not source.restricted
    return seen_in == "several_years" and months_between(source.from_, source.to) >= MONTHS


def nobody_takes_on(bundle: Bundle, catalog: Catalog) -> Sentence:
    """What nobody takes on in our phase; nothing where nobody was asked, or all is taken."""
    open_ = nobody(bundle, catalog)
    if not open_:
        return NOTHING
    return told(
        say("Still open for a funder to take on: {parts}."),
        parts=in_a_row([inside(known(one.label)) for one in open_]),
    )


def takers(bundle: Bundle) -> Mapping[str, str]:
    """Who takes on each part that is taken, by its id."""
    found: dict[str, list[str]] = {}
    for source in sources_of(bundle):
        for one in source.takes_on:
            found.setdefault(one.role, []).append(payer_named(source.id))
    return {role: listed(names) for role, names in found.items()}


def labels_of_parts(catalog: Catalog) -> Mapping[str, str]:
    """What a funder can take on, by id, in the order of the phases."""
    return {one.id: one.label for one in catalog.funder_roles}


def of_source(source: Source, catalog: Catalog) -> Iterator[str]:
    """What one takes on, and how it wants to read results; nothing where nobody has said."""
    known_ = labels_of_parts(catalog)
    if source.takes_on:
        said = [
            _part(one, lower(known_.get(one.role) or name_from(one.role)))
            for one in source.takes_on
        ]
        yield say("It takes on: {parts}.", parts=listed(said))
    if source.results is Results.SHARED:
        yield say("It reads what came of it by our shared measures, and asks for no own report.")
    if source.results is Results.OWN:
        yield say("It wants a report of its own; that counts for the hours needed.")


def _part(one: TakenOn, label: str) -> str:
    slots = {"part": label, "who": one.who, "month": month(one.by) if one.by else ""}
    if one.who and one.by:
        return say("{part} ({who}, by {month})", **slots)
    if one.who:
        return say("{part} ({who})", **slots)
    return say("{part} (by {month})", **slots) if one.by else say("{part}", **slots)


def watch(source: Source, catalog: Catalog) -> Iterator[str]:
    """What of the parts it takes on is loose: nobody named, or after its money has ended."""
    known_ = labels_of_parts(catalog)
    for one in source.takes_on:
        label = known_.get(one.role) or name_from(one.role)
        if one.by and one.by > source.to:
            yield say(
                "{part} is to be done by {month}, after its money has ended: agree on an earlier "
                "month, or on longer money.",
                part=label,
                month=month(one.by),
            )
        if not one.who:
            yield say("{part}: nobody there is named yet.", part=label)
