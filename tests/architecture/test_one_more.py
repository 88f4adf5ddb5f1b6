"""One more of a kind, added to a copy of the tree: it appears everywhere it must, or a sentence
names the file that lacks it.
"""

import os
import subprocess
import sys

import pytest

from tests.architecture.acts import faults_of_acts
from tests.architecture.copies import ROOT, copy_of_the_tree, put_before, told_by, write
from tests.architecture.one_more_rule import add_the_rule
from tests.architecture.one_more_what_if import add_the_what_if
from tests.architecture.walk import faults_of_the_walk

pytestmark = pytest.mark.slow

STEP = """    Step(
        id="learning",
        group=PLAN,
        label=mark("Learning"),
        question=mark("What did we learn?"),
        decision=Deciding(
            begin=mark("Start with what we learned."),
            next=mark("Next: what we learned."),
            done=mark("What we learned is decided."),
            thing=mark("what we learned"),
            record=mark("What we learned"),
        ),
        part=Part(thing=mark("what we learned"), ask=mark("Decide what we learned")),
    ),
"""
PAGE = '''"""What did we learn?"""

from cidesign import ui

page = ui.open_page("learning")
ui.question(page.question)
ui.decision(page, ui.Ask(what="We learned."))
'''
WORDS = '''"""What we learned."""


def so_far(bundle, catalog):
    return "Nothing learned yet"
'''
ROW = "| | Learning | What did we learn? |\n"
MEMO = '    Step(\n        id="memo",'
LOOK = """
import json
from streamlit.testing.v1 import AppTest
from cidesign.catalog import load
from cidesign.memo.next import open_parts, title_of
from cidesign.record import read_files
from cidesign.views.overview.view import overview_view
bundle = read_files({"workshop.yaml": b"name: Ours"})
tab = AppTest.from_file("app.py", default_timeout=60).run()
tab.switch_page("pages/learning.py").run()
print(json.dumps({
    "faults": [str(one.value) for one in tab.exception],
    "sidebar": [one.proto.label for one in tab.sidebar.get("page_link")],
    "overview": [row.result for row in overview_view(bundle, load()).rows],
    "open": [part.plain for part in open_parts(bundle, load())],
    "records": title_of("learning", bundle.workshop).plain,
}))
"""


ACT = '''"""The committee says what it learned."""

from typing import ClassVar

from cidesign.acts.act import Shared
from cidesign.record import changed
from cidesign.text import say


class SayLesson(Shared):
    """``words``: what was learned."""

    kind: ClassVar[str] = "say_lesson"
    step: ClassVar[str] = "initiative"
    words: str

    @property
    def document(self):
        return "workshop.yaml"

    def change(self, record):
        return changed(record, "workshop.yaml", {("initiative", "notes"): self.words})

    def told(self, who, record):
        return say("{who} learned: {words}", who=who, words=self.words)
'''
IMPORT = "from cidesign.acts.say_lesson import SayLesson\n"
ACTED = """
import json, tempfile
from datetime import UTC, datetime
from cidesign.acts import act_kind
from cidesign.record import read_files
from cidesign.views.overview.history import history
from cidesign.workshop import Store
with tempfile.TemporaryDirectory() as folder, Store(f"sqlite:///{folder}/store.db") as store:
    id = store.create(read_files({"workshop.yaml": b"name: Ours"}))
    done = store.do(id, act_kind("say_lesson")(words="Ask sooner"), nonce="a")
    rows = history(store.past(id), done.kept.bundle, datetime.now(UTC))
    undone = store.do(id, store.way_back(id, done.seq), nonce="b")
    print(json.dumps({
        "notes": [one.kept.bundle.workshop.initiative.notes for one in (done, undone)],
        "history": [rows[0].told, rows[0].page, rows[0].undoable],
        "ledger": "say_lesson" in store.exported(id).files["ledger.jsonl"].decode(),
        "faults": list(store.faults(id)),
    }))
"""


@pytest.fixture
def tree(tmp_path):
    return copy_of_the_tree(tmp_path)


def test_every_step_of_the_walk_has_its_page_its_words_and_its_row():
    assert faults_of_the_walk(ROOT) == []


def test_one_more_page_that_lacks_something_is_told_by_file(tree):
    put_before(tree, "cidesign/domain/walk.py", MEMO, STEP)
    write(tree, "pages/extra.py", PAGE)

    assert [fault.split(":")[0] for fault in faults_of_the_walk(tree)] == [
        "pages/learning.py",
        "cidesign/views/learning/words.py",
        "README.md",
        "pages/extra.py",
        "README.md",
    ]


def test_one_more_page_appears_in_sidebar_overview_and_memo(tree):
    put_before(tree, "cidesign/domain/walk.py", MEMO, STEP)
    write(tree, "pages/learning.py", PAGE)
    write(tree, "cidesign/views/learning/__init__.py", '"""What did we learn?"""\n')
    write(tree, "cidesign/views/learning/words.py", WORDS)
    put_before(tree, "README.md", "| Share | Memo |", ROW)

    told = told_by(tree, LOOK)

    assert faults_of_the_walk(tree) == []
    assert told["faults"] == []
    place = told["sidebar"].index("Learning")
    assert told["sidebar"][place - 1 : place + 2] == ["Outlook", "Learning", "Memo"]
    assert told["overview"][9] == "Nothing learned yet"
    assert told["open"][-1] == "what we learned"
    assert told["records"] == "What we learned"


def test_one_more_rule_of_a_plan_appears_everywhere_at_the_price_of_four_files(tree):
    took = add_the_rule(tree, words=True)

    told = told_by(tree, (ROOT / "tests/architecture/where_a_rule_shows.py").read_text("utf-8"))

    assert len(took) == 4
    possible, impossible = told["possible"], told["impossible"]
    assert "team_can_be_led: " in possible["program"]
    assert possible["fte"] == {"director": 1.0}
    assert possible["held"] == ["team_size"]
    assert possible["held in words"] == ["The team."]
    assert "No limit on the team" in possible["scenarios"]
    assert "The size of the team: +50.0 points without it." in possible["costs"]
    assert "- The team. A larger one could do more." in possible["command"]
    assert "a team of at most 1 FTE" in possible["workbook"]
    # 80% of 260 hours are 208: 1.6 FTE, in steps of a quarter 1.75.
    assert set(impossible["conflict"]) == {"floor", "team_size"}
    assert "a team of at most 1 FTE" in impossible["conflict in words"]
    assert impossible["repairs"]["most_fte_in_all"] == 0.75
    assert "Allow 1.75 FTE in all" in impossible["ways out"]
    assert "- Allow 1.75 FTE in all: plan score" in impossible["command"]


def test_one_more_rule_without_its_sentences_is_a_red_test_that_names_it(tree):
    test = "tests/views/team/test_rules.py"
    for file in (test, "tests/budget/test_rules.py"):
        write(tree, file, (ROOT / file).read_text("utf-8"))
    add_the_rule(tree, words=False)

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test],
        cwd=tree,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tree)},
    )

    assert run.returncode == 1
    assert "nothing is said about the rule team_size: add it to RULE_WORDS" in run.stdout


@pytest.mark.slow
def test_one_more_what_if_appears_everywhere_at_the_price_of_three_files(tree):
    took = add_the_what_if(tree, words=True)

    told = told_by(tree, (ROOT / "tests/architecture/where_a_what_if_shows.py").read_text("utf-8"))

    assert len(took) == 3
    assert told["faults"] == []
    assert [one for one in told["switches"] if "office" in one or "Pay" in one] == [
        "The office costs more or less, %",
        "Pay is higher or lower, %",
    ]
    assert told["opened"] == 100
    assert "If the office costs 100% more, the plan score goes from" in told["page"]
    # 120,000 pay one post and 20,000 for the office; with 40,000 for it, three quarters of one.
    assert told["command"]["as_it_is"]["fte"] == {"director": 1.0}
    assert told["command"]["what_if"]["fte"] == {"director": 0.75}


def test_one_more_what_if_without_its_words_is_a_red_test_that_names_it(tree):
    test = "tests/views/scenarios/test_what_if.py"
    write(tree, test, (ROOT / test).read_text("utf-8"))
    add_the_what_if(tree, words=False)

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test, "-k", "words"],
        cwd=tree,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tree)},
    )

    assert run.returncode == 1
    assert "nothing is said about the what-if rent: add it to WHAT_IF_WORDS" in run.stdout


def test_one_more_act_that_lacks_something_is_told_by_file(tree):
    write(tree, "cidesign/acts/say_lesson.py", ACT)

    assert [fault.split(":")[0] for fault in faults_of_acts(tree)] == [
        "cidesign/acts/kinds.py",
        "cidesign/acts/rights.py",
    ]


def test_one_more_act_is_done_told_kept_and_undone_at_the_price_of_three_files(tree):
    write(tree, "cidesign/acts/say_lesson.py", ACT)
    for file, before, line in (
        ("kinds.py", "    Decide,\n", "    SayLesson,\n"),
        ("rights.py", "    Right(Decide, WRITING),\n", "    Right(SayLesson, WRITING),\n"),
    ):
        put_before(tree, f"cidesign/acts/{file}", "from cidesign.acts.set_keys import", IMPORT)
        put_before(tree, f"cidesign/acts/{file}", before, line)

    told = told_by(tree, ACTED)

    assert faults_of_acts(tree) == []
    assert told == {
        "notes": ["Ask sooner", ""],
        "history": ["Somebody learned: Ask sooner, just now", "initiative", True],
        "ledger": True,
        "faults": [],
    }
