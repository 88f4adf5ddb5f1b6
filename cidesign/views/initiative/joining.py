"""A list of members as somebody pastes it: who sits there for whom, in the words we know where we
know them, and what is odd, line by line.
"""

from cidesign.acts.add_members import AddMembers, Joining
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count
from cidesign.domain.pasted import Read, listed
from cidesign.domain.value import shown
from cidesign.text import say, say_count

HEADS = frozenset({"name", "member", "members", "who"})


def members_pasted(text: str, catalog: Catalog) -> Read[AddMembers]:
    """Everybody on a list, one on each line: a name, and the seat."""
    found, told = listed(text, heads=HEADS), []
    joining = []
    for line in found.lines:
        seat = meant(line.second, catalog)
        if seat and seat.casefold() != line.second.casefold():
            told.append(
                say(
                    "Line {line}: {written} is read as {seat}.",
                    line=line.number,
                    written=shown(line.second),
                    seat=seat,
                )
            )
        elif line.second and not seat:
            told.append(
                say(
                    "Line {line}: {written} is no usual seat; it stands as it is written.",
                    line=line.number,
                    written=shown(line.second),
                )
            )
        joining.append(Joining(name=line.first, seat=seat or line.second, line=line.number))
    done = say_count(
        "{n} member was added.",
        "{n} members were added.",
        len(joining),
        n=count(len(joining), opening=True),
    )
    return Read(AddMembers(members=tuple(joining)), done, (*found.told, *told), found.problems)


def meant(written: str, catalog: Catalog) -> str:
    """The usual seat that somebody means; her own words where they mean one of a kind (a youth
    council sits there for residents); empty where we know none.
    """
    said = written.casefold().replace("_", " ").strip()
    if not said:
        return ""
    for seat in catalog.seats:
        names = {seat.label.casefold(), seat.id.replace("_", " ")}
        names |= {part.strip() for name in list(names) for part in name.split(" or ")}
        if _stem(said) in {_stem(name) for name in names}:
            return seat.label
    return written if any(seat.is_meant_by(written) for seat in catalog.seats) else ""


def _stem(word: str) -> str:
    return word.removesuffix("s")
