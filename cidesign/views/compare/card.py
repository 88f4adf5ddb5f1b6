"""Five sentences a volunteer understands: who leads, would it hold, what to talk about, what would
change it, what we do not know.
"""

from dataclasses import dataclass, replace

from cidesign.text import mark, say
from cidesign.views.compare.card_words import sentence
from cidesign.views.compare.change import change, unknown
from cidesign.views.compare.claims import Claim, Kind
from cidesign.views.compare.holds import holds
from cidesign.views.compare.labels import InRows, in_rows
from cidesign.views.compare.leads import leads, talk
from cidesign.views.compare.robustness import RobustnessView
from cidesign.views.compare.view import CompareView
from cidesign.views.compare.words import to_know

TITLES = {
    "leads": mark("Who leads"),
    "holds": mark("Would it hold"),
    "talk": mark("Talk about"),
    "change": mark("What would change it"),
    "unknown": mark("What we do not know"),
}


@dataclass(frozen=True)
class Line:
    """One or two short sentences, and the claim each of them makes."""

    sentences: tuple[str, ...]
    claims: tuple[Claim, ...]

    @property
    def text(self) -> str:
        """The sentences in a row."""
        return " ".join(self.sentences)


@dataclass(frozen=True)
class FiveSentences:
    """What a committee should know of its result before it reads a chart."""

    leads: Line
    holds: Line
    talk: Line
    change: Line
    unknown: Line

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Each with its title, in the order people read them."""
        return tuple((say(title), getattr(self, name).text) for name, title in TITLES.items())


def five_sentences(view: CompareView, evidence: RobustnessView) -> FiveSentences:
    """The five sentences of a closed round.

    Args:
        view: as a group may see it; its labels are what people read.
        evidence: of the same round.

    Raises:
        ValueError: a round is open, or there is nothing to compare yet.
    """
    if view.hidden or view.missing:
        raise ValueError("ask for the five sentences of a closed round with rules and scores only")
    labels = in_rows(view)
    return FiveSentences(
        leads=_line(leads(view), labels),
        holds=_line(_one_share(holds(view, evidence)), labels),
        talk=_line(talk(view, evidence), labels),
        change=_line(change(view, evidence), labels),
        unknown=_line(unknown(view, evidence), labels),
    )


def before_choosing(view: CompareView, evidence: RobustnessView) -> tuple[str, ...]:
    """What a reader must know before choosing and the five sentences do not say already."""
    kinds = {claim.kind for claim in unknown(view, evidence)}
    said = {
        *(view.uneven if Kind.UNEQUAL_RATERS in kinds else ()),
        *(view.blank if Kind.MISSING_SCORES in kinds else ()),
    }
    return tuple(one for one in to_know(view) if one not in said)


def _one_share(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Of a share of the weightings only the first figure, which stands in the answer too; under
    which other weights stands in the evidence.
    """
    return tuple(
        replace(one, numbers=one.numbers[:1], of=one.of[:1]) if one.kind is Kind.FIRST_IN else one
        for one in claims
    )


def _line(claims: tuple[Claim, ...], labels: InRows) -> Line:
    return Line(tuple(sentence(claim, labels).plain for claim in claims), claims)
