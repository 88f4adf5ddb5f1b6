"""Whether the host follows from who holds the grant, convened, funds, chairs or chooses, in words:
for the pages on the choice and for the memo.
"""

from collections.abc import Iterator, Mapping, Sequence

from cidesign.acts.own_votes import own_votes, sits_for
from cidesign.domain.apart import as_seen
from cidesign.domain.figures import count, listed
from cidesign.domain.positions import OwnVotes, Position, candidate_of, elsewhere, incumbents
from cidesign.domain.workshop import Bundle
from cidesign.text import say, say_count
from cidesign.text.sentence import Sentence, in_a_row, own, together, told, words


def written(bundle: Bundle, position: Position) -> str:
    """Who holds a position as people read it: a candidate by its name; empty where nobody said."""
    said = bundle.workshop.positions.get(position, "")
    found = candidate_of(said, bundle.candidates)
    return found.label if found else said


def as_kept(bundle: Bundle, said: str) -> str | None:
    """What somebody wrote as the record keeps it: a candidate's id, or the name; None: nothing."""
    found = candidate_of(said, bundle.candidates)
    return found.id if found else " ".join(said.split()) or None


def hint(position: Position) -> str:
    """What to write where the answer may be ourselves; empty elsewhere."""
    return say("Such as the steering committee") if position is Position.DECIDES else ""


def chosen_by_us(bundle: Bundle) -> bool:
    """Whether somebody wrote that the committee itself chooses the backbone."""
    ours = (
        *(say("the steering committee"), say("steering committee"), say("the committee")),
        *(say("committee"), say("we"), say("ourselves"), bundle.workshop.name),
    )
    said = as_seen(bundle.workshop.positions.get(Position.DECIDES, ""))
    return bool(said) and said in {as_seen(one) for one in ours}


def _held(bundle: Bundle) -> Mapping[Position, str]:
    """The positions others than the committee itself hold."""
    positions = bundle.workshop.positions
    if not chosen_by_us(bundle):
        return positions
    return {one: whom for one, whom in positions.items() if one is not Position.DECIDES}


def only_one(bundle: Bundle) -> str:
    """The id of the only candidate that may be chosen, where it holds a position; else empty."""
    held = incumbents(bundle.workshop.positions, bundle.candidates)
    able = [one.id for one in bundle.candidates if one.eligible]
    return able[0] if len(able) == 1 and able[0] in held else ""


def cautions(bundle: Bundle) -> tuple[str, ...]:
    """What to know before anybody scores: that the only candidate holds a position already, or that
    members who would score such a one sit there for it.
    """
    return tuple(_cautions(bundle))


def _cautions(bundle: Bundle) -> Iterator[str]:
    held = incumbents(bundle.workshop.positions, bundle.candidates)
    names = {one.id: one.label for one in bundle.candidates}
    if alone := only_one(bundle):
        yield say(
            "{candidate} is the only candidate, and it {does}. Is it chosen, or does it follow? "
            "Ask others too, or write why not.",
            candidate=names[alone],
            does=does(held[alone]),
        )
    for id, positions in held.items():
        if Position.DECIDES in positions and id != alone:
            yield say(
                "{candidate} is a candidate and {does}. Let those choose who have nothing to win "
                "by it, or take it off the list.",
                candidate=names[id],
                does=does(positions),
            )
        aside = {one.rater for one in bundle.recusals if one.candidate == id}
        if own_members := sits_for(bundle, id) - aside:
            yield say_count(
                "{n} of {all} members sits on the committee for {candidate}, which {does}. Unless "
                "she steps aside, her scores of it count.",
                "{n} of {all} members sit on the committee for {candidate}, which {does}. Unless "
                "they step aside, their scores of it count.",
                len(own_members),
                n=count(len(own_members), opening=True),
                all=count(len(bundle.workshop.members)),
                candidate=names[id],
                does=does(positions),
            )


def elsewhere_lines(bundle: Bundle) -> tuple[str, ...]:
    """Which other organizations hold a position, and what that asks of us."""
    return tuple(
        " ".join(_elsewhere(name, positions))
        for name, positions in elsewhere(_held(bundle), bundle.candidates).items()
    )


def _elsewhere(name: str, positions: Sequence[Position]) -> Iterator[str]:
    yield say(
        "{name} {does} and is no candidate. Agree with it what changes when a host is chosen.",
        name=name,
        does=does(positions),
    )
    if Position.DECIDES in positions:
        yield say(
            "A backbone that others pick for us is trusted less. Agree too what the committee "
            "decides itself, and how partners are heard."
        )


def after_the_close(bundle: Bundle) -> tuple[str, ...]:
    """What to know before choosing: what the first place owes to the leader's own members."""
    found = bundle.own or own_votes(bundle)
    names = {one.id: one.label for one in bundle.candidates}
    if alone := only_one(bundle):
        held = incumbents(bundle.workshop.positions, bundle.candidates)
        return (
            say(
                "{candidate} is the only one to choose, and it {does}.",
                candidate=names[alone],
                does=does(held[alone]),
            ),
        )
    if found is None:
        return ()
    return (_their_votes(found, bundle, names), _without_them(found, names).plain)


def _their_votes(found: OwnVotes, bundle: Bundle, names: Mapping[str, str]) -> str:
    held = incumbents(bundle.workshop.positions, bundle.candidates)
    return say_count(
        "{candidate} comes first, and it {does}; {n} of its {all} raters sits there for it.",
        "{candidate} comes first, and it {does}; {n} of its {all} raters sit there for it.",
        found.own,
        candidate=names[found.candidate],
        does=does(held[found.candidate]),
        n=count(found.own),
        all=count(found.raters),
    )


def _without_them(found: OwnVotes, names: Mapping[str, str]) -> Sentence:
    if not found.order:
        return told(
            say(
                "The order without their scores is not shown: it takes four raters of each "
                "candidate who stay and four who go, or it would tell what single people gave."
            )
        )
    order = in_a_row([_tier(tier, names) for tier in found.order])
    if found.decide:
        return told(
            say("Without their scores it would not come first alone; the order is: {order}."),
            order=order,
        )
    return told(say("Without their scores it stays first; the order is: {order}."), order=order)


def _tier(ids: Sequence[str], names: Mapping[str, str]) -> Sentence:
    if len(ids) == 1:
        return own(names[ids[0]])
    return told(say("{candidates} level"), candidates=in_a_row([own(names[id]) for id in ids]))


def does(positions: Sequence[Position]) -> str:
    """What its holder does, as the end of a sentence."""
    return listed([say(one.in_words) for one in positions])


def disclosed(bundle: Bundle) -> tuple[Sentence, ...]:
    """What the memo tells of it; nothing where nobody has said who holds what."""
    held = incumbents(bundle.workshop.positions, bundle.candidates)
    names = {one.id: one.label for one in bundle.candidates}
    alone, found = only_one(bundle), bundle.own or own_votes(bundle)
    lines = []
    for id, positions in held.items():
        said = [told(say("{name} {does}."), name=own(names[id]), does=words(does(positions)))]
        if id == alone:
            said.append(told(say("It was the only candidate that could be chosen.")))
        if found and found.candidate == id:
            said.append(told(say("Members who sit on the committee for it scored it.")))
            said.append(_without_them(found, names))
        lines.append(together(said))
    lines += [
        told(
            say("{name} {does}, and is no candidate."), name=own(name), does=words(does(positions))
        )
        for name, positions in elsewhere(_held(bundle), bundle.candidates).items()
    ]
    if chosen_by_us(bundle):
        lines.append(told(say("The steering committee itself chooses the backbone.")))
    return tuple(lines)
