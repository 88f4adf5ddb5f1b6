"""Changes to a rule sheet that is not sealed: the way of choosing, criteria and their levels, pass
marks, weights, settings.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cidesign.acts.sealing import RULES, STRUCTURE, WORKSHOP, open_to_change
from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import CriterionEntry
from cidesign.domain.naming import id_from
from cidesign.domain.problem import BadInput, Problem, Wrong
from cidesign.domain.rules import Criterion, RuleSheet
from cidesign.domain.value import exact, plain
from cidesign.domain.words import MODES, Mode
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, without_rows
from cidesign.text import say

WEIGHTS, NOTES = "weights.csv", "notes.csv"
OWN_WEIGHT = 10
SCALE = {"worst": 1, "best": 5, "step": 1}
LONGEST = 200


def first_rules(catalog: Catalog) -> dict[str, Any]:
    """What a first ``rules.yaml`` says: every usual criterion with its usual weight."""
    return {
        "criteria": [usual_criterion(entry) for entry in catalog.criteria],
        "aggregation": "mean",
        "missing": "refuse",
        "quorum": 3,
        "ties": ["shared"],
    }


def usual_criterion(entry: CriterionEntry) -> dict[str, Any]:
    """A criterion of the catalog as a rule sheet holds it."""
    return {
        "id": entry.id,
        "label": entry.short,
        "question": entry.question,
        "weight": entry.weight.value,
        "scale": {
            "worst": min(entry.levels),
            "best": max(entry.levels),
            "step": 1,
            "levels": {level: f"{said.short}. {said.says}" for level, said in entry.levels.items()},
        },
    }


def begun(bundle: Bundle, catalog: Catalog) -> Bundle:
    """The bundle with a first rule sheet, where it has none."""
    if bundle.rules is not None:
        return bundle
    mode = mode_of(bundle)
    return changed(
        bundle, RULES, {(): {**first_rules(catalog), **({"mode": mode} if mode else {})}}
    )


def mode_of(bundle: Bundle) -> str:
    """How the host is chosen: as the rules say, else as the structure decision says; empty where
    nobody has chosen.
    """
    said = bundle.rules.mode if bundle.rules else ""
    said = said or (bundle.structure.decision.selection_mode if bundle.structure else "")
    return said if said in MODES else ""


def is_fitness_check(bundle: Bundle) -> bool:
    """Whether one organization is held against pass marks, in place of a ranking."""
    return mode_of(bundle) == Mode.CLOSED or len(bundle.candidates) == 1


def with_mode(bundle: Bundle, mode: str) -> Bundle:
    """The bundle whose host is chosen this way, in the rules and in the structure decision.

    Raises:
        BadInput: the rules are sealed.
    """
    after = open_to_change(bundle)
    if after.rules is not None:
        after = changed(after, RULES, {("mode",): mode})
    return changed(after, STRUCTURE, {("decision", "selection_mode"): mode})


def with_criterion(
    bundle: Bundle,
    id: str,
    *,
    label: str,
    question: str,
    weight: Decimal,
    levels: Mapping[Decimal, str],
    pass_mark: Decimal | None,
) -> Bundle:
    """The bundle with one criterion as somebody edited it; levels without words lose their
    descriptor.

    Raises:
        BadInput: the rules are sealed, a name is missing, or a figure is off its scale.
    """
    rules = _rules(open_to_change(bundle))
    criterion = rules.criterion(id)
    told = " ".join(label.split())
    found = []
    if not told or len(told) > LONGEST:
        found.append(
            Problem(
                say("Name of the criterion"),
                say("it is empty or too long"),
                say("write 1 to 200 letters"),
            )
        )
    if pass_mark is not None and not criterion.scale.low <= pass_mark <= criterion.scale.high:
        low, high = plain(criterion.scale.low), plain(criterion.scale.high)
        found.append(
            Problem(
                say("Pass mark"),
                say("{mark} is off the scale", mark=plain(pass_mark)),
                say("write a number from {low} to {high}", low=low, high=high),
            )
        )
    if found:
        raise BadInput(found)
    at = ("criteria", _place(rules, id))
    kept = {level: words.strip() for level, words in levels.items() if words.strip()}
    changes: dict[tuple[str | int, ...], Any] = {
        (*at, "label"): told,
        (*at, "question"): " ".join(question.split()) or None,
        (*at, "weight"): weight,
        (*at, "pass_mark"): pass_mark,
    }
    if levels:
        changes[(*at, "scale", "levels")] = kept or None
    return changed(bundle, RULES, changes)


def with_usual_criterion(bundle: Bundle, catalog: Catalog, id: str) -> Bundle:
    """The bundle with one more criterion of the catalog, at its usual weight."""
    return _with_one_more(bundle, usual_criterion(catalog.entry("criteria", id)))


def with_own_criterion(bundle: Bundle, label: str) -> Bundle:
    """The bundle with a criterion of the committee's own, on a scale of 1 to 5 whose levels still
    need words.

    Raises:
        BadInput: the rules are sealed, or the name is missing.
    """
    told = " ".join(label.split())
    if not told or len(told) > LONGEST:
        raise BadInput(
            [
                Problem(
                    say("New criterion"),
                    say("it has no name, or one too long"),
                    say("write 1 to 200 letters"),
                )
            ]
        )
    id = id_from(told, {one.id for one in _rules(bundle).criteria}, otherwise="criterion")
    return _with_one_more(bundle, {"id": id, "label": told, "weight": OWN_WEIGHT, "scale": SCALE})


def _with_one_more(bundle: Bundle, criterion: dict[str, Any]) -> Bundle:
    rules = _rules(open_to_change(bundle))
    return changed(bundle, RULES, {("criteria", len(rules.criteria)): criterion})


def without_criterion(bundle: Bundle, id: str) -> Bundle:
    """The bundle without a criterion, and without what members said about its weight or noted about
    it.

    Raises:
        BadInput: the rules are sealed, it is the only one, or somebody has scored it.
    """
    rules = _rules(open_to_change(bundle))
    name = rules.criterion(id).name
    if any(score.criterion == id and score.score is not None for score in bundle.scores):
        raise BadInput([Problem(name, say("it has scores"), say("give it a weight of 0 instead"))])
    after = bundle
    for file in (WEIGHTS, NOTES):
        after = without_rows(after, file, {"criterion": id}) if file in after.files else after
    ties = [rule for rule in rules.ties if rule != f"criterion:{id}"]
    return changed(
        after, RULES, {("ties",): ties or ["shared"], ("criteria", _place(rules, id)): None}
    )


def with_setting(bundle: Bundle, key: str, value: Any) -> Bundle:
    """The bundle with one setting of the rule sheet, such as ``aggregation`` or ``quorum``.

    Raises:
        BadInput: the rules are sealed, or the value is none the sheet knows.
    """
    return changed(open_to_change(bundle), RULES, {(key,): value})


def with_weights(bundle: Bundle, weights: Mapping[str, int]) -> Bundle:
    """The bundle whose rule sheet has these weights, by criterion id.

    Raises:
        BadInput: the rules are sealed.
    """
    rules = _rules(open_to_change(bundle))
    return changed(
        bundle,
        RULES,
        {("criteria", _place(rules, id), "weight"): weight for id, weight in weights.items()},
    )


def with_usual_pass_marks(bundle: Bundle) -> Bundle:
    """The bundle in which every criterion without a pass mark has the middle of its scale: 3 of 5.

    Raises:
        BadInput: the rules are sealed.
    """
    rules = _rules(open_to_change(bundle))
    marks: dict[tuple[str | int, ...], Any] = {
        ("criteria", place, "pass_mark"): usual_pass_mark(one)
        for place, one in enumerate(rules.criteria)
        if one.pass_mark is None
    }
    return changed(bundle, RULES, marks)


def pass_mark_of(text: str) -> Decimal | None:
    """A pass mark as somebody typed it; None where the field is empty.

    Raises:
        BadInput: it is no number.
    """
    if not text.strip():
        return None
    try:
        return exact(text)
    except Wrong as wrong:
        raise BadInput(
            [Problem(say("Pass mark"), what, remedy) for _, what, remedy in wrong.faults]
        ) from wrong


def usual_pass_mark(criterion: Criterion) -> Decimal:
    """The middle of a scale; our assumption."""
    return (criterion.scale.worst + criterion.scale.best) / 2


def with_sole_source(bundle: Bundle, reason: str) -> Bundle:
    """The bundle that says why only one organization was asked."""
    return changed(bundle, WORKSHOP, {("sole_source",): reason.strip() or None})


def _rules(bundle: Bundle) -> RuleSheet:
    if bundle.rules is None:
        raise BadInput(
            [
                Problem(
                    say("Rule sheet"),
                    say("there is none yet"),
                    say("begin with the usual criteria"),
                )
            ]
        )
    return bundle.rules


def _place(rules: RuleSheet, id: str) -> int:
    return next(place for place, one in enumerate(rules.criteria) if one.id == id)
