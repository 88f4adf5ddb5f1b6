"""The memo on people beyond the committee: what they said beside the points; it does not count."""

from cidesign.domain.heard import HEARD, Heard
from cidesign.domain.value import plain
from cidesign.memo.blocks import Block, Paragraph, Table
from cidesign.memo.points import total
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import Figure, Sentence, at, own, sentence, told, words
from cidesign.views.compare.heard import Group, claim, groups
from cidesign.views.compare.view import CandidateRow, CompareView

MOST_SAID = 6
"""Sentences; the page Compare has all."""
NAME = 40


def heard_blocks(seen: Snapshot, view: CompareView) -> list[Block]:
    """The means beside our points, and what was said; nothing where nobody was heard."""
    found = groups(seen.bundle)
    if not found:
        return []
    said = told(say("Heard, not counted. {what}."), what=words(claim(found, seen.bundle)))
    head = (
        told(say("Candidate")),
        told(say("Our points")),
        *(_asked(seen, one) for one in found),
    )
    rows = tuple(
        (own(row.label, most=NAME), _points(row), *(_mean(seen, one, row) for one in found))
        for row in view.rows
    )
    return [Paragraph(said), Table(head, rows, small=True), *_in_words(seen, found)]


def _asked(seen: Snapshot, one: Group) -> Sentence:
    first = next(iter(one.of.values()))
    number = Figure(
        f"{one.asked:,}",
        one.asked,
        "people",
        told(say("People asked of a group beyond the committee")),
        at(HEARD, _place(seen, first), "asked"),
    )
    return told(say("{who}, {n} asked"), who=own(one.who, most=NAME), n=number)


def _points(row: CandidateRow) -> Sentence:
    return sentence(total(row)) if row.points is not None else told(say("none"))


def _mean(seen: Snapshot, one: Group, row: CandidateRow) -> Sentence:
    held = one.of.get(row.id)
    if held is None or held.mean is None:
        return told(say("not rated"))
    what = told(say("Mean of {who} for {name}"), who=own(one.who), name=own(row.label))
    return sentence(
        Figure(plain(held.mean), held.mean, "mean", what, at(HEARD, _place(seen, held), "mean"))
    )


def _in_words(seen: Snapshot, found: tuple[Group, ...]) -> list[Block]:
    names = {one.id: one.label for one in seen.bundle.candidates}
    lines = [
        told(
            say("{who} on {name}: {said}"),
            who=own(one.who, most=NAME),
            name=own(names[id], most=NAME),
            said=own(held.said),
        )
        for one in found
        for id, held in one.of.items()
        if held.said
    ]
    return [Paragraph(line) for line in lines[:MOST_SAID]]


def _place(seen: Snapshot, held: Heard) -> int:
    return seen.bundle.heard.index(held)
