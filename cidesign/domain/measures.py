"""How we will see what changes: the measures, whose they are, and who holds their data."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator

from cidesign.domain.listed import Entry, Ids, Yes
from cidesign.domain.problem import Wrong
from cidesign.domain.value import Text, shown
from cidesign.text import mark, say

MEASURES = "measures.csv"
FIRST_YEAR, LAST_YEAR = 1990, 2100
TOGETHER = 2
"""Partners at least, for a measure of working together."""


class _Worded(StrEnum):
    """A fixed word of the table, and what people read for it."""

    @property
    def in_words(self) -> str:
        """The id of a sentence."""
        return _IN_WORDS[self]


class Whose(_Worded):
    """Whose measure it is."""

    SHARED = "shared"
    OWN = "own"
    TOGETHER = "together"


class About(_Worded):
    """What it measures."""

    RESULT = "result"
    PRACTICE = "practice"
    POLICY = "policy"


class Often(_Worded):
    """How often it is looked at."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TWICE_A_YEAR = "twice_a_year"
    YEARLY = "yearly"
    LESS_OFTEN = "less_often"
    NOT_SAID = ""


_IN_WORDS = {
    Whose.SHARED: mark("Shared by all"),
    Whose.OWN: mark("One partner's own"),
    Whose.TOGETHER: mark("Working together"),
    About.RESULT: mark("A result for people"),
    About.PRACTICE: mark("How organizations work"),
    About.POLICY: mark("A rule or policy"),
    Often.MONTHLY: mark("Every month"),
    Often.QUARTERLY: mark("Every quarter"),
    Often.TWICE_A_YEAR: mark("Twice a year"),
    Often.YEARLY: mark("Once a year"),
    Often.LESS_OFTEN: mark("Less often"),
    Often.NOT_SAID: mark("Not said yet"),
}


def _word(kind: type[_Worded], first: _Worded) -> BeforeValidator:
    def read(written: Any) -> Any:
        told = "_".join(str(written).split()).casefold()
        if told and told not in tuple(kind):
            raise Wrong(
                say("{word} is none of the words for it", word=shown(str(written))),
                say("write one of {known}", known=", ".join(one for one in kind if one)),
            )
        return kind(told) if told else first

    return BeforeValidator(read)


def _year(written: Any) -> Any:
    text = str(written).strip()
    if text and not (
        len(text) == len(str(LAST_YEAR))
        and text.isascii()
        and text.isdigit()
        and FIRST_YEAR <= int(text) <= LAST_YEAR
    ):
        raise Wrong(say("{word} is not a year", word=shown(text)), say("write a year such as 2030"))
    return text


class Measure(Entry):
    """One measure.

    Args:
        definition: what is counted, of whom.
        baseline: where we stand, in people's words.
        target: where we want to be; ``target_year``: by when.
        split_by: by which groups it is told, so that a gap can be seen; empty where it is not.
        holder: who holds the data.
        owners: ids of the partners that answer for it.
        counts_people: whether it only counts people who were reached.
    """

    definition: Text = ""
    baseline: Text = ""
    target: Text = ""
    target_year: Annotated[Text, BeforeValidator(_year)] = ""
    split_by: Text = ""
    holder: Text = ""
    how_often: Annotated[Often, _word(Often, Often.NOT_SAID)] = Often.NOT_SAID
    whose: Annotated[Whose, _word(Whose, Whose.SHARED)] = Whose.SHARED
    owners: Ids = ()
    about: Annotated[About, _word(About, About.RESULT)] = About.RESULT
    counts_people: Yes = False

    @property
    def followed_together(self) -> bool:
        """Whether following it is work for the backbone; a partner's own measure is not."""
        return self.whose is not Whose.OWN
