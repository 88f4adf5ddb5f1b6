"""Score sheets: who owes which, what of it is saved, and what a member may see, which is her
own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cidesign.acts.step_aside import SET_ASIDE
from cidesign.domain.labels import labels_of
from cidesign.domain.panel import Candidate, Letter, Score
from cidesign.domain.rules import Aggregation, Criterion, Missing, Reasons
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.value import CONSENSUS_RATER, latest


@dataclass(frozen=True)
class Cell:
    """One criterion on a member's sheet; ``score`` None: not rated. ``round``: in which it was
    given, 0 where it was not.
    """

    criterion: Criterion
    score: Decimal | None = None
    reason: str = ""
    round: int = 0


@dataclass(frozen=True)
class Sheet:
    """A member's sheet on one candidate; ``words_owed``: whether the rules ask for a strength and a
    concern.
    """

    candidate: Candidate
    cells: tuple[Cell, ...]
    strength: str = ""
    concern: str = ""
    words_owed: bool = False

    @property
    def saved(self) -> int:
        """How many criteria have a score."""
        return sum(cell.score is not None for cell in self.cells)

    @property
    def left(self) -> int:
        """How many have none yet."""
        return len(self.cells) - self.saved

    @property
    def complete(self) -> bool:
        """Whether nothing is owed any more."""
        return not self.left and (not self.words_owed or bool(self.strength and self.concern))


@dataclass(frozen=True)
class Owed:
    """What one rater owes: scores ``given`` and ``missing``, and candidates without a strength and
    a concern.
    """

    rater: str
    given: int
    missing: int
    words_missing: int

    @property
    def complete(self) -> bool:
        """Whether her whole sheet is in."""
        return not self.missing and not self.words_missing

    @property
    def begun(self) -> bool:
        """Whether she has given a score and still owes one."""
        return bool(self.given and self.missing)


def raters(bundle: Bundle) -> dict[str, str]:
    """Who scores, name by id: the members and whoever stands in the scores; where the sheet asks
    for one agreed score, the panel. In a record made for one reader, in which others are letters,
    the letters and she herself.
    """
    if bundle.rules is not None and bundle.rules.aggregation is Aggregation.CONSENSUS:
        return {CONSENSUS_RATER: say("The panel, with one agreed score")}
    members = labels_of(bundle).members
    scored = dict.fromkeys(score.rater for score in bundle.scores)
    named = {rater: members[rater] for rater in scored}
    if any(isinstance(rater, Letter) for rater in scored):
        return {**{id: members[id] for id in bundle.letters if id in members}, **named}
    return {**members, **named}


def is_rater(bundle: Bundle, rater: str) -> bool:
    """Whether she is one of them, in a moment: asked at every score."""
    agreed = bundle.rules is not None and bundle.rules.aggregation is Aggregation.CONSENSUS
    scored_lately = any(one.rater == rater for one in reversed(bundle.scores))
    return (scored_lately and not agreed) or rater in raters(bundle)


def to_score(bundle: Bundle) -> tuple[Candidate, ...]:
    """The candidates that are scored: the eligible ones, and the others too where the rule sheet
    refuses gaps.
    """
    refuses = bundle.rules is not None and bundle.rules.missing is Missing.REFUSE
    return tuple(one for one in bundle.candidates if one.eligible or refuses)


def last_round(bundle: Bundle) -> int:
    """The round that is open, or the last there was."""
    return max([bundle.workshop.round, *(score.round for score in bundle.scores)])


def sheets_of(bundle: Bundle, rater: str) -> tuple[Sheet, ...]:
    """A rater's own sheets, one for each candidate she does not step aside for; nobody else's."""
    aside = {one.candidate for one in bundle.recusals if one.rater == rater}
    mine = latest(score for score in bundle.scores if score.rater == rater)
    words = _words_of(bundle, rater)
    rated = bundle.rules.rated if bundle.rules else ()
    owes_words = bundle.rules is not None and bundle.rules.reasons is Reasons.PER_CANDIDATE
    return tuple(
        Sheet(
            candidate=one,
            cells=tuple(
                _cell(criterion, mine.get((rater, one.id, criterion.id))) for criterion in rated
            ),
            strength=words.get(one.id, ("", ""))[0],
            concern=words.get(one.id, ("", ""))[1],
            words_owed=owes_words,
        )
        for one in to_score(bundle)
        if one.id not in aside
    )


def _cell(criterion: Criterion, score: Score | None) -> Cell:
    if score is None or score.score is None:
        return Cell(criterion)
    return Cell(criterion, score.score, score.reason, score.round)


def _words_of(bundle: Bundle, rater: str) -> Mapping[str, tuple[str, str]]:
    mine = sorted(
        (one for one in bundle.remarks if one.rater == rater),
        key=lambda one: (one.round, one.seq or 0),
    )
    return {one.candidate: (one.strength, one.concern) for one in mine}


def owed(bundle: Bundle) -> tuple[Owed, ...]:
    """What every rater owes; one who steps aside for everybody owes nothing and is left out."""
    listed = []
    for rater in raters(bundle):
        sheets = sheets_of(bundle, rater)
        if sheets:
            words = sum(
                1 for sheet in sheets if sheet.words_owed and not (sheet.strength and sheet.concern)
            )
            listed.append(
                Owed(
                    rater,
                    sum(sheet.saved for sheet in sheets),
                    sum(sheet.left for sheet in sheets),
                    words,
                )
            )
    return tuple(listed)


def steps_aside_for(bundle: Bundle, rater: str) -> tuple[str, ...]:
    """Names of the candidates a rater steps aside for, of her own accord."""
    mine = (one for one in bundle.recusals if one.rater == rater)
    return _named(bundle, {one.candidate for one in mine if one.kind != SET_ASIDE})


def set_aside_of(bundle: Bundle, rater: str) -> tuple[str, ...]:
    """Names of the candidates a rater's unfinished sheets were set aside for."""
    mine = (one for one in bundle.recusals if one.rater == rater)
    return _named(bundle, {one.candidate for one in mine if one.kind == SET_ASIDE})


def _named(bundle: Bundle, ids: set[str]) -> tuple[str, ...]:
    return tuple(one.label for one in bundle.candidates if one.id in ids)


def undeclared(bundle: Bundle, rater: str) -> tuple[str, ...]:
    """Candidates a member has said nothing about yet, so that she neither sees nor fills a sheet
    for them: the page and the step ask here.

    The panel as one, and a rater who is no member, declare nothing. A member of a bundle that came
    without declarations is asked anew.
    """
    if rater not in [member.id for member in bundle.workshop.members]:
        return ()
    said = {one.candidate for one in bundle.recusals if one.rater == rater}
    said |= {one.candidate for one in bundle.declarations if one.rater == rater}
    return tuple(one.id for one in to_score(bundle) if one.id not in said)
