"""The six questions to settle about a backbone, beside its kind: what to think about, what others
did, what we answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, inside, listed
from cidesign.domain.guidance import SixField, SixQuestion
from cidesign.domain.structure import StructureProfile
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.sources.facts import source_words


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

    def answer(field: SixField) -> str:
        said = str(decision[field.key]).strip()
        return catalog.labels.kind(field.names)[said] if field.names else said

    def row(question: SixQuestion) -> SixRow:
        return SixRow(
            question=question,
            answers={field.key: answer(field) for field in question.fields},
            suggestions={field.key: _suggested(field, catalog) for field in question.fields},
            source=source_words(question.source, catalog),
        )

    return SixView(tuple(row(question) for question in catalog.six_questions))


def _suggested(field: SixField, catalog: Catalog) -> tuple[str, ...]:
    if not field.of_the_team:
        return field.suggestions
    first = [inside(entry.label) for entry in catalog.roles if entry.when == "start_up"]
    return (
        say(
            "{n} full-time posts to begin with: {roles}",
            n=count(len(first), opening=True),
            roles=listed(first),
        ),
        *field.suggestions,
    )


def six_heading(view: SixView) -> str:
    """How many are answered."""
    all_of_them = len(view.rows)
    if view.answered == all_of_them:
        return say("All {all} questions are answered", all=count(all_of_them))
    if not view.answered:
        return say("{all} questions to settle", all=count(all_of_them, opening=True))
    return say(
        "{answered} of {all} questions answered",
        answered=count(view.answered, opening=True),
        all=count(all_of_them),
    )


def still_open(view: SixView) -> str:
    """Which questions are open, for the answer card; empty when none is."""
    names = [row.question.short for row in view.rows if not row.answered]
    return say("Still open: {questions}.", questions=listed(names)) if names else ""
