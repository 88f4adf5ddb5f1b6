"""Why another way to add up names others than the sheet, or nobody, in words: one sentence each."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from cidesign.domain import otherwise
from cidesign.domain.figures import count, inside, listed, points, rate, rounded
from cidesign.domain.labels import Labels
from cidesign.domain.reason import Reason
from cidesign.domain.value import plain
from cidesign.text import say


def _together(one: otherwise.OneScoreTogether, names: Labels) -> str:
    return say("The panel gave one score together, so there is nothing to add up another way.")


def _nobody_scored(one: otherwise.NoRaterScored, names: Labels) -> str:
    return say("No rater scored, so there is nothing to add up another way.")


def _one_rater(one: otherwise.OneRaterScored, names: Labels) -> str:
    return say("Only one rater scored, so there is nothing to add up another way.")


def _no_orders(one: otherwise.NoOrders, names: Labels) -> str:
    return say(
        "Fewer than two raters scored two candidates completely, so there are no orders to compare."
    )


def _orders_only(one: otherwise.OrdersOnly, names: Labels) -> str:
    return say("Only raters' own orders count here, not by how many points one is ahead.")


def _first_places_only(one: otherwise.FirstPlacesOnly, names: Labels) -> str:
    return say("Only who comes first on a rater's own order counts here, not the places behind.")


def _fewest_drop_out(one: otherwise.FewestDropOut, names: Labels) -> str:
    return say(
        "Whoever has the fewest first places drops out first here, however good the other places "
        "are."
    )


def _pair(one: otherwise.Pair, names: Labels) -> dict[str, str]:
    return {"rival": names.candidates[one.rival], "leader": names.candidates[one.leader]}


def _majority(one: otherwise.MajorityAhead, names: Labels) -> dict[str, str]:
    return {
        **_pair(one, names),
        "ahead": count(one.ahead, opening=True),
        "behind": count(one.behind) if one.behind else say("none"),
        "raters": count(one.raters),
    }


def _ahead(one: otherwise.MajorityAhead, names: Labels) -> str:
    return say(
        "{ahead} of {raters} raters put {rival} ahead of {leader}; {behind} put it behind.",
        **_majority(one, names),
    )


def _by_little(one: otherwise.MajorityByLittle, names: Labels) -> str:
    return say(
        "{ahead} of {raters} raters put {rival} ahead of {leader}, by {little} points in the "
        "mean; {behind} put it behind, by {much}.",
        **_majority(one, names),
        little=points(one.little),
        much=points(one.much),
    )


def _shares(one: otherwise.SharesBeaten, names: Labels) -> str:
    return say(
        "On the raters' own orders {rival} beats {more} of those it is compared with, {leader} "
        "{less}.",
        **_pair(one, names),
        more=rate(rounded(one.more, "0.001")),
        less=rate(rounded(one.less, "0.001")),
    )


def _votes(one: otherwise.Compared, names: Labels) -> dict[str, str]:
    """First places, shared ones in part: 3, 2.5."""
    return {
        **_pair(one, names),
        "more": plain(rounded(one.more, "0.1")),
        "less": plain(rounded(one.less, "0.1")),
    }


def _first_places(one: otherwise.FirstPlaces, names: Labels) -> str:
    return say(
        "First places of {all} raters: {rival} {more}, {leader} {less}. The places behind do not "
        "count here.",
        **_votes(one, names),
        all=one.raters,
    )


def _drops_out(one: otherwise.DropsOut, names: Labels) -> str:
    return say(
        "{leader} drops out in count {turn} (first places: {less}); {rival} ends with {more}.",
        **_votes(one, names),
        turn=one.turn,
    )


def _last_count(one: otherwise.LastCount, names: Labels) -> str:
    return say(
        "First places in the last count: {rival} {more}, {leader} {less}.", **_votes(one, names)
    )


def _closeness(one: otherwise.Closeness, names: Labels) -> str:
    return say(
        "It places candidates between the worst values found (0) and the best (1): {rival} is at "
        "{more}, {leader} at {less}.",
        **_pair(one, names),
        more=str(rounded(one.more, "0.01")),
        less=str(rounded(one.less, "0.01")),
    )


def _level_or_ahead(one: otherwise.LevelOrAhead, names: Labels) -> str:
    return say(
        "{rival} is level with {leader} or ahead this way; of so few raters no figures are told.",
        **_pair(one, names),
    )


def _points(one: otherwise.OtherPoints, names: Labels) -> dict[str, str]:
    return {**_pair(one, names), "more": points(one.more), "less": points(one.less)}


def _other_points(one: otherwise.OtherPoints, names: Labels) -> str:
    return say("{rival} has {more} points this way and {leader} {less}.", **_points(one, names))


def _moved(one: otherwise.MovedMost, names: Labels) -> dict[str, str]:
    return {
        **_points(one, names),
        "name": names.candidates[one.candidate],
        "criterion": inside(names.criteria[one.criterion]),
    }


def _moved_most(one: otherwise.MovedMost, names: Labels) -> str:
    return say(
        "{rival} has {more} points this way and {leader} {less}; what moves most is {name} on "
        "{criterion}.",
        **_moved(one, names),
    )


def _from_to(one: otherwise.MovedFromTo, names: Labels) -> str:
    return say(
        "{rival} has {more} points this way and {leader} {less}; what moves most is {name} on "
        "{criterion}, from {before} to {after}.",
        **_moved(one, names),
        before=_value(one.before),
        after=_value(one.after),
    )


def _value(value: Fraction) -> str:
    return plain(rounded(value, "0.01"))


def _circle(one: otherwise.Circle, names: Labels) -> str:
    ids = one.candidates
    before = [
        say("{one} before {other}", one=names.candidates[a], other=names.candidates[b])
        for a, b in zip(ids, (*ids[1:], ids[0]))
    ]
    return say(
        "Nobody beats every other one; the majorities go in a circle: {pairs}.",
        pairs=listed(before),
    )


def _never_compared(one: otherwise.NeverCompared, names: Labels) -> str:
    return say(
        "No rater scored both {one} and {other} completely.",
        one=names.candidates[one.one],
        other=names.candidates[one.other],
    )


def _nobody_unbeaten(one: otherwise.NobodyUnbeaten, names: Labels) -> str:
    return say("Nobody is level with or ahead of every other one.")


OTHERWISE: Mapping[type[Reason], Callable[[Any, Labels], str]] = MappingProxyType(
    {
        otherwise.OneScoreTogether: _together,
        otherwise.NoRaterScored: _nobody_scored,
        otherwise.OneRaterScored: _one_rater,
        otherwise.NoOrders: _no_orders,
        otherwise.OrdersOnly: _orders_only,
        otherwise.FirstPlacesOnly: _first_places_only,
        otherwise.FewestDropOut: _fewest_drop_out,
        otherwise.MajorityAhead: _ahead,
        otherwise.MajorityByLittle: _by_little,
        otherwise.LevelOrAhead: _level_or_ahead,
        otherwise.SharesBeaten: _shares,
        otherwise.FirstPlaces: _first_places,
        otherwise.DropsOut: _drops_out,
        otherwise.LastCount: _last_count,
        otherwise.Closeness: _closeness,
        otherwise.OtherPoints: _other_points,
        otherwise.MovedMost: _moved_most,
        otherwise.MovedFromTo: _from_to,
        otherwise.Circle: _circle,
        otherwise.NeverCompared: _never_compared,
        otherwise.NobodyUnbeaten: _nobody_unbeaten,
    }
)
