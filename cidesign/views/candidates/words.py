"""Candidates in words: how many there are and may be chosen, who steps aside, who is left to score,
what each offers.
"""

from cidesign.acts.step_aside import SET_ASIDE, TIES
from cidesign.domain.apart import alike
from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, listed, money, month, rate
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say, say_count
from cidesign.views.candidates.view import Aside, CandidatesView, Line, candidates_view

OVERHEADS = {
    "": mark("Not told"),
    "none": mark("Charges nothing"),
    "indirect": mark("A share on top of costs"),
    "fee": mark("A fee on all money"),
}
RATE = mark("At which rate, in percent")
WHAT_IT_DOES = mark(
    "Who steps aside does not read that application, does not score it, and does not count for it. "
    "Declare before you read."
)


def list_hint(*, of_a_person: bool) -> str:
    """A line of a list of candidates, as an example; the names are invented."""
    return say("Jo Example, leads a network") if of_a_person else say("Oak House, nonprofit")


def answer(view: CandidatesView) -> str:
    """How many candidates there are, and how many of them may be chosen."""
    number, eligible = len(view.lines), view.eligible
    if not number:
        return say("No candidates yet.")
    if number == 1:
        return (
            say("One candidate, and it is eligible.")
            if eligible
            else say("One candidate, and it is not eligible.")
        )
    if eligible == number:
        return say("{all} candidates, all eligible.", all=count(number, opening=True))
    return say(
        "{all} candidates, {eligible} eligible.",
        all=count(number, opening=True),
        eligible=count(eligible),
    )


def and_line(view: CandidatesView) -> str:
    """Who steps aside, and who has declared nothing yet."""
    if not view.lines:
        return say("Scoring needs at least two; a fitness check needs one.")
    return " ".join((stepping_aside(view), *(() if view.scored else _undeclared(view))))


def _undeclared(view: CandidatesView) -> tuple[str, ...]:
    """How many members have said nothing about conflicts, and how many who step aside have not said
    whether there is another.
    """
    aside = {one.rater for one in view.asides}
    waiting = [rater for rater, ids in view.undeclared.items() if ids]
    partly = sum(rater in aside for rater in waiting)
    silent = len(waiting) - partly
    said = []
    if silent:
        said.append(
            say_count(
                "{n} member has not said yet whether there is a conflict.",
                "{n} members have not said yet whether there is a conflict.",
                silent,
                n=count(silent, opening=True),
            )
        )
    if partly:
        said.append(
            say_count(
                "{n} who steps aside has not said yet whether there is another conflict.",
                "{n} who step aside have not said yet whether there is another conflict.",
                partly,
                n=count(partly, opening=True),
            )
        )
    return tuple(said)


def stepping_aside(view: CandidatesView) -> str:
    """How many members step aside, and how often."""
    members, times = len({one.rater for one in view.asides}), len(view.asides)
    if not members:
        return say("Nobody steps aside so far.")
    if times > members:
        return say_count(
            "{n} member steps aside, {times} times in all.",
            "{n} members step aside, {times} times in all.",
            members,
            n=count(members, opening=True),
            times=count(times),
        )
    return say_count(
        "{n} member steps aside once.",
        "{n} members step aside once each.",
        members,
        n=count(members, opening=True),
    )


def note(view: CandidatesView) -> str:
    """Whose figures these are."""
    panel = say_count(
        "Panel of {n} member", "Panel of {n} members", len(view.members), n=count(len(view.members))
    )
    rules = say("rules sealed") if view.sealed else say("rules not sealed yet")
    return " · ".join((panel if view.members else say("Nobody on the panel yet"), rules))


def warnings(view: CandidatesView) -> tuple[str, ...]:
    """What must be looked at before scoring."""
    said = list(namesakes(view))
    if view.scored:
        return tuple(said)
    said += view.defaults
    if view.lines and not view.sealed:
        said.append(
            say(
                "The rule sheet is not sealed. Seal it before anybody opens an application, or the "
                "seal will be marked as late."
            )
        )
    if view.lines and not view.members:
        said.append(
            say("The workshop names no members yet, so nobody can declare a conflict or score.")
        )
    said += [
        say_count(
            "Only {left} member may score {candidate}; the rule sheet asks for {quorum}. Below "
            "that it gets no rank.",
            "Only {left} members may score {candidate}; the rule sheet asks for {quorum}. Below "
            "that it gets no rank.",
            line.left or 0,
            left=count(line.left or 0),
            candidate=line.label,
            quorum=count(view.quorum),
        )
        for line in view.short_of_raters
    ]
    return tuple(said)


def namesakes(view: CandidatesView) -> tuple[str, ...]:
    """Candidates of one name, and how they are told apart here."""
    return tuple(
        say(
            "{n} candidates are called {name}. Here they are told apart as {labels}; names that "
            "differ are safer.",
            n=count(len(group), opening=True),
            name=group[0].candidate.called,
            labels=listed([line.label for line in group]),
        )
        for group in alike([(line, line.candidate.called) for line in view.lines])
    )


def about(line: Line) -> str:
    """What a candidate is, and how many members may score it."""
    parts = [line.candidate.kind]
    if line.left is not None:
        parts.append(
            say_count(
                "{n} member may score it", "{n} members may score it", line.left, n=count(line.left)
            )
        )
    if line.files:
        parts.append(say_count("{n} file", "{n} files", line.files, n=line.files))
    return " · ".join(part for part in parts if part)


def offer(line: Line, targets: dict[str, str]) -> str:
    """What a candidate brings or charges as host; empty where it has said nothing."""
    terms = line.candidate.offer
    parts = [
        say(
            "{usd} in kind for: {target}",
            usd=money(gift.usd),
            target=targets.get(gift.offsets, gift.offsets),
        )
        for gift in terms.in_kind
    ]
    if terms.overhead and terms.overhead.kind == "indirect":
        parts.append(say("{rate} on top of costs", rate=rate(terms.overhead.rate)))
    if terms.overhead and terms.overhead.kind == "fee":
        parts.append(say("a fee of {rate} on all money", rate=rate(terms.overhead.rate)))
    if terms.overhead and terms.overhead.kind == "none":
        parts.append(say("charges nothing"))
    if terms.pay_scale != 1:
        parts.append(say("pays {times} times the plan's salaries", times=plain(terms.pay_scale)))
    if terms.benefits_rate is not None:
        parts.append(say("benefits of {rate}", rate=rate(terms.benefits_rate)))
    if terms.start:
        parts.append(say("can start in {month}", month=month(terms.start)))
    return " · ".join(parts)


def steps_aside(one: Aside) -> str:
    """Who steps aside for whom, and why, in one sentence; the written reason stays with the
    record.
    """
    if one.kind == SET_ASIDE:
        return say(
            "{who}: the unfinished sheet for {whom} was set aside.", who=one.who, whom=one.whom
        )
    if one.kind not in TIES:
        return say("{who} steps aside for {whom}.", who=one.who, whom=one.whom)
    return say(
        "{who} steps aside for {whom}: {why}.", who=one.who, whom=one.whom, why=say(TIES[one.kind])
    )


def who_is_left(view: CandidatesView) -> list[dict[str, str]]:
    """By candidate: how many may score it, who steps aside, and whether that is enough."""
    rows = []
    for line in view.lines:
        away = [one.who for one in view.asides if one.candidate == line.id]
        left = line.left if line.left is not None else 0
        rows.append(
            {
                say("Candidate"): line.label,
                say("May score"): say("{left} of {all}", left=left, all=len(view.members)),
                say("Steps aside"): listed(away) or say("nobody"),
                say("Enough"): say("yes")
                if left >= view.quorum
                else say("no, {quorum} are needed", quorum=view.quorum),
            }
        )
    return rows


def decides(view: CandidatesView) -> str:
    """What is decided on this page."""
    going = [line.label for line in view.lines if line.candidate.eligible]
    if not going:
        return say("No candidate goes to scoring.")
    return say_count(
        "This candidate goes to scoring: {names}.",
        "These candidates go to scoring: {names}.",
        len(going),
        names=listed(going),
    )


def figures(view: CandidatesView) -> dict[str, object]:
    """What the decision is taken on."""
    return {
        "answer": answer(view),
        "candidates": len(view.lines),
        "eligible": view.eligible,
        "recusals": len(view.asides),
    }


def so_far(bundle: Bundle, catalog: Catalog) -> str:
    """What stands here before the decision."""
    return answer(candidates_view(bundle, catalog)).removesuffix(".")


def kinds_hint(bundle: Bundle, catalog: Catalog) -> str:
    """Kinds of host that can be written, as those of a backbone's structure are called."""
    if bundle.workshop.seeks_a_person:
        return say("Such as leads a network elsewhere, teacher here")
    kinds = [word for one in catalog.structures for word in one.called]
    return say("Such as {kinds}", kinds=", ".join(kinds))


def benefits_hint(kind: str, catalog: Catalog) -> str:
    """What a host of this kind, as somebody wrote it, usually pays in benefits; empty where that is
    not known.
    """
    found = (
        catalog.price(one.benefits)
        for one in catalog.structures
        if one.benefits and any(word in kind.casefold() for word in one.called)
    )
    usual = next(found, None)
    return say("usual there: {percent}, assumed", percent=rate(usual.value)) if usual else ""


def sent_in() -> tuple[str, str]:
    """The heading over the applications, and who may read them."""
    return say("What they sent in"), say(
        "Open to members who have declared, and never to one who steps aside."
    )


def stays_closed(candidate: str) -> str:
    """In place of an application, to a member who steps aside."""
    return say("You step aside for {candidate}: its application stays closed.", candidate=candidate)


def declare_first(candidate: str) -> str:
    """In place of an application, to a member who has said nothing yet."""
    return say("Declare first whether anything ties you to {candidate}.", candidate=candidate)
