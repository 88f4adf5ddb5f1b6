"""From files to a workshop: reads every file of a bundle and tells all that is wrong in one go."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel

from cidesign.domain.backbones import BACKBONES
from cidesign.domain.first_year import money_problems, with_money, written_twice
from cidesign.domain.funding import FundingSheet
from cidesign.domain.heard import HEARD
from cidesign.domain.makeup import MAKEUP
from cidesign.domain.measures import MEASURES
from cidesign.domain.nearest import nearest
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.panel import Candidate, Note
from cidesign.domain.pathway import PATHWAY
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.rules import RuleSheet
from cidesign.domain.scenario import Scenario
from cidesign.domain.set_in_plan import (
    STRUCTURE,
    SetInPlan,
    against_same_names,
    coordination,
    with_sets,
)
from cidesign.domain.structure import StructureProfile
from cidesign.domain.value import shown
from cidesign.domain.work import GROUPS, PARTNERS, counted, with_counts, with_years_of_work
from cidesign.domain.workshop import Bundle, Decisions, MemberWeight, Workshop
from cidesign.record.applicants import candidates_in
from cidesign.record.backbones import backbones_in
from cidesign.record.faults import valid
from cidesign.record.heard import heard_in, heard_unknown
from cidesign.record.held import Files
from cidesign.record.makeup import hosts_of_nobody, makeup_in
from cidesign.record.panel import (
    answers_in,
    declarations_in,
    notes_in,
    recusals_in,
    remarks_in,
    scores_in,
    weights_in,
)
from cidesign.record.paths import hidden, look_at
from cidesign.record.pathway import pathway_in, pathway_unknown
from cidesign.record.variations import scenario_file, scenario_in
from cidesign.record.work import groups_in, measures_in, partners_in, partners_unknown
from cidesign.record.yaml_in import exact_mapping
from cidesign.text import say

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


def read_files(files: Mapping[str, bytes], name: str = "") -> Bundle:
    """The workshop that these files describe.

    Args:
        files: bytes by path inside the bundle, with ``/`` between folders. Hidden files are left
            out, all others are kept as they are.
        name: how people know the bundle, such as the file they opened.

    Raises:
        BadInput: every problem of every file, or that ``workshop.yaml`` is missing.
    """
    kept = {path: files[path] for path in sorted(files) if not hidden(path)}
    look_at({path: len(content) for path, content in kept.items()})
    return _read(_Reading(Files(kept), frozenset(kept)), None, name)


def reread(before: Bundle, changes: Mapping[str, bytes | None]) -> Bundle:
    """The workshop with some of its files replaced, added, or (None) taken out; only what they say
    is read again.

    Raises:
        BadInput: every problem of these files and of what depends on them.
    """
    kept = Files(before.files).with_files(changes)
    look_at(kept.sizes())
    again = {path for path, needs in _NEEDS.items() if needs & changes.keys()}
    if {"plan.yaml", "candidates.csv"} & {*changes, *again}:
        again |= {path for path in kept if _is_scenario(path)}
    return _read(_Reading(kept, frozenset({*changes, *again})), before, "")


DECISIONS = "decisions.yaml"
_MONEY = frozenset({"plan.yaml", "funding.yaml", "outlook.yaml"})
_WORK = frozenset({PARTNERS, GROUPS, MEASURES})
_SETS = frozenset({STRUCTURE, DECISIONS})
_NEEDS = {
    "candidates.csv": {"rules.yaml"},
    **{name: _MONEY - {name} | _WORK | _SETS for name in _MONEY},
}
"""What a file is read by, beside itself."""


def _read(reading: "_Reading", before: Bundle | None, name: str) -> Bundle:
    kept = reading.files
    if "workshop.yaml" not in kept:
        reading.problems.append(
            Problem(
                name or say("the bundle"),
                say("holds no workshop.yaml"),
                say("add one with at least name: and the workshop's name"),
            )
        )
    was = before or _NOTHING
    workshop = reading.model("workshop.yaml", Workshop, was.workshop)
    if workshop and workshop.initiative.places != was.workshop.initiative.places:
        counting = {path for path in kept if path in _MONEY or _is_scenario(path)}
        reading = replace(reading, anew=reading.anew | counting)
    partners = reading.take(PARTNERS, partners_in, was.partners) or ()
    groups = reading.take(GROUPS, groups_in, was.groups) or ()
    measures = reading.take(MEASURES, measures_in, was.measures) or ()
    pathway = reading.take(PATHWAY, pathway_in, was.pathway) or ()
    backbones = reading.take(BACKBONES, backbones_in, was.backbones) or ()
    makeup = reading.take(MAKEUP, makeup_in, was.makeup) or ()
    structure = reading.model("structure.yaml", StructureProfile, was.structure)
    rules = reading.model("rules.yaml", RuleSheet, was.rules)
    plan, funding, outlook = _money(reading, was)
    sources = funding.sources if funding else ()
    outlook = with_years_of_work(outlook, groups, sources) if outlook else None
    decisions = reading.model(DECISIONS, Decisions, was.decisions)
    sets = structure.sets if structure else SetInPlan()
    if plan is not None and _MONEY & reading.anew:
        reading.problems += against_same_names(plan, sets)
        plan = with_sets(plan, sets)
    places = workshop.initiative.places if workshop else ()
    start = outlook.start if outlook else ""
    counts = counted(partners, groups, measures, places, sources=sources, start=start)
    if structure is not None:
        counts |= coordination(sets, structure.hosts, (decisions or Decisions()).chosen_host)
    plan = with_counts(plan, counts) if plan else None
    candidates = reading.take(
        "candidates.csv", lambda content, path: candidates_in(content, path, rules), was.candidates
    )
    scores = reading.take("scores.csv", scores_in, was.scores)
    recusals = reading.take("recusals.csv", recusals_in, was.recusals)
    declarations = reading.take("declarations.csv", declarations_in, was.declarations)
    remarks = reading.take("reasons.csv", remarks_in, was.remarks)
    notes = reading.take("notes.csv", notes_in, was.notes)
    answers = reading.take("answers.csv", answers_in, was.answers)
    heard = reading.take(HEARD, heard_in, was.heard)
    weights = reading.take("weights.csv", weights_in, was.weights)
    scenarios = _scenarios(reading, candidates or (), was.scenarios, funding, outlook, counts, sets)
    if not _WORK & reading.failed:
        reading.problems += partners_unknown(groups, measures, partners)
    if not {PATHWAY, GROUPS, MEASURES} & reading.failed:
        reading.problems += pathway_unknown(pathway, groups, measures)
    if not {"candidates.csv", "rules.yaml"} & reading.failed:
        reading.problems += _hosts_unknown(structure, candidates or ()) + _criteria_unknown(
            "weights.csv", weights or (), rules
        )
        reading.problems += hosts_of_nobody(makeup, candidates or ())
        reading.problems += _candidates_unknown(notes or (), candidates or ()) + _criteria_unknown(
            "notes.csv", notes or (), rules
        )
        reading.problems += heard_unknown(heard or (), candidates or ())
    if plan is not None:
        reading.problems += _offers_without_target(candidates or (), plan)
    if reading.problems or workshop is None:
        raise BadInput(reading.problems)
    return Bundle(
        files=kept,
        workshop=workshop,
        partners=partners,
        groups=groups,
        measures=measures,
        pathway=pathway,
        backbones=backbones,
        makeup=makeup,
        structure=structure,
        rules=rules,
        candidates=candidates or (),
        scores=scores or (),
        recusals=recusals or (),
        declarations=declarations or (),
        remarks=remarks or (),
        notes=notes or (),
        answers=answers or (),
        heard=heard or (),
        plan=plan,
        funding=funding,
        outlook=outlook,
        scenarios=scenarios,
        weights=weights or (),
        decisions=decisions or Decisions(),
    )


def _money(
    reading: "_Reading", was: Bundle
) -> tuple[Plan | None, FundingSheet | None, OutlookPlan | None]:
    """The plan of the first year, who pays, and the years with them: one list of money, wherever it
    is written.
    """
    if not _MONEY & reading.anew:
        return was.plan, was.funding, was.outlook
    plan = reading.model("plan.yaml", Plan, was.plan)
    sheet = reading.model("funding.yaml", FundingSheet, was.funding)
    outlook = reading.model("outlook.yaml", OutlookPlan, was.outlook)
    if _MONEY & reading.failed:
        return plan, sheet, outlook
    problems = written_twice(sheet, outlook) or money_problems(plan, sheet, outlook)
    reading.problems += problems
    if problems:
        return plan, sheet, outlook
    return with_money(plan, sheet, outlook)


_NOTHING = Bundle(files={}, workshop=Workshop(name="-"))


@dataclass
class _Reading:
    """What went wrong so far, and in which files; files that are not read ``anew`` say what they
    said before.
    """

    files: Mapping[str, bytes]
    anew: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)

    def take(self, path: str, read: Callable[[bytes, str], T], before: T | None) -> T | None:
        if path not in self.files:
            return None
        if path not in self.anew:
            return before
        try:
            return read(self.files[path], path)
        except BadInput as error:
            self.problems += error.problems
            self.failed.add(path)
            return None

    def model(self, path: str, kind: type[M], before: M | None) -> M | None:
        return self.take(
            path, lambda content, name: valid(kind, exact_mapping(content, name), name), before
        )


def _scenarios(
    reading: _Reading,
    candidates: tuple[Candidate, ...],
    before: Mapping[str, Scenario],
    funding: FundingSheet | None,
    outlook: OutlookPlan | None,
    counts: Mapping[str, Decimal],
    sets: SetInPlan,
) -> dict[str, Scenario]:
    """Each scenario by its id; a plan or candidates that do not hold are told once, and not again
    for each scenario.
    """
    paths = [path for path in reading.files if _is_scenario(path)]
    if not paths:
        return {}
    stays = {scenario_file(id): one for id, one in before.items()}
    if not reading.anew & set(paths):
        return dict(before)
    plan = (
        exact_mapping(reading.files["plan.yaml"], "plan.yaml")
        if {"plan.yaml"} & (reading.files.keys() - reading.failed)
        else None
    )
    hosts = None if "candidates.csv" in reading.failed else [one.id for one in candidates]
    found = [
        reading.take(
            path,
            lambda content, name: _with_choices(
                _with_money(scenario_in(content, name, plan, hosts), name, funding, outlook),
                counts,
                sets,
            ),
            stays.get(path),
        )
        for path in paths
    ]
    return {one.id: one for one in found if one is not None}


def _with_money(
    found: Scenario, path: str, funding: FundingSheet | None, outlook: OutlookPlan | None
) -> Scenario:
    """A scenario whose plan has the grants of our one list of money.

    Raises:
        BadInput: its budget is below what they bring, or it lists grants of its own beside them.
    """
    problems = money_problems(found.plan, funding, outlook)
    if problems:
        raise BadInput(Problem(path, one.what, one.remedy) for one in problems)
    changed, _, _ = with_money(found.plan, funding, outlook)
    return replace(found, plan=changed)


def _with_choices(found: Scenario, counts: Mapping[str, Decimal], sets: SetInPlan) -> Scenario:
    """A scenario whose plan has what our lists count and our choices set, but for what it changes
    itself.
    """
    if found.plan is None:
        return found
    plan = with_sets(found.plan, sets, found.changes)
    return replace(found, plan=with_counts(plan, counts, found.changes.get("drivers")))


def _is_scenario(path: str) -> bool:
    return path.startswith("scenarios/") and path.endswith(".yaml") and path.count("/") == 1


def _hosts_unknown(
    structure: StructureProfile | None, candidates: tuple[Candidate, ...]
) -> list[Problem]:
    known = [one.id for one in candidates]
    return [
        Problem(
            f"structure.yaml: hosts.{function}",
            say("{word} is no candidate", word=shown(host)),
            _remedy(host, known, say("add it to candidates.csv")),
        )
        for function, host in (structure.hosts.items() if structure else ())
        if host and host not in known
    ]


def _candidates_unknown(
    notes: tuple[Note, ...], candidates: tuple[Candidate, ...]
) -> list[Problem]:
    known = [one.id for one in candidates]
    return [
        Problem(
            say("{name}: row {row}, candidate", name="notes.csv", row=one.row),
            say("{word} is no candidate", word=shown(one.candidate)),
            _remedy(one.candidate, known, say("add it to candidates.csv")),
        )
        for one in notes
        if one.candidate not in known
    ]


def _criteria_unknown(
    name: str, rows: tuple[MemberWeight, ...] | tuple[Note, ...], rules: RuleSheet | None
) -> list[Problem]:
    known = [one.id for one in rules.criteria] if rules else []
    return [
        Problem(
            say("{name}: row {row}, criterion", name=name, row=one.row),
            say("{word} is no criterion", word=shown(one.criterion)),
            _remedy(one.criterion, known, say("add it to rules.yaml")),
        )
        for one in rows
        if one.criterion not in known
    ]


def _offers_without_target(candidates: tuple[Candidate, ...], plan: Plan) -> list[Problem]:
    targets = [
        "office",
        *(f"role:{one.id}" for one in plan.roles),
        *(f"line:{one.id}" for one in plan.lines),
    ]
    return [
        Problem(
            f"candidates.csv: {one.id}, offer_in_kind_offsets",
            say("{word} is nothing in plan.yaml", word=shown(gift.offsets)),
            say("write one of {words}", words=", ".join(targets)),
        )
        for one in candidates
        for gift in one.offer.in_kind
        if gift.offsets not in targets
    ]


def _remedy(word: str, known: list[str], otherwise: str) -> str:
    near = nearest(word, known)
    return say("did you mean {near}?", near=near) if near else otherwise


def document(bundle: Bundle, file: str) -> dict[Any, Any]:
    """One YAML file of a bundle as it is written, with exact numbers; empty where the bundle has no
    such file.
    """
    return exact_mapping(bundle.files[file], file) if file in bundle.files else {}
