"""What a page says and a memo says too is written once: nobody mends one and forgets the other."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import pytest

from cidesign.text.sentence import Figure, at, in_a_row, of, own, told, words
from tools.texts import of_code

ROOT = Path(__file__).parents[2]
LEAST = 4
"""Words of a sentence with a slot; a shorter one is the name of something."""
# A sentence that stands twice, and why.
TWICE: dict[str, str] = {}


def of_rooms(*rooms: str) -> dict[str, str]:
    """The code of every module of some rooms, by its place."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for room in rooms
        for path in (ROOT / "cidesign" / room).rglob("*.py")
    }


def standing_twice(modules: Mapping[str, str]) -> dict[str, set[str]]:
    """Sentences that several modules write, and which."""
    places = defaultdict(set)
    for place, code in modules.items():
        for one in of_code(code, place):
            if one.one.endswith(".") or (_slots(one.one) and len(one.one.split()) >= LEAST):
                places[one.one].add(place)
    return {sentence: found for sentence, found in places.items() if len(found) > 1}


def _slots(sentence: str) -> list[str]:
    try:
        return [name for _, name, _, _ in Formatter().parse(sentence) if name]
    except ValueError:
        return []  # braces of a file, shown as they stand


def test_no_sentence_of_a_page_or_a_memo_is_written_twice():
    twice = standing_twice(of_rooms("views", "memo"))

    assert set(twice) == set(TWICE)
    assert all(TWICE.values())


@pytest.mark.parametrize("template", ["{who} leads.", "Nobody leads.", "{who} leads by {n} points"])
def test_a_sentence_written_again_is_found(template):
    code = f"from cidesign.text import say\nsay({template!r})\n"

    assert standing_twice({"a.py": code, "b.py": code}) == {template: {"a.py", "b.py"}}


def test_a_sentence_keeps_its_figures_and_prints_as_plain_text():
    budget = Figure(
        "$550,000", 550000, "USD/year", words("Budget"), at("plan.yaml", "funding", "budget_usd")
    )
    posts = Figure("3", 3, "FTE", words("Posts"), of("sum", "plan: fte"))

    said = told(
        "{host} pays {budget} for {posts} posts, {again}.",
        host=own("Oak {House}"),
        budget=budget,
        posts=posts,
        again=in_a_row([own("a"), own("b"), own("c")]),
    )

    assert said.plain == "Oak {House} pays $550,000 for 3 posts, a, b and c."
    assert said.figures == (budget, posts)
    assert [figure.of for figure in said.figures] == [
        "plan.yaml: funding.budget_usd",
        "sum(plan: fte)",
    ]


def test_a_sentence_becomes_a_heading_without_its_full_stop_and_keeps_its_figures():
    points = Figure("2.0", 2, "points", words("Points"), at("rank", "oak", "points"))

    said = told("{who} leads by {points} points.", who=own("Oak Inc."), points=points)

    assert said.heading.plain == "Oak Inc. leads by 2.0 points"
    assert said.heading.figures == (points,)
    assert told("{who}", who=own("Oak Inc.")).heading.plain == "Oak Inc."
