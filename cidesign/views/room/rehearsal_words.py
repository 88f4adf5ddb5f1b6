"""A rehearsal in words: what it is for, how far it is, how far apart a level was read, and what to
talk about then.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from cidesign.domain.agreement import FEWEST_FOR_DOTS, FEWEST_IN_A_GROUP
from cidesign.domain.figures import count, listed
from cidesign.text import say, say_count
from cidesign.value import told
from cidesign.views.compare.robustness_words import each_dot


def nothing_counts() -> str:
    """What stands over everything of it."""
    return say("Rehearsal: nothing of it counts")


def what_for() -> str:
    """Why one rehearses, before it begins."""
    return say(
        "Two invented candidates, ten minutes: each member reads them on her own phone. Then all "
        "see how far apart they read the same level, while its words can still be talked through. "
        "Nothing of it counts, and it is deleted."
    )


def is_open() -> str:
    """That a rehearsal is open, to everybody."""
    return say("A rehearsal is open.")


def until_then() -> str:
    """What who leads it must know while it is open."""
    return say("A rehearsal is open. Opening the round deletes it, read or not.")


def how_to_read() -> str:
    """What a member does in it."""
    return say(
        "Read two candidates that do not exist, as you would read real ones. Nobody sees what you "
        "give before the end; then all see the levels without names, and it is deleted."
    )


def for_members() -> str:
    """To somebody who gives no levels in it."""
    return say("The members of the committee read them. You see what comes out, once it is over.")


def quoted(text: str) -> str:
    """What an invented candidate says."""
    return say("In the application: “{text}”", text=text)


def opened() -> str:
    """That one began while a sheet was open."""
    return say("A rehearsal was opened.")


def to_the_script() -> dict[str, str]:
    """What the script of an invented candidate's page says in place of the real one's words."""
    return {
        "closed": say("The rehearsal is over. Nothing of it counts, and nothing more is saved."),
        "opened": opened(),
    }


def far(done: int, of: int) -> str:
    """How many members have read everything; empty of so few that it would tell of one."""
    if of < FEWEST_IN_A_GROUP:
        return ""
    return say_count(
        "{n} of {all} members has read both.",
        "{n} of {all} members have read both.",
        done,
        n=count(done, opening=True) if done else say("None"),
        all=count(of),
    )


def what_next() -> str:
    """What happens while it is open."""
    return say(
        "When the facilitator ends it, all see how far apart the same level was read. Nothing of "
        "it counts."
    )


def named(candidate: str, criterion: str, said: str) -> str:
    """How a criterion was read, with whose it is."""
    return say(
        "{candidate} · {criterion}: {words}",
        candidate=candidate,
        criterion=criterion,
        words=said,
    )


def to_the_sheet() -> str:
    """The way to one's own sheet in it."""
    return say("Open your sheet")


def over() -> str:
    """The heading over what came out."""
    return say("The rehearsal is over")


def over_note(dotted: int, all_of_them: int) -> str:
    """How to read what came out."""
    dots = each_dot() if dotted else ""
    few = (
        say("Fewer than five levels are told in words, since dots could be traced to people.")
        if dotted < all_of_them
        else ""
    )
    nothing = say("Nothing of it counts; it is deleted before the first round.")
    return " ".join(part for part in (dots, few, nothing) if part)


def nobody() -> str:
    """In place of what came out, where nobody gave a level."""
    return say("Nobody gave a level.")


def furthest(candidate: str, criterion: str, *, alike: bool) -> str:
    """What to talk about first, in one sentence."""
    if alike:
        return say("You read every level alike.")
    return say(
        "You read {candidate} furthest apart on {criterion}.",
        candidate=candidate,
        criterion=criterion,
    )


def how_read(people: int, scores: Sequence[Fraction], step: Fraction, *, alike: bool) -> str:
    """How a criterion of a candidate was read, and what to talk about.

    Args:
        people: how many gave a level.
        scores: the levels; none of fewer than four people.
        step: between two levels of the scale.
        alike: whether all gave the same one.
    """
    if people < FEWEST_IN_A_GROUP:
        return _of_few(people, alike=alike)
    if alike:
        said = say("All {n} read level {level}", n=count(people), level=told(scores[0]))
        return say("{said}: you mean the same by it.", said=said)
    said = _one_by_one(scores) if people >= FEWEST_FOR_DOTS else _from_to(people, scores)
    if max(scores) - min(scores) > step:
        return say("{said}: agree what counts as evidence.", said=said)
    return say("{said}: say what made the difference.", said=said)


def _of_few(people: int, *, alike: bool) -> str:
    if people == 1:
        return say("One member read it, so there is nothing to compare.")
    n = count(people, opening=True)
    if alike:
        return say("{n} members, too few to tell their levels: they agree.", n=n)
    return say(
        "{n} members, too few to tell their levels: they do not agree. Talk about what counts as "
        "evidence.",
        n=n,
    )


def _one_by_one(scores: Sequence[Fraction]) -> str:
    """How many gave which level, the most first."""
    (first, most), *rest = sorted(Counter(scores).items(), key=lambda one: (-one[1], one[0]))
    lead = say_count(
        "{n} reads level {level}",
        "{n} read level {level}",
        most,
        n=count(most, opening=True),
        level=told(first),
    )
    return listed(
        [lead, *(say("{n} level {level}", n=count(n), level=told(level)) for level, n in rest)]
    )


def _from_to(people: int, scores: Sequence[Fraction]) -> str:
    return say(
        "{n} members read it from level {low} to level {high}",
        n=count(people, opening=True),
        low=told(min(scores)),
        high=told(max(scores)),
    )
