"""The field's fixed words: the six functions, the phases, the selection modes, the lines of a
funder's form.

Ids never change (they stand in bundles); what people read is the label. Order is the order on every
screen.
"""

from enum import StrEnum


class Function(StrEnum):
    """One of the six functions a backbone performs (Hanleybrown, Kania & Kramer 2012)."""

    VISION = "vision"
    ALIGNED = "aligned"
    MEASUREMENT = "measurement"
    COMMUNITY = "community"
    POLICY = "policy"
    RESOURCES = "resources"


class Phase(StrEnum):
    """Phase of an initiative, in order (Collaboration for Impact)."""

    GENERATE_IDEAS = "generate_ideas"
    INITIATE_ACTION = "initiate_action"
    ORGANIZE_FOR_IMPACT = "organize_for_impact"
    SUSTAIN = "sustain"


class Mode(StrEnum):
    """How a host is chosen: who may apply."""

    OPEN = "open"
    SEMI_OPEN = "semi_open"
    CLOSED = "closed"


class Heading(StrEnum):
    """The line of a funder's form a purchase stands in, in order (SF-424A of the US federal
    agencies, with the participant support of 2 CFR 200.1).
    """

    TRAVEL = "travel"
    EQUIPMENT = "equipment"
    SUPPLIES = "supplies"
    CONTRACTUAL = "contractual"
    PARTICIPANTS = "participants"
    OTHER = "other"


FUNCTIONS: tuple[Function, ...] = tuple(Function)
PHASES: tuple[Phase, ...] = tuple(Phase)
MODES: tuple[Mode, ...] = tuple(Mode)
HEADINGS: tuple[Heading, ...] = tuple(Heading)
