"""What is worth knowing, in sentences: each thing with its figures, what they rest on, and where it
comes from.
"""

from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Fact
from cidesign.domain.guidance import FunderRole, Guidance
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.funding import parts
from cidesign.views.sources.facts import (
    Block,
    figure_name,
    range_words,
    source_words,
    value_words,
)


def told(catalog: Catalog, about: str) -> tuple[Block, ...]:
    """Each thing of a list: its name, its source as a note, then what it says and its figures."""
    return tuple(
        (one.label, source_words(one.source, catalog), _lines(one))
        for one in catalog.guidance_about(about)
    )


def funders(catalog: Catalog, bundle: Bundle) -> tuple[Block, ...]:
    """What funders can do, phase by phase, each with its source, and who of ours takes it on."""
    ours = parts.takers(bundle)
    return tuple(
        (
            phase.label,
            "",
            tuple(
                _role(role, ours.get(role.id, ""), catalog)
                for role in catalog.funder_roles
                if role.phase == phase.id
            ),
        )
        for phase in catalog.phases
    )


def _role(role: FunderRole, taken_by: str, catalog: Catalog) -> str:
    said = say(
        "{name}: {says} ({source})",
        name=role.label,
        says=role.says,
        source=source_words(role.source, catalog),
    )
    return f"{said} {say('Taken on by {names}.', names=taken_by)}" if taken_by else said


def _lines(one: Guidance) -> tuple[str, ...]:
    return (one.says, *(_figure(figure_name(key), fact) for key, fact in one.figures.items()))


def _figure(name: str, fact: Fact) -> str:
    slots = {
        "name": name,
        "value": value_words(fact),
        "basis": fact.basis.in_words,
        "range": range_words(fact),
    }
    return (
        say("{name}: {value}; range {range} ({basis})", **slots)
        if slots["range"]
        else say("{name}: {value} ({basis})", **slots)
    )
