"""The comparison in words: who leads and by how much, on what the lead rests, and what to know
before choosing.
"""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day
from cidesign.domain.figures import as_rounded, count, inside, listed, points
from cidesign.domain.labels import labels_of
from cidesign.domain.problem import BadInput
from cidesign.domain.rules import Aggregation
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say, say_count
from cidesign.text.sentence import Figure, Sentence, at, of, own, told, words
from cidesign.views.compare import fit_check
from cidesign.views.compare.letters import lettered, shown_as_letters
from cidesign.views.compare.view import CandidateRow, CompareView, compare_view
from cidesign.views.score.panel_size import no_round_helps

STRENGTHS = 2
NOBODY_RANKED = mark("Nobody can be ranked yet.")
LONGEST_CLAIM = 90
MOST_LISTED = 6
"""With more candidates their raters are told by number of raters."""
LEAST_TOLD = Fraction(1, 10)
LEAST_SHOWN = LEAST_TOLD / 2
"""A smaller lead would be rounded to 0.0, and is no tie."""


def shown_view(bundle: Bundle, catalog: Catalog) -> CompareView:
    """The comparison as a group may see it: raters as letters where the rules say so, criteria by
    their short names.

    Raises:
        BadInput: what must be mended, with the names that stand in the file.
    """
    shown = lettered(bundle)
    members = {member.id for member in bundle.workshop.members}
    known = {
        one.rater for one, their in zip(shown.recusals, bundle.recusals) if their.rater in members
    }
    try:
        view = compare_view(shown, members=known)
    except BadInput:
        view = compare_view(bundle)
    short = labels_of(bundle, catalog.labels).criteria
    criteria = tuple(replace(one, label=short[one.id]) for one in view.criteria)
    return replace(view, criteria=criteria, no_round_helps=no_round_helps(bundle))


def answer(view: CompareView) -> str:
    """Who leads, in one sentence with its figures."""
    if view.hidden:
        return say("The result stays closed while round {round} is open.", round=view.hidden)
    if view.missing and not view.rows:
        return say("There is nothing to compare yet.")
    if not view.leaders:
        return say(NOBODY_RANKED)
    labels = [row.label for row in view.leaders]
    total = points(view.leaders[0].points or Fraction(0))
    if len(labels) > 1:
        return say(
            "{leaders} share the lead with {total} points.",
            leaders=listed(labels),
            total=total,
        )
    if view.lead is None:
        return say(
            "{leader} is the only candidate with a rank: {total} points.",
            leader=labels[0],
            total=total,
        )
    if view.lead == 0:
        return say("{leader} comes first by the tie rule; the points are equal.", leader=labels[0])
    return leads_by(own(labels[0]), view).plain


def leads_by(leader: Sentence, view: CompareView) -> Sentence:
    """Who leads alone, and by how much: the answer of the page and the heading of a memo."""
    return told(say("{leader} leads by {points}."), leader=leader, points=ahead(view))


def ahead(view: CompareView) -> Sentence:
    """The lead in points; one too small for the first decimal is still told as one."""
    lead, first = view.lead or Fraction(0), view.leaders[0]
    if lead < LEAST_SHOWN:
        return words(say("less than {least} points", least=points(LEAST_TOLD)))
    second = next(row for row in view.ranked if not row.leads)
    what = told(
        say("How far {first} is ahead of {second}"),
        first=own(first.label),
        second=own(second.label),
    )
    address = of("difference", at("rank", first.id, "points"), at("rank", second.id, "points"))
    figure = Figure(points(lead), lead, "points", what, address)
    high, low = first.points or Fraction(0), second.points or Fraction(0)
    if as_rounded(figure.text, high, low) != figure.text:
        return told(say("{points} points (rounded)"), points=figure)
    return told(say("{points} points"), points=figure)


def and_line(view: CompareView) -> str:
    """Who comes next, or what is missing."""
    if view.hidden:
        return say("It opens when a facilitator closes the round.")
    if view.missing and not view.rows:
        return " ".join(view.missing)
    behind = [row for row in view.ranked if not row.leads]
    said = []
    if view.leaders and view.lead is not None and len(view.leaders) == 1 and view.lead > 0:
        said.append(
            say(
                "{points} points.",
                points=points(view.leaders[0].points or Fraction(0)),
            )
        )
    if behind:
        level = [row.label for row in behind if row.rank == behind[0].rank]
        said.append(
            say_count(
                "{candidate} comes next with {points}.",
                "{candidate} come next with {points}.",
                len(level),
                candidate=listed(level),
                points=_total(behind[0]),
            )
        )
    if view.rows and not view.ranked and view.no_round_helps:
        said.append(view.no_round_helps)
    elif view.rows and not view.ranked:
        said.append(
            say(
                "Add the sheets that are missing in round {round}; why nobody has a rank stands "
                "below.",
                round=view.round + 1,
            )
        )
    elif view.unranked:
        number = len(view.unranked)
        said.append(
            say_count(
                "{number} candidate has no rank.",
                "{number} candidates have no rank.",
                number,
                number=count(number, opening=True),
            )
        )
    return " ".join(said)


def _total(row: CandidateRow) -> str:
    return points(row.points or Fraction(0))


def claim(view: CompareView) -> str:
    """What the points show: the criteria on which the first is furthest ahead of the second."""
    behind = [row for row in view.ranked if not row.leads]
    if len(view.leaders) != 1 or not behind:
        return say("Where the points come from")
    first, second = view.leaders[0], behind[0]
    ahead = {
        column.label: (first.products[column.id] or 0) - (second.products[column.id] or 0)
        for column in view.criteria
    }
    best = sorted((label for label in ahead if ahead[label] > 0), key=lambda label: -ahead[label])[
        :STRENGTHS
    ]
    said = say(
        "{leader} gains most on {criteria}",
        leader=first.label,
        criteria=listed([inside(label) for label in best]),
    )
    return said if best and len(said) <= LONGEST_CLAIM else say("Where the points come from")


def reading(view: CompareView, most: int, *, sealed: bool) -> str:
    """How to read the chart, under which rules; and that it does not show everybody, where
    candidates are more than ``most``.
    """
    how = say(
        "The pale track is the most a criterion gives, {most} in all.",
        most=plain(view.most_points),
    )
    if sealed:
        source = say("Source: sealed rules, round {round}.", round=view.round)
    else:
        source = say("Source: rules as they stand, round {round}.", round=view.round)
    drawn = len([row for row in view.rows if row.points is not None])
    if drawn <= most:
        return f"{how} {source}"
    return f"{how} {source} {first_drawn(most, drawn)}"


def first_drawn(most: int, among: int) -> str:
    """That a chart does not show everybody."""
    return say(
        "{most} of {all} are drawn, the others are in the table.",
        most=count(most, opening=True),
        all=count(among),
    )


def raters(view: CompareView) -> str:
    """On how many raters each candidate stands, in one sentence."""
    numbers = Counter(row.raters for row in view.rows)
    if not any(numbers):
        return say("No candidate stands on raters.")
    if len(numbers) == 1:
        (number,) = numbers
        if view.aggregation is Aggregation.CONSENSUS:
            return say("Each candidate stands on one score that the panel agreed on.")
        return say_count(
            "Each candidate stands on {number} rater.",
            "Each candidate stands on {number} raters.",
            number,
            number=count(number),
        )
    if len(view.rows) > MOST_LISTED:
        return say(
            "Raters: {counts}.",
            counts=listed(
                [_with_so_many(number, numbers[number]) for number in sorted(numbers, reverse=True)]
            ),
        )
    return say(
        "Raters: {counts}.", counts=listed([f"{row.label} {row.raters}" for row in view.rows])
    )


def _with_so_many(raters: int, candidates: int) -> str:
    return say_count(
        "{raters} for {n} candidate",
        "{raters} for {n} candidates",
        candidates,
        raters=raters,
        n=candidates,
    )


def to_know(view: CompareView) -> tuple[str, ...]:
    """What a reader must know before choosing: ties, warnings, scores carried over from an earlier
    round.
    """
    said = [
        say("{candidates} still share a rank after the tie rules.", candidates=listed(tie))
        for tie in view.ties
    ]
    if view.carried:
        number = len(view.carried)
        said.append(
            say_count(
                "{number} score was carried over from an earlier round.",
                "{number} scores were carried over from an earlier round.",
                number,
                number=count(number, opening=True),
            )
        )
    return (*said, *view.warnings)


def without_rank(view: CompareView) -> tuple[str, ...]:
    """Each candidate without a rank, and why."""
    return tuple(f"{row.label}: {'; '.join(row.unranked_because)}." for row in view.unranked)


def table(view: CompareView) -> list[dict[str, str]]:
    """Place, points, raters and points by criterion of every candidate."""
    return [
        {
            say("Place"): say("none") if row.rank is None else str(row.rank),
            say("Candidate"): row.label,
            say("Points"): say("none") if row.points is None else points(row.points),
            say("Raters"): str(row.raters),
            **{column.label: _cell(row.products[column.id]) for column in view.criteria},
        }
        for row in view.rows
    ]


def _cell(product: Fraction | None) -> str:
    return say("none") if product is None else points(product)


def note(view: CompareView, bundle: Bundle) -> str:
    """Whose figures these are: the round, how many raters, by name or as letters, which rules and
    when they were sealed.
    """
    most, seal = (
        max((row.raters for row in view.rows), default=0),
        day(bundle.rules.sealed_at) if bundle.rules else "",
    )
    if shown_as_letters(bundle):
        panel = say_count(
            "{number} rater, shown as a letter",
            "{number} raters, shown as letters",
            most,
            number=most,
        )
    else:
        panel = say_count("{number} rater", "{number} raters", most, number=most)
    if seal and view.version > 1:
        rules = say("version {version} of the rules, sealed {day}", version=view.version, day=seal)
    else:
        rules = say("rules sealed {day}", day=seal) if seal else say("rules not sealed yet")
    parts = [
        say("Round {round}", round=view.round),
        panel if most else "",
        rules,
    ]
    return " · ".join(part for part in parts if part)


def totals(view: CompareView) -> dict[str, str]:
    """The points of everyone who has any, by id: the figures a decision is taken on."""
    return {row.id: points(row.points) for row in view.rows if row.points is not None}


def places(view: CompareView) -> list[dict[str, str]]:
    """Everybody's place and points, and how many scored; by criterion where that is told."""
    return [
        {
            say("Place"): str(row.rank) if row.rank else "–",
            say("Candidate"): row.label,
            say("Points"): say("none") if row.points is None else points(row.points),
            say("Scored by"): str(row.raters),
            **({one.label: _part(row, one.id) for one in view.criteria} if view.has_values else {}),
        }
        for row in view.rows
    ]


def _part(row: CandidateRow, criterion: str) -> str:
    part = row.products[criterion]
    return "–" if part is None else points(part)


def so_far(bundle: Bundle, catalog: Catalog) -> str:
    """What stands there before the decision, without a full stop."""
    view = compare_view(bundle)
    if view.hidden:
        return answer(view).removesuffix(".")
    if view.missing and not view.rows:
        return say("Waits for candidates and scores")
    checked = fit_check.checks(bundle, view)
    told = fit_check.answer(checked[0]) if len(checked) == 1 else answer(view)
    return say("So far: {answer}", answer=told).removesuffix(".")
