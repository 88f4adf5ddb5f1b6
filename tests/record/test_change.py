"""A change sets or removes a few keys; everything else stays as people wrote it, and the whole is
sound again.
"""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cidesign.domain.money import Overhead
from cidesign.domain.problem import BadInput
from cidesign.domain.words import Phase
from cidesign.domain.workshop import Decision
from cidesign.record import changed, document, read_files, with_decision
from cidesign.record.yaml_in import exact_yaml, same_key
from cidesign.record.yaml_out import written
from tests.record.bundles import FILES

OURS = read_files(FILES)


def told(*given):
    with pytest.raises(BadInput) as refused:
        changed(*given)
    return [problem.line() for problem in refused.value.problems]


def test_a_changed_figure_leaves_the_comment_on_top_the_order_and_the_other_figures():
    after = changed(OURS, "plan.yaml", {("funding", "budget_usd"): 550000})

    assert after.files["plan.yaml"].decode() == (
        "# First-year plan\n# agreed in May\n"
        "priorities:\n  vision: 1\nneed:\n  vision: 100\nroles:\n"
        "- id: director\n  salary_usd: 90000.00\n  min_fte: 0\n  max_fte: 1\n  does:\n    vision: "
        "1\n"
        "funding:\n  budget_usd: 550000\nfloor: 0.2\n"
    )
    assert after.plan.funding.budget_usd == 550000
    assert {path: held for path, held in after.files.items() if path != "plan.yaml"} == {
        path: held for path, held in FILES.items() if path != "plan.yaml"
    }


def test_the_bundle_that_was_changed_stays_as_it_was():
    changed(OURS, "plan.yaml", {("roles", 0, "salary_usd"): 1})

    assert OURS.files == FILES
    assert OURS.plan.roles[0].salary_usd == 90000


def test_a_change_that_changes_nothing_keeps_every_byte():
    assert (
        changed(
            OURS, "plan.yaml", {("funding", "budget_usd"): 400000, ("reserve_rate",): None}
        ).files
        == FILES
    )


def test_keys_are_added_removed_and_made_on_the_way():
    after = changed(
        OURS,
        "plan.yaml",
        {
            ("floor",): None,
            ("roles", 1): {
                "id": "analyst",
                "salary_usd": Decimal("70000.50"),
                "min_fte": 0,
                "max_fte": 1,
                "does": {"measurement": 1},
            },
            ("funding", "grants", 0): {"id": "g", "usd": 1000.5, "functions": ("vision",)},
            ("overhead",): Overhead(kind="fee", rate=Decimal("0.07")),
            ("price_year",): 2025,
        },
    )

    assert document(after, "plan.yaml")["funding"] == {
        "budget_usd": 400000,
        "grants": [{"id": "g", "usd": Decimal("1000.5"), "functions": ["vision"]}],
    }
    assert [role.id for role in after.plan.roles] == ["director", "analyst"]
    assert after.plan.overhead.fee_rate == Decimal("0.07")
    assert after.plan.floor == Decimal("0.35")  # the contract's default, since the key is gone
    assert list(document(after, "plan.yaml")) == [
        "priorities",
        "need",
        "roles",
        "funding",
        "overhead",
        "price_year",
    ]


def test_an_entry_of_a_list_is_removed():
    after = changed(OURS, "workshop.yaml", {("members", 0): None})

    assert after.workshop.members == ()


def test_an_entry_of_a_list_is_named_by_its_id_or_its_position():
    by_id = changed(OURS, "plan.yaml", {("roles", "director", "max_fte"): 2})

    assert by_id.files == changed(OURS, "plan.yaml", {("roles", 0, "max_fte"): 2}).files
    assert changed(OURS, "workshop.yaml", {("members", "ann"): None}).workshop.members == ()


def test_removing_an_entry_that_is_not_there_changes_nothing():
    assert changed(OURS, "plan.yaml", {("roles", "juggler"): None}).files == FILES


def test_a_file_that_is_not_there_begins_empty():
    bare = read_files({"workshop.yaml": b"name: Ours"})

    after = changed(
        bare,
        "outlook.yaml",
        {("start",): "2027-01", ("phases", 0): {"phase": Phase.SUSTAIN, "from": "2027-01"}},
    )

    assert after.outlook.phases[0].phase is Phase.SUSTAIN
    assert (
        after.files["outlook.yaml"]
        == b"start: 2027-01\nphases:\n- phase: sustain\n  from: 2027-01\n"
    )


def test_a_number_key_is_found_however_it_is_given():
    after = changed(OURS, "rules.yaml", {("criteria", 0, "scale", "levels", "1"): "very poor"})

    assert document(after, "rules.yaml")["criteria"][0]["scale"]["levels"] == {
        1: "very poor",
        5: "good",
    }


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({("funding", "budget_usd"): -1}, ("plan.yaml: funding.budget_usd: -1 is below 0; write 0 "
        "or more")),
        ({("floor",): float("nan")}, ("plan.yaml: floor: nan is no number a file can hold; write a "
        "number such as 12 or 0.25")),
        ({("roles", 3, "max_fte"): 1}, ("plan.yaml: roles[3].max_fte: the list has no place 3; use "
        "a position from 0 to 1")),
        ({("roles", "juggler", "max_fte"): 1}, ('plan.yaml: roles.juggler.max_fte: the list has no '
        'entry "juggler"; look at the list as it is now')),
        ({("roles", 0, "id"): "\ud800"}, ("plan.yaml: roles[0].id: the text holds half a letter; "
        "type it again")),
        ({("rolse",): []}, 'plan.yaml: rolse: "rolse" is not a known key; did you mean roles?'),
        ({("funding",): None}, "plan.yaml: funding: is missing; add funding: with its value"),
    ],
)  # fmt: skip
def test_a_change_that_would_not_hold_is_refused(changes, line):
    assert told(OURS, "plan.yaml", changes) == [line]


def test_only_yaml_documents_of_the_bundle_are_changed():
    assert told(OURS, "scores.csv", {}) == [
        "scores.csv: is no YAML document; name a file that ends in .yaml"
    ]
    assert len(told(OURS, "../plan.yaml", {("a",): 1})) == 1


def test_a_decision_is_added_after_the_earlier_ones():
    decision = Decision(
        page="team",
        what="hire a director",
        because="yes",
        figures={"cost_usd": Decimal("90000.00"), "plan_score": 81},
    )

    after = with_decision(with_decision(OURS, decision), Decision(page="team", what="hire nobody"))

    assert [one.what for one in after.decisions.decisions] == [
        "a new nonprofit",
        "hire a director",
        "hire nobody",
    ]
    assert after.decisions.decisions[1] == decision
    assert "because: yes\n" in after.files["decisions.yaml"].decode().replace("'", "")


def test_the_first_decision_makes_the_file():
    after = with_decision(
        read_files({"workshop.yaml": b"name: Ours"}), Decision(page="team", what="hire: now")
    )

    assert after.files["decisions.yaml"] == b"decisions:\n- page: team\n  what: 'hire: now'\n"


WORDS = [
    "yes",
    "no",
    "on",
    "y",
    "n",
    "null",
    "~",
    "true",
    "=",
    "<<",
    "...",
    "---",
    "Zoë",
    "e\u0301",
    "\U0001f469\u200d\U0001f3eb",
]
NUMBERLIKE = [
    "010",
    "1e3",
    "0x1F",
    "0o17",
    "0b1",
    "1_000",
    "12:30",
    "2024-05-01",
    "1.50",
    ".nan",
    "-.inf",
    "1e99999",
]
SIGNS = [
    "#",
    "*a",
    "&a",
    "!x",
    "'",
    '"',
    "\\",
    "|",
    ">",
    "%",
    "@",
    "`",
    "[",
    "{",
    "?",
    ":",
    "-",
    ",",
]
SPACED = [
    "",
    " x ",
    "- a",
    "a: b",
    "a #b",
    "\u00a0",
    "\t",
    "\r",
    "\x85",
    "\u2028",
    "\ufeff",
    "\x00",
    "\x1b",
    "\x7f",
]
LINES = [
    "a\nb",
    "a\n\nb\n",
    "\n",
    " a\nb",
    "a \nb",
    "a\tb\nc",
    "a\r\nb",
    "a\u2028b\n",
    "#a\n b",
    "a\n\n",
]
TRICKY = st.sampled_from([*WORDS, *NUMBERLIKE, *SIGNS, *SPACED, *LINES])
TEXTS = st.one_of(
    TRICKY,
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.text("ab \n", min_size=100, max_size=260),
)
NUMBERS = st.one_of(st.integers(-(10**15), 10**15), st.decimals(-(10**9), 10**9, places=4))
VALUES = st.recursive(
    st.one_of(TEXTS, NUMBERS, st.booleans(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(TEXTS, st.integers()), inner, max_size=3),
    ),
    max_leaves=10,
)


def no_key_twice(value):
    if isinstance(value, dict):
        return len({same_key(key) for key in value}) == len(value) and all(
            map(no_key_twice, value.values())
        )
    return all(map(no_key_twice, value)) if isinstance(value, list) else True


@given(st.dictionaries(TEXTS, VALUES, max_size=4).filter(no_key_twice))
def test_whatever_is_written_is_read_back_the_same(tree):
    back = exact_yaml(written(tree).encode(), "x.yaml")

    assert back == tree
    assert repr(back) == repr(
        tree
    )  # 1, True and Decimal("1.0") are equal to Python, and different to people


def test_what_is_written_is_plain_to_read():
    text = written(
        {
            "on": date(2024, 5, 1),
            "rate": 0.1,
            "big": Decimal("1E+3"),
            "small": Decimal("0.000001"),
            "answer": "yes",
            "id": "010",
        }
    )

    assert (
        text
        == "'on': '2024-05-01'\nrate: 0.1\nbig: 1000\nsmall: 0.000001\nanswer: 'yes'\nid: '010'\n"
    )


def test_letters_of_all_languages_stay_letters():
    assert (
        unicodedata.normalize("NFC", written({"name": "Zoë 你好 👩‍🏫"})) == "name: Zoë 你好 👩‍🏫\n"
    )


@pytest.mark.parametrize("value", [object(), {1, 2}, b"x"])
def test_what_is_no_value_of_ours_is_a_mistake_of_the_program(value):
    with pytest.raises(TypeError, match="cannot be written"):
        changed(OURS, "plan.yaml", {("floor",): value})
