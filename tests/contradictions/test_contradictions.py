"""No sentence contradicts an answer, or another sentence of its page or of the memo, in forty
workshops; and each rule finds what breaks it.
"""

from dataclasses import replace

import pytest

from tests.contradictions import rules
from tests.contradictions.pages import Said, said_of
from tests.contradictions.rules import RULES
from tests.contradictions.workshops import CASES

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_sentence_contradicts_an_answer_or_another_sentence(case):
    said = said_of(case)

    assert {rule.__name__: found for rule in RULES if (found := list(rule(said)))} == {}


def altered(name: str, page: str, sentence: str) -> Said:
    """A workshop of which one more thing is said on one page."""
    told = said_of(next(case for case in CASES if case.name == name))
    pages = {**told.pages, page: (*told.pages[page], sentence)}
    more = Said(told.case)
    vars(more).update({**vars(told), "pages": pages})
    vars(more).pop("all", None)
    return more


BROKEN = {
    rules.the_plan_costs_the_same_everywhere: ("nobody known", "memo", "It is $1k of $480k."),
    rules.no_plan_costs_more_than_its_budget: ("nobody known", "team", "It is $490k of $480k."),
    rules.the_rest_adds_up_as_shown: (
        "far more money than needed",
        "team",
        "$900k of $2m pays. Of the rest, $20k is put aside as reserve.",
    ),
    rules.all_is_said_of_all_only: ("nobody known", "team", "It covers all we need."),
    rules.one_share_is_covered: ("nobody known", "overview", "A plan that covers 12% of it."),
    rules.without_a_plan_nothing_is_hired_or_covered: ("no plan fits", "team", "$1 pays for 2 FTE."),
    rules.a_leader_is_the_leader_everywhere: ("a round is closed", "memo", "Elm Center leads by 2 points."),
    rules.who_is_ahead_is_ahead_by_what_is_shown: (
        "a round is closed", "memo", "Oak House leads by 24.9 points."
    ),
    rules.sealed_is_not_not_sealed: ("nobody known, sealed", "score", "The rules are not sealed."),
    rules.nothing_is_advised_after_the_seal: ("nobody known, sealed", "process", "We advise: open."),
    rules.nobody_is_not_said_beside_somebody: ("several known", "candidates", "No candidates yet."),
    rules.nobody_known_is_no_sole_source: (
        "nobody known", "memo", "Only one was asked."
    ),
    rules.an_answer_about_hosts_is_not_contradicted: (
        "nobody known", "process", "Several organizations could do it."
    ),
    rules.a_usual_answer_is_nobodys: ("nobody known", "structure", "These are your answers."),
    rules.what_is_decided_is_not_open: (
        "far more money than needed, decided",
        "memo",
        "Draft: not decided yet are the structure, the host and team and budget.",
    ),
    rules.not_needed_is_not_for_want_of_money: (
        "far more money than needed",
        "team",
        "Not in this budget: Second facilitator.",
    ),
    rules.hosts_that_differ_are_not_alike: (
        "hosts pay otherwise", "scenarios", "All hosts' terms score alike."
    ),
    rules.money_that_runs_out_does_not_last: (
        "nobody known", "memo", "The money lasts through May 2031."
    ),
    rules.nothing_shows_an_id: ("the example", "outlook", "The data_fund pays."),
    rules.days_are_written_as_people_write_them: ("nobody known", "process", "Until 2027-03-01."),
    rules.not_more_members_scored_than_there_are: (
        "a round is closed", "memo", "6 of 5 members scored it."
    ),
    rules.a_backbone_at_work_needs_no_choice: (
        "a backbone works already", "memo", "Decide who hosts."
    ),
    rules.no_sentence_stands_twice_with_two_figures: (
        "nobody known", "team", "It costs $1 of the budget of $480,000."
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.__name__)
def test_a_sentence_that_breaks_a_rule_is_found(rule):
    name, _, _ = BROKEN[rule]

    assert list(rule(said_of(next(case for case in CASES if case.name == name)))) == []
    assert list(rule(altered(*BROKEN[rule])))


def test_two_next_steps_are_found():
    said = Said(CASES[1])
    rows = tuple(replace(row, next=row.needed) for row in said.steps.rows)
    said.__dict__["steps"] = replace(said.steps, rows=rows)

    assert list(rules.one_step_is_next(said))


def test_every_rule_has_a_sentence_that_breaks_it():
    assert {*BROKEN, rules.one_step_is_next} == set(RULES)
