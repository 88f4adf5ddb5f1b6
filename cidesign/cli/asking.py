"""What a command may be given: exact amounts, whole numbers, and files that stand in for those of a
bundle.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import click

from cidesign.domain.problem import BadInput, Problem, Wrong
from cidesign.domain.value import exact, plain

T = TypeVar("T")
PATH = click.Path(path_type=Path)
as_json = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object instead of a table."
)
bundle_option = click.option("--bundle", type=PATH, help="A folder or zip that holds the files.")


class Amount(click.ParamType):  # type: ignore[type-arg]  # generic only in the newest click
    """An exact decimal, such as 550000 or 0.25."""

    name = "number"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """The number, or BadInput with the option's name."""
        try:
            return exact(value)
        except Wrong as wrong:
            _, what, remedy = wrong.faults[0]
            raise BadInput([Problem(_name(param), what, remedy)]) from wrong


class Count(click.ParamType):  # type: ignore[type-arg]  # likewise
    """A whole number, not below ``least`` and not above ``most``."""

    name = "whole number"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or BadInput with the option's name."""
        number = Amount().convert(value, param, ctx)
        if number % 1 or not self.least <= number <= self.most:
            remedy = f"write a whole number from {self.least} to {self.most}"
            raise BadInput([Problem(_name(param), f"{plain(number)} is not possible here", remedy)])
        return int(number)


class Words(click.ParamType):  # type: ignore[type-arg]  # likewise
    """Text as it was typed."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text, or BadInput with the option's name where its bytes are no letters."""
        try:
            str(value).encode("utf-8")
        except UnicodeEncodeError as error:
            raise BadInput(
                [Problem(_name(param), "holds bytes that are no letters", "type it again")]
            ) from error
        return str(value)


def _name(param: click.Parameter | None) -> str:
    return param.opts[-1] if param else "the number"


@contextmanager
def named(files: Mapping[str, Path | None]) -> Iterator[None]:
    """Tell problems by the names of the files that were given, in place of the bundle's names.

    Args:
        files: by the bundle's name, such as ``scores.csv``; None keeps that name.
    """
    try:
        yield
    except BadInput as bad:
        raise BadInput(_renamed(problem, files) for problem in bad.problems) from bad


def _renamed(problem: Problem, files: Mapping[str, Path | None]) -> Problem:
    name, colon, rest = problem.where.partition(":")
    given = files.get(name)
    return (
        problem
        if given is None
        else Problem(f"{given.name}{colon}{rest}", problem.what, problem.remedy)
    )


def all_read(*readers: Callable[[], Any]) -> list[Any]:
    """What each reader returns.

    Raises:
        BadInput: the problems of all of them together.
    """
    found: list[Any] = []
    problems: list[Problem] = []
    for reader in readers:
        try:
            found.append(reader())
        except BadInput as bad:
            problems += bad.problems
    if problems:
        raise BadInput(problems)
    return found


def required(thing: T | None, file: str, bundle: Path) -> T:
    """The part of a bundle a command needs.

    Raises:
        BadInput: the bundle has none.
    """
    if thing is None:
        raise BadInput(
            [
                Problem(
                    f"{bundle}: {file}",
                    "there is no such file in the bundle",
                    f"add {file}, or name the files themselves",
                )
            ]
        )
    return thing


def alone(option: str, others: Mapping[str, Path | None]) -> None:
    """Look that nothing is named beside an option that holds all files.

    Raises:
        UsageError: something is.
    """
    beside = [name for name, given in others.items() if given is not None]
    if beside:
        raise click.UsageError(
            f"{option} holds all files; leave out {', '.join(beside)}.", click.get_current_context()
        )
