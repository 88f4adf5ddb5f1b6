"""What people beyond the committee said, beside the points: heard, not counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cidesign.acts.heard import heard_in_sight
from cidesign.domain.apart import as_seen
from cidesign.domain.dates import day
from cidesign.domain.figures import count, listed, points
from cidesign.domain.heard import Heard
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.compare.view import CandidateRow


@dataclass(frozen=True)
class Group:
    """One group that was asked, and what it says of each candidate, by id."""

    who: str
    asked: int
    day: str
    source: str
    of: dict[str, Heard]

    @property
    def favorites(self) -> tuple[str, ...]:
        """Ids of those with its highest mean; nobody where it rated fewer than two."""
        means = {id: one.mean for id, one in self.of.items() if one.mean is not None}
        if len(means) < 2:
            return ()
        best = max(means.values())
        return tuple(id for id, mean in means.items() if mean == best)


def groups_of(rows: Sequence[Heard]) -> tuple[Group, ...]:
    """The rows by group, in the order of the file."""
    found: dict[str, Group] = {}
    for one in rows:
        named = Group(one.who, one.asked, one.day, one.source, {})
        found.setdefault(as_seen(one.who), named).of[one.candidate] = one
    return tuple(found.values())


def groups(bundle: Bundle) -> tuple[Group, ...]:
    """The groups whose words may be seen now."""
    return groups_of(heard_in_sight(bundle))


def claim(found: Sequence[Group], bundle: Bundle) -> str:
    """How many were heard, and whom the groups rate highest."""
    names = {one.id: one.label for one in bundle.candidates}
    told = [one.favorites for one in found if one.favorites]
    if len(told) == len(found) and len(set(told)) == 1:
        best = listed([names.get(id, id) for id in told[0]])
        return say_count(
            "{n} group beyond the committee was heard; it rates {best} highest",
            "{n} groups beyond the committee were heard; all rate {best} highest",
            len(found),
            n=count(len(found), opening=True),
            best=best,
        )
    return say_count(
        "{n} group beyond the committee was heard",
        "{n} groups beyond the committee were heard",
        len(found),
        n=count(len(found), opening=True),
    )


def in_one_line(bundle: Bundle) -> tuple[str, ...]:
    """That others were heard and whom they rate highest, in one sentence; none where nobody was."""
    found = groups(bundle)
    return (say("{claim}; heard, not counted.", claim=claim(found, bundle)),) if found else ()


def note() -> str:
    """How to read it."""
    return say(
        "Heard, not counted: no point of the result comes from it. Means from 1 (a poor host) to 5 "
        "(a very good one)."
    )


def beside_the_points(found: Sequence[Group], rows: Sequence[CandidateRow]) -> list[dict[str, str]]:
    """A row for each candidate in rank order: its points, and each group's mean."""
    return [
        {
            say("Candidate"): row.label,
            say("Our points"): "–" if row.points is None else points(row.points),
            **{_head(one): _mean(one, row.id) for one in found},
        }
        for row in rows
    ]


def _head(one: Group) -> str:
    return say("{who}, {n} asked", who=one.who, n=f"{one.asked:,}")


def _mean(one: Group, id: str) -> str:
    held = one.of.get(id)
    return "–" if held is None or held.mean is None else plain(held.mean)


def sentences_of(found: Sequence[Group], bundle: Bundle) -> tuple[str, ...]:
    """What was said in words, and when and how each group was asked."""
    names = {one.id: one.label for one in bundle.candidates}
    return tuple(line for one in found for line in _of_group(one, names))


def _of_group(one: Group, names: dict[str, str]) -> Iterator[str]:
    asked = " · ".join(part for part in (day(one.day) if one.day else "", one.source) if part)
    if asked:
        yield say("{who} ({n} asked): {how}.", who=one.who, n=f"{one.asked:,}", how=asked)
    for id, held in one.of.items():
        if held.said:
            yield say(
                "{who} on {candidate}: “{said}”",
                who=one.who,
                candidate=names.get(id, id),
                said=held.said,
            )
