"""What is worth knowing, in sentences: each thing with its figures, what they rest on, and where it comes from."""

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import listed
from cidesign.domain.guidance import Guidance
from cidesign.steps.fact_words import basis_words, figure_name, source_words, value_words
from cidesign.text import say

Block = tuple[str, str, tuple[str, ...]]


def told(catalog: Catalog, about: str) -> tuple[Block, ...]:
    """Each thing of a list: its name, its source as a note, then what it says and its figures."""
    return tuple((one.label, source_words(one.source, catalog), _lines(one)) for one in catalog.guidance_about(about))


def funders(catalog: Catalog) -> tuple[Block, ...]:
    """What funders can do, phase by phase, each with its source."""
    return tuple(
        (
            phase.label,
            "",
            tuple(
                say("{name}: {says} ({source})", name=role.label, says=role.says, source=source_words(role.source, catalog))
                for role in catalog.funder_roles
                if role.phase == phase.id
            ),
        )
        for phase in catalog.phases
    )


def _lines(one: Guidance) -> tuple[str, ...]:
    figures = [
        say("{name}: {value} ({basis})", name=figure_name(key), value=value_words(fact), basis=basis_words(fact))
        for key, fact in one.figures.items()
    ]
    return (one.says, say("{figures}.", figures=listed(figures))) if figures else (one.says,)
