"""What a committee should know and ask itself: checks, forms of collaboration, variants, real
timelines, guidance, practices of equity, prompts, the agenda of a meeting, the six questions of a
backbone, usual seats, regions.
"""

from typing import Literal

from pydantic import Field, field_validator, model_validator

from cidesign.domain.choices import Condition, Example, Said
from cidesign.domain.fact import Fact
from cidesign.domain.nearest import instead
from cidesign.domain.problem import Wrong
from cidesign.domain.structure import StructureDecision
from cidesign.domain.value import Flag, Id, Model, Text, shown
from cidesign.domain.worded import Worded
from cidesign.domain.words import Mode, Phase
from cidesign.text import mark, say


class Check(Model):
    """A question to the initiative, answered from 0 (not at all) to 4 (fully).

    ``about``: whether collective impact is the right form; one of the five conditions; a principle
        of practice; readiness.
    ``low``: what to do first where the answer is 0 or 1.
    """

    id: Id
    about: Literal["form", "condition", "principle", "readiness"]
    label: Text
    what: Text
    question: Text
    means_0: Text
    means_4: Text
    low: Text
    source: Id


class FormUse(Model):
    """What pages of the walk are good for in a form of collaboration."""

    pages: tuple[Id, ...] = Field(min_length=1)
    says: Text
    source: Id


class FormLeaves(Model):
    """Pages of the walk that a form does not need: why, and what to do instead."""

    pages: tuple[Id, ...] = Field(min_length=1)
    because: Text
    instead: Text
    source: Id


class FormEntry(Model):
    """A form of collaboration, when it fits better than collective impact (answers to checks about
    the form), and what it makes of the walk.
    """

    id: Id
    label: Text
    what: Text
    fits: Text
    example: Text = ""
    when: tuple[Condition, ...] = ()
    useful: tuple[FormUse, ...] = ()
    left_out: tuple[FormLeaves, ...] = ()
    source: Id


class VariantEntry(Model):
    """A way to arrange a structure: loaned staff, shared, fiscally sponsored.

    Args:
        figures: by what they are, such as ``fee_rate``.
        sets: what it sets in the plan, by its key in ``structure.yaml``; empty for nothing.
    """

    id: Id
    label: Text
    what: Text
    structures: tuple[Id, ...]
    pros: tuple[Said, ...]
    cons: tuple[Said, ...]
    watch: tuple[Said, ...] = ()
    figures: dict[Id, Fact] = Field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    sets: Literal["", "fee_rate", "loans"] = ""


class Milestone(Model):
    """Something that happened in a real selection, and how many weeks after its start."""

    label: Text
    weeks: Fact


class TimelineEntry(Model):
    """A real selection, as far as its dates are known."""

    id: Id
    label: Text
    mode: Mode
    milestones: tuple[Milestone, ...] = Field(min_length=1)


class Guidance(Model):
    """One thing worth knowing at a page. ``about`` says of which list it is."""

    id: Id
    about: Literal[
        "backbone_is_not",
        "approach",
        "equity",
        "collective_activity",
        "pathway",
        "indicator",
        "forgotten_cost",
        "funding",
    ]
    page: Id
    label: Text
    says: Text
    source: Id
    figures: dict[Id, Fact] = Field(default_factory=dict)


class Practiced(Worded):
    """Whether a committee has a practice."""

    YES = "yes", mark("Yes")
    NOT_YET = "not_yet", mark("Not yet")
    UNKNOWN = "unknown", mark("We don't know")


class Practice(Model):
    """A habit by which an alliance can see itself in the equity mirror.

    ``settles``: what the agreement says where it is missing.
    ``seeks``: what the director's profile says then.
    """

    id: Id
    label: Text
    question: Text
    settles: Text
    seeks: Text
    source: Id


class FunderRole(Model):
    """What funders can do for a backbone in a phase of the initiative. ``seen_in``: what in the
    list of who pays shows that somebody does it.
    """

    id: Id
    phase: Phase
    label: Text
    says: Text
    source: Id
    seen_in: Literal["", "free_money", "several_years"] = ""


class Prompt(Model):
    """A question for the committee to talk about, at the page it belongs to. ``about``: of which
    part of the page it is, where it is of one. ``asks_of_a_person``: where a director is chosen and
    other words are needed.
    """

    id: Id
    page: Id
    about: Literal["", "equity"] = ""
    asks: Text
    asks_of_a_person: Text = ""
    source: Id


class AgendaItem(Model):
    """Something a meeting does: how it opens and closes, what it looks at on a page, that it talks
    about a question, that it decides.

    ``minutes``: what it usually takes; of ``talk``, one question. ``bring``: what is needed for it.
    ``then``: why the meeting ends after this page.
    """

    id: Id
    part: Literal["opening", "look", "talk", "decide", "closing"]
    page: Id | None = None
    says: Text
    bring: tuple[Text, ...] = ()
    then: Text = ""
    minutes: Fact


class SixField(Model):
    """One thing to write down about a backbone: its key in ``structure.yaml``, its label, and
    answers others gave; any other answer is as good.

    ``names``: the kind of entry whose ids are its answers, such as ``modes``; empty where the
        answer is free.
    ``of_the_team``: the posts of the first day are suggested too.
    ``taken_from``: where the record answers it by itself, so that only a note is written beside.
    """

    key: Id
    label: Text
    names: Literal["", "modes"] = ""
    suggestions: tuple[Text, ...] = ()
    of_the_team: Flag = False
    taken_from: Literal["", "plan", "first_money", "later_money"] = ""

    @field_validator("key")
    @classmethod
    def _the_record_holds_it(cls, key: str) -> str:
        if key not in StructureDecision.model_fields:
            raise Wrong(
                say("structure.yaml has no decision {key}", key=shown(key)),
                instead(key, StructureDecision.model_fields),
            )
        return key


class SixQuestion(Model):
    """One of the six questions to settle about a backbone: what it asks (``short``: in two or three
    words), what to think about, and what is written down; ``page``: where it is settled, if
    elsewhere.
    """

    id: Id
    short: Text
    asks: Text
    think: Text
    source: Id
    page: Id | None = None
    fields: tuple[SixField, ...]

    @model_validator(mode="after")
    def _something_is_written_down(self) -> "SixQuestion":
        if not self.fields:
            raise Wrong(
                say("no field is listed"),
                say("list what is written down, by its key"),
                at=".fields",
            )
        return self


class Seat(Model):
    """A usual seat of a steering committee.

    ``for_residents``: who sits there speaks for the people the effort is about.
    ``also``: words, or parts of them, by which it is known where people write it themselves.
    """

    id: Id
    label: Text
    for_residents: Flag = False
    also: tuple[Text, ...] = ()

    def is_meant_by(self, written: str) -> bool:
        """Whether somebody who wrote this means the seat; capitals do not matter."""
        said = written.casefold()
        return said == self.label.casefold() or any(part.casefold() in said for part in self.also)


class Region(Model):
    """A state or the like, and its price level: consumer prices, the country = 100."""

    id: Id
    label: Text
    index: Fact
