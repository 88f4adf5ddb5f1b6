"""The tables of a workshop: columns by name, rows counted as a spreadsheet counts them, every
problem at once.
"""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from cidesign.domain.money import InKind, Overhead
from cidesign.domain.panel import Candidate, Offer, Recusal, Score
from cidesign.domain.problem import BadInput
from cidesign.domain.rules import RuleSheet
from cidesign.record.applicants import candidates_in
from cidesign.record.panel import recusals_in, scores_in, weights_in

SCALE = {"worst": 200, "best": 0}
RULES = RuleSheet.model_validate(
    {
        "criteria": [
            {"id": "neutrality", "weight": 1, "scale": {"worst": 1, "best": 5}},
            {"id": "cost", "weight": 1, "scale": SCALE, "calculated": True},
        ]
    }
)
BAD = yaml.safe_load((Path(__file__).parent / "bad_tables.yaml").read_text(encoding="utf-8"))
HEAD = "rater,candidate,criterion,score,round,seq\n"


def told(read, text, *more):
    with pytest.raises(BadInput) as refused:
        read(
            text if isinstance(text, bytes) else text.encode(),
            f"{read.__name__.removesuffix('_in')}.csv",
            *more,
        )
    return [problem.line() for problem in refused.value.problems]


def scores(text):
    return scores_in(text.encode(), "scores.csv")


def test_columns_go_by_name_in_any_order_and_unknown_ones_are_ignored():
    assert scores("seq, score ,mood,criterion,candidate,rater\n1,4.50,glad,reach,oak,ann\n") == (
        Score(rater="ann", candidate="oak", criterion="reach", score=Decimal("4.50"), seq=1, row=2),
    )


def test_quotes_line_ends_marks_and_blank_rows_are_read_as_a_spreadsheet_writes_them():
    head, first = (
        "\ufeffrater,candidate,criterion,score,reason",
        'ann,"Oak, Inc.",reach,4,"two\r\nlines, one ""quoted"""',
    )
    text = f'{head}\r\n{first}\r\n\r\n,,,,\r\nben,"Oak, Inc.",reach,,\r\n'

    found = scores(text)

    assert [(one.row, one.rater, one.candidate, one.score) for one in found] == [
        (2, "ann", "Oak, Inc.", 4),
        (5, "ben", "Oak, Inc.", None),
    ]
    assert found[0].reason == 'two\r\nlines, one "quoted"'


def test_a_blank_score_is_none_and_a_blank_round_is_the_first():
    (one,) = scores(HEAD + "ann,oak,reach,,,\n")

    assert (one.score, one.round, one.seq) == (None, 1, None)


def test_problems_of_all_rows_come_at_once():
    text = HEAD + "ann,oak,reach,x,1,1\nann,oak\nben,oak,reach,4,y,z\n"

    assert [line.split(": ")[1] for line in told(scores_in, text)] == ["row 3"]
    assert [line.split(": ")[1] for line in told(scores_in, text.replace("ann,oak\n", ""))] == [
        "row 2, score",
        "row 3, round",
        "row 3, seq",
    ]


def test_a_table_of_a_header_alone_is_empty_and_fine():
    assert scores(HEAD) == ()


def test_an_edit_with_a_larger_seq_is_kept_beside_the_first():
    assert [
        one.score
        for one in scores(HEAD + "ann,oak,reach,4,1,1\nann,oak,reach,5,1,2\nann,oak,reach,3,2,3\n")
    ] == [4, 5, 3]


def test_two_spellings_of_one_accented_name_are_one_rater():
    assert len(told(scores_in, HEAD + "Zo\u00eb,oak,reach,4,1,\nZoe\u0308,oak,reach,4,1,\n")) == 1


def test_a_recusal_that_stands_twice_does_no_harm():
    assert recusals_in(b"candidate,rater\noak,ann\noak,ann\n", "recusals.csv") == (
        Recusal(rater="ann", candidate="oak"),
    )


def test_weights_of_members_are_read_and_their_faults_told():
    (one,) = weights_in(b"member,criterion,weight\nann,reach,2.5\n", "weights.csv")

    assert (one.member, one.criterion, one.weight, one.row) == ("ann", "reach", Decimal("2.5"), 2)
    assert told(
        weights_in, "member,criterion,weight\nann,reach,1\nann,reach,2\nben,reach,0\nben,cost,0\n"
    ) == [
        'weights.csv: row 3: "ann" weighs "reach" in row 2 too; delete one of the two rows',
        (
            'weights.csv: row 4, weight: all weights of "ben" are 0; give at least one criterion a '
            "weight above 0"
        ),
    ]
    assert told(weights_in, "member,criterion,weight\nann,reach,\n") == [
        (
            'weights.csv: row 2, weight: "" is not a number; write a number, or leave the whole '
            "entry "
            "out"
        )
    ]


def test_candidates_come_with_their_values_and_offers():
    text = (
        "name,id,cost,eligible,offer_in_kind_usd,offer_in_kind_offsets,offer_overhead,offer_rate,offer_pay_scale,offer_benefits_rate,offer_start\n"
        "Oak Foundation,oak,60.5,,12000,,Indirect,0.1,1.05,0.3,2027-02\n"
        "Elm United,elm,,NO,5000,role:director,none,,,,\n"
        "Ash,ash,7,Yes,,,,,,,\n"
    )

    assert candidates_in(text.encode(), "candidates.csv", RULES) == (
        Candidate(
            id="oak",
            name="Oak Foundation",
            values={"cost": Decimal("60.5")},
            offer=Offer(
                in_kind=(InKind(id="offer_oak", usd=12000, offsets="office"),),
                overhead=Overhead(kind="indirect", rate="0.1"),
                pay_scale="1.05",
                benefits_rate="0.3",
                start="2027-02",
            ),
        ),
        Candidate(
            id="elm",
            name="Elm United",
            eligible=False,
            values={"cost": None},
            offer=Offer(
                in_kind=(InKind(id="offer_elm", usd=5000, offsets="role:director"),),
                overhead=Overhead(),
            ),
        ),
        Candidate(id="ash", name="Ash", values={"cost": Decimal(7)}),
    )


def test_without_rules_only_a_candidates_own_columns_are_read():
    assert candidates_in(b"id,cost\noak,sixty\n", "candidates.csv", None) == (Candidate(id="oak"),)


@pytest.mark.parametrize(
    "case", BAD, ids=[f"{case['table']}: {case['lines'][0][:60]}" for case in BAD]
)
def test_each_fault_of_a_table_is_one_line_with_its_row(case):
    read, more = (scores_in, ()) if case["table"] == "scores" else (candidates_in, (RULES,))

    assert told(read, case["text"], *more) == case["lines"]


def test_a_table_in_another_encoding_is_told_in_one_line():
    assert told(scores_in, HEAD.encode("utf-16")) == [
        "scores.csv: is UTF-16 text; save it as UTF-8 text"
    ]


@pytest.mark.parametrize("columns", ["a,", "rater,", "rater,candidate,criterion,score,"])
def test_a_table_of_fifty_thousand_columns_is_refused_in_a_sentence(columns):
    text = columns * (50_000 // columns.count(",")) + "\n"

    (line,) = told(scores_in, text + text)

    assert "columns; keep it at 1,000 columns or fewer" in line
