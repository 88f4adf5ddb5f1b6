"""A score file that stands alone is ranked as people have it, or refused with what to write; what
was understood and what is doubtful is told.
"""

import json

import pytest

from tests.cli.files import lines, run
from tests.record.brought.workshops import book

RULES = """criteria:
- {id: reach, label: Reach, weight: 60, scale: {worst: 1, best: 5, step: 1}}
- {id: trust, label: Perceived trust, weight: 40, scale: {worst: 1, best: 5, step: 1}}
missing: leave_out
reasons: none
names: shown
"""
OWN = [
    ["rater", "candidate", "criterion", "score"],
    *(
        [rater, candidate, criterion, score]
        for rater, scores in (("ana", (4, 3, 2, 5)), ("ben", (5, 3, 3, 4)))
        for (candidate, criterion), score in zip(
            (("oak", "reach"), ("oak", "trust"), ("elm", "reach"), ("elm", "trust")), scores
        )
    ),
]
# oak: reach 4.5, trust 3: 60 x 3.5/4 + 40 x 2/4 = 72.5; elm: reach 2.5, trust 4.5: 22.5 + 35 = 57.5.
POINTS = [72.5, 57.5]


def csv(rows, separator=","):
    return "".join(separator.join(str(cell) for cell in row) + "\n" for row in rows)


def rank(here, scores, *more, name="scores.csv", candidates=""):
    (here / "rules.yaml").write_text(RULES, encoding="utf-8")
    (here / name).write_bytes(scores if isinstance(scores, bytes) else scores.encode())
    if candidates:
        (here / "candidates.csv").write_text(candidates, encoding="utf-8")
        more = (*more, "--candidates", "candidates.csv")
    return run("rank", "--rules", "rules.yaml", "--scores", name, *more)


def answer(here, scores, **more):
    result = rank(here, scores, "--json", **more)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


WIDE = "Your name,Organization,Reach,Perceived trust\nana,oak,4,3\nana,elm,2,5\nben,oak,5,3\nben,elm,3,4\n"
BY_RATER = "Candidate,Criterion,Ana Reyes,Ben Okafor\noak,Reach,4,5\noak,Perceived trust,3,3\nelm,Reach,2,3\nelm,Perceived trust,5,4\n"


@pytest.mark.parametrize(
    ("scores", "name"),
    [
        (csv(OWN), "scores.csv"),
        ("Host selection 2026,,,\n,,,\n" + csv(OWN), "scores.csv"),
        ("Scores of the committee\nexported 1 June\n\n" + csv(OWN), "scores.csv"),
        ("sep=;\n" + csv(OWN, ";"), "scores.csv"),
        (csv(OWN).encode("utf-16"), "scores.csv"),
        (csv(OWN, "\t").encode("utf-16-le"), "scores.txt"),
        (WIDE, "form.csv"),
        (
            WIDE.replace("Reach", "Reach [1-5]").replace(
                "Perceived trust", "2. Perceived trust (max 5)"
            ),
            "form.csv",
        ),
        (WIDE + "Average,,3.5,3.75\n", "form.csv"),
        (BY_RATER, "panel.csv"),
        (book(Sheet=OWN), "scores.xlsx"),
        (book(Notes=[["Use 1 to 5"]], Scores=[["Host selection"], [], *OWN]), "scores.xlsx"),
        (
            book(
                ana=[["Candidate", "Reach", "Perceived trust"], ["oak", 4, 3], ["elm", 2, 5]],
                ben=[["Candidate", "Reach", "Perceived trust"], ["oak", 5, 3], ["elm", 3, 4]],
            ),
            "panel.xlsx",
        ),
    ],
)
def test_a_table_in_any_shape_gives_the_same_points(here, scores, name):
    found = answer(here, scores, name=name)

    assert [one["points"] for one in found["ranking"]] == POINTS


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ({"oak": "Oak House", "elm": "Elm Fund"}, "id,name\noak,Oak House\nelm,Elm Fund\n"),
        ({"oak": "OAK  house", "elm": "elm"}, "id,name\noak,Oak House\nelm,Elm Fund\n"),
        (
            {"oak": "جمعية البلوط", "elm": "Fundacion Pena"},
            "id,name\noak,جمعية البلوط\nelm,Fundación Peña\n",
        ),
        ({"trust": "Perceived trust", "reach": "REACH"}, "id,name\noak,Oak House\nelm,Elm Fund\n"),
    ],
)
def test_names_stand_for_ids_where_they_name_one_thing(here, written, candidates):
    rows = [[written.get(cell, cell) for cell in row] for row in OWN]

    found = answer(here, csv(rows), candidates=candidates)

    assert [(one["candidate"], one["points"]) for one in found["ranking"]] == [
        ("oak", 72.5),
        ("elm", 57.5),
    ]


def test_a_name_that_could_be_two_candidates_is_refused_and_listed(here):
    result = rank(
        here,
        csv(OWN).replace("elm", "Oak House"),
        candidates="id,name\noak,Oak House\noak2,oak house\n",
    )

    assert result.exit_code == 2
    assert "Oak House" in lines(result)[0]


@pytest.mark.parametrize("mark", ["N/A", "-", "abstain", "#N/A", "n/a", "–", "Not scored"])
def test_a_mark_for_no_score_is_no_score_and_told(here, mark):
    found = answer(here, csv(OWN).replace("ben,oak,reach,5", f"ben,oak,reach,{mark}"))

    assert found["ranking"][0]["cells"]["reach"] == 4
    assert any(f'Read as no score: "{mark}" in row 6.' in one for one in found["warnings"])


@pytest.mark.parametrize(
    "written", ["5 - Very strong", "5: very strong", "5/5", "(5) very strong", "5 points"]
)
def test_words_beside_a_score_are_taken_off_and_told(here, written):
    found = answer(here, csv(OWN).replace("ben,oak,reach,5", f"ben,oak,reach,{written}"))

    assert [one["points"] for one in found["ranking"]] == POINTS
    assert any(f'"{written}" in row 6 is 5' in one for one in found["warnings"])


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ('"$18,000",office,,', "write 18000"),
        ('"USD 18,000.50",office,,', "write 18000.50"),
        ("18k,office,,", "is not a number"),
        (",,indirect,12%", "write 0.12"),
        (',,indirect,"12,5%"', "write 0.125"),
        (",,indirect,8 %", "write 0.08"),
        ("n/a,office,,", "leave it blank where there is none"),
    ],
)
def test_money_and_percent_are_refused_with_the_number_to_write(here, cell, says):
    head = "id,name,offer_in_kind_usd,offer_in_kind_offsets,offer_overhead,offer_rate\n"

    result = rank(here, csv(OWN), candidates=f"{head}oak,Oak House,{cell}\nelm,Elm Fund,,,,\n")

    assert result.exit_code == 2
    assert says in lines(result)[0]


@pytest.mark.parametrize(
    ("cell", "says"), [("Y", "write yes"), ("n", "write no"), ("perhaps", "write yes or no")]
)
def test_whether_it_may_be_chosen_is_refused_with_the_word_to_write(here, cell, says):
    result = rank(
        here, csv(OWN), candidates=f"id,name,eligible\noak,Oak House,{cell}\nelm,Elm Fund,yes\n"
    )

    assert result.exit_code == 2
    assert lines(result)[0].endswith(says)


@pytest.mark.parametrize(
    "month", ["Jan-27", "janv-27", "01/2027", "2027-01", "1/1/2027", "Jan 2027"]
)
def test_a_month_that_a_spreadsheet_rewrote_is_read(here, month):
    table = f"id,name,offer_start\noak,Oak House,{month}\nelm,Elm Fund,2027-02\n"

    assert rank(here, csv(OWN), candidates=table).exit_code == 0


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("Ana", '"ana", "Ana"'),
        (" a n a".replace(" a n a", "ana."), '"ana", "ana."'),
        ("ANA", '"ana", "ANA"'),
    ],
)
def test_raters_that_differ_but_in_capitals_or_signs_are_told(here, other, told):
    more = csv([[other, *row[1:]] for row in OWN if row[0] == "ana"])

    found = answer(here, csv(OWN) + more)

    assert any(one.startswith(told) for one in found["warnings"])


def test_spaces_inside_a_raters_name_are_told(here):
    text = csv(OWN).replace("ana", "Ben Okafor").replace("ben,", "Ben  Okafor,")

    assert any('"Ben Okafor"' in one and "spaces" in one for one in answer(here, text)["warnings"])


@pytest.mark.parametrize(
    "rows",
    [
        [["Average", "oak", "reach", "4"], ["Average", "elm", "reach", "3"]],
        [["Total", "oak", "reach", "5"], ["Total", "oak", "trust", "5"]],
        [
            ["chi", "oak", "reach", "4.5"],
            ["chi", "oak", "trust", "3"],
            ["chi", "elm", "reach", "2.5"],
            ["chi", "elm", "trust", "4.5"],
        ],
    ],
)
def test_rows_that_look_like_sums_are_told(here, rows):
    (here / "r").mkdir()
    found = answer(here, csv(OWN) + csv(rows)) if rows[0][0] != "chi" else None
    if found is None:
        text = RULES.replace(", step: 1", "")
        (here / "rules.yaml").write_text(text, encoding="utf-8")
        (here / "scores.csv").write_text(csv(OWN) + csv(rows), encoding="utf-8")
        result = run("rank", "--rules", "rules.yaml", "--scores", "scores.csv", "--json")
        found = json.loads(result.stdout)

    assert any(f'"{rows[0][0]}" look like sums or averages' in one for one in found["warnings"])


def test_a_sound_table_brings_no_warning(here):
    assert answer(here, csv(OWN))["warnings"] == []


@pytest.mark.parametrize("name", ["جمعية البلوط", "עמותת דרדר", "Oak جمعية", "١٢٣"])
def test_a_name_from_right_to_left_stands_between_marks_in_a_row_and_bare_in_json(here, name):
    candidates = f"id,name\noak,{name}\nelm,Elm Fund\n"

    row = rank(here, csv(OWN), candidates=candidates).stdout.splitlines()[1]
    found = rank(here, csv(OWN), "--json", candidates=candidates).stdout

    assert f"\u2068{name}\u2069" in row
    assert [cell for cell in row.split("  ") if cell.strip()][2].strip() == "72.5"
    assert "\u2068" not in found


def test_a_name_from_left_to_right_bears_no_marks(here):
    assert (
        "\u2068"
        not in rank(here, csv(OWN), candidates="id,name\noak,Fundación Peña\nelm,Elm\n").stdout
    )


def test_what_cannot_be_known_is_refused_with_what_to_write(here):
    result = rank(here, "Name,Organization,Reach,Impact\nana,oak,4,3\n")

    assert result.exit_code == 2
    assert lines(result) == [
        'scores.csv: D: What does the column "Impact" hold?; write one of trust, criterion, candidate, rater, score, round, or leave it out'
    ]
