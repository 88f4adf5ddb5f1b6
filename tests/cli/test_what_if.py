"""What if, as a command: an option for each, every figure beside as it is, and no file changed."""

import json

import pytest

from cidesign.cli.what_if import option_of
from cidesign.domain.what_if import WHAT_IFS
from cidesign.record import read_bundle
from tests.cli.files import lines, run

# One post that does one thing, $100,000 a year: 130 of 260 hours. City pays 50,000 of 150,000.
PLAN = """\
need: {community: 260}
priorities: {community: 1}
benefit_curve: [{coverage: 1, benefit: 100}]
floor: 0
roles:
- {id: helper, salary_usd: 100000, min_fte: 0, max_fte: 8, does: {community: 1}}
funding:
  budget_usd: 150000
"""
YEARS = """\
start: 2027-01
years: 3
funding:
- {id: church, usd: 100000, from: 2027-01, to: 2028-12}
- {id: city, usd: 50000, from: 2027-01, to: 2029-12, functions: [community]}
"""


@pytest.fixture
def ours(here):
    (here / "ours" / "scenarios").mkdir(parents=True)
    for name, text in {
        "workshop.yaml": "name: Small\n",
        "plan.yaml": PLAN,
        "outlook.yaml": YEARS,
        "scenarios/lean.yaml": "name: Lean\nwhat_if: {pay: 0.1, source_lost: [gone]}\n",
    }.items():
        (here / "ours" / name).write_text(text, encoding="utf-8")
    return here / "ours"


def told(*words):
    result = run("what-if", "ours", *words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


def test_it_tells_what_the_hand_sum_says_and_changes_no_file(ours):
    before = read_bundle(ours).files

    found = told("--source-lost", "church")

    # 50,000 are left and pay half a post, 65 of 260 hours.
    assert found["asked"] == {"source_lost": ["church"]}
    assert (found["as_it_is"]["budget_usd"], found["what_if"]["budget_usd"]) == (150000, 50000)
    assert (found["as_it_is"]["plan_score"], found["what_if"]["plan_score"]) == (75, 25)
    assert found["what_if"]["fte"] == {"helper": 0.5}
    # 12,500 a month: City's 50,000 of January 2029 pay four months, and May lacks.
    assert (found["as_it_is"]["runs_out"], found["what_if"]["runs_out"]) == ("2029-05", None)
    assert dict(read_bundle(ours).files) == dict(before)


def test_percents_and_shares_are_one(ours):
    assert told("--pay", "10%") == told("--pay", "0.1")


def test_a_table_has_both_sides_and_by_how_much_they_differ(ours):
    printed = run("what-if", "ours", "--pay", "10%", "--grant-length", "church=-12").stdout

    assert printed.startswith(
        "If Church ends one year earlier and pay is 10% higher, the plan score"
    )
    assert ["Plan", "score", "75.0", "62.5", "−12.5"] in [
        line.split() for line in printed.splitlines()
    ]


def test_a_scenario_is_where_one_begins_and_what_is_gone_is_told(ours):
    found = told("--scenario", "lean", "--pay", "-10%")

    assert found["asked"] == {"pay": -0.1, "source_lost": ["gone"]}
    assert found["doubts"] == [{"what_if": "source_lost", "why": "gone", "id": "gone"}]


def test_everything_that_cannot_be_asked_is_told_at_once(ours):
    words = ("--pay", "10", "--source-lost", "citty", "--grant-length", "city", "--unrestricted", "x")  # fmt: skip

    assert lines(run("what-if", "ours", *words)) == [
        '--source-lost: "citty" is nobody who pays; did you mean city?',
        '--grant-length: "city" is no length; write ID=MONTHS, such as city=-12',
        '--unrestricted: "x" is nobody who pays; write one of church, city',
        "--pay: 10 is not from -0.5 to 1; write 0.1 for 10 percent more, -0.1 for 10 percent less",
    ]
    assert lines(run("what-if", "ours", "--scenario", "fat")) == [
        '--scenario: "fat" is no scenario of the bundle; write one of lean'
    ]


def test_every_kind_of_setting_is_asked_and_told(ours):
    found = told(
        "--budget", "50000", "--match-fails", "church=2", "--smallest-post", "1",
        "--one-more", "helper", "--needs", "10%",
    )  # fmt: skip

    assert found["asked"] == {
        "budget": 50000,
        "match_fails": {"church": 2},
        "smallest_post": 1,
        "one_more": ["helper"],
        "needs": 0.1,
    }
    # 200,000 pay two whole posts, 260 of 286 hours; Church's money ends with 2027, and City's 50,000
    # of January 2028 pay three months.
    assert found["what_if"]["fte"] == {"helper": 2}
    assert found["what_if"]["still_to_raise_usd"] == 50000


def test_posts_and_hosts_nobody_knows_are_told_with_what_there_is(ours):
    words = (
        "--without-post",
        "helpr",
        "--host",
        "elm",
        "--match-fails",
        "church",
        "--renewed",
        "x",
    )

    assert lines(run("what-if", "ours", *words)) == [
        '--match-fails: "church" is no year; write ID=YEAR, such as city=2',
        '--renewed: "x" is nobody who pays; write one of church, city',
        '--without-post: "helpr" is no post of the plan; did you mean helper?',
        '--host: "elm" is no host that says its terms; there is none to choose from',
    ]


@pytest.mark.parametrize("one", WHAT_IFS, ids=lambda one: one.key)
def test_every_what_if_has_its_option(one):
    assert option_of(one) in run("what-if", "--help").stdout


def test_where_nothing_is_asked_an_option_is_named(ours):
    assert "Nothing is asked: name an option, such as --pay 10%." in run("what-if", "ours").stdout
