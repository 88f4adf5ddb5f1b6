"""Every kind of file spoiled in every way: exit 2, clear lines, no traceback, nothing written."""

import re

import pytest

from tests.cli.files import READ_BY, RULES, SCORES, SOUND, lay_out, lines, run

SPOILED_BYTES = {
    "blank": b"",
    "only spaces": b" \n\n \n",
    "another encoding": "naïve: é\n".encode("latin-1"),
    "sixteen-bit letters": "method: swing\n".encode("utf-16"),
    "zero bytes": b"a\x00b: 1\n",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "an open quote": b'"rater,candidate\n',
    "a page": b"<!doctype html><html></html>\n",
    "a list": b"- a\n- b\n",
    "one word": b"hello\n",
    "a program": b"!!python/object/apply:os.system ['true']\n",
    "a knot": b"&a [*a, *a]\n",
}

# what is spoiled, the file, the text in it, and what stands there instead
SPOILED_TEXT = [
    ("text for a number", "rules.yaml", "weight: 12", "weight: heavy"),
    ("NaN", "rules.yaml", "weight: 12", "weight: .nan"),
    ("infinity", "rules.yaml", "weight: 12", "weight: .inf"),
    ("1e400", "rules.yaml", "weight: 12", "weight: 1e400"),
    ("negative", "rules.yaml", "weight: 12", "weight: -1"),
    ("a decimal comma", "rules.yaml", "weight: 12", 'weight: "1,5"'),
    ("an unknown key", "rules.yaml", "weight: 12", "wieght: 12"),
    ("a key twice", "rules.yaml", "weight: 12", "weight: 12\n  weight: 13"),
    ("an id twice", "rules.yaml", "id: cost", "id: reach"),
    ("an unknown word", "rules.yaml", "aggregation: mean", "aggregation: maen"),
    ("a scale without length", "rules.yaml", "worst: 200, best: 0", "worst: 5, best: 5"),
    ("an unknown tie rule", "rules.yaml", "ties: [lot]", "ties: [coin]"),
    ("text for a number", "scores.csv", "reach,4", "reach,four"),
    ("NaN", "scores.csv", "reach,4", "reach,NaN"),
    ("infinity", "scores.csv", "reach,4", "reach,inf"),
    ("1e400", "scores.csv", "reach,4", "reach,1e400"),
    ("negative", "scores.csv", "reach,4", "reach,-4"),
    ("off the scale", "scores.csv", "reach,4", "reach,6"),
    ("off the step", "scores.csv", "reach,4", "reach,4.5"),
    ("a decimal comma", "scores.csv", "reach,4", 'reach,"4,0"'),
    ("a decimal comma without quotes", "scores.csv", "reach,4", "reach,4,0"),
    ("semicolons", "scores.csv", SCORES, SCORES.replace(",", ";")),
    ("an unknown criterion", "scores.csv", "r1,oak,reach", "r1,oak,raech"),
    ("a calculated criterion", "scores.csv", "r1,oak,reach", "r1,oak,cost"),
    ("an unknown candidate", "scores.csv", "r1,oak", "r1,oka"),
    ("a key twice", "scores.csv", "r1,elm,reach,2,1,2", "r1,oak,reach,2,1,1"),
    ("a missing column", "scores.csv", "criterion", "what"),
    ("a column twice", "scores.csv", "round,seq", "seq,seq"),
    ("a missing score", "scores.csv", "r1,elm,reach,2,1,2\n", ""),
    ("a round below one", "scores.csv", "4,1,1", "4,0,1"),
    ("half a round", "scores.csv", "4,1,1", "4,1.5,1"),
    ("no rater", "scores.csv", "r1,oak", ",oak"),
    ("an unknown candidate", "recusals.csv", "elm", "eml"),
    ("a missing column", "recusals.csv", "candidate", "who"),
    ("text for a number", "candidates.csv", "60", "cheap"),
    ("NaN", "candidates.csv", "60", "NaN"),
    ("1e400", "candidates.csv", "60", "1e400"),
    ("off the scale", "candidates.csv", "60", "201"),
    ("negative", "candidates.csv", "60", "-60"),
    ("a decimal comma", "candidates.csv", "60", '"60,5"'),
    ("an id twice", "candidates.csv", "elm,", "oak,"),
    ("a missing figure", "candidates.csv", "60", ""),
    ("a missing column", "candidates.csv", "cost", "price"),
    ("text for a number", "plan.yaml", "salary_usd: 130000", "salary_usd: plenty"),
    ("a thousands comma", "plan.yaml", "salary_usd: 130000", 'salary_usd: "130,000"'),
    ("NaN", "plan.yaml", "salary_usd: 130000", "salary_usd: .nan"),
    ("1e400", "plan.yaml", "salary_usd: 130000", "salary_usd: 1e400"),
    ("negative", "plan.yaml", "salary_usd: 130000", "salary_usd: -1"),
    ("an unknown key", "plan.yaml", "salary_usd: 130000", "salery_usd: 130000"),
    ("an unknown function", "plan.yaml", "vision: 100", "visions: 100"),
    ("an id twice", "plan.yaml", "id: data_manager", "id: director"),
    ("a missing key", "plan.yaml", "funding: {budget_usd: 200000}\n", ""),
    ("off the step", "plan.yaml", "min_fte: 0.5", "min_fte: 0.3"),
    (
        "a curve that bends up",
        "plan.yaml",
        "- {coverage: 1,",
        "- {coverage: 0.5, benefit: 10}\n- {coverage: 1,",
    ),
    ("no month", "outlook.yaml", "start: 2027-01", "start: 2027-13"),
    ("text for a number", "outlook.yaml", "years: 1", "years: one"),
    ("too many", "outlook.yaml", "years: 1", "years: 11"),
    ("half a year", "outlook.yaml", "years: 1", "years: 1.5"),
    ("NaN", "outlook.yaml", "usd: 200000", "usd: .nan"),
    ("1e400", "outlook.yaml", "usd: 200000", "usd: 1e400"),
    ("negative", "outlook.yaml", "usd: 200000", "usd: -1"),
    ("an unknown key", "outlook.yaml", "years: 1", "yaers: 1"),
    ("an unknown way to pay", "outlook.yaml", "yearly_ahead", "weekly"),
    ("the end before the start", "outlook.yaml", "to: 2027-12", "to: 2026-12"),
    ("an unknown question", "structure.yaml", "answers: {}", "answers: {no_such_question: 2}"),
    ("an unknown key", "structure.yaml", "answers", "anwsers"),
    ("negative", "structure.yaml", "answers: {}", "answers: {neutrality: -1}"),
    ("text for a number", "structure.yaml", "answers: {}", "answers: {neutrality: much}"),
    ("text for a number", "weights.yaml", "reach: 100", "reach: all"),
    ("NaN", "weights.yaml", "reach: 100", "reach: .nan"),
    ("1e400", "weights.yaml", "reach: 100", "reach: 1e400"),
    ("negative", "weights.yaml", "reach: 100", "reach: -1"),
    ("a decimal comma", "weights.yaml", "reach: 100", 'reach: "99,5"'),
    ("a key twice", "weights.yaml", "cost: 60", "reach: 60"),
    ("an unknown method", "weights.yaml", "method: swing", "method: swign"),
    ("an unknown key", "weights.yaml", "swing: {", "swings: {"),
]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def told_of(name, result):
    told = lines(result)
    assert told
    assert all(line.startswith(name) for line in told)
    assert all("; " in line for line in told)
    return told


def test_the_files_are_sound_before_they_are_spoiled(sound):
    assert [(name, run(*words).exit_code) for name, words in READ_BY.items()] == [
        (name, 0) for name in SOUND
    ]


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("spoiled", SPOILED_BYTES.values(), ids=SPOILED_BYTES)
def test_a_file_that_is_something_else_is_refused(here, name, spoiled):
    lay_out(here, **{name.replace(".", "_"): spoiled})
    before = contents(here)

    told_of(name, run(*READ_BY[name]))

    assert contents(here) == before


@pytest.mark.parametrize(
    ("what", "name", "good", "bad"),
    SPOILED_TEXT,
    ids=[f"{name}: {what}" for what, name, _, _ in SPOILED_TEXT],
)
def test_a_file_with_one_thing_wrong_is_refused_and_the_place_is_told(here, what, name, good, bad):
    assert good in SOUND[name]
    lay_out(here, **{name.replace(".", "_"): SOUND[name].replace(good, bad, 1)})
    before = contents(here)

    told_of(name, run(*READ_BY[name]))

    assert contents(here) == before


@pytest.mark.parametrize("name", SOUND)
def test_a_file_that_is_not_there_is_named(sound, name):
    (sound / name).unlink()

    assert told_of(name, run(*READ_BY[name])) == [
        f"{name}: there is no such file or folder; look at the spelling and the folder you are in"
    ]


@pytest.mark.parametrize("name", SOUND)
def test_a_folder_in_place_of_a_file_is_named(sound, name):
    (sound / name).unlink()
    (sound / name).mkdir()

    assert told_of(name, run(*READ_BY[name])) == [f"{name}: is a folder; name the file in it"]


@pytest.mark.parametrize("name", SOUND)
def test_a_byte_order_mark_does_no_harm(here, name):
    lay_out(here)
    plain = run(*READ_BY[name], "--json").stdout
    lay_out(here, **{name.replace(".", "_"): b"\xef\xbb\xbf" + SOUND[name].encode()})

    result = run(*READ_BY[name], "--json")

    assert (result.exit_code, result.stdout) == (0, plain)


@pytest.mark.parametrize("name", SOUND)
def test_line_ends_of_other_systems_do_no_harm(here, name):
    lay_out(here)
    plain = run(*READ_BY[name], "--json").stdout
    lay_out(here, **{name.replace(".", "_"): SOUND[name].replace("\n", "\r\n").encode()})

    assert run(*READ_BY[name], "--json").stdout == plain


def test_every_problem_of_a_file_is_told_on_its_own_line(here):
    lay_out(
        here,
        rules_yaml=RULES.replace("weight: 12", "weight: heavy")
        .replace("best: 0", "bset: 0")
        .replace("[lot]", "[lot, shared]"),
    )

    told = told_of("rules.yaml", run(*READ_BY["rules.yaml"]))

    assert len(told) >= 3


@pytest.mark.parametrize("bundle", ["nowhere", "rules.yaml", "empty"])
def test_a_bundle_that_is_none_is_refused(sound, bundle):
    (sound / "empty").mkdir()

    for command in ("rank", "plan", "outlook"):
        assert len(lines(run(command, "--bundle", bundle))) == 1


def test_no_ranking_is_printed_while_a_round_is_open(here):
    run("example", "philadelphia_stem", "alliance")
    file = here / "alliance" / "workshop.yaml"
    file.write_text(
        re.sub("(?m)^stage: .*$", "stage: scoring", file.read_text(encoding="utf-8")),
        encoding="utf-8",
    )

    (told,) = lines(run("rank", "--bundle", "alliance"))

    assert "round 1 is open" in told
    assert "close the round" in told
