"""The initiative in words: whether collective impact fits it, what is in place, what is weak, and
what to do first.
"""

from collections.abc import Sequence

from cidesign.acts.decide_way import ANOTHER, LEAN
from cidesign.domain.apart import alike
from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import month
from cidesign.domain.figures import count, either, inside, listed
from cidesign.domain.guidance import Check, FormEntry
from cidesign.domain.readiness import ReadinessRow
from cidesign.domain.workshop import Bundle
from cidesign.structure.readiness import Group, Standing, Verdict
from cidesign.text import mark, say, say_count
from cidesign.views.initiative.forms import ANOTHER_FORM, BEGUN_LEAN, form_named
from cidesign.views.initiative.view import InitiativeView, initiative_view

FIRST_THINGS = 4
STANDINGS = {
    Standing.UNANSWERED: mark("not answered"),
    Standing.WEAK: mark("weak"),
    Standing.ON_THE_WAY: mark("on the way"),
    Standing.IN_PLACE: mark("in place"),
}
KIND_LABELS = {
    "form": mark("Right form"),
    "condition": mark("Five conditions"),
    "principle": mark("Principles"),
    "readiness": mark("Ready to start"),
}
KIND_NOTES = {
    "form": mark(
        "Is collective impact the right form? High answers speak for it, low ones for something "
        "simpler."
    ),
    "condition": mark(
        "Collective impact has five conditions. A new alliance has few of them; the answers show "
        "where to begin."
    ),
    "principle": mark(
        "Eight principles say how good alliances work. Answer them once a year, and compare."
    ),
    "readiness": mark("What should be there before a backbone is paid for."),
}
PATHS = {
    "go": mark("We go on with collective impact."),
    LEAN: mark("We begin lean, and look again in a month we set."),
    ANOTHER: mark("Another form, or several together, fits us better for now."),
    "backbone": mark("A backbone is already at work, and we plan its team."),
}


def note(view: InitiativeView) -> str:
    """Whose answers these are."""
    one = view.initiative
    partners = (
        ""
        if one.partners is None
        else say_count("{n} partner", "{n} partners", one.partners, n=count(one.partners))
    )
    members = len(view.members)
    committee = (
        say_count("a steering committee of {n}", "a steering committee of {n}", members, n=members)
        if members
        else ""
    )
    return " · ".join(
        part
        for part in (
            view.name,
            one.place,
            partners,
            committee,
            say("your own answers, from 0 to 4") if one.checks else "",
        )
        if part
    )


def answer(view: InitiativeView) -> str:
    """Whether collective impact is the form, and how much is in place; in one sentence."""
    known = view.initiative.existing_backbone
    if known == "yes":
        return say("A backbone is already at work: plan its team.")
    if known == "several":
        return say("Several backbones are at work. Settle who does what before another one begins.")
    if view.chosen:
        return say(ANOTHER_FORM, forms=form_named(view.chosen))
    return _fit(view)


def _fit(view: InitiativeView) -> str:
    if view.verdict is Verdict.OPEN:
        return say("Say first whether collective impact is the right form for you.")
    if view.verdict is Verdict.ANOTHER:
        return say("Another form may fit you better: {forms}.", forms=either(_others(view)))
    if view.verdict is Verdict.NONE:
        return say("Collective impact does not fit well yet, and no simpler form stands out.")
    group = view.conditions
    if not group.complete:
        return say("Collective impact fits you. Say next how ready you are.")
    if not group.in_place:
        return say(
            "Collective impact fits you, and none of {all} conditions is in place yet.",
            all=count(len(group.checks)),
        )
    if group.in_place == len(group.checks):
        return say(
            "Collective impact fits you, and all {all} conditions are in place.",
            all=count(group.in_place),
        )
    return say_count(
        "Collective impact fits you, and {n} of {all} conditions is in place.",
        "Collective impact fits you, and {n} of {all} conditions are in place.",
        group.in_place,
        n=count(group.in_place),
        all=count(len(group.checks)),
    )


def and_line(view: InitiativeView) -> str:
    """What to do first."""
    known = view.initiative.existing_backbone
    if known == "yes":
        return say(
            "Structure, process, candidates, scores and host are not needed; these pages stay open "
            "if you want to look again."
        )
    if known == "several":
        return say(
            "Too many backbones take partners' time and funders' money twice. What to do stands "
            "below."
        )
    if view.chosen:
        return _walk(view)
    form = view.groups["form"]
    if view.verdict is Verdict.OPEN:
        return _answered(form)
    if view.verdict is Verdict.ANOTHER:
        return say(
            "That follows from your answers about the form. What each form is for stands below; "
            "they can be combined."
        )
    if view.verdict is Verdict.NONE:
        low = next(iter(form.that_are(Standing.WEAK)), None)
        return _begin(low) if low else say("Look at the answers about the form again, together.")
    if view.weak:
        return _begin(view.weak[0])
    if view.open_kind:
        return say(
            "Nothing you answered is weak. Questions about {kind} are still open.",
            kind=inside(say(KIND_LABELS[view.open_kind])),
        )
    return say("Nothing is weak. The structure is next.")


def _walk(view: InitiativeView) -> str:
    """What the chosen forms leave of the walk, and the way back."""
    back = say("The way back: replace the decision below.")
    if not view.unneeded:
        return say("Together they need every page. {back}", back=back)
    pages = listed([say(one.label) for one in view.unneeded])
    return say("Not needed: {pages}. They stay open. {back}", pages=pages, back=back)


def _answered(group: Group) -> str:
    if not group.checks:
        return say("There are no questions about it yet.")
    if not group.answered:
        return say(
            "{all} questions below show it. Answer them together, or each alone first.",
            all=count(len(group.checks), opening=True),
        )
    return say_count(
        "{n} of {all} questions is answered.",
        "{n} of {all} questions are answered.",
        group.answered,
        n=count(group.answered, opening=True),
        all=count(len(group.checks)),
    )


def _begin(check: Check) -> str:
    return say("Begin with this: {label}. {low}", label=inside(check.label), low=check.low)


def _others(view: InitiativeView) -> list[str]:
    return [inside(one.form.label) for one in view.forms[1:] if one.fits]


def rows(group: Group, view: InitiativeView) -> tuple[ReadinessRow, ...]:
    """The checks of a group as the chart shows them."""
    given = view.initiative.checks
    return tuple(
        ReadinessRow(
            check.label,
            given.get(check.id),
            say(STANDINGS[stands]),
            in_place=stands is Standing.IN_PLACE,
        )
        for check, stands in zip(group.checks, group.standings)
    )


def conditions_claim(view: InitiativeView) -> str:
    """What the chart of the five conditions shows."""
    return _claim(view.conditions, say("The five conditions"))


def readiness_claim(view: InitiativeView) -> str:
    """What the chart of readiness shows."""
    return _claim(view.readiness, say("Ready to start"))


def _claim(group: Group, topic: str) -> str:
    if not group.answered:
        return topic
    return say("{topic}: {n} of {all}", topic=topic, n=group.in_place, all=len(group.checks))


def to_do_first(view: InitiativeView) -> tuple[str, ...]:
    """What to do about what is weak, weakest first, and the seat of residents where it is
    missing.
    """
    lines = [
        say("{label}: {low}", label=check.label, low=check.low)
        for check in view.weak[:FIRST_THINGS]
    ]
    if view.residents_missing:
        lines.insert(0, no_residents())
    left = len(view.weak) - FIRST_THINGS
    if left > 0:
        lines.append(
            say_count(
                "And {n} more answer is 0 or 1.",
                "And {n} more answers are 0 or 1.",
                left,
                n=count(left),
            )
        )
    return tuple(lines)


def no_residents() -> str:
    """That nobody on the committee speaks for residents, and what to do."""
    return say(
        "Nobody on the committee sits there for residents. Offer at least two seats to people who "
        "live with the problem, and pay them."
    )


def namesakes(view: InitiativeView) -> tuple[str, ...]:
    """Members of one name, and how they are told apart here."""
    return tuple(
        say(
            "{n} members are called {name}. Here they are told apart as {labels}; names that "
            "differ are safer.",
            n=count(len(group), opening=True),
            name=group[0].called,
            labels=listed([member.label for member in group]),
        )
        for group in alike([(member, member.called) for member in view.members])
    )


def paths(view: InitiativeView) -> dict[str, str]:
    """What the committee can decide here."""
    return {id: say(text) for id, text in PATHS.items()}


def way_in_words(chosen: str, forms: Sequence[FormEntry], lean_until: str) -> str:
    """What is decided, with the forms or the month that were chosen."""
    if chosen == ANOTHER and forms:
        return say(ANOTHER_FORM, forms=form_named(forms))
    if chosen == LEAN and lean_until:
        return say(BEGUN_LEAN, month=month(lean_until))
    return say(PATHS[chosen])


def advised_paths(view: InitiativeView) -> tuple[str, ...]:
    """What follows from the answers; more than one where the answers leave it open, none where too
    few are there.
    """
    if view.initiative.existing_backbone == "yes":
        return ("backbone",)
    if view.verdict is Verdict.ANOTHER:
        return (ANOTHER,)
    if view.verdict is Verdict.FITS:
        return (LEAN, "go") if view.begin_lean else ("go",)
    return ()


def figures(view: InitiativeView) -> dict[str, str]:
    """The figures the decision is taken on."""
    counted = {kind: group for kind, group in view.groups.items() if group.answered}
    return {
        "answer": _as_it_stands(view),
        **{
            kind: say("{n} of {all} in place", n=group.in_place, all=len(group.checks))
            for kind, group in counted.items()
        },
    }


def so_far(bundle: Bundle, catalog: Catalog) -> str:
    """What stands there before the decision."""
    return _as_it_stands(initiative_view(bundle, catalog))


def _as_it_stands(view: InitiativeView) -> str:
    known, group = view.initiative.existing_backbone, view.conditions
    if known == "yes":
        return say("A backbone is already at work")
    if known == "several":
        return say("Several backbones are at work")
    if view.chosen:
        return say(ANOTHER_FORM, forms=form_named(view.chosen)).removesuffix(".")
    if view.verdict is Verdict.ANOTHER:
        return say("Another form may fit better: {forms}", forms=either(_others(view)))
    if view.verdict is Verdict.FITS and group.complete:
        return say(
            "Collective impact fits; {n} of {all} conditions in place",
            n=count(group.in_place),
            all=count(len(group.checks)),
        )
    if view.verdict is Verdict.FITS:
        return say("Collective impact fits; how ready we are is still open")
    if view.verdict is Verdict.NONE:
        return say("Collective impact does not fit well yet")
    return say("Questions wait for answers")


def not_needed_because(bundle: Bundle) -> str:
    """Why a step is not needed: a director is chosen here, or a backbone works already."""
    search = bundle.workshop.search
    if search is not None:
        if search.of:
            return say("This step is not needed here: it stands in {workshop}.", workshop=search.of)
        return say("This step is not needed here: a director is chosen.")
    if named := bundle.workshop.initiative.backbone:
        return say("This step is not needed: {backbone} is our backbone already.", backbone=named)
    return say("This step is not needed: a backbone works already.")
