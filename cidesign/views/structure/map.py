"""The map of the initiative, read from the record: committee, backbone in its host, working groups,
partners, community.
"""

from collections import Counter
from decimal import Decimal

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, listed
from cidesign.domain.initiative_map import InitiativeMap, Place, Tie
from cidesign.domain.structure import StructureDecision, StructureProfile
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.views.structure.hosts import sitting_elsewhere

GROUPS, PARTNERS = "working_groups", "partners"
"""Ids of the drivers of need that the map shows."""
BACKBONE = "backbone"
NAMED = 8
"""So many groups stand on the map by name."""


def initiative_map(bundle: Bundle, catalog: Catalog) -> InitiativeMap:
    """Five places from top to bottom; what nobody has said yet stands there as open."""
    profile = bundle.structure or StructureProfile()
    return InitiativeMap(
        places=(
            _committee(bundle),
            _backbone(bundle, catalog, profile),
            _groups(bundle),
            _partners(bundle),
            Place("community", say("Community"), _said(bundle.workshop.initiative.people)),
        ),
        ties=(
            Tie(say("agrees on goals and guides"), _reports(profile.decision)),
            Tie(say("calls meetings, brings data"), say("bring progress and hurdles")),
            Tie(say("plan what each does"), say("take part and lead")),
            Tie(say("serve and listen"), say("says what matters, takes seats")),
        ),
        middle=BACKBONE,
    )


def map_note(drawn: InitiativeMap) -> str:
    """How to read the map, and whether something in it is still open."""
    still = sum(place.open for place in drawn.places)
    read = say("From the record. Arrows say what runs down and what runs up.")
    if not still:
        return read
    open_boxes = say_count(
        "{n} box has something open.",
        "{n} boxes have something open.",
        still,
        n=count(still, opening=True),
    )
    return f"{read} {open_boxes}"


def _reports(decision: StructureDecision) -> str:
    if not decision.staff_report_to:
        return say("whom staff report to is open")
    return say("staff report to: {whom}", whom=decision.staff_report_to)


def _committee(bundle: Bundle) -> Place:
    members = bundle.workshop.members
    if not members:
        return Place(
            "committee", say("Steering committee"), (say("Nobody is listed yet"),), open=True
        )
    seats = Counter(member.seat for member in members if member.seat)
    named = [
        say("{seat} ({number})", seat=seat, number=number) if number > 1 else seat
        for seat, number in seats.most_common()
    ]
    told = say("Seats: {seats}", seats=listed(named)) if named else ""
    lines = (
        say_count("{n} member", "{n} members", len(members), n=count(len(members), opening=True)),
    )
    return Place("committee", say("Steering committee"), (*lines, told) if told else lines)


def _backbone(bundle: Bundle, catalog: Catalog, profile: StructureProfile) -> Place:
    decision = profile.decision
    host = _host(bundle)
    kind = (
        catalog.labels.structures[decision.structure]
        if decision.structure
        else say("Structure: not decided yet")
    )
    if decision.variant:
        kind = say(
            "{structure}, {variant}",
            structure=kind,
            variant=catalog.labels.variants[decision.variant],
        )
    lines = [
        kind,
        say("Host: {host}", host=host) if host else say("Host: not chosen yet"),
        say("Books kept by: {agent}", agent=decision.fiscal_agent)
        if decision.fiscal_agent
        else say("Who keeps the books is open"),
        say("Staff sit: {place}", place=decision.place) if decision.place else "",
    ]
    elsewhere = sitting_elsewhere(bundle, catalog)
    lines += [
        say("{function}: with {host}", function=function, host=name) for function, name in elsewhere
    ]
    is_open = not (
        host and decision.structure and decision.fiscal_agent and decision.staff_report_to
    )
    return Place(BACKBONE, say("Backbone"), tuple(line for line in lines if line), open=is_open)


def _host(bundle: Bundle) -> str:
    if bundle.workshop.has_a_backbone and bundle.workshop.initiative.backbone:
        return bundle.workshop.initiative.backbone
    held = bundle.decisions.latest("compare")
    return bundle.host.label if bundle.host else held.what if held else ""


def _groups(bundle: Bundle) -> Place:
    """The groups by name where they are listed, each with the partner that leads it."""
    working = [one for one in bundle.groups if one.works]
    number = len(working) or _driver(bundle, GROUPS)
    if number is None:
        return Place("groups", say("Working groups"), (say("How many is not said yet"),), open=True)
    names = {one.id: one.label for one in bundle.partners}
    told = [
        say("{group}: led by {name}", group=one.label, name=names[one.lead])
        if one.lead
        else say("{group}: nobody leads it yet", group=one.label)
        for one in working
    ]
    many = say_count("{n} group", "{n} groups", number, n=count(number, opening=True))
    open_ = any(not one.lead for one in working)
    if len(told) > NAMED:
        left = len(told) - NAMED
        told = [
            *told[:NAMED],
            say_count("and {n} more group", "and {n} more groups", left, n=count(left)),
        ]
    return Place("groups", say("Working groups"), (many, *told), open=open_)


def _partners(bundle: Bundle) -> Place:
    typed = bundle.workshop.initiative.partners
    number = len(bundle.partners) or (_driver(bundle, PARTNERS) if typed is None else typed)
    if number is None:
        return Place("partners", say("Partners"), (say("How many is not said yet"),), open=True)
    told = say_count("{n} organization", "{n} organizations", number, n=count(number, opening=True))
    signed = sum(one.formal_member for one in bundle.partners)
    members = say_count(
        "{n} has signed as a formal member",
        "{n} have signed as formal members",
        signed,
        n=count(signed, opening=True),
    )
    return Place("partners", say("Partners"), (told, members) if signed else (told,))


def _driver(bundle: Bundle, id: str) -> int | None:
    drivers: dict[str, Decimal] = dict(bundle.plan.drivers or {}) if bundle.plan else {}
    return int(drivers[id]) if id in drivers else None


def _said(text: str) -> tuple[str, ...]:
    return (text,) if text.strip() else ()
