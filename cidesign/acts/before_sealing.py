"""Before the seal: what must still be settled, and whether scores or applications were there
first.
"""

from collections.abc import Mapping

from cidesign.acts.committee import seats_of
from cidesign.domain.figures import listed
from cidesign.domain.problem import Problem
from cidesign.domain.rules import Criterion, RuleSheet, Seats
from cidesign.domain.words import Mode
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count


def lacking(bundle: Bundle) -> tuple[Problem, ...]:
    """What must be settled before the rules can be sealed: all of it, in the order of the page."""
    if bundle.rules is None:
        return (
            Problem(
                say("Rule sheet"), say("there is none yet"), say("begin with the usual criteria")
            ),
        )
    rules = bundle.rules
    found = (
        []
        if rules.mode
        else [
            Problem(
                say("Way of choosing"),
                say("nobody has chosen it"),
                say("choose open, semi-open or closed"),
            )
        ]
    )
    found += [
        Problem(
            one.name,
            say("its worst and its best level have no words"),
            say("describe at least these two levels"),
        )
        for one in rules.rated
        if not _ends_described(one)
    ]
    found += _lacking_seats(bundle, rules)
    if rules.mode == Mode.CLOSED:
        found += _lacking_where_one_is_asked(rules, bundle.workshop.sole_source)
    return tuple(found)


def _ends_described(criterion: Criterion) -> bool:
    told = {level for level, words in criterion.scale.levels.items() if words.strip()}
    return {criterion.scale.worst, criterion.scale.best} <= told


def _lacking_seats(bundle: Bundle, rules: RuleSheet) -> list[Problem]:
    without = [one.label for one in bundle.workshop.members if one.id not in seats_of(bundle)]
    if rules.seats is not Seats.EQUAL or not without:
        return []
    told = say_count(
        "every seat counts equally, and {names} has none",
        "every seat counts equally, and {names} have none",
        len(without),
        names=listed(without),
    )
    return [
        Problem(
            say("Seats"),
            told,
            say(
                "give each member a seat on the page Initiative, or let each member count the same"
            ),
        )
    ]


def _lacking_where_one_is_asked(rules: RuleSheet, reason: str) -> list[Problem]:
    unmarked = sum(1 for one in rules.criteria if one.pass_mark is None)
    told = say_count("{n} criterion has none", "{n} criteria have none", unmarked, n=unmarked)
    found = [Problem(say("Pass marks"), told, say("say what is good enough"))] if unmarked else []
    if not reason.strip():
        found.append(
            Problem(
                say("Why only one is asked"),
                say("there is no reason yet"),
                say("write why the others were not asked"),
            )
        )
    return found


def lateness(bundle: Bundle) -> str:
    """What was there before the seal, in one sentence; empty where the seal is in time."""
    scores = sum(1 for score in bundle.scores if score.score is not None)
    files = sum(1 for path in bundle.files if path.startswith("applications/"))
    if scores:
        return say_count(
            "{n} score was given before the seal.",
            "{n} scores were given before the seal.",
            scores,
            n=scores,
        )
    if files:
        return say_count(
            "{n} file of an application was here before the seal.",
            "{n} files of applications were here before the seal.",
            files,
            n=files,
        )
    return ""


def unwritten(fields: Mapping[str, str]) -> tuple[Problem, ...]:
    """One problem for each field, by its label, in which nothing is written."""
    return tuple(
        Problem(label, say("nothing is written there"), say("fill it in"))
        for label, text in fields.items()
        if not text.strip()
    )
