"""Where functions sit with several hosts: who holds which of the six, and what that asks of
everybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.labels import labels_of
from cidesign.domain.structure import StructureProfile
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.sources.facts import source_words

SOURCE = "strive_2013"
OWN = ""


@dataclass(frozen=True)
class HostRow:
    """One function and whom it sits with: a candidate's id, empty for the backbone's own host."""

    function: str
    label: str
    what: str
    host: str


@dataclass(frozen=True)
class HostsView:
    """Function by function. ``choices``: id and what people read, the backbone's own host first;
    ``offered``: our structure asks for it.
    """

    rows: tuple[HostRow, ...]
    choices: Mapping[str, str]
    offered: bool
    elsewhere: int
    source: str

    @property
    def can_be_shared(self) -> bool:
        """Whether there is anybody to give a function to."""
        return len(self.choices) > 1


def hosts_view(bundle: Bundle, catalog: Catalog) -> HostsView:
    """Who holds which function, with the candidates as choices."""
    profile = bundle.structure or StructureProfile()
    held = set(profile.hosts.values())
    candidates = {one.id: one.label for one in bundle.candidates if one.eligible or one.id in held}
    decided = profile.decision.structure
    return HostsView(
        rows=tuple(
            HostRow(one.id, one.short, one.what, profile.hosts.get(one.id, OWN))
            for one in catalog.functions
        ),
        choices={OWN: say("The backbone's own host"), **candidates},
        offered=bool(profile.hosts)
        or any(one.several for one in catalog.structures if one.id == decided),
        elsewhere=len(sitting_elsewhere(bundle, catalog)),
        source=source_words(SOURCE, catalog),
    )


def hosts_claim(view: HostsView) -> str:
    """How many functions sit elsewhere."""
    if not view.elsewhere:
        return say("All six functions sit with one host")
    return say_count(
        "{n} of six functions sits elsewhere",
        "{n} of six functions sit elsewhere",
        view.elsewhere,
        n=view.elsewhere,
    )


def hosts_warning(view: HostsView) -> str:
    """What it means to split functions."""
    if not view.elsewhere:
        return say(
            "Where several want to be the backbone, functions can be shared out instead "
            "({source}). It is harder to see who answers.",
            source=view.source,
        )
    return say(
        "With functions in several places nobody answers for all of them. Write down who does, who "
        "reports to whom, and when you meet. Team says what of the cost each works for."
    )


def sitting_elsewhere(bundle: Bundle, catalog: Catalog) -> list[tuple[str, str]]:
    """Functions that sit with another than the backbone's own host: their short names and whom they
    sit with.
    """
    hosts = (bundle.structure or StructureProfile()).hosts
    candidates = labels_of(bundle).candidates
    return [
        (one.short, candidates[hosts[one.id]]) for one in catalog.functions if hosts.get(one.id)
    ]
