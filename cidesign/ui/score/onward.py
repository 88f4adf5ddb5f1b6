"""What comes after a sheet: the next candidate, and after the last one the next member."""

from collections.abc import Sequence

from cidesign.acts.sheets import Sheet, raters
from cidesign.text import say
from cidesign.ui.kit import session
from cidesign.ui.kit.page import Page
from cidesign.ui.score.bar import ME, WHO, go_to, leave

HANDED = "_score.handed"
# What a member typed and chose in this tab; forgotten before another one takes the device.
OF_A_MEMBER = (
    "score.level.",
    "score.why.",
    "score.strength.",
    "score.concern.",
    "score.typed.",
    "score.whole.",
    "_pick.",
    "_draft.",
    "_saved.",
    "_just.",
)


def next_sheet(sheets: Sequence[Sheet], now: str) -> Sheet | None:
    """The first sheet after the one of this candidate that is not complete, else the first of all
    others; None where all the others are.
    """
    places = [one.candidate.id for one in sheets]
    here = places.index(now) if now in places else -1
    others = [*sheets[here + 1 :], *sheets[: max(here, 0)]]
    return next((one for one in others if not one.complete), None)


def begins_at(one: Sheet) -> int:
    """The screen a sheet opens at: the first criterion without a level, the words, or the list."""
    if one.complete:
        return len(one.cells) + 1
    open_cells = (place for place, cell in enumerate(one.cells) if cell.score is None)
    return next(open_cells, len(one.cells))


def label(page: Page, sheets: Sequence[Sheet], one: Sheet, *, saves: bool) -> str:
    """What the button at the end of a sheet says; short, for three stand side by side."""
    if next_sheet(sheets, one.candidate.id) is not None:
        return say("Save, next") if saves else say("Next candidate")
    if len(raters(page.bundle)) > 1:
        return say("Save, hand on") if saves else say("Hand on")
    return say("Save, finish") if saves else say("To all candidates")


def comes_next(page: Page, sheets: Sequence[Sheet], one: Sheet) -> str:
    """What comes after a sheet, in words above the button; empty where nothing does."""
    following = next_sheet(sheets, one.candidate.id)
    if following is not None:
        return say("Next candidate: {candidate}", candidate=following.candidate.label)
    if len(raters(page.bundle)) > 1:
        return say("Your last candidate. Then hand on to the next member.")
    return ""


def onward(page: Page, sheets: Sequence[Sheet], one: Sheet, *, saved: bool = False) -> None:
    """Open the next candidate's sheet, or hand the device on; a callback. ``saved``: whether that
    is to be told there.
    """
    page.speak()
    following = next_sheet(sheets, one.candidate.id)
    if following is not None:
        just = say("{candidate}: saved", candidate=one.candidate.label) if saved else ""
        go_to(following.candidate.id, begins_at(following), just)
    elif len(raters(page.bundle)) > 1:
        hand_on(done=True)
    else:
        leave()


def hand_on(*, done: bool = False) -> None:
    """Nobody scores here now, and nothing of whoever did stays in sight; a callback."""
    become("")
    session.put(HANDED, done)


def become(rater: str) -> None:
    """From now on this tab shows the sheets of this member; a callback."""
    session.put(ME, rater)
    session.put(WHO, rater or None)
    session.put(HANDED, False)
    session.forget(*OF_A_MEMBER)
    leave()
