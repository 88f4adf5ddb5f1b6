"""What a committee should know and ask itself: checks, forms of collaboration, variants, real
timelines, guidance, prompts, regions.
"""

from typing import Literal

from pydantic import Field

from cidesign.domain.choices import Condition, Example, Said
from cidesign.domain.fact import Fact
from cidesign.domain.value import Id, Model, Text
from cidesign.domain.words import Mode, Phase


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


class FormEntry(Model):
    """A form of collaboration, and when it fits better than collective impact (answers to checks
    about the form).
    """

    id: Id
    label: Text
    what: Text
    fits: Text
    example: Text = ""
    when: tuple[Condition, ...] = ()
    source: Id


class VariantEntry(Model):
    """A way to arrange a structure: loaned staff, shared, fiscally sponsored. ``figures`` by what
    they are, such as ``fee_rate``.
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
        "leadership",
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


class FunderRole(Model):
    """What funders can do for a backbone in a phase of the initiative."""

    id: Id
    phase: Phase
    label: Text
    says: Text
    source: Id


class Prompt(Model):
    """A question for the committee to talk about, at the page it belongs to."""

    id: Id
    page: Id
    asks: Text
    source: Id


class Region(Model):
    """A state or the like, and its price level: consumer prices, the country = 100."""

    id: Id
    label: Text
    index: Fact
