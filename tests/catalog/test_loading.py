"""The files of facts are read whole, and all their problems are told at once, with file and key."""

import pytest

from cidesign.catalog import load
from cidesign.domain.problem import BadInput
from tests.catalog.folders import append, copy_to, replace

FACT = "{value: 1, range: [0, 2], unit: hours, as_of: 2026-11-01, basis: assumed, source: own}"
NEW_ENTRIES = {
    "drivers": (
        "- "
        f"{{id: languages, label: Languages, question: How many, unit: languages, usual: {FACT}, hours: {{community: {FACT}}}}}"
    ),
    "roles": "- "
    f"{{id: evaluator, label: Evaluator, what: Evaluates., when: later, salary: {FACT}, benefits: benefits_nonprofit,"
    f" fte: {FACT}, start_month: {FACT}, does: {{measurement: {FACT}}}}}",
    "lines": "- "
    f"{{id: retreat, label: Retreat, what: Two days away., functions: {{vision: {FACT}}}, usual_usd: {FACT},"
    f" pieces: [{{usd: {FACT}, hours_per_month_per_1000_usd: {FACT}}}]}}",
    "prices": f"- {{id: parking, label: Parking, what: A day., fact: {FACT}}}",
    "structures": (
        "- {id: library, label: Public library, what: A library., pros: [], cons: [], levels: {}}"
    ),
    "structure_drivers": "- {id: languages, label: Languages, question: How much, about: "
    "structure, means_0: little, means_4: much,"
    f" default: {FACT}, source: own}}",
    "criteria": "- "
    f"{{id: languages, label: Languages, short: Languages, question: Which, weight: {FACT}, source: own, levels:"
    " {1: {short: a, says: A.}, 2: {short: b, says: B.}, 3: {short: c, says: C.}, 4: {short: d, "
    "says: D.}, 5: {short: e, says: E.}}}",
    "capabilities": "- "
    "{id: leader_sings, about: people, label: Sings, says: They sing., question: Do they sing?, "
    "asks: Sing., source: own, levels:"
    " {1: {short: a, says: A.}, 2: {short: b, says: B.}, 3: {short: c, says: C.}, 4: {short: d, "
    "says: D.}, 5: {short: e, says: E.}}}",
    "invented": "- {id: rowan, label: Rowan (invented), what: A group., says: We try., "
    "label_of_a_person: Rowan, what_of_a_person: A leader., says_of_a_person: I try.}",
    "cases": (
        "- {id: rivertown, label: Rivertown, place: Here, structures: [funder], what: "
        "[{says: "
        "It works., source: own}]}"
    ),
    "six_questions": (
        "- {id: name, short: the name, asks: What is it called?, think: It lasts., source: own, "
        "fields: [{key: place, label: Its name}]}"
    ),
    "seats": "- {id: clergy, label: clergy}",
    "methods": "- {id: dice, label: Dice, answers: Who?, how: By throwing., rests_on: Nobody.}",
    "limits": "- {id: weather, label: Weather., says: It is not modelled.}",
    "gaps": "- {id: moon, says: Nothing was found about the moon.}",
    "further_reading": "- "
    "{id: moon, title: The moon, by: Somebody, where: A paper, year: '2016', page: team, source: own}",
    "glossary": "- {id: moon, code: moon, screen: the moon}",
    "sources": "- {id: letter_2026, title: A letter}",
}


def problems_in(folder):
    with pytest.raises(BadInput) as caught:
        load(folder)
    return [problem.line() for problem in caught.value.problems]


def test_the_same_files_are_read_once_and_changed_files_again(tmp_path):
    folder = copy_to(tmp_path)
    first = load(folder)

    assert load(folder) is first

    replace(folder, "functions.yaml", "short: Vision and strategy", "short: Where we are going")
    assert load(folder).entry("functions", "vision").short == "Where we are going"


@pytest.mark.parametrize("kind", NEW_ENTRIES)
def test_one_more_of_a_kind_is_one_entry_in_one_file(tmp_path, kind):
    folder = copy_to(tmp_path)
    before = len(getattr(load(folder), kind))

    append(folder, f"{kind}.yaml", NEW_ENTRIES[kind] + "\n")

    assert len(getattr(load(folder), kind)) == before + 1


def test_all_problems_of_all_files_are_told_at_once(tmp_path):
    folder = copy_to(tmp_path)
    replace(
        folder,
        "roles.yaml",
        "value: 95000, range: [78240, 105350]",
        "value: 95000, range: [78240, 90000]",
    )
    replace(folder, "roles.yaml", "label: Facilitator", "labell: Facilitator")
    replace(folder, "prices.yaml", "value: 32.76, range", "value: '32,76', range")
    (folder / "modes.yaml").unlink()

    problems = problems_in(folder)

    assert problems == [
        (
            "roles.yaml: director.salary.range: 95000 lies outside 78240 to 90000; widen the range "
            "or "
            "mend the value"
        ),
        (
            "roles.yaml: facilitator.label: the key is missing; write it; every key of a fact and "
            "every part of an entry is owed"
        ),
        "roles.yaml: facilitator.labell: this key is not known; did you mean label?",
        (
            'prices.yaml: labor_cost_2016.fact.value: "32,76" is not a number; write 32.76, with a '
            "point instead of the comma"
        ),
        "modes.yaml: the file is missing; put it back, or reinstall",
    ]


@pytest.mark.parametrize("key", ["value", "range", "unit", "as_of", "basis", "source"])
def test_a_fact_without_one_of_its_six_keys_is_refused(tmp_path, key):
    folder = copy_to(tmp_path)
    parts = {
        "value": "1",
        "range": "[1, 1]",
        "unit": "USD",
        "as_of": "2026-11-01",
        "basis": "assumed",
        "source": "own",
    }
    short = ", ".join(f"{name}: {value}" for name, value in parts.items() if name != key)

    append(
        folder,
        "prices.yaml",
        f"- {{id: parking, label: Parking, what: A day., fact: {{{short}}}}}\n",
    )

    assert [line.split(":")[1].strip() for line in problems_in(folder)] == [f"parking.fact.{key}"]


def test_a_fact_with_a_seventh_key_is_refused(tmp_path):
    folder = copy_to(tmp_path)

    append(
        folder,
        "prices.yaml",
        f"- {{id: parking, label: Parking, what: A day., fact: {FACT[:-1]}, note: x}}}}\n",
    )

    assert problems_in(folder)[0].startswith(
        "prices.yaml: parking.fact.note: this key is not known"
    )


LEVEL = "levels: {{{driver}: {{fact: {fact}, because: x}}}}"
ON_SCALE = FACT.replace("[0", "[1")


def structure_with(driver, fact):
    return NEW_ENTRIES["structures"].replace("levels: {}", LEVEL.format(driver=driver, fact=fact))


@pytest.mark.parametrize(
    ("name", "entry", "says"),
    [
        (
            "prices.yaml",
            NEW_ENTRIES["prices"].replace("source: own", "source: fsg_2016"),
            "no source fsg_2016; did you mean fsg_2017?",
        ),
        (
            "prices.yaml",
            NEW_ENTRIES["prices"].replace("parking", "fee_rate"),
            "prices.yaml: fee_rate: the id stands twice",
        ),
        (
            "roles.yaml",
            NEW_ENTRIES["roles"].replace("benefits_nonprofit", "benefits_nonprofits"),
            "did you mean benefits_nonprofit?",
        ),
        ("structures.yaml", structure_with("speeed", ON_SCALE), "did you mean speed?"),
        ("structures.yaml", structure_with("speed", FACT), "the range leaves the scale of 1 to 5"),
        (
            "structures.yaml",
            structure_with("speed", ON_SCALE.replace("assumed", "judged")),
            "judged, but no words are cited",
        ),
        ("cases.yaml", NEW_ENTRIES["cases"].replace("funder", "funders"), "did you mean funder?"),
        (
            "criteria.yaml",
            NEW_ENTRIES["criteria"].replace("short: a,", f"short: {'a' * 39},"),
            "languages.levels[1].short",
        ),
        (
            "six_questions.yaml",
            NEW_ENTRIES["six_questions"].replace("key: place", "key: palce"),
            'six_questions.yaml: name.fields[0].key: structure.yaml has no decision "palce"; did '
            "you mean place?",
        ),
        (
            "six_questions.yaml",
            NEW_ENTRIES["six_questions"].replace("{key: place, label: Its name}", ""),
            "six_questions.yaml: name.fields: no field is listed",
        ),
        (
            "lines.yaml",
            NEW_ENTRIES["lines"].replace("vision", "visions"),
            "lines.yaml: retreat.functions.visions",
        ),
    ],
)
def test_what_leads_nowhere_is_named_with_the_way_out(tmp_path, name, entry, says):
    folder = copy_to(tmp_path)

    append(folder, name, entry + "\n")

    problems = problems_in(folder)
    assert len(problems) == 1
    assert says in problems[0]


def test_the_source_of_an_early_sign_must_be_known_too(tmp_path):
    folder = copy_to(tmp_path)
    file = folder / "functions.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("early_source: own", "early_source: owm", 1),
        encoding="utf-8",
    )

    assert [
        line for line in problems_in(folder) if "there is no source owm; did you mean own?" in line
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is not a list of entries"),
        ("funder: 1\n", "is not a list of entries"),
        ("- {id: a, id: b}\n", 'the key "id" stands twice'),
        ("- [\n", "this is not YAML"),
        ("- {as_of: 2024-13-45}\n", "this is not YAML"),
        ("- {[a]: b}\n", "is no plain word or number"),
        ("- just words\n", "cases.yaml: [0]"),
    ],
)
def test_a_file_that_is_no_list_of_entries_is_named(tmp_path, text, says):
    folder = copy_to(tmp_path)
    (folder / "cases.yaml").write_text(text, encoding="utf-8")

    problems = problems_in(folder)

    assert len(problems) == 1
    assert says in problems[0]


def test_a_file_in_another_encoding_is_named(tmp_path):
    folder = copy_to(tmp_path)
    (folder / "cases.yaml").write_bytes("- {id: é}\n".encode("latin-1"))

    assert problems_in(folder) == ["cases.yaml: the file is not UTF-8 text; save it as UTF-8"]
