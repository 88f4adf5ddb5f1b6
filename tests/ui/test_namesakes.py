"""Two candidates, two members, two criteria of one name: every choice goes to the one that was
pressed, and people are told.
"""

import pytest

from cidesign.domain.apart import as_seen
from cidesign.domain.walk import WALK
from cidesign.record import example_bundle, read_files
from tests.ui.planning import listening, look_closer
from tests.ui.seen import inputs
from tests.ui.test_pages import EXAMPLE, press, visit, words
from tests.views.compare.panels import CANDIDATES, bundle, scores

# Each pair differs in what a table may hold: the kind, capitals and spaces, nothing at all.
OAKS = [
    ("Oak House,nonprofit", "Oak House,foundation"),
    ("Oak House,nonprofit", "oak  house,nonprofit"),
    ("Oak House,", "Oak House,"),
]
ANAS = [
    ("name: Ana Reyes, seat: residents", "name: Ana Reyes, seat: funders"),
    ("name: Ana Reyes", "name: ana reyes"),
    ("name: Ana Reyes, seat: residents", "name: Ana Reyes, seat: residents"),
]
FULL = scores(
    *(
        f"{rater} {candidate} {criterion} {score}"
        for candidate, score in (("oak", 5), ("elm", 4))
        for rater in ("ana", "ben", "chi")
        for criterion in ("trust", "reach")
    )
)
DECLARED = "rater,candidate\n" + "".join(
    f"{rater},{candidate}\n" for rater in ("ana", "ben") for candidate in ("oak", "elm")
)


def oaks(first, second, stage="sealed", **files):
    """The small selection, in which oak and elm have one name."""
    table = CANDIDATES.replace("Oak House,nonprofit", first).replace("Elm Fund,foundation", second)
    return read_files({**bundle(stage, **files).files, "candidates.csv": table.encode()})


def anas(first, second, stage="scoring", **files):
    """Likewise, in which ana and ben have one name."""
    start = bundle(stage, **files).files
    told = start["workshop.yaml"].decode()
    told = told.replace("name: Ana Reyes", first).replace("name: Ben Okafor", second)
    return read_files({**start, "workshop.yaml": told.encode()})


def unescaped(text):
    return text.replace("\\", "")


@pytest.mark.parametrize(("first", "second"), OAKS)
@pytest.mark.parametrize("pressed", ["oak", "elm"])
def test_a_conflict_is_declared_for_the_candidate_that_was_pressed(store, first, second, pressed):
    workshop = store.create(oaks(first, second))
    tab = visit("candidates", workshop)
    look_closer(tab, "conflicts")
    tab.selectbox(key="candidates.aside.rater").set_value("ana").run()
    tab.selectbox(key="candidates.aside.candidate").set_value(pressed)
    tab.selectbox(key="candidates.aside.kind").set_value("employee")
    tab.text_input(key="candidates.aside.reason").set_value("Since 2024")
    press(tab, "candidates.aside.save")

    (recusal,) = store.read(workshop).bundle.recusals
    assert (recusal.rater, recusal.candidate) == ("ana", pressed)


@pytest.mark.parametrize(("first", "second"), OAKS)
@pytest.mark.parametrize("pressed", ["oak", "elm"])
def test_the_host_that_was_pressed_is_the_one_on_record(store, first, second, pressed):
    workshop = store.create(oaks(first, second, "scored", scores=FULL))
    tab = visit("compare", workshop)
    tab.radio(key="compare.decision.chosen").set_value(pressed).run()
    if pressed == "elm":  # the second by points
        tab.text_area(key="compare.decision.departs").set_value("Nearer to people")
    tab.text_area(key="compare.decision.because").set_value("Trusted most")
    press(tab, "compare.decision.record")

    held = store.read(workshop).bundle.decisions.latest("compare")
    assert held.figures["chosen"] == pressed
    assert set(held.figures["points"]) == {"oak", "elm"}
    assert store.read(workshop).bundle.host.id == pressed


@pytest.mark.parametrize(("first", "second"), ANAS)
@pytest.mark.parametrize("pressed", ["ana", "ben"])
def test_a_score_stands_under_the_member_who_was_pressed(store, first, second, pressed):
    workshop = store.create(anas(first, second, declarations=DECLARED))
    tab = visit("score", workshop)
    press(tab, f"score.who.{pressed}")
    press(tab, "score.begin.0")
    press(tab, "score.level.oak.trust.4")

    (score,) = store.read(workshop).bundle.scores
    assert (score.rater, score.candidate, score.score) == (pressed, "oak", 4)


def test_namesakes_are_told_of_on_their_pages(store):
    candidates = visit("candidates", store.create(oaks(*OAKS[0])))
    committee = visit("initiative", store.create(anas(*ANAS[0])))
    committee.session_state["initiative.section"] = "members"
    committee.run()

    assert "told apart as Oak House (nonprofit) and Oak House (foundation)" in unescaped(
        words(candidates)
    )
    assert "told apart as Ana Reyes (residents) and Ana Reyes (funders)" in unescaped(
        words(committee)
    )


@pytest.mark.parametrize(
    "table",
    [
        "id,name\noak,Oak House\noak2,Oak House\n",
        "id,name\noak,Oak House\noak2,oak   house\n",
        "id,name,kind\noak,Oak House,nonprofit\noak2,Oak House,agency\nelm,Elm,\n",
    ],
)
def test_a_table_of_namesakes_is_refused_as_the_form_refuses_them(store, table):
    workshop = store.create(read_files({"workshop.yaml": b"name: Ours\n"}))
    tab = visit("candidates", workshop)
    tab.session_state["candidates.table.fold"] = True
    tab.run()
    tab.file_uploader(key="candidates.table.file.0").upload(
        "c.csv", table.encode(), "text/csv"
    ).run()

    assert store.read(workshop).bundle.candidates == ()
    assert "two candidates are called Oak House" in unescaped(words(tab))


@pytest.mark.parametrize("name", ["Ana Reyes", "ana reyes", " Ana\u00a0 Reyes "])
def test_nobody_joins_under_a_name_and_seat_that_are_taken(store, name):
    workshop = store.create(bundle("draft", sealed=False))
    tab = visit("initiative", workshop)
    tab.session_state["initiative.section"] = "members"
    tab.run()
    tab.text_input(key="initiative.join.name").set_value(name)
    press(tab, "initiative.join")

    assert len(store.read(workshop).bundle.workshop.members) == 4
    assert "Ana Reyes is on the committee already" in unescaped(words(tab))


# Every page of a workshop full of namesakes, with all that can be unfolded unfolded.
FOLDS = ("process.criteria", "scenarios.fold")
WHOLE = example_bundle(EXAMPLE)


def full_of_namesakes():
    files = {
        path: content.decode() for path, content in WHOLE.files.items() if path != "ledger.jsonl"
    }
    table = files["candidates.csv"]
    for one in WHOLE.candidates[:3]:
        table = table.replace(one.name, "Oak House", 1)
    workshop = files["workshop.yaml"]
    for one in WHOLE.workshop.members[:3]:
        workshop = workshop.replace(one.name, "Ana Reyes", 1)
    return read_files(
        {
            **{path: text.encode() for path, text in files.items()},
            "candidates.csv": table.encode(),
            "workshop.yaml": workshop.encode(),
        }
    )


@pytest.mark.parametrize("page", [step.id for step in WALK])
def test_no_choice_of_a_page_offers_two_things_under_the_same_words(store, page, monkeypatch):
    offered = listening(monkeypatch)
    tab = visit(page, store.create(full_of_namesakes()))
    for fold in FOLDS:
        tab.session_state[fold] = True

    for more in ["", *offered.get(page, [])]:
        look_closer(tab, more)
        assert not tab.exception
        for box in inputs(tab).values():
            if box.type in ("radio", "selectbox", "multiselect", "button_group"):
                seen = [as_seen(option) for option in box.options]
                assert len(set(seen)) == len(seen), box.key
