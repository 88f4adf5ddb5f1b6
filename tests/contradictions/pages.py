"""What a workshop's pages and papers say, sentence by sentence, and the facts beside it that no
sentence may contradict.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cidesign.acts.rule_sheet import mode_of
from cidesign.acts.seal import is_sealed
from cidesign.charts import functions as functions_chart
from cidesign.charts import hires
from cidesign.domain.allocation import Allocation
from cidesign.domain.problem import BadInput
from cidesign.domain.reading import covered_share
from cidesign.domain.workshop import Bundle
from cidesign.memo.agreement import agreement_of
from cidesign.memo.blocks import sentences_of
from cidesign.memo.memo import memo_of
from cidesign.memo.snapshot import snapshot
from cidesign.memo.words import memo_page
from cidesign.views.candidates import words as candidates_words
from cidesign.views.candidates.view import candidates_view
from cidesign.views.compare import fit_check
from cidesign.views.compare import words as compare_words
from cidesign.views.funding.view import money_view
from cidesign.views.initiative import words as initiative_words
from cidesign.views.initiative.view import initiative_view
from cidesign.views.outlook import words as outlook_words
from cidesign.views.outlook.view import outlook_view, years_ahead
from cidesign.views.overview.view import overview_view
from cidesign.views.process import weighing as weighing_words
from cidesign.views.process import words as process_words
from cidesign.views.process.view import process_view
from cidesign.views.scenarios import costs
from cidesign.views.scenarios import view as scenarios
from cidesign.views.scenarios import words as scenarios_words
from cidesign.views.score import words as score_words
from cidesign.views.structure import words as structure_words
from cidesign.views.structure.near import near_heading, near_view
from cidesign.views.structure.ours import our_answers
from cidesign.views.structure.page import structure_page
from cidesign.views.team import reasons
from cidesign.views.team import view as team
from cidesign.views.team import words as team_words
from cidesign.views.team.terms import chosen_host
from tests.contradictions.workshops import CATALOG, Case, made

FUNCTIONS = CATALOG.labels.functions


@dataclass(frozen=True)
class Said:
    """A workshop with all that is said of it; the plan and the years are worked out once."""

    case: Case

    @cached_property
    def bundle(self) -> Bundle:
        return made(self.case)

    @cached_property
    def found(self) -> Allocation:
        """Our plan; of a workshop without one, none."""
        return self.seen.found if self.seen else Allocation("none_found")

    @cached_property
    def seen(self) -> team.TeamView | None:
        return team.view(self.bundle, CATALOG, host=chosen_host(self.bundle), solve=self.solve)

    def solve(self, plan) -> Allocation:
        """The plan a budget buys; the same plan once."""
        key = plan.model_dump_json()
        if key not in _SOLVED:
            _SOLVED[key] = team.solve(plan)
        return _SOLVED[key]

    def project(self, plan, years, catalog):
        """The years of a plan; the same once."""
        key = plan.model_dump_json() + years.model_dump_json()
        if key not in _AHEAD:
            _AHEAD[key] = years_ahead(plan, years, catalog)
        return _AHEAD[key]

    @cached_property
    def view(self):
        return compare_words.shown_view(self.bundle, CATALOG)

    @cached_property
    def steps(self):
        """The overview, with what is next."""
        return overview_view(self.bundle, CATALOG, solve=self.solve)

    @cached_property
    def sealed(self) -> bool:
        return is_sealed(self.bundle)

    @cached_property
    def mode(self) -> str:
        return mode_of(self.bundle)

    @cached_property
    def ours(self) -> int:
        """How many answers about the structure are ours."""
        return len(our_answers(self.bundle.structure, CATALOG))

    @cached_property
    def share(self) -> float | None:
        return covered_share(self.found.need, self.found.coverage)

    @cached_property
    def pages(self) -> dict[str, tuple[str, ...]]:
        """By page or paper, its sentences."""
        return {
            name: tuple(one for text in told(self) for one in sentences(text))
            for name, told in PAGES.items()
        }

    @cached_property
    def all(self) -> tuple[tuple[str, str], ...]:
        """Every sentence with its page."""
        return tuple((page, one) for page, told in self.pages.items() for one in told)

    def on(self, page: str) -> str:
        """A page as one text."""
        return " ".join(self.pages.get(page, ()))


_SAID: dict[str, Said] = {}
_SOLVED: dict[str, Allocation] = {}
_AHEAD: dict[str, object] = {}


def said_of(case: Case) -> Said:
    """Likewise, the same for whoever asks."""
    return _SAID.setdefault(case.name, Said(case))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; a colon does not end one."""
    for line in text.split("\n"):
        yield from (
            one.strip() for one in re.split(r"(?<=[.?!])\s+(?=[A-Z$“])", line) if one.strip()
        )


def overview(said: Said) -> Iterator[str]:
    view = said.steps
    if view.only_begun and said.seen:
        yield team_words.first_plan(said.seen.plan, said.seen.found)
    else:
        yield view.answer
        yield view.and_line
    yield view.heading
    yield from (row.result for row in view.rows)
    yield from (one.said for one in view.assumed)


def initiative(said: Said) -> Iterator[str]:
    view = initiative_view(said.bundle, CATALOG)
    yield from (initiative_words.note(view), initiative_words.answer(view))
    yield initiative_words.and_line(view)


def structure(said: Said) -> Iterator[str]:
    page, near = structure_page(said.bundle, CATALOG), near_view(said.bundle, CATALOG)
    yield from (page.answer, page.and_line, page.mode_claim)
    yield from (structure_words.note(page.view), structure_words.reading(page.view))
    yield from (near_heading(near), near.reading)
    yield from page.view.best.because


def process(said: Said) -> Iterator[str]:
    if said.bundle.workshop.has_a_backbone:
        return
    view = process_view(said.bundle, CATALOG)
    yield from (process_words.answer(view), process_words.and_line(view), process_words.note(view))
    yield from (process_words.mode_claim(view), process_words.mode_note(view))
    yield from process_words.missing(view)
    yield from (weighing_words.weights_told(view), weighing_words.nobody_weighed(view))
    if not view.fixed:
        yield weighing_words.weighing_note(view)
        yield from view.because


def candidates(said: Said) -> Iterator[str]:
    view = candidates_view(said.bundle, CATALOG)
    yield from (candidates_words.answer(view), candidates_words.and_line(view))
    yield candidates_words.note(view)
    yield from candidates_words.warnings(view)


def score(said: Said) -> Iterator[str]:
    yield from (score_words.answer(said.bundle), score_words.and_line(said.bundle))
    yield score_words.note(said.bundle)


def compare(said: Said) -> Iterator[str]:
    if said.bundle.workshop.has_a_backbone:
        return
    view = said.view
    checks = fit_check.checks(said.bundle, view)
    if checks:
        yield fit_check.answer(checks[0])
        yield fit_check.and_line(checks[0], sealed=said.sealed)
        return
    yield from (compare_words.answer(view), compare_words.and_line(view))
    if view.missing or view.hidden:
        return
    yield from (compare_words.claim(view), compare_words.raters(view))
    yield compare_words.note(view, said.bundle)
    yield from (*compare_words.to_know(view), *compare_words.without_rank(view))


def team_page(said: Said) -> Iterator[str]:
    seen = said.seen
    if seen is None:
        return
    yield from (seen.answer, seen.and_line)
    if not seen.found.found:
        told = team.explain(seen.plan, seen.found)
        yield reasons.clash(seen.plan, told.conflict, CATALOG.labels.of_a_plan)
        return
    yield seen.decides
    more = team.next_money(seen, solve=said.solve)
    yield from (f"{more.heading}.", *more.details)
    yield hires.alt(seen.plan, seen.found, CATALOG.labels.roles)
    yield functions_chart.alt(seen.found, FUNCTIONS)
    yield team_words.bought(seen.found, CATALOG.labels.lines)
    yield team_words.unassigned(seen.found, CATALOG.labels.roles)


def scenarios_page(said: Said) -> Iterator[str]:
    known = scenarios.options(said.bundle, CATALOG)
    if not known:
        return
    sides = scenarios.compared(known, (), CATALOG, solve=said.solve)
    yield from (scenarios_words.answer(sides), scenarios_words.and_line(sides))
    effects = scenarios.host_effects(known, solve=said.solve)
    if effects:
        yield from (f"{costs.host_claim(effects)}.", costs.host_ends(effects))
        yield from (" · ".join(row.values()) for row in costs.host_rows(effects))
    if sides[0].found.found:
        yield scenarios_words.decides(sides[0])


def outlook(said: Said) -> Iterator[str]:
    if said.bundle.plan is None or said.bundle.outlook is None:
        return
    view = outlook_view(said.bundle, CATALOG, solve=said.project)
    yield outlook_words.about(said.bundle, said.bundle.outlook, view.spent)
    yield from (outlook_words.answer(view), outlook_words.and_line(view))
    yield from (*view.warnings, *view.assumptions)
    paid = money_view(said.bundle, CATALOG)
    yield from (f"{paid.claim}.", paid.promised)
    yield from (f"{one.usd} {one.pays} {' '.join((*one.more, *one.watch))}" for one in paid.rows)


def memo(said: Said) -> Iterator[str]:
    made_of = memo_of(_moment(said), made_on="2027-03-01")
    page = memo_page(made_of, CATALOG)
    yield from (page.answer, page.and_line, page.kicker, page.lead, page.note)
    for row in page.rows:
        yield from (f"{row.claim}.", row.details, f"{row.key} {row.unit}")
    yield from (f"{title}: {told}" for title, told in page.boxes)
    yield from (one.plain for one in sentences_of(made_of.sections))
    yield from page.warnings
    yield from (one.plain for pair in made_of.fingerprints for one in pair)


def host_agreement(said: Said) -> Iterator[str]:
    try:
        paper = agreement_of(_moment(said), made_on="2027-03-01")
    except BadInput:
        return
    yield from (one.plain for one in sentences_of(paper.sections))


def _moment(said: Said):
    return snapshot(
        said.bundle,
        CATALOG,
        solve=said.solve,
        project=said.project,
        try_out=lambda bundle, view: None,
    )


PAGES = {
    "overview": overview,
    "initiative": initiative,
    "structure": structure,
    "process": process,
    "candidates": candidates,
    "score": score,
    "compare": compare,
    "team": team_page,
    "scenarios": scenarios_page,
    "outlook": outlook,
    "memo": memo,
    "agreement": host_agreement,
}
