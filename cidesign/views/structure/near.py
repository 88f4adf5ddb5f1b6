"""The real initiatives most like ours, in words: what is alike, what differs, their structure,
their money, where it was read. One of which every level compared would be our guess is left out.
"""

from collections.abc import Collection
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import CaseEntry
from cidesign.domain.figures import count, inside, listed, points
from cidesign.domain.structure import NearCase, StructureProfile
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.structure import LEAST_SHARED, nearest
from cidesign.text import say, say_count
from cidesign.views.sources.facts import Block, source_words, value_words
from cidesign.views.structure.ours import our_answers, usual_answers

ALIKE = 1
"""Steps of the scale: answers nearer than this are told as alike."""


@dataclass(frozen=True)
class NearView:
    """The nearest initiatives, nearest first, and a sentence on how they were found and which could
    not be compared.
    """

    blocks: tuple[Block, ...]
    reading: str


def near_view(bundle: Bundle, catalog: Catalog) -> NearView:
    """The three nearest initiatives to our answers about the structure; none before enough of these
    are ours.
    """
    weighed = {driver.id for driver in catalog.structure_drivers if driver.about == "structure"}
    given = {
        id: answer
        for id, answer in (bundle.structure or StructureProfile()).answers.items()
        if id in weighed
    }
    ours = our_answers(bundle.structure, catalog)
    if given and len(ours) < LEAST_SHARED:
        return NearView((), waits_for(len(ours)))
    described = [case for case in catalog.cases if case.features.keys() & given.keys()]
    guessed = [case for case in described if _guessed(case, given)]
    found = nearest(given, [case for case in catalog.cases if case not in guessed])
    told = say(
        "Only questions we both have an answer to are compared, at least {least} of them; each "
        "counts the same.",
        least=count(found.least_shared),
    )
    silent = say_count(
        "{n} of {all} initiatives describes too few of them.",
        "{n} of {all} initiatives describe too few of them.",
        found.silent,
        n=count(found.silent, opening=True),
        all=count(len(catalog.cases)),
    )
    entries = {case.id: case for case in catalog.cases}
    return NearView(
        blocks=tuple(_told(one, entries[one.case], catalog) for one in found.found),
        reading=" ".join(
            part
            for part in (
                told,
                silent if found.silent else "",
                _left_out(len(guessed)),
                _usual(bundle, catalog),
            )
            if part
        ),
    )


def _guessed(case: CaseEntry, given: Collection[str]) -> bool:
    """Whether no source's words stand behind any level that would be compared."""
    return all(case.features[id].fact.assumed for id in case.features.keys() & set(given))


def _left_out(guessed: int) -> str:
    if not guessed:
        return ""
    return say_count(
        "{n} is left out: all we would compare of it is assumed.",
        "{n} are left out: all we would compare of them is assumed.",
        guessed,
        n=count(guessed, opening=True),
    )


def waits_for(ours: int) -> str:
    """Why nothing is compared yet, with so many answers of ours."""
    lacking = LEAST_SHARED - ours
    return say_count(
        "Say how much these things matter to you: {n} more answer of yours, and real initiatives "
        "are compared with it.",
        "Say how much these things matter to you: {n} more answers of yours, and real initiatives "
        "are compared with them.",
        lacking,
        n=count(lacking),
    )


def _usual(bundle: Bundle, catalog: Catalog) -> str:
    weighed = {driver.id for driver in catalog.structure_drivers if driver.about == "structure"}
    usual = [id for id in usual_answers(bundle.structure, catalog) if id in weighed]
    if not usual:
        return ""
    return say_count(
        "{n} of our answers still stands at its usual value.",
        "{n} of our answers still stand at their usual values.",
        len(usual),
        n=count(len(usual), opening=True),
    )


def near_heading(view: NearView) -> str:
    """Which initiative is nearest."""
    return (
        say("Most like us: {initiative}", initiative=view.blocks[0][0])
        if view.blocks
        else say("No initiative compares yet")
    )


def _told(near: NearCase, case: CaseEntry, catalog: Catalog) -> Block:
    kinds = listed([catalog.labels.structures[id] for id in case.structures]) or say(
        "structure not told"
    )
    lines = (
        _apart(near),
        _alike(near, catalog),
        *_differs(near, catalog),
        _basis(near, case),
        *_what(case, catalog),
    )
    return (
        case.label,
        say("{structure} · {place}", structure=kinds, place=case.place),
        tuple(line for line in lines if line),
    )


def _apart(near: NearCase) -> str:
    return say_count(
        "On {n} shared question its answers lie {apart} of 4 steps from ours.",
        "On {n} shared questions its answers lie {apart} of 4 steps from ours.",
        len(near.shared),
        n=count(len(near.shared)),
        apart=points(near.apart),
    )


def _alike(near: NearCase, catalog: Catalog) -> str:
    same = [_question(id, catalog) for id in near.shared if abs(near.differences[id]) < ALIKE]
    return (
        say("Alike: {questions}.", questions=listed(same))
        if same
        else say("Nothing that is described there is alike.")
    )


def _differs(near: NearCase, catalog: Catalog) -> tuple[str, ...]:
    apart = [id for id in reversed(near.shared) if abs(near.differences[id]) >= ALIKE]
    if not apart:
        return (say("Nothing that is described there differs."),)
    ours = [_by_steps(near, id, catalog) for id in apart if near.differences[id] > 0]
    theirs = [_by_steps(near, id, catalog) for id in apart if near.differences[id] < 0]
    return (
        *(
            (say("Differs, matters more to us: {questions}.", questions=listed(ours)),)
            if ours
            else ()
        ),
        *(
            (say("Differs, mattered more there: {questions}.", questions=listed(theirs)),)
            if theirs
            else ()
        ),
    )


def _by_steps(near: NearCase, id: str, catalog: Catalog) -> str:
    steps = abs(near.differences[id])
    if steps <= ALIKE:
        return _question(id, catalog)
    return say(
        "{question} (by {steps} of 4 steps)", question=_question(id, catalog), steps=plain(steps)
    )


def _question(id: str, catalog: Catalog) -> str:
    return inside(catalog.labels.structure_drivers[id])


def _basis(near: NearCase, case: CaseEntry) -> str:
    assumed = sum(case.features[id].fact.assumed for id in near.shared)
    if not assumed:
        return say("What mattered there is our reading, judged from its source's words.")
    return say(
        "What mattered there is our reading: {assumed} of {all} levels are assumed, the others "
        "judged from its source's words.",
        assumed=count(assumed),
        all=count(len(near.shared)),
    )


def _what(case: CaseEntry, catalog: Catalog) -> tuple[str, ...]:
    return (
        *(
            say("{what} ({source})", what=said.says, source=source_words(said.source, catalog))
            for said in case.what
        ),
        *(
            say(
                "Money: {amount} ({kind}; {source})",
                amount=value_words(one.fact),
                kind=one.kind,
                source=source_words(one.fact.source, catalog),
            )
            for one in case.amounts
        ),
    )
