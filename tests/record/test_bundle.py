"""A bundle: only workshop.yaml must be there, everything else is kept, and all problems of all
files come at once.
"""

import pickle

import pytest

from cidesign.domain.problem import BadInput
from cidesign.record import document, read_files
from tests.record.bundles import FILES


def told(files, name=""):
    with pytest.raises(BadInput) as refused:
        read_files(files, name)
    return [problem.line() for problem in refused.value.problems]


def test_every_file_is_read_and_kept_byte_for_byte():
    bundle = read_files(FILES)

    assert bundle.files == FILES
    assert bundle.workshop.name == "STEM alliance"
    assert bundle.structure.hosts == {"vision": "oak"}
    assert bundle.rules.criteria[0].id == "reach"
    assert [one.id for one in bundle.candidates] == ["oak"]
    assert [one.score for one in bundle.scores] == [4]
    assert bundle.recusals == ()
    assert bundle.plan.funding.budget_usd == 400000
    assert bundle.outlook.start == "2027-01"
    assert [one.weight for one in bundle.weights] == [2]
    assert bundle.decisions.latest("structure").what == "a new nonprofit"
    assert bundle.scenarios["lean"].changes == {"funding": {"budget_usd": 300000}}


def test_a_workshop_alone_is_a_bundle():
    bundle = read_files({"workshop.yaml": b"name: Ours"})

    assert (bundle.rules, bundle.plan, bundle.candidates, bundle.decisions.decisions) == (
        None,
        None,
        (),
        (),
    )


@pytest.mark.parametrize("files", [{}, {"plan.yaml": FILES["plan.yaml"]}])
def test_without_workshop_yaml_there_is_no_bundle(files):
    assert told(files, "ours.zip") == [
        "ours.zip: holds no workshop.yaml; add one with at least name: and the workshop's name"
    ]


def test_problems_of_all_files_come_at_once():
    spoiled = {
        **FILES,
        "workshop.yaml": b"nam: x",
        "plan.yaml": b"a: [",
        "scores.csv": b"rater;candidate;criterion;score",
        "decisions.yaml": b"",
        "scenarios/lean.yaml": b"- x",
        "structure.yaml": b"hosts: {vision: oka}",
        "weights.csv": b"member,criterion,weight\nann,raech,2\n",
    }

    assert [line.partition(":")[0] for line in told(spoiled)] == [
        "workshop.yaml",
        "workshop.yaml",
        "plan.yaml",
        "decisions.yaml",
        "scores.csv",
        "scenarios/lean.yaml",
        "structure.yaml",
        "weights.csv",
    ]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        (
            {"structure.yaml": b"hosts: {vision: oka}"},
            'structure.yaml: hosts.vision: "oka" is no candidate; did you mean oak?',
        ),
        (
            {"structure.yaml": b"hosts: {vision: zzz}"},
            'structure.yaml: hosts.vision: "zzz" is no candidate; add it to candidates.csv',
        ),
        (
            {"weights.csv": b"member,criterion,weight\nann,cost,2\n"},
            'weights.csv: row 2, criterion: "cost" is no criterion; add it to rules.yaml',
        ),
        (
            {"candidates.csv": b"id,offer_in_kind_usd,offer_in_kind_offsets\noak,5,role:boss\n"},
            (
                'candidates.csv: oak, offer_in_kind_offsets: "role:boss" is nothing in plan.yaml; '
                "write one of office, role:director"
            ),
        ),
    ],
)
def test_what_one_file_says_of_another_must_hold(changes, line):
    assert told({**FILES, **changes}) == [line]


def test_a_broken_file_does_not_make_others_look_wrong():
    assert [line.partition(":")[0] for line in told({**FILES, "rules.yaml": b"x"})] == [
        "rules.yaml"
    ]
    assert [line.partition(":")[0] for line in told({**FILES, "candidates.csv": b"x"})] == [
        "candidates.csv"
    ]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("../workshop.yaml", "leads out of the bundle"),
        ("/etc/passwd", "leads out of the bundle"),
        ("a//b", "leads out of the bundle"),
        ("a/../b", "leads out of the bundle"),
        ("a\\b", "not every computer can keep"),
        ("C:/x", "not every computer can keep"),
        ("a\nb", "not every computer can keep"),
        ("applications/con.txt", "not every computer can keep"),
        ("applications/a.", "not every computer can keep"),
        ("x" * 201, "too long"),
        ("\udcff", "is no text"),
        ("Workshop.yaml/x", "has the same name"),
        ("Plan.yaml", "rename"),
        ("rules.yml", 'rename "rules.yml" to rules.yaml'),
        ("scenarios/more.yml", 'rename "scenarios/more.yml" to scenarios/more.yaml'),
    ],
)
def test_a_path_that_cannot_be_kept_or_would_be_overlooked_is_refused(path, says):
    lines = told({"workshop.yaml": b"name: Ours", path: b""})

    assert len(lines) == 1
    assert says in lines[0]


def test_two_names_that_are_one_on_some_computers_are_refused():
    assert (
        len(told({"workshop.yaml": b"name: Ours", "minutes/May.txt": b"", "minutes/may.txt": b""}))
        == 1
    )
    assert len(told({"workshop.yaml": b"name: Ours", "minutes": b"", "minutes/may.txt": b""})) == 1


def test_the_computers_own_files_are_left_out():
    kept = read_files(
        {
            "workshop.yaml": b"name: Ours",
            ".DS_Store": b"x",
            "a/.git/config": b"",
            "__MACOSX/workshop.yaml": b"",
        }
    )

    assert list(kept.files) == ["workshop.yaml"]


def test_too_many_or_too_large_files_are_refused():
    many = {f"minutes/{number}.txt": b"" for number in range(2000)}
    heavy = {f"minutes/{number}.txt": bytes(5_000_000) for number in range(11)}

    assert told({"workshop.yaml": b"name: Ours", **many}) == [
        "the bundle: holds 2,001 files; keep it at 2,000 or fewer"
    ]
    assert told({"workshop.yaml": b"name: Ours", **heavy}) == [
        "the bundle: holds 55,000,010 bytes; keep it at 52,428,800 or fewer"
    ]
    assert told({"workshop.yaml": b"name: Ours", "a.pdf": bytes(5_242_881)}) == [
        (
            "a.pdf: holds 5,242,881 bytes; keep files at 5,242,880 bytes or fewer; give a link to "
            "larger ones"
        )
    ]


def test_a_bundle_can_be_kept_in_a_cache():
    bundle = read_files(FILES)

    assert pickle.loads(pickle.dumps(bundle)) == bundle  # noqa: S301 - our own bytes


def test_a_document_is_given_as_it_is_written_and_is_empty_where_there_is_none():
    bundle = read_files({"workshop.yaml": b"name: Ours\nprice_year: 2025"})

    assert document(bundle, "workshop.yaml") == {"name": "Ours", "price_year": 2025}
    assert document(bundle, "plan.yaml") == {}
