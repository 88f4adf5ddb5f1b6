"""The room in words: who is here, how many are done, how long the timer runs, what happens next."""

from collections.abc import Sequence
from datetime import datetime

from cidesign.acts.open_round import next_round
from cidesign.acts.progress import Asked, OfMember, Progress
from cidesign.domain.figures import count
from cidesign.domain.person import Presence, Role
from cidesign.domain.workshop import Bundle
from cidesign.text import mark, say, say_count
from cidesign.views.room.view import MEMBER, RoomView, Row
from cidesign.views.score import words as score_words

ROLES = {
    Role.OPERATOR: mark("Runs the server"),
    Role.FACILITATOR: mark("Facilitator"),
    Role.MEMBER: mark("Member"),
    Role.OBSERVER: mark("Observer"),
    Role.SCRIBE: mark("Scribe"),
}
CAME = {
    Presence.INVITED: mark("has a link"),
    Presence.JOINED: mark("here"),
    Presence.ASKS: mark("waits at the door"),
    Presence.GONE: mark("was sent away"),
}
MAY = {
    Role.FACILITATOR: mark("Leads the room as you do."),
    Role.SCRIBE: mark("Writes down what is decided."),
    Role.OBSERVER: mark("Reads along and changes nothing."),
}


def alone() -> tuple[str, str]:
    """What the page says where one device serves all."""
    return (
        say("Everybody uses this one device."),
        say(
            "To let phones in, stop the app and start it with “cidesign serve --share”; this page "
            "then shows the code of the room, who is here and who is done."
        ),
    )


def note(bundle: Bundle) -> str:
    """Where the selection stands."""
    return say(bundle.workshop.stage.label)


def answer(view: RoomView) -> str:
    """Who is here and how many are done with what is asked, for whoever leads the room."""
    if not view.rows:
        return say("Nobody is on the committee yet.")
    all = count(len(view.rows))
    here_told = say_count(
        "{n} of {all} members is here",
        "{n} of {all} members are here",
        view.here,
        n=count(view.here, opening=True) if view.here else say("None"),
        all=all,
    )
    found = view.progress
    if found.done is None or not view.here:
        return f"{here_told}."
    return say("{here}. {done}", here=here_told, done=total(found))


def answer_to_all(bundle: Bundle, progress: Progress) -> str:
    """What everybody reads: a total, or where the selection stands."""
    told = total(progress)
    return told or score_words.answer(bundle)


def total(progress: Progress) -> str:
    """How many are done with what is asked; empty where that is not told."""
    done, all = progress.done, count(progress.of)
    if done is None:
        return ""
    said = count(done, opening=True) if done else say("None")
    if progress.asked is Asked.WEIGHTS:
        return say_count(
            "{n} of {all} members has given weights.",
            "{n} of {all} members have given weights.",
            done,
            n=said,
            all=all,
        )
    if progress.asked is Asked.TIES:
        return say_count(
            "{n} of {all} members has said who is tied to whom.",
            "{n} of {all} members have said who is tied to whom.",
            done,
            n=said,
            all=all,
        )
    return say_count(
        "{n} of {all} members is done with every sheet.",
        "{n} of {all} members are done with every sheet.",
        done,
        n=said,
        all=all,
    )


def next_up(bundle: Bundle) -> str:
    """What happens now and next, for everybody in the room."""
    shop = bundle.workshop
    if shop.has_a_backbone:
        return say("A backbone works already, so no host is scored here.")
    if shop.stage.is_final:
        return say("The selection is final; nothing more is scored.")
    if shop.round_is_open:
        told = say(
            "Each member scores on her own phone. When the facilitator closes the round, all see "
            "the result at once, on the page Compare."
        )
        if shop.round > 1:
            again = say("What was scored before stands until its owner changes it.")
            return f"{told} {again}"
        return told
    if shop.stage.round_was_closed:
        return say(
            "The round is closed. Look at Compare together, talk about where you differ, then "
            "decide, or open another round."
        )
    if lacking := score_words.wanting(bundle):
        return " ".join(lacking)
    return say(
        "First each member says whether anything ties her to a candidate. Then the facilitator "
        "opens round {round}, and all score at once.",
        round=next_round(bundle),
    )


def here(row: Row) -> str:
    """How far somebody has come as this member."""
    if row.presence is None:
        return say("no link yet")
    return say(CAME[row.presence])


def done(one: OfMember) -> str:
    """How far a member is: what she has declared and filled, in counts alone."""
    ties = say("ties declared") if one.declared else say("ties not declared")
    return f"{ties} · {sheets(one)}" if one.sheets else ties


def sheets(one: OfMember) -> str:
    """How many of her sheets lack nothing."""
    return say_count(
        "{n} of {all} sheet complete",
        "{n} of {all} sheets complete",
        one.sheets,
        n=one.complete,
        all=one.sheets,
    )


def of_members(view: RoomView) -> list[dict[str, str]]:
    """The table of who is here and who is done, with what is asked where the selection stands; the
    panel's one sheet comes last.
    """
    listed = {row.member.id for row in view.rows}
    rows = [(row.member, here(row)) for row in view.rows]
    rows += [(one, "–") for one in view.progress.members if one.id not in listed]
    return [
        {say("Member"): one.name, say("Joined"): came, **_done(one, view.progress.asked)}
        for one, came in rows
    ]


def _done(one: OfMember, asked: Asked) -> dict[str, str]:
    yes, no = say("yes"), say("not yet")
    weights = {say("Weights"): yes if one.weighed else no}
    ties = {say("Ties declared"): yes if one.declared else no}
    if asked is Asked.WEIGHTS:
        return weights
    if asked is Asked.TIES:
        return ties  # the rules are sealed, so that nobody weighs any more
    if asked is Asked.SHEETS:
        return {**ties, say("Sheets"): _counted(one)}
    return {}


def _counted(one: OfMember) -> str:
    if not one.is_asked(Asked.SHEETS):
        return "–"
    if one.has_done(Asked.SHEETS):
        return say("{n} of {all}, done", n=one.complete, all=one.sheets)
    return say("{n} of {all}", n=one.complete, all=one.sheets)


def ends_unused() -> str:
    """What a new link does to one that nobody has used."""
    return say("A link that was given before, and not used, leads nowhere then.")


def ends(name: str, presence: Presence, *, away: bool) -> str:
    """What ends where somebody gets a new link, or is sent away: told before it is pressed."""
    if away:
        return say(
            "{name} comes in no more by the link she has, and her phone is sent to the door. What "
            "she gave stays.",
            name=name,
        )
    if presence is Presence.JOINED:
        return say(
            "{name} is here by the link she has. It ends at once, and her phone is sent to the "
            "door until she opens the new one. What she gave stays.",
            name=name,
        )
    return say("The link that {name} was given leads nowhere then.", name=name)


def knocks(names: Sequence[str]) -> str:
    """That somebody waits at the door, to who may let her in on this page."""
    return say("{waits} You let people in at the top of this page.", waits=waits(names))


def waits(names: Sequence[str]) -> str:
    """That somebody waits at the door, to who may let her in."""
    if len(names) > 1:
        return at_the_door(len(names))
    return say("{name} waits at the door.", name=names[0])


def at_the_door(people: int) -> str:
    """How many wait there, for the wall: no names."""
    return say_count(
        "{n} person waits at the door.",
        "{n} people wait at the door.",
        people,
        n=count(people, opening=True),
    )


def come_as(view: RoomView, id: str) -> str:
    """As what somebody at the door is let in, in words."""
    names = {row.member.id: row.member.name for row in view.rows}
    if id.startswith(MEMBER):
        return say("member: {name}", name=names[id.removeprefix(MEMBER)])
    return say(ROLES[Role(id)])


def time_left(ends_at: datetime, now: datetime) -> str:
    """How long the timer still runs, in minutes and seconds."""
    seconds = round((ends_at - now).total_seconds())
    if seconds <= 0:
        return time_is_up()
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02}"


def time_is_up() -> str:
    """In place of the time that is left, once there is none."""
    return say("Time is up")


def missing(view: RoomView) -> tuple[str, ...]:
    """Who is not done with what is asked now, by name and count, before a round is closed."""
    asked = view.progress.asked
    return tuple(
        say("{name}: {done}", name=one.name, done=done(one))
        for one in view.progress.members
        if one.is_asked(asked) and not one.has_done(asked)
    )
