"""A whole table of members is brought in: those who are not on the committee join it, and names and
seats of the others are written as the table has them.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.committee import FILE, LONGEST_NAME, against_namesake, place_of
from cidesign.domain.problem import Problem
from cidesign.domain.value import Id, Text, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import say, say_count

MOST_MEMBERS = 1_000
"""A longer table is none of a committee."""


class BringMembers(Shared):
    """``members``: of each her id, her name and, where it is known, her seat. Nobody leaves."""

    kind: ClassVar[str] = "bring_members"
    step: ClassVar[str] = "initiative"
    hidden: ClassVar[frozenset[str]] = frozenset({"members"})
    brings: ClassVar[str] = "members"
    members: tuple[dict[Id, Text], ...]

    @property
    def document(self) -> str:
        return FILE

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if not self.members:
            yield Problem(say("Members"), say("there is none in the table"), say("add rows to it"))
        if len(self.members) > MOST_MEMBERS:
            what = say("{n} are more than a committee has", n=f"{len(self.members):,}")
            remedy = say("bring in at most {most}", most=f"{MOST_MEMBERS:,}")
            yield Problem(say("Members"), what, remedy)
            return
        for one in self.members:
            name = _closed_up(one.get("name", ""))
            where = say("Member {name}", name=shown(name or one.get("id", "")))
            if not name:
                yield Problem(where, say("has no name"), say("write it into the table"))
            elif len(name) > LONGEST_NAME:
                remedy = say("write at most {most} letters", most=LONGEST_NAME)
                yield Problem(where, say("the name is too long"), remedy)
            else:
                yield from against_namesake(record, name, one.get("seat", ""), one.get("id", ""))

    def change(self, record: Bundle) -> Bundle:
        changes: dict[tuple[str | int, ...], Any] = {}
        here = {member.id for member in record.workshop.members}
        last = len(here)
        for one in self.members:
            name, seat = _closed_up(one["name"]), _closed_up(one.get("seat", ""))
            if one["id"] in here:
                place = place_of(record, one["id"])
                changes["members", place, "name"] = name
                if seat:
                    changes["members", place, "seat"] = seat
            else:
                seated = {"seat": seat} if seat else {}
                changes["members", last] = {"id": one["id"], "name": name, **seated}
                last += 1
        return changed(record, FILE, changes)

    def told(self, who: str, record: Bundle) -> str:
        return say_count(
            "{who} brought in a table of {count} member",
            "{who} brought in a table of {count} members",
            len(self.members),
            who=who,
            count=len(self.members),
        )


def _closed_up(text: str) -> str:
    return " ".join(text.split())
