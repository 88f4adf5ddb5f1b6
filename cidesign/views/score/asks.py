"""What a member is asked and told on her sheet, said once for the app's page and for the sheet on
her own phone.
"""

from cidesign.acts.sheets import Sheet
from cidesign.domain.problem import Problem
from cidesign.domain.rules import Criterion
from cidesign.text import say

LONGEST_TEXT = 600
"""Letters of a reason, a strength or a concern."""


def before_reading() -> tuple[str, str]:
    """The heading over the declaration of conflicts, and its note."""
    return say("Before you read and score"), say(
        "Does anything tie you to one of these? Who steps aside neither reads nor scores."
    )


def no_tie(*, to_the_others: bool) -> str:
    """The button that declares that there is no tie; ``to_the_others``: she steps aside for one."""
    if to_the_others:
        return say("No conflict with any other")
    return say("No conflict with any of them")


def all_declared() -> str:
    """Once she has said something about every candidate."""
    return say("Declared for every candidate")


def a_tie() -> str:
    """Where one steps aside after all."""
    return say("There is a tie to one of them")


def for_which() -> str:
    """The label of the candidate one steps aside for."""
    return say("For which candidate")


def what_tie() -> str:
    """The label of the kind of tie."""
    return say("What kind of tie")


def few_words() -> tuple[str, str]:
    """The label of the words about a tie, and a hint."""
    return say("In a few words"), say("What an outsider should know")


def step_aside() -> str:
    """The button that does."""
    return say("Step aside for this candidate")


def take_back() -> str:
    """The button that undoes it, before scoring has begun."""
    return say("Take back")


def candidates() -> tuple[str, str]:
    """The heading over her candidates, and its note."""
    return say("Your candidates"), say("One question at a time, and you may stop after each.")


def go_on(sheet: Sheet) -> str:
    """The button that opens a sheet."""
    if sheet.complete:
        return say("Look again")
    return say("Go on") if sheet.saved else say("Begin")


def wrote(candidate: str) -> str:
    """The way to what a candidate wrote about a criterion."""
    return say("What {candidate} wrote about this", candidate=candidate)


def why(*, asked: bool) -> str:
    """The label of a reason; ``asked``: the rules want one here."""
    return say("Why? (the rules ask for it)") if asked else say("Why? (optional)")


def no_level(criterion: Criterion) -> Problem:
    """What is missing where only a reason is written."""
    return Problem(criterion.name, say("no level is chosen yet"), say("choose one"))


def number_from(low: str, high: str) -> str:
    """The label of a level that is written as a number."""
    return say("A number from {low} to {high}", low=low, high=high)


def strength_and_concern() -> tuple[str, str]:
    """The heading over both, and its note."""
    return say("One strength, one concern"), say(
        "Every candidate gets both from everybody. Write so that they may read it."
    )


def strength() -> str:
    """The label of a strength."""
    return say("One strength")


def concern() -> str:
    """The label of a concern."""
    return say("One concern")


def not_rated() -> str:
    """The state of a criterion without a level."""
    return say("Not rated")


def not_yet_saved() -> str:
    """The state of what is chosen and not kept."""
    return say("Not yet saved")


def saved_at(time: str) -> str:
    """The state of what was kept a moment ago."""
    return say("Saved {time}", time=time)


def saved_in(round: int) -> str:
    """The state of what was kept earlier."""
    return say("Saved in round {round}", round=round)


def refused(problem: Problem) -> str:
    """Why something is not saved, beside the field or above the bar."""
    return say(
        "{where}: {what}. Please {remedy}.",
        where=problem.where,
        what=problem.what,
        remedy=problem.remedy,
    )
