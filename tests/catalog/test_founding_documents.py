"""What our data takes from the documents it was founded on stands there: words that are cited, and
figures. The passages are kept beside the tests.
"""

import re
from decimal import Decimal

import pytest
import yaml

from cidesign.catalog import load
from cidesign.domain.fact import Basis
from tests.catalog.gathered import GOLDEN
from tests.catalog.test_whole import SEEDS

PASSAGES = yaml.safe_load((GOLDEN / "seeds" / "passages.yaml").read_text(encoding="utf-8"))
NUMBER = re.compile(r"\d(?:[\d,.]*\d)?")
SAID = {"says", "what", "words"}


@pytest.fixture(scope="module")
def catalog():
    return load()


def judged(catalog):
    """Each level or feature that rests on words of a founding document: where, source, words."""
    for kind, held in (("structures", "levels"), ("cases", "features")):
        for entry in getattr(catalog, kind):
            for id, one in getattr(entry, held).items():
                if one.fact.basis is Basis.JUDGED and one.fact.source in PASSAGES:
                    yield f"{kind}.{entry.id}.{id}", one.fact.source, one.words


def stands(words, source):
    return any(words.casefold() in passage.casefold() for passage in PASSAGES[source])


def numbers(text):
    return {Decimal(found.replace(",", "")) for found in NUMBER.findall(text)}


def sentences(value):
    """Each sentence of an entry with the founding document it names."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in SAID and isinstance(one, str) and value.get("source") in PASSAGES:
                yield value["source"], one
            yield from sentences(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from sentences(one)


def test_there_are_passages_of_every_founding_document_and_all_are_short():
    assert set(PASSAGES) == SEEDS
    assert [
        passage for held in PASSAGES.values() for passage in held if len(passage.split()) > 45
    ] == []


def test_words_that_are_judged_stand_in_the_document_they_are_cited_from(catalog):
    cited = list(judged(catalog))

    assert len(cited) > 50
    assert [
        (place, part)
        for place, source, words in cited
        for part in words.split("; ")
        if not stands(part, source)
    ] == []


def test_a_judgement_on_words_that_a_document_lacks_is_seen():
    assert stands("you have to go slow to go fast", "fsg_2017")
    assert not stands("you have to go slow to go fast", "wef_2025")
    assert not stands("ten years are promised", "philadelphia_stem")


def test_a_published_figure_of_a_founding_document_stands_in_it(catalog):
    known = {source: numbers(" ".join(held)) for source, held in PASSAGES.items()}
    published = [
        (place, fact)
        for place, fact in catalog.facts()
        if fact.basis is Basis.PUBLISHED and fact.source in PASSAGES
    ]

    assert len(published) >= 4
    assert [place for place, fact in published if fact.value not in known[fact.source]] == []


def test_a_figure_in_a_sentence_after_a_founding_document_stands_in_it(catalog):
    known = {source: numbers(" ".join(held)) for source, held in PASSAGES.items()}
    told = [
        (source, sentence)
        for case in catalog.cases
        for source, sentence in sentences(case.model_dump())
    ]

    assert len([sentence for _, sentence in told if numbers(sentence)]) >= 6
    assert [
        (source, sentence) for source, sentence in told if not numbers(sentence) <= known[source]
    ] == []


def test_who_raises_money_is_our_reading_of_a_drawing_that_lost_its_lines(catalog):
    (raising,) = catalog.entry("functions", "resources").activities
    rest = [
        one.role_source
        for function in catalog.functions
        if function.id != "resources"
        for one in function.activities
    ]

    assert raising.role_source == "own"
    assert set(rest) == {None}


def test_a_place_is_told_only_where_its_source_tells_one(catalog):
    # Page 25 of the report names no country for these two.
    assert {
        catalog.entry("cases", id).place for id in ("project_together", "financing_alliance")
    } == {"Place not told"}


def test_the_article_without_a_year_gets_none_from_us(catalog):
    assert catalog.source("hm_foundation").year == ""


def test_a_united_way_is_a_funder_as_the_memo_has_it(catalog):
    kinds = {
        structure.id: [example.name for example in structure.examples]
        for structure in catalog.structures
    }

    assert {id for id, names in kinds.items() if any("United Way" in name for name in names)} == {
        "funder"
    }
    assert catalog.entry("cases", "pima_c2c").structures == ("funder",)
