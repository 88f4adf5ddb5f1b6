"""The part of a page that brings in a table: shown before it is written, each match can be put
right, and what is wrong is told beside it.
"""

import pytest

from cidesign.record.brought import KINDS, kind_of, understand
from cidesign.views.brought.view import brought_view
from tests.record.brought.workshops import book, workshop
from tests.ui.planning import look_closer
from tests.ui.test_pages import press, visit, words

TABS = {"candidates": "many", "recusals": "conflicts", "weights": "weighing"}
PLACES = {
    "scores": ("score", "score.table"),
    "candidates": ("candidates", "candidates.table"),
    "recusals": ("candidates", "candidates.conflicts"),
    "members": ("initiative", "initiative.table"),
    "weights": ("process", "process.table"),
    "partners": ("partners", "partners.table"),
    "groups": ("partners", "partners.groups_table"),
    "measures": ("partners", "partners.measures_table"),
}
FORM = (
    "Timestamp,Email Address,Which organization?,Reach [1-5],Trust,Comments\n"
    '9/30/2026 14:05:11,ana@example.org,Oak House,4,3,"Good, but slow"\n9/30/2026 14:11:40,ben@example.org,Elm Foundation,N/A,5,\n'
)


def widget(tab, kind, key):
    return next(one for one in tab.get(kind) if one.key == key)


def brought(store, kind, content, name="table.csv", stage="scoring"):
    """The page with the fold open and a file in its field, and the workshop's id."""
    id = store.create(workshop(stage=stage, sealed=kind == "scores"))
    page, place = PLACES[kind]
    tab = visit(page, id)
    tab.session_state[f"{place}.fold"] = True
    if page == "initiative":
        tab.session_state["initiative.section"] = "members"
    look_closer(tab, TABS.get(kind, ""))
    data = content if isinstance(content, bytes) else content.encode()
    widget(tab, "file_uploader", f"{place}.file.0").set_value((name, data, "text/csv")).run()
    assert not tab.exception
    return tab, id


def choose(tab, label, answer):
    box = next(one for one in tab.selectbox if label in one.label)
    box.set_value(answer).run()


def scores(store, id):
    return [
        (one.rater, one.candidate, one.criterion, one.score) for one in store.read(id).bundle.scores
    ]


def test_what_was_understood_is_shown_and_nothing_is_written_yet(store):
    tab, id = brought(store, "scores", FORM)

    said = words(tab)
    assert "Scores: one column for each criterion" in said.replace("\\", "")
    assert "0 new" not in said
    assert any("Elm Foundation" in one.label for one in tab.selectbox)
    assert "One question is open" in said
    assert "score.table.save" not in [one.key for one in tab.button]
    assert scores(store, id) == []


def test_a_question_is_answered_and_one_button_writes(store):
    tab, id = brought(store, "scores", FORM)

    choose(tab, "Elm Foundation", "elm")
    press(tab, "score.table.save")

    assert not tab.exception
    assert scores(store, id) == [
        ("ana", "oak", "reach", 4),
        ("ana", "oak", "trust", 3),
        ("ben", "elm", "trust", 5),
    ]
    assert "3 new, 0 changed, 0 the same" in words(tab).replace("\\", "")
    assert "score.table.save" not in [one.key for one in tab.button]


def test_a_column_that_was_taken_wrongly_is_put_right(store):
    tab, id = brought(store, "scores", FORM.replace("Elm Foundation", "Elm Fund"))

    choose(tab, "Trust", "leave-out")
    press(tab, "score.table.save")

    assert scores(store, id) == [("ana", "oak", "reach", 4)]


def test_a_workbook_is_taken_and_its_sheet_can_be_chosen(store):
    rows = [["Reviewer", "Organization", "Reach"], ["Ana Reyes", "Oak House", 4]]
    other = [["Member", "Applicant", "Trust"], ["Ben Okafor", "Elm Fund", 2]]
    tab, id = brought(store, "scores", book(March=rows, June=other), "two.xlsx")

    choose(tab, "Which sheet", "June")
    press(tab, "score.table.save")

    assert scores(store, id) == [("ben", "elm", "trust", 2)]


def test_what_cannot_be_written_now_is_told_in_place_of_the_button(store):
    tab, _ = brought(store, "scores", FORM.replace("Elm Foundation", "Elm Fund"), stage="sealed")

    assert "no round is open" in tab.error[0].value
    assert "score.table.save" not in [one.key for one in tab.button]


def test_a_file_that_is_no_table_is_told_beside_its_field(store):
    tab, _ = brought(store, "scores", b"%PDF-1.7", "scores.csv")

    assert "is a PDF" in tab.error[0].value


@pytest.mark.parametrize(
    ("kind", "text", "stage", "holds"),
    [
        (
            "members",
            "Name,Sector\nDee Long,Schools\n",
            "draft",
            lambda one: one.workshop.members[-1].id == "dee_long",
        ),
        (
            "candidates",
            "Organization,Type\nBirch Union,union\n",
            "sealed",
            lambda one: one.candidates[-1].kind == "union",
        ),
        (
            "weights",
            "Member,Reach,Trust,Price\nAna Reyes,60,40,0\n",
            "draft",
            lambda one: len(one.weights) == 3,
        ),
        (
            "recusals",
            "Member,Organization,Conflict\nAna Reyes,Oak House,Yes\n",
            "sealed",
            lambda one: one.recusals[0].rater == "ana",
        ),
    ],
)
def test_each_kind_has_its_place_on_a_page(store, kind, text, stage, holds):
    tab, id = brought(store, kind, text, stage=stage)

    press(tab, f"{PLACES[kind][1]}.save")

    assert not tab.exception
    assert holds(store.read(id).bundle)


FILLED = workshop(
    stage="sealed",
    recusals="rater,candidate,kind,reason\nana,oak,board,Its treasurer\n",
    weights="member,criterion,weight\nana,reach,60\nana,trust,40.5\nben,reach,1\n",
    partners="id,name,serves\noak,'+Oak',families\n",
    groups="id,name,lead,meetings_a_year,begins\na,'=Jobs',oak,12,2027-01\n",
    measures="id,name,owners,how_often\na,'=Read',oak,yearly\n",
    makeup="id,name,everybody,community\nall,'=All',yes,900\nyoung,Young,,few\n",
    candidates='id,name,price,offer_start,note\noak,Fundación Peña,90000,2027-01,"=HYPERLINK(""http://x"")"\nelm,جمعية البلوط,,,-\nash,\'+Plus\',4,,@home\n',
)


@pytest.mark.parametrize("kind", [one.id for one in KINDS])
def test_a_table_that_is_handed_out_opens_in_excel_and_comes_back_unchanged(kind):
    table = kind_of(kind).template(FILLED)

    found = understand("t.csv", table, FILLED, kind)

    assert table.startswith("\ufeff".encode())
    assert not any(
        cell.strip('"').startswith(("=", "@"))
        for line in table.decode().split("\r\n")
        for cell in line.split(",")
    )
    assert found.questions == ()
    assert found.counts.to_write == 0
    assert kind == "scores" or found.counts.same > 0


def test_a_month_that_excel_rewrote_comes_back_as_it_was():
    table = kind_of("candidates").template(FILLED).replace(b"2027-01", b"Jan-27")

    found = understand("t.csv", table, FILLED, "candidates")

    assert found.counts.to_write == 0
    assert any("Jan-27" in one for one in found.odd)


def test_the_whole_view_of_a_table_has_nothing_to_press_where_all_is_here():
    table = kind_of("weights").template(FILLED)

    view = brought_view("t.csv", table, FILLED, "weights", {})

    assert (view.button, view.against) == ("", ())


@pytest.mark.parametrize("stage", ["sealed", "scored"])
def test_no_file_or_key_of_the_record_stands_on_the_page(stage):
    table = b"Organization,Reach,Name\nOak House,4,Ana Reyes\n"

    view = brought_view("form.csv", table, workshop(stage=stage, sealed=True), "scores", {})

    assert [one.where for one in view.against] == ["form.csv"]
    assert list(view.rows[0]) == ["Member", "Candidate", "Criterion", "Score", "Round"]


def test_a_row_that_may_not_be_is_named_by_whom_it_is_about():
    aside = workshop(sealed=True, recusals="rater,candidate\nana,oak\n")
    table = b"Name,Organization,Reach\nBen Okafor,Oak House,4\nAna Reyes,Oak House,4\n"

    view = brought_view("form.csv", table, aside, "scores", {})

    assert [one.where for one in view.against] == ["form.csv: Ana Reyes, Oak House, Reach"]


def test_the_first_rows_of_candidates_are_told_in_the_words_of_the_form():
    table = b"Organization,Eligible,Start date,Price\nBirch Union,Y,Jan-27,70000\n"

    (row,) = brought_view("c.csv", table, workshop(stage="sealed"), "candidates", {}).rows

    assert list(row) == ["Name", "May it be chosen?", "Can start in", "Price"]
