"""Our common agenda in words: what stands in it, what is still empty, and which strategies no group
carries and no measure shows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import count, inside, listed
from cidesign.domain.measures import Measure
from cidesign.domain.pathway import ACTIVITIES, Activity, PathwayEntry, PathwayKind
from cidesign.domain.work import Group
from cidesign.domain.workshop import Bundle, Initiative
from cidesign.text import mark, say, say_count
from cidesign.text.sentence import Sentence, in_a_row, known, told
from cidesign.views.partners.words import named

KINDS = {
    PathwayKind.CAUSE: mark("the root causes"),
    PathwayKind.PRINCIPLE: mark("principles"),
    PathwayKind.METHOD: mark("methods"),
    PathwayKind.STRATEGY: mark("strategies"),
    PathwayKind.PRACTICE: mark("practices we try"),
}
"""The lists that are named while empty; what was learnt is asked for once something is tried."""
TEXTS = {
    "problem": mark("the problem"),
    "vision": mark("the vision"),
    "goal": mark("the goal"),
    "target": mark("how we will know that we are there"),
    "people": mark("for and with whom"),
    "took_part": mark("who took part"),
    "agenda_version": mark("its version"),
    "agenda_again": mark("when we look at it again"),
}


@dataclass(frozen=True)
class AgendaView:
    """The agenda as it stands.

    Args:
        begun: whether more than the profile is written: a vision, an entry of its lists.
    """

    initiative: Initiative
    entries: tuple[PathwayEntry, ...]
    groups: tuple[Group, ...]
    measures: tuple[Measure, ...]
    begun: bool

    @property
    def working(self) -> tuple[Group, ...]:
        """The groups that can carry something."""
        return tuple(one for one in self.groups if one.works)

    @property
    def listed(self) -> tuple[PathwayEntry, ...]:
        """All entries, those of one kind together."""
        return tuple(one for kind in PathwayKind for one in self.of(kind))

    def of(self, kind: PathwayKind) -> tuple[PathwayEntry, ...]:
        """The entries of a kind, in order."""
        return tuple(one for one in self.entries if one.kind is kind)


def agenda_view(bundle: Bundle) -> AgendaView:
    """The common agenda of a workshop."""
    one = bundle.workshop.initiative
    written = (one.vision, one.target, one.took_part, one.agenda_version, one.agenda_again)
    return AgendaView(
        initiative=one,
        entries=bundle.pathway,
        groups=bundle.groups,
        measures=bundle.measures,
        begun=bool(bundle.pathway) or any(written),
    )


def claim(view: AgendaView) -> str:
    """How much there is."""
    number = len(view.of(PathwayKind.STRATEGY))
    if not view.begun:
        return say("Our common agenda is not written here yet")
    if not number:
        return say("Our common agenda has no strategy yet")
    return say_count(
        "Our common agenda has {n} strategy",
        "Our common agenda has {n} strategies",
        number,
        n=count(number),
    )


def note(view: AgendaView) -> str:
    """What comes of it, and where its first words stand."""
    if not view.begun:
        return say("Begin with the vision. The memo and the agreement with the host take it over.")
    return say("Problem, goal and people stand under Who we are. The memo has all of it.")


def missing(view: AgendaView, catalog: Catalog) -> tuple[Sentence, ...]:
    """Everything that is empty, and what nobody carries or sees, in one sentence each; nothing
    before it is begun.
    """
    if not view.begun:
        return ()
    return (*left_open(view, catalog), *_alone(view))


def left_open(view: AgendaView, catalog: Catalog) -> tuple[Sentence, ...]:
    """The same beside a table that shows who carries each strategy and where it is seen."""
    if not view.begun:
        return ()
    unseen = _unseen(view.of(PathwayKind.PRACTICE))
    tried = told(
        say("We try this and no measure shows whether it works: {names}."), names=named(unseen)
    )
    return (
        *_empty(view),
        *_at_the_root(view),
        *_without_activity(view, catalog),
        *((tried,) if unseen else ()),
        *_nothing_learnt(view),
    )


def _empty(view: AgendaView) -> Iterator[Sentence]:
    empty = [say(said) for name, said in TEXTS.items() if not getattr(view.initiative, name)]
    empty += [say(said) for kind, said in KINDS.items() if not view.of(kind)]
    if empty:
        parts = in_a_row([known(one) for one in empty])
        yield told(say("Not written yet: {parts}."), parts=parts)


def _at_the_root(view: AgendaView) -> Iterator[Sentence]:
    causes, strategies = view.of(PathwayKind.CAUSE), view.of(PathwayKind.STRATEGY)
    if not (causes and strategies):
        return
    met = {id for one in strategies for id in one.causes}
    for entries, said in (
        ([one for one in causes if one.id not in met], say("No strategy works on: {names}.")),
        (
            [one for one in strategies if not one.causes],
            say("These strategies work on no root cause we name: {names}."),
        ),
    ):
        if entries:
            yield told(said, names=named(entries))


def _nothing_learnt(view: AgendaView) -> Iterator[Sentence]:
    if view.of(PathwayKind.PRACTICE) and not view.of(PathwayKind.LESSON):
        yield told(say("Practices are tried, and what we learnt is not written down yet."))


def _without_activity(view: AgendaView, catalog: Catalog) -> Iterator[Sentence]:
    strategies = view.of(PathwayKind.STRATEGY)
    if not strategies:
        return
    taken = {one.activity for one in strategies}
    if Activity.NOT_SAID in taken:
        silent = [one for one in strategies if one.activity is Activity.NOT_SAID]
        said = say("Not said which of the five things we do together it is: {names}.")
        yield told(said, names=named(silent))
        return
    without = [activity_label(one, catalog) for one in ACTIVITIES if one not in taken]
    if without:
        row = in_a_row([known(inside(one)) for one in without])
        yield told(say("No strategy is about: {activities}."), activities=row)


def _alone(view: AgendaView) -> Iterator[Sentence]:
    strategies = view.of(PathwayKind.STRATEGY)
    uncarried = [one for one in strategies if not one.carried_by(view.groups)]
    for entries, said in (
        (uncarried, say("No working group carries: {names}.")),
        (_unseen(strategies), say("No measure shows: {names}.")),
    ):
        if entries:
            yield told(said, names=named(entries))


def _unseen(entries: Sequence[PathwayEntry]) -> list[PathwayEntry]:
    return [one for one in entries if not one.measures]


def activity_label(activity: Activity, catalog: Catalog) -> str:
    """What people read for one of the five things collective efforts do together."""
    found: str = catalog.entry("guidance", activity.guidance).label
    return found


def about_entry(one: PathwayEntry, view: AgendaView, catalog: Catalog) -> str:
    """What is known of an entry, on one line."""
    groups, measures, causes = carriers(one, view), shown_by(one, view), worked_on(one, view)
    parts = [
        say(one.kind.in_words),
        activity_label(one.activity, catalog) if one.activity else "",
        say("works on {names}", names=listed([it.label for it in causes])) if causes else "",
        say("carried by {names}", names=listed([it.label for it in groups])) if groups else "",
        say("seen in {names}", names=listed([it.label for it in measures])) if measures else "",
    ]
    return " · ".join(part for part in parts if part)


def carriers(one: PathwayEntry, view: AgendaView) -> tuple[Group, ...]:
    """The groups that carry it."""
    return one.carried_by(view.groups) if one.kind.is_carried else ()


def worked_on(one: PathwayEntry, view: AgendaView) -> tuple[PathwayEntry, ...]:
    """The root causes it works on."""
    return tuple(cause for cause in view.of(PathwayKind.CAUSE) if cause.id in one.causes)


def shown_by(one: PathwayEntry, view: AgendaView) -> tuple[Measure, ...]:
    """The measures that show whether it works."""
    return tuple(measure for measure in view.measures if measure.id in one.measures)
