"""Several people join the steering committee at once, from a list."""

from collections.abc import Iterator
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.committee import FILE, LONGEST_NAME, who_left_something
from cidesign.domain.apart import as_seen
from cidesign.domain.figures import count
from cidesign.domain.naming import id_from, tidy
from cidesign.domain.problem import Problem
from cidesign.domain.value import Model, Text
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say, say_count


class Joining(Model):
    """One who joins; ``line``: where she stands in the list, so that one can be told."""

    name: Text
    seat: Text = ""
    line: int = 0


class AddMembers(Shared):
    """They stand at the end of the list, in the order given; all join, or nobody."""

    kind: ClassVar[str] = "add_members"
    step: ClassVar[str] = "initiative"
    hidden: ClassVar[frozenset[str]] = frozenset({"members"})
    members: tuple[Joining, ...]

    @property
    def document(self) -> str:
        return FILE

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if not self.members:
            remedy = say("write one name on each line, such as Ana Reyes, residents")
            yield Problem(say("The list"), say("nothing is written there"), remedy)
        known = {(as_seen(one.called), as_seen(one.seat)) for one in record.workshop.members}
        for one in self.members:
            where = say("Line {line}", line=one.line)
            who = (as_seen(one.name), as_seen(one.seat))
            if not who[0]:
                yield Problem(where, say("there is no name"), say("write who it is"))
            elif len(tidy(one.name)) > LONGEST_NAME or len(tidy(one.seat)) > LONGEST_NAME:
                what = say("it is too long for a name and a seat")
                yield Problem(where, what, say("write at most {most} letters", most=LONGEST_NAME))
            elif who in known:
                what = say("{name} is on the committee already", name=tidy(one.name))
                yield Problem(where, what, say("take the line out, or tell the two apart"))
            known.add(who)

    def change(self, record: Bundle) -> Bundle:
        members = record.workshop.members
        taken = who_left_something(record) | {member.id for member in members}
        added: dict[tuple[str | int, ...], dict[str, str]] = {}
        for place, one in enumerate(self.members, start=len(members)):
            name, seat = tidy(one.name), tidy(one.seat)
            id = id_from(name, taken, otherwise="member")
            taken.add(id)
            added["members", place] = {"id": id, "name": name, **({"seat": seat} if seat else {})}
        return changed(record, FILE, added)

    def told(self, who: str, record: Bundle) -> str:
        return say_count(
            "{who} added {n} member to the committee",
            "{who} added {n} members to the committee",
            len(self.members),
            who=who,
            n=count(len(self.members)),
        )
