"""People's text is shown letter by letter: no emphasis, link, picture, colour, icon, formula or tag of theirs is obeyed."""

import re

import pytest

from cidesign.ui.words import WORD_JOINER, plain, table

TEXTS = [
    "**bold** _it_ ~~no~~ `code`",
    "# not a heading",
    "[click](https://example.org) ![x](https://example.org/x.png)",
    "<b>bold</b> <script>alert(1)</script>",
    "$x^2$ and $5",
    ":red[red] :material/home: :smile:",
    "www.example.org https://example.org ann@example.org",
    "1. one",
    "a | b",
    "back\\slash & amp",
]


def read_back(text):
    """What is seen: backslashes before a sign are markup, the joiner has no width."""
    return re.sub(r"\\(.)", r"\1", text).replace(WORD_JOINER, "")


@pytest.mark.parametrize("text", TEXTS)
def test_every_letter_is_still_there(text):
    assert read_back(plain(text)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_no_sign_of_markup_stands_alone(text):
    alone = re.findall(r"(?<!\\)(?:\\\\)*([`*_{}\[\]()#+<>|~$])", plain(text))

    assert alone == []


@pytest.mark.parametrize("text", [":red", "http://example", "ann@example", "www.example"])
def test_what_is_looked_for_after_the_markup_is_broken_up(text):
    assert text not in re.sub(r"\\(.)", r"\1", plain(text))


def test_line_breaks_become_spaces():
    assert plain("one\n\n# two") == r"one \# two"


def test_figures_in_a_table_stand_at_the_right_and_words_at_the_left():
    rows = [{"Who": "A", "Points": "12.0"}, {"Who": "B|C", "Points": "none"}, {"Who": "D", "Points": "3.5"}]

    lines = table(rows).splitlines()

    assert lines == ["| Who | Points |", "|---|---:|", r"| A | 12\.0 |", r"| B\|C | none |", r"| D | 3\.5 |"]
