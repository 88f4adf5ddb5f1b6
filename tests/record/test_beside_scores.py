"""What stands beside the scores: strengths and concerns in words, and who declared that nothing
ties her to a candidate.
"""

import pytest

from cidesign.domain.panel import Declaration, Remark
from cidesign.domain.problem import BadInput
from cidesign.record import read_files

START = {"workshop.yaml": b"name: Mill Creek\n"}


def test_strengths_and_concerns_are_read_with_their_round_and_number():
    rows = b"rater,candidate,strength,concern,round,seq\nana,oak,Trusted,Small staff,,1\nana,oak,Trusted,,2,2\n"

    found = read_files({**START, "reasons.csv": rows}).remarks

    assert found == (
        Remark(
            rater="ana", candidate="oak", strength="Trusted", concern="Small staff", round=1, seq=1
        ),
        Remark(rater="ana", candidate="oak", strength="Trusted", round=2, seq=2),
    )


def test_a_declaration_that_stands_twice_counts_once():
    found = read_files(
        {**START, "declarations.csv": b"rater,candidate\nana,oak\nana,oak\n"}
    ).declarations

    assert found == (Declaration(rater="ana", candidate="oak"),)


def test_why_somebody_is_not_eligible_is_read():
    rows = b"id,name,eligible,eligible_reason\noak,Oak,no,Applied late\n"

    (oak,) = read_files({**START, "candidates.csv": rows}).candidates

    assert (oak.eligible, oak.eligible_reason) == (False, "Applied late")


@pytest.mark.parametrize("file", ["reasons.csv", "declarations.csv"])
def test_a_table_without_its_columns_is_refused_with_a_remedy(file):
    with pytest.raises(BadInput, match="there is no column candidate; add it"):
        read_files({**START, file: b"rater,strength,concern\nana,a,b\n"})
