"""How a command ends: 0 done, 2 bad input with one line for each problem, 1 our own fault with one
calm line.
"""

import io
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from types import TracebackType
from typing import Any, NoReturn

import click

from cidesign.domain.problem import BadInput

PROGRAM = "cidesign"
BAD_INPUT = 2
NOT_HELD = 3
"""Something that was looked at does not hold."""
INTERRUPTED = 130
DEBUG = "CIDESIGN_DEBUG"


class Commands(click.Group):
    """A group of commands that never shows a traceback unless CIDESIGN_DEBUG is set."""

    def main(  # type: ignore[override]  # click's own signature is overloaded; ours is its general one
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        *,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and end the program; without ``standalone_mode`` return or raise
        instead.
        """
        if not standalone_mode:
            return super().main(args, PROGRAM, standalone_mode=False, **extra)
        if not os.environ.get(DEBUG):
            sys.excepthook = tell_calmly
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        try:
            ended = super().main(args, PROGRAM, standalone_mode=False, **extra)
        except BadInput as bad:
            _end(*(problem.line() for problem in bad.problems))
        except click.ClickException as wrong:
            context = getattr(wrong, "ctx", None)
            asked = context.command_path if context else PROGRAM
            _end(f"{asked}: {wrong.format_message()} See {asked} --help.")
        except click.Abort:
            sys.exit(INTERRUPTED)
        sys.exit(ended or 0)  # what a command ended with by itself, such as NOT_HELD


def _end(*lines: str) -> NoReturn:
    for line in lines:
        click.echo(printable(line), err=True)
    sys.exit(BAD_INPUT)


def printable(line: str) -> str:
    """The line without anything a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(line.split()))


def tell_calmly(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """One line in place of a traceback, which goes to a file; for faults of ours that nothing else
    took care of.
    """
    if issubclass(kind, KeyboardInterrupt):
        return
    with tempfile.NamedTemporaryFile(
        "w", prefix="cidesign-", suffix=".txt", delete=False, encoding="utf-8", errors="replace"
    ) as report:
        traceback.print_exception(kind, fault, trace, file=report)
    click.echo(
        "Something went wrong inside cidesign; nothing of yours was changed. What happened is "
        f"written in {report.name}",
        err=True,
    )
