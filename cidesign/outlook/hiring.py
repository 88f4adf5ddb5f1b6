"""A hiring plan: what promised money can carry, as one program over the years.

Order of questions (CONTRACT 4): the least hours lacking to floors over all years; the greatest
least plan score of a year; the greatest average of them; giving up at most half a point of that
average, the least change of FTE from year to year; the greatest average again; the most free cash
at the end. Then whom it hires is fixed, and hours, purchases and claims are asked once more,
exactly.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from cidesign import budget
from cidesign.budget import fte_of
from cidesign.domain.first_year import plan_of_first_year
from cidesign.domain.need import NeedTable
from cidesign.domain.outlook import HiringQuestion, HiringSoFar, Outlook, OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.value import MONTHS
from cidesign.domain.words import Function
from cidesign.outlook import settled
from cidesign.outlook.need import need_of_year
from cidesign.outlook.program import Years, model, plan_of_year
from cidesign.outlook.settled import Team, told_years
from cidesign.outlook.sources import Stream, streams
from cidesign.outlook.years import with_needs
from cidesign.solver import Answer, Expression, Session

GAP = 1e-3
"""A better plan may lie above by at most this share; what is left of it is told."""
_LEAST_GAP = 5e-4
"""The worst year is asked more closely: what it lacks, the average could gain."""
_SUM_GAP = 4e-4
"""Of both in one: what is left of it is all the average's."""
_ASKED_GAP = 8e-4
GIVEN_UP = 0.5
"""Points of the average that steadier posts may cost."""
SECONDS = 20.0
_SLACK = 1e-5
"""Of an answer that is held, so far above the tolerance that it still fits."""
_PART_OF_TIME = 0.4
_MANY_STEPS = 4
"""Of FTE: with more of them between what is reached and what is not ruled out, half is tried."""
_BETWEEN_SECONDS = 1.0
_TELLING = 10
"""Between two plans told, so many times as long as telling one takes."""


def hiring_plan(
    plan: Plan, years: OutlookPlan, table: NeedTable, *, seconds: float = SECONDS
) -> Outlook:
    """What promised money can carry, year by year.

    Args:
        plan: of the first year; its budget does not hold.
        years: the calendar, growth, hiring cost and sources.
        table: hours per driver and phase factors.
        seconds: wall clock; when it runs out the best found so far is told, with its ``gap``.

    Returns:
        the years up to the one in which the last source ends; only a status where even nobody can
        be carried.

    Raises:
        BadInput: a driver of the plan or of the growth is unknown.
    """
    found = Outlook(status="none_found")
    try:
        for so_far in search_hiring(plan, years, table, seconds=seconds):
            found = so_far.found
    except budget.OutOfTimeError:
        return found
    return found


def search_hiring(
    plan: Plan, years: OutlookPlan, table: NeedTable, *, seconds: float = SECONDS
) -> budget.Search[HiringSoFar]:
    """The same, told as it is found: a first plan within seconds, then better ones; the last is
    that of ``hiring_plan``. It can be stopped.

    Raises:
        BadInput: a driver of the plan or of the growth is unknown.
    """
    sources = streams(years.funding, years.start)
    needs = tuple(
        need_of_year(plan, years, table, year) for year in range(_horizon(years, sources))
    )
    asked = with_needs(plan_of_first_year(plan, years), needs[0])
    return budget.Search(seconds + settled.SECONDS, tell_hiring_plans, asked, years, needs, seconds)


def _horizon(years: OutlookPlan, sources: tuple[Stream, ...]) -> int:
    last = max((one.last for one in sources), default=0)
    return max(1, min(years.years, last // MONTHS + 1))


def tell_hiring_plans(
    tell: Callable[[HiringSoFar], None],
    plan: Plan,
    years: OutlookPlan,
    needs: tuple[Mapping[Function, Decimal], ...],
    seconds: float,
) -> None:
    """Better and better hiring plans, the best last. Runs under a clock.

    Args:
        tell: takes each.
        plan: of the first year, with its need.
        years: the calendar, growth and sources.
        needs: by year.
        seconds: for the choice of posts; a few more for the figures.
    """
    sources = streams(years.funding, years.start)
    asked = [plan_of_year(plan, years, sources, year, need) for year, need in enumerate(needs)]

    def told(team: Team, status: str, gap: float) -> Outlook:
        return told_years(asked, team, years, sources, needs, status, gap)

    _Asking(model(asked, years, sources), seconds, told, tell).all_questions()


class _Asking:
    """Questions one after the other, each answer held; what there is when the clock runs out."""

    def __init__(
        self,
        program: Years,
        seconds: float,
        told: Callable[[Team, str, float], Outlook],
        tell: Callable[[HiringSoFar], None],
    ) -> None:
        """``told``: the figures of posts; ``tell``: takes each better plan."""
        self._program, self._told, self._tell = program, told, tell
        self._seconds, self._ends = seconds, time.monotonic() + seconds
        self._question, self._status, self._gap = HiringQuestion.LACKING, "optimal", 0.0
        self._next = 0.0
        self._team: Team = []
        self._outlook = Outlook(status="none_found")

    def all_questions(self) -> None:
        """Tells better and better plans, as many questions as the clock leaves time for."""
        program = self._program
        self._session = Session(
            program.statement,
            -1 * program.lacking,
            seconds=self._seconds,
            gap=_LEAST_GAP,
            is_large=True,
            is_relaxed=True,
            on_better=self._better,
        )
        both = self._ask_both_where_nothing_lacks()
        if not both.found:
            lacking = self._ask_lacking()
            if not lacking.found:
                self._tell(HiringSoFar(self._question, Outlook(status=lacking.status)))
                return
            both = self._ask_both()
        average = self._ask_scores(both)
        if program.change is not None:
            self._ask_steady(program.change)
            self._ask_unless_reached(HiringQuestion.STEADY, program.average, average)
        self._ask(HiringQuestion.FREE, program.free, gap=_ASKED_GAP)
        self._say_all(self._status, self._gap, self._session.values())

    def _ask_both_where_nothing_lacks(self) -> Answer:
        """The scores at once, held to no hours lacking to floors: if that fits, how few can lack
        needs no search of its own. Where hours lack even with broken posts it cannot fit.
        """
        session, lacking = self._session, -1 * self._program.lacking
        session.wholes_are_whole()
        if not session.first.found or (session.first.value or 0.0) < -_SLACK:
            return Answer(session.first.status)
        before = session.rows
        self._keep(lacking, 0.0)
        both = self._ask_both()
        if not both.found:
            session.forget_since(before)
        return both

    def _ask_lacking(self) -> Answer:
        """The least hours lacking to floors, where some lack."""
        if not self._session.first.found:
            return self._session.first
        self._question, lacking = HiringQuestion.LACKING, -1 * self._program.lacking
        answer = self._session.most(lacking, seconds=self._seconds_left(), gap=_LEAST_GAP)
        if answer.found:
            self._note(answer)
            self._keep(lacking, answer.value or 0.0)
        return answer

    def _ask_both(self) -> Answer:
        """The least score of a year and the average, as one sum."""
        self._question = HiringQuestion.LEAST
        program = self._program
        return self._session.most(
            program.least + program.average, seconds=self._seconds_left(), gap=_SUM_GAP
        )

    def _ask_scores(self, both: Answer) -> Answer:
        """The greatest least score of a year, and the greatest average with it; the answer is the
        average's.

        Both were first asked as one sum, which often answers both: the least score is never above
        the average, so it is at most half of what the sum can be; and beside a least score that is
        reached the average is at most the rest of it. Where the least score, asked by itself, is no
        greater, the posts of the sum stay: others may reach it with a lower average.
        """
        program, session = self._program, self._session
        if not both.found:
            self._ask(HiringQuestion.LEAST, program.least, gap=_LEAST_GAP)
            return self._ask_average()
        session.begins_well()
        together = both.bound or 0.0
        least = Answer(both.status, session.value_of(program.least), together / 2)
        average = Answer(both.status, session.value_of(program.average))
        if _share_above(least) <= _LEAST_GAP:
            self._note(least)
            self._keep(program.least, least.value or 0.0)
        else:
            reached, posts, before = least.value or 0.0, session.found, session.rows
            least = self._ask(HiringQuestion.LEAST, program.least, gap=_LEAST_GAP)
            if (least.value or 0.0) > reached + _SLACK:
                average = Answer(both.status, session.value_of(program.average))
            else:
                session.forget_since(before)
                session.go_back_to(posts)
                self._keep(program.least, reached)
        average = replace(average, bound=together - (least.value or 0.0))
        if not least.found or _share_above(average) > _ASKED_GAP:
            return self._ask_average()
        self._question = HiringQuestion.AVERAGE
        self._note(average)
        self._keep(program.average, (average.value or 0.0) - GIVEN_UP)
        return average

    def _ask_average(self) -> Answer:
        return self._ask(
            HiringQuestion.AVERAGE, self._program.average, gap=_ASKED_GAP, given_up=GIVEN_UP
        )

    def _ask_steady(self, change: Expression) -> None:
        """The least change of posts from year to year, held from now on.

        With broken posts nothing need change at all, so the change itself leads no search. Instead
        one led by the average is asked whether any plan changes less: half as much, as long as
        that is many steps, then one step less.
        """
        self._question, step = HiringQuestion.STEADY, self._program.step
        least, reached = 0, self._steps_of_change()
        while least < reached:
            tried = (least + reached) // 2 if reached - least > _MANY_STEPS else reached - 1
            before = self._session.rows
            self._keep(-1 * change, -tried * step)
            found = self._session.any_answer(self._program.average, seconds=self._seconds_left())
            self._session.forget_since(before)
            if found.found:
                reached = self._steps_of_change()
            elif found.status == "infeasible":
                least = tried + 1
            else:
                break
        self._keep(-1 * change, -reached * step)
        status = "optimal" if least == reached else "best_found"
        self._note(Answer(status, -reached * step, -least * step))

    def _steps_of_change(self) -> int:
        """By how many steps of FTE the posts of the last answer change."""
        return sum(
            round(abs(self._session.value_of(who.steps - was.staff[id].steps)))
            for was, part in pairwise(self._program.blocks)
            for id, who in part.staff.items()
        )

    def _ask(
        self,
        question: HiringQuestion,
        expression: Expression,
        *,
        gap: float = 0.0,
        given_up: float = 0.0,
    ) -> Answer:
        """The greatest value, held from now on, less what is given up; nothing happens where there
        is no time.
        """
        self._question = question
        answer = self._session.most(expression, seconds=self._seconds_left(), gap=gap)
        if answer.found:
            self._note(answer)
            self._keep(expression, (answer.value or 0.0) - given_up)
        else:  # no time: what there is stays, and how far it is from the best is not known
            self._status, self._gap = "best_found", 1.0
            self._keep(expression, self._session.value_of(expression) - given_up)
        return answer

    def _seconds_left(self) -> float:
        """For one question."""
        return max(0.05, (self._ends - time.monotonic()) * _PART_OF_TIME)

    def _ask_unless_reached(
        self, question: HiringQuestion, average: Expression, before: Answer
    ) -> None:
        """The greatest average once more, where the posts found since have not reached it."""
        reached = self._session.value_of(average)
        if before.found and _share_above(Answer("optimal", reached, before.bound)) <= _ASKED_GAP:
            self._keep(average, reached)
        else:
            self._ask(question, average, gap=_ASKED_GAP)

    def _keep(self, expression: Expression, value: float) -> None:
        self._session.keep_at_least(expression, value - _SLACK)

    def _note(self, answer: Answer) -> None:
        share = _share_above(answer)
        self._gap = max(self._gap, share)
        if share > GAP:
            self._status = "best_found"
        self._say("best_found", share, self._session.values())

    def _better(self, answer: Answer, values: Mapping[str, float]) -> None:
        """In the middle of a question."""
        self._say("best_found", _share_above(answer), values)

    def _say(self, status: str, gap: float, values: Mapping[str, float]) -> None:
        """Tells a plan, where telling plans has not just taken its part of the time."""
        if time.monotonic() >= self._next:
            self._say_all(status, gap, values)

    def _say_all(self, status: str, gap: float, values: Mapping[str, float]) -> None:
        began = time.monotonic()
        team = [
            {id: fte_of(part.plan, who, values) for id, who in part.staff.items()}
            for part in self._program.blocks
        ]
        if self._team != team:
            self._team, self._outlook = team, self._told(team, status, gap)
        if self._outlook.years:
            self._outlook = replace(self._outlook, status=status, gap=gap)
        self._tell(HiringSoFar(self._question, self._outlook))
        ended = time.monotonic()
        self._next = ended + max(_BETWEEN_SECONDS, _TELLING * (ended - began))


def _share_above(answer: Answer) -> float:
    """By what share the best may lie above an answer; 1 where nothing is known of it."""
    value, bound = answer.value or 0.0, answer.bound or 0.0
    return min(1.0, max(0.0, bound - value) / max(1.0, abs(value)))
