"""Which file of ``data/`` holds which kind of thing, in reading order."""

from cidesign.domain.about import Gap, Limit, Method, Reading, Word
from cidesign.domain.choices import (
    CapabilityEntry,
    CaseEntry,
    CriterionEntry,
    Invented,
    ModeEntry,
    StructureDriver,
    StructureEntry,
)
from cidesign.domain.entries import (
    DriverEntry,
    FunctionEntry,
    LineEntry,
    PhaseEntry,
    PriceEntry,
    RoleEntry,
)
from cidesign.domain.fact import Source
from cidesign.domain.guidance import (
    AgendaItem,
    Check,
    FormEntry,
    FunderRole,
    Guidance,
    Practice,
    Prompt,
    Region,
    Seat,
    SixQuestion,
    TimelineEntry,
    VariantEntry,
)
from cidesign.domain.value import Model

# One row a kind: the name is that of the file (without .yaml) and of the catalog's field.
FILES: tuple[tuple[str, type[Model]], ...] = (
    ("functions", FunctionEntry),
    ("phases", PhaseEntry),
    ("drivers", DriverEntry),
    ("roles", RoleEntry),
    ("lines", LineEntry),
    ("prices", PriceEntry),
    ("structures", StructureEntry),
    ("structure_drivers", StructureDriver),
    ("modes", ModeEntry),
    ("criteria", CriterionEntry),
    ("capabilities", CapabilityEntry),
    ("invented", Invented),
    ("cases", CaseEntry),
    ("checks", Check),
    ("forms", FormEntry),
    ("variants", VariantEntry),
    ("timelines", TimelineEntry),
    ("guidance", Guidance),
    ("practices", Practice),
    ("funder_roles", FunderRole),
    ("prompts", Prompt),
    ("agenda", AgendaItem),
    ("six_questions", SixQuestion),
    ("seats", Seat),
    ("regions", Region),
    ("methods", Method),
    ("limits", Limit),
    ("gaps", Gap),
    ("further_reading", Reading),
    ("glossary", Word),
    ("sources", Source),
)
