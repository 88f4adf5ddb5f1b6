"""A fitness check in place of a ranking, where only one organization was asked or one applied: what
it passes, where it is weak.
"""

from dataclasses import dataclass

from cidesign.acts.rule_sheet import is_fitness_check
from cidesign.domain.figures import count, inside, listed
from cidesign.domain.rules import Aggregation, RuleSheet
from cidesign.domain.value import plain
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.value import fitness, told
from cidesign.views.compare.view import CandidateRow, CompareView


@dataclass(frozen=True)
class Row:
    """One criterion as people read it.

    Args:
        value: the panel's, as written; mark: likewise; both empty where there is none.
        share: where the value lies from worst (0) to best (1); mark_share: likewise.
        passed: None where there is no mark, or nobody scored.
    """

    label: str
    value: str
    mark: str
    best: str
    share: float | None
    mark_share: float | None
    passed: bool | None

    @property
    def verdict(self) -> str:
        """Passed or not, in a word or two."""
        if not self.mark:
            return say("no mark")
        if self.passed is None:
            return say("nobody scored it")
        return say("passed") if self.passed else say("below the mark")


@dataclass(frozen=True)
class FitCheck:
    """One candidate's check, criteria in the order of the rule sheet; ``barred``: why it may not be
    chosen, empty where it may.
    """

    id: str
    label: str
    rows: tuple[Row, ...]
    barred: str = ""

    @property
    def marks(self) -> int:
        """How many criteria have a mark."""
        return sum(bool(row.mark) for row in self.rows)

    @property
    def passed(self) -> int:
        """How many marks are reached."""
        return sum(row.passed is True for row in self.rows)

    @property
    def tight(self) -> tuple[Row, ...]:
        """Criteria with a mark, the weakest against it first, then the others."""
        return tuple(sorted(self.rows, key=_margin))

    @property
    def weak(self) -> tuple[Row, ...]:
        """Criteria with a mark that is not reached, or that nobody scored."""
        return tuple(row for row in self.rows if row.mark and row.passed is not True)


def _margin(row: Row) -> tuple[bool, float]:
    return (row.mark_share is None, (row.share or 0.0) - (row.mark_share or 0.0))


def checks(bundle: Bundle, view: CompareView) -> tuple[FitCheck, ...]:
    """The check of each candidate; none where candidates are ranked, or nothing may be shown
    yet.
    """
    rules = bundle.rules
    if rules is None or view.missing or not is_fitness_check(bundle):
        return ()
    labels = {column.id: column.label for column in view.criteria}
    out = {one.id for one in bundle.candidates if not one.eligible}
    best = {criterion.id: plain(criterion.scale.best) for criterion in rules.criteria}
    return tuple(
        FitCheck(
            row.id,
            row.label,
            tuple(
                Row(
                    labels[fit.criterion],
                    "" if fit.value is None else told(fit.value, 3),
                    "" if fit.mark is None else plain(fit.mark),
                    best[fit.criterion],
                    None if fit.share is None else float(fit.share),
                    None if fit.mark_share is None else float(fit.mark_share),
                    fit.passed,
                )
                for fit in fitness(rules, row.cells)
            ),
            _barred(rules, row, row.id not in out),
        )
        for row in view.rows
    )


def _barred(rules: RuleSheet, row: CandidateRow, eligible: bool) -> str:
    if not eligible:
        return say("{candidate} is not eligible, so it cannot be chosen.", candidate=row.label)
    if not rules.rated or rules.aggregation is Aggregation.CONSENSUS or row.raters >= rules.quorum:
        return ""
    return say_count(
        "{n} member has scored {candidate}; the rule sheet asks for {quorum}, so it cannot be "
        "chosen yet.",
        "{n} members have scored {candidate}; the rule sheet asks for {quorum}, so it cannot be "
        "chosen yet.",
        row.raters,
        n=count(row.raters, opening=True),
        candidate=row.label,
        quorum=count(rules.quorum),
    )


def answer(check: FitCheck) -> str:
    """How many marks it passes, and where it is weak."""
    if not check.marks:
        return say(
            "{candidate} cannot be checked: the rule sheet has no pass marks.",
            candidate=check.label,
        )
    if not check.weak:
        return say_count(
            "{candidate} passes its one mark.",
            "{candidate} passes all {n} marks.",
            check.marks,
            candidate=check.label,
            n=count(check.marks),
        )
    return say(
        "{candidate} passes {passed} of {marks} marks; weak on {weak}.",
        candidate=check.label,
        passed=count(check.passed),
        marks=count(check.marks),
        weak=listed([inside(row.label) for row in check.weak]),
    )


def and_line(check: FitCheck, *, sealed: bool = False) -> str:
    """How to read it, and what comes nearest to its mark; ``sealed``: the rules are, so that marks
    would need a new version of them.
    """
    if not check.marks and sealed:
        return say(
            "The rules are sealed without marks. Decide on the points and on what the members "
            "wrote."
        )
    if not check.marks:
        return say("Fix what is good enough on the page Process, before anybody scores.")
    if check.weak:
        return say(
            "The marks were fixed before anybody scored. Say what would make up for the weak "
            "points."
        )
    margins = {
        row.label: row.share - row.mark_share
        for row in check.rows
        if row.share is not None and row.mark_share is not None
    }
    nearest = min(margins, key=lambda label: margins[label])
    return say("Nearest to its mark: {criterion}.", criterion=inside(nearest))


def claim(check: FitCheck) -> str:
    """What the chart shows."""
    return say("Is it good enough on every criterion?")


def table(check: FitCheck) -> list[dict[str, str]]:
    """Value, mark and verdict by criterion."""
    return [
        {
            say("Criterion"): row.label,
            say("Panel"): row.value or say("none"),
            say("Pass mark"): row.mark or say("none"),
            say("Best"): row.best,
            say("Verdict"): row.verdict,
        }
        for row in check.rows
    ]


def figures(check: FitCheck, why_alone: str) -> dict[str, object]:
    """What the decision is taken on."""
    return {
        "answer": answer(check),
        "passed": check.passed,
        "marks": check.marks,
        "sole_source": why_alone,
    }
