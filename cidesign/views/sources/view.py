"""What the page Sources shows: every figure with its range, date, basis and source, assumptions
first; and how many of each.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Basis, Fact, Source
from cidesign.domain.figures import count, listed
from cidesign.domain.walk import WALK, step_of
from cidesign.text import say, say_count
from cidesign.views.sources.facts import (
    KINDS,
    as_of_words,
    place_words,
    range_words,
    source_words,
    value_words,
)

ORDER = (Basis.ASSUMED, Basis.PUBLISHED, Basis.COMPUTED, Basis.JUDGED)
"""What must be questioned first comes first."""
ON_A_PAGE = 15
ANY = ""
OURSELVES = "own"
"""The source that is no source: what we assumed ourselves."""


@dataclass(frozen=True)
class FactRow:
    """One figure in words. ``kind``: its file; ``basis``: an id; ``told``: its range, date, basis
    and source.
    """

    kind: str
    basis: str
    what: str
    value: str
    told: str

    @property
    def found_by(self) -> str:
        """Everything a search looks at, in small letters."""
        return f"{self.what} {self.value} {self.told}".casefold()


@dataclass(frozen=True)
class Asked:
    """What a reader wants to see: words that must all stand in a row, a basis and a file (empty:
    any).
    """

    words: str = ""
    basis: str = ANY
    kind: str = ANY


@dataclass(frozen=True)
class SourcesView:
    """Every figure, assumptions first; how many of each basis; how many sources that others
    published, and how many of those were read second-hand.
    """

    rows: tuple[FactRow, ...]
    counted: Mapping[Basis, int]
    outside: int
    second_hand: int

    @property
    def bases(self) -> dict[str, str]:
        """Choices of a basis, any first."""
        return {ANY: say("All"), **{basis.value: basis.in_words for basis in ORDER}}

    @property
    def kinds(self) -> dict[str, str]:
        """Choices of a file, any first; only files that hold figures."""
        held = {row.kind for row in self.rows}
        return {
            ANY: say("Everything"),
            **{kind: say(name) for kind, name in KINDS.items() if kind in held},
        }


def sources_view(catalog: Catalog) -> SourcesView:
    """All figures of the catalog in words."""
    facts = list(catalog.facts())
    cited = {fact.source for _, fact in facts}
    outside = [
        source for source in catalog.sources if source.id in cited and source.id != OURSELVES
    ]
    names = {source.id: source_words(source.id, catalog) for source in catalog.sources}
    rows = [
        FactRow(
            place.partition(".")[0],
            fact.basis.value,
            place_words(place, catalog),
            value_words(fact),
            _told(fact, names[fact.source]),
        )
        for place, fact in facts
    ]
    return SourcesView(
        rows=tuple(sorted(rows, key=lambda row: ORDER.index(Basis(row.basis)))),
        counted=Counter(fact.basis for _, fact in facts),
        outside=len(outside),
        second_hand=sum(source.secondary for source in outside),
    )


def _told(fact: Fact, source: str) -> str:
    """Basis first; no range where the bounds are the value itself."""
    bounds = range_words(fact)
    parts = (
        fact.basis.in_words,
        say("range {range}", range=bounds) if bounds else "",
        say("as of {date}", date=as_of_words(fact)),
        source,
    )
    return " · ".join(part for part in parts if part)


def answer(view: SourcesView) -> str:
    """How many figures, sources and assumptions."""
    return say(
        "{figures} figures from {sources} sources; {assumed} are our assumptions.",
        figures=f"{len(view.rows):,}",
        sources=f"{view.outside:,}",
        assumed=f"{view.counted.get(Basis.ASSUMED, 0):,}",
    )


def and_line(view: SourcesView) -> str:
    """The figures that are not assumed, and sources that were not read themselves."""
    told = say(
        "{published} are published, {computed} computed from published ones, {judged} judged from "
        "a source's words.",
        published=view.counted.get(Basis.PUBLISHED, 0),
        computed=view.counted.get(Basis.COMPUTED, 0),
        judged=view.counted.get(Basis.JUDGED, 0),
    )
    second = say_count(
        "{n} source was read second-hand.",
        "{n} sources were read second-hand.",
        view.second_hand,
        n=count(view.second_hand, opening=True),
    )
    return f"{told} {second}"


def found(view: SourcesView, asked: Asked) -> tuple[FactRow, ...]:
    """The rows a reader asked for, on all pages: each word must stand somewhere in the row."""
    wanted = asked.words.casefold().split()
    return tuple(
        row
        for row in view.rows
        if asked.basis in (ANY, row.basis)
        and asked.kind in (ANY, row.kind)
        and all(word in row.found_by for word in wanted)
    )


def pages_of(rows: Sequence[FactRow]) -> int:
    """How many pages a list takes, at least one."""
    return max(1, -(-len(rows) // ON_A_PAGE))


def page_of(rows: Sequence[FactRow], number: int) -> tuple[FactRow, ...]:
    """The rows of one page; a number beyond the last is the last."""
    first = (min(number, pages_of(rows)) - 1) * ON_A_PAGE
    return tuple(rows[first : first + ON_A_PAGE])


def found_words(rows: Sequence[FactRow], view: SourcesView) -> str:
    """How many of all figures are listed."""
    if not rows:
        return say("No figure is like that. Take away a word, or choose all.")
    return say("{found} of {all} figures", found=f"{len(rows):,}", all=f"{len(view.rows):,}")


def source_lines(catalog: Catalog) -> tuple[tuple[str, str, str], ...]:
    """Every source: its title, its address if it has one on the web, and who published it, how it
    was read and how often it is cited.
    """
    cited = Counter(id for _, id in catalog.citations())
    return tuple(
        (source.title, _address(source), _source_note(source, cited[source.id]))
        for source in catalog.sources
    )


def read_on(catalog: Catalog) -> tuple[tuple[str, str, str], ...]:
    """What to read on, in the order of the walk: its title; by whom, where and when; the page it
    helps with.
    """
    places = [step.id for step in WALK]
    return tuple(
        (one.title, f"{one.by}, {one.where}, {one.year}", say(step_of(one.page).label))
        for one in sorted(catalog.further_reading, key=lambda one: places.index(one.page))
    )


def _address(source: Source) -> str:
    plain_address = source.url.startswith(("https://", "http://")) and not set(source.url) & set(
        " <>\"'`\\\n"
    )
    return source.url if plain_address else ""


def _source_note(source: Source, times: int) -> str:
    parts: Iterable[str] = (
        source.publisher,
        source.year,
        say("read: {what}", what=source.read_as) if source.read_as else "",
        say("read second-hand") if source.secondary else "",
        say_count("cited {n} time", "cited {n} times", times, n=f"{times:,}"),
    )
    return " · ".join(part for part in parts if part)


def amounts(catalog: Catalog) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Money of other initiatives: how much, what it was, when, and where it was read."""
    return tuple(
        (
            case.label,
            case.place,
            tuple(
                say(
                    "{amount}: {kind} ({date}; {basis}; {source})",
                    amount=value_words(one.fact),
                    kind=one.kind,
                    date=as_of_words(one.fact),
                    basis=one.fact.basis.in_words,
                    source=source_words(one.fact.source, catalog),
                )
                for one in case.amounts
            ),
        )
        for case in catalog.cases
        if case.amounts
    )


def cases(catalog: Catalog) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Every case: its name, its structure and place, and what happened with its source."""
    return tuple(
        (
            case.label,
            say(
                "{structure} · {place}",
                structure=listed([catalog.labels.structures[id] for id in case.structures])
                or say("structure not told"),
                place=case.place,
            ),
            tuple(
                say("{what} ({source})", what=said.says, source=source_words(said.source, catalog))
                for said in case.what
            ),
        )
        for case in catalog.cases
    )
