"""What the page Structure shows first, put together once for each state of a workshop."""

from dataclasses import dataclass

from cidesign.acts.rule_sheet import mode_of
from cidesign.acts.seal import is_sealed
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import points
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.initiative import backbones
from cidesign.views.initiative.words import not_needed_because
from cidesign.views.sources.facts import Block
from cidesign.views.structure import places, words
from cidesign.views.structure.six import SixView, six_view, still_open
from cidesign.views.structure.view import Question, StructureView, structure_view

FIRST = 4
"""Questions that stand open on the page: the memo's own."""


@dataclass(frozen=True)
class StructurePage:
    """The views of the page's parts, the words of its card, and what to settle first."""

    view: StructureView
    six: SixView
    answer: str
    and_line: str
    mode_claim: str
    warnings: tuple[str, ...] = ()

    @property
    def first(self) -> tuple[Question, ...]:
        """The questions that stand open."""
        return self.view.about("structure")[:FIRST]

    @property
    def more(self) -> tuple[Question, ...]:
        """The questions in a tab of their own."""
        return self.view.about("structure")[FIRST:]


def structure_page(bundle: Bundle, catalog: Catalog) -> StructurePage:
    """What fits, the questions, and the words of the card; the tabs make their own.

    Raises:
        BadInput: an answer or judgement about something unknown, or off its scale.
    """
    view, six = structure_view(bundle, catalog=catalog), six_view(bundle, catalog)
    answer, more = _card(bundle, view, six)
    return StructurePage(
        view=view,
        six=six,
        answer=answer,
        and_line=more,
        mode_claim=words.mode_claim(view, _sealed_way(bundle, catalog)),
        warnings=(*backbones.warnings(bundle, catalog), *places.warnings(bundle, catalog)),
    )


def _sealed_way(bundle: Bundle, catalog: Catalog) -> str:
    """How the host is chosen, once that is sealed and no longer a matter of advice."""
    mode = mode_of(bundle)
    return catalog.labels.modes[mode] if mode and is_sealed(bundle) else ""


def _card(bundle: Bundle, view: StructureView, six: SixView) -> tuple[str, str]:
    """The two sentences of the card: what fits, or that nothing is chosen here."""
    if bundle.workshop.has_a_backbone:
        return not_needed_because(bundle), say(
            "No structure is chosen. What would fit stands below, to look at."
        )
    return words.answer(view), " ".join(
        part for part in (words.and_line(view), still_open(six)) if part
    )


def others_told(view: StructureView, catalog: Catalog) -> tuple[Block, ...]:
    """The structures that fit less well, each with its points, what it is, and what speaks for and
    against it.
    """
    return tuple(
        (
            say("{structure}: {points} points", structure=row.label, points=points(row.points)),
            row.what,
            (*words.against_and_for(row), *filter(None, [words.examples(row, catalog)])),
        )
        for row in view.fits[1:]
    )
