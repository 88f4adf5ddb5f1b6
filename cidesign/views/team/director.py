"""Whom we look for as director: what matters most to us, who hires, who evaluates, and what is
still open.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.choices import CapabilityEntry
from cidesign.domain.director import MOST_CAPABILITIES, DirectorProfile, DirectorQuestion
from cidesign.domain.figures import count
from cidesign.domain.naming import name_from
from cidesign.domain.problem import Problem
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say, say_count
from cidesign.text.sentence import Sentence, own, told
from cidesign.views.sources.facts import Block, source_words

ABOUT: Mapping[str, str] = {
    "system": mark("Leaders of systems"),
    "adaptive": mark("Adaptive leadership"),
    "people": mark("With people"),
    "work": mark("For the work"),
    "community": mark("In the communities most affected"),
}
"""What a capability is about, in the order of the data."""

QUESTIONS: Mapping[DirectorQuestion, str] = {
    "hires": mark("Who hires the director, and lets her or him go?"),
    "evaluates": mark("Who evaluates the director, and how often?"),
}
USUAL: Mapping[DirectorQuestion, tuple[str, ...]] = {
    "hires": (
        mark("the host, with the consent of the steering committee"),
        mark("the steering committee; the host employs"),
    ),
    "evaluates": (
        mark("the chairs of the steering committee and the host, once a year"),
        mark("the steering committee, once a year"),
    ),
}
"""Usual answers, to be tapped: our own examples."""


@dataclass(frozen=True)
class DirectorView:
    """The profile as it stands.

    Args:
        chosen: what matters most, in the committee's order.
        unknown: names made of ids that our list does not have.
        offered: all capabilities, in the order of the data.
    """

    profile: DirectorProfile
    chosen: tuple[CapabilityEntry, ...]
    unknown: tuple[str, ...]
    offered: tuple[CapabilityEntry, ...]

    @property
    def begun(self) -> bool:
        """Whether anything of it is said."""
        return self.profile != DirectorProfile()


def director_view(bundle: Bundle, catalog: Catalog) -> DirectorView:
    """The profile of a workshop."""
    profile = bundle.workshop.director
    entries = {one.id: one for one in catalog.capabilities}
    return DirectorView(
        profile=profile,
        chosen=tuple(entries[id] for id in profile.capabilities if id in entries),
        unknown=tuple(name_from(id) for id in profile.capabilities if id not in entries),
        offered=catalog.capabilities,
    )


def offered_as(one: CapabilityEntry) -> str:
    """A capability in a list to choose from, with what it is about."""
    return say("{name} · {about}", name=one.label, about=say(ABOUT[one.about]).lower())


def what_they_mean(view: DirectorView, catalog: Catalog) -> tuple[Block, ...]:
    """Each kind of capability with what belongs to it, and where each comes from."""
    return tuple(
        (
            say(label),
            "",
            tuple(
                say(
                    "{name}: {says} ({source})",
                    name=one.label,
                    says=one.says,
                    source=source_words(one.source, catalog),
                )
                for one in view.offered
                if one.about == about
            ),
        )
        for about, label in ABOUT.items()
    )


def claim(view: DirectorView) -> str:
    """How many things matter most, or that nobody has said."""
    number = len(view.chosen)
    if not number:
        return say("Nobody has said what matters most to us.")
    return say_count(
        "{n} thing matters most to us",
        "{n} things matter most to us",
        number,
        n=count(number, opening=True),
    )


def note(view: DirectorView) -> str:
    """How to choose."""
    if view.unknown:
        return say(
            "Not in our list, so nothing is asked about it: {names}. Choose again.",
            names=", ".join(view.unknown),
        )
    return say(
        "Choose at most {most} of {n}; where all matter, none does.",
        most=MOST_CAPABILITIES,
        n=len(view.offered),
    )


def leads_to(view: DirectorView) -> str:
    """What comes of the choice."""
    if not view.chosen:
        return say("They make the director's profile, its questions and its score sheet.")
    return say_count(
        "{n} question for the interview and a score sheet stand in the director's profile, on the "
        "page Memo.",
        "{n} questions for the interview and a score sheet stand in the director's profile, on "
        "the page Memo.",
        len(view.chosen),
        n=count(len(view.chosen), opening=True),
    )


def answers(view: DirectorView) -> tuple[tuple[Sentence, Sentence], ...]:
    """Who hires and who evaluates; empty where nobody has said."""
    return tuple(
        (told(say(label)), own(getattr(view.profile, key))) for key, label in QUESTIONS.items()
    )


def missing(view: DirectorView) -> tuple[Sentence, ...]:
    """What is still open, once the profile is begun."""
    if not view.begun:
        return ()
    open_ = [] if view.chosen else [told(say("what matters most in the director"))]
    if not view.profile.hires:
        open_.append(told(say("who hires the director")))
    if not view.profile.evaluates:
        open_.append(told(say("who evaluates the director")))
    return tuple(open_)


def nothing_chosen() -> Problem:
    """That neither a profile nor a search can be made yet."""
    return Problem(
        say("The director's profile"),
        say("nobody has said what matters most in the director"),
        say("choose it on the page Team and budget, under “Which director?”"),
    )
