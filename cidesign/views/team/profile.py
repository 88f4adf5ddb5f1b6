"""The job profile of a post: the functions it works for, how much of its time each takes, and what
it does there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cidesign.domain.allocation import Allocation
from cidesign.domain.catalog import Catalog
from cidesign.domain.entries import FunctionEntry, RoleEntry
from cidesign.domain.figures import inside, listed, percent
from cidesign.domain.plan import Role
from cidesign.text import say
from cidesign.views.sources.facts import Block, source_words


@dataclass(frozen=True)
class Task:
    """What a post does, and the id of the source that says so; ``given``: of what gives it to this
    post, where that is another.
    """

    says: str
    source: str
    given: str = ""


@dataclass(frozen=True)
class Duty:
    """A function a post works for.

    Args:
        share: of its paid time in the first year, 0 to 1; None where nobody is hired for it.
        tasks: what it does there; where neither the memo nor we say, what the function is.
    """

    function: str
    label: str
    share: float | None
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Profile:
    """A post's profile. ``what``: in a sentence, empty for one of our own; ``leads``: share of its
    time that goes to leading others; ``helps``: functions it may help with, where others lead.
    """

    id: str
    label: str
    what: str
    duties: tuple[Duty, ...]
    leads: float
    helps: tuple[str, ...]


def profile(role: Role, catalog: Catalog, found: Allocation | None) -> Profile:
    """The profile of a post of the plan.

    Args:
        found: the plan its time is taken from; None, or without a team: the time is left out.
    """
    entry = next((one for one in catalog.roles if one.id == role.id), None)
    hours = found.hours.get(role.id, {}) if found else {}
    leading = found.supervision_hours.get(role.id, 0.0) if found else 0.0
    free = found.unassigned_hours.get(role.id, 0.0) if found else 0.0
    paid = sum(hours.values()) + leading + free
    duties, helps = [], []
    for function in catalog.functions:
        if function.id not in role.does:
            continue
        share = hours.get(function.id, 0.0) / paid if paid else None
        tasks = _tasks(function, entry, role.id)
        if tasks or entry is None or round(share or 0.0, 2):
            told = tasks or (Task(function.what, function.source),)
            duties.append(Duty(function.id, function.label, share, told))
        else:
            helps.append(function.short)
    return Profile(
        id=role.id,
        label=catalog.labels.roles[role.id],
        what=entry.what if entry else "",
        duties=tuple(duties),
        leads=leading / paid if paid else 0.0,
        helps=tuple(helps),
    )


def _tasks(function: FunctionEntry, entry: RoleEntry | None, role: str) -> tuple[Task, ...]:
    """First what the memo's figure gives this post, then what we do."""
    of_figure = tuple(
        Task(one.says, one.source, one.role_source or "")
        for one in function.activities
        if one.role == role
    )
    ours = tuple(
        Task(one.says, one.source)
        for one in (entry.activities if entry else ())
        if one.function == function.id
    )
    return of_figure + ours


def helps_with(made: Profile) -> str:
    """The functions it may help with; empty for none."""
    if not made.helps:
        return ""
    return say("May help with {functions}.", functions=listed([inside(one) for one in made.helps]))


def profile_told(made: Profile, catalog: Catalog) -> Sequence[Block]:
    """The profile as it is read on the page: each function with the post's part there, and what it
    does, each with who says so.
    """
    return [
        *(
            (
                one.label,
                say("{share} of its time", share=percent(one.share)) if one.share else "",
                tuple(
                    say(
                        "{task} ({source})",
                        task=task.says.rstrip("."),
                        source=says_who(task, catalog),
                    )
                    for task in one.tasks
                ),
            )
            for one in made.duties
        ),
        *([("", helps_with(made), ())] if made.helps else []),
    ]


def says_who(task: Task, catalog: Catalog) -> str:
    """The source of a task; and that it is this post's by our reading, where that is so."""
    source = source_words(task.source, catalog)
    return say("{source}; this post's by our reading", source=source) if task.given else source
