"""The equity mirror in words: who is missing where, which practices are, and what follows from it
for the agreement, the director's profile, the memo and the rule sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cidesign.acts.answers import answers_in_sight
from cidesign.domain.catalog import Catalog
from cidesign.domain.fact import Fact
from cidesign.domain.figures import count, inside, month, percent
from cidesign.domain.guidance import Practice, Practiced
from cidesign.domain.labels import labels_of
from cidesign.domain.makeup import FEW, MAKEUP, Body, BodyKind, PeopleGroup, bodies
from cidesign.domain.measures import Measure
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say, say_count
from cidesign.text.sentence import (
    Figure,
    Sentence,
    at,
    in_a_row,
    known,
    of,
    own,
    told,
    words,
)
from cidesign.views.partners.words import named

GUIDANCE = "equity_mirror"
"""The entry of the catalog that holds what a gap is."""
WHERE = {
    BodyKind.COMMUNITY: mark("in the community"),
    BodyKind.COMMITTEE: mark("on the steering committee"),
    BodyKind.STAFF: mark("among the staff of the backbone"),
    BodyKind.HOST: mark("among the staff of {host}"),
}
SHARES = {
    BodyKind.COMMUNITY: mark("community: {people}"),
    BodyKind.COMMITTEE: mark("committee: {people}"),
    BodyKind.STAFF: mark("staff: {people}"),
    BodyKind.HOST: mark("{host}: {people}"),
}
CONDITIONS = {
    BodyKind.COMMITTEE: mark(
        "Seats that fall free on the steering committee are offered first among: {groups}."
    ),
    BodyKind.STAFF: mark(
        "Open posts are made known first among: {groups}. The law on equal chances in hiring holds."
    ),
    BodyKind.HOST: mark(
        "The host says within a year what it does so that its own staff look like the community. "
        "Too few now: {groups}."
    ),
}


@dataclass(frozen=True)
class Gap:
    """A group that is missing in a body.

    Args:
        apart: whether each group it is made of is there, so that only a look at who belongs to all
            of them shows it.
    """

    group: PeopleGroup
    body: Body
    apart: bool


@dataclass(frozen=True)
class MirrorView:
    """What the mirror shows.

    Args:
        groups: without the row for everybody.
        everybody: that row; None where there is none.
        hosts: names of candidates, by id.
        host: the chosen one; empty before.
        gaps: in every body, a candidate's staff too.
        practices: each with our answer; None where nobody has answered.
        again: the month in which we look again; None where nobody has said.
        unsplit: measures followed together that nobody splits by group.
        rule: what makes a gap, by its id in the catalog.
    """

    groups: tuple[PeopleGroup, ...]
    everybody: PeopleGroup | None
    bodies: tuple[Body, ...]
    hosts: dict[str, str]
    host: str
    gaps: tuple[Gap, ...]
    practices: tuple[tuple[Practice, Practiced | None], ...]
    again: str | None
    unsplit: tuple[Measure, ...]
    rule: dict[str, Fact]

    @property
    def begun(self) -> bool:
        """Whether anything is counted or answered."""
        return bool(self.groups or self.everybody) or any(it for _, it in self.practices)

    @property
    def ours(self) -> tuple[Gap, ...]:
        """The gaps that are ours to close: all but those of candidates that were not chosen."""
        return tuple(one for one in self.gaps if one.body.host in ("", self.host))

    @property
    def lacking(self) -> tuple[Practice, ...]:
        """The practices we do not have yet."""
        return tuple(one for one, said in self.practices if said is Practiced.NOT_YET)

    @property
    def unknown(self) -> tuple[Practice, ...]:
        """Those we do not know about."""
        return tuple(one for one, said in self.practices if said is Practiced.UNKNOWN)

    @property
    def asks_for_something(self) -> bool:
        """Whether a gap is ours, or a practice is missing."""
        return bool(self.ours or self.lacking)

    @property
    def community(self) -> Body | None:
        """The community; None where nobody is counted in it."""
        return next((one for one in self.bodies if one.kind is BodyKind.COMMUNITY), None)

    @property
    def missing(self) -> tuple[PeopleGroup, ...]:
        """The groups of our gaps, each once."""
        return tuple({one.group.id: one.group for one in self.ours}.values())

    @property
    def strengths(self) -> tuple[PeopleGroup, ...]:
        """The groups of which is said what they bring."""
        return tuple(one for one in self.groups if one.brings)


def mirror_view(bundle: Bundle, catalog: Catalog) -> MirrorView:
    """The mirror of a workshop."""
    rule = dict(catalog.entry("guidance", GUIDANCE).figures)
    groups = tuple(one for one in bundle.makeup if not one.everybody)
    said = bundle.workshop.initiative.practices
    found = bodies(bundle.makeup)
    return MirrorView(
        groups=groups,
        everybody=next((one for one in bundle.makeup if one.everybody), None),
        bodies=found,
        hosts=dict(labels_of(bundle).candidates),
        host=bundle.host.id if bundle.host else "",
        gaps=tuple(_gaps(groups, found, rule)),
        practices=tuple((one, said.get(one.id)) for one in catalog.practices),
        again=bundle.workshop.initiative.mirror_again,
        unsplit=tuple(
            one for one in bundle.measures if groups and one.followed_together and not one.split_by
        ),
        rule=rule,
    )


def _gaps(
    groups: Sequence[PeopleGroup], found: Sequence[Body], rule: dict[str, Fact]
) -> Iterator[Gap]:
    community = next((one for one in found if one.kind is BodyKind.COMMUNITY), None)
    least = Fraction(rule["four_fifths"].value)
    people = Fraction(rule["people_short"].value)
    for body in found if community else ():
        if body is community or community is None:
            continue
        short = {
            one.id: body.is_short(one.id, community, least=least, people=people) for one in groups
        }
        for one in groups:
            if short[one.id]:
                there = [id for id in one.parts if body.counts.get(id) is not None]
                apart = bool(there) and not any(short[id] for id in there)
                yield Gap(one, body, apart)


def claim(view: MirrorView, gaps: Sequence[Gap]) -> str:
    """How many of these gaps there are."""
    if not view.begun:
        return say("Nobody has looked into the equity mirror yet")
    number = len(gaps)
    if number:
        return say_count(
            "The equity mirror shows {n} gap",
            "The equity mirror shows {n} gaps",
            number,
            n=count(number),
        )
    if view.lacking:
        return say_count(
            "One of {all} practices is missing",
            "{n} of {all} practices are missing",
            len(view.lacking),
            n=count(len(view.lacking), opening=True),
            all=count(len(view.practices)),
        )
    if not compared(view):
        return say("The equity mirror has nothing to compare yet")
    return say("The equity mirror shows no gap")


def note(view: MirrorView) -> str:
    """What it is for."""
    if not view.begun:
        return say(
            "Count who lives here, who decides and who works for it, in groups you name. What is "
            "missing goes to memo, agreement and the director's profile."
        )
    return say("What is missing goes to memo, agreement, the director's profile and Process.")


def rule_line(view: MirrorView) -> Sentence:
    """What makes a gap, and what is never shown."""
    least, people = view.rule["four_fifths"], view.rule["people_short"]
    share = Figure(
        percent(least.value),
        least.value,
        "share",
        told(say("Share of its share in the community below which a group is missing")),
        _rule("four_fifths"),
        least.source,
        least.assumed,
    )
    short = Figure(
        count(int(people.value)),
        people.value,
        "people",
        told(say("People of a group who must be missing at least")),
        _rule("people_short"),
        people.source,
        people.assumed,
    )
    return told(
        say(
            "A gap: a group's share is below {share} of its share in the community, and it is "
            "short by {people} or more. We assume that, after a federal rule on hiring. One "
            "to three people are never shown as a number, nor what would tell it."
        ),
        share=share,
        people=short,
    )


def rule_note(view: MirrorView, catalog: Catalog) -> str:
    """The same with where the rule stands."""
    source = catalog.source(view.rule["four_fifths"].source)
    return say("{rule} Source: {source}.", rule=rule_line(view).plain, source=source.title)


def _rule(id: str) -> str:
    return at("data/guidance.yaml", GUIDANCE, "figures", id)


def lines(view: MirrorView, gaps: Sequence[Gap]) -> tuple[Sentence, ...]:
    """Everything that is missing, one sentence each: these gaps first."""
    return (*_gap_lines(view, gaps), *_practices(view), *_unsplit(view), *_not_said(view))


def _gap_lines(view: MirrorView, gaps: Sequence[Gap]) -> tuple[Sentence, ...]:
    """Who is missing where."""
    found = []
    for body in view.bodies:
        here = [one for one in gaps if one.body is body]
        if here:
            groups = in_a_row([_with_shares(view, one) for one in here])
            found.append(
                told(say("Too few {where}: {groups}."), where=where(view, body), groups=groups)
            )
        for one in here:
            if one.apart:
                said = say("Seen only where groups meet: {group}, {where}.")
                found.append(told(said, group=own(one.group.label), where=where(view, body)))
    return tuple(found)


def _with_shares(view: MirrorView, one: Gap) -> Sentence:
    here = share(view, one.body, one.group)
    there = share(view, view.community, one.group) if view.community else None
    if here is None or there is None:
        return own(one.group.label)
    return told(
        say("{group} ({here}; community {there})"),
        group=own(one.group.label),
        here=here,
        there=there,
    )


def _practices(view: MirrorView) -> Iterator[Sentence]:
    for practices, said in (
        (view.lacking, say("Not our practice yet: {names}.")),
        (view.unknown, say("We do not know whether it is our practice: {names}.")),
    ):
        if practices:
            yield told(said, names=in_a_row([known(inside(one.label)) for one in practices]))


def _unsplit(view: MirrorView) -> Iterator[Sentence]:
    if view.unsplit:
        said = say("Split by no group, so nobody sees who fares worse: {names}.")
        yield told(said, names=named(view.unsplit))


def _not_said(view: MirrorView) -> Iterator[Sentence]:
    if view.groups and view.community is None:
        yield told(say("Nobody is counted in the community yet, so there is nothing to compare."))
    for body in view.bodies:
        if body.total is None and view.groups:
            yield told(say("Not said: how many people there are {where}."), where=where(view, body))


def to_talk_about(bundle: Bundle, catalog: Catalog) -> str:
    """How many of the questions on equity wait for an answer, and where."""
    asked = [one for one in catalog.prompts if one.about == "equity"]
    held = {one.question for one in answers_in_sight(bundle) if one.answer}
    left = sum(one.id not in held for one in asked)
    if not left:
        return say("Every question on equity under Talk about this has its answer.")
    return say_count(
        "{n} of {all} questions on equity under Talk about this waits for an answer.",
        "{n} of {all} questions on equity under Talk about this wait for an answer.",
        left,
        n=count(left, opening=True),
        all=count(len(asked)),
    )


def compared(view: MirrorView) -> bool:
    """Whether any group can be held against its share in the community."""
    community = view.community
    return community is not None and any(
        community.share(group.id) is not None
        and isinstance(body.total, int)
        and body.counts.get(group.id) is not None
        for body in view.bodies
        if body is not community
        for group in view.groups
    )


def where(view: MirrorView, body: Body) -> Sentence:
    """In which body, in the middle of a sentence."""
    host = own(view.hosts.get(body.host, body.host))
    return told(say(WHERE[body.kind]), host=host) if body.host else told(say(WHERE[body.kind]))


def label(view: MirrorView, body: Body) -> Sentence:
    """What a body is called at the head of a column."""
    return own(view.hosts.get(body.host, body.host)) or told(say(body.kind.in_words))


def share(view: MirrorView, body: Body, group: PeopleGroup) -> Figure | None:
    """A group's share of a body; None where it must not be shown, or nobody has said."""
    part = body.share(group.id)
    if part is None or view.everybody is None or not body.is_told:
        return None
    what = told(say("Share of {group}, {where}"), group=own(group.label), where=where(view, body))
    steps = (str(body.kind), *((body.host,) if body.host else ()))
    places = [at(MAKEUP, id, *steps) for id in (group.id, view.everybody.id)]
    return Figure(percent(part), part, "share", what, of("share_of", *places))


def cell(view: MirrorView, body: Body, group: PeopleGroup) -> Sentence:
    """How much of a body a group is, as far as it may be shown."""
    people = body.counts.get(group.id)
    if people is None:
        return told(say("not said"))
    if (figure := share(view, body, group)) is not None:
        return told(say("{share}"), share=figure)
    if people == 0:
        return told(say("nobody"))
    if not body.is_told_in_words:
        return told(say("not shown"))
    return told(say("a few")) if people == FEW else told(say("four or more"))


def about_group(view: MirrorView, group: PeopleGroup) -> tuple[str, ...]:
    """What is known of a group, in lines; of everybody, how many there are."""
    shares = []
    for body in view.bodies:
        people = body.total if group.everybody else body.counts.get(group.id)
        if people is None:
            continue
        all_of_them = words(f"{people:,}") if isinstance(people, int) else told(say("a few"))
        slots = {"people": all_of_them if group.everybody else cell(view, body, group)}
        if body.host:
            slots["host"] = own(view.hosts.get(body.host, body.host))
        shares.append(told(say(SHARES[body.kind]), **slots).plain)
    made = [one.label for one in view.groups if one.id in group.parts]
    return (
        " · ".join(shares),
        say("who is both: {groups}", groups=" + ".join(made)) if made else "",
        say("brings: {what}", what=group.brings) if group.brings else "",
    )


def conditions(view: MirrorView) -> tuple[Sentence, ...]:
    """What the agreement with the host says for it."""
    found = []
    for kind, said in CONDITIONS.items():
        here = {one.group.id: one.group for one in view.ours if one.body.kind is kind}
        if here:
            row = in_a_row([own(one.label) for one in here.values()])
            found.append(told(say(said), groups=row))
    found += [known(one.settles) for one in view.lacking]
    if view.unsplit:
        said = say("The host splits by group what no measure shows so yet: {names}.")
        found.append(told(said, names=named(view.unsplit)))
    if view.asks_for_something:
        said = say("We look into the equity mirror again, together, {when}.")
        found.append(told(said, when=again(view)))
    return tuple(found)


def sought(view: MirrorView) -> tuple[Sentence, ...]:
    """What the director's profile says for it."""
    found = [known(one.seeks) for one in view.lacking]
    if view.missing:
        row = in_a_row([own(one.label) for one in view.missing])
        found.insert(
            0, told(say("Has the trust of people who are missing here: {groups}."), groups=row)
        )
    return tuple(found)


def again(view: MirrorView) -> Sentence:
    """By when we look again: the month that was said, else the usual time."""
    if view.again:
        what = told(say("Month in which we look into the equity mirror again"))
        place = at("workshop.yaml", "initiative", "mirror_again")
        figure = Figure(month(view.again), view.again, "month", what, place)
        return told(say("by {month}"), month=figure)
    fact = view.rule["look_again_after"]
    months = Figure(
        count(int(fact.value)),
        fact.value,
        "months",
        told(say("Months after which we look into the equity mirror again")),
        _rule("look_again_after"),
        fact.source,
        fact.assumed,
    )
    return told(say("within {months} months"), months=months)
