"""What a facilitator should know before a round opens or closes: who has not declared, and how many
would get no rank and why.
"""

from cidesign.acts.rule_sheet import is_fitness_check
from cidesign.acts.sheets import raters, sheets_of, undeclared
from cidesign.domain.figures import count, listed
from cidesign.domain.rules import Aggregation
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count


def before_opening(bundle: Bundle) -> tuple[str, ...]:
    """Who has not declared, by name, for a declaration is no score; who has declared in part; and
    what follows if the round opens all the same. Empty where everybody has.
    """
    waiting = [one for one in bundle.workshop.members if undeclared(bundle, one.id)]
    if not waiting:
        return ()
    aside = {one.rater for one in bundle.recusals}
    silent = [one.label for one in waiting if one.id not in aside]
    partly = [one.label for one in waiting if one.id in aside]
    said = []
    if silent:
        said.append(
            say_count(
                "{names} has not declared conflicts yet, or that there are none.",
                "{names} have not declared their conflicts yet, or that there are none.",
                len(silent),
                names=listed(silent),
            )
        )
    if partly:
        said.append(
            say_count(
                "{names} steps aside once, and has not said yet whether there is another conflict.",
                "{names} step aside, and have not said yet whether there is another conflict.",
                len(partly),
                names=listed(partly),
            )
        )
    return (*said, say("If it opens now, each is asked first, and sees no sheet before."))


def no_rank(bundle: Bundle) -> tuple[str, ...]:
    """How many candidates would get no rank if the round closed now, and why: counts only, and
    nothing that tells a score.
    """
    rules = bundle.rules
    if rules is None or not rules.rated:
        return ()
    eligible = {one.id for one in bundle.candidates if one.eligible}
    sheets = [
        sheet
        for rater in raters(bundle)
        for sheet in sheets_of(bundle, rater)
        if sheet.candidate.id in eligible and sheet.saved
    ]
    given = {id: [sheet for sheet in sheets if sheet.candidate.id == id] for id in eligible}
    few = {id for id in eligible if len(given[id]) < rules.quorum}
    scored = {
        id: {
            cell.criterion.id
            for sheet in given[id]
            for cell in sheet.cells
            if cell.score is not None
        }
        for id in eligible
    }
    if is_fitness_check(bundle):
        one_score = rules.aggregation is Aggregation.CONSENSUS
        barred = say("If it closes now, nobody can be chosen yet.")
        return (
            (barred, *_because(len(few), 0, 0, rules.quorum))
            if few and few == eligible and not one_score
            else ()
        )
    gaps = {id for id in eligible - few if len(scored[id]) < len(rules.rated)}
    calculated = [one.id for one in rules.criteria if one.calculated]
    blank = {
        one.id
        for one in bundle.candidates
        if one.id in eligible and any(one.values.get(id) is None for id in calculated)
    }
    return (
        *_in_all(len(few | gaps | blank), len(eligible)),
        *_because(len(few), len(gaps), len(blank), rules.quorum),
    )


def _in_all(without: int, all: int) -> tuple[str, ...]:
    if not without:
        return ()
    if without == all:
        return (say("If it closes now, nobody will have a rank, so there is nobody to choose."),)
    return (
        say_count(
            "If it closes now, {n} of {all} candidates will have no rank.",
            "If it closes now, {n} of {all} candidates will have no rank.",
            without,
            n=count(without),
            all=count(all),
        ),
    )


def _because(few: int, gaps: int, blank: int, quorum: int) -> tuple[str, ...]:
    said = []
    if few:
        said.append(
            say_count(
                "{n} candidate is scored by fewer members than the {quorum} the rule sheet asks "
                "for.",
                "{n} candidates are scored by fewer members than the {quorum} the rule sheet asks "
                "for.",
                few,
                n=count(few, opening=True),
                quorum=count(quorum),
            )
        )
    if gaps:
        said.append(
            say_count(
                "{n} candidate has a criterion that nobody scored.",
                "{n} candidates have a criterion that nobody scored.",
                gaps,
                n=count(gaps, opening=True),
            )
        )
    if blank:
        said.append(
            say_count(
                "{n} candidate lacks a figure that is calculated from its application.",
                "{n} candidates lack a figure that is calculated from their applications.",
                blank,
                n=count(blank, opening=True),
            )
        )
    return tuple(said)
