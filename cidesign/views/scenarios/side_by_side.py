"""As it is beside what if: one sentence, and one row a figure with by how much they differ."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cidesign.domain.allocation import Allocation
from cidesign.domain.figures import (
    difference,
    fte,
    fte_difference,
    listed,
    money,
    money_difference,
    money_short,
    month,
    percent,
    points,
    rounded,
)
from cidesign.domain.labels import Labels
from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.reading import step_between
from cidesign.domain.scenario import Figures
from cidesign.domain.value import MONTHS, months_after, months_between
from cidesign.domain.words import FUNCTIONS
from cidesign.text import say, say_count
from cidesign.text.sentence import NOTHING as NONE
from cidesign.text.sentence import Figure, Sentence, at, own, told
from cidesign.views.funding.words import depends
from cidesign.views.scenarios.changes import changes
from cidesign.views.scenarios.what_if import Compared
from cidesign.views.scenarios.what_if_words import NOWHERE, asks

NOTHING = "–"
_A_LITTLE_USD = 1


def answer(compared: Compared) -> Sentence:
    """What would be otherwise, in one sentence; its figures say where the command line tells
    them.
    """
    if not compared.fits and not (compared.base and compared.base.changes):
        return told(say("Nothing of what is asked changes anything today."))
    if_so, ours, then = _condition(compared), compared.ours.found, compared.then.found
    if not then.found:
        template = (
            say("{if_so}, no team and no purchases keep every rule.")
            if then.status == "infeasible"
            else say("{if_so}, no plan was found in time.")
        )
        return told(template, if_so=if_so)
    was, now = _score_of(compared, "as_it_is", ours), _score_of(compared, "what_if", then)
    if not ours.found:
        template = say("{if_so}, the plan score is {now} of 100.")
        return told(template, if_so=if_so, now=now)
    score = (
        told(say("the plan score stays at {now}"), now=now)
        if was.text == now.text
        else told(say("the plan score goes from {was} to {now}"), was=was, now=now)
    )
    lasts = _money(compared)
    if not lasts:
        return told(say("{if_so}, {score}."), if_so=if_so, score=score)
    return told(say("{if_so}, {score} and {money}."), if_so=if_so, score=score, money=lasts)


def _condition(compared: Compared) -> Sentence:
    base = compared.base
    asked = asks(compared.fits, compared.telling)
    if base is not None and base.changes and not compared.fits:
        return told(say("With the changes of {name}"), name=own(base.name))
    if base is not None and base.changes:
        template = say("With the changes of {name}, and if {asked}")
        return told(template, name=own(base.name), asked=asked)
    return told(say("If {asked}"), asked=asked)


def _where(compared: Compared, *steps: str) -> str:
    return at(f"what_if({compared.base.id if compared.base else NOWHERE})", *steps)


def _of_which(compared: Compared, side: str) -> Sentence:
    if side == "as_it_is":
        return told(say("as it is"))
    return own(compared.base.name) if compared.base else told(say("what if"))


def _score_of(compared: Compared, side: str, found: Allocation) -> Figure:
    value = found.plan_score or 0.0
    what = told(say("Plan score: {which}"), which=_of_which(compared, side))
    where = _where(compared, side, "plan_score")
    return Figure(points(value), value, "points", what, where)


def _end_of(compared: Compared, side: str, runs_out: str) -> Figure:
    template = say("Month in which the money runs out: {which}")
    what = told(template, which=_of_which(compared, side))
    return Figure(month(runs_out), runs_out, "month", what, _where(compared, side, "runs_out"))


def _money(compared: Compared) -> Sentence:
    if compared.ours.years is None or compared.then.years is None:
        return NONE
    was, now = compared.ours.years.runs_out, compared.then.years.runs_out
    if now is None:
        return told(say("the money still lasts") if was is None else say("the money lasts"))
    ends = _end_of(compared, "what_if", now)
    if was == now:
        return told(say("the money still runs out in {month}"), month=ends)
    if was is None:
        return told(say("the money runs out in {month}"), month=ends)
    template = say("the money runs out in {now} instead of {was}")
    return told(template, now=ends, was=_end_of(compared, "as_it_is", was))


@dataclass(frozen=True)
class Row:
    """One figure as it is and what if; ``change``: by how much they differ as they are shown, empty
    where they do not.
    """

    figure: str
    ours: str
    then: str
    change: str = ""

    @property
    def differs(self) -> bool:
        """Whether what is shown differs."""
        return self.ours != self.then


def rows(compared: Compared, functions: Mapping[str, str]) -> tuple[Row, ...]:
    """The figures a funder asks for first; () where there is no plan to compare."""
    return rows_between(compared.ours.figures, compared.then.figures, functions)


def rows_between(ours: Figures, then: Figures, functions: Mapping[str, str]) -> tuple[Row, ...]:
    """Likewise, of any two. ``functions``: what people read for one."""
    if not then.found:
        return ()
    told = [
        Row(say("Cost of budget"), cost_of(ours), cost_of(then), _cost_change(ours, then)),
        Row(say("Plan score"), _score(ours), _score(then), _score_difference(ours, then)),
        Row(say("FTE"), _fte(ours), _fte(then), _fte_difference(ours, then)),
        Row(
            say("Hours covered"),
            _told_share(ours.covered),
            _told_share(then.covered),
            _between(ours.covered, then.covered),
        ),
        Row(say("Weakest"), _weakest(ours, functions), _weakest(then, functions)),
    ]
    if then.promised_usd is not None:
        told.append(_dollars(say("Still to raise"), ours.to_raise_usd, then.to_raise_usd))
    if ours.has_years or then.has_years:
        told += [
            Row(say("Runs out"), _ends(ours), _ends(then), _sooner(ours, then)),
            _dollars(say("Missing at the end"), ours.missing_usd, then.missing_usd),
            _dollars(say("Bridge needed"), ours.bridge_usd, then.bridge_usd),
        ]
    return tuple(told)


def _dollars(figure: str, was: Decimal | None, now: Decimal | None) -> Row:
    return Row(figure, _told_usd(was), _told_usd(now), _usd(was, now))


def beside(compared: Compared) -> list[str]:
    """What is told beside the answer: on what a match that fails bears, what our own team would
    cost, and how promised money changes.
    """
    said = (*map(depends, compared.on_match), kept(compared), promised(compared))
    return [one for one in said if one]


def kept(compared: Compared) -> str:
    """What our own team and purchases would cost then; empty where it is what they cost now."""
    now, then = compared.ours.found.cost_usd, compared.kept_usd
    if now is None or then is None or abs(then - now) < _A_LITTLE_USD:
        return ""
    slots = {"usd": money(then), "change": money(abs(rounded(then) - rounded(now)))}
    return (
        say("To keep our team and purchases would cost {usd}, {change} more than now.", **slots)
        if then > now
        else say(
            "To keep our team and purchases would cost {usd}, {change} less than now.", **slots
        )
    )


def promised(compared: Compared) -> str:
    """By how much the money that is promised over the years changes; empty where it does not."""
    was, now = (_promised(one.asked) for one in (compared.ours, compared.then))
    if compared.ours.asked is None or rounded(was) == rounded(now):
        return ""
    start = compared.ours.asked.start
    last = months_after(start, MONTHS * compared.ours.asked.years - 1)
    told_ = {"usd": money(abs(now - was)), "first": month(start), "last": month(last)}
    return (
        say("Promised from {first} to {last}: {usd} less.", **told_)
        if now < was
        else say("Promised from {first} to {last}: {usd} more.", **told_)
    )


def _promised(years: OutlookPlan | None) -> Decimal:
    """What the sources bring in the months looked at, whenever it is paid."""
    if years is None:
        return Decimal(0)
    asked = [(one, year) for one in years.funding for year in range(years.years)]
    return sum((one.usd_in_year(years.start, year) for one, year in asked), Decimal(0))


def team(compared: Compared, labels: Labels) -> str:
    """What differs in posts and purchases, in one sentence; empty where either has no plan."""
    step = step_between(compared.ours.found, compared.then.found, usd=0)
    if step is None:
        return ""
    made = changes(step, labels)
    if not made:
        return say("Team and purchases stay the same.")
    return say("Team and purchases: {changes}.", changes=listed(made))


def coverage_rows(compared: Compared, functions: Mapping[str, str]) -> tuple[Row, ...]:
    """Each function's share of its hours, likewise."""
    if not compared.then.found.found:
        return ()
    ours, then = (one.found.coverage or {} for one in (compared.ours, compared.then))
    return tuple(
        Row(
            functions[id],
            _told_share(ours.get(id)),
            _told_share(then.get(id)),
            _between(ours.get(id), then.get(id)),
        )
        for id in map(str, FUNCTIONS)
        if ours.get(id) is not None or then.get(id) is not None
    )


def cost_of(of: Figures) -> str:
    """What a plan costs of its budget, $274k of $480k; without a plan the budget."""
    budget = money_short(of.budget_usd)
    if of.cost_usd is None:
        return budget
    return say("{cost} of {budget}", cost=money_short(of.cost_usd), budget=budget)


def _cost_change(ours: Figures, then: Figures) -> str:
    """Of the cost; where that is shown alike, of the budget."""
    if change := _usd(ours.cost_usd, then.cost_usd):
        return change
    change = _usd(ours.budget_usd, then.budget_usd)
    return say("budget {change}", change=change) if change else ""


def _told_usd(usd: Decimal | None) -> str:
    if usd is None:
        return NOTHING
    return money_short(usd) if rounded(usd) else say("nothing")


def _usd(was: Decimal | None, now: Decimal | None) -> str:
    if was is None or now is None or _told_usd(was) == _told_usd(now):
        return ""
    return money_difference(now - was)


def _score(of: Figures) -> str:
    return NOTHING if of.plan_score is None else points(of.plan_score)


def _score_difference(ours: Figures, then: Figures) -> str:
    was, now = ours.plan_score, then.plan_score
    if was is None or now is None:
        return ""
    return _if_any(rounded(now, "0.1") - rounded(was, "0.1"), difference)


def _fte(of: Figures) -> str:
    return NOTHING if of.fte is None else fte(of.fte)


def _fte_difference(ours: Figures, then: Figures) -> str:
    if ours.fte is None or then.fte is None:
        return ""
    return _if_any(rounded(then.fte, "0.01") - rounded(ours.fte, "0.01"), fte_difference)


def _weakest(of: Figures, functions: Mapping[str, str]) -> str:
    if of.weakest is None:
        return NOTHING
    return f"{functions[of.weakest]}, {percent(of.least or 0)}"


def _told_share(share: Decimal | float | None) -> str:
    return NOTHING if share is None else percent(share)


def _between(was: Decimal | float | None, now: Decimal | float | None) -> str:
    """The difference of two shares as they are shown, in percent."""
    if was is None or now is None:
        return ""
    before, after = (rounded(share * 100) for share in (was, now))
    return _if_any(after - before, lambda change: f"{difference(change, '1')}%")


def _if_any(change: Decimal, told: Callable[[Decimal], str]) -> str:
    return told(change) if change else ""


def _ends(of: Figures) -> str:
    if not of.has_years or of.to is None:
        return NOTHING
    if of.runs_out is None:
        return say("not by {month}", month=month(of.to))
    return month(of.runs_out)


def _sooner(ours: Figures, then: Figures) -> str:
    was, now = ours.runs_out, then.runs_out
    if was is None or now is None or was == now:
        return ""
    months = months_between(was, now)
    return (
        say_count("{n} month later", "{n} months later", months, n=months)
        if months > 0
        else say_count("{n} month earlier", "{n} months earlier", -months, n=-months)
    )
