"""Checks a committee's answers and judgements against the questions and structures that exist."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from cidesign.domain.choices import (
    HIGHEST_ANSWER,
    HIGHEST_LEVEL,
    LOWEST_LEVEL,
    Condition,
    StructureDriver,
    StructureEntry,
)
from cidesign.domain.nearest import instead
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.structure import StructureProfile
from cidesign.domain.value import plain
from cidesign.text import say

FILE = "structure.yaml"


def checked(
    profile: StructureProfile,
    structures: Sequence[StructureEntry],
    drivers: Sequence[StructureDriver],
) -> None:
    """Nothing comes back when every answer and judgement is about something known and on its scale.

    Raises:
        BadInput: names every one that is not, with the nearest known id.
    """
    if faults := faults_of(profile, structures, drivers):
        raise BadInput(faults)


def faults_of(
    profile: StructureProfile,
    structures: Sequence[StructureEntry],
    drivers: Sequence[StructureDriver],
) -> tuple[Problem, ...]:
    """Everything wrong with a profile's answers and judgements."""
    return (*_answers(profile, drivers), *_judgements(profile, structures, drivers))


def _answers(profile: StructureProfile, drivers: Sequence[StructureDriver]) -> Iterator[Problem]:
    known = {driver.id for driver in drivers}
    for id, answer in profile.answers.items():
        where = f"{FILE}: answers.{id}"
        if id not in known:
            yield _unknown(where, say("there is no question {id}", id=id), id, known)
        elif not 0 <= answer <= HIGHEST_ANSWER:
            yield Problem(
                where,
                say("{answer} is off the scale", answer=plain(answer)),
                say(
                    "write an answer from 0 (not at all) to {highest} (decisive)",
                    highest=HIGHEST_ANSWER,
                ),
            )


def _judgements(
    profile: StructureProfile,
    structures: Sequence[StructureEntry],
    drivers: Sequence[StructureDriver],
) -> Iterator[Problem]:
    kinds = {structure.id for structure in structures}
    weighed = {driver.id for driver in drivers if driver.about == "structure"}
    for structure, levels in profile.judgements.items():
        where = f"{FILE}: judgements.{structure}"
        if structure not in kinds:
            yield _unknown(where, say("there is no structure {id}", id=structure), structure, kinds)
        for driver, level in levels.items():
            if driver not in weighed:
                yield _unknown(
                    f"{where}.{driver}",
                    say("there is no structure driver {id}", id=driver),
                    driver,
                    weighed,
                )
            elif not LOWEST_LEVEL <= level <= HIGHEST_LEVEL:
                remedy = say(
                    "write a level from {lowest} (weak) to {highest} (strong)",
                    lowest=LOWEST_LEVEL,
                    highest=HIGHEST_LEVEL,
                )
                yield Problem(
                    f"{where}.{driver}", say("{level} is off the scale", level=plain(level)), remedy
                )


def _unknown(where: str, what: str, id: str, known: Collection[str]) -> Problem:
    return Problem(where, what, instead(id, known))


def holds(condition: Condition, answers: dict[str, Decimal]) -> bool:
    """Whether the question was answered and the answer lies between the condition's ends."""
    return (
        condition.answer in answers
        and condition.at_least <= answers[condition.answer] <= condition.at_most
    )
