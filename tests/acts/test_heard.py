"""People beyond the committee are heard: kept by group, of no fewer than four, read by nobody before
the close, and in no point of the result.
"""

import pytest

from cidesign.acts.heard import heard_in_sight
from cidesign.acts.keep_heard import HeardOf, KeepHeard
from cidesign.acts.reads import seen_by
from cidesign.acts.remove_candidate import RemoveCandidate
from cidesign.acts.remove_heard import RemoveHeard
from cidesign.acts.written import written
from cidesign.domain.person import ROLES, Person, Role
from cidesign.domain.problem import BadInput
from cidesign.domain.stage import STAGES
from cidesign.views.candidates.hearing import heard_pasted
from cidesign.workshop import Store
from tests.views.compare.panels import bundle

HEAD = "who,asked,candidate,mean,said,day,source\n"
PLANTED = "PLANTED-SENTENCE"
CLOSED = {stage.id for stage in STAGES if stage.round_was_closed and not stage.round_is_open}


def of(candidate="oak", **more):
    return HeardOf(**{"who": "Parents", "asked": 24, "candidate": candidate, "mean": 3.5, **more})


def keep(*rows):
    return KeepHeard(rows=rows or (of(),))


def refused(*rows, start=None):
    with pytest.raises(BadInput) as told:
        keep(*rows).on(start or bundle())
    return " ".join(problem.line() for problem in told.value.problems)


def lines(table):
    with pytest.raises(BadInput) as told:
        bundle(heard=table)
    return " ".join(problem.line() for problem in told.value.problems)


def table(record):
    return record.files["heard.csv"].decode()


def test_what_a_group_said_is_a_row_for_each_candidate():
    after = keep(
        of(day="2026-09-03", source="survey"), of("Elm Fund", mean=None, said=" Far   away. ")
    ).on(bundle())

    assert table(after) == (
        HEAD + "Parents,24,oak,3.5,,2026-09-03,survey\nParents,24,elm,,Far away.,,\n"
    )
    assert [(one.candidate, one.mean, one.said) for one in after.heard] == [
        ("oak", 3.5, ""),
        ("elm", None, "Far away."),
    ]


def test_kept_again_a_group_replaces_its_rows_and_others_stay_letter_for_letter():
    start = bundle(
        heard=f'typed by,{HEAD}Dee,"Youth",9,oak,4,,,\nEli,Parents,24,oak,2,,,\n'
        "Eli,Parents,24,elm,1,,,\n"
    )

    after = keep(of(who="PARENTS", asked=30)).on(start)

    assert table(after).splitlines()[:2] == table(start).splitlines()[:2]
    assert [(one.who, one.asked, one.candidate, one.mean) for one in after.heard] == [
        ("Youth", 9, "oak", 4),
        ("PARENTS", 30, "oak", 3.5),
    ]


@pytest.mark.parametrize("asked", [1, 3])
def test_fewer_than_four_are_not_kept(asked):
    assert "fewer than four were asked" in refused(of(asked=asked))


def test_four_are_kept():
    assert keep(of(asked=4)).on(bundle()).heard


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"who": " "}, "nobody is named"),
        ({"asked": None}, "how many were asked is not told"),
        ({"asked": 4.5}, "how many were asked is not told"),
        ({"candidate": "pine"}, "is no candidate; write one of Oak House, Elm Fund, Ash Works"),
        ({"mean": 5.1}, "is not from 1 to 5"),
        ({"mean": 0.9}, "is not from 1 to 5"),
        ({"mean": None, "said": " "}, "there is no mean and no sentence"),
        ({"day": "3 Sep"}, "is no day"),
        ({"said": "x" * 301}, "it has 301 letters"),
    ],
)
def test_what_is_wrong_says_what_to_do_and_nothing_is_kept(more, said):
    assert said in refused(of(**more))


def test_one_group_speaks_of_a_candidate_once_and_has_one_number():
    assert "spoke of it in a line before" in refused(of(), of())
    assert "has two numbers of people" in refused(of(), of("elm", asked=9))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Parents,24,pine,3,,,", "row 2, candidate"),
        ("Parents,24,oak,9,,,", "row 2, mean"),
        ("Parents,0,oak,3,,,", "row 2, asked"),
        (",24,oak,3,,,", "row 2, who"),
        ("Parents,24,oak,3,,tomorrow,", "row 2, day"),
        ("Parents,24,oak,3,,,\nparents,24,oak,4,,,", "row 3"),
        ("Parents,24,oak,3,,,\nparents,25,elm,4,,,", "row 3"),
    ],
)
def test_a_table_with_a_fault_says_in_which_row(row, said):
    assert f"heard.csv: {said}" in lines(HEAD + row + "\n")


def test_a_workshop_without_the_table_has_none_of_it():
    record = bundle()

    assert record.heard == ()
    assert "heard.csv" not in record.files


def test_a_group_is_taken_out_and_one_nobody_knows_is_told():
    after = RemoveHeard(who="parents").on(keep().on(bundle()))

    assert after.heard == ()
    with pytest.raises(BadInput):
        RemoveHeard(who="Youth").on(after)


def test_a_candidate_leaves_with_what_was_said_of_it():
    record = keep(of(), of("elm")).on(bundle())

    assert [one.candidate for one in RemoveCandidate(id="elm").on(record).heard] == ["oak"]


@pytest.mark.parametrize("stage", [stage.id for stage in STAGES])
@pytest.mark.parametrize("role", ROLES)
def test_nobody_reads_it_before_the_close_and_all_after(stage, role):
    """Like scores: searched in the files and in what was read from them."""
    record = bundle(
        stage, heard=f"{HEAD}Parents,24,oak,3.14159,{PLANTED},,\nYouth,3,oak,2.71828,FEW,,\n"
    )
    member = "ana" if role is Role.MEMBER else ""

    seen = seen_by(Person("p", role, "P", member, "w"), record)

    held = str(seen.heard) + "".join(map(str, dict(seen.files).values()))
    assert ("3.14159" in held) == (stage in CLOSED)
    assert (PLANTED in held) == (stage in CLOSED and role is not Role.OBSERVER)
    assert "2.71828" not in held
    assert "FEW" not in held
    assert (len(heard_in_sight(record)) == 1) == (stage in CLOSED)


def test_who_keeps_it_reads_before_the_close_which_groups_were_asked_and_no_more():
    record = keep(of(said=PLANTED), of("elm")).on(bundle())

    for role, groups in ((Role.SCRIBE, {"Parents"}), (Role.MEMBER, set()), (Role.OBSERVER, set())):
        seen = seen_by(Person("p", role, "P", "ana" if role is Role.MEMBER else "", "w"), record)
        assert {one.who for one in seen.heard} == groups
        assert {(one.mean, one.said) for one in seen.heard} <= {(None, "")}


def test_the_ledger_that_all_may_read_does_not_tell_it():
    told = written(keep(of(said=PLANTED)), {})

    assert PLANTED not in str(told.value)
    assert "3.5" not in str(told.value)
    assert PLANTED in str(told.held)


def test_history_takes_it_back(tmp_path):
    with Store(f"sqlite:///{tmp_path}/w.db") as store:
        workshop = store.create(bundle())
        done = store.do(workshop, keep(), nonce="one")
        undone = store.do(workshop, store.way_back(workshop, done.seq), nonce="two")

    assert len(done.kept.bundle.heard) == 1
    assert undone.kept.bundle.heard == ()
    assert keep().told("Dee", bundle()) == "Dee kept what one group beyond the committee said"


def test_a_table_is_pasted_from_a_spreadsheet_or_with_commas():
    tabs = heard_pasted(
        "Who\tAsked\tCandidate\nParents\t24\toak\t3.5\tKind, near\t2026-09-03\tsurvey\n"
    )
    commas = heard_pasted('Parents,24,Oak House,3.5,"Kind, near"\n\nYouth,9,elm,,Far\n')

    assert [(one.said, one.day, one.line) for one in tabs.act.rows] == [
        ("Kind, near", "2026-09-03", 2)
    ]
    assert [(one.who, one.mean, one.said) for one in commas.act.rows] == [
        ("Parents", 3.5, "Kind, near"),
        ("Youth", None, "Far"),
    ]
    assert len(commas.act.on(bundle()).heard) == 2


def test_a_pasted_table_with_faults_says_in_which_line():
    found = heard_pasted("Parents,many,oak,3\nParents,9,oak,3,a,b,c,d\n")

    assert [one.where for one in found.problems] == ["Line 1", "Line 2"]
