"""What the page Initiative shows: who we are, whether collective impact is our form, whether a
backbone works already, how ready we are.
"""

from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.guidance import Check, FormEntry, VariantEntry
from cidesign.domain.problem import BadInput
from cidesign.domain.walk import WALK, Step
from cidesign.domain.workshop import Bundle, Initiative, Member
from cidesign.structure.readiness import (
    FormMatch,
    Group,
    Standing,
    Verdict,
    faults_of_checks,
    forms_that_fit,
    group,
    verdict,
    weakest,
)
from cidesign.views.initiative.forms import faults_of_forms
from cidesign.views.structure.view import Question

KINDS = ("form", "condition", "principle", "readiness")


@dataclass(frozen=True)
class InitiativeView:
    """The page as a whole.

    Args:
        groups: the checks by what they are about, with how each stands.
        forms: every form of collaboration, and whether it fits; collective impact stands first.
        weak: what to do something about first, weakest first; readiness before conditions before
            principles.
        residents_missing: whether there is a committee and nobody on it speaks for residents.
        lean: ways to arrange a structure with little money.
        sources: where the checks and forms come from, by id.
        chosen: the forms we decided on in place of collective impact alone.
        unneeded: the steps that end in a decision and that none of them needs.
    """

    name: str
    initiative: Initiative
    members: tuple[Member, ...]
    verdict: Verdict
    groups: dict[str, Group]
    forms: tuple[FormMatch, ...]
    weak: tuple[Check, ...]
    residents_missing: bool
    lean: tuple[VariantEntry, ...]
    sources: tuple[str, ...]
    chosen: tuple[FormEntry, ...] = ()
    unneeded: tuple[Step, ...] = ()

    @property
    def conditions(self) -> Group:
        """The five conditions."""
        return self.groups["condition"]

    @property
    def readiness(self) -> Group:
        """What must be there for a start."""
        return self.groups["readiness"]

    @property
    def begin_lean(self) -> bool:
        """Whether something a start needs is weak, so that a lean one is worth a look."""
        return bool(self.readiness.that_are(Standing.WEAK))

    @property
    def another_form(self) -> bool:
        """Whether a look at the other forms is worth it."""
        return self.verdict in (Verdict.ANOTHER, Verdict.NONE)

    @property
    def open_kind(self) -> str:
        """The first group that is not fully answered; empty where all are."""
        return next((kind for kind in KINDS if not self.groups[kind].complete), "")


def initiative_view(bundle: Bundle, catalog: Catalog) -> InitiativeView:
    """Everything the page shows.

    Raises:
        BadInput: an answer to a check that does not exist, or off its scale.
    """
    one, members = bundle.workshop.initiative, bundle.workshop.members
    if faults := (
        *faults_of_checks(one.checks, catalog.checks),
        *faults_of_forms(one.forms, catalog),
    ):
        raise BadInput(faults)
    groups = {kind: group(catalog.checks_about(kind), one.checks) for kind in KINDS}
    forms = forms_that_fit(catalog.forms, one.checks)
    used = dict.fromkeys(
        [*(check.source for check in catalog.checks), *(form.source for form in catalog.forms)]
    )
    return InitiativeView(
        name=bundle.workshop.name,
        initiative=one,
        members=members,
        verdict=verdict(forms, groups["form"]),
        groups=groups,
        forms=forms,
        weak=weakest([groups["readiness"], groups["condition"], groups["principle"]], one.checks),
        residents_missing=bool(members)
        and not any(catalog.speaks_for_residents(member.seat) for member in members),
        lean=catalog.variants,
        sources=tuple(used),
        chosen=catalog.forms_of(bundle.workshop),
        unneeded=tuple(one for one in WALK if catalog.left_out(one.id, bundle.workshop)),
    )


def questions_about(kind: str, bundle: Bundle, catalog: Catalog) -> tuple[Question, ...]:
    """The checks of one kind as questions, with our answers."""
    given = bundle.workshop.initiative.checks
    return tuple(
        Question(
            id=check.id,
            label=check.label,
            question=check.question,
            about=kind,
            means_0=check.means_0,
            means_4=check.means_4,
            answer=given.get(check.id),
            start=given.get(check.id, Decimal(0)),
            source=catalog.source(check.source),
        )
        for check in catalog.checks_about(kind)
    )
