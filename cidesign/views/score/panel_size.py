"""Whether the panel is large enough for the rules at all: where it is not, no further round gives
anybody a rank.
"""

from cidesign.acts.sheets import raters
from cidesign.domain.figures import count
from cidesign.domain.rules import Aggregation
from cidesign.domain.workshop import Bundle
from cidesign.text import say


def no_round_helps(bundle: Bundle) -> str:
    """Why no further round can reach the number of raters the rules ask for, and what can; empty
    where one can.
    """
    rules, able = bundle.rules, {one.id for one in bundle.candidates if one.eligible}
    if rules is None or not rules.rated or not able:
        return ""
    if rules.aggregation is Aggregation.CONSENSUS:
        agreed = say(
            "The rules ask for {quorum} members, and an agreed score is one. Change the rules as a "
            "new version on the page Process.",
            quorum=count(rules.quorum),
        )
        return agreed if rules.quorum > 1 else ""
    panel = set(raters(bundle))
    free = max(
        len(panel - {aside.rater for aside in bundle.recusals if aside.candidate == id})
        for id in able
    )
    if free >= rules.quorum:
        return ""
    slots = {"quorum": count(rules.quorum), "n": count(free)}
    if len(panel) < rules.quorum:
        why = say(
            "More members are needed: the rules ask for {quorum} on each candidate, and the "
            "workshop has {n}.",
            **slots,
        )
    else:
        why = say(
            "More members are needed: the rules ask for {quorum} on each candidate, and at most "
            "{n} may score one.",
            **slots,
        )
    way = say(
        "Add a member on the page Initiative, or change the rules as a new version on the page "
        "Process."
    )
    return f"{why} {way}"
