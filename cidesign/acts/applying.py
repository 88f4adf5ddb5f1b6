"""What the page Candidates changes: who applies, who may be chosen, who steps aside for whom, and a
whole table brought in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cidesign.acts.form_fields import on_screen
from cidesign.domain.naming import id_from
from cidesign.domain.panel import Candidate
from cidesign.domain.problem import BadInput, Problem, Wrong
from cidesign.domain.stage import Refusal
from cidesign.domain.value import exact, plain, shown
from cidesign.domain.workshop import Bundle
from cidesign.record import read_files, with_rows, without_rows
from cidesign.text import mark, say

CANDIDATES, RECUSALS, DECLARATIONS, REMARKS, NOTES = (
    "candidates.csv",
    "recusals.csv",
    "declarations.csv",
    "reasons.csv",
    "notes.csv",
)
# Why somebody steps aside: the word in the record, and what people read.
KINDS = {
    "employee": mark("works there"),
    "board": mark("sits on its board"),
    "family": mark("is close to somebody there"),
    "money": mark("gives it money or gets money from it"),
    "helped": mark("helped to write its application"),
    "other": mark("has another reason"),
}


@dataclass(frozen=True)
class Form:
    """What somebody wrote about a candidate; cells are text as they will stand in the table, blank
    where nothing was said.

    Args:
        figures: by calculated criterion.
        offer: by column, such as ``offer_in_kind_usd``.
    """

    name: str
    kind: str = ""
    eligible: bool = True
    eligible_reason: str = ""
    figures: Mapping[str, str] = field(default_factory=dict)
    offer: Mapping[str, str] = field(default_factory=dict)


def with_candidate(bundle: Bundle, id: str, form: Form) -> Bundle:
    """The bundle with a candidate added (``id`` empty: one is made of the name), or changed.

    Raises:
        BadInput: everything that must be mended; nothing was changed.
    """
    _allowed(bundle, bundle.workshop.stage.against_candidates)
    found = [*_of_form(bundle, id, form), *_of_figures(bundle, form)]
    if found:
        raise BadInput(found)
    row = {
        "id": id
        or id_from(form.name, [one.id for one in bundle.candidates], otherwise="candidate"),
        "name": form.name,
        "kind": form.kind,
        "eligible": "yes" if form.eligible else "no",
        "eligible_reason": form.eligible_reason,
        **form.figures,
        **form.offer,
    }
    try:
        after = with_rows(bundle, CANDIDATES, [row], key=["id"])
    except BadInput as error:
        raise on_screen(bundle, error) from error
    return _same_result(bundle, after)


def _of_form(bundle: Bundle, id: str, form: Form) -> list[Problem]:
    others = {one.label.casefold() for one in bundle.candidates if one.id != id}
    found = []
    if not form.name.strip():
        found.append(
            Problem(say("Name"), say("there is none yet"), say("write the organization's name"))
        )
    elif " ".join(form.name.split()).casefold() in others:
        found.append(
            Problem(
                say("Name"),
                say("another candidate has this name"),
                say("write what tells the two apart"),
            )
        )
    if not form.eligible and not form.eligible_reason.strip():
        found.append(
            Problem(
                say("Why it may not be chosen"),
                say("there is no reason yet"),
                say("write which condition of the call it does not meet"),
            )
        )
    return found


def _of_figures(bundle: Bundle, form: Form) -> Iterable[Problem]:
    calculated = [one for one in bundle.rules.criteria if one.calculated] if bundle.rules else []
    for criterion in calculated:
        figure = form.figures.get(criterion.id, "")
        try:
            on_scale = not figure or criterion.scale.holds(exact(figure))
        except Wrong:
            on_scale = False
        if not on_scale:
            low, high = plain(criterion.scale.low), plain(criterion.scale.high)
            what = say("{figure} is off the scale", figure=figure)
            yield Problem(
                criterion.name, what, say("write a number from {low} to {high}", low=low, high=high)
            )


def without_candidate(bundle: Bundle, id: str) -> Bundle:
    """The bundle without a candidate and what was declared or noted about it; the files it sent in
    stay.

    Raises:
        BadInput: it has scores, or functions sit with it; nothing was changed.
    """
    _allowed(bundle, bundle.workshop.stage.against_candidates)
    if any(score.candidate == id for score in bundle.scores):
        raise BadInput(
            [
                Problem(
                    _label(bundle, id),
                    say("it has scores, and no score is thrown away"),
                    say("say that it is not eligible, with the reason"),
                )
            ]
        )
    for file in (RECUSALS, DECLARATIONS, REMARKS, NOTES):
        bundle = without_rows(bundle, file, {"candidate": id}) if file in bundle.files else bundle
    return without_rows(bundle, CANDIDATES, {"id": id})


def with_recusal(bundle: Bundle, rater: str, candidate: str, kind: str, reason: str) -> Bundle:
    """The bundle in which a member steps aside for a candidate: she neither reads, scores nor
    counts.

    Raises:
        BadInput: what is missing; nothing was changed.
    """
    _allowed(bundle, bundle.workshop.stage.against_recusals)
    found = []
    if rater not in [member.id for member in bundle.workshop.members]:
        found.append(
            Problem(say("Who steps aside"), say("nobody is chosen"), say("choose a member"))
        )
    if candidate not in [one.id for one in bundle.candidates]:
        found.append(
            Problem(say("For which candidate"), say("none is chosen"), say("choose a candidate"))
        )
    if kind not in KINDS:
        found.append(
            Problem(
                say("What kind of tie"), say("nothing is chosen"), say("choose what comes nearest")
            )
        )
    if not reason.strip():
        found.append(
            Problem(
                say("In a few words"),
                say("nothing is written there"),
                say("write what an outsider should know"),
            )
        )
    if found:
        raise BadInput(found)
    after = _without_declaration(bundle, rater, candidate)
    return with_rows(
        after,
        RECUSALS,
        [{"rater": rater, "candidate": candidate, "kind": kind, "reason": reason}],
        key=["rater", "candidate"],
    )


def without_recusal(bundle: Bundle, rater: str, candidate: str) -> Bundle:
    """The bundle in which a member no longer steps aside; only before scoring has begun.

    Raises:
        BadInput: scores are in, or a round is open; nothing was changed.
    """
    _allowed(bundle, bundle.workshop.stage.against_candidates)
    if bundle.scores:
        where = say("Stepping aside")
        raise BadInput(
            [
                Problem(
                    where,
                    say("scores are in"),
                    say("leave it: who stepped aside stays out of the result"),
                )
            ]
        )
    return without_rows(bundle, RECUSALS, {"rater": rater, "candidate": candidate})


def with_declarations(bundle: Bundle, rater: str, candidates: Sequence[str]) -> Bundle:
    """The bundle in which a member has said that nothing ties her to these candidates.

    Raises:
        BadInput: she is no member; nothing was changed.
    """
    if rater not in [member.id for member in bundle.workshop.members]:
        raise BadInput(
            [Problem(say("Who declares"), say("nobody is chosen"), say("choose a member"))]
        )
    aside = {one.candidate for one in bundle.recusals if one.rater == rater}
    rows = [{"rater": rater, "candidate": id} for id in candidates if id not in aside]
    return with_rows(bundle, DECLARATIONS, rows, key=["rater", "candidate"]) if rows else bundle


def imported(bundle: Bundle, content: bytes) -> Bundle:
    """The bundle with another table of candidates in place of its own.

    Raises:
        BadInput: every problem of the table, and every candidate with scores or conflicts that it
            lacks; nothing was changed.
    """
    _allowed(bundle, bundle.workshop.stage.against_candidates)
    after = read_files({**bundle.files, CANDIDATES: content})
    known = {one.id for one in after.candidates}
    lost: dict[str, str] = {}
    for score in bundle.scores:
        lost.setdefault(score.candidate, say("it has scores here"))
    for recusal in bundle.recusals:
        lost.setdefault(recusal.candidate, say("a member steps aside for it"))
    problems = [
        Problem(
            f"{CANDIDATES}: {shown(id)}",
            what,
            say("add its row, or say there that it is not eligible"),
        )
        for id, what in lost.items()
        if id not in known
    ]
    if problems:
        raise BadInput(problems)
    return _same_result(bundle, after)


def _without_declaration(bundle: Bundle, rater: str, candidate: str) -> Bundle:
    if not bundle.declarations:
        return bundle
    return without_rows(bundle, DECLARATIONS, {"rater": rater, "candidate": candidate})


def _same_result(bundle: Bundle, after: Bundle) -> Bundle:
    """``after``, unless a figure that gives points was changed though scores are in and the rules
    are sealed.
    """
    if (
        bundle.rules is None
        or not bundle.rules.seal
        or not any(one.score is not None for one in bundle.scores)
    ):
        return after
    calculated = [one for one in bundle.rules.criteria if one.calculated]
    before = {one.id: one.values for one in bundle.candidates}
    what = say("scores are in, and another figure would change the points")
    remedy = say("open a new version of the rules, with a reason and two names, and change it then")
    found = [
        Problem(f"{one.label}: {criterion.name}", what, remedy)
        for one in after.candidates
        for criterion in calculated
        if before.get(one.id, {}).get(criterion.id) not in (None, one.values.get(criterion.id))
    ]
    if found:
        raise BadInput(found)
    return after


def _allowed(bundle: Bundle, refusal: Refusal | None) -> None:
    """Go on where the stage of the selection refuses nothing."""
    if refusal:
        is_open, number = bundle.workshop.stage.round_is_open, bundle.workshop.round
        raise BadInput(
            [refusal.at(say("Round {round}", round=number) if is_open else say("Candidates"))]
        )


def _label(bundle: Bundle, id: str) -> str:
    return next((one.label for one in bundle.candidates if one.id == id), Candidate(id=id).label)
