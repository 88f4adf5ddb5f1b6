"""What everybody sees once a rehearsal is over: how far apart each level was read, the furthest
first, and nobody's name.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_FOR_DOTS
from cidesign.domain.catalog import Catalog
from cidesign.domain.labels import as_read
from cidesign.domain.rehearsal import Reading
from cidesign.domain.rules import Criterion
from cidesign.domain.workshop import Bundle
from cidesign.selection.agreement.agenda import variance
from cidesign.views.room import rehearsal_words as words
from cidesign.views.score.words import cards


@dataclass(frozen=True)
class LevelRead:
    """A level of a scale, what it is called, and how many gave it."""

    number: str
    name: str
    people: int


@dataclass(frozen=True)
class ReadApart:
    """How one criterion of one candidate was read.

    Args:
        number: its place, the furthest apart first.
        candidate, criterion: as people read them.
        scores: the levels, smallest first; none where they are told in words alone.
        worst, best: the ends of the scale.
        words: how it was read, and what to talk about.
        alike: whether all gave the same level.
        levels: from worst to best, each with how many gave it; none where it is told in words.
    """

    number: int
    candidate: str
    criterion: str
    scores: tuple[Fraction, ...]
    worst: Fraction
    best: Fraction
    words: str
    alike: bool
    levels: tuple[LevelRead, ...]


def read_apart(told: Iterable[Reading], record: Bundle, catalog: Catalog) -> tuple[ReadApart, ...]:
    """Every cell that somebody read, the largest spread first; of fewer than four people, after the
    others, those in which they do not agree.

    Args:
        told: without names, as the store tells it.
        record: whose rule sheet says what the levels are.
        catalog: has the invented candidates.
    """
    rules = as_read(record.rules, catalog.labels) if record.rules else None
    criteria = {one.id: one for one in rules.rated} if rules else {}
    known = [one for one in told if one.criterion in criteria]
    ordered = sorted(known, key=lambda one: _near(one, criteria[one.criterion]))
    return tuple(
        replace(_apart(one, criteria[one.criterion], catalog), number=place)
        for place, one in enumerate(ordered, start=1)
    )


def answer(rows: tuple[ReadApart, ...]) -> str:
    """What to talk about first, in one sentence."""
    if not rows:
        return words.nobody()
    return words.furthest(rows[0].candidate, rows[0].criterion, alike=rows[0].alike)


def note(rows: tuple[ReadApart, ...]) -> str:
    """How to read them."""
    return words.over_note(sum(bool(one.levels) for one in rows), len(rows))


def _near(one: Reading, criterion: Criterion) -> tuple[bool, Fraction]:
    """Small where it was read far apart."""
    worst, best = Fraction(criterion.scale.worst), Fraction(criterion.scale.best)
    shares = [(score - worst) / (best - worst) for score in one.scores]
    return one.alike, -variance(shares) if shares else Fraction(0)


def _apart(one: Reading, criterion: Criterion, catalog: Catalog) -> ReadApart:
    scale, dotted = criterion.scale, one.people >= FEWEST_FOR_DOTS
    many = Counter(one.scores) if dotted else Counter[Fraction]()
    step = Fraction(scale.step) if scale.step else Fraction(0)
    return ReadApart(
        number=0,
        candidate=catalog.entry("invented", one.candidate).label,
        criterion=criterion.name,
        scores=one.scores if dotted else (),
        worst=Fraction(scale.worst),
        best=Fraction(scale.best),
        words=words.how_read(one.people, one.scores, step, alike=one.alike),
        alike=one.alike,
        levels=tuple(
            LevelRead(card.number, card.name, many[Fraction(card.value)])
            for card in (cards(criterion) if dotted else ())
        ),
    )
