"""The six questions to settle about a backbone, beside its kind: what to think about, what others
did, what we answered.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cidesign.budget import allocate
from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, inside, listed
from cidesign.domain.guidance import SixField, SixQuestion
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput
from cidesign.domain.structure import StructureProfile
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.sources.facts import source_words
from cidesign.views.structure.taken import can_be_taken, taken
from cidesign.views.team.terms import chosen_host, terms

Solve = Callable[[Plan], Allocation]


@dataclass(frozen=True)
class SixRow:
    """A question as it stands.

    Args:
        answers: by field key, what somebody wrote; empty where nobody has.
        suggestions: by field key.
        taken: keys of the fields that the plan or the list of money answers.
    """

    question: SixQuestion
    answers: Mapping[str, str]
    suggestions: Mapping[str, tuple[str, ...]]
    source: str
    taken: frozenset[str] = frozenset()

    @property
    def answered(self) -> bool:
        """Whether every field of it is filled, by us or by the record."""
        return all(said or key in self.taken for key, said in self.answers.items())


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
            taken=frozenset(one.key for one in question.fields if can_be_taken(one, bundle)),
        )

    return SixView(tuple(row(question) for question in catalog.six_questions))


def answers_taken(bundle: Bundle, catalog: Catalog, *, solve: Solve = allocate) -> dict[str, str]:
    """What the record answers by itself, by field key.

    Args:
        solve: finds the plan; a page hands in one that remembers.
    """
    found = None
    try:
        asked = terms(bundle, catalog, host=chosen_host(bundle))
        found = solve(asked.plan) if asked else None
    except BadInput:
        pass  # the page Team tells what must be mended
    return {
        field.key: taken(field, bundle, catalog, found).plain
        for question in catalog.six_questions
        for field in question.fields
        if can_be_taken(field, bundle)
    }


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
