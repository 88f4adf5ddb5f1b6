"""What those who pay take on beside it and how they want to read results: told on the page, counted
for the hours needed, a next step of the memo and a clause of the agreement.
"""

from decimal import Decimal

import pytest

from cidesign.catalog import load
from cidesign.domain.funding import Results
from cidesign.domain.words import Function, Phase
from cidesign.domain.workshop import Decision
from cidesign.memo.agreement import agreement
from cidesign.memo.blocks import sentences_of
from cidesign.memo.next import next_steps
from cidesign.memo.snapshot import snapshot
from cidesign.outlook import with_first_need
from cidesign.outlook.need import need_of_year
from cidesign.record import changed, example_bundle, read_files, with_decision
from cidesign.views.funding.parts import nobody, taken
from cidesign.views.funding.view import money_view
from cidesign.views.sources.guidance import funders

CATALOG = load()
PLAN = {
    "drivers": {"partners": 10, "grants": 2},
    "phase": "organize_for_impact",
    "floor": 0,
    "roles": [
        {"id": "director", "salary_usd": 1, "min_fte": 1, "max_fte": 1, "does": {"vision": 1}}
    ],
    "funding": {"budget_usd": 550_000},
}
PAYS = {"id": "oak_fund", "usd": 60_000, "from": "2027-01", "to": "2028-06"}
TIED = {**PAYS, "functions": ["measurement"]}
CIRCLE = {"role": "organize_circle", "who": "Rosa Lind", "by": "2027-09"}
NO_PLAN = read_files({"workshop.yaml": b"name: Ours\n"})


def ours(*sources, phases=(), years=3):
    record = changed(NO_PLAN, "plan.yaml", {(): PLAN})
    ahead = {"start": "2027-01", "years": years, "phases": list(phases)}
    record = changed(record, "outlook.yaml", {(): ahead})
    return changed(record, "funding.yaml", {(): {"sources": list(sources)}})


def steps(record):
    return [tuple(part.plain for part in step) for step in next_steps(snapshot(record, CATALOG))]


def first_need(record):
    return with_first_need(record.plan, record.outlook, CATALOG.need_table()).need


def test_who_takes_what_on_by_when_stands_beside_who_pays():
    (row,) = money_view(ours({**PAYS, "takes_on": [CIRCLE]}), CATALOG).rows

    assert row.more == ("It takes on: bring backbones together (Rosa Lind, by September 2027).",)
    assert row.watch == ()


def test_a_part_nobody_is_named_for_and_one_after_the_money_are_told():
    late = {"role": "organize_advice", "by": "2028-07"}  # the money ends in June

    (row,) = money_view(ours({**PAYS, "takes_on": [late]}), CATALOG).rows

    assert row.watch == (
        "Advise on learning is to be done by July 2028, after its money has ended: agree on an "
        "earlier month, or on longer money.",
        "Advise on learning: nobody there is named yet.",
    )


def test_a_list_in_which_nobody_was_asked_says_nothing_of_it():
    view = money_view(ours(PAYS), CATALOG)

    assert (view.open_parts, view.rows[0].more) == ("", ())
    assert not any("funder" in what for what, _, _ in steps(ours(PAYS)))


def test_what_nobody_takes_on_in_our_phase_is_told_and_a_next_step():
    record = ours({**TIED, "takes_on": [CIRCLE]})

    assert money_view(record, CATALOG).open_parts == (
        "Still open for a funder to take on: fund without strings, pay for key abilities and "
        "advise on learning."
    )
    assert (
        "Find a funder to fund without strings, pay for key abilities and advise on learning",
        "Steering committee",
        "next meeting",
    ) in steps(record)


@pytest.mark.parametrize(
    ("phase", "source", "shown"),
    [
        (Phase.ORGANIZE_FOR_IMPACT, PAYS, "organize_unrestricted"),
        (Phase.INITIATE_ACTION, TIED, "initiate_promise"),
    ],
)
def test_what_the_money_itself_shows_is_not_asked_for(phase, source, shown):
    elsewhere = {"role": "sustain_taper", "who": "Rosa Lind"}
    less = {**TIED, "to": "2027-06", "takes_on": [elsewhere]}  # tied, and half a year
    phases = [{"phase": str(phase), "from": "2027-01"}]

    there = nobody(ours({**source, "takes_on": [elsewhere]}, phases=phases), CATALOG)
    missing = nobody(ours(less, phases=phases), CATALOG)

    assert shown not in [one.id for one in there]
    assert shown in [one.id for one in missing]


def test_a_part_with_who_and_month_is_a_dated_next_step():
    later = {"role": "organize_advice", "who": "Rosa Lind", "by": "2027-11"}
    record = ours({**PAYS, "takes_on": [later, CIRCLE]})

    assert [step for step in steps(record) if "Rosa Lind" in step[1]] == [
        (
            "Bring backbones together: Begin or carry a circle in which several backbones learn "
            "from each other.",
            "Rosa Lind, Oak fund",
            "by September 2027",
        ),
        (
            "Advise on learning: Lend know-how on evaluation and on learning from it.",
            "Rosa Lind, Oak fund",
            "by November 2027",
        ),
    ]


def test_a_phase_that_follows_asks_for_its_parts_before_it_begins():
    phases = [
        {"phase": "organize_for_impact", "from": "2027-01"},
        {"phase": "sustain", "from": "2028-07"},
    ]
    evolve = {"role": "sustain_evolve", "who": "Rosa Lind", "by": "2028-05"}

    record = ours({**PAYS, "takes_on": [CIRCLE, evolve]}, phases=phases)

    assert (
        "Find a funder to bring own grants in line and leave step by step, in the phase Sustain "
        "action and impact",
        "Steering committee",
        "before July 2028",
    ) in steps(record)


def test_each_role_of_the_catalog_can_be_taken_on_and_says_by_whom():
    every = [{"role": one.id, "who": "Rosa Lind"} for one in CATALOG.funder_roles]
    record = ours({**PAYS, "takes_on": every})

    lines = [line for _, _, said in funders(CATALOG, record) for line in said]

    assert [one.label.plain for one in taken(record, CATALOG)] == [
        one.label for one in CATALOG.funder_roles
    ]
    assert len(lines) == len(every)
    assert all(line.endswith("Taken on by Oak fund.") for line in lines)


def test_what_funders_can_do_is_told_with_and_without_anybody_who_takes_it_on():
    (circle,) = [one for one in CATALOG.funder_roles if one.id == CIRCLE["role"]]

    told = {
        with_: [
            line
            for _, _, said in funders(CATALOG, ours({**PAYS, "takes_on": taken_on}))
            for line in said
        ]
        for with_, taken_on in (("nobody", []), ("one", [CIRCLE]))
    }

    assert len(told["nobody"]) == len(told["one"]) == len(CATALOG.funder_roles)
    assert [line for line in told["one"] if line not in told["nobody"]] == [
        line
        for line in told["one"]
        if line.startswith(circle.label) and line.endswith("Taken on by Oak fund.")
    ]
    assert not any("Taken on" in line for line in told["nobody"])


def test_a_report_of_its_own_makes_work_as_long_as_its_money_lasts():
    own = {**PAYS, "results": "own"}  # January 2027 to June 2028

    without, then = ours(PAYS), ours(own)

    # Six hours a month for one report, half for shared measurement, half for resources, in a phase
    # that asks for all of the first and for two thirds of the second: three, and two.
    level = {
        f: CATALOG.entry("phases", "organize_for_impact").need_level[f].value
        for f in (Function.MEASUREMENT, Function.RESOURCES)
    }
    more = {f: first_need(then)[f] - first_need(without)[f] for f in level}
    assert more == {f: 3 * Decimal(level[f]) / 3 for f in level}
    assert then.counts["own_reports"] == 1
    table = CATALOG.need_table()
    years = [
        need_of_year(then.plan, then.outlook, table, year)[Function.MEASUREMENT]
        - need_of_year(without.plan, without.outlook, table, year)[Function.MEASUREMENT]
        for year in range(3)
    ]
    assert years == [more[Function.MEASUREMENT], more[Function.MEASUREMENT] / 2, 0]


def test_shared_results_make_no_work_of_their_own():
    shared = ours({**PAYS, "results": "shared"})

    assert "own_reports" not in shared.counts
    assert first_need(shared) == first_need(ours(PAYS))
    assert shared.funding.sources[0].results is Results.SHARED


def test_whoever_has_not_said_how_she_wants_results_is_asked_once_others_have():
    elm = {**PAYS, "id": "elm_fund"}

    asked = steps(ours({**PAYS, "results": "shared"}, elm))

    assert (
        "Ask whether our shared measures are enough: Elm fund",
        "Steering committee",
        "next meeting",
    ) in asked
    assert not any("shared measures" in what for what, _, _ in steps(ours(PAYS, elm)))


def test_the_agreement_says_how_each_funder_reads_results():
    decided = with_decision(
        example_bundle("philadelphia_stem"),
        Decision(page="compare", what="Harborlight", figures={"chosen": "harborlight"}),
    )
    open_ = {("sources", place, "results"): None for place in range(4)}

    told = [one.plain for one in sentences_of(agreement(decided, CATALOG).sections)]
    before = [
        one.plain
        for one in sentences_of(
            agreement(changed(decided, "funding.yaml", open_), CATALOG).sections
        )
    ]

    shared = (
        "Report by the shared measures, as a common result that is not split up by partner: "
        "Foundation, Employers and Data fund."
    )
    own = "A report of its own, which the host writes: City youth; when and how: [to be agreed]."
    assert {shared, own} <= set(told)
    assert not {shared, own} & set(before)
    assert "Reports to funders, audits and other conditions: [to be agreed]." in before
