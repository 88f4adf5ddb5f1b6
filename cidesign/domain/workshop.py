"""The workshop: the initiative, its members, what was decided; and the bundle that holds it all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PrivateAttr, field_validator

from cidesign.domain.answers import KeptAnswer
from cidesign.domain.apart import told_apart
from cidesign.domain.backbones import Backbone
from cidesign.domain.director import DirectorProfile, Search
from cidesign.domain.funding import FundingSheet
from cidesign.domain.guidance import Practiced
from cidesign.domain.heard import Heard
from cidesign.domain.listed import nothing_if_blank
from cidesign.domain.makeup import PeopleGroup
from cidesign.domain.measures import Measure
from cidesign.domain.naming import name_from
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.panel import Candidate, Declaration, Note, Ranking, Recusal, Remark, Score
from cidesign.domain.pathway import PathwayEntry
from cidesign.domain.plan import Plan
from cidesign.domain.positions import OwnVotes, Position
from cidesign.domain.rules import RuleSheet
from cidesign.domain.scenario import Scenario
from cidesign.domain.set_in_plan import coordination
from cidesign.domain.stage import DRAFT, StageWord
from cidesign.domain.structure import StructureProfile
from cidesign.domain.value import AtLeastZero, Id, Model, Month, Text, Whole, no_twice
from cidesign.domain.work import Group, Partner, counted

KEEP_DAYS = 365
"""How long a workshop is kept after its last change, where nobody says otherwise."""


class Member(Model):
    """Somebody on the steering committee. ``seat``: residents, institutions, funders …"""

    id: Id
    name: Text = ""
    seat: Text = ""
    _apart: str = PrivateAttr("")

    @property
    def label(self) -> str:
        """What people read: the name, told apart from others of the committee; the id where there
        is none.
        """
        return self._apart or self.called

    @property
    def called(self) -> str:
        """The name as it is written; the id where there is none."""
        return self.name or name_from(self.id)

    def written_as(self, label: str) -> "Member":
        """The same member, whom people read under this label."""
        if label == self.called:
            return self
        one = self.model_copy()
        one._apart = label
        return one


class Initiative(Model):
    """Who we are, and how ready.

    Args:
        state: id of the region whose price level counts for us; empty for the country's.
        checks: by check id, how true it is for us, 0 (not at all) to 4 (fully).
        existing_backbone: whether somebody does this work already; empty where nobody has answered.
        backbone: who that is.
        vision: the future we work toward.
        target: how we will know that we are there.
        took_part: who took part in writing the common agenda.
        agenda_version: which version of it holds.
        agenda_again: the month in which we look at it again; None where nobody has said.
        places: the cities, counties or neighborhoods we are at work in, by name; empty where
            nobody has listed them.
        forms: ids of the forms of collaboration we chose in place of collective impact alone; empty
            where we go on with it.
        lean_until: the month in which we look again whether we are more than a lean start; None
            where we begin in full.
        practices: by practice id, whether we have it.
        mirror_again: the month in which we look into the equity mirror again.
    """

    problem: Text = ""
    goal: Text = ""
    place: Text = ""
    state: Text = ""
    people: Text = ""
    partners: Whole | None = Field(default=None, ge=0)
    started: Text = ""
    notes: Text = ""
    checks: dict[Id, AtLeastZero] = Field(default_factory=dict)
    existing_backbone: Literal["", "no", "yes", "several"] = ""
    backbone: Text = ""
    vision: Text = ""
    target: Text = ""
    took_part: Text = ""
    agenda_version: Text = ""
    agenda_again: Annotated[Month | None, BeforeValidator(nothing_if_blank)] = None
    places: tuple[Text, ...] = ()
    forms: tuple[Id, ...] = ()
    lean_until: Annotated[Month | None, BeforeValidator(nothing_if_blank)] = None
    practices: dict[Id, Practiced] = Field(default_factory=dict)
    mirror_again: Annotated[Month | None, BeforeValidator(nothing_if_blank)] = None


class Timetable(Model):
    """When the selection of a host begins, and how many weeks its steps take where that differs
    from usual (by step id).
    """

    start: Text = ""
    weeks: dict[Id, AtLeastZero] = Field(default_factory=dict)


class Workshop(Model):
    """``workshop.yaml``.

    Args:
        example: a sentence shown as a watermark on screen and in print; empty for real work.
        stage: of the selection; it says what may be done and seen.
        round: of scoring: the one that is open, or else the last that was.
        meeting_minutes: how long the next meeting takes; None where nobody has planned one.
        sole_source: why only one organization was asked, where no ranking takes place.
        director: whom we look for as director of the backbone.
        positions: who holds the grant, convened us, funds us, chairs the committee and chooses the
            backbone: the id of a candidate, or another organization's name.
        search: there where this workshop chooses a director, and no host.
    """

    name: Text
    example: Text = ""
    initiative: Initiative = Initiative()
    members: tuple[Member, ...] = ()
    stage: StageWord = DRAFT
    round: Whole = Field(default=1, ge=1)
    language: Text = "en"
    price_year: Whole | None = Field(default=None, ge=1990, le=2100)
    timetable: Timetable = Timetable()
    meeting_minutes: Literal[60, 90, 120] | None = None
    sole_source: Text = ""
    director: DirectorProfile = DirectorProfile()
    positions: dict[Position, Text] = Field(default_factory=dict)
    search: Search | None = None

    @property
    def round_is_open(self) -> bool:
        """Whether a round is open, so that everybody sees her own sheet only."""
        return self.stage.round_is_open

    @property
    def seeks_a_person(self) -> bool:
        """Whether candidates are people for a post, so that no structure, host, team or years are
        chosen here.
        """
        return self.search is not None

    @property
    def has_a_backbone(self) -> bool:
        """Whether a backbone works already: then no structure and no host is chosen."""
        return self.initiative.existing_backbone == "yes"

    @field_validator("members")
    @classmethod
    def _members_stand_once(cls, value: tuple[Member, ...]) -> tuple[Member, ...]:
        no_twice([member.id for member in value], "member")
        labels = told_apart([(member.called, member.seat) for member in value])
        return tuple(one.written_as(label) for one, label in zip(value, labels, strict=True))


class Decision(Model):
    """One record at the end of a page: what, why, who agreed, dissent, and the figures it was taken
    on.
    """

    page: Id
    what: Text
    because: Text = ""
    agreed: Text = ""
    dissent: Text = ""
    departs: Text = ""
    by: Text = ""
    at: Text = ""
    figures: dict[str, Any] = Field(default_factory=dict)


class Lot(Model):
    """The number of a lot drawn in public, and who saw it."""

    number: Text
    witnesses: Text | tuple[Text, ...] = ""


class Decisions(Model):
    """``decisions.yaml``; the last record of a page is the one that holds."""

    decisions: tuple[Decision, ...] = ()
    lot: Lot | None = None

    @property
    def chosen_host(self) -> str:
        """The id of the host that was decided on; empty before."""
        held = self.latest("compare")
        return str(held.figures.get("chosen", "")) if held else ""

    def latest(self, page: str) -> Decision | None:
        """The decision that holds for a page, if there is one."""
        return next(
            (decision for decision in reversed(self.decisions) if decision.page == page), None
        )


class MemberWeight(Model):
    """One row of ``weights.csv``."""

    member: Id
    criterion: Id
    weight: AtLeastZero
    row: int = 0


@dataclass(frozen=True)
class Bundle:
    """A whole workshop: the files as they are, and what each says.

    ``files`` (path inside the bundle to bytes) is the truth that round-trips; the other fields are
    read from it. ``plan`` is that of the first year: its grants are the restricted sources, hiring
    is as the years say, what our lists of partners, groups and measures count is counted, and what
    our choices about the structure set is set;
    ``funding`` and ``outlook`` hold the one list of money, wherever it is written. ``letters``: in
    a record that was made for one reader, her own; she knows it. ``partial``: it lacks what others
    gave in the round that is open, so nothing can be counted from it. ``result``: in a record made
    for one reader, the places and points, where others' sheets would tell whose they are or do not
    tell it all; None where it follows from the scores. ``own``: likewise, what the first place
    owes to members who sit there for the leader.
    """

    files: Mapping[str, bytes]
    workshop: Workshop
    partners: tuple[Partner, ...] = ()
    groups: tuple[Group, ...] = ()
    measures: tuple[Measure, ...] = ()
    pathway: tuple[PathwayEntry, ...] = ()
    backbones: tuple[Backbone, ...] = ()
    makeup: tuple[PeopleGroup, ...] = ()
    structure: StructureProfile | None = None
    rules: RuleSheet | None = None
    candidates: tuple[Candidate, ...] = ()
    scores: tuple[Score, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    remarks: tuple[Remark, ...] = ()
    notes: tuple[Note, ...] = ()
    answers: tuple[KeptAnswer, ...] = ()
    heard: tuple[Heard, ...] = ()
    plan: Plan | None = None
    funding: FundingSheet | None = None
    outlook: OutlookPlan | None = None
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    weights: tuple[MemberWeight, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    letters: Mapping[str, str] = field(default_factory=dict)
    partial: bool = False
    result: Ranking | None = None
    own: OwnVotes | None = None

    @property
    def counts(self) -> dict[str, Decimal]:
        """How many our lists and our hosts count in the first year, by what makes work."""
        start = self.outlook.start if self.outlook else ""
        places = self.workshop.initiative.places
        sources = self.funding.sources if self.funding else ()
        found = counted(
            self.partners, self.groups, self.measures, places, sources=sources, start=start
        )
        if self.structure is None:
            return found
        own = self.decisions.chosen_host
        return found | coordination(self.structure.sets, self.structure.hosts, own)

    @property
    def partner(self) -> Candidate | None:
        """Who carries the backbone: the organization that works already, where one does, else the
        chosen host.
        """
        initiative = self.workshop.initiative
        if self.workshop.seeks_a_person:
            return None
        if not self.workshop.has_a_backbone:
            return self.host
        return Candidate(id="backbone", name=initiative.backbone) if initiative.backbone else None

    @property
    def host(self) -> Candidate | None:
        """The candidate that our decision names as host; None before, and where it is no longer
        listed.
        """
        named = self.decisions.chosen_host
        return next((candidate for candidate in self.candidates if candidate.id == named), None)
