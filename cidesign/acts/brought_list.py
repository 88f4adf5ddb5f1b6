"""What forbids a list of who does what with whom that comes in as a table: what cannot be written,
and new rows that people could not tell apart.
"""

from collections.abc import Callable, Iterator, Sequence

from cidesign.acts.act import Act
from cidesign.domain.apart import alike
from cidesign.domain.figures import count
from cidesign.domain.listed import Entry
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.workshop import Bundle
from cidesign.text import say


def against_brought(
    act: Act, record: Bundle, listed: Callable[[Bundle], Sequence[Entry]]
) -> Iterator[Problem]:
    """Why the table cannot come in. ``listed``: the list of a record that it joins."""
    try:
        after = act.change(record)
    except BadInput as error:
        yield from error.problems
        return
    here = {one.id for one in listed(record)}
    for group in alike([(one, one.called) for one in listed(after)]):
        if not all(one.id in here for one in group):
            what = say("{n} rows are called {name}", n=count(len(group)), name=group[0].called)
            yield Problem(say("The table"), what, say("write names that tell them apart"))
