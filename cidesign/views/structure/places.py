"""Several places on the page Structure: that a host must be known in each, and how much we let that
count.
"""

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, inside, listed
from cidesign.domain.structure import StructureProfile
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import say

KNOWS_THE_PLACE = "issue_place"
MATTERS = 3
"""From this answer on, of 0 to 4, knowing the place counts enough for several; ours."""


def warnings(bundle: Bundle, catalog: Catalog) -> tuple[str, ...]:
    """What several places ask of the choice, while knowing the place counts little; nothing for
    one place, or once it counts.
    """
    places = bundle.workshop.initiative.places
    answer = (bundle.structure or StructureProfile()).answers.get(KNOWS_THE_PLACE)
    if len(places) < 2 or (answer is not None and answer >= MATTERS):
        return ()
    return (
        say(
            "We work in {n} places: {places}. A host should be known in each, yet {question} "
            "counts {answer} of 4. Raise it, or plan for a person in each place.",
            n=count(len(places)),
            places=listed(list(places)),
            question=inside(catalog.labels.structure_drivers[KNOWS_THE_PLACE]),
            answer=plain(answer) if answer is not None else say("nothing"),
        ),
    )
