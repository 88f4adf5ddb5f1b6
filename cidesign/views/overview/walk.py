"""The ten steps of the walk that end with a decision: what each is called in a sentence, and what
stands there before it is decided.
"""

from collections.abc import Callable

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, listed, money_short, month
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say, say_count
from cidesign.views.candidates import words
from cidesign.views.compare.view import compare_view
from cidesign.views.compare.words import answer
from cidesign.views.initiative import words as initiative_words
from cidesign.views.overview.parts import PARTS, undecided
from cidesign.views.process import words as process_words
from cidesign.views.scenarios import words as scenarios_words
from cidesign.views.score import words as score_words
from cidesign.views.structure import view as structure

SoFar = Callable[[Bundle, Catalog], str]

BEGIN = {
    "initiative": mark("Nothing is decided yet. Start with the initiative."),
    "structure": mark("Nothing is decided yet. Start with the structure."),
    "process": mark("Nothing is decided yet. Start with how we choose."),
    "candidates": mark("Nothing is decided yet. Start with the candidates."),
    "score": mark("Nothing is decided yet. Start with the scores."),
    "compare": mark("Nothing is decided yet. Start with the host."),
    "team": mark("Nothing is decided yet. Start with team and budget."),
    "scenarios": mark("Nothing is decided yet. Start with the scenarios."),
    "outlook": mark("Nothing is decided yet. Start with the years ahead."),
    "memo": mark("Nothing is decided yet. Start with the memo."),
}
NEXT = {
    "initiative": mark("Next: the initiative."),
    "structure": mark("Next: the structure."),
    "process": mark("Next: how we choose."),
    "candidates": mark("Next: the candidates."),
    "score": mark("Next: the scores."),
    "compare": mark("Next: the host."),
    "team": mark("Next: team and budget."),
    "scenarios": mark("Next: the scenarios."),
    "outlook": mark("Next: the years ahead."),
    "memo": mark("Next: the memo."),
}
DECIDED = {
    "initiative": mark("The initiative is decided."),
    "structure": mark("The structure is decided."),
    "process": mark("How we choose is decided."),
    "candidates": mark("The candidates are decided."),
    "score": mark("The scores are decided."),
    "compare": mark("The host is decided."),
    "team": mark("Team and budget are decided."),
    "scenarios": mark("The scenarios are decided."),
    "outlook": mark("The years ahead are decided."),
    "memo": mark("The memo is decided."),
}
THINGS = {
    "initiative": mark("the initiative"),
    "structure": mark("the structure"),
    "process": mark("how we choose"),
    "candidates": mark("the candidates"),
    "score": mark("the scores"),
    "compare": mark("the host"),
    "team": mark("the team and its budget"),
    "scenarios": mark("the scenarios"),
    "outlook": mark("the years ahead"),
    "memo": mark("the memo"),
}


def _compare(bundle: Bundle, catalog: Catalog) -> str:
    view = compare_view(bundle)
    if view.hidden:
        return answer(view).removesuffix(".")
    return (
        say("Waits for candidates and scores")
        if view.missing
        else say("So far: {answer}", answer=answer(view)).removesuffix(".")
    )


def _team(bundle: Bundle, catalog: Catalog) -> str:
    return (
        say("Draft for {budget} a year", budget=money_short(bundle.plan.funding.budget_usd))
        if bundle.plan
        else say("No plan yet")
    )


def _outlook(bundle: Bundle, catalog: Catalog) -> str:
    if bundle.plan is None or bundle.outlook is None:
        return say("Waits for a plan")
    return say_count(
        "{years} year from {month}",
        "{years} years from {month}",
        bundle.outlook.years,
        years=count(bundle.outlook.years, opening=True),
        month=month(bundle.outlook.start),
    )


def _memo(bundle: Bundle, catalog: Catalog) -> str:
    missing = [say(PARTS[page]) for page in undecided(bundle)]
    return (
        say("A draft: {parts} not decided yet", parts=listed(missing))
        if missing
        else say("Ready to hand out")
    )


SO_FAR: dict[str, SoFar] = {
    "initiative": initiative_words.so_far,
    "structure": structure.so_far,
    "process": process_words.so_far,
    "candidates": words.so_far,
    "score": score_words.so_far,
    "compare": _compare,
    "team": _team,
    "scenarios": scenarios_words.so_far,
    "outlook": _outlook,
    "memo": _memo,
}
