"""How the sentences on the comparison name several candidates or criteria in a row."""

from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.figures import MINUS, count, either, inside, listed
from cidesign.domain.labels import Labels, Named
from cidesign.domain.value import plain
from cidesign.text import say
from cidesign.text.sentence import Sentence, in_a_row, own, told, words
from cidesign.views.compare.view import CompareView

MOST_NAMES = 4


@dataclass(frozen=True)
class InRows(Labels):
    """The labels of a comparison, and how several of them are told together."""

    def names(self, ids: tuple[str, ...], *, opening: bool = False) -> str:
        """Candidates in a row; only how many, where they are many."""
        if len(ids) > MOST_NAMES:
            return say("{n} candidates", n=count(len(ids), opening=opening))
        return listed([self.candidates[id] for id in ids])

    def others(self, ids: tuple[str, ...]) -> str:
        """Candidates in a row beside one that is named already; only how many, where they are
        many.
        """
        return say("{n} others", n=count(len(ids))) if len(ids) > MOST_NAMES else self.names(ids)

    def who(self, ids: tuple[str, ...], *, opening: bool = False) -> Sentence:
        """Candidates in a row, for a sentence with figures; only how many, where they are many."""
        if len(ids) > MOST_NAMES:
            return words(self.names(ids, opening=opening))
        return in_a_row([own(self.candidates[id]) for id in ids])

    def beside(self, ids: tuple[str, ...]) -> Sentence:
        """Likewise, beside one that is named already."""
        return words(self.others(ids)) if len(ids) > MOST_NAMES else self.who(ids)

    def one_of(self, ids: tuple[str, ...]) -> Sentence:
        """Any of some candidates; of many only that it is another."""
        if len(ids) > MOST_NAMES:
            return told(say("another one"))
        return words(either([self.candidates[id] for id in ids]))

    def number(self, number: int) -> str:
        """A small number, as these sentences write it: in letters."""
        return count(number)

    def criterion(self, id: str) -> str:
        """A criterion inside a sentence."""
        return inside(self.criteria[id])


def in_rows(view: CompareView) -> InRows:
    """The labels of a comparison's candidates and criteria, as it shows them."""
    return InRows(
        candidates=Named.of((row.id, row.label) for row in view.rows),
        criteria=Named.of((column.id, column.label) for column in view.criteria),
    )


def written(number: Decimal) -> str:
    """A value on a scale, as people write it: 4.5, 57,500."""
    whole, point, rest = plain(abs(number)).partition(".")
    return f"{MINUS if number < 0 else ''}{int(whole):,}{point}{rest}"
