"""A list of candidates as somebody pastes it: the name of each and its kind, line by line."""

from cidesign.acts.add_candidates import AddCandidates, Applying
from cidesign.domain.figures import count
from cidesign.domain.pasted import Read, listed
from cidesign.text import say_count

HEADS = frozenset({"name", "candidate", "candidates", "organization"})


def candidates_pasted(text: str) -> Read[AddCandidates]:
    """All on a list, one on each line: a name, and which kind of organization it is."""
    found = listed(text, heads=HEADS)
    act = AddCandidates(
        candidates=tuple(
            Applying(name=line.first, organization=line.second, line=line.number)
            for line in found.lines
        )
    )
    number = len(act.candidates)
    done = say_count(
        "{n} candidate was added.",
        "{n} candidates were added.",
        number,
        n=count(number, opening=True),
    )
    return Read(act, done, found.told, found.problems)
