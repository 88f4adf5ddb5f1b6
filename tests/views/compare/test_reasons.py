"""Every reason of a result has its words, in whatever language is spoken when it is read."""

from collections.abc import Iterator

from cidesign.domain.reason import Reason
from cidesign.views.compare.reasons import WORDS
from cidesign.views.structure.reasons import WORDS as OF_STRUCTURES


def kinds(of: type[Reason] = Reason) -> Iterator[type[Reason]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_every_reason_has_words():
    lacking = [kind.__qualname__ for kind in kinds() if kind not in {*WORDS, *OF_STRUCTURES}]

    assert lacking == [], (
        "write its words in views/compare/reasons.py or views/structure/reasons.py"
    )
