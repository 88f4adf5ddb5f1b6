"""Weighing in words: how weights are found, and whether the members' weights stand in the sheet
before it is sealed.
"""

from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.figures import count
from cidesign.text import say, say_count
from cidesign.views.process.view import ProcessView


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
        sheet = say("The sheet has other weights than theirs.")
    few = (
        say("A group's weights need four members. Fewer of them weigh together.")
        if view.done < FEWEST_IN_A_GROUP
        else ""
    )
    return " ".join(part for part in (weighed, sheet, few) if part)
