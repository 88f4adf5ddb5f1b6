"""The memo on what if: each saved scenario that asks something, and what would be otherwise."""

from cidesign.domain.scenario import Scenario
from cidesign.memo.blocks import Bullets, Paragraph, Section
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import Sentence, own, told
from cidesign.views.scenarios import side_by_side
from cidesign.views.scenarios.what_if import Compared


def on_what_if(seen: Snapshot) -> tuple[Section, ...]:
    """The section; none where no scenario asks anything."""
    if not seen.asked_if:
        return ()
    note = say(
        "Each is asked of the plan as it is, whose team is then chosen anew. Nothing of it is "
        "decided."
    )
    blocks = (
        Bullets(tuple(_one(kept, found) for kept, found in seen.asked_if)),
        Paragraph(told(note), note=True),
    )
    return (Section("what_if", told(say("What if")), blocks, level=2),)


def _one(kept: Scenario, found: Compared) -> Sentence:
    return told(say("{name}: {answer}"), name=own(kept.name), answer=side_by_side.answer(found))
