"""What if, on the command line: an option for each what-if, and as it is beside what if."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import singledispatch
from pathlib import Path
from typing import Any

import click

from cidesign.catalog import load
from cidesign.cli.asking import PATH, Words, as_json, required
from cidesign.cli.asking import Amount as Number
from cidesign.cli.table import paragraph, table, tell
from cidesign.domain.nearest import instead
from cidesign.domain.problem import BadInput, Problem
from cidesign.domain.scenario import Scenario
from cidesign.domain.what_if import (
    WHAT_IFS,
    Amount,
    Asked,
    MonthsOfSources,
    NumbersOfSources,
    OfPosts,
    OfSome,
    Percentage,
    Subject,
    WhatIf,
    WhatIfs,
    YearOfSources,
)
from cidesign.domain.what_if.host import Host
from cidesign.domain.what_if.pay import PAY
from cidesign.domain.what_if.smallest_post import SmallestPost
from cidesign.domain.workshop import Bundle
from cidesign.record import read_bundle
from cidesign.record.faults import valid
from cidesign.views.scenarios import side_by_side
from cidesign.views.scenarios.what_if import Compared, Seen, compared
from cidesign.views.scenarios.what_if import subject as subject_of_bundle
from cidesign.views.scenarios.what_if_words import doubts, words_of

HUNDRED = 100


class Percent(Number):
    """A share, such as 0.1, or as people write it: 10%."""

    name = "10%"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """The share, or BadInput with the option's name."""
        text = str(value).strip()
        if text.endswith("%"):
            return super().convert(text.removesuffix("%"), param, ctx) / HUNDRED
        return super().convert(value, param, ctx)


def option_of(one: WhatIf) -> str:
    """What its option is called."""
    return f"--{one.key.replace('_', '-')}"


@singledispatch
def _option(one: WhatIf, told: str) -> Callable[[Any], Any]:
    raise TypeError(f"no option is made for the kind of {one.key}")


@_option.register
def _(one: Percentage, told: str) -> Callable[[Any], Any]:
    return click.option(option_of(one), type=Percent(), help=told)


@_option.register
def _(one: Amount, told: str) -> Callable[[Any], Any]:
    return click.option(option_of(one), type=Number(), metavar="DOLLARS", help=told)


@_option.register
def _(one: OfSome, told: str) -> Callable[[Any], Any]:
    return click.option(option_of(one), type=Words(), multiple=True, metavar="ID", help=told)


@_option.register
def _(one: MonthsOfSources, told: str) -> Callable[[Any], Any]:
    return click.option(option_of(one), type=Words(), multiple=True, metavar="ID=MONTHS", help=told)


@_option.register
def _(one: YearOfSources, told: str) -> Callable[[Any], Any]:
    return click.option(option_of(one), type=Words(), multiple=True, metavar="ID=YEAR", help=told)


@_option.register
def _(one: SmallestPost, told: str) -> Callable[[Any], Any]:
    return click.option(option_of(one), type=Number(), metavar="FTE", help=told)


@_option.register
def _(one: Host, told: str) -> Callable[[Any], Any]:
    return click.option(option_of(one), type=Words(), metavar="ID", help=told)


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """An option for each what-if, in their order."""
    for one in reversed(WHAT_IFS):
        command = _option(one, f"{words_of(one).label}.")(command)
    return command


@click.command("what-if")
@click.argument("bundle", type=PATH, metavar="BUNDLE")
@click.option("--scenario", type=Words(), help="Begin with what this scenario of the bundle asks.")
@_options
@as_json
def what_if(bundle: Path, *, scenario: str | None, as_json: bool, **given: Any) -> None:
    """Ask what if of the plan and the years in BUNDLE, and tell it beside as it is; no file is
    changed.
    """
    whole = read_bundle(bundle)
    required(whole.plan, "plan.yaml", bundle)
    base, subject = _scenario(whole, scenario), subject_of_bundle(whole)
    assert subject is not None  # noqa: S101 - there is a plan, as was just looked at
    asked = _asked(base, given, subject)
    found = compared(whole, load(), asked, base=base)
    assert found is not None  # noqa: S101 - there is a plan, as was just looked at
    tell(_answer(found), _lines(found), as_json=as_json)


def _scenario(bundle: Bundle, id: str | None) -> Scenario | None:
    if id is None or id in bundle.scenarios:
        return bundle.scenarios[id] if id else None
    what = f'"{id}" is no scenario of the bundle'
    raise BadInput([Problem("--scenario", what, instead(id, bundle.scenarios))])


def _asked(base: Scenario | None, given: dict[str, Any], subject: Subject) -> Asked:
    """What the scenario asks, and in its place what the command was given.

    Raises:
        BadInput: every option that cannot be asked, all at once.
    """
    problems: list[Problem] = []
    written = dict(base.what_if.written()) if base else {}
    for one in WHAT_IFS:
        told = given[one.key]
        if told is None or told == ():
            continue
        try:
            setting = _numbers(one, told) if isinstance(one, NumbersOfSources) else told
            problems += _unknown(one, setting, subject)
            valid(WhatIfs, {one.key: setting}, option_of(one))
            written[one.key] = setting
        except BadInput as bad:
            problems += [
                Problem(option_of(one), problem.what, problem.remedy) for problem in bad.problems
            ]
    if problems:
        raise BadInput(problems)
    return WhatIfs.model_validate(written)


def _numbers(one: NumbersOfSources, told: Sequence[str]) -> dict[str, str]:
    pairs = [text.rpartition("=")[::2] for text in told]
    what, remedy = (
        ("is no length", "write ID=MONTHS, such as city=-12")
        if isinstance(one, MonthsOfSources)
        else ("is no year", "write ID=YEAR, such as city=2")
    )
    problems = [
        Problem(option_of(one), f'"{text}" {what}', remedy)
        for text, (id, _) in zip(told, pairs)
        if not id.strip()
    ]
    if problems:
        raise BadInput(problems)
    return {id.strip(): number for id, number in pairs}


def _unknown(one: WhatIf, setting: Any, subject: Subject) -> list[Problem]:
    """Ids that it cannot be asked about; none where it is about the plan as a whole."""
    if not isinstance(one, (OfSome, NumbersOfSources, Host)):
        return []
    known = one.ids(subject)
    what = (
        "is no post of the plan"
        if isinstance(one, OfPosts)
        else "is no host that says its terms"
        if isinstance(one, Host)
        else "is nobody who pays"
    )
    asked = [setting] if isinstance(setting, str) else setting
    return [
        Problem(option_of(one), f'"{id}" {what}', instead(id, known))
        for id in asked
        if id not in known
    ]


def _lines(found: Compared) -> list[str]:
    functions = load().labels.functions
    rows = [
        [row.figure, row.ours, row.then, row.change]
        for row in (
            *side_by_side.rows(found, functions),
            *side_by_side.coverage_rows(found, functions),
        )
    ]
    told = table(("Figure", "As it is", "What if", "Change"), rows, words=3) if rows else []
    first = (
        side_by_side.answer(found).plain
        if found.asked
        else f"Nothing is asked: name an option, such as {option_of(PAY)} 10%."
    )
    return [
        *paragraph(first)[1:],
        *([""] if told else []),
        *told,
        *paragraph(*side_by_side.beside(found)),
        *paragraph(*doubts(found.doubts)),
    ]


def _answer(found: Compared) -> dict[str, Any]:
    return {
        "asked": found.asked.written(),
        "as_it_is": _seen(found.ours),
        "what_if": _seen(found.then),
        "doubts": [
            {"what_if": one.key, "why": str(doubt.why), "id": doubt.id or None}
            for one, doubt in found.doubts
        ],
    }


def _seen(seen: Seen) -> dict[str, Any]:
    return {
        "status": seen.found.status,
        "budget_usd": seen.plan.funding.budget_usd,
        "cost_usd": seen.found.cost_usd,
        "plan_score": seen.found.plan_score,
        "fte": seen.found.fte,
        "coverage": seen.found.coverage,
        "still_to_raise_usd": seen.figures.to_raise_usd,
        "runs_out": seen.years.runs_out if seen.years else None,
        "missing_usd": seen.years.missing_usd if seen.years else None,
        "bridge_usd": seen.years.bridge_usd if seen.years else None,
    }
