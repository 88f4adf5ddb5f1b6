"""The lists behind the page Sources are whole: methods, choices, glossary and limits, each the same
text as where it also stands.
"""

import re
from pathlib import Path

from cidesign.catalog import choices, load
from cidesign.selection.elicit import METHODS as ELICITED

CATALOG = load()
ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RESULTS = (
    *(
        "readiness",
        "structure_fit",
        "nearest_cases",
        "mode_advice",
        "points",
        "seal",
        "need",
        "plan",
    ),
    *(
        "group_weights",
        "equal_seats",
        "alpha",
        "icc",
        "concordance",
        "agenda",
        "leniency",
        "acceptability",
        "raters_drawn",
    ),
    *("exact_card", "left_out", "cross_checks", "winning_rules", "rises", "movement", "by_seat"),
    *("binding_rules", "next_dollars", "dollars", "conflict"),
    *("years_ahead", "hiring_plan", "runs_out", "reserve"),
)


def below(heading: str) -> list[str]:
    return README.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0].splitlines()


def test_every_result_and_every_way_to_weigh_has_its_method():
    named = [method.id for method in CATALOG.methods]

    assert len(named) == len(set(named))
    assert set(named) == {*RESULTS, *(f"weights_{method.name}" for method in ELICITED)}


def test_a_method_says_in_at_most_two_sentences_how_it_works():
    for method in CATALOG.methods:
        sentences = re.findall(r"[^.?!]+[.?!](?:\s|$)", method.how)

        assert 1 <= len(sentences) <= 2, method.id
        assert method.answers.endswith("?"), method.id
        assert method.rests_on, method.id


def test_the_choices_on_the_page_are_those_of_the_file_to_the_last_word():
    written = (ROOT / "docs" / "choices.md").read_text(encoding="utf-8").split("\n## ", 1)[1]
    squeezed = " ".join(f"## {written}".split())

    told = " ".join(
        " ".join([f"## {chapter.heading}", *(f"- {point}" for point in chapter.points)])
        for chapter in choices()
    )

    assert told == squeezed


def test_the_readmes_glossary_is_the_one_on_the_page():
    rows = [line.strip("| ").split(" | ") for line in below("Glossary") if line.startswith("|")][2:]

    assert [(word.code, word.screen) for word in CATALOG.glossary] == [
        (code.replace("`", "").strip(), screen.strip()) for code, screen in rows
    ]


def test_the_readmes_list_of_what_is_not_modelled_is_the_one_on_the_page():
    told = [line for line in below("What is not modelled") if line.startswith("- ")]

    assert told == [f"- **{limit.label}** {limit.says}" for limit in CATALOG.limits]
