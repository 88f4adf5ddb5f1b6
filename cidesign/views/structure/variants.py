"""Ways to arrange a structure, such as loaned staff or a fiscal sponsor: for, against, figures, and
the one we chose.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import Said
from cidesign.domain.figures import listed
from cidesign.domain.guidance import VariantEntry
from cidesign.domain.structure import StructureProfile
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say
from cidesign.views.sources.facts import figure_name, source_words, value_words

NONE = ""
FOR, AGAINST, WATCH = (
    mark("For: {reason} ({source})"),
    mark("Against: {reason} ({source})"),
    mark("Watch: {reason} ({source})"),
)


@dataclass(frozen=True)
class VariantRow:
    """One variant in words: its sentences for and against with their sources, its figures, and the
    structures it goes with.
    """

    id: str
    label: str
    what: str
    lines: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True)
class VariantsView:
    """All variants, and the id of the chosen one; empty for none."""

    rows: tuple[VariantRow, ...]
    chosen: str

    @property
    def held(self) -> VariantRow | None:
        """The chosen one."""
        return next((row for row in self.rows if row.id == self.chosen), None)

    @property
    def labels(self) -> dict[str, str]:
        """Choices by id, none of them first."""
        return {NONE: say("None of these"), **{row.id: row.label for row in self.rows}}


def variants_view(bundle: Bundle, catalog: Catalog) -> VariantsView:
    """The variants of the catalog and what the record has chosen."""
    decision = (bundle.structure or StructureProfile()).decision
    return VariantsView(tuple(_row(entry, catalog) for entry in catalog.variants), decision.variant)


def variants_heading(view: VariantsView) -> str:
    """What is chosen."""
    return (
        say("Arranged as: {variant}", variant=view.held.label)
        if view.held
        else say("How could it be arranged?")
    )


def _row(entry: VariantEntry, catalog: Catalog) -> VariantRow:
    goes_with = listed([catalog.labels.structures[id] for id in entry.structures])
    return VariantRow(
        id=entry.id,
        label=entry.label,
        what=entry.what,
        lines=(
            *((say("Goes with: {structures}.", structures=goes_with),) if goes_with else ()),
            *_said(FOR, entry.pros, catalog),
            *_said(AGAINST, entry.cons, catalog),
            *_said(WATCH, entry.watch, catalog),
            *(
                say(
                    "{name}: {reason} ({source})",
                    name=one.name,
                    reason=one.says,
                    source=source_words(one.source, catalog),
                )
                for one in entry.examples
            ),
        ),
        figures=tuple(
            say(
                "{figure}: {value} ({basis}; {source})",
                figure=figure_name(key),
                value=value_words(fact),
                basis=fact.basis.in_words,
                source=source_words(fact.source, catalog),
            )
            for key, fact in entry.figures.items()
        ),
    )


def _said(pattern: str, said: Iterable[Said], catalog: Catalog) -> Iterable[str]:
    return (say(pattern, reason=one.says, source=source_words(one.source, catalog)) for one in said)
