"""What differs between two plans in posts and purchases, in a few words each."""

from cidesign.domain.figures import fte_difference, inside, money_difference, percent
from cidesign.domain.labels import Labels
from cidesign.domain.reading import Step
from cidesign.text import say

MOST_LINES = 2
"""More changes of purchases than these are not named one by one."""


def changes(step: Step, labels: Labels) -> list[str]:
    """Posts first, then the largest changes of purchases; empty where nothing differs."""
    told = [
        say("{change} FTE {role}", change=fte_difference(posts), role=inside(labels.roles[role]))
        for role, posts in step.fte.items()
    ]
    bought = sorted(step.lines.items(), key=_size)
    told += [
        say("{change} for {line}", change=money_difference(usd), line=inside(labels.lines[line]))
        for line, usd in bought[:MOST_LINES]
    ]
    if bought[MOST_LINES:]:
        told.append(say("smaller changes of purchases"))
    return told


def _size(change: tuple[str, float]) -> float:
    return -abs(change[1])


def falls(step: Step, labels: Labels) -> list[str]:
    """Which functions get less than before, one sentence each."""
    return [
        say(
            "{function} falls from {was} to {now}.",
            function=labels.functions[name],
            was=percent(was),
            now=percent(now),
        )
        for name, (was, now) in step.falls.items()
    ]
