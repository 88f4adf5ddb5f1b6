"""What a further round changed, and how seats of four or more differ: after the close only, with
raters as letters.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from cidesign.acts.sheets import last_round
from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.catalog import Catalog
from cidesign.domain.labels import NOBODY, Labels, labels_of
from cidesign.domain.problem import BadInput
from cidesign.domain.rules import Aggregation, Missing, Seats
from cidesign.domain.workshop import Bundle
from cidesign.selection.by_seat import BySeat, by_seat
from cidesign.selection.movement import Movement, movement
from cidesign.value import rank, rater_sheets
from cidesign.views.compare.letters import lettered, shown_as_letters
from cidesign.views.compare.view import lot_of, people_of


@dataclass(frozen=True)
class RoundsView:
    """The last round beside the one before.

    Args:
        movement: what changed.
        by_rater: whether it may be told rater by rater: four or more took part.
        named: the names in its sentences.
    """

    movement: Movement
    by_rater: bool
    named: Labels


@dataclass(frozen=True)
class PointsMoved:
    """A candidate's points as of both rounds, None where there were none; ``leads``: first after
    the later one.
    """

    label: str
    before: Fraction | None
    after: Fraction | None
    leads: bool


def points_moved(view: RoundsView) -> tuple[PointsMoved, ...]:
    """One row for each candidate, in rank order after the later round."""
    return tuple(
        PointsMoved(
            view.named.candidates[one.candidate],
            one.points_before,
            one.points_after,
            one.rank_after == 1,
        )
        for one in view.movement.places
    )


@dataclass(frozen=True)
class SeatsView:
    """Seats side by side, and whether the rules count each of them equally."""

    by_seat: BySeat
    equal: bool
    named: Labels


def rounds_view(bundle: Bundle, catalog: Catalog) -> RoundsView | None:
    """What the last closed round changed; None while a round is open, where only one was held,
    where this reader may see the result alone, or where nothing can be ranked.
    """
    turn = last_round(bundle)
    if not _may_be_told(bundle) or turn < 2:
        return None
    shown = lettered(bundle)
    try:
        found = _between(shown, turn)
    except BadInput:
        return None  # the page's own comparison tells what must be mended
    by_rater = len(found.raters) >= FEWEST_IN_A_GROUP and _by_raters(bundle)
    return RoundsView(found, by_rater, named(bundle, catalog))


def _between(bundle: Bundle, turn: int) -> Movement:
    """A candidate who came between the rounds has no earlier points, so a gap of the earlier round
    is left out, never refused.
    """
    rules = bundle.rules
    if rules is None:
        raise ValueError("ask for rounds of a bundle with rules only")
    earlier = rules.model_copy(update={"missing": Missing.LEAVE_OUT})
    people, lot = people_of(bundle), lot_of(bundle)
    return movement(
        rater_sheets(earlier, bundle.scores, round=turn - 1, **people),
        rater_sheets(rules, bundle.scores, round=turn, **people),
        earlier=rank(earlier, bundle.scores, round=turn - 1, lot=lot, **people),
        later=rank(rules, bundle.scores, round=turn, lot=lot, **people),
    )


def seats_view(bundle: Bundle, catalog: Catalog) -> SeatsView | None:
    """How seats see the candidates; None while a round is open, for one agreed score, where this
    reader may see the result alone, or where nothing can be ranked.
    """
    if not _may_be_told(bundle) or not _by_raters(bundle) or bundle.rules is None:
        return None
    try:
        found = by_seat(bundle.rules, bundle.scores, **people_of(bundle))
    except BadInput:
        return None
    return SeatsView(found, bundle.rules.seats is Seats.EQUAL, named(bundle, catalog))


def _may_be_told(bundle: Bundle) -> bool:
    return (
        not bundle.workshop.round_is_open
        and bundle.result is None
        and bundle.rules is not None
        and bool(bundle.scores)
    )


def _by_raters(bundle: Bundle) -> bool:
    return bundle.rules is not None and bundle.rules.aggregation is not Aggregation.CONSENSUS


def named(bundle: Bundle, catalog: Catalog) -> Labels:
    """The labels of candidates and criteria, and members only where the rule sheet shows names."""
    labels = labels_of(bundle, catalog.labels)
    members = NOBODY if shown_as_letters(bundle) else labels.members
    return replace(labels, members=members)
