"""How ready an initiative is, and whether collective impact is its form: answers become words, by
counting and naming only.

There are no weights and no total score. An answer of 0 or 1 is weak (the catalog then says what to
do first), 2 is on the way, 3 or 4 is in place; these thresholds are ours. A form fits when each of
its conditions in the catalog holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from cidesign.domain.choices import HIGHEST_ANSWER
from cidesign.domain.guidance import Check, FormEntry
from cidesign.domain.nearest import instead
from cidesign.domain.problem import Problem
from cidesign.domain.value import plain
from cidesign.structure.profile import holds
from cidesign.text import say

WEAK_AT_MOST = 1
IN_PLACE_AT_LEAST = 3
FILE = "workshop.yaml"


class Standing(StrEnum):
    """What an answer means."""

    UNANSWERED = "unanswered"
    WEAK = "weak"
    ON_THE_WAY = "on_the_way"
    IN_PLACE = "in_place"


class Verdict(StrEnum):
    """Whether collective impact is the form: nobody can say yet, it fits, another fits better, or
    none fits well.
    """

    OPEN = "open"
    FITS = "fits"
    ANOTHER = "another"
    NONE = "none"


@dataclass(frozen=True)
class Group:
    """The checks of one kind, such as the five conditions, with how each stands."""

    checks: tuple[Check, ...]
    standings: tuple[Standing, ...]

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return len(self.checks) - self.standings.count(Standing.UNANSWERED)

    @property
    def in_place(self) -> int:
        """How many are in place."""
        return self.standings.count(Standing.IN_PLACE)

    @property
    def complete(self) -> bool:
        """Whether there are checks, and all have an answer."""
        return bool(self.checks) and self.answered == len(self.checks)

    def that_are(self, standing: Standing) -> tuple[Check, ...]:
        """The checks that stand so, in the catalog's order."""
        return tuple(check for check, one in zip(self.checks, self.standings) if one is standing)


@dataclass(frozen=True)
class FormMatch:
    """A form of collaboration, and whether all its conditions hold for us."""

    form: FormEntry
    fits: bool


def standing(answer: Decimal | None) -> Standing:
    """What one answer from 0 to 4 means."""
    if answer is None:
        return Standing.UNANSWERED
    if answer <= WEAK_AT_MOST:
        return Standing.WEAK
    return Standing.IN_PLACE if answer >= IN_PLACE_AT_LEAST else Standing.ON_THE_WAY


def group(checks: Sequence[Check], answers: Mapping[str, Decimal]) -> Group:
    """These checks with how each stands."""
    return Group(tuple(checks), tuple(standing(answers.get(check.id)) for check in checks))


def weakest(groups: Sequence[Group], answers: Mapping[str, Decimal]) -> tuple[Check, ...]:
    """Every weak check: groups in the order given, inside a group the lowest answer first."""
    return tuple(
        check
        for one in groups
        for check in sorted(one.that_are(Standing.WEAK), key=lambda check: answers[check.id])
    )


def forms_that_fit(
    forms: Sequence[FormEntry], answers: Mapping[str, Decimal]
) -> tuple[FormMatch, ...]:
    """Every form, in the catalog's order; one without conditions never fits by itself."""
    given = dict(answers)
    return tuple(
        FormMatch(form, bool(form.when) and all(holds(condition, given) for condition in form.when))
        for form in forms
    )


def verdict(forms: Sequence[FormMatch], about_form: Group) -> Verdict:
    """Whether collective impact, the first form of the catalog, is the right one.

    Another form counts as soon as its conditions hold, even while questions are open; that none
    fits, only when all are answered.
    """
    if forms and forms[0].fits:
        return Verdict.FITS
    if any(one.fits for one in forms):
        return Verdict.ANOTHER
    return Verdict.NONE if about_form.complete else Verdict.OPEN


def faults_of_checks(
    answers: Mapping[str, Decimal], checks: Sequence[Check]
) -> tuple[Problem, ...]:
    """Answers to checks that do not exist, or off the scale."""
    return tuple(_faults(answers, {check.id for check in checks}))


def _faults(answers: Mapping[str, Decimal], known: set[str]) -> Iterator[Problem]:
    for id, answer in answers.items():
        where = f"{FILE}: initiative.checks.{id}"
        if id not in known:
            yield Problem(where, say("there is no check {id}", id=id), instead(id, known))
        elif answer > HIGHEST_ANSWER:
            remedy = say(
                "write an answer from 0 (not at all) to {highest} (fully)", highest=HIGHEST_ANSWER
            )
            yield Problem(where, say("{answer} is off the scale", answer=plain(answer)), remedy)
