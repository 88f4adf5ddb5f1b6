"""What people beyond the committee said of the candidates is kept: typed for one group, or a whole
table at once.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.acts.heard import LONGEST, LONGEST_NAME, MOST_ASKED
from cidesign.domain.agreement import FEWEST_IN_A_GROUP
from cidesign.domain.apart import as_seen
from cidesign.domain.figures import count
from cidesign.domain.heard import HEARD, HIGHEST, LOWEST
from cidesign.domain.naming import tidy
from cidesign.domain.problem import Problem
from cidesign.domain.value import Model, Number, Text, plain, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import with_rows, without_rows
from cidesign.text import say, say_count


class HeardOf(Model):
    """What a group said of one candidate, by its id or name. ``line``: where it stands in what was
    pasted; 0 in a form.
    """

    who: Text
    asked: Number | None = None
    candidate: Text
    mean: Number | None = None
    said: Text = ""
    day: Text = ""
    source: Text = ""
    line: int = 0


class KeepHeard(Shared):
    """All rows are kept, or none; what was kept of the same groups before is replaced."""

    kind: ClassVar[str] = "keep_heard"
    step: ClassVar[str] = "candidates"
    hidden: ClassVar[frozenset[str]] = frozenset({"rows"})
    rows: tuple[HeardOf, ...]

    @property
    def document(self) -> str:
        return HEARD

    def problems(self, record: Bundle) -> Iterator[Problem]:
        if not self.rows:
            yield Problem(
                say("Heard"),
                say("there is no mean and no sentence"),
                say("write one for a candidate at least"),
            )
        named = _named(record)
        taken: set[tuple[str, str]] = set()
        for one in self.rows:
            found = tuple(_against(one, named, record))
            yield from found
            key = as_seen(one.who), named.get(as_seen(one.candidate), "")
            if not found and key in taken:
                what = say("{who} spoke of it in a line before", who=shown(tidy(one.who)))
                yield Problem(_where(one), what, say("take one of the two lines out"))
            taken.add(key)
        yield from self._uneven()

    def _uneven(self) -> Iterator[Problem]:
        asked: dict[str, Number | None] = {}
        for one in self.rows:
            if asked.setdefault(as_seen(one.who), one.asked) != one.asked:
                what = say("{who} has two numbers of people", who=shown(tidy(one.who)))
                yield Problem(_where(one), what, say("write the same number in each of its lines"))

    def change(self, record: Bundle) -> Bundle:
        again = {as_seen(one.who) for one in self.rows}
        after, named = record, _named(record)
        for who in dict.fromkeys(one.who for one in record.heard if as_seen(one.who) in again):
            after = without_rows(after, HEARD, {"who": who})
        rows = [
            {
                "who": tidy(one.who),
                "asked": plain(Decimal(one.asked or 0)),
                "candidate": named[as_seen(one.candidate)],
                "mean": "" if one.mean is None else plain(Decimal(one.mean)),
                "said": tidy(one.said),
                "day": one.day,
                "source": tidy(one.source),
            }
            for one in self.rows
        ]
        return with_rows(after, HEARD, rows, key=["who", "candidate"])

    def told(self, who: str, record: Bundle) -> str:
        groups = len({as_seen(one.who) for one in self.rows})
        return say_count(
            "{who} kept what {n} group beyond the committee said",
            "{who} kept what {n} groups beyond the committee said",
            groups,
            who=who,
            n=count(groups),
        )


def _named(record: Bundle) -> dict[str, str]:
    """A candidate's id by each way to write it."""
    return {
        as_seen(word): one.id
        for one in record.candidates
        for word in (one.id, one.called, one.label)
    }


def _where(one: HeardOf) -> str:
    return say("Line {line}", line=one.line) if one.line else tidy(one.candidate)


def _against(one: HeardOf, named: dict[str, str], record: Bundle) -> Iterator[Problem]:
    where = _where(one)
    if not tidy(one.who):
        yield Problem(where, say("nobody is named"), say("write who was asked, such as parents"))
    if as_seen(one.candidate) not in named:
        what = say("{word} is no candidate", word=shown(tidy(one.candidate)))
        names = ", ".join(it.label for it in record.candidates)
        yield Problem(where, what, say("write one of {names}", names=names))
    if one.asked is None or one.asked != int(one.asked) or not 1 <= one.asked <= MOST_ASKED:
        yield Problem(
            where, say("how many were asked is not told"), say("write a whole number of people")
        )
    elif one.asked < FEWEST_IN_A_GROUP:
        yield Problem(
            where,
            say("fewer than four were asked, and what they say could be traced to them"),
            say("ask more, or put two groups together"),
        )
    if one.mean is not None and not LOWEST <= one.mean <= HIGHEST:
        what = say("{mean} is not from {low} to {high}", mean=one.mean, low=LOWEST, high=HIGHEST)
        yield Problem(where, what, say("write the mean of answers from 1 (poor) to 5 (very good)"))
    if one.mean is None and not tidy(one.said):
        yield Problem(where, say("there is no mean and no sentence"), say("write one of the two"))
    if one.day and not _is_day(one.day):
        what = say("{word} is no day", word=shown(one.day))
        yield Problem(where, what, say("write a day such as 2026-12-15, or leave it empty"))
    for said, most in ((one.said, LONGEST), (one.who, LONGEST_NAME), (one.source, LONGEST_NAME)):
        if len(tidy(said)) > most:
            what = say("it has {letters} letters", letters=len(tidy(said)))
            yield Problem(where, what, say("write at most {most} letters", most=most))


def _is_day(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True
