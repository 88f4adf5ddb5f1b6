"""Which parts of the memo no decision holds yet."""

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import listed
from cidesign.domain.walk import Part, walk_of
from cidesign.domain.workshop import Bundle
from cidesign.text import say


def undecided(bundle: Bundle, catalog: Catalog) -> tuple[Part, ...]:
    """The parts of the memo that no decision holds yet; those of the choice are no parts where a
    backbone works already, nor those that the form we chose does not need.
    """
    return tuple(
        step.part
        for step in walk_of(bundle.workshop)
        if step.part
        and catalog.needs(step, bundle.workshop)
        and bundle.decisions.latest(step.id) is None
    )


def so_far(bundle: Bundle, catalog: Catalog) -> str:
    """What stands there before the decision, without a full stop."""
    missing = [say(part.thing) for part in undecided(bundle, catalog)]
    if not missing:
        return say("Ready to hand out")
    return say("A draft: {parts} not decided yet", parts=listed(missing))
