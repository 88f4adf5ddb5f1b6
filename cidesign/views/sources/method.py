"""What is said of one way to compute."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Method:
    """One way to compute: ``rests_on`` names the paper or rule it follows, or says that it is our
    own.
    """

    id: str
    label: str
    answers: str
    how: str
    rests_on: str
