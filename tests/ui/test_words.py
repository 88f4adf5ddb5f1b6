"""People's text is shown letter by letter: no emphasis, link, picture, colour, icon, formula or tag
of theirs is obeyed.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.ui.kit.words import WORD_JOINER, as_label, plain, table

pytestmark = pytest.mark.quick

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
    rows = [
        {"Who": "A", "Points": "12.0"},
        {"Who": "B|C", "Points": "none"},
        {"Who": "D", "Points": "3.5"},
    ]

    lines = table(rows).splitlines()

    assert lines == [
        "| Who | Points |",
        "|---|---:|",
        r"| A | 12\.0 |",
        r"| B\|C | none |",
        r"| D | 3\.5 |",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. What is it called?",
        "Full-time posts (one year)",
        "Salary, $",
        "Fiscal agent: who?",
        "About ~5 < 6 & more",
    ],
)
def test_a_name_of_a_field_without_markup_stands_as_it_is(text):
    assert as_label(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**bold**", r"\*\*bold\*\*"),
        ("[a](b)", r"\[a\](b)"),
        ("$5 or $6", r"\$5 or \$6"),
        ("<b>x</b>", r"\<b>x\</b>"),
        ("---", r"\---"),
        ("snake_case _it_", r"snake_case \_it\_"),
    ],
)
def test_markup_in_a_name_of_a_field_is_taken_as_text(text, shown):
    assert as_label(text) == shown


MARKUP = st.text("ab1 \\`*_[]()#+-.!<>~$&;:=@w\n", max_size=30)


@given(MARKUP)
def test_a_name_of_a_field_reads_back_as_typed(text):
    seen = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", as_label(text)).replace(WORD_JOINER, "")

    assert seen == " ".join(text.split())


@given(MARKUP)
def test_no_sign_that_opens_markup_stands_alone_in_a_name_of_a_field(text):
    bare = re.sub(r"\\.", "", as_label(text))

    assert not re.search(
        r"[`*\[\]]|<[^\s<]|\$.*\$|~.*~|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:[^\s"
        + WORD_JOINER
        + "]",
        bare,
    )


def test_a_share_too_small_to_write_out_is_a_figure_too():
    lines = table(
        [{"Candidate": "Oak", "2nd": "82%"}, {"Candidate": "Elm", "2nd": "under 1%"}]
    ).splitlines()

    assert lines[1] == "|---|---:|"
