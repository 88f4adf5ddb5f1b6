"""What each command answers, with the keys of the contract and nothing else."""

from typing import Any

from cidesign.domain.agreement import Agreement, Leniency
from cidesign.domain.allocation import FrontierPoint, Repair, RuleOn
from cidesign.domain.labels import Labels
from cidesign.domain.outlook import Outlook
from cidesign.domain.panel import Ranking
from cidesign.domain.spent import Spent
from cidesign.domain.structure import ModeAdvice, StructureFit
from cidesign.views.command.view import Planned, Weights
from cidesign.views.compare.reasons import all_in_words
from cidesign.views.compare.robustness import Held
from cidesign.views.structure.reasons import Entries, in_words

Answer = dict[str, Any]


def of_ranking(ranking: Ranking, names: Labels) -> Answer:
    """``rank``; ``names``: what its warnings call candidates and criteria."""
    return {
        "ranking": [
            {
                "candidate": one.candidate,
                "points": one.points,
                "rank": one.rank,
                "raters": one.raters,
                "cells": one.cells,
            }
            for one in ranking.standings
        ],
        "ties": ranking.ties,
        "carried": [vars(one) for one in ranking.carried],
        "warnings": all_in_words(ranking.warnings, names),
    }


def of_weights(found: Weights) -> Answer:
    """``weights``."""
    return {
        "weights": found.weights,
        "consistency": vars(found.consistency) if found.consistency else None,
    }


def of_robustness(held: Held, names: Labels) -> Answer:
    """``robustness``; where nobody has a rank, everything but the candidates left out is null or
    empty.
    """
    sampled, exact, without = held.sampled, held.exact, held.left_out
    return {
        "acceptability": dict(zip(sampled.candidates, sampled.ranks)) if sampled else {},
        "error": sampled.error if sampled else None,
        "central_weights": {
            candidate: dict(zip(sampled.criteria, central)) if central is not None else None
            for candidate, central in zip(sampled.candidates, sampled.central)
        }
        if sampled
        else {},
        "pairwise": {
            one: {other: share for other, share in zip(sampled.candidates, row) if other != one}
            for one, row in zip(sampled.candidates, sampled.pairwise)
        }
        if sampled
        else {},
        "flip": [
            {"rival": one.rival, "l1_change": one.l1_change, "weights": one.weights}
            for one in exact.flips
        ]
        if exact
        else [],
        "stability": exact.stability if exact else {},
        "potentially_optimal": exact.potentially_optimal if exact else [],
        "dominated": exact.dominated if exact else [],
        "leave_one_out": {
            "raters": without.raters,
            "criteria": without.criteria,
            "candidates": without.candidates,
        },
        "warnings": all_in_words(held.warnings, names),
    }


def of_agreement(found: Agreement, names: Labels) -> Answer:
    """``agreement``; null where a measure cannot be told, and ``warnings`` say why."""
    return {
        "alpha": found.alpha,
        "alpha_interval": found.alpha_interval,
        "by_criterion": found.by_criterion,
        "icc": found.icc,
        "kendall_w": found.kendall_w,
        **(_leniency(found.leniency) or {"leniency": None, "adjusted": None}),
        "unshrunk": _leniency(found.unshrunk),
        "agenda": [
            {"candidate": cell.candidate, "criterion": cell.criterion, "spread": cell.spread}
            for cell in found.agenda
        ],
        "warnings": all_in_words(found.warnings, names),
    }


def _leniency(found: Leniency | None) -> Answer | None:
    return None if found is None else {"leniency": found.leniency, "adjusted": found.adjusted}


def of_structures(fits: tuple[StructureFit, ...], advice: ModeAdvice, known: Entries) -> Answer:
    """``structure``; ``known``: the words of the catalog."""
    return {
        "fit": [
            {
                "structure": one.structure,
                "points": one.points,
                "because": in_words(one.because, known),
                "watch": in_words(one.watch, known),
            }
            for one in fits
        ],
        "mode": {"advice": advice.advice, "because": in_words(advice.because, known)},
    }


def of_plan(planned: Planned) -> Answer:
    """``plan``."""
    found = planned.found
    return {
        "status": found.status,
        "plan_score": found.plan_score,
        "coverage": found.coverage,
        "fte": found.fte,
        "lines": found.lines,
        "grants_used": found.grants_used,
        "cost_usd": found.cost_usd,
        "unassigned_hours": found.unassigned_hours,
        "binding": [_rule(one) for one in planned.binding],
        "conflict": [_rule(one) for one in planned.conflict],
        "repairs": [_repair(one) for one in planned.repairs],
    }


def of_dollars(planned: Planned) -> Answer:
    """``plan --dollars``: the same, and every piece of cost with what each grant pays of it."""
    return {**of_plan(planned), "spent": [_spent(one) for one in planned.found.spent]}


def _spent(piece: Spent) -> Answer:
    return {
        "kind": piece.item.kind,
        "id": piece.item.id,
        "use": str(piece.use),
        "usd": piece.usd,
        "given_usd": piece.given_usd,
        "indirect_usd": piece.indirect_usd,
        "grants": dict(piece.grants),
        "grants_indirect": dict(piece.grants_indirect),
    }


def _rule(rule: RuleOn) -> Answer:
    return {"rule": rule.rule, "id": rule.id}


def _repair(repair: Repair) -> Answer:
    return {"lever": repair.lever, "change": repair.change, "plan_score": repair.plan_score}


def of_frontier(points: tuple[FrontierPoint, ...]) -> Answer:
    """``frontier``."""
    keys = ("budget_usd", "status", "plan_score", "coverage", "fte")
    return {"points": [{key: getattr(one, key) for key in keys} for one in points]}


def of_outlook(outlook: Outlook) -> Answer:
    """``outlook``; without draws there are no bands."""
    return {
        "status": outlook.status,
        "years": [vars(one) for one in outlook.years],
        "runs_out": outlook.runs_out,
        "missing_usd": outlook.missing_usd,
        "bridge_usd": outlook.bridge_usd,
        "short_from": outlook.short_from,
        "hiring": [vars(one) for one in outlook.hiring],
        "gap": outlook.gap,
        "bands": None,
    }
