"""What a funder is told about the figures, beside them: what they rest on, and of which record they
are.
"""

from collections.abc import Sequence

from cidesign.domain.workshop import Bundle
from cidesign.record import bundle_fingerprint, short_fingerprint
from cidesign.text import say
from cidesign.views.scenarios.view import Side
from cidesign.views.team.dollars import management
from cidesign.views.team.dollars import management_means as management_means


def management_of(sides: Sequence[Side]) -> tuple[str, ...]:
    """What share of each plan is management, and what that is made of."""
    return tuple(
        say(
            "{plan}: {said}",
            plan=side.option.label,
            said=management(side.option.plan, side.found).plain,
        )
        for side in sides
        if side.found.found
    )


def rests_on(bundle: Bundle) -> tuple[str, ...]:
    """One sentence for each thing a reader must know."""
    return (
        say("The plan score is our scale of how well the hours needed are covered, not of impact."),
        say("How many hours the work takes is assumed; no published source splits them."),
        say("The years assume that the team stays and that only promised money comes."),
        say("What is still to raise is spent in the first year's plan and never counted later."),
        say(
            "Computed from the record {record}.",
            record=short_fingerprint(bundle_fingerprint(bundle)),
        ),
    )
