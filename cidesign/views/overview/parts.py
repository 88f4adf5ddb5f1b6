"""The parts a memo has, and those that no decision holds yet."""

from cidesign.domain.workshop import NOT_NEEDED, Bundle
from cidesign.text import mark

PARTS = {
    "structure": mark("the structure"),
    "compare": mark("the host"),
    "team": mark("team and budget"),
    "outlook": mark("the years ahead"),
}


def undecided(bundle: Bundle) -> tuple[str, ...]:
    """The parts of the memo that no decision holds yet; those of the choice are no parts where a
    backbone works already.
    """
    wanted = [
        page for page in PARTS if page not in NOT_NEEDED or not bundle.workshop.has_a_backbone
    ]
    return tuple(page for page in wanted if bundle.decisions.latest(page) is None)
