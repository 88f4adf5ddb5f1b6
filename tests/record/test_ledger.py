"""The ledger is a chain: every edit, deletion, swap and insertion is found, and its hashes can be
made by anybody with a few lines of their own.
"""

import hashlib
import json
from decimal import Decimal

import pytest

from cidesign.domain.problem import BadInput
from cidesign.record.ledger import (
    START,
    as_json,
    commitment,
    from_json,
    ledger_text,
    line,
    read_ledger,
)


def chain(number: int = 4):
    lines, prev = [], START
    for seq in range(1, number + 1):
        made = line(
            seq=seq,
            at=f"2027-01-0{seq}T10:00:00+00:00",
            actor="operator",
            act="give_score",
            object="scores.csv",
            value={"rater": "K", "score": Decimal("3.50"), "n": seq, "café": None},
            commit="ab" * 32 if seq % 2 else "",
            prev=prev,
        )
        lines.append(made)
        prev = made.hash
    return lines


def by_hand(text: str) -> str:
    """The hash of a line as CONTRACT 6 says it, without any of our code."""

    def plain(value):
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items()}
        return value if value is None or isinstance(value, str) else format(value, "f")

    told = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    told.pop("hash")
    written = json.dumps(
        {
            key: plain(one.normalize() if isinstance(one, Decimal) else one)
            if key != "value"
            else {
                name: it if it is None or isinstance(it, str) else format(it.normalize(), "f")
                for name, it in one.items()
            }
            for key, one in told.items()
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256((told["prev"] + written).encode("utf-8")).hexdigest()


def test_what_was_written_is_read_again():
    lines = chain()

    assert list(read_ledger(ledger_text(lines))) == lines


def test_its_hashes_are_those_anybody_computes():
    for text in ledger_text(chain()).decode().splitlines():
        assert json.loads(text)["hash"] == by_hand(text)


def test_the_first_line_follows_sixty_four_zeros():
    assert chain()[0].prev == "0" * 64


TAMPERED = {
    "an edit": lambda rows: [rows[0], rows[1].replace("3.5", "4.5"), *rows[2:]],
    "a deletion": lambda rows: [rows[0], *rows[2:]],
    "a deletion of the first": lambda rows: rows[1:],
    "a swap": lambda rows: [rows[1], rows[0], *rows[2:]],
    "an insertion": lambda rows: [rows[0], rows[0], *rows[1:]],
    "another commitment": lambda rows: [rows[0].replace("abab", "abac"), *rows[1:]],
    "another hash": lambda rows: [*rows[:-1], rows[-1].replace('"hash":"', '"hash":"0')],
    "no line at all": lambda rows: [*rows, "hello"],
}


@pytest.mark.parametrize("how", list(TAMPERED))
def test_tampering_is_found(how):
    rows = ledger_text(chain()).decode().splitlines()
    changed = "\n".join(TAMPERED[how](rows)) + "\n"

    with pytest.raises(BadInput, match=r"ledger\.jsonl: line"):
        read_ledger(changed.encode())


def test_a_commitment_holds_its_text_and_needs_its_salt():
    held = {"reason": "They know us"}

    assert commitment("00", held) == (hashlib.sha256(b'00{"reason":"They know us"}').hexdigest())
    assert commitment("01", held) != commitment("00", held)


def test_numbers_stay_exact_and_composed_letters_count_as_one_only_in_a_hash():
    value = {"usd": Decimal("525000.10"), "e\u0301": "e\u0301"}

    assert from_json(as_json(value)) == {"usd": Decimal("525000.1"), "e\u0301": "e\u0301"}
    assert as_json(value, canonical=True) == '{"\u00e9":"\u00e9","usd":"525000.1"}'
