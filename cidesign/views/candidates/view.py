"""What the page Candidates shows: who applied, who may be chosen, who steps aside for whom, and how
many are left to score each.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.labels import labels_of
from cidesign.domain.panel import Candidate
from cidesign.domain.rules import Aggregation, Criterion
from cidesign.domain.workshop import Bundle
from cidesign.text import say
from cidesign.views.candidates.applications import files_of
from cidesign.views.process.default_host import cautions


@dataclass(frozen=True)
class Line:
    """One candidate of the list; ``left``: members who may score it, None where the workshop names
    no members.
    """

    candidate: Candidate
    left: int | None
    files: int

    @property
    def id(self) -> str:
        """The candidate's id."""
        return self.candidate.id

    @property
    def label(self) -> str:
        """What people read."""
        return self.candidate.label


@dataclass(frozen=True)
class Aside:
    """A member who steps aside for a candidate, in the words people read; ``kind`` as the record
    has it.
    """

    rater: str
    candidate: str
    who: str
    whom: str
    kind: str
    reason: str


@dataclass(frozen=True)
class CandidatesView:
    """Everybody who applied, in the order of the table.

    Args:
        members: name by id; calculated: the criteria whose figure stands with the candidate.
        quorum: raters a candidate needs for a rank.
        undeclared: by member, the candidates she has said nothing about yet.
        targets: what a gift in kind may stand for: label by the record's word.
        defaults: that the host may follow from who holds the grant and the like, in words.
    """

    lines: tuple[Line, ...]
    asides: tuple[Aside, ...]
    members: Mapping[str, str]
    calculated: tuple[Criterion, ...]
    quorum: int
    sealed: bool
    round_is_open: bool
    scored: bool
    undeclared: dict[str, tuple[str, ...]]
    targets: dict[str, str]
    defaults: tuple[str, ...] = ()

    @property
    def eligible(self) -> int:
        """How many may be chosen."""
        return sum(line.candidate.eligible for line in self.lines)

    @property
    def labels(self) -> dict[str, str]:
        """Name by candidate."""
        return {line.id: line.label for line in self.lines}

    @property
    def short_of_raters(self) -> tuple[Line, ...]:
        """Eligible candidates whom fewer members may score than the rule sheet asks for."""
        return tuple(
            line
            for line in self.lines
            if line.candidate.eligible and line.left is not None and line.left < self.quorum
        )


def candidates_view(bundle: Bundle, catalog: Catalog) -> CandidatesView:
    """Who applied and who stands aside, for the open workshop."""
    labels = labels_of(bundle)
    members = labels.members
    aside = {(one.rater, one.candidate) for one in bundle.recusals}
    said = aside | {(one.rater, one.candidate) for one in bundle.declarations}
    rules = bundle.rules
    one_score = rules is not None and rules.aggregation is Aggregation.CONSENSUS
    return CandidatesView(
        lines=tuple(
            Line(
                one,
                sum((member, one.id) not in aside for member in members) if members else None,
                files_of(bundle, one.id),
            )
            for one in bundle.candidates
        ),
        asides=tuple(
            Aside(
                one.rater,
                one.candidate,
                members[one.rater],
                labels.candidates[one.candidate],
                one.kind,
                one.reason,
            )
            for one in bundle.recusals
        ),
        members=members,
        calculated=tuple(one for one in rules.criteria if one.calculated) if rules else (),
        quorum=rules.quorum if rules and rules.rated and not one_score else 0,
        sealed=bool(rules and rules.seal),
        round_is_open=bundle.workshop.round_is_open,
        scored=any(score.score is not None for score in bundle.scores),
        undeclared={
            member: tuple(id for id in labels.candidates if (member, id) not in said)
            for member in members
        },
        targets=_targets(bundle, catalog),
        defaults=cautions(bundle),
    )


def _targets(bundle: Bundle, catalog: Catalog) -> dict[str, str]:
    targets = {"office": say("Office")}
    for role in bundle.plan.roles if bundle.plan else ():
        targets[f"role:{role.id}"] = catalog.labels.roles[role.id]
    for line in bundle.plan.lines if bundle.plan else ():
        targets[f"line:{line.id}"] = catalog.labels.lines[line.id]
    for one in bundle.candidates:
        for gift in one.offer.in_kind:
            targets.setdefault(gift.offsets, gift.offsets)
    return targets
