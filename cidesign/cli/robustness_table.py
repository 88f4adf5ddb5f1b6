"""Whether a ranking would hold, as people read it in a terminal."""

from collections.abc import Mapping, Sequence

from cidesign.catalog import load
from cidesign.cli.table import NOTHING, paragraph, table
from cidesign.domain.figures import listed, percent, points, rounded
from cidesign.domain.labels import of_panel
from cidesign.domain.panel import Candidate
from cidesign.domain.robustness import Acceptability, ExactCard
from cidesign.domain.rules import RuleSheet
from cidesign.domain.value import plain
from cidesign.views.compare.reasons import all_in_words
from cidesign.views.compare.robustness import Held

PLACES = 4
_VARIED = {
    ("weights", "members"): "Weights vary within the members' own ranges",
    ("weights", "anything"): "Weights could be anything",
    ("raters", "sheet"): "The rule sheet's weights, raters drawn anew",
    ("both", "members"): "Weights vary within the members' own ranges, and raters are drawn anew",
    ("both", "anything"): "Weights could be anything, and raters are drawn anew",
}


def robustness_lines(held: Held, rules: RuleSheet, candidates: Sequence[Candidate]) -> list[str]:
    """Places under other weightings, what would tie the first, the ranges of the weights, and who
    is first without one thing.
    """
    panel = of_panel(rules, candidates, load().labels)
    names, labels = panel.candidates, panel.criteria
    if held.sampled is None or held.exact is None:
        return list(all_in_words(held.warnings, of_panel(rules, candidates, load().labels)))
    return [
        *_places(held.sampled, names),
        *_ranges(held.exact, labels, names),
        *_flips(held.exact, labels, names),
        *_without(held, names),
        *paragraph(*all_in_words(held.warnings, of_panel(rules, candidates, load().labels))),
    ]


def _places(sampled: Acceptability, names: Mapping[str, str]) -> list[str]:
    shown = min(PLACES, len(sampled.candidates))
    rows = [
        [names[id], *(points(share * 100) for share in ranks[:shown])]
        for id, ranks in zip(sampled.candidates, sampled.ranks)
    ]
    how = (
        f"{_VARIED[sampled.varied, sampled.within]}: places in {sampled.samples:,} draws, in "
        "percent, to about "
    )
    how += f"{plain(rounded(sampled.error * 100, '0.01'))}."
    return [
        how,
        "",
        *table(["Candidate", *(f"Place {place}" for place in range(1, shown + 1))], rows),
    ]


def _ranges(exact: ExactCard, labels: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    rows = [
        [
            labels[id],
            NOTHING if ends is None else f"{percent(float(ends[0]))} to {percent(float(ends[1]))}",
        ]
        for id, ends in exact.stability.items()
    ]
    leads = f"{names[exact.leader]} stays first as long as a weight lies"
    return [*paragraph(leads), "", *table(["Criterion", "Share"], rows)]


def _flips(exact: ExactCard, labels: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    if not exact.flips:
        return paragraph("No weights at all put another one first.")
    lines = []
    for flip in exact.flips:
        if not flip.l1_change:
            lines.append(f"{names[flip.rival]} is level already.")
            continue
        moved = f"{plain(rounded(flip.l1_change * 50, '0.1'))} points of weight of 100"
        lines.append(f"{names[flip.rival]} comes level once {moved} move.")
    return paragraph(*lines)


def _without(held: Held, names: Mapping[str, str]) -> list[str]:
    lines = []
    for each, by_id in (
        ("Raters who,", held.left_out.raters),
        ("Criteria that,", held.left_out.criteria),
    ):
        others = sum(1 for first in by_id.values() if first and first != held.first)
        nobody = sum(1 for first in by_id.values() if not first)
        lines.append(f"{each} left out alone, would change who is first: {others} of {len(by_id)}.")
        if nobody:
            lines.append(
                f"{each} left out alone, would leave nobody with points: {nobody} of {len(by_id)}."
            )
    never = (
        [
            id
            for id in held.sampled.candidates
            if held.exact and id not in held.exact.potentially_optimal
        ]
        if held.sampled
        else []
    )
    if never:
        lines.append(f"First under no weights: {listed([names[id] for id in never])}.")
    return paragraph(*lines)
