"""What a bundle's raters said, read raw from its files and added up in other ways: nothing here
asks the rooms that are tested.
"""

import csv
from collections.abc import Callable
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from scipy.optimize import linprog

Cell = tuple[str, str]
TOLD_FIRST = ("mean", "median", "trimmed")


class PanelAnew:
    """A bundle's folder, and the counted scores in it.

    Args:
        ranks: what the command ``rank`` answers, by candidate; for another rule sheet: of the
            bundle with that sheet.
    """

    def __init__(self, folder: Path, ranks: Callable[..., dict[str, Any]]) -> None:
        self.folder, self.ranks = folder, ranks
        self.sheet: dict[str, Any] = yaml.safe_load(
            (folder / "rules.yaml").read_text(encoding="utf-8")
        )

    def _rows(self, name: str) -> list[dict[str, str]]:
        if not (self.folder / name).exists():
            return []
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            return [
                {key: (cell or "").strip() for key, cell in row.items() if key}
                for row in csv.DictReader(file)
            ]

    @cached_property
    def last_round(self) -> int:
        begun = yaml.safe_load((self.folder / "workshop.yaml").read_text(encoding="utf-8")).get(
            "round", 1
        )
        return max([begun, *(int(row.get("round") or 1) for row in self._rows("scores.csv"))])

    def scores(self, turn: int | None = None) -> dict[Cell, dict[str, Fraction]]:
        """By candidate and criterion, the latest score of each rater who does not step aside; as of
        a round, None: the last.
        """
        aside = {(row["rater"], row["candidate"]) for row in self._rows("recusals.csv")}
        latest: dict[tuple[str, str, str], tuple[tuple[int, int], str]] = {}
        for row in self._rows("scores.csv"):
            at = (int(row.get("round") or 1), int(row.get("seq") or 0))
            key = (row["rater"], row["candidate"], row["criterion"])
            if at[0] <= (turn or self.last_round) and (key not in latest or latest[key][0] <= at):
                latest[key] = (at, row["score"])
        found: dict[Cell, dict[str, Fraction]] = {}
        for (rater, candidate, criterion), (_, score) in latest.items():
            counts = rater == "panel" or self.sheet.get("aggregation", "mean") != "consensus"
            if score and counts and (rater, candidate) not in aside:
                found.setdefault((candidate, criterion), {})[rater] = Fraction(score)
        return found

    def changed(self) -> int:
        """Scores that are not what they were a round before."""
        now, before = self._flat(self.last_round), self._flat(self.last_round - 1)
        return sum(now.get(key) != before.get(key) for key in {*now, *before})

    def _flat(self, turn: int) -> dict[tuple[str, str, str], Fraction]:
        return {
            (*cell, rater): score
            for cell, by_rater in self.scores(turn).items()
            for rater, score in by_rater.items()
        }

    # Other ways to add up.

    def ways(self) -> dict[str, set[str]]:
        """By each other way that is told first, who is first by it; empty where it names nobody."""
        found = {
            how: self._by(how) for how in TOLD_FIRST if how != self.sheet.get("aggregation", "mean")
        }
        beaten, stood = dict.fromkeys(self.ranked, Fraction(0)), dict.fromkeys(self.ranked, 0)
        ahead: dict[Cell, int] = {}
        for own in self._ballots():
            for one, other in combinations(sorted(own), 2):
                ahead.setdefault((one, other), 0)
                ahead.setdefault((other, one), 0)
                for mine, theirs in ((one, other), (other, one)):
                    stood[mine] += 1
                    beaten[mine] += Fraction(own[mine] > own[theirs]) + Fraction(
                        own[mine] == own[theirs], 2
                    )
                    ahead[mine, theirs] += own[mine] > own[theirs]
        shares = {one: beaten[one] / stood[one] for one in self.ranked if stood[one]}
        found["borda"] = {one for one in shares if shares[one] == max(shares.values())}
        found["pairwise"] = {
            one
            for one in self.ranked
            if all(
                (one, other) in ahead and ahead[one, other] >= ahead[other, one]
                for other in self.ranked
                if other != one
            )
        }
        return found

    @property
    def ranked(self) -> list[str]:
        return [id for id, one in self.ranks().items() if one["rank"] is not None]

    @property
    def first(self) -> set[str]:
        return {id for id, one in self.ranks().items() if one["rank"] == 1}

    @property
    def level(self) -> set[str]:
        """Those with a rank and as many points as the first."""
        points = {id: self.ranks()[id]["points"] for id in self.ranked}
        return {id for id in points if abs(points[id] - max(points.values())) < 1e-9}

    # Other weights.

    @cached_property
    def ranges(self) -> list[tuple[float, float]]:
        """By criterion, the smallest and the largest share of the members who weighed every one."""
        wanted: list[str] = [one["id"] for one in self.sheet["criteria"]]
        said: dict[str, dict[str, float]] = {}
        for row in self._rows("weights.csv"):
            said.setdefault(row["member"], {})[row["criterion"]] = float(row["weight"])
        whole = [
            [own[id] / sum(own[id] for id in wanted) for id in wanted]
            for own in said.values()
            if set(wanted) <= set(own)
        ]
        return [(min(shares), max(shares)) for shares in zip(*whole)]

    @cached_property
    def _values(self) -> dict[str, np.ndarray]:
        """By ranked candidate, the panel's values from 0 to 1."""
        scales = [
            (float(one["scale"]["worst"]), float(one["scale"]["best"]))
            for one in self.sheet["criteria"]
        ]
        cells = {
            id: [self.ranks()[id]["cells"][one["id"]] for one in self.sheet["criteria"]]
            for id in self.ranked
        }
        return {
            id: np.array([(v - worst) / (best - worst) for v, (worst, best) in zip(own, scales)])
            for id, own in cells.items()
        }

    def furthest(self, one: str, other: str, ranges: list[tuple[float, float]]) -> float:
        """By how much one gets ahead of another at most, with weights in these ranges."""
        gains = self._values[one] - self._values[other]
        slack = [(low - 1e-12, high + 1e-12) for low, high in ranges]
        return -float(linprog(-gains, A_eq=np.ones((1, len(gains))), b_eq=[1], bounds=slack).fun)

    def can_be_first(self, one: str, ranges: list[tuple[float, float]] | None = None) -> bool:
        """Whether some weights put one first or level; within ranges only whether each other one
        alone can be met.
        """
        if ranges is not None:
            return all(self.furthest(one, other, ranges) >= -1e-9 for other in self._values)
        rows = [self._values[other] - self._values[one] for other in self._values if other != one]
        found = linprog(
            np.zeros(len(rows[0])),
            A_ub=rows,
            b_ub=np.full(len(rows), 1e-9),
            A_eq=np.ones((1, len(rows[0]))),
            b_eq=[1],
        )
        return bool(found.status == 0)

    def _by(self, how: str) -> set[str]:
        """The sheet's own rule with another middle, asked of the command; marks are not asked anew,
        and no lot is drawn.
        """
        criteria = [
            {key: value for key, value in one.items() if key != "pass_mark"}
            for one in self.sheet["criteria"]
        ]
        kept = {key: value for key, value in self.sheet.items() if key != "seal"}
        kept["ties"] = [
            *(rule for rule in kept.get("ties") or [] if rule.startswith("criterion:")),
            "shared",
        ]
        answer = self.ranks({**kept, "criteria": criteria, "aggregation": how})
        places = {id: answer[id]["rank"] for id in self.ranked}
        return {id for id, place in places.items() if place == min(places.values())}

    def _ballots(self) -> list[dict[str, Fraction]]:
        """Each rater's own points of the ranked candidates she scored on everything, where they are
        two or more.
        """
        scores, figures = self.scores(), {row["id"]: row for row in self._rows("candidates.csv")}
        found = []
        for rater in sorted({rater for cell in scores.values() for rater in cell}):
            own: dict[str, Fraction] = {}
            for candidate in self.ranked:
                total = Fraction(0)
                for one in self.sheet["criteria"]:
                    given = (
                        figures[candidate][one["id"]]
                        if one.get("calculated")
                        else scores.get((candidate, one["id"]), {}).get(rater)
                    )
                    if given in (None, ""):
                        break
                    worst, best = (Fraction(str(one["scale"][end])) for end in ("worst", "best"))
                    total += (
                        Fraction(str(one["weight"])) * (Fraction(given) - worst) / (best - worst)
                    )
                else:
                    own[candidate] = total
            if len(own) > 1:
                found.append(own)
        return found
