"""Weighing in words: how weights are found, and whether the members' weights stand in the sheet
before it is sealed.
"""

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.figures import count
from cidesign.domain.problem import Problem
from cidesign.domain.rules import Criterion
from cidesign.domain.value import plain
from cidesign.text import mark, say, say_count
from cidesign.views.process.view import ProcessView

SWING, PLACES, POINTS = "swing", "places", "points"
WAYS = {
    SWING: mark("Guided, step by step"),
    PLACES: mark("Put in order"),
    POINTS: mark("Say each weight"),
}
MOST_POINTS = 1000


def weighing_note(view: ProcessView) -> str:
    """How weights are found."""
    if not view.members:
        return say(
            "Nobody is on the committee yet: add members on the page Initiative, or weigh together."
        )
    if view.members < FEWEST_IN_A_GROUP:
        return say(
            "A group's weights are shown from four members on. You are fewer: choose “The "
            "committee, together”."
        )
    return say_count(
        "Each weighs alone; the group takes the middle. {done} of {n} member is done.",
        "Each weighs alone; the group takes the middle. {done} of {n} members are done.",
        view.members,
        done=view.done,
        n=view.members,
    )


def nobody_weighed(view: ProcessView) -> str:
    """Before the first seal: that the sheet has the usual weights, whether somebody weighed or not;
    empty where it has others.
    """
    if view.fixed or view.opening or not view.still_usual:
        return ""
    if view.done:
        return say("The sheet has the usual weights. Once sealed, they decide who comes first.")
    return say(
        "Nobody has weighed the criteria yet: the sheet has the usual weights. Once sealed, they "
        "decide who comes first."
    )


def weights_told(view: ProcessView) -> str:
    """Before the seal: whether the weights of members who weighed stand in the sheet; empty where
    nobody weighed.
    """
    if view.fixed or not view.done:
        return ""
    if view.theirs:
        return say("The sheet has the weights of the members who weighed.")
    weighed = say_count(
        "{n} member weighed alone.",
        "{n} members weighed alone.",
        view.done,
        n=count(view.done, opening=True),
    )
    if view.usual:
        sheet = say("The sheet still has the usual weights, not theirs.")
    else:
        sheet = say("The sheet has the weights that were set for all, not theirs.")
    few = (
        say("A group's weights need four members. Fewer of them weigh together.")
        if view.done < FEWEST_IN_A_GROUP and view.usual
        else ""
    )
    return " ".join(part for part in (weighed, sheet, few) if part)


def question() -> str:
    """The heading over weighing."""
    return say("What does each of us think?")


def alone_first() -> str:
    """Why nobody sees the others' weights yet."""
    return say(
        "You see the others' weights after you have saved yours, so that nobody leans on anybody."
    )


def which_first() -> str:
    """The first question of the guided way."""
    return say(
        "Step 1. Think of a candidate that is at its worst on everything. Which one thing would "
        "you raise to its best first?"
    )


def then_others(first: str) -> str:
    """The second, once something is raised first."""
    return say(
        "Step 2. Raising “{first}” is worth 100. What is each of the others worth beside it, 0 to "
        "100?",
        first=first,
    )


def places_note() -> str:
    """How places are given."""
    return say("1 matters most. Give the same place to what matters the same.")


def points_note() -> str:
    """How points are given."""
    return say(
        "Any numbers from 0: what counts is how large each is beside the others. 20 counts twice "
        "as much as 10."
    )


def hint(way: str) -> str:
    """What belongs into a field of this way."""
    hints = {
        SWING: say("0 to 100"),
        PLACES: say("a place, 1 is first"),
        POINTS: say("a number, 0 or more"),
    }
    return hints[way]


def empty(way: str) -> tuple[str, str]:
    """What is wrong with an empty field of this way, and what to do."""
    wrong = {
        SWING: (say("it has no number yet"), say("write 0 to 100")),
        PLACES: (say("it has no place yet"), say("write a place, 1 for what matters most")),
        POINTS: (say("it has no number yet"), say("write a number, 0 or more")),
    }
    return wrong[way]


def all_zero() -> Problem:
    """What is wrong where nothing counts."""
    return Problem(
        say("Weights"),
        say("all of them are 0"),
        say("give at least one criterion a number above 0"),
    )


def save() -> str:
    """The button that keeps them."""
    return say("Save these weights")


def weigh_again() -> str:
    """The way back to the fields."""
    return say("Weigh again")


def you_gave() -> str:
    """Over her own weights."""
    return say("You gave")


def raised(criterion: Criterion) -> str:
    """A criterion from its worst to its best, in the words of its levels."""
    scale = criterion.scale
    worst, best = scale.levels.get(scale.worst, ""), scale.levels.get(scale.best, "")
    if not worst or not best:
        return f"{criterion.name}: {plain(scale.worst)} → {plain(scale.best)}"
    return f"{criterion.name}: {_opening(worst)} → {_opening(best)}"


def _opening(words: str) -> str:
    return words.split(". ")[0].rstrip(".")
