"""Problems of a document: a place people find, what is wrong, what to do, all of them at once, and
never pydantic's words.
"""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.domain.fact import Fact
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.panel import Candidate, Recusal, Score
from cidesign.domain.plan import Plan
from cidesign.domain.problem import BadInput
from cidesign.domain.rules import RuleSheet
from cidesign.domain.structure import StructureProfile
from cidesign.domain.workshop import Decisions, Workshop
from cidesign.record.faults import known_keys, valid

PLAN = {
    "priorities": {"vision": 1, "policy": 1},
    "need": {"vision": 100},
    "roles": [
        {
            "id": "facilitator",
            "salary_usd": 90000,
            "min_fte": 0,
            "max_fte": 1,
            "does": {"vision": 1},
        }
    ],
    "lines": [
        {
            "id": "fund",
            "functions": {"community": 1},
            "pieces": [{"usd": 1000, "hours_per_month_per_1000_usd": 2}],
        }
    ],
    "in_kind": [{"id": "desk", "usd": 100, "offsets": "office"}],
    "overhead": {"kind": "indirect", "rate": Decimal("0.1")},
    "funding": {"budget_usd": 100000, "grants": [{"id": "g", "usd": 1, "functions": ["vision"]}]},
}
RULES = {
    "criteria": [
        {
            "id": "neutrality",
            "weight": 18,
            "scale": {"worst": 1, "best": 5, "step": 1, "levels": {1: "poor", 5: "good"}},
        }
    ],
    "rounding": {"cell": 2, "points": 2, "mode": "half_up"},
    "ties": ["criterion:neutrality", "lot"],
}
OUTLOOK = {
    "start": "2027-01",
    "phases": [{"phase": "sustain", "from": "2027-01"}],
    "growth": {"salaries": Decimal("0.03"), "drivers": {"partners": 0}},
    "funding": [
        {
            "id": "f",
            "usd": 1,
            "from": "2027-01",
            "to": "2028-01",
            "pays": {"in_arrears_days": 60},
            "renewal": {"chance": 1, "usd": 1, "years": 1},
            "match": {"state": 1},
        }
    ],
}
WORKSHOP = {
    "name": "Ours",
    "initiative": {"partners": 12},
    "members": [{"id": "ann", "seat": "residents"}],
    "price_year": 2025,
}
STRUCTURE = {
    "answers": {"neutrality": 3},
    "judgements": {"funder": {"neutrality": 2}},
    "hosts": {"vision": "oak"},
    "decision": {"place": "x"},
}
DECISIONS = {
    "decisions": [{"page": "team", "what": "hire", "figures": {"cost": 1}}],
    "lot": {"number": 5, "witnesses": ["ann", "ben"]},
}
FACT = {
    "value": 1,
    "range": [0, 2],
    "unit": "USD",
    "as_of": "2024-05-01",
    "basis": "assumed",
    "source": "x",
}
DOCUMENTS = [
    (Plan, PLAN),
    (RuleSheet, RULES),
    (OutlookPlan, OUTLOOK),
    (Workshop, WORKSHOP),
    (StructureProfile, STRUCTURE),
    (Decisions, DECISIONS),
    (Fact, FACT),
]
PYDANTIC = re.compile(
    r"Input should|Value error|Field required|Extra inputs|valid "
    r"(integer|string|dict|tuple|boolean|date)|function-|ctx|\[key\]|'>"
)


def told(model, document, name="plan.yaml"):
    with pytest.raises(BadInput) as refused:
        valid(model, document, name)
    return [problem.line() for problem in refused.value.problems]


def with_role(**keys):
    return {**PLAN, "roles": [{**PLAN["roles"][0], **keys}]}


@pytest.mark.parametrize(
    ("model", "document"), DOCUMENTS, ids=[model.__name__ for model, _ in DOCUMENTS]
)
def test_the_documents_these_tests_spoil_are_sound(model, document):
    assert isinstance(valid(model, document, "x.yaml"), model)


@pytest.mark.parametrize(
    ("document", "line"),
    [
        (
            with_role(salry_usd=1),
            (
                'roles[0] (facilitator).salry_usd: "salry_usd" is not a known key; did you mean '
                "salary_usd?"
            ),
        ),
        (
            with_role(Salary_USD=1),
            (
                'roles[0] (facilitator).Salary_USD: "Salary_USD" is not a known key; did you mean '
                "salary_usd?"
            ),
        ),
        (
            {**PLAN, "overhead": {"xyz": 1}},
            'overhead.xyz: "xyz" is not a known key; use one of kind, rate',
        ),
        ({**PLAN, "funding": {}}, "funding.budget_usd: is missing; add budget_usd: with its value"),
        (
            {**PLAN, "funding": 5},
            "funding: 5 is no group of keys; write lines such as key: value below it",
        ),
        (
            {**PLAN, "lines": "fund"},
            'lines: "fund" is no list; write [a, b], or one entry per line after a dash',
        ),
        (
            with_role(must_have="perhaps"),
            (
                'roles[0] (facilitator).must_have: "perhaps" is neither true nor false; write true '
                "or "
                "false"
            ),
        ),
        (
            with_role(must_have=Decimal("0.5")),
            "roles[0] (facilitator).must_have: 0.5 is neither true nor false; write true or false",
        ),
        (
            with_role(salary_usd="95,000"),
            (
                'roles[0] (facilitator).salary_usd: "95,000" is not a number; write 95000, without '
                "a "
                "comma"
            ),
        ),
        (
            with_role(salary_usd=True),
            (
                "roles[0] (facilitator).salary_usd: True is not a number; write a number such as "
                "12 "
                "or "
                "0.25"
            ),
        ),
        (
            with_role(salary_usd=-1),
            "roles[0] (facilitator).salary_usd: -1 is below 0; write 0 or more",
        ),
        (
            with_role(does={"visoin": 1}),
            'roles[0] (facilitator).does.visoin: "visoin" is not a known key; did you mean vision?',
        ),
        (
            with_role(max_fte=Decimal("0.9")),
            (
                "roles[0] (facilitator).max_fte: 0.9 FTE is not a multiple of the step of 0.25; "
                "change "
                "it, or change fte_step"
            ),
        ),
        (
            with_role(min_fte=2),
            (
                "roles[0] (facilitator).max_fte: at most 1 FTE is below the least of 2; raise "
                "max_fte "
                "or lower min_fte"
            ),
        ),
        ({**PLAN, "price_year": 20}, "price_year: 20 is below 1990; write 1990 or more"),
        ({**PLAN, "price_year": 20000}, "price_year: 20000 is above 2100; write 2100 or less"),
        (
            {**PLAN, "overhead": {"kind": "fees"}},
            'overhead.kind: "fees" is not known here; did you mean fee?',
        ),
        (
            {**PLAN, "phase": "begin"},
            (
                'phase: "begin" is not known here; write one of generate_ideas, initiate_action, '
                "organize_for_impact, sustain"
            ),
        ),
        ({**PLAN, "floor": 3}, "floor: 3 is not a share from 0 to 1; write 0.25 for 25 percent"),
        (
            {**PLAN, "floor": "half"},
            'floor: "half" is not a number; write a number such as 12 or 0.25',
        ),
        (
            {**PLAN, "floor": {"vision": 3}},
            "floor.vision: 3 is not a share from 0 to 1; write 0.25 for 25 percent",
        ),
        (
            {**PLAN, "floor": {"visions": 0}},
            'floor.visions: "visions" is not a known key; did you mean vision?',
        ),
    ],
)
def test_each_fault_of_a_plan_is_one_line(document, line):
    assert told(Plan, document) == [f"plan.yaml: {line}"]


@pytest.mark.parametrize(
    ("model", "document", "line"),
    [
        (
            RuleSheet,
            {**RULES, "rounding": {"mode": "even"}},
            'rounding.mode: "even" is not known here; write half_up',
        ),
        (
            RuleSheet,
            {**RULES, "rounding": {"cell": 13}},
            "rounding.cell: 13 is above 12; write 12 or less",
        ),
        (
            RuleSheet,
            {**RULES, "aggregation": None},
            "aggregation: nothing is not known here; write one of mean, median, trimmed, consensus",
        ),
        (
            OutlookPlan,
            {**OUTLOOK, "start": "soon"},
            'start: "soon" is not a month; write year and month, such as 2027-01',
        ),
        (
            OutlookPlan,
            {"start": "2027-01", "phases": [{"phase": "sustain", "form": "2027-01"}]},
            None,
        ),
        (
            Decisions,
            {"lot": {"number": 1, "witnesses": {}}},
            "lot.witnesses: {} is not text; write words",
        ),
        (
            Decisions,
            {"decisions": [{"page": "team", "what": "x", "figures": {1: 2}}]},
            'decisions[0].figures.1: "1" is not a known key; write a word, in quotes where needed',
        ),
        (
            StructureProfile,
            {"hosts": {"vision": [1]}},
            "hosts.vision: [1] is not text; write words",
        ),
        (
            Fact,
            {**FACT, "as_of": "last year"},
            'as_of: "last year" is not a date; write year, month and day, such as 2024-05-01',
        ),
        (Fact, {**FACT, "range": [1]}, "range[1]: is missing; add the entry"),
        (Fact, {**FACT, "range": [0, 1, 2]}, "range: has 3 entries; write 2"),
    ],
)
def test_each_fault_of_other_documents_is_one_line(model, document, line):
    expected = [f"x.yaml: {line}"]
    if line is None:
        expected = [
            "x.yaml: phases[0].from: is missing; add from: with its value",
            'x.yaml: phases[0].form: "form" is not a known key; did you mean from?',
        ]

    assert told(model, document, "x.yaml") == expected


def test_all_problems_of_a_document_come_at_once():
    spoiled = {
        **with_role(salry_usd=1, salary_usd="x"),
        "fte_step": "0,5",
        "funding": {"budget_usd": 1, "grants": [{"id": "g"}]},
    }

    assert told(Plan, spoiled) == [
        'plan.yaml: fte_step: "0,5" is not a number; write 0.5, with a point instead of the comma',
        (
            'plan.yaml: roles[0] (facilitator).salary_usd: "x" is not a number; write a number '
            "such "
            "as "
            "12 or 0.25"
        ),
        (
            'plan.yaml: roles[0] (facilitator).salry_usd: "salry_usd" is not a known key; did you '
            "mean "
            "salary_usd?"
        ),
        "plan.yaml: funding.grants[0] (g).usd: is missing; add usd: with its value",
    ]


def test_a_problem_never_breaks_its_line_however_long_or_odd_the_text_is():
    line = told(Plan, with_role(**{"two\nlines" + "x" * 500: 1}))

    assert len(line) == 1
    assert "\n" not in line[0]
    assert len(line[0]) < 400


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ((), "price_year"),
        (("roles", 0), "salary_usd"),
        (("funding", "grants", 3), "usd"),
        (("lines", 0, "pieces", 1), "hours_per_month_per_1000_usd"),
    ],
)
def test_the_known_keys_of_every_place_of_a_plan_are_found(place, keys):
    assert keys in known_keys(Plan, place)


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.text(max_size=6),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(
        st.one_of(st.text(max_size=4), st.integers(), st.decimals(allow_nan=False)),
        st.integers(),
        max_size=2,
    ),
)


def places(document, here=()):
    yield here
    parts = (
        document.items()
        if isinstance(document, dict)
        else enumerate(document)
        if isinstance(document, list)
        else ()
    )
    for key, part in parts:
        yield from places(part, (*here, key))


def spoiled(document, place, odd):
    if not place:
        return odd
    copy = dict(document) if isinstance(document, dict) else list(document)
    copy[place[0]] = spoiled(document[place[0]], place[1:], odd)
    return copy


@given(st.data())
def test_whatever_is_spoiled_gives_a_value_or_our_own_words(data):
    model, document = data.draw(st.sampled_from(DOCUMENTS))
    for _ in range(data.draw(st.integers(1, 3))):
        document = spoiled(
            document, data.draw(st.sampled_from(list(places(document)))), data.draw(ODD)
        )

    try:
        valid(model, document, "x.yaml")
    except BadInput as error:
        for problem in error.problems:
            assert not PYDANTIC.search(problem.line()), problem
            assert problem.what
            assert problem.remedy


@pytest.mark.parametrize(("model", "row"), [(Score, {}), (Recusal, {}), (Candidate, {})])
def test_a_row_without_anything_names_every_missing_cell(model, row):
    needed = [name for name, one in model.model_fields.items() if one.is_required()]

    assert [line.split(": ")[1] for line in told(model, row, "x.csv")] == needed
