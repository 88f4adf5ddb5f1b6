"""What forbids a name for a new post, purchase or gift: none, too long a one, or one that another
has.
"""

from collections.abc import Iterator, Sequence

from cidesign.acts.begin_plan import against_no_plan
from cidesign.domain.apart import as_seen
from cidesign.domain.naming import name_from, tidy
from cidesign.domain.problem import Problem
from cidesign.domain.workshop import Bundle
from cidesign.text import say

LONGEST = 80


def against_name(record: Bundle, id: str, called: str, there: Sequence[str]) -> Iterator[Problem]:
    """Problems of a new entry's name.

    Args:
        record: that shall get it.
        id: the new entry's.
        called: its name.
        there: ids of the list it comes to.
    """
    yield from against_no_plan(record)
    if not tidy(called):
        yield Problem(say("Name"), say("it has no name yet"), say("write one"))
    elif len(called) > LONGEST:
        remedy = say("write at most {most} letters", most=LONGEST)
        yield Problem(say("Name"), say("its name is too long"), remedy)
    elif id in there or as_seen(called) in {as_seen(name_from(one)) for one in there}:
        what, remedy = say("another one has this name"), say("write another name")
        yield Problem(say("Name"), what, remedy)
