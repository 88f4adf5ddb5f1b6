"""A result holds no words of ours: worked out in one language, it is told in any other."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import SimpleNamespace

import pytest
from pydantic import BaseModel

from cidesign import budget
from cidesign.catalog import as_read, in_language, load
from cidesign.home import data_folder
from cidesign.record import read_bundle
from cidesign.selection import agreement
from cidesign.structure import advise_mode, fit
from cidesign.text import ENGLISH, speaking
from cidesign.text.languages import file_of, language
from cidesign.ui.kit.remembered import worked_out
from cidesign.value import rank, rater_sheets
from cidesign.views.compare.card import five_sentences
from cidesign.views.compare.labels import in_rows
from cidesign.views.compare.reasons import all_in_words
from cidesign.views.compare.robustness import robustness_view
from cidesign.views.compare.view import compare_view, people_of
from cidesign.views.compare.when_wins import other_ways
from cidesign.views.outlook.view import years_ahead
from cidesign.views.structure.reasons import entries, in_words
from cidesign.views.team.terms import terms
from cidesign.views.team.view import explain
from tests.text.visible import Pretended
from tests.views.compare import panels

FEW = 200
# Many against much: raters' orders name elm, points name oak; fir is not eligible.
ROWS = [
    *(f"r{n} {row}" for n in range(9) for row in ("oak trust 3", "elm trust 4")),
    *(f"s{n} {row}" for n in range(3) for row in ("oak trust 5", "elm trust 1")),
    *(f"r{n} oak reach 3" for n in range(8)),
    "r1 elm reach 3",
]


def texts(value: object) -> Iterator[str]:
    """Every text somewhere in a result."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from texts(key)
            yield from texts(one)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for one in value:
            yield from texts(one)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def of_the_panel():
    bundle = panels.bundle("scored", scores=panels.scores(*ROWS))
    rules, people = bundle.rules, people_of(bundle)
    sheets = rater_sheets(rules, bundle.scores, **people)
    return {
        "ranking": rank(rules, bundle.scores, **people),
        "sheets": sheets,
        "agreement": agreement(sheets),
        "evidence": robustness_view(bundle, samples=FEW, beside=FEW),
    }


def of_an_example(catalog):
    bundle = read_bundle(data_folder() / "examples" / "philadelphia_stem")
    plan = terms(bundle, catalog).plan
    found = budget.allocate(plan)
    return {
        "fit": fit(bundle.structure, catalog.structures, catalog.structure_drivers),
        "mode": advise_mode(bundle.structure, catalog.modes),
        "plan": found,
        "why": explain(plan, found),
        "years": years_ahead(plan, bundle.outlook, catalog),
    }


@pytest.fixture(scope="module")
def pretended():
    return Pretended()


def test_no_result_of_a_panel_holds_words_of_ours(pretended):
    with speaking(pretended):
        results = of_the_panel()

    assert results["ranking"].warnings
    assert any(check.why for check in results["evidence"].checks)
    for name, result in results.items():
        assert [text for text in texts(result) if "⟦" in text] == [], name


def test_no_result_of_an_example_holds_words_of_ours(pretended):
    catalog = load()
    with speaking(pretended):
        results = of_an_example(in_language(catalog, pretended))

    assert results["fit"][0].because
    assert results["why"].held
    for name, result in results.items():
        assert [text for text in texts(result) if "⟦" in text] == [], name


# One sentence of each kind of result, as a translator would have written it.
TOLD = {
    "{candidate} has no rank: {reasons}.": "{candidate} ohne Rang: {reasons}.",
    "nobody scored {criterion}": "niemand bewertete {criterion}",
    "Would it hold": "Hielte es stand",
    "Borda count": "Borda-Zahl",
    "{way}: {why}": "{way}, weil: {why}",
    "There is only one criterion, so no weights can change the order.": "Nur ein Kriterium.",
}


@pytest.fixture
def german(tmp_path):
    path = file_of("de", tmp_path)
    path.parent.mkdir(parents=True)
    lines = [f'msgid "{one}"\nmsgstr "{other}"\n' for one, other in TOLD.items()]
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    path.write_text("\n".join([head, *lines]), encoding="utf-8")
    return language("de", tmp_path)


def test_what_was_worked_out_in_one_language_is_told_in_another(german):
    bundle = panels.bundle("scored", scores=panels.scores(*ROWS))
    made = []

    def work_out():
        page = SimpleNamespace(
            workshop="told_in_two", reader="", revision=1, catalog=in_language(load(), german)
        )
        return worked_out(page, "compare.evidence", evidence)

    def evidence():
        made.append(1)
        return rank(bundle.rules, bundle.scores, **people_of(bundle)), robustness_view(
            bundle, samples=FEW, beside=FEW
        )

    said = {}
    for spoken in (ENGLISH, german):
        with speaking(spoken):
            ranking, found = work_out()
            compared = compare_view(bundle)
            names = in_rows(compared)
            said[spoken.code] = (
                all_in_words(ranking.warnings, names),
                five_sentences(compared, found).rows,
                other_ways(compared, found).reasons,
            )

    assert len(made) == 1
    english, other = said["en"], said["de"]
    assert [text for text in texts(english) if "no rank:" in text]
    assert [
        text for text in texts(other) if "ohne Rang:" in text and "niemand bewertete Trust" in text
    ]
    assert "Would it hold" in texts(english)
    assert "Hielte es stand" in texts(other)
    assert [text for text in other[2] if text.startswith("Borda-Zahl, weil:")]


def test_one_catalog_in_two_languages_is_the_same_facts(german):
    catalog = load()

    assert as_read(in_language(catalog, german)) is as_read(catalog) is catalog


def test_a_structures_reasons_are_told_in_the_catalog_that_is_spoken(pretended):
    catalog = load()
    [first, *_] = of_an_example(catalog)["fit"]

    with speaking(pretended):
        told = in_words(first.because, entries(in_language(catalog, pretended)))

    assert told
    assert all(text.startswith("⟦") for text in told)
