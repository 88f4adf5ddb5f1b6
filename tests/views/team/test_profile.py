"""The job profile of a post: Figure 3 of the memo where it names the post, ours elsewhere, and the
plan's own division of time.
"""

import io

import docx
import pytest

from cidesign.catalog import load
from cidesign.domain.allocation import Allocation
from cidesign.domain.problem import BadInput
from cidesign.memo.blocks import Table, Words, sentences_of
from cidesign.memo.profiles import profiles_paper
from cidesign.record import changed, example_bundle, read_files
from cidesign.report.paper import paper_document
from cidesign.views.team.profile import helps_with, profile, profile_told, says_who

CATALOG = load()
STEM = example_bundle("philadelphia_stem")
ROLES = {one.id: one for one in STEM.plan.roles}
# A hundred paid hours each: of the director's 60 for vision, 10 for leading, 30 unassigned.
FOUND = Allocation(
    status="optimal",
    fte={"director": 1.0, "data_manager": 0.5, "policy_manager": 0.0},
    hours={"director": {"vision": 60.0}, "data_manager": {"measurement": 100.0}},
    supervision_hours={"director": 10.0},
    unassigned_hours={"director": 30.0},
)


def made(id, found=FOUND):
    return profile(ROLES[id], CATALOG, found)


def test_what_the_memo_gives_a_post_is_its_and_bears_its_source():
    director = {one.function: one for one in made("director").duties}

    # Figure 3: the director guides vision and strategy, and advances policy.
    assert {"vision", "policy"} <= set(director)
    assert {task.source for task in director["vision"].tasks} == {"fsg_2017"}
    assert len(director["vision"].tasks) == 3
    # Its braces are lost beside mobilizing resources: that it is the director's is ours.
    told = says_who(director["resources"].tasks[0], CATALOG)
    assert told == "FSG, 2017; this post's by our reading"


def test_a_post_the_memo_does_not_draw_has_activities_of_our_own():
    policy = {one.function: one for one in made("policy_manager").duties}

    assert {task.source for one in policy.values() for task in one.tasks} == {"own"}
    assert set(policy) == {"policy", "vision"}
    assert helps_with(made("policy_manager")) == "May help with shared measurement."


def test_its_part_of_the_time_follows_the_plan():
    director = made("director")

    assert {one.function: one.share for one in director.duties}["vision"] == 0.6
    assert director.leads == 0.1
    assert {one.share for one in made("director", None).duties} == {None}
    assert profile_told(director, CATALOG)[0][1] == "60% of its time"


def test_a_post_of_our_own_gets_what_its_function_is():
    post = {"id": "Translator", "salary_usd": 50000, "min_fte": 0, "max_fte": 1}
    own = changed(STEM, "plan.yaml", {("roles", 8): {**post, "does": {"community": 1}}})
    told = profile(own.plan.roles[-1], CATALOG, None)

    assert [one.function for one in told.duties] == ["community"]
    assert told.duties[0].tasks[0].says == CATALOG.entry("functions", "community").what


@pytest.mark.parametrize("role", [one.id for one in CATALOG.roles])
def test_every_usual_post_has_activities_for_functions_it_does(role):
    entry = CATALOG.entry("roles", role)
    figure = {one.id for one in CATALOG.functions for task in one.activities if task.role == role}

    assert {one.function for one in entry.activities} | figure
    assert {one.function for one in entry.activities} | figure <= set(entry.does)


def test_the_paper_has_a_page_for_each_post_that_is_hired():
    lent = {("sets", "loans", "director"): {"days_a_week": 1, "lender": "The city"}}
    record = changed(STEM, "structure.yaml", lent)
    paper = profiles_paper(record, CATALOG, solve=lambda _: FOUND)
    first, second = paper.sections

    assert [one.heading.plain for one in paper.sections] == ["Director", "Data manager"]
    assert (first.own_page, second.own_page) == (False, True)
    place = {label.plain: said.plain for label, said in _of(first, Words).pairs}
    assert place["Size"] == "1 FTE"
    assert place["Pay"] == "$105,300 a year for a full-time post, before benefits"
    assert place["Reports to"].startswith("The steering committee for the work")
    assert place["On loan from"] == "The city"
    assert _of(first, Table).rows[0][3].plain == "60%"
    said = " ".join(one.plain for one in sentences_of(paper.sections))
    assert "10% of its time goes to leading the others." in said
    printed = docx.Document(io.BytesIO(paper_document(paper))).paragraphs
    begins = {one.text: one.paragraph_format.page_break_before for one in printed}
    assert (begins["Director"], begins["Data manager"]) == (False, True)


def _of(section, kind):
    return next(one for one in section.blocks if isinstance(one, kind))


def test_without_a_plan_or_a_team_there_is_no_profile_and_the_way_is_told():
    bare = read_files({"workshop.yaml": b"name: Ours\n"})

    for record, found in ((bare, FOUND), (STEM, Allocation(status="infeasible"))):
        with pytest.raises(BadInput, match="hires nobody yet"):
            profiles_paper(record, CATALOG, solve=lambda _, found=found: found)
