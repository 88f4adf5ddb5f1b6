"""Who does what with whom, in words: each gap is told where it is one, and not where it is not."""

import pytest

from cidesign.catalog import load
from cidesign.record import example_bundle, read_files
from cidesign.views.partners import words
from cidesign.views.partners.joining import partners_pasted
from cidesign.views.partners.need import moved_told, need_moved
from cidesign.views.partners.view import partners_view

CATALOG = load()
PARTNERS = "id,name,sector,serves,good_at\noak,Oak House,health,all,\nelm,Elm Center,arts,all,\n"
HEAD = "id,name,aim,element,chair,lead,supports,people_affected,evidence,meetings_a_year"
WHOLE = "a,Reading,All read,Early years,Ana,oak,elm,yes,yes,12"
PLAN = b"""phase: organize_for_impact
drivers: {partners: 30, working_groups: 4, meetings: 6}
roles: [{id: director, salary_usd: 100000, min_fte: 0, max_fte: 3, does: {vision: 1}}]
funding: {budget_usd: 400000}
"""


def view(*groups, partners=PARTNERS, **files):
    told = {"workshop.yaml": b"name: Ours\n", **files}
    if partners:
        told["partners.csv"] = partners.encode()
    if groups:
        told["groups.csv"] = "\n".join((HEAD, *groups)).encode()
    return partners_view(read_files(told))


def gaps(seen):
    return tuple(one.plain for one in words.missing(seen))


def test_nobody_listed_is_one_sentence_and_no_gap():
    seen = view(partners="")

    assert words.answer(seen) == "Nobody is listed yet."
    assert gaps(seen) == ()


def test_partners_without_groups_are_not_called_idle():
    seen = view()

    assert words.answer(seen) == "Two partners, and no working group yet."
    assert gaps(seen) == ()
    assert words.and_line(seen, CATALOG) == (
        "Next: add the groups they work in, one by one or as a table."
    )


def test_work_that_lacks_nothing_but_leads_for_all_says_so():
    seen = view(WHOLE)

    assert words.answer(seen) == "Two partners share one group."
    assert gaps(seen) == ("This partner supports others and leads nothing: Elm Center.",)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ("a,Reading,All read,Early years,Ana,,,yes,yes,12", "Nobody works on Early years."),
        (
            "a,Reading,All read,,Ana,,,yes,yes,12",
            "Nobody leads or supports this group: Reading.",
        ),
        (
            "a,Reading,All read,Early years,Ana,,elm,yes,yes,12",
            "No partner leads this group: Reading.",
        ),
        (
            "a,Reading,All read,Early years,Ana,oak,,yes,yes,12",
            "One partner leads this group and nobody supports it: Reading.",
        ),
        (
            "a,Reading,All read,Early years,,oak,elm,yes,yes,12",
            "Without a chair: Reading.",
        ),
        (
            "a,Reading,All read,Early years,Ana,oak,elm,no,yes,12",
            "Without people who live with the problem: Reading.",
        ),
        (
            "a,Reading,All read,Early years,Ana,oak,elm,yes,,12",
            "Without anybody who brings data: Reading.",
        ),
        ("a,Reading,,Early years,Ana,oak,elm,yes,yes,12", "Without an aim: Reading."),
        (
            "a,Reading,All read,Early years,Ana,oak,elm,yes,yes,",
            "These groups have not said how often they meet, so meetings are not counted: Reading.",
        ),
    ],
)
def test_each_gap_of_a_group_is_told(changes, says):
    assert says in gaps(view(changes))
    assert says not in gaps(view(WHOLE))


def test_an_element_somebody_works_on_elsewhere_is_served():
    other = "b,Books,Books,early YEARS,Ana,,,yes,yes,12"

    assert not [said for said in gaps(view(WHOLE, other)) if "Nobody works on" in said]


def test_who_has_no_part_could_help_where_help_is_missing():
    partners = PARTNERS + "ash,Ash Trust,law,all,Contracts\n"
    seen = view("a,Reading,All read,Early years,Ana,oak,,yes,yes,12", partners=partners)

    assert gaps(seen)[:2] == (
        "One partner leads this group and nobody supports it: Reading. Ask Ash Trust (good at "
        "Contracts).",
        "These partners neither lead nor support anything: Elm Center and Ash Trust.",
    )


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (
            "id,name,sector\na,A,health\nb,B,Health\nc,C,health\n",
            "All partners come from one sector: health.",
        ),
        (
            "id,name,serves\na,A,families\nb,B,\nc,C,teens\n",
            "Not known yet whom they serve: B.",
        ),
    ],
)
def test_each_gap_of_the_partners_is_told(table, says):
    assert says in gaps(view(partners=table))


def test_partners_of_one_name_are_told_apart_by_their_kind():
    table = "id,name,kind\na,Oak,school\nb,Oak,union\n"

    assert [one.label for one in view(partners=table).partners] == ["Oak (school)", "Oak (union)"]


def test_a_committee_has_no_lead_and_is_no_gap():
    committee = "s,Steering,,,Ana,,,yes,,12"
    head = f"{HEAD},kind"
    told = {
        "workshop.yaml": b"name: Ours\n",
        "groups.csv": f"{head}\n{committee},committee\n".encode(),
    }

    seen = partners_view(read_files(told))

    assert gaps(seen) == ()
    assert seen.working == ()


def test_what_is_counted_is_told_where_a_plan_follows_it():
    assert "Counted" not in words.and_line(view(WHOLE), CATALOG)
    assert words.and_line(view(WHOLE, **{"plan.yaml": PLAN}), CATALOG).endswith(
        "Counted for the hours needed: partners 2, working groups 1 and meetings 1."
    )


def test_the_lists_of_the_example_count_what_its_plan_has_typed():
    bundle = example_bundle("philadelphia_stem")
    typed = read_files(
        {
            path: one
            for path, one in bundle.files.items()
            if not path.endswith(("partners.csv", "groups.csv", "measures.csv", "pathway.csv"))
        }
    )

    counts = {"partners": 30, "working_groups": 4, "meetings": 6, "indicators": 12, "sites": 1}
    assert bundle.counts == {**counts, "own_reports": 1}
    assert bundle.plan == typed.plan
    assert bundle.outlook == typed.outlook


def test_a_list_out_of_a_spreadsheet_keeps_its_columns_also_where_cells_are_blank():
    read = partners_pasted(
        "Organization\tSector\tKind\tServes\tGood at\n"
        "Oak House\thealth\t\tfamilies\t\nElm Center\t\tnonprofit\t\tdata\n"
    )

    oak, elm = read.act.partners
    assert (oak.name, oak.sector, oak.organization, oak.serves) == (
        "Oak House",
        "health",
        "",
        "families",
    )
    assert (elm.sector, elm.organization, elm.serves, elm.good_at) == ("", "nonprofit", "", "data")
    assert read.told == ("Line 1 is a heading and was left out.",)


def test_a_line_of_more_than_five_parts_is_told():
    read = partners_pasted("Oak; a; b; c; d; e")

    assert [one.line() for one in read.problems] == [
        "Line 1: it has more than five parts; leave name, sector, kind, whom it serves, what it is "
        "good at"
    ]


def test_what_the_lists_change_in_the_hours_needed_is_told_before_and_after():
    files = {"workshop.yaml": b"name: Ours\n", "plan.yaml": PLAN}
    typed = need_moved(read_files(files), CATALOG)
    fewer = need_moved(read_files({**files, "partners.csv": PARTNERS.encode()}), CATALOG)
    two = PLAN.replace(b"partners: 30", b"partners: 2")
    same = need_moved(
        read_files({**files, "plan.yaml": two, "partners.csv": PARTNERS.encode()}), CATALOG
    )

    assert typed is None
    assert moved_told(typed) == moved_told(same) == ""
    assert fewer is not None
    assert same is not None
    assert fewer.after == same.after < fewer.before
    assert "by the plan's own numbers it takes" in moved_told(fewer)


def test_hours_set_by_hand_follow_no_list():
    plan = PLAN.replace(
        b"drivers: {partners: 30, working_groups: 4, meetings: 6}", b"need: {vision: 9}"
    )
    files = {"workshop.yaml": b"name: Ours\n", "partners.csv": PARTNERS.encode()}

    assert need_moved(read_files({**files, "plan.yaml": plan}), CATALOG) is None
