"""YAML is read exactly as it is written, and what cannot be meant is told with its line."""

from decimal import Decimal

import pytest

from cidesign.domain.problem import BadInput
from cidesign.record.letters import LARGEST_FILE
from cidesign.record.yaml_in import exact_mapping, exact_yaml


def lines(content, read=exact_yaml):
    with pytest.raises(BadInput) as refused:
        read(content if isinstance(content, bytes) else content.encode(), "plan.yaml")
    return [problem.line() for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("010", 10),
        ("-7", -7),
        ("+7", 7),
        ("0x1F", 31),
        ("0o17", 15),
        ("-0x1F", "-0x1F"),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("2024-05-01", "2024-05-01"),
        ("2024-05-01T10:00:00Z", "2024-05-01T10:00:00Z"),
        ("1e3", 1000),
        ("1.5E-3", Decimal("0.0015")),
        (".5", Decimal("0.5")),
        ("5.", 5),
        ("1,5", "1,5"),
        ("1.2.3", "1.2.3"),
        ("~", None),
        ("null", None),
        ("", None),
        ("'5'", "5"),
        ('"true"', "true"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_a_word_means_what_yaml_12_says(word, meant):
    value = exact_yaml(f"key: {word}\n".encode(), "plan.yaml")["key"]

    assert value == meant
    assert isinstance(value, type(meant)) or (type(meant) is int and isinstance(value, Decimal))
    assert isinstance(value, bool) is isinstance(meant, bool)


def test_numbers_never_pass_through_a_float():
    written = "0.1000000000000000055511151231257827"

    value = exact_yaml(f"key: {written}".encode(), "plan.yaml")["key"]

    assert str(value) == written


def test_an_id_written_as_a_number_keeps_its_digits():
    value = exact_yaml(b"[1e3, 1.50, 7]", "plan.yaml")

    assert [str(one) for one in value] == ["1000", "1.50", "7"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "a: 1\nb:\n- x\n- .nan\n",
            (
                'plan.yaml: line 4 (b[1]): ".nan" is not a finite number; write a number such as '
                "12 "
                "or "
                "0.25, or put a text in quotes"
            ),
        ),
        (
            "a: -.inf",
            (
                'plan.yaml: line 1 (a): "-.inf" is not a finite number; write a number such as 12 '
                "or "
                "0.25, or put a text in quotes"
            ),
        ),
        (
            "a: 1\nb: 2\na: 3\n",
            "plan.yaml: line 3 (a): the key stands twice, first on line 1; keep one of the two",
        ),
        (
            "a: {1: x, 1.0: y}",
            "plan.yaml: line 1 (a.1.0): the key stands twice, first on line 1; keep one of the two",
        ),
        (
            'a: {1: x, "1": y}',
            "plan.yaml: line 1 (a.1): the key stands twice, first on line 1; keep one of the two",
        ),
        (
            "o\u0308: 1\nö: 2",
            "plan.yaml: line 2 (ö): the key stands twice, first on line 1; keep one of the two",
        ),
        (
            "a: !!str 5",
            (
                'plan.yaml: line 1 (a): "tag:yaml.org,2002:str" is a tag; delete the tag; quotes '
                "make "
                "a text"
            ),
        ),
        (
            "? [a]\n: 1",
            "plan.yaml: line 1: ['a'] cannot be a key; write a word, in quotes where needed",
        ),
        (
            "~: 1",
            "plan.yaml: line 1: nothing cannot be a key; write a word, in quotes where needed",
        ),
        (
            "a: 1\n---\nb: 2",
            (
                "plan.yaml: line 2: a second document begins; keep one document in a file: delete "
                "the "
                "line ---"
            ),
        ),
        (
            'a: "\\ud800"',
            (
                "plan.yaml: line 1 (a): holds half a letter (an escape from \\ud800 to \\udfff); "
                "write "
                "the letter itself"
            ),
        ),
        (
            "a: 9e99999",
            (
                'plan.yaml: line 1 (a): "9e99999" is out of range; write a number such as 12 or '
                "0.25, "
                "or put a text in quotes"
            ),
        ),
        (
            "a:\n\t- 1",
            (
                "plan.yaml: line 2: a tab, or a character that cannot begin a value; indent with "
                "spaces, and put such texts in quotes"
            ),
        ),
        (
            "a: b: c",
            (
                "plan.yaml: line 1: there is a colon where none belongs; put texts with a colon in "
                "quotes, and indent keys alike"
            ),
        ),
        (
            "a: [1, 2",
            (
                "plan.yaml: line 1: a bracket is not closed, or a comma is missing; separate "
                "entries "
                "with commas and close the bracket"
            ),
        ),
        ("a: 'x", "plan.yaml: line 1: a quote or bracket is not closed; close it"),
        (
            "a: 1\nb\n",
            (
                "plan.yaml: line 3: the line is neither a key nor part of the text above; write "
                "key: "
                "value"
            ),
        ),
        ("a: \x07", "plan.yaml: line 1: there is a control character; delete it"),
        (
            'a: "\\UFFFFFFFF"',
            (
                "plan.yaml: a number or an escape such as \\U is too large; write the letter "
                "itself, "
                "or a smaller number"
            ),
        ),
        ("# only words\n", "plan.yaml: holds nothing but comments; fill it in, or delete the file"),
        ("", "plan.yaml: is empty; fill it in, or delete the file"),
        (" \n\ufeff"[::-1], "plan.yaml: is empty; fill it in, or delete the file"),
    ],
)
def test_what_cannot_be_meant_is_told_in_one_line(text, line):
    assert lines(text) == [line]


def test_pointing_from_one_place_to_another_is_refused_at_both_ends():
    assert lines("a: &x 5\nb: *x\n") == [
        "plan.yaml: line 1 (a): &x names a place to point to; delete it and write each value out",
        "plan.yaml: line 2 (b): *x points to another place; write the value itself",
    ]


def test_all_problems_of_a_document_are_told_at_once_also_those_before_it_breaks_off():
    assert [line.split(": ")[1] for line in lines("a: .nan\nb: !x 1\na: 2\nc: [")] == [
        "line 1 (a)",
        "line 2 (b)",
        "line 3 (a)",
        "line 4",
    ]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("name: Zoë".encode("utf-16"), "plan.yaml: is UTF-16 text; save it as UTF-8 text"),
        (
            "name: Zoë".encode("utf-16-le"),
            "plan.yaml: holds zero bytes, so it is no UTF-8 text; save it as UTF-8 text",
        ),
        (
            "a: 1\nname: Zoë".encode("latin-1"),
            "plan.yaml: line 2: byte 0xeb is no UTF-8 text; save it as UTF-8 text (not Latin-1)",
        ),
        (b"a: \x00", "plan.yaml: holds zero bytes, so it is no UTF-8 text; save it as UTF-8 text"),
    ],
)
def test_another_encoding_is_told_in_one_line(content, line):
    assert lines(content) == [line]


def test_a_byte_order_mark_is_dropped():
    assert exact_yaml(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "plan.yaml") == {"a": 1, "b": 2}


def test_a_file_that_is_too_large_is_refused():
    assert lines(b"#" * (LARGEST_FILE + 1)) == [
        "plan.yaml: holds 5,242,881 bytes; keep files at 5,242,880 bytes or fewer"
    ]


def test_fifty_levels_are_read_and_fifty_one_are_not():
    assert exact_yaml(b"[" * 50 + b"]" * 50, "plan.yaml") is not None
    assert lines("[" * 51 + "]" * 51) == [
        "plan.yaml: line 1 ([0][0][0]): is nested more than 50 deep; split it, or write it flatter"
    ]
    assert len(lines("[" * 100_000)) == 1


@pytest.mark.slow
def test_a_file_of_endless_entries_is_refused_early():
    assert lines("- 1\n" * 100_000) == [
        (
            "plan.yaml: line 100000 ([99999]): holds more than 100,000 entries; split it, or write "
            "it "
            "flatter"
        )
    ]


@pytest.mark.parametrize(
    ("text", "holds"), [("- a", "a list"), ("a", 'only "a"'), ("~", "nothing"), ("--- ", "nothing")]
)
def test_a_document_without_keys_is_refused(text, holds):
    assert lines(text, exact_mapping) == [
        f"plan.yaml: holds {holds}, not keys with values; write lines such as name: value"
    ]


def test_what_is_read_belongs_to_the_reader_alone():
    first = exact_yaml(b"a: [1]", "plan.yaml")
    first["a"].append(2)

    assert exact_yaml(b"a: [1]", "plan.yaml") == {"a": [1]}
