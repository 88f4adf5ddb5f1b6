"""What the equity mirror shows, and what a gap or a missing practice changes in memo, agreement, the
director's profile and the rule sheet; without them all of it vanishes.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.memo.blocks import sentences_of
from cidesign.memo.director import director_paper
from cidesign.memo.memo import memo
from cidesign.record import example_bundle, read_files, reread, with_decision
from cidesign.views.initiative import mirror
from cidesign.views.process.voice import voice
from cidesign.views.process.weigh import weighed_together

CATALOG = load()
HEAD = b"id,name,everybody,community,committee,staff,hosts,parts,brings\n"
ALL = b"all,Everybody,yes,3000,30,60,oak=60; elm=60,,\n"
# A third of the community: of 30 that is 10, of 60 it is 20; four fifths are 8 and 16.
FAIR = b"young,Young people,,1000,10,20,oak=20; elm=20,,\n"
RULES = b"""criteria:
  - {id: community_credibility, label: Standing, weight: 16, scale: {worst: 1, best: 5}}
  - {id: reach, label: Reach, weight: 63, scale: {worst: 1, best: 5}}
  - {id: price, label: Price, weight: 21, scale: {worst: 1, best: 5}}
"""


def bundle(*rows, practices="", **files):
    made = read_files(
        {
            "workshop.yaml": f"name: Ours\ninitiative: {{practices: {{{practices}}}}}\n".encode(),
            "candidates.csv": b"id,name,kind,eligible\noak,Oak,x,yes\nelm,Elm,x,yes\n",
            "rules.yaml": RULES,
            "makeup.csv": HEAD + b"".join(rows or (ALL, FAIR)),
            **{name.replace("_", "."): text for name, text in files.items()},
        }
    )
    return with_decision(made, Decision(page="compare", what="x", figures={"chosen": "oak"}))


def lines(one):
    view = mirror.mirror_view(one, CATALOG)
    return [it.plain for it in mirror.lines(view, view.gaps)]


def told(paper, *ids):
    found = [one for one in paper.sections if one.id in ids]
    return " | ".join(one.plain for one in sentences_of(tuple(found)))


def effects(one):
    """What the mirror changes: the agreement's conditions and profile, the memo's steps, points."""
    paper, made = agreement(one, CATALOG), memo(one, CATALOG)
    found = voice(one, CATALOG)
    profile = told(paper, "staff").partition("with these in mind too: | ")[2]
    steps = told(made, "next")
    return told(paper, "equity"), profile, "equity mirror again" in steps, found is not None


def test_where_every_group_is_there_and_every_practice_ours_nothing_is_asked():
    one = bundle(practices=", ".join(f'{it.id}: "yes"' for it in CATALOG.practices))

    assert lines(one) == []
    assert effects(one) == ("", "", False, False)


@pytest.mark.parametrize(
    ("before", "after", "where", "condition"),
    [
        (
            b",1000,10,",
            b",1000,7,",
            "on the steering committee: Young people (23%; community 33%)",
            "Seats that fall free on the steering committee are offered first among: Young people.",
        ),
        (
            b",20,oak=20",
            b",15,oak=20",
            "among the staff of the backbone: Young people (25%; community 33%)",
            "Open posts are made known first among: Young people.",
        ),
        (
            b"oak=20",
            b"oak=15",
            "among the staff of Oak: Young people (25%; community 33%)",
            "Too few now: Young people.",
        ),
    ],
)
def test_a_gap_is_named_and_changes_agreement_profile_memo_and_points(
    before, after, where, condition
):
    one = bundle(ALL, FAIR.replace(before, after))

    conditions, profile, steps, points = effects(one)

    assert lines(one) == [f"Too few {where}."]
    assert condition in conditions
    assert "We look into the equity mirror again, together, within 12 months." in conditions
    assert profile == "Has the trust of people who are missing here: Young people."
    assert (steps, points) == (True, True)


def test_a_gap_of_a_candidate_that_was_not_chosen_is_shown_and_asks_nothing_of_the_host():
    one = bundle(ALL, FAIR.replace(b"elm=20", b"elm=9"))

    assert lines(one) == ["Too few among the staff of Elm: Young people (15%; community 33%)."]
    assert effects(one) == ("", "", False, True)
    assert "Elm" not in told(memo(one, CATALOG), "mirror")


@pytest.mark.parametrize("practice", CATALOG.practices, ids=lambda one: one.id)
def test_a_practice_that_is_missing_changes_agreement_profile_memo_and_points(practice):
    conditions, profile, steps, points = effects(bundle(practices=f"{practice.id}: not_yet"))

    assert f"Equity | {practice.settles} | " in conditions
    assert profile == practice.seeks
    assert (steps, points) == (True, True)


@pytest.mark.parametrize(("answer", "asks"), [("not_yet", True), ('"yes"', False)])
def test_the_directors_profile_has_what_the_mirror_asks_for(answer, asks):
    one = bundle(practices=f"practice_hiring: {answer}")
    workshop = one.files["workshop.yaml"] + b"director: {capabilities: [leader_vets]}\n"

    paper = director_paper(reread(one, {"workshop.yaml": workshop}), CATALOG)

    assert ("Has cultural competency" in told(paper, "mirror")) is asks


def test_what_nobody_knows_about_a_practice_is_found_out():
    one = bundle(practices="practice_pay: unknown")

    assert effects(one) == ("", "", False, False)
    assert f"Find out: {CATALOG.practices[0].question}" in told(memo(one, CATALOG), "next")


def test_the_month_somebody_chose_to_look_again_stands_in_memo_and_agreement():
    one = bundle(practices="practice_pay: not_yet}, mirror_again: 2028-03, checks: {")

    assert "what is missing | Steering committee | by March 2028" in told(
        memo(one, CATALOG), "next"
    )
    assert "again, together, by March 2028." in effects(one)[0]


def test_who_belongs_to_two_groups_can_be_missing_where_each_of_them_is_there():
    more = b"spanish,Spanish speakers,,1000,10,20,oak=20,,\n"
    both = b"both,Young Spanish speakers,,600,,,oak=4,young; spanish,\n"

    found = lines(bundle(ALL, FAIR, more, both))

    assert (
        found[1] == "Seen only where groups meet: Young Spanish speakers, among the staff of Oak."
    )
    assert len(lines(bundle(ALL, FAIR.replace(b"oak=20", b"oak=9"), more, both))) == 1


def test_a_few_are_shown_in_words_and_no_share_tells_them_on_any_paper():
    one = bundle(
        ALL.replace(b",30,", b",12,"), FAIR.replace(b",10,", b",few,"), b"old,Old,,1000,5,,,,\n"
    )
    view = mirror.mirror_view(one, CATALOG)

    assert "committee: a few" in mirror.about_group(view, view.groups[0])[0]
    assert "committee: four or more" in mirror.about_group(view, view.groups[1])[0]
    assert "42%" not in told(memo(one, CATALOG), "mirror") + effects(one)[0]  # 5 of 12


def test_what_a_group_brings_stands_in_memo_and_agreement():
    one = bundle(ALL, FAIR.replace(b",,\n", b",,time\n"))

    assert "What each group brings: | Young people | time" in told(memo(one, CATALOG), "mirror")
    assert "what each group brings: | Young people | time" in effects(one)[0]


def test_a_measure_split_by_no_group_is_named_and_the_host_asked_to_split_it():
    table = b"id,name,split_by\na,Grades,\nb,Jobs,age\n"

    one = bundle(measures_csv=table)

    assert lines(one) == ["Split by no group, so nobody sees who fares worse: Grades."]
    assert "The host splits by group what no measure shows so yet: Grades." in effects(one)[0]


def test_what_cannot_be_compared_is_named():
    assert lines(bundle(FAIR)) == [
        f"Not said: how many people there are {where}."
        for where in (
            "in the community",
            "on the steering committee",
            "among the staff of the backbone",
            "among the staff of Oak",
            "among the staff of Elm",
        )
    ]


def test_the_weights_we_suggest_give_the_community_its_points_until_the_rules_are_sealed():
    one = bundle(practices="practice_pay: not_yet")

    after = weighed_together(voice(one, CATALOG).shares).on(one)

    # 76 points are left for 63 and 21: three to one.
    assert [it.weight for it in after.rules.criteria] == [24, 57, 19]
    assert voice(after, CATALOG) is None
    without = reread(one, {"rules.yaml": RULES.replace(b"community_credibility", b"other")})
    assert voice(without, CATALOG).shares == {}


def test_a_sealed_sheet_gets_no_suggestion():
    example = example_bundle("philadelphia_stem")

    assert mirror.mirror_view(example, CATALOG).asks_for_something
    assert voice(example, CATALOG) is None


def test_a_mirror_nobody_looked_into_is_one_sentence_and_no_section():
    bare = read_files({"workshop.yaml": b"name: Ours\n"})
    view = mirror.mirror_view(bare, CATALOG)

    assert mirror.claim(view, view.gaps) == "Nobody has looked into the equity mirror yet"
    assert told(memo(bare, CATALOG), "mirror") == ""
