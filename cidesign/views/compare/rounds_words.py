"""A further round in words: how many scores changed, who moved and in whose favor, whether we came
closer; and seats side by side.
"""

from collections.abc import Callable
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_IN_A_GROUP, LEVELS
from cidesign.domain.figures import count, inside, listed, points
from cidesign.domain.panel import Letter
from cidesign.selection.movement import Moved, Movement, Place, SpreadOfCell
from cidesign.text import say, say_count
from cidesign.text.sentence import Figure, Sentence, of, told
from cidesign.views.compare.rounds import RoundsView, SeatsView

MOST_CELLS = 5


def claim(view: RoundsView) -> str:
    """The heading."""
    return heading(view.movement).plain


def heading(found: Movement) -> Sentence:
    """Which round it is about, on a page and in a memo."""
    return told(say("What round {round} changed"), round=_last_round(found))


def scores_changed(found: Movement, number: Callable[[int], str]) -> Sentence:
    """How many scores the round changed. ``number``: how a figure is written at the beginning."""
    if not found.changed:
        return told(say("Nobody changed a score in round {round}."), round=_last_round(found))
    said = say_count(
        "{n} score was changed in round {round}.",
        "{n} scores were changed in round {round}.",
        found.changed,
    )
    what = told(say("Scores changed, given first or withdrawn in the last round"))
    changed = Figure(
        number(found.changed), found.changed, "scores", what, of("changed", "scores.csv")
    )
    return told(said, n=changed, round=_last_round(found))


def _last_round(found: Movement) -> Figure:
    what = told(say("The last round of scoring"))
    address = of("last_round", "workshop.yaml", "scores.csv")
    return Figure(str(found.after), found.after, "round", what, address)


def summary(view: RoundsView) -> tuple[str, ...]:
    """How many scores changed, what it did to the order, and whether the scores came closer
    together.
    """
    found = view.movement
    changed = scores_changed(found, _opening).plain
    return (changed, _order(view), *_closer(view)) if found.changed else (changed,)


def _opening(number: int) -> str:
    return count(number, opening=True)


def _order(view: RoundsView) -> str:
    places = view.movement.places
    first, then = (
        _first(view, lambda one: one.rank_after),
        _first(view, lambda one: one.rank_before),
    )
    if not then or not first:
        return say("There is no order before and after that could be compared.")
    if first != then:
        return say("{now} comes first now; before it was {then}.", now=first, then=then)
    if all(one.rank_before == one.rank_after for one in places):
        return say("The order stayed as it was.")
    if any((one.rank_before is None) != (one.rank_after is None) for one in places):
        return say("{first} stayed first; which candidates have a rank changed.", first=first)
    return say("{first} stayed first; others changed places.", first=first)


def _first(view: RoundsView, rank: Callable[[Place], int | None]) -> str:
    return listed(
        sorted(
            view.named.candidates[one.candidate] for one in view.movement.places if rank(one) == 1
        )
    )


def _closer(view: RoundsView) -> tuple[str, ...]:
    """Told for a panel of four or more only: of fewer a spread tells single scores."""
    spread = view.movement.spread
    if spread is None or not view.by_rater:
        return ()
    before, after = (_levels(one) for one in spread)
    if before == after:
        return (
            say("Scores lie as far apart as before: a spread of {spread} levels.", spread=before),
        )
    if spread[1] < spread[0]:
        return (
            say(
                "Scores came closer together: a spread of {before} levels before, {after} now.",
                before=before,
                after=after,
            ),
        )
    return (
        say(
            "Scores lie further apart: a spread of {before} levels before, {after} now.",
            before=before,
            after=after,
        ),
    )


def _levels(spread: float) -> str:
    return points(spread * LEVELS)


def who_moved(view: RoundsView) -> tuple[str, ...]:
    """One line for each rater who moved, and how many did not; of fewer than four raters only why
    nothing is told.
    """
    found = view.movement
    if not view.by_rater:
        few = say(
            "Who moved is told only where four or more members took part, so that nobody can be "
            "found out."
        )
        return (
            (few,)
            if found.changed
            and len(found.raters) < FEWEST_IN_A_GROUP
            and found.raters != ("panel",)
            else ()
        )
    still = len(found.raters) - len(found.moved)
    lines = [f"{_moved(view, one)} {_nearer(one)}".strip() for one in found.moved]
    if still and found.moved:
        lines.append(
            say_count(
                "{n} other member changed nothing.",
                "{n} other members changed nothing.",
                still,
                n=_opening(still),
            )
        )
    return tuple(lines)


def _moved(view: RoundsView, one: Moved) -> str:
    names = listed([view.named.candidates[id] for id in one.gained or one.lost])
    who = say("One member") if isinstance(one.rater, Letter) else view.named.members[one.rater]
    said = {"letter": who, "n": count(one.changed), "candidate": names}
    if one.gained:
        return say_count(
            "{letter} changed {n} score, in favor of {candidate}.",
            "{letter} changed {n} scores, most in favor of {candidate}.",
            one.changed,
            **said,
        )
    if one.lost:
        return say_count(
            "{letter} changed {n} score, against {candidate}.",
            "{letter} changed {n} scores, most against {candidate}.",
            one.changed,
            **said,
        )
    return say_count(
        "{letter} changed {n} score.", "{letter} changed {n} scores.", one.changed, **said
    )


def _nearer(one: Moved) -> str:
    if not one.nearer:
        return ""
    if one.nearer > 0:
        return say("That is closer to what the others had said.")
    return say("That is further from what the others had said.")


def spreads(view: RoundsView) -> list[dict[str, str]]:
    """The five cells that lay furthest apart before, with their spread before and after; none of a
    cell with fewer than four scores.
    """
    told = [
        one
        for one in view.movement.cells
        if one.raters >= FEWEST_IN_A_GROUP and one.before is not None and one.after is not None
    ]
    most = sorted(told, key=lambda one: (-(one.before or 0.0), one.candidate, one.criterion))[
        :MOST_CELLS
    ]
    return [_row(view, one) for one in most] if view.by_rater else []


def _row(view: RoundsView, one: SpreadOfCell) -> dict[str, str]:
    before, after = heads(view)
    return {
        say("Scores"): cell_name(
            view.named.candidates[one.candidate], view.named.criteria[one.criterion]
        ),
        before: _levels(one.before or 0.0),
        after: _levels(one.after or 0.0),
    }


def heads(view: RoundsView) -> tuple[str, str]:
    """The two rounds as heads of columns."""
    return say("Round {round}", round=view.movement.before), say(
        "Round {round}", round=view.movement.after
    )


def spread_note() -> str:
    """What the spread is."""
    return say(
        "Spread: the standard deviation of the scores, in levels of a scale from 1 to 5. 0 is the "
        "same score from all."
    )


def places(view: RoundsView) -> list[dict[str, str]]:
    """Points and place of every candidate, before and after."""
    before, after = heads(view)
    return [
        {
            say("Candidate"): view.named.candidates[one.candidate],
            before: _place(one.points_before, one.rank_before),
            after: _place(one.points_after, one.rank_after),
        }
        for one in view.movement.places
    ]


def _place(total: Fraction | None, rank: int | None) -> str:
    if total is None:
        return say("none")
    told = points(total)
    return (
        say("{points}, no rank", points=told)
        if rank is None
        else say("{points}, place {rank}", points=told, rank=rank)
    )


def seats_claim(view: SeatsView) -> str:
    """Whether the seats that may be shown put the same candidate first."""
    groups = view.by_seat.groups
    firsts = {one.first for one in groups}
    if len(groups) < 2 or any(not one.first for one in groups):
        return say("How large seats see the candidates")
    if len(firsts) == 1:
        return say(
            "These seats put the same first: {candidate}.", candidate=_names(view, groups[0].first)
        )
    return say("These seats do not put the same first.")


def seats_lines(view: SeatsView) -> tuple[str, ...]:
    """Each shown seat and its first, who is in none of them, and what is never shown."""
    found = view.by_seat
    lines = [
        say(
            "{seat}, {n} members: {candidate} first.",
            seat=one.seat,
            n=count(one.raters),
            candidate=_names(view, one.first),
        )
        for one in found.groups
        if one.first
    ]
    if found.outside:
        lines.append(
            say_count(
                "{n} member sits on no seat that is shown here.",
                "{n} members sit on no seat that is shown here.",
                found.outside,
                n=_opening(found.outside),
            )
        )
    lines.append(seats_rule())
    return tuple(lines)


def seats_rule() -> str:
    """Which seats are shown."""
    return say(
        "A seat is shown from four members up, and only where nobody left over could be found out "
        "by taking it from all."
    )


def no_seats(view: SeatsView) -> str:
    """Why no seat is shown; empty where one is."""
    if view.by_seat.groups:
        return ""
    if not view.by_seat.seats:
        return say("No member who scored has a seat.")
    return say("No seat can be shown without telling what few members said.")


def seats_table(view: SeatsView) -> list[dict[str, str]]:
    """Candidates down, seats across: points by the sheet's own rule among the members of each
    seat.
    """
    return [
        {
            say("Candidate"): view.named.candidates[id],
            **{one.seat: _points(one.points[id]) for one in view.by_seat.groups},
        }
        for id in view.by_seat.candidates
    ]


def _points(total: Fraction | None) -> str:
    return "–" if total is None else points(total)


def _names(view: SeatsView, ids: tuple[str, ...]) -> str:
    return listed([view.named.candidates[id] for id in ids])


def cell_name(candidate: str, criterion: str) -> str:
    """A cell as one says it."""
    return say("{candidate} on {criterion}", candidate=candidate, criterion=inside(criterion))
