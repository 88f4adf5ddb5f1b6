"""Budgets that others published, from tests/golden/published: as they stand there, and as a bundle."""

from pathlib import Path
from typing import Any

import yaml

from cidesign.domain.workshop import Bundle
from cidesign.record import changed, read_files

NAMES = {
    "travel": "Travel",
    "equipment": "Equipment",
    "supplies": "Supplies",
    "contractual": "Contractual",
    "participants": "Participant support",
    "other": "Other",
}
"""What the lines are called that purchases may stand in."""
CASES = sorted((Path(__file__).parents[1] / "golden" / "published").glob("*.yaml"))


def published(path: Path) -> dict[str, Any]:
    """A budget as its file tells it."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def bundle_of(budget: dict[str, Any]) -> Bundle:
    """The same as a workshop's files, with its total as the exact budget; hours are made up, as no
    budget prints them.
    """
    plan = {
        "price_year": 2025,
        "need": {"vision": 100, "measurement": 100},
        "floor": 0,
        "roles": [_post(one) for one in budget["posts"]],
        "lines": [_line(one) for one in budget["purchases"]],
        "office": {"base_usd": budget["office_usd"]},
        "overhead": {"kind": "indirect", "rate": budget["indirect_percent"] / 100},
        "hiring": {"cost_share": 0, "ramp_up_loss": 0},
        "funding": {"budget_usd": budget["printed"]["total"]},
    }
    return changed(read_files({"workshop.yaml": b"name: Ours\n"}), "plan.yaml", {(): plan})


def form_of(budget: dict[str, Any]) -> list[tuple[str, str]]:
    """The lines of its form with their dollars, as printed, in order."""
    printed = budget["printed"]
    lines = {
        "Personnel": sum(printed["posts"].values()),
        "Fringe benefits": printed["benefits"],
        **{NAMES[heading]: usd for heading, usd in printed["headings"].items()},
        "Total direct cost": printed["direct"],
        "Indirect cost": printed["indirect"],
        "Total": printed["total"],
    }
    return [(line, f"${usd:,}") for line, usd in lines.items()]


def made_of(budget: dict[str, Any]) -> list[str]:
    """What must stand beside these lines: each post with its pay, and the base of indirect cost."""
    printed = budget["printed"]
    posts = [f"{name} ({size})" for name, size in printed["sizes"].items()]
    pay = [f"${usd:,}" for usd in printed["posts"].values()]
    base = [f"{budget['indirect_percent']}% of ${printed['base']:,}"] if "base" in printed else []
    return [*(f"{post} {usd}" for post, usd in zip(posts, pay, strict=True)), *base]


def _post(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": told["name"],
        "salary_usd": told["salary_usd"],
        "benefits_rate": told["benefits_percent"] / 100,
        "min_fte": told["fte"],
        "max_fte": told["fte"],
        "must_have": True,
        "start_month": told.get("first_month", 1),
        "does": {told["does"]: 1},
    }


def _line(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": told["name"],
        "functions": {"community": 1},
        "fixed_usd": told["usd"],
        "fixed_hours_per_month": 2,
        "min_usd": told["usd"],
        "indirect": told.get("indirect", True),
        "heading": told["heading"],
    }
