"""The memo and the agreement on those who pay: what they take on beside it as next steps, and how
each wants to read what came of it.
"""

from collections.abc import Iterable, Iterator

from cidesign.domain.figures import month
from cidesign.domain.funding import Results
from cidesign.domain.guidance import FunderRole
from cidesign.domain.naming import payer_named
from cidesign.memo.clauses import blank
from cidesign.memo.snapshot import Snapshot
from cidesign.text import say
from cidesign.text.sentence import Figure, Sentence, at, in_a_row, inside, known, own, told
from cidesign.views.funding import parts
from cidesign.views.funding.parts import Taken
from cidesign.views.funding.words import written_at

Step = tuple[Sentence, Sentence, Sentence]


def funder_steps(seen: Snapshot) -> list[Step]:
    """What funders take on, each with who and by when; what nobody takes on yet; who still has to
    say how she wants to read results. None where nobody was asked.
    """
    committee, soon = told(say("Steering committee")), told(say("next meeting"))
    steps = [(_task(one), _who(one), _when(seen, one)) for one in taken(seen)]
    if open_ := parts.nobody(seen.bundle, seen.catalog):
        task = told(say("Find a funder to {parts}"), parts=_named(open_))
        steps.append((task, committee, soon))
    if then := parts.next_parts(seen.bundle, seen.catalog):
        place, later = then
        steps.append((_task_of_phase(seen, place, later), committee, _before(seen, place)))
    if _said(seen) and (unasked := _named_sources(seen, Results.NOT_SAID)):
        task = told(say("Ask whether our shared measures are enough: {names}"), names=unasked)
        steps.append((task, committee, soon))
    return steps


def taken(seen: Snapshot) -> tuple[Taken, ...]:
    """What funders take on."""
    return parts.taken(seen.bundle, seen.catalog)


def _task(one: Taken) -> Sentence:
    if one.role is None:
        return one.label
    return told(say("{part}: {says}"), part=one.label, says=known(one.role.says))


def _who(one: Taken) -> Sentence:
    payer = own(payer_named(one.source.id))
    if not one.part.who:
        return told(say("{payer}; nobody named yet"), payer=payer)
    return told(say("{who}, {payer}"), who=own(one.part.who), payer=payer)


def _when(seen: Snapshot, one: Taken) -> Sentence:
    if one.part.by is None:
        return told(say("open"))
    what = told(say("Month by which {payer} does it"), payer=own(payer_named(one.source.id)))
    place = written_at(seen.bundle, one.place, "takes_on", one.number, "by")
    figure = Figure(month(one.part.by), one.part.by, "month", what, place)
    return told(say("by {month}"), month=figure)


def _task_of_phase(seen: Snapshot, place: int, later: Iterable[FunderRole]) -> Sentence:
    said = say("Find a funder to {parts}, in the phase {phase}")
    return told(said, parts=_named(later), phase=_phase(seen, place))


def _before(seen: Snapshot, place: int) -> Sentence:
    years = seen.bundle.outlook
    first = years.phases[place].from_ if years else ""
    what = told(say("First month of the phase {phase}"), phase=_phase(seen, place))
    figure = Figure(month(first), first, "month", what, at("outlook.yaml", "phases", place, "from"))
    return told(say("before {month}"), month=figure)


def _phase(seen: Snapshot, place: int) -> Sentence:
    years = seen.bundle.outlook
    return seen.named("phases", str(years.phases[place].phase) if years else "")


def _named(roles: Iterable[FunderRole]) -> Sentence:
    return in_a_row([inside(known(one.label)) for one in roles])


def _sources(seen: Snapshot, results: Results) -> list[Sentence]:
    found = seen.bundle.funding.sources if seen.bundle.funding else ()
    return [own(payer_named(one.id)) for one in found if one.results is results]


def _named_sources(seen: Snapshot, results: Results) -> Sentence:
    return in_a_row(_sources(seen, results))


def _said(seen: Snapshot) -> bool:
    return bool(_sources(seen, Results.SHARED) or _sources(seen, Results.OWN))


def on_reports(seen: Snapshot) -> Iterator[Sentence]:
    """The agreement on reports to those who pay; nothing where nobody was asked."""
    if shared := _named_sources(seen, Results.SHARED):
        said = say(
            "Report by the shared measures, as a common result that is not split up by partner: "
            "{names}."
        )
        yield told(said, names=shared)
    if apart := _named_sources(seen, Results.OWN):
        said = say("A report of its own, which the host writes: {names}; when and how: {open}.")
        yield told(said, names=apart, open=blank())
    if _said(seen) and (unasked := _named_sources(seen, Results.NOT_SAID)):
        yield told(say("Still to ask how they want reports: {names}."), names=unasked)
