"""Checks a committee's answers and judgements against the questions and structures that exist."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from cidesign.domain.choices import HIGHEST_ANSWER, HIGHEST_LEVEL, LOWEST_LEVEL, Condition, StructureDriver, StructureEntry
from cidesign.domain.nearest import instead
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.structure import StructureProfile
from cidesign.domain.value import plain

FILE = "structure.yaml"


def checked(profile: StructureProfile, structures: Sequence[StructureEntry], drivers: Sequence[StructureDriver]) -> None:
    """Nothing comes back when every answer and judgement is about something known and on its scale.

    Raises:
        BadInput: names every one that is not, with the nearest known id.
    """
    if faults := faults_of(profile, structures, drivers):
        raise BadInput(faults)


def faults_of(profile: StructureProfile, structures: Sequence[StructureEntry], drivers: Sequence[StructureDriver]) -> tuple[Problem, ...]:
    """Everything wrong with a profile's answers and judgements."""
    return (*_answers(profile, drivers), *_judgements(profile, structures, drivers))


def _answers(profile: StructureProfile, drivers: Sequence[StructureDriver]) -> Iterator[Problem]:
    known = {driver.id for driver in drivers}
    for id, answer in profile.answers.items():
        where = f"{FILE}: answers.{id}"
        if id not in known:
            yield _unknown(where, id, known, "question")
        elif not 0 <= answer <= HIGHEST_ANSWER:
            yield Problem(where, f"{plain(answer)} is off the scale", f"write an answer from 0 (not at all) to {HIGHEST_ANSWER} (decisive)")


def _judgements(profile: StructureProfile, structures: Sequence[StructureEntry], drivers: Sequence[StructureDriver]) -> Iterator[Problem]:
    kinds = {structure.id for structure in structures}
    weighed = {driver.id for driver in drivers if driver.about == "structure"}
    for structure, levels in profile.judgements.items():
        where = f"{FILE}: judgements.{structure}"
        if structure not in kinds:
            yield _unknown(where, structure, kinds, "structure")
        for driver, level in levels.items():
            if driver not in weighed:
                yield _unknown(f"{where}.{driver}", driver, weighed, "structure driver")
            elif not LOWEST_LEVEL <= level <= HIGHEST_LEVEL:
                remedy = f"write a level from {LOWEST_LEVEL} (weak) to {HIGHEST_LEVEL} (strong)"
                yield Problem(f"{where}.{driver}", f"{plain(level)} is off the scale", remedy)


def _unknown(where: str, id: str, known: Collection[str], kind: str) -> Problem:
    return Problem(where, f"there is no {kind} {id}", instead(id, known))


def holds(condition: Condition, answers: dict[str, Decimal]) -> bool:
    """Whether the question was answered and the answer lies between the condition's ends."""
    return condition.answer in answers and condition.at_least <= answers[condition.answer] <= condition.at_most
