"""The page Candidates in words: who has said what about conflicts."""

import pytest

from cidesign.catalog import load
from cidesign.record import read_files
from cidesign.views.candidates.view import candidates_view
from cidesign.views.candidates.words import and_line, benefits_hint, kinds_hint
from tests.views.compare.panels import bundle

NONE = "members have not said yet whether there is a conflict."
MORE = "not said yet whether there is another conflict."


@pytest.mark.parametrize(
    ("asides", "declared", "says", "never"),
    [
        ([], [], [f"Four {NONE}"], MORE),
        (["dee elm"], [], [f"Three {NONE}", f"One who steps aside has {MORE}"], "Four"),
        (["dee elm", "ana oak"], [], [f"Two {NONE}", f"Two who step aside have {MORE}"], "Four"),
        (["dee elm"], ["dee oak", "dee ash"], [f"Three {NONE}"], MORE),
    ],
)
def test_whoever_steps_aside_has_said_something(asides, declared, says, never):
    def rows(pairs):
        return "rater,candidate\n" + "".join(f"{pair.replace(' ', ',')}\n" for pair in pairs)

    start = bundle(recusals=rows(asides), declarations=rows(declared))

    said = and_line(candidates_view(start, load()))

    assert [one for one in says if one not in said] == []
    assert never not in said


def test_kinds_of_host_are_suggested_as_the_structures_call_them():
    hint = kinds_hint(read_files({"workshop.yaml": b"name: Ours\n"}), load())

    assert hint == "Such as foundation, nonprofit, city agency, university, company"


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("university", "usual there: 35%, assumed"),
        ("City agency for youth", "usual there: 35%, assumed"),
        ("company", ""),
        ("nonprofit of employers", ""),
        ("", ""),
    ],
)
def test_a_public_host_that_names_no_benefits_is_told_what_is_usual(kind, says):
    assert benefits_hint(kind, load()) == says
