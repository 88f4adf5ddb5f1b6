"""What became of the questions to talk about: who follows up an answer, and how many are open."""

from cidesign.acts.answers import answers_in_sight
from cidesign.domain.answers import KeptAnswer
from cidesign.domain.catalog import Catalog
from cidesign.domain.dates import day
from cidesign.domain.walk import step_of
from cidesign.domain.workshop import Bundle
from cidesign.text import say


def followed_up(held: KeptAnswer) -> str:
    """Who said an answer, who follows it up and by when, in one line; empty where nobody is
    named.
    """
    parts = []
    if held.said_by:
        parts.append(say("Said by {name}", name=held.said_by))
    if held.owner and held.due:
        followed = say("{name} follows it up by {day}", name=held.owner, day=day(held.due))
        parts.append(followed)
    elif held.owner:
        parts.append(say("{name} follows it up", name=held.owner))
    return " · ".join(parts)


def talked(bundle: Bundle, catalog: Catalog) -> str:
    """How many of the questions to talk about are answered, open and followed up; empty where
    nobody has answered any and no meeting was planned.
    """
    kept = answers_in_sight(bundle)
    if not (kept or bundle.workshop.meeting_minutes):
        return ""
    asked = {one.id for one in catalog.prompts if catalog.needs(step_of(one.page), bundle.workshop)}
    answered = {one.question for one in kept if one.answer} & asked
    owned = [one for one in kept if one.owner]
    days = sorted(one.due for one in owned if one.due)
    counts = {
        "answered": len(answered),
        "open": len(asked) - len(answered),
        "owned": len(owned),
    }
    if days:
        return say(
            "Questions to talk about: {answered} answered, {open} open, {owned} followed up, the "
            "first by {day}.",
            day=day(days[0]),
            **counts,
        )
    return say(
        "Questions to talk about: {answered} answered, {open} open, {owned} followed up.", **counts
    )
