"""Whether the files of facts fit each other: ids once, sources known and used, references that lead
somewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from cidesign.domain.catalog import Catalog
from cidesign.domain.nearest import instead
from cidesign.domain.problem import Problem
from cidesign.domain.walk import WALK
from cidesign.domain.words import FUNCTIONS, MODES, PHASES
from cidesign.text import mark, say


def problems_of(catalog: Catalog) -> list[Problem]:
    """One problem for each thing in one file that does not fit another."""
    return [*_twice(catalog), *_fixed_words(catalog), *_sources(catalog), *_references(catalog)]


def _twice(catalog: Catalog) -> Iterator[Problem]:
    for kind in fields(catalog):
        ids = [str(entry.id) for entry in getattr(catalog, kind.name)]
        for id in dict.fromkeys(id for place, id in enumerate(ids) if id in ids[:place]):
            yield Problem(
                f"{kind.name}.yaml: {id}",
                say("the id stands twice"),
                say("give each entry its own id, or delete one"),
            )


def _fixed_words(catalog: Catalog) -> Iterator[Problem]:
    for kind, wanted in (("functions", FUNCTIONS), ("phases", PHASES), ("modes", MODES)):
        found = [entry.id for entry in getattr(catalog, kind)]
        for id in wanted:
            if id not in found:
                yield Problem(
                    f"{kind}.yaml: {id}",
                    say("the entry is missing"),
                    say("write it; these words are fixed"),
                )


def _sources(catalog: Catalog) -> Iterator[Problem]:
    known = {source.id for source in catalog.sources}
    for place, id in catalog.citations():
        if id not in known:
            yield Problem(
                f"{_file(place)}.source", say("there is no source {id}", id=id), instead(id, known)
            )


def _references(catalog: Catalog) -> Iterator[Problem]:
    prices = {price.id for price in catalog.prices}
    roles = {role.id for role in catalog.roles}
    questions = {driver.id for driver in catalog.structure_drivers}
    weighed = {driver.id for driver in catalog.structure_drivers if driver.about == "structure"}
    structures = {structure.id for structure in catalog.structures}
    cases = {case.id for case in catalog.cases}
    for role in catalog.roles:
        yield from _known(f"roles.yaml: {role.id}.benefits", [role.benefits], prices, "price")
        yield from _known(f"roles.yaml: {role.id}.needs", role.needs, roles - {role.id}, "role")
    for structure in catalog.structures:
        at = f"structures.yaml: {structure.id}"
        yield from _known(f"{at}.levels", structure.levels, weighed, "structure driver")
        yield from _known(
            f"{at}.benefits", [structure.benefits] if structure.benefits else [], prices, "price"
        )
        yield from _known(
            f"{at}.examples", [one.case for one in structure.examples if one.case], cases, "case"
        )
        yield from _known(
            f"{at}.watch",
            [c.answer for caution in structure.watch for c in caution.when],
            questions,
            "question",
        )
    for mode in catalog.modes:
        yield from _known(
            f"modes.yaml: {mode.id}.rules",
            [c.answer for rule in mode.rules for c in rule.when],
            questions,
            "question",
        )
    asked = {check.id for check in catalog.checks if check.about == "form"}
    for form in catalog.forms:
        yield from _known(
            f"forms.yaml: {form.id}.when",
            [c.answer for c in form.when],
            asked,
            "check about the form",
        )
        yield from _known(
            f"forms.yaml: {form.id}",
            [
                *(page for one in form.useful for page in one.pages),
                *(page for one in form.left_out for page in one.pages),
            ],
            {step.id for step in WALK},
            "page",
        )
    for variant in catalog.variants:
        yield from _known(
            f"variants.yaml: {variant.id}.structures", variant.structures, structures, "structure"
        )
        yield from _known(
            f"variants.yaml: {variant.id}.examples",
            [one.case for one in variant.examples if one.case],
            cases,
            "case",
        )
    for function in catalog.functions:
        yield from _known(
            f"functions.yaml: {function.id}.activities",
            [one.role for one in function.activities],
            roles,
            "role",
        )
    for one in catalog.further_reading:
        yield from _known(
            f"further_reading.yaml: {one.id}.page", [one.page], {step.id for step in WALK}, "page"
        )
    for case in catalog.cases:
        yield from _known(
            f"cases.yaml: {case.id}.structures", case.structures, structures, "structure"
        )
        yield from _known(f"cases.yaml: {case.id}.features", case.features, questions, "question")


_NO_SUCH = {
    "case": mark("there is no case {id}"),
    "check about the form": mark("there is no check about the form {id}"),
    "page": mark("there is no page {id}"),
    "price": mark("there is no price {id}"),
    "question": mark("there is no question {id}"),
    "role": mark("there is no role {id}"),
    "structure": mark("there is no structure {id}"),
    "structure driver": mark("there is no structure driver {id}"),
}


def _known(where: str, ids: Iterable[str], known: set[str], kind: str) -> Iterator[Problem]:
    for id in ids:
        if id not in known:
            yield Problem(f"{where}.{id}", say(_NO_SUCH[kind], id=id), instead(id, known))


def _file(place: str) -> str:
    kind, _, rest = place.partition(".")
    return f"{kind}.yaml: {rest}"
