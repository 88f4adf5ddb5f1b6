"""Somebody who pays as the list of money writes it, and what forbids that, told as one would say it
beside the field.
"""

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from cidesign.acts.set_keys import Place
from cidesign.domain.apart import as_seen
from cidesign.domain.dates import month
from cidesign.domain.figures import money
from cidesign.domain.first_year import FUNDING, PLAN, first_month
from cidesign.domain.funding import AHEAD, FundingSheet, Source, grants_of_first_year
from cidesign.domain.legible import legible
from cidesign.domain.naming import name_from, tidy
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.value import MONTHS, Month, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import changed, document, scenario_file
from cidesign.record.funding import money_moved
from cidesign.text import say

KEYS = (
    *("id", "usd", "from", "to", "pays", "functions", "roles", "lines", "office"),
    *("indirect_cap", "renewal", "match", "takes_on", "results"),
)
"""What one says of a source, in the order in which the file holds it."""
_MONTH = TypeAdapter(Month)


def sources_written(record: Bundle) -> list[dict[str, Any]]:
    """The sources as their file holds them, or would once the money of an older workshop is moved
    there.
    """
    sheet = money_moved(record).get(FUNDING) or document(record, FUNDING)
    return list(sheet.get("sources") or [])


def as_entry(said: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the file of what somebody said: nothing of what she left open."""
    told = {key: _listed(said.get(key)) for key in KEYS}
    told["id"] = tidy(legible(str(told["id"] or "")))
    told["takes_on"] = [
        {key: one for key, one in part.items() if one} for part in told["takes_on"] or ()
    ]
    kept = ("usd", "indirect_cap")  # 0 is said, and nothing is not
    return {key: one for key, one in told.items() if one or (key in kept and one is not None)}


def names_apart(told: Any) -> Any:
    """What an act is told, with the people who take something on apart from the source, under
    ``names`` by what they take on: the ledger that anybody may read does not show them.
    """
    source = told.get("source") if isinstance(told, dict) else None
    if not isinstance(source, dict) or not source.get("takes_on"):
        return told
    parts = [dict(part) for part in source["takes_on"]]
    found = {part["role"]: who for part in parts if (who := part.pop("who", ""))}
    return {
        **told,
        "source": {**source, "takes_on": parts},
        "names": {**found, **(told.get("names") or {})},
    }


def with_names(source: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A source with these people in it again."""
    if not names:
        return dict(source)
    parts = source.get("takes_on") or ()
    taken = [{**part, "who": names.get(part["role"], part.get("who", ""))} for part in parts]
    return {**source, "takes_on": taken}


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def said_of(source: Source) -> dict[str, Any]:
    """A source as somebody would say it anew: what its file leaves open is left open here too."""
    days, ahead = source.pays.arrears_days, source.pays.ahead_months
    renewal = source.renewal
    return as_entry(
        {
            "id": source.id,
            "usd": source.usd,
            "from": source.from_,
            "to": source.to,
            "pays": AHEAD[ahead or MONTHS] if days is None else {"in_arrears_days": days},
            "functions": [str(function) for function in source.functions],
            "roles": source.roles,
            "lines": source.lines,
            "office": source.office,
            "indirect_cap": source.indirect_cap,
            "renewal": renewal
            and {"chance": renewal.chance, "usd": renewal.usd, "years": renewal.years},
            "match": source.match,
            "takes_on": [
                {"role": one.role, "who": one.who, "by": one.by} for one in source.takes_on
            ],
            "results": str(source.results),
        }
    )


def against(record: Bundle, said: Mapping[str, Any], of: str = "") -> Iterator[Problem]:
    """What is wrong with a source; each problem names its key.

    Args:
        record: the workshop.
        said: by key of the file.
        of: the id of the source that is changed; empty for a new one.
    """
    found = [
        *_of_name(record, str(said.get("id") or ""), of),
        *_of_money(said),
        *_of_months(said),
        *_of_parts(said),
        *_of_targets(record, said),
    ]
    yield from found
    if not found:
        yield from _beside_grants(record, said)
        yield from _beyond_the_budget(record, said, of)


def _wrong(key: str, what: str, remedy: str) -> Problem:
    return Problem(f"{FUNDING}: sources.{key}", what, remedy)


def _of_name(record: Bundle, name: str, of: str) -> Iterator[Problem]:
    others = {as_seen(name_from(one.id)) for one in sources_of(record) if one.id != of}
    if not tidy(legible(name)):
        yield _wrong("id", say("there is no name yet"), say("write who pays"))
    elif as_seen(name_from(name)) in others:
        what, remedy = say("this name stands there already"), say("write what tells the two apart")
        yield _wrong("id", what, remedy)


def _of_money(said: Mapping[str, Any]) -> Iterator[Problem]:
    usd = said.get("usd")
    if usd is None:
        yield _wrong("usd", say("there is no amount yet"), say("write the dollars of one year"))
    elif usd < 0:
        yield _wrong("usd", say("less than nothing cannot be paid"), say("write 0 or more"))
    renewal = said.get("renewal") or {}
    open_ = [key for key in ("chance", "usd", "years") if renewal.get(key) is None]
    if renewal and open_:
        what = say("a renewal needs its chance, its dollars and its years")
        yield _wrong("renewal", what, say("write all three, or leave all three empty"))
    elif renewal and not renewal["years"] > 0:
        yield _wrong("renewal", say("a renewal lasts for some time"), say("write 1 year or more"))
    pays = said.get("pays")
    days = pays.get("in_arrears_days", 0) if isinstance(pays, Mapping) else 0
    if days is None:
        yield _wrong("pays", say("nobody knows how late it is paid"), say("write how many days"))


def _of_months(said: Mapping[str, Any]) -> Iterator[Problem]:
    first, last = (str(said.get(key) or "") for key in ("from", "to"))
    faults = [key for key in ("from", "to") if not _is_month(said.get(key))]
    for key in faults:
        value = str(said.get(key) or "")
        what = say("{value} is not a month", value=shown(value)) if value else say("no month yet")
        yield _wrong(key, what, say("write it such as {month}", month=month("2027-07")))
    if not faults and last < first:
        what = say(
            "it ends in {last}, before it begins in {first}", last=month(last), first=month(first)
        )
        yield _wrong("to", what, say("write a later last month, or an earlier first one"))


def _of_parts(said: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with what somebody who pays takes on beside it."""
    for part in said.get("takes_on") or ():
        then = part.get("by")
        if then and not _is_month(then):
            what = say("{value} is not a month", value=shown(str(then)))
            remedy = say("write it such as {month}", month=month("2027-07"))
            yield _wrong("takes_on", what, remedy)


def _is_month(value: Any) -> bool:
    try:
        _MONTH.validate_python(value or "")
    except ValidationError:
        return False
    return True


def _of_targets(record: Bundle, said: Mapping[str, Any]) -> Iterator[Problem]:
    plan = record.plan
    if plan is None:
        return
    there = {
        "roles": ([role.id for role in plan.roles], say("no post of the plan")),
        "lines": ([line.id for line in plan.lines], say("no purchase of the plan")),
    }
    for key, (known, nothing) in there.items():
        for id in said.get(key) or ():
            if id not in known:
                what = say("{word} is {nothing}", word=shown(name_from(id)), nothing=nothing)
                yield _wrong(key, what, say("take it out here, or add it to the plan first"))


def _beside_grants(record: Bundle, said: Mapping[str, Any]) -> Iterator[Problem]:
    """An older plan may list grants itself; they join the list of money once there are years."""
    grants = record.plan.funding.grants if record.plan and record.funding is None else ()
    if grants and record.outlook is None and _bound(said):
        what = say("the plan still lists grants of its own, without dates")
        remedy = say("say on the page Outlook when we start; then they join this list")
        yield _wrong("functions", what, remedy)


def _bound(said: Mapping[str, Any]) -> bool:
    return any(said.get(key) for key in ("functions", "roles", "lines", "office"))


def _beyond_the_budget(record: Bundle, said: Mapping[str, Any], of: str) -> Iterator[Problem]:
    plan = record.plan
    if plan is None:
        return
    usd, budget = bound_usd(record, said, of), plan.funding.budget_usd
    if usd > budget:
        total = money(usd.to_integral_value(ROUND_CEILING))
        yield Problem(
            f"{PLAN}: funding.budget_usd",
            say(
                "with this, {total} of the first year may pay for some things only, more than the "
                "budget of {budget}",
                total=total,
                budget=money(budget),
            ),
            say(
                "the budget is all cash of the year: raise it to at least {total}, or write fewer "
                "dollars here",
                total=total,
            ),
        )


def bound_usd(record: Bundle, said: Mapping[str, Any], of: str = "") -> Decimal:
    """What all sources that may pay for some things only bring in the first year, this one as it is
    said among them; 0 where this one is not whole yet.
    """
    try:
        source = Source.model_validate(as_entry(said))
    except ValidationError:
        return Decimal(0)
    sources = (*(one for one in sources_of(record) if one.id != of), source)
    if not source.restricted:
        return Decimal(0)
    granted = grants_of_first_year(sources, first_month(sources, record.outlook))
    return sum((one.usd for one in granted), Decimal(0)).quantize(Decimal("0.01"))


def sources_of(record: Bundle) -> tuple[Source, ...]:
    """Everybody who pays, as the list of money tells it; grants that only an older plan lists among
    them, once the list can hold them.
    """
    sheet = money_moved(record).get(FUNDING)
    if sheet is not None:
        return FundingSheet.model_validate(sheet).sources
    return record.funding.sources if record.funding else ()


def with_sources(record: Bundle, changes: Mapping[Place, Any]) -> Bundle:
    """The record with the list of money changed.

    Raises:
        BadInput: as ``changed``; a scenario that then does not hold is named as people know it.
    """
    try:
        return changed(record, FUNDING, changes)
    except BadInput as error:
        raise BadInput(_of_scenario(record, one) for one in error.problems) from error


def _of_scenario(record: Bundle, one: Problem) -> Problem:
    scenarios = {scenario_file(id): scenario.name for id, scenario in record.scenarios.items()}
    if one.where not in scenarios:
        return one
    return Problem(
        say("Scenario {name}", name=scenarios[one.where]),
        say("its budget is smaller than what then may pay for some things only"),
        say("raise its budget or delete it on the page Scenarios, then save here"),
    )
