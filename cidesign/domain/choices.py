"""What we know about choosing: structures, their drivers, ways to select, criteria and real
cases.
"""

from decimal import Decimal
from typing import Literal

from pydantic import Field, field_validator, model_validator

from cidesign.domain.fact import Basis, Fact
from cidesign.domain.problem import Wrong
from cidesign.domain.value import Exact, Flag, Id, Model, Text
from cidesign.domain.words import Mode
from cidesign.text import say

LOWEST_LEVEL, HIGHEST_LEVEL = 1, 5
HIGHEST_ANSWER = 4
SHORT_LETTERS = 38


class Said(Model):
    """A statement in our own words, and the source it rests on."""

    says: Text
    source: Id


class Condition(Model):
    """Holds when the answer to a question was given and lies between the two ends."""

    answer: Id
    at_least: Exact = Decimal(0)
    at_most: Exact = Decimal(HIGHEST_ANSWER)


class Caution(Said):
    """Something to watch, said when all conditions hold."""

    when: tuple[Condition, ...] = Field(min_length=1)


class Judged(Model):
    """An ordinal read out of a source's words, which stand beside it; without words it is an
    assumption.
    """

    fact: Fact
    words: Text = ""

    @model_validator(mode="after")
    def _judged_on_words(self) -> "Judged":
        if self.fact.basis is Basis.JUDGED and not self.words:
            raise Wrong(
                say("the value is judged, but no words are cited"),
                say("cite the source's words, or write basis: assumed"),
                at=".words",
            )
        return self


def _bounded(judged: Judged, low: int, high: int) -> None:
    if judged.fact.range[0] < low or judged.fact.range[1] > high:
        raise Wrong(
            say("the range leaves the scale of {low} to {high}", low=low, high=high),
            say("keep it between {low} and {high}", low=low, high=high),
            at=".fact.range",
        )


class Level(Judged):
    """How well a structure does on a driver, 1 (weak) to 5 (strong), and why in one sentence."""

    because: Text

    @model_validator(mode="after")
    def _on_the_scale(self) -> "Level":
        _bounded(self, LOWEST_LEVEL, HIGHEST_LEVEL)
        return self


class Feature(Judged):
    """How much a driver mattered in a case, 0 to 4, on the scale of a committee's own answer."""

    @model_validator(mode="after")
    def _on_the_scale(self) -> "Feature":
        _bounded(self, 0, HIGHEST_ANSWER)
        return self


class Example(Said):
    """A real backbone of a structure. ``case`` names the case told in full, where there is one."""

    name: Text
    case: Id | None = None


class StructureEntry(Model):
    """A kind of organization that can be a backbone.

    Args:
        levels: by structure driver.
        several: its functions sit with more than one.
        called: words people write for such a host.
        benefits: id of the price of its own benefits; None where a nonprofit's usual ones hold.
    """

    id: Id
    label: Text
    what: Text
    pros: tuple[Said, ...]
    cons: tuple[Said, ...]
    examples: tuple[Example, ...] = ()
    levels: dict[Id, Level]
    watch: tuple[Caution, ...] = ()
    several: Flag = False
    called: tuple[Text, ...] = ()
    benefits: Id | None = None


class StructureDriver(Model):
    """A question to the committee, answered 0 to 4. Only those about the structure weigh in its
    fit; those about the mode advise it.
    """

    id: Id
    label: Text
    question: Text
    about: Literal["structure", "mode"]
    means_0: Text
    means_4: Text
    default: Fact
    source: Id


class ModeRule(Said):
    """Points for (or, below 0, against) a way of selecting, added when all conditions hold; none:
    always.
    """

    when: tuple[Condition, ...] = ()
    adds: Fact


class ModeStep(Model):
    """A step of a selection, what is done in it, and how many weeks it usually takes.

    ``marks``: what happens in it that other dates depend on: the seal, the scoring, or the award;
        empty for the rest. ``label_of_a_person``, ``what_of_a_person``: where a director is chosen
        and other words are needed.
    """

    id: Id
    label: Text
    what: Text
    label_of_a_person: Text = ""
    what_of_a_person: Text = ""
    weeks: Fact
    source: Id
    marks: Literal["", "seal", "scoring", "award"] = ""


class ModeEntry(Model):
    """A way to select a host: who may apply, what speaks for and against it, how many weeks it
    takes in all and step by step. ``what_of_a_person``: what it is where a director is chosen.
    """

    id: Mode
    label: Text
    what: Text
    what_of_a_person: Text
    pros: tuple[Said, ...]
    cons: tuple[Said, ...]
    weeks: Fact
    steps: tuple[ModeStep, ...] = ()
    rules: tuple[ModeRule, ...]


class Descriptor(Model):
    """A level of a criterion in words: a few for the card, and a sentence."""

    short: Text = Field(max_length=SHORT_LETTERS)
    says: Text


class Anchored(Model):
    """Something people are judged on, with a descriptor for each level from 1 to 5."""

    id: Id
    label: Text
    question: Text
    levels: dict[int, Descriptor]
    source: Id

    @field_validator("levels")
    @classmethod
    def _five_levels(cls, value: dict[int, Descriptor]) -> dict[int, Descriptor]:
        wanted = range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)
        if sorted(value) != list(wanted):
            raise Wrong(
                say("the levels are not 1, 2, 3, 4 and 5"), say("describe each of the five once")
            )
        return {level: value[level] for level in wanted}


class CriterionEntry(Anchored):
    """Something to judge a host on.

    ``invented``: what each invented candidate says on it in a rehearsal, in their order; empty: it
        says what it says on any other.
    ``community_voice``: whether it asks how far those affected are heard.
    """

    short: Text
    community_voice: Flag = False
    weight: Fact
    why: Text = ""
    invented: tuple[Text, ...] = ()


class CapabilityEntry(Anchored):
    """Something a leader of a backbone should be able to do: a part of a host's leadership, or a
    criterion of a search for the director.

    ``about``: what leaders of systems do, adaptive leadership, people, the work, the communities
        most affected.
    ``asks``: a question for an interview.
    """

    about: Literal["system", "adaptive", "people", "work", "community"]
    says: Text
    asks: Text


class Invented(Model):
    """A candidate that does not exist, to rehearse on. ``says``: on a criterion that has nothing of
    its own to say. What ends in ``_of_a_person``: the same where a director is chosen.
    """

    id: Id
    label: Text
    what: Text
    says: Text
    label_of_a_person: Text
    what_of_a_person: Text
    says_of_a_person: Text


class Amount(Model):
    """Money in a case, and what it was: a whole budget, one grant, a cap."""

    kind: Text
    fact: Fact


class CaseEntry(Model):
    """A real initiative: its structure, what happened, what it cost, how much each driver
    mattered.
    """

    id: Id
    label: Text
    place: Text
    structures: tuple[Id, ...]
    what: tuple[Said, ...]
    features: dict[Id, Feature] = Field(default_factory=dict)
    amounts: tuple[Amount, ...] = ()
