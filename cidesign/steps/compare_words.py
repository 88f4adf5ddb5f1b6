"""The comparison in words: who leads and by how much, on what the lead rests, and what to know before choosing."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, listed, points
from cidesign.domain.problem import BadInput
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.steps.compare import CandidateRow, CompareView, compare_view
from cidesign.steps.letters import lettered

STRENGTHS = 2
LONGEST_CLAIM = 90


def shown_view(bundle: Bundle, catalog: Catalog) -> CompareView:
    """The comparison as a group may see it: raters as letters where the rules say so, criteria by their short names.

    Raises:
        BadInput: what must be mended, with the names that stand in the file.
    """
    try:
        view = compare_view(lettered(bundle))
    except BadInput:
        view = compare_view(bundle)
    short = {(entry.id, entry.label): entry.short for entry in catalog.criteria}
    return replace(view, criteria=tuple(replace(one, label=short.get((one.id, one.label), one.label)) for one in view.criteria))


def answer(view: CompareView) -> str:
    """Who leads, in one sentence with its figures."""
    if view.missing:
        return "There is nothing to compare yet."
    if not view.leaders:
        return "Nobody can be ranked yet."
    labels = [row.label for row in view.leaders]
    total = points(view.leaders[0].points or Fraction(0))
    if len(labels) > 1:
        return f"{listed(labels)} share the lead with {total} of {_most(view.most_points)} points."
    if view.lead is None:
        return f"{labels[0]} is the only candidate with a rank: {total} of {_most(view.most_points)} points."
    if view.lead == 0:
        return f"{labels[0]} comes first by the tie rule; the points are equal."
    return f"{labels[0]} leads by {points(view.lead)} points."


def and_line(view: CompareView) -> str:
    """Who comes next, or what is missing."""
    if view.missing:
        return " ".join(view.missing)
    behind = [row for row in view.ranked if not row.leads]
    said = []
    if view.leaders and view.lead is not None and len(view.leaders) == 1 and view.lead > 0:
        said.append(f"{points(view.leaders[0].points or Fraction(0))} of {_most(view.most_points)} points.")
    if behind:
        said.append(
            f"{listed([row.label for row in behind if row.rank == behind[0].rank])} {_comes(behind)} next with {_total(behind[0])}."
        )
    if view.unranked:
        number = len(view.unranked)
        said.append(f"{count(number, opening=True)} {'candidate has' if number == 1 else 'candidates have'} no rank.")
    return " ".join(said)


def _comes(behind: list[CandidateRow]) -> str:
    return "comes" if sum(row.rank == behind[0].rank for row in behind) == 1 else "come"


def _most(points_in_all: Decimal) -> str:
    return plain(points_in_all)


def _total(row: CandidateRow) -> str:
    return points(row.points or Fraction(0))


def claim(view: CompareView) -> str:
    """What the points show: the criteria on which the first is furthest ahead of the second."""
    behind = [row for row in view.ranked if not row.leads]
    if len(view.leaders) != 1 or not behind:
        return "Where the points come from"
    first, second = view.leaders[0], behind[0]
    ahead = {column.label: (first.products[column.id] or 0) - (second.products[column.id] or 0) for column in view.criteria}
    best = sorted((label for label in ahead if ahead[label] > 0), key=lambda label: -ahead[label])[:STRENGTHS]
    said = f"{first.label} gains most on {listed([_inside(label) for label in best])}"
    return said if best and len(said) <= LONGEST_CLAIM else "Where the points come from"


def left_out(view: CompareView, most: int) -> str:
    """That a chart of so many columns does not show everybody, where it does not."""
    count_all = len([row for row in view.rows if row.points is not None])
    return f" The first {count(most)} of {count(count_all)} are drawn; the others stand in the table." if count_all > most else ""


def _inside(label: str) -> str:
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label


def raters(view: CompareView) -> str:
    """On how many raters each candidate stands, in one sentence."""
    numbers = {row.raters for row in view.rows}
    if len(numbers) == 1:
        number = numbers.pop()
        return f"Each candidate stands on {count(number)} {'rater' if number == 1 else 'raters'}."
    return f"Raters: {listed([f'{row.label} {row.raters}' for row in view.rows])}."


def to_know(view: CompareView) -> tuple[str, ...]:
    """What a reader must know before choosing: ties, warnings, scores carried over from an earlier round."""
    said = [f"{listed(tie)} still share a rank after the tie rules." for tie in view.ties]
    if view.carried:
        number = len(view.carried)
        said.append(f"{count(number, opening=True)} {'score was' if number == 1 else 'scores were'} carried over from an earlier round.")
    return (*said, *view.warnings)


def without_rank(view: CompareView) -> tuple[str, ...]:
    """Each candidate without a rank, and why."""
    return tuple(f"{row.label}: {'; '.join(row.unranked_because)}." for row in view.unranked)


def table(view: CompareView) -> list[dict[str, str]]:
    """Place, points, raters and points by criterion of every candidate."""
    return [
        {
            "Place": "none" if row.rank is None else str(row.rank),
            "Candidate": row.label,
            "Points": "none" if row.points is None else points(row.points),
            "Raters": str(row.raters),
            **{column.label: _cell(row.products[column.id]) for column in view.criteria},
        }
        for row in view.rows
    ]


def _cell(product: Fraction | None) -> str:
    return "none" if product is None else points(product)


def note(view: CompareView, seal: str, *, letters: bool) -> str:
    """Whose figures these are: the round, how many raters, which rules.

    Args:
        view: the comparison.
        seal: the day the rules were sealed, empty before.
        letters: whether raters are shown as letters.
    """
    most = max((row.raters for row in view.rows), default=0)
    shown = ", shown as letters" if letters else ""
    parts = [
        f"Round {view.round}",
        f"{most} {'rater' if most == 1 else 'raters'}{shown}" if most else "",
        f"rules sealed {seal}" if seal else "rules not sealed yet",
    ]
    return " · ".join(part for part in parts if part)


def totals(view: CompareView) -> dict[str, str]:
    """The points of everyone who has any: the figures a decision is taken on."""
    return {row.label: points(row.points) for row in view.rows if row.points is not None}
