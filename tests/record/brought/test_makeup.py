"""People by group come in as somebody counted them, and out again to fill in."""

from cidesign.acts.brought import act_for
from cidesign.record.brought import kind_of, understand
from tests.record.brought.workshops import workshop

HELD = "id,name,everybody,staff,hosts,why\nall,All,yes,20,oak=30,x\nmen,Men,,8,oak=few,y\n"
COUNTED = (
    'Group,In the community,Committee,Elm Fund,Made of,Strengths\nTotal,"152,000",12,25,,\n'
    "Women,76000,4,few,,\nYoung people,40000,2,0,,time\nYoung women,20000,<4,,women; Young people,\n"
)


def read(content, **files):
    return understand("t.csv", content.encode(), workshop(**files), "makeup")


def test_a_table_with_a_total_and_a_column_for_a_candidate_is_read():
    found = read(COUNTED)

    every, women, young, both = act_for(found).on(workshop()).makeup

    assert found.problems == found.questions == ()
    assert (every.everybody, every.community, every.committee) == (True, 152_000, 12)
    assert every.hosts == {"elm": 25}
    assert (women.committee, women.hosts) == (4, {"elm": "few"})
    assert (young.committee, young.hosts, young.brings) == ("few", {"elm": 0}, "time")
    assert (both.committee, both.parts) == ("few", ("women", "young_people"))
    assert b",2," not in found.content


def test_counts_of_other_candidates_and_columns_of_ones_own_stay():
    found = read("Group,Elm Fund\nMen,6\n", makeup=HELD)

    after = act_for(found).on(workshop(makeup=HELD))

    assert after.files["makeup.csv"].decode().splitlines()[1:] == [
        "all,All,yes,20,oak=30,x",
        "men,Men,,8,oak=few; elm=6,y",
    ]


def test_a_count_nobody_can_read_is_told():
    (problem,) = read("Group,Committee\nMen,many\n").problems

    assert problem.line() == (
        'row 2, Steering committee: "many" cannot be read; write how many people, such as 12, or '
        "few for one to three"
    )


def test_the_table_that_is_handed_out_comes_back_unchanged():
    filled = workshop(makeup=HELD)

    found = understand("t.csv", kind_of("makeup").template(filled), filled, "makeup")

    assert (found.counts.to_write, found.counts.same) == (0, 2)
