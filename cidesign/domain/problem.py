"""What is wrong with what somebody gave us: where, what, and what to do.

Every reader collects all problems of a file and raises them together as one ``BadInput``.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that must be changed before we can go on.

    Args:
        where: file, then row or key, such as ``plan.yaml: roles[2].salary_usd``.
        what: what is wrong, such as ``"95,00" is not a number``.
        remedy: what to do, such as ``write 95000, with a point and no comma``.
    """

    where: str
    what: str
    remedy: str

    def line(self) -> str:
        """The problem on one line; line breaks inside people's text become spaces."""
        return " ".join(f"{self.where}: {self.what}; {self.remedy}".split())


class BadInput(ValueError):  # noqa: N818 - it is what people gave, read in "except BadInput"
    """Somebody's input cannot be used. Holds every problem found, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(problem.line() for problem in self.problems))


class Wrong(ValueError):  # noqa: N818 - read in "raise Wrong(what, remedy)"
    """Raised by a value that may not exist; the reader turns it into problems with a place.

    Args:
        what: what is wrong.
        remedy: what to do.
        at: the key below the failing value, such as ``[2].max_fte``; empty for the value itself.
    """

    def __init__(self, what: str, remedy: str, *, at: str = "") -> None:
        self.faults: tuple[tuple[str, str, str], ...] = ((at, what, remedy),)
        super().__init__(f"{what}; {remedy}")

    @classmethod
    def together(cls, faults: Iterable[tuple[str, str, str]]) -> "Wrong":
        """One exception for several faults, each (at, what, remedy)."""
        listed = tuple(faults)
        at, what, remedy = listed[0]
        wrong = cls(what, remedy, at=at)
        wrong.faults = listed
        return wrong
