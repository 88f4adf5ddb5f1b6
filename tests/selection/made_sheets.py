"""Panels for tests of agreement: sheets from whole tables, through the room that counts scores."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from cidesign.domain.panel import Candidate, Score
from cidesign.domain.rules import RuleSheet
from cidesign.value import rater_sheets

TEN = {"worst": 0, "best": 10}


def sheet(weights, **keys):
    """Rated criteria from 0 to 10 by id and weight; ``calculated`` names further ones with their
    weight.
    """
    calculated = keys.pop("calculated", {})
    criteria = [{"id": id, "weight": weight, "scale": TEN} for id, weight in weights.items()]
    criteria += [
        {"id": id, "weight": weight, "scale": TEN, "calculated": True}
        for id, weight in calculated.items()
    ]
    return RuleSheet.model_validate({"criteria": criteria, "missing": "leave_out", **keys})


def sheets_of(given, *, weights=None, recusals=(), figures=None, listed=(), **keys):
    """``given``: rater -> candidate -> score on the one criterion ``k``, or criterion -> score;
    ``weights`` by criterion, 10 for ``k``.
    """
    rules = sheet({"k": 10} if weights is None else weights, **keys)
    rows = [
        Score(
            rater=rater,
            candidate=candidate,
            criterion=criterion,
            score=None if score is None else Decimal(str(score)),
        )
        for rater, by_candidate in given.items()
        for candidate, scores in by_candidate.items()
        for criterion, score in (scores.items() if isinstance(scores, dict) else [("k", scores)])
    ]
    ids = dict.fromkeys(
        [*(candidate for by_candidate in given.values() for candidate in by_candidate), *listed]
    )
    candidates = [Candidate(id=id, values=(figures or {}).get(id, {})) for id in ids]
    return rater_sheets(rules, rows, candidates=candidates, recusals=recusals)


def whole(table):
    """A complete panel of one criterion: rows are candidates ``c0``, ``c1`` ..., columns raters
    ``r0`` ... .
    """
    return {
        f"r{r}": {f"c{c}": table[c][r] for c in range(len(table))} for r in range(len(table[0]))
    }


def exact(rows):
    return [[Fraction(value) for value in row] for row in rows]


SCORES = st.integers(0, 10)


def tables(*, least_rows=3, least_columns=2, values=SCORES):
    """Complete tables of candidates by raters."""
    return st.integers(least_columns, 6).flatmap(
        lambda columns: st.lists(
            st.lists(values, min_size=columns, max_size=columns), min_size=least_rows, max_size=9
        )
    )


def gapped(**keys):
    """The same with gaps."""
    return tables(values=st.one_of(st.none(), SCORES), **keys)
