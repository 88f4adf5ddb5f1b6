"""The six questions to settle about a backbone, beside its kind: what to think about, what others
did, what we answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, inside, listed
from cidesign.domain.structure import StructureProfile
from cidesign.domain.words import MODES
from cidesign.domain.workshop import Bundle
from cidesign.record import changed
from cidesign.text import mark, say
from cidesign.views.sources.facts import source_words
from cidesign.views.structure.view import FILE

PROCESS = "process"


@dataclass(frozen=True)
class Field:
    """One thing to write down: its key in the record, its label, and answers others gave; any other
    answer is as good.

    ``of_the_team``: the catalog's first team is suggested too.
    """

    key: str
    label: str
    suggestions: tuple[str, ...] = ()
    of_the_team: bool = False


@dataclass(frozen=True)
class SixQuestion:
    """One of the six: what it asks, what to think about and the source of that, its fields;
    ``page``: where it is settled, if elsewhere.
    """

    id: str
    asks: str
    think: str
    source: str
    fields: tuple[Field, ...]
    page: str = ""


SIX: tuple[SixQuestion, ...] = (
    SixQuestion(
        "home",
        mark("Does an existing organization carry the backbone, or a new one?"),
        mark("A new one can start without old quarrels, but it takes time and has no income yet."),
        "fsg_2017",
        (
            Field(
                "existing_or_new",
                mark("Existing or new"),
                (
                    mark("An existing organization"),
                    mark("A new organization"),
                    mark("A new one that begins inside an existing one"),
                ),
            ),
        ),
    ),
    SixQuestion(
        "mode",
        mark("Is the host chosen openly or among a few?"),
        mark(
            "An open way builds trust and takes longer. Where only one organization could do it, a "
            "contest would be for show."
        ),
        "fsg_2017",
        (Field("selection_mode", mark("How we choose")),),
        page=PROCESS,
    ),
    SixQuestion(
        "capacity",
        mark("How much staff does the backbone need?"),
        mark("Most start small and grow. Some of the staff must do nothing else."),
        "fsg_2017",
        (
            Field(
                "capacity",
                mark("Full-time posts, to begin with and later"),
                (mark("As many as the plan on the page Team and budget pays for"),),
                of_the_team=True,
            ),
        ),
    ),
    SixQuestion(
        "reports",
        mark("Whom do the staff report to?"),
        mark(
            "Keep two lines apart: who sets the goals of the work, and who employs and pays. Write "
            "both down."
        ),
        "fsg_2017",
        (
            Field(
                "staff_report_to",
                mark("Staff report to"),
                (
                    mark("The steering committee for the work, the host for employment"),
                    mark("The head of the host organization"),
                    mark("The chair of the steering committee"),
                    mark("The board of the new organization"),
                ),
            ),
        ),
    ),
    SixQuestion(
        "books",
        mark("Who keeps the books, and where do the staff sit? Together or apart?"),
        mark(
            "They need not be one place. One center began in a foundation's offices, and the "
            "foundation kept its books."
        ),
        "road_map_history",
        (
            Field(
                "fiscal_agent",
                mark("Who keeps the books (fiscal agent)"),
                (
                    mark("The host"),
                    mark("A community foundation"),
                    mark("A fiscal sponsor, for a fee"),
                    mark("The city or county"),
                ),
            ),
            Field(
                "place",
                mark("Where the staff sit"),
                (
                    mark("In the host's offices"),
                    mark("Apart from the fiscal agent, in a place partners share"),
                    mark("With several partners, on different days"),
                ),
            ),
        ),
    ),
    SixQuestion(
        "funds",
        mark("Who pays for salaries and operations, now and in the long run?"),
        mark(
            "Look for the long run before the first money ends. One effort with one large source "
            "faced closing within months."
        ),
        "go_goldfields_2024",
        (
            Field(
                "funds_short_term",
                mark("In the first years"),
                (
                    mark("One funder that has promised it"),
                    mark("Several funders together"),
                    mark("Staff and rooms lent by partners"),
                ),
            ),
            Field(
                "funds_long_term",
                mark("In the long run"),
                (
                    mark("Several funders, renewed year by year"),
                    mark("Yearly shares from the partners"),
                    mark("Public money"),
                    mark("Not settled yet; to be raised"),
                ),
            ),
        ),
    ),
)


@dataclass(frozen=True)
class SixRow:
    """A question as it stands: ``answers`` by field key, empty where open; ``suggestions`` by field
    key.
    """

    question: SixQuestion
    answers: Mapping[str, str]
    suggestions: Mapping[str, tuple[str, ...]]
    source: str

    @property
    def answered(self) -> bool:
        """Whether every field of it is filled."""
        return all(self.answers.values())


@dataclass(frozen=True)
class SixView:
    """All six in order."""

    rows: tuple[SixRow, ...]

    @property
    def answered(self) -> int:
        """How many are answered."""
        return sum(row.answered for row in self.rows)


def six_view(bundle: Bundle, catalog: Catalog) -> SixView:
    """The six questions with what the record says to them."""
    decision = (bundle.structure or StructureProfile()).decision.model_dump()
    labels = {str(mode): catalog.label("modes", mode) for mode in MODES}

    def row(question: SixQuestion) -> SixRow:
        return SixRow(
            question=question,
            answers={
                field.key: labels.get(decision[field.key], decision[field.key].strip())
                for field in question.fields
            },
            suggestions={field.key: _suggested(field, catalog) for field in question.fields},
            source=source_words(question.source, catalog),
        )

    return SixView(tuple(row(question) for question in SIX))


def _suggested(field: Field, catalog: Catalog) -> tuple[str, ...]:
    said = tuple(say(one) for one in field.suggestions)
    if not field.of_the_team:
        return said
    first = [inside(entry.label) for entry in catalog.roles if entry.when == "start_up"]
    return (
        say(
            "{n} full-time posts to begin with: {roles}",
            n=count(len(first), opening=True),
            roles=listed(first),
        ),
        *said,
    )


def six_heading(view: SixView) -> str:
    """How many are answered."""
    all_of_them = len(view.rows)
    if view.answered == all_of_them:
        return say("All six questions are answered")
    if not view.answered:
        return say("Six questions to settle")
    return say(
        "{answered} of {all} questions answered",
        answered=count(view.answered, opening=True),
        all=count(all_of_them),
    )


def still_open(view: SixView) -> str:
    """Which questions are open, for the answer card; empty when none is."""
    names = [say(SHORT[row.question.id]) for row in view.rows if not row.answered]
    return say("Still open: {questions}.", questions=listed(names)) if names else ""


def with_answer(bundle: Bundle, key: str, text: str | None) -> Bundle:
    """The bundle with one answer written down, or open again where there is no text.

    Raises:
        BadInput: the profile cannot be written so; nothing was changed.
    """
    return changed(bundle, FILE, {("decision", key): " ".join((text or "").split()) or None})


SHORT = {
    "home": mark("existing or new"),
    "mode": mark("how to choose"),
    "capacity": mark("how much staff"),
    "reports": mark("whom staff report to"),
    "books": mark("books and place"),
    "funds": mark("who pays"),
}
"""A question in two or three words, for the answer card."""
