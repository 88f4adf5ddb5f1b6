"""Our common agenda in words: what is empty or carried by nobody is named, and memo and agreement
take over what stands there.
"""

import pytest

from cidesign.catalog import load
from cidesign.domain.pathway import ACTIVITIES
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.memo.blocks import sentences_of
from cidesign.memo.memo import memo
from cidesign.record import example_bundle, read_files, reread, with_decision
from cidesign.views.initiative import agenda
from cidesign.views.partners import words as partners
from cidesign.views.partners.view import partners_view

CATALOG = load()
EXAMPLE = example_bundle("philadelphia_stem")
PROFILE = (
    b"name: Ours\ninitiative: {problem: p, vision: v, goal: g, target: t, people: w, took_part: a, "
    b"agenda_version: '1', agenda_again: 2027-10}\n"
)
HEAD = b"id,name,kind,activity,groups,measures,causes\n"
FIVE = b"".join(
    f"s{place},Strategy {place},strategy,{one},jobs,tests,c\n".encode()
    for place, one in enumerate(ACTIVITIES)
)
OTHERS = (
    b"c,Fees,cause,,,,\np,Kind,principle,,,,\nm,Small steps,method,,,,\n"
    b"t,Walks,practice,,,tests,\nl,Pairs work,lesson,,,,\n"
)


def bundle(table=HEAD + FIVE + OTHERS, profile=PROFILE):
    return read_files(
        {
            "workshop.yaml": profile,
            "groups.csv": b"id,lead\njobs,oak\n",
            "partners.csv": b"id\noak\n",
            "measures.csv": b"id\ntests\n",
            "pathway.csv": table,
        }
    )


def missing(one):
    return [it.plain for it in agenda.missing(agenda.agenda_view(one), CATALOG)]


def told(paper, *ids):
    found = [one for one in paper.sections if one.id in ids]
    return " | ".join(one.plain for one in sentences_of(tuple(found)))


def chosen(one):
    decision = Decision(page="compare", what="x", figures={"chosen": one.candidates[0].id})
    return with_decision(one, decision)


def test_where_all_is_written_carried_and_seen_nothing_is_missing():
    assert missing(bundle()) == []


def test_an_agenda_that_is_not_begun_lacks_nothing_yet():
    bare = read_files({"workshop.yaml": b"name: Ours\ninitiative: {problem: p, goal: g}\n"})

    assert missing(bare) == []
    assert agenda.claim(agenda.agenda_view(bare)) == "Our common agenda is not written here yet"


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("problem", "the problem"),
        ("vision", "the vision"),
        ("goal", "the goal"),
        ("target", "how we will know that we are there"),
        ("people", "for and with whom"),
        ("took_part", "who took part"),
        ("agenda_version", "its version"),
        ("agenda_again", "when we look at it again"),
    ],
)
def test_each_text_that_is_empty_is_named(key, says):
    profile = PROFILE.replace(f"{key}:".encode(), b"notes:")

    assert missing(bundle(profile=profile)) == [f"Not written yet: {says}."]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (b"p,Kind,principle,,,,\n", "Not written yet: principles."),
        (b"m,Small steps,method,,,,\n", "Not written yet: methods."),
        (b"t,Walks,practice,,,tests,\n", "Not written yet: practices we try."),
    ],
)
def test_each_list_that_is_empty_is_named(row, says):
    assert missing(bundle((HEAD + FIVE + OTHERS).replace(row, b""))) == [says]


def test_an_activity_without_a_strategy_is_named():
    table = (HEAD + FIVE + OTHERS).replace(b",data,", b",learning,")

    assert missing(bundle(table)) == ["No strategy is about: strengthening data."]


def test_a_strategy_without_group_or_measure_or_activity_is_named():
    table = HEAD + FIVE + OTHERS

    assert missing(
        bundle(table.replace(b"Strategy 0,strategy,movement,jobs", b"A,,movement,"))
    ) == ["No working group carries: A."]
    assert missing(bundle(table.replace(b"data,jobs,tests", b"data,jobs,"))) == [
        "No measure shows: Strategy 1."
    ]
    assert missing(bundle(table.replace(b"strategy,data", b"strategy,"))) == [
        "Not said which of the five things we do together it is: Strategy 1."
    ]


def test_a_practice_no_measure_shows_is_named():
    table = (HEAD + FIVE + OTHERS).replace(b"practice,,,tests,", b"practice,,,,")

    assert missing(bundle(table)) == ["We try this and no measure shows whether it works: Walks."]


def test_a_root_cause_no_strategy_works_on_is_named_and_a_strategy_that_works_on_none():
    without = (HEAD + FIVE + OTHERS).replace(b"movement,jobs,tests,c", b"movement,jobs,tests,")
    other = HEAD + FIVE + OTHERS + b"d,Distance,cause,,,,\n"

    assert missing(bundle(without)) == [
        "These strategies work on no root cause we name: Strategy 0."
    ]
    assert missing(bundle(other)) == ["No strategy works on: Distance."]


def test_where_something_is_tried_and_nothing_learnt_it_is_told():
    table = (HEAD + FIVE + OTHERS).replace(b"l,Pairs work,lesson,,,,\n", b"")

    assert missing(bundle(table)) == [
        "Practices are tried, and what we learnt is not written down yet."
    ]


def test_the_memo_tells_what_keeps_it_so_and_what_was_learnt():
    said = told(memo(bundle(), CATALOG), "agenda")

    assert "What keeps it so | Fees" in said
    assert "What we learnt | Pairs work" in said


def test_the_page_partners_names_a_strategy_nobody_works_on():
    before = bundle()
    after = bundle((HEAD + FIVE + OTHERS).replace(b"data,jobs", b"data,"))
    gaps = [{it.plain for it in partners.missing(partners_view(one))} for one in (before, after)]

    assert gaps[1] - gaps[0] == {"Nobody works on Strategy 1."}


def test_each_activity_has_its_words_in_the_catalog():
    listed = {one.id for one in CATALOG.guidance_about("collective_activity")}

    assert {one.guidance for one in ACTIVITIES} == listed


def test_the_memo_has_all_of_it_and_when_it_is_looked_at_again():
    made = memo(EXAMPLE, CATALOG)
    said, steps = told(made, "agenda"), told(made, "next")

    assert "Every child in Philadelphia can picture" in said
    assert "A person walks along to the next program" in said
    assert "Rules that let pupils work for pay | Influencing institutions | nobody yet" in said
    assert (
        "Look at the common agenda again, together | Steering committee | by October 2027" in steps
    )


def test_a_memo_of_a_workshop_without_any_of_it_has_no_such_section():
    made = memo(read_files({"workshop.yaml": b"name: Ours\n"}), CATALOG)

    assert told(made, "agenda") == ""
    assert "Look at the common agenda again" not in told(made, "next")


def test_the_agreement_takes_over_what_all_sign_up_to_and_looks_at_what_is_tried():
    whole = told(agreement(chosen(EXAMPLE), CATALOG), "parties", "review")
    bare = told(
        agreement(chosen(reread(EXAMPLE, {"pathway.csv": None})), CATALOG), "parties", "review"
    )

    assert "The vision we share | Every child in Philadelphia" in whole
    assert "Our common agenda, version | 2" in whole
    assert "Principles | Those who live with it decide first; " in whole
    assert "kept only if it works: Mentors from the same streets; A person walks" in whole
    assert "Principles" not in bare
    assert "kept only if it works" not in bare
