"""Finds a figure again from its address alone: files read raw, answers of the command line, and the
arithmetic of docs/choices.md.
"""

import csv
import hashlib
import json
import math
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from cidesign.cli import main
from tests.report.panel_anew import PanelAnew

DATA = Path(__file__).parents[2] / "data"
FUNCTIONS = ("vision", "aligned", "measurement", "community", "policy", "resources")
# CONTRACT 3 and 4: what a key means that is not written.
DEFAULTS = {
    "plan.yaml: hours_per_fte_month": 130,
    "plan.yaml: floor": 0.35,
    "plan.yaml: people_only_share": 0.55,
    "plan.yaml: reserve_rate": 0,
    "plan.yaml: community_min_share": 0,
    "outlook.yaml: reserve_target_months": 3,
}
ANSWERS = {
    "candidates.csv": "candidates",
    "partners.csv": "partners",
    "groups.csv": "groups",
    "measures.csv": "measures",
    "heard.csv": "heard",
    "makeup.csv": "makeup",
    "scores.csv": "_scores",
    "rank": "_ranks",
    "rank(before)": "_before",
    "agreement": "_agreed",
    "plan": "_planned",
    "outlook": "_years",
    "structure": "_fits",
}
_STEP = re.compile(r'\[(\d+)\]|\.?"((?:[^"\\]|\\.)*)"|\.?([A-Za-z_][A-Za-z0-9_-]*)')


class Addresses:
    """A bundle's folder, and what stands or is computed where."""

    def __init__(self, folder: Path, figures: int = 0) -> None:
        self.folder, self.assumed = folder, figures

    def find(self, address: str) -> Any:
        """The value at an address."""
        called = re.match(r"(\w+)\((.*)\)$", address, re.DOTALL)
        if called:
            return getattr(self, f"_{called[1]}")(*_parts(called[2]))
        place, _, path = address.partition(": ")
        found = self._place(place)
        for step in _steps(path):
            found = found[step]
        if isinstance(found, dict) and "fact" in found:
            found = found["fact"]
        return (
            found["value"]
            if isinstance(found, dict) and {"value", "basis"} <= set(found)
            else found
        )

    def _place(self, place: str) -> Any:
        if place.startswith("data/"):
            return {entry["id"]: entry for entry in _raw(DATA / place.removeprefix("data/"))}
        if place.endswith(".yaml"):
            return _raw(self.folder / place)
        if place == "bundle":
            return {"sha256": self._fingerprint}
        if place.startswith("what_if("):
            return self._what_if(place)
        if place.startswith("robustness"):
            return self._robustness(place)
        return getattr(self, ANSWERS[place])

    @property
    def candidates(self) -> dict[str, dict[str, Any]]:
        with (self.folder / "candidates.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return {
            row["id"]: {key: _number(cell) for key, cell in row.items() if cell} for row in rows
        }

    @property
    def partners(self) -> list[dict[str, str]]:
        return self._rows("partners.csv")

    @property
    def groups(self) -> list[dict[str, str]]:
        return self._rows("groups.csv")

    @property
    def measures(self) -> dict[str, dict[str, str]]:
        return {one["id"]: one for one in self._rows("measures.csv")}

    @property
    def heard(self) -> list[dict[str, Any]]:
        return [
            {key: _number(cell) for key, cell in row.items()} for row in self._rows("heard.csv")
        ]

    @property
    def makeup(self) -> dict[str, dict[str, Any]]:
        return {
            row["id"]: {
                **{key: _number(cell) for key, cell in row.items() if cell},
                "hosts": {
                    host.strip(): _number(people.strip())
                    for host, _, people in (
                        one.partition("=") for one in row["hosts"].split(";") if one
                    )
                },
            }
            for row in self._rows("makeup.csv")
        }

    def _share_of(self, part: str, whole: str) -> float:
        return float(self.find(part)) / float(self.find(whole))

    def _rows(self, name: str) -> list[dict[str, str]]:
        if not (self.folder / name).is_file():
            return []
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def _fingerprint(self) -> str:
        files = {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }
        lines = [
            f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n"
            for name in sorted(files, key=str.encode)
        ]
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    @property
    def _decided_host(self) -> str:
        records = (
            _raw(self.folder / "decisions.yaml")["decisions"]
            if (self.folder / "decisions.yaml").exists()
            else []
        )
        held = [one for one in records if one["page"] == "compare"]
        return held[-1].get("figures", {}).get("chosen", "") if held else ""

    @cached_property
    def host(self) -> str:
        """The candidate the host decision names, where its terms are known."""
        named = self._decided_host
        row = self.candidates.get(named, {}) if named else {}
        offers = [key for key in row if key.startswith("offer_")]
        plain = {"offer_pay_scale": 1.0}
        return (
            named
            if row.get("eligible") != "no" and any(row[key] != plain.get(key) for key in offers)
            else ""
        )

    @cached_property
    def _ranks(self) -> dict[str, Any]:
        return {
            one["candidate"]: one
            for one in _answer("rank", "--bundle", str(self.folder))["ranking"]
        }

    @cached_property
    def _planned(self) -> dict[str, Any]:
        return _answer(
            "plan", "--bundle", str(self.folder), *(["--host", self.host] if self.host else [])
        )

    @cached_property
    def _years(self) -> dict[str, Any]:
        return _answer("outlook", "--bundle", str(self.folder))

    @cached_property
    def _fits(self) -> dict[str, Any]:
        return {
            one["structure"]: one
            for one in _answer("structure", str(self.folder / "structure.yaml"))["fit"]
        }

    # Whether the order would hold, and what the raters said.

    def _robustness(self, place: str) -> dict[str, Any]:
        """What the command answers for the bundle; with (anything) for the bundle without the
        members' own weights.
        """
        told = re.fullmatch(r"robustness(\(anything(?:, samples=(\d+))?\))?", place)
        assert told, place
        if place not in self._held:
            samples = ["--samples", told[2]] if told[2] else []
            with self._copy(without="weights.csv" if told[1] else "") as folder:
                self._held[place] = _answer("robustness", "--bundle", str(folder), *samples)
        return self._held[place]

    def _what_if(self, place: str) -> dict[str, Any]:
        """What the command answers for a saved scenario."""
        if place not in self._held:
            id = place.removeprefix("what_if(").removesuffix(")")
            self._held[place] = _answer("what-if", str(self.folder), "--scenario", id)
        return self._held[place]

    @cached_property
    def _held(self) -> dict[str, Any]:
        return {}

    @cached_property
    def _agreed(self) -> dict[str, Any]:
        return _answer("agreement", "--bundle", str(self.folder))

    @cached_property
    def _anew(self) -> PanelAnew:
        return PanelAnew(self.folder, self._ranks_by)

    @cached_property
    def _scores(self) -> dict[str, dict[str, list[float]]]:
        found: dict[str, dict[str, list[float]]] = {}
        for (candidate, criterion), by_rater in self._anew.scores().items():
            found.setdefault(candidate, {})[criterion] = [
                float(score) for score in by_rater.values()
            ]
        return found

    @cached_property
    def _before(self) -> dict[str, Any]:
        """What ``rank`` answers for the round before the last, a score that is missing there left
        out.
        """
        return self._ranks_by(
            {**self._sheet, "missing": "leave_out"}, "--round", str(self._anew.last_round - 1)
        )

    def _ranks_by(self, sheet: dict[str, Any] | None = None, *more: str) -> dict[str, Any]:
        if sheet is None:
            return self._ranks
        with self._copy() as folder:
            (folder / "rules.yaml").write_text(
                yaml.safe_dump(sheet, allow_unicode=True), encoding="utf-8"
            )
            return {
                one["candidate"]: one
                for one in _answer("rank", "--bundle", str(folder), *more)["ranking"]
            }

    @contextmanager
    def _copy(self, without: str = "") -> Iterator[Path]:
        with tempfile.TemporaryDirectory() as scratch:
            kept = shutil.ignore_patterns(without) if without else None
            yield Path(shutil.copytree(self.folder, Path(scratch) / "bundle", ignore=kept))

    # The words of docs/choices.md.

    def _often(self, *shares: str) -> float:
        """The shares together; never all of the weights where another can be ahead, nor none where
        one of these can be first or level.
        """
        found, place = sum(self.find(share) for share in shares), shares[0].partition(": ")[0]
        ids = {str(_steps(share.partition(": ")[2])[1]) for share in shares}
        others = {str(id) for id in self._place(place)["acceptability"]} - ids
        own, ranges = min(ids), self._anew.ranges if place == "robustness" else None
        passed = any(
            self._anew.furthest(other, own, ranges) > 1e-9
            if ranges
            else self._anew.can_be_first(other)
            for other in others
        )
        able = self._anew.can_be_first(own, ranges)
        return max(min(found, 1 - 1e-6) if passed else found, 1e-6 if able else 0)

    def _moved(self, address: str) -> float:
        """The share of all weight that moves: half of what all weights change."""
        return max(self.find(address)["l1_change"] / 2, 1e-6)

    def _count(self, address: str) -> int:
        return len(self.find(address))

    def _yes(self, file: str, column: str) -> int:
        return sum(one.get(column) == "yes" for one in self._rows(file))

    def _above_zero(self, file: str, column: str) -> int:
        return sum(float(one.get(column) or 0) > 0 for one in self._rows(file))

    def _total(self, file: str, column: str) -> float:
        return sum(float(one.get(column) or 0) for one in self._rows(file))

    def _told_for(self, address: str, year: str) -> float:
        return _years_told(self.find(address))[int(year)]

    def _least_of(self, address: str) -> float:
        return min(_groups_told(self.find(address)))

    def _most_of(self, address: str) -> float:
        return max(_groups_told(self.find(address)))

    def _number_in(self, address: str) -> float:
        (found,) = re.findall(r"\d[\d,]*(?:\.\d+)?", self.find(address))
        return float(found.replace(",", ""))

    def _on_line(self, address: str, year: str) -> float:
        """Where a measure would be on a straight line from its first year to the target's."""
        row = self.find(address)
        told, ends = _years_told(row["by_year"]), int(row["target_year"])
        first = min(told)
        goal = self._number_in(f"{address}.target")
        return told[first] + (goal - told[first]) * min((int(year) - first) / (ends - first), 1)

    def _counted(self, driver: str) -> float:
        """How many the lists count in the first year; a group counts for the part of it it runs."""
        if driver == "partners":
            return len(self.partners)
        if driver == "coordination":
            return self._coordination() or 0
        if driver == "sites":
            return len(self._places)
        if driver == "own_reports":
            own = [one for one in self._sources() if one.get("results") == "own"]
            return self._first_year([{**one, "usd": 1} for one in own])
        year, first = (int(part) for part in self._first_month.split("-"))
        months = [
            f"{year + (first + n - 1) // 12}-{(first + n - 1) % 12 + 1:02}" for n in range(12)
        ]
        if driver == "indicators":
            return sum(one.get("whose") != "own" for one in self._rows("measures.csv"))
        total = 0.0
        for one in self.groups:
            begins, ends = one.get("begins") or months[0], one.get("ends") or months[-1]
            part = sum(begins <= month <= ends for month in months) / 12
            if driver == "meetings":
                total += float(one["meetings_a_year"]) * part / 12
            elif one["kind"] != "committee":
                total += part
        return total

    @property
    def _first_month(self) -> str:
        """Of the years; where there are none, any year will do, and every group counts in full."""
        file = self.folder / "outlook.yaml"
        return _raw(file)["start"] if file.is_file() else "2027-01"

    def _deciding(self, address: str) -> int:
        return sum(
            bool(first) and set(first) != self._anew.first for first in self.find(address).values()
        )

    def _lacking(self, address: str) -> int:
        return sum(not first for first in self.find(address).values())

    def _leading(self, _: str) -> int:
        return len(self._anew.first)

    def _ways(self, which: str) -> int:
        ways, level = self._anew.ways(), self._anew.level
        counted = {
            "all": ways,
            "differ": [one for one in ways if ways[one] and not ways[one] & level],
        }
        counted["agree"] = [one for one in ways if ways[one] == level]
        return len(counted[which])

    def _lowest(self, address: str) -> float:
        return min(self._of_four(address))

    def _highest(self, address: str) -> float:
        return max(self._of_four(address))

    def _of_four(self, address: str) -> list[float]:
        scores = self.find(address)
        assert len(scores) >= 4, f"{address} shows the range of fewer than four scores"
        return scores

    def _changed(self, _: str) -> int:
        return self._anew.changed()

    def _last_round(self, *_: str) -> int:
        return self._anew.last_round

    def _sum(self, *parts: str) -> float:
        found = [self.find(part) for part in parts]
        return sum(sum(one.values()) if isinstance(one, dict) else one for one in found)

    def _up(self, address: str) -> float:
        return -(-self.find(address) // 1000) * 1000

    def _product(self, *parts: str) -> float:
        product = 1.0
        for part in parts:
            product *= self.find(part)
        return product

    @property
    def _helping(self) -> list[list[float]]:
        """People, dollars each and dollars alone, of the partners that say all three."""
        columns = ("people_a_year", "each_usd", "alone_usd")
        cells = [[one.get(column) or "" for column in columns] for one in self.partners]
        return [[float(cell) for cell in row] for row in cells if all(row)]

    def _people_helped(self, _: str) -> float:
        return sum(people for people, _, _ in self._helping)

    def _cost_of_help(self, column: str) -> float:
        place = ("each_usd", "alone_usd").index(column) + 1
        return sum(row[0] * row[place] for row in self._helping)

    def _each(self, column: str) -> float:
        return self._cost_of_help(column) / self._people_helped("")

    def _quotient(self, part: str, whole: str) -> float:
        return self.find(part) / self.find(whole)

    def _size(self, address: str) -> float:
        return abs(self.find(address))

    def _in_years(self, months: str) -> float:
        return abs(self.find(months)) / 12

    def _difference(self, first: str, second: str) -> float:
        return self.find(first) - self.find(second)

    def _default(self, address: str) -> float:
        file, _, key = address.partition(": ")
        assert key not in _raw(self.folder / file), f"{address} is written, so it is no default"
        return DEFAULTS[address]

    def _year(self, address: str) -> int:
        place, _, id = address.partition(": ")
        return self._place(place)[id]["fact"]["as_of"].year

    def _weights(self, _: str) -> float:
        return sum(one["weight"] for one in self._sheet["criteria"])

    @property
    def _sheet(self) -> dict[str, Any]:
        return _raw(self.folder / "rules.yaml")

    def _ranked(self, _: str) -> int:
        return sum(one["rank"] is not None for one in self._ranks.values())

    def _points(self, cell: str, criterion: str) -> float:
        one, value = self.find(criterion), self.find(cell)
        scale, places = one["scale"], self._sheet.get("rounding")
        found = one["weight"] * (value - scale["worst"]) / (scale["best"] - scale["worst"])
        places = places.get("points") if isinstance(places, dict) else None
        return found if places is None else round(found + 1e-12, places)

    def _need(self, function: str) -> float:
        plan = _raw(self.folder / "plan.yaml")
        if "need" in plan:
            return plan["need"].get(function, 0)
        hours = {
            entry["id"]: entry["hours"].get(function, {}).get("value", 0)
            for entry in _raw(DATA / "drivers.yaml")
        }
        levels = {
            entry["id"]: entry["need_level"][function]["value"]
            for entry in _raw(DATA / "phases.yaml")
        }
        level = sum(levels[phase] for phase in self._phases(plan["phase"])) / 12
        return (
            level
            / 3
            * sum(number * hours[driver] for driver, number in self._drivers(plan).items())
        )

    def _hours_for(self, driver: str) -> float:
        """Of the need, what this driver alone makes."""
        plan = _raw(self.folder / "plan.yaml")
        (entry,) = [one for one in _raw(DATA / "drivers.yaml") if one["id"] == driver]
        levels = {one["id"]: one["need_level"] for one in _raw(DATA / "phases.yaml")}
        many, phases = self._drivers(plan)[driver], self._phases(plan["phase"])
        return sum(
            many * each["value"] * levels[phase][function]["value"] / 3 / len(phases)
            for function, each in entry["hours"].items()
            for phase in phases
        )

    def _cost_of_hours(self, driver: str) -> float:
        """At the mean of what an hour of the posts costs, each by how long it is filled."""
        plan = _raw(self.folder / "plan.yaml")
        filled = {
            place: self._planned["fte"][one["id"]] * (13 - one.get("start_month", 1)) / 12
            for place, one in enumerate(plan["roles"])
        }
        usd = sum(self._staff(f"plan.yaml: roles[{place}]") for place in filled)
        hours = sum(filled.values()) * plan.get("hours_per_fte_month", 130) * 12
        return usd / hours * self._hours_for(driver) * 12

    def _drivers(self, plan: dict[str, Any]) -> dict[str, float]:
        """What the plan has typed, but for what a list counts."""
        counts = dict(plan["drivers"])
        if self.partners:
            counts["partners"] = self._counted("partners")
        if any(one["kind"] != "committee" for one in self.groups):
            counts["working_groups"] = self._counted("working_groups")
        if self.groups and all(one.get("meetings_a_year") for one in self.groups):
            counts["meetings"] = self._counted("meetings")
        if any(one.get("whose") != "own" for one in self._rows("measures.csv")):
            counts["indicators"] = self._counted("indicators")
        if (hours := self._coordination()) is not None:
            counts["coordination"] = hours
        if any(one.get("results") == "own" for one in self._sources()):
            counts["own_reports"] = self._counted("own_reports")
        if self._places:
            counts["sites"] = self._counted("sites")
        return counts

    @property
    def _places(self) -> list[str]:
        return (_raw(self.folder / "workshop.yaml").get("initiative") or {}).get("places") or []

    def _phases(self, own: str) -> list[str]:
        """Of each of the first year's months."""
        file = self.folder / "outlook.yaml"
        ahead = _raw(file) if file.is_file() else {}
        if not (listed := ahead.get("phases")):
            return [own] * 12
        year, first = (int(part) for part in ahead["start"].split("-"))
        found = []
        for month in range(first, first + 12):
            name = f"{year + (month - 1) // 12}-{(month - 1) % 12 + 1:02}"
            begun = [one["phase"] for one in listed if one["from"] <= name]
            found.append(begun[-1] if begun else listed[0]["phase"])
        return found

    def _covered(self, address: str) -> float:
        if address == "plan":
            need, coverage = {one: self._need(one) for one in FUNCTIONS}, self._planned["coverage"]
        else:
            year = self.find(address)
            need, coverage = year["need_hours"], year["coverage"]
        return sum(need[one] * (coverage[one] or 0) for one in need) / sum(need.values())

    def _terms(self, column: str, otherwise: float) -> float:
        return (
            self.candidates[self.host].get(f"offer_{column}", otherwise) if self.host else otherwise
        )

    def _staff(self, address: str) -> float:
        role = self.find(address)
        benefits = self._terms("benefits_rate", self._own_benefits(role))
        return (
            self._planned["fte"][role["id"]]
            * role["salary_usd"]
            * self._terms("pay_scale", 1)
            * (1 + benefits)
            * (13 - role.get("start_month", 1))
            / 12
        )

    @property
    def _structure(self) -> dict[str, Any]:
        file = self.folder / "structure.yaml"
        return _raw(file) if file.is_file() else {}

    def _own_benefits(self, role: dict[str, Any]) -> float:
        """Before any offer: what the choice of a structure sets, else what is typed."""
        typed = role.get("benefits_rate", 0)
        if role.get("kind") == "contractor":
            return typed
        return self._structure.get("sets", {}).get("benefits_rate", typed)

    def _loan(self, address: str) -> float:
        """Days of five, of a full-time year's salary and benefits."""
        post = _steps(address.partition(": ")[2])[-1]
        role = next(one for one in _raw(self.folder / "plan.yaml")["roles"] if one["id"] == post)
        days = self.find(address)["days_a_week"]
        return days / 5 * role["salary_usd"] * (1 + self._own_benefits(role))

    def _coordination(self) -> float | None:
        """Hours for each organization beyond the first; None where nothing is counted."""
        told = self._structure
        hosts = told.get("hosts") or {}
        homes = {hosts.get(function) or self._decided_host for function in FUNCTIONS}
        each = told.get("sets", {}).get("coordination_hours")
        return None if each is None or len(homes) < 2 else each * (len(homes) - 1)

    def _office(self, file: str) -> float:
        office = _raw(self.folder / file).get("office", 0)
        terms = office if isinstance(office, dict) else {"base_usd": office}
        posts = self._planned["fte"].values()
        return (
            terms.get("base_usd", 0)
            + terms.get("per_fte_usd", 0) * sum(posts)
            + terms.get("per_person_usd", 0) * sum(math.ceil(fte) for fte in posts)
        )

    @cached_property
    def _spent(self) -> list[dict[str, Any]]:
        """Every piece of cost, as the command tells it."""
        host = ["--host", self.host] if self.host else []
        return _answer("plan", "--bundle", str(self.folder), *host, "--dollars")["spent"]

    def _direct(self, use: str) -> float:
        return sum(one["usd"] for one in self._spent if use in (one["use"], "all"))

    def _charged(self, use: str) -> float:
        return sum(one["indirect_usd"] for one in self._spent if one["use"] == use)

    def _host_fee(self, _: str) -> float:
        plan = _raw(self.folder / "plan.yaml")
        return self._fee(plan, plan["funding"]["budget_usd"])

    def _host_share(self, _: str) -> float:
        return sum(one["indirect_usd"] for one in self._spent) + self._host_fee("plan")

    def _management(self, _: str) -> float:
        named = self._direct("leading") + self._direct("office") + self._host_share("plan")
        return named / self._planned["cost_usd"]

    def _paid(self, who: str, part: str) -> float:
        """What one who pays pays: a grant what the pieces of cost say, free money a share of what
        grants leave.
        """
        plan, raising = _raw(self.folder / "plan.yaml"), who == "to_raise"
        source = {} if raising else self.find(who)
        if any(source.get(key) for key in ("functions", "roles", "lines", "office")):
            id, usd = source["id"], self._of_first_year(source)
            told = {
                "direct": sum(one["grants"].get(id, 0) for one in self._spent),
                "host": sum(one["grants_indirect"].get(id, 0) for one in self._spent)
                + self._fee(plan, usd),
                "reserve": 0,
                "all": usd,
            }
            told["unspent"] = usd - told["direct"] - told["host"]
            return told[part]
        given = sum(one["usd"] for one in plan["funding"].get("grants", [])) + self._restricted()
        pot = plan["funding"]["budget_usd"] - given
        direct = sum(one["usd"] - sum(one["grants"].values()) for one in self._spent)
        host = sum(
            one["indirect_usd"] - sum(one["grants_indirect"].values()) for one in self._spent
        )
        reserve = self._reserve("plan")
        left = pot - self._fee(plan, pot) - direct - host - reserve
        promised = sum(self._of_first_year(one) for one in self._free_sources())
        named = min(promised, pot)
        unraised = min(left, pot - named - self._fee(plan, pot - named))
        usd = pot - named if raising else self._of_first_year(source) * named / promised
        unspent = unraised if raising else (left - unraised) * usd / named
        used = pot - left - self._fee(plan, pot)
        share = (usd - unspent - self._fee(plan, usd)) / used if used else 0.0
        return {
            "direct": share * direct,
            "host": share * host + self._fee(plan, usd),
            "reserve": share * reserve,
            "unspent": unspent,
            "all": usd,
        }[part]

    def _sources(self) -> list[dict[str, Any]]:
        sheet, years = (self.folder / name for name in ("funding.yaml", "outlook.yaml"))
        if sheet.is_file():
            return _raw(sheet).get("sources", [])
        return _raw(years).get("funding", []) if years.is_file() else []

    def _free_sources(self) -> list[dict[str, Any]]:
        kinds = ("functions", "roles", "lines", "office")
        return [one for one in self._sources() if not any(one.get(key) for key in kinds)]

    def _of_first_year(self, source: dict[str, Any]) -> float:
        """Its dollars of the first twelve months; a grant of an older plan as it stands."""
        if "from" not in source:
            return source["usd"]
        begin, first, last = (
            int(str(month)[:4]) * 12 + int(str(month)[5:7])
            for month in (
                _raw(self.folder / "outlook.yaml")["start"],
                source["from"],
                source["to"],
            )
        )
        return source["usd"] / 12 * max(0, min(last, begin + 11) - max(first, begin) + 1)

    def _gifts(self, _: str) -> float:
        """What is left once everything else is taken from the cost."""
        roles = _raw(self.folder / "plan.yaml")["roles"]
        staff = sum(self._staff(f"plan.yaml: roles[{place}]") for place in range(len(roles)))
        return (
            self._planned["cost_usd"]
            - self._host_share("plan")
            - staff
            - sum(self._planned["lines"].values())
            - self._office("plan.yaml")
            - self._hiring("plan")
        )

    def _hiring(self, _: str) -> float:
        """A share of each salary, for everybody is new in the plans drawn here."""
        years = self.folder / "outlook.yaml"
        costs = _raw(years).get("hiring", {}) if years.is_file() else {}
        roles = _raw(self.folder / "plan.yaml")["roles"]
        pay = sum(self._planned["fte"][one["id"]] * one["salary_usd"] for one in roles)
        return costs.get("cost_share", 0) * pay * self._terms("pay_scale", 1)

    def _grants_left(self, _: str) -> float:
        plan = _raw(self.folder / "plan.yaml")
        given = sum(one["usd"] for one in plan["funding"].get("grants", [])) + self._restricted()
        return given - self._fee(plan, given) - sum(self._planned["grants_used"].values())

    def _promised(self, _: str) -> float:
        """What all sources bring in the first twelve months, and the grants an older plan lists."""
        plan = _raw(self.folder / "plan.yaml")
        listed = {one["id"] for one in self._sources()}
        grants = plan["funding"].get("grants", [])
        return self._first_year(self._sources()) + sum(
            one["usd"] for one in grants if one["id"] not in listed
        )

    def _tied(self, _: str) -> float:
        """What of the promised money may pay for some things only."""
        listed = {one["id"] for one in self._sources()}
        grants = _raw(self.folder / "plan.yaml")["funding"].get("grants", [])
        return self._restricted() + sum(one["usd"] for one in grants if one["id"] not in listed)

    def _restricted(self) -> float:
        """What the sources that pay for some things only bring in the first twelve months."""
        keys = ("functions", "roles", "lines", "office")
        return self._first_year(
            [one for one in self._sources() if any(one.get(key) for key in keys)]
        )

    def _sources(self) -> list[dict[str, Any]]:
        sheet, years = (self.folder / name for name in ("funding.yaml", "outlook.yaml"))
        ahead = _raw(years) if years.is_file() else {}
        return _raw(sheet).get("sources", []) if sheet.is_file() else ahead.get("funding", [])

    def _first_year(self, sources: list[dict[str, Any]]) -> float:
        years = self.folder / "outlook.yaml"
        begins = [str(one["from"]) for one in self._sources()]
        start = _raw(years)["start"] if years.is_file() else min(begins, default="")
        found = 0.0
        for one in sources:
            begin, first, last = (
                int(str(month)[:4]) * 12 + int(str(month)[5:7])
                for month in (start, one["from"], one["to"])
            )
            months = min(last, begin + 11) - max(first, begin) + 1
            found += one["usd"] * max(0, months) / 12
        return found

    def _months_of(self, address: str, months: str) -> float:
        return float(self.find(address)) * int(months) / 12

    def _left_over(self, _: str) -> float:
        plan = _raw(self.folder / "plan.yaml")
        spent = self._planned["cost_usd"] + self._reserve("plan") + self._grants_left("plan")
        return plan["funding"]["budget_usd"] - spent

    def _reserve(self, _: str) -> float:
        plan = _raw(self.folder / "plan.yaml")
        fee = self._fee(plan, plan["funding"]["budget_usd"])
        return plan.get("reserve_rate", 0) * (self._planned["cost_usd"] - fee)

    def _fee(self, plan: dict[str, Any], usd: float) -> float:
        own = (
            plan.get("overhead")
            if isinstance(plan.get("overhead"), dict)
            else {"kind": "none", "rate": 0}
        )
        if (fee := self._structure.get("sets", {}).get("fee_rate")) is not None:
            own = {"kind": "fee", "rate": fee}
        kind = (
            self._terms("overhead", own["kind"])
            if "offer_overhead" in self.candidates_row
            else own["kind"]
        )
        rate = (
            self._terms("rate", 0)
            if "offer_overhead" in self.candidates_row
            else own.get("rate", 0)
        )
        return rate * usd if kind == "fee" else 0

    @property
    def candidates_row(self) -> dict[str, Any]:
        return self.candidates[self.host] if self.host else {}

    def _reserve_months(self, address: str) -> float:
        year = self.find(address)
        return max(0, year["balance_usd"]) / (year["cost_usd"] / 12)

    def _year_of(self, address: str) -> str:
        """The first month of the outlook's year in which a month lies."""
        start, month = _raw(self.folder / "outlook.yaml")["start"], self.find(address)
        passed = (int(month[:4]) - int(start[:4])) * 12 + int(month[5:]) - int(start[5:])
        return f"{int(start[:4]) + passed // 12}-{start[5:]}"

    def _last_month(self, file: str) -> str:
        ahead = _raw(self.folder / file)
        months = (
            int(ahead["start"][:4]) * 12
            + int(ahead["start"][5:])
            - 1
            + 12 * ahead.get("years", 5)
            - 1
        )
        return f"{months // 12}-{months % 12 + 1:02d}"

    def _assumed(self, _: str) -> int:
        return self.assumed

    def lasts_with(self, usd: float, scratch: Path) -> bool:
        """Whether the money lasts if this much free money comes each year, from the year in which
        it would run out.
        """
        for path in self.folder.rglob("*"):
            if path.is_file():
                (scratch / path.name).write_bytes(path.read_bytes())
        sheet = self.folder / "funding.yaml"
        file, key = (
            (sheet, "sources") if sheet.is_file() else (self.folder / "outlook.yaml", "funding")
        )
        ahead = _raw(file)
        more = {
            "id": "zz more",
            "usd": usd,
            "from": self._year_of("outlook: runs_out"),
            "to": self._last_month("outlook.yaml"),
        }
        ahead[key] = [
            *ahead.get(key, []),
            {**more, "pays": "yearly_ahead", "functions": []},
        ]
        (scratch / file.name).write_text(
            yaml.safe_dump(ahead, allow_unicode=True), encoding="utf-8"
        )
        return Addresses(scratch)._years["runs_out"] is None


def _groups_told(cell: str) -> list[float]:
    return [float(one.rpartition("=")[2]) for one in cell.split(";") if one.strip()]


def _years_told(cell: str) -> dict[int, float]:
    pairs = (one.split("=") for one in cell.split(";") if one.strip())
    return {int(year): float(value) for year, value in pairs}


def _number(cell: str) -> float | str:
    return float(cell) if re.fullmatch(r"[\d.]+", cell) else cell


def _raw(path: Path) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - the safe one


def _answer(*asked: str) -> Any:
    done = CliRunner().invoke(main, [*asked, "--json"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def _steps(path: str) -> list[str | int]:
    found: list[str | int] = []
    while path:
        step = _STEP.match(path)
        assert step, f"{path} cannot be read"
        found.append(
            int(step[1])
            if step[1]
            else json.loads(f'"{step[2]}"')
            if step[2] is not None
            else step[3]
        )
        path = path[step.end() :]
    return found


def _parts(inside: str) -> list[str]:
    """What stands between commas, those in quotes and in inner brackets left alone."""
    parts, depth, quoted, begun = [], 0, False, 0
    for place, letter in enumerate(inside):
        if letter == '"' and inside[place - 1] != "\\":
            quoted = not quoted
        elif not quoted:
            depth += {"(": 1, ")": -1}.get(letter, 0)
            if letter == "," and not depth:
                parts.append(inside[begun:place].strip())
                begun = place + 1
    return [*parts, inside[begun:].strip()]
