"""The room in words: who is here, who is done, how long is left, what comes next."""

from datetime import UTC, datetime, timedelta

import pytest

from cidesign.acts.progress import Asked, OfMember, Progress
from cidesign.acts.reads import seen_by
from cidesign.domain.person import Person, Presence, Role
from cidesign.views.room import view, words
from tests.views.compare import panels

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
NAMES = {"ana": "Ana Reyes", "ben": "Ben Okafor", "chi": "Chi Tran", "dee": "Dee Walker"}


def member(id, complete=0, *, declared=True, sheets=2):
    return OfMember(id, NAMES.get(id, "The panel"), declared, False, complete, sheets)


def person(id, role=Role.MEMBER, member="", name="X"):
    return Person(id, role, name, member, "w")


def room(people=(), done=0, members=("ana", "ben", "chi", "dee"), asked=Asked.SHEETS):
    found = tuple(member(id, 2 if place < done else 0) for place, id in enumerate(members))
    told = Progress(asked, done if members else None, len(members), found)
    return view.room_view(told, members, people)


def here(*ids):
    return tuple((person(id, member=id), Presence.JOINED) for id in ids)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (room((), members=()), "Nobody is on the committee yet."),
        (room(), "None of four members are here."),
        (
            room(here("ana")),
            "One of four members is here. None of four members are done with every sheet.",
        ),
        (
            room(here("ana", "ben"), 1, asked=Asked.TIES),
            "Two of four members are here. One of four members has said who is tied to whom.",
        ),
        (
            room(here("ana", "ben", "chi", "dee"), 4),
            "Four of four members are here. Four of four members are done with every sheet.",
        ),
    ],
)
def test_the_answer_says_who_is_here_and_how_many_are_done(found, said):
    assert words.answer(found) == said


def test_each_member_stands_once_beside_whoever_else_is_here():
    came = (
        *here("ben"),
        (person("p2", member="chi"), Presence.INVITED),
        (person("p3", Role.OBSERVER, name="Obi"), Presence.JOINED),
        (person("p4", name="Late"), Presence.ASKS),
    )

    found = room(came)

    assert [words.here(row) for row in found.rows] == [
        *("no link yet", "here", "has a link", "no link yet"),
    ]
    assert [row.member.id for row in found.without_a_link] == ["ana", "dee"]
    assert [row.member.id for row in found.not_joined] == ["chi"]
    assert [one.name for one, _ in found.others] == ["Obi"]
    assert [one.name for one in found.waiting] == ["Late"]


def test_who_waits_may_come_as_a_member_nobody_has_joined_as():
    found = room(here("ben"))

    assert view.may_come_as(found) == (
        *("member:ana", "member:chi", "member:dee"),
        *("observer", "scribe", "facilitator"),
    )
    assert words.come_as(found, "member:dee") == "member: Dee Walker"
    assert words.come_as(found, "scribe") == "Scribe"


@pytest.mark.parametrize(
    ("name", "as_what"),
    [("ana reyes", "member:ana"), ("Ben Okafor", "observer"), ("Eve", "observer")],
)
def test_somebody_of_a_members_name_most_likely_is_she_unless_she_is_here(name, as_what):
    assert view.probably(room(here("ben")), name) == as_what


@pytest.mark.parametrize(
    ("asked", "columns"),
    [
        (Asked.WEIGHTS, {"Weights": "not yet"}),
        (Asked.TIES, {"Ties declared": "yes"}),
        (Asked.SHEETS, {"Ties declared": "yes", "Sheets": "2 of 2, done"}),
        (Asked.NOTHING, {}),
    ],
)
def test_the_table_tells_of_what_is_asked_now(asked, columns):
    first = words.of_members(room(done=1, asked=asked))[0]

    assert first == {"Member": "Ana Reyes", "Joined": "no link yet", **columns}


def test_who_reads_the_result_alone_is_told_no_count_of_sheets_she_does_not_hold():
    """Ben alone stepped aside, so an observer has no sheet of anybody."""
    given = panels.scores(*(f"{one} oak trust 4" for one in ("ana", "ben", "chi", "dee")))
    aside = "rater,candidate,kind\nben,elm,conflict\n"
    closed = panels.bundle("scored", scores=given, recusals=aside)
    observer = Person("o", Role.OBSERVER, "Obi", "", "w")

    seen = seen_by(observer, closed)

    assert (seen.result is not None, seen.scores) == (True, ())
    assert words.answer_to_all(seen, Progress(Asked.NOTHING, None, 4)) == "Round 1 is closed."


def test_the_panels_one_sheet_comes_last():
    told = Progress(Asked.SHEETS, 0, 1, (member("ana", sheets=0), member("panel", 1)))

    rows = words.of_members(view.room_view(told, ["ana"], ()))

    assert [(row["Member"], row["Joined"], row["Sheets"]) for row in rows] == [
        ("Ana Reyes", "no link yet", "–"),
        ("The panel", "–", "1 of 2"),
    ]


def test_what_is_missing_is_told_by_name_and_count():
    found = (
        member("ana", 2),
        member("ben", 1),
        member("chi", declared=False),
        member("dee", sheets=0),
    )
    told = Progress(Asked.SHEETS, 1, 3, found)

    assert words.missing(view.room_view(told, list(NAMES), ())) == (
        "Ben Okafor: ties declared · 1 of 2 sheets complete",
        "Chi Tran: ties not declared · 0 of 2 sheets complete",
    )


@pytest.mark.parametrize(
    ("asked", "done", "said"),
    [
        (Asked.WEIGHTS, 3, "Three of five members have given weights."),
        (Asked.TIES, 1, "One of five members has said who is tied to whom."),
        (Asked.SHEETS, 0, "None of five members are done with every sheet."),
        (Asked.SHEETS, None, ""),
    ],
)
def test_everybody_reads_a_total_where_one_is_told(asked, done, said):
    assert words.total(Progress(asked, done, 5)) == said


def test_where_no_total_is_told_the_stage_is():
    told = words.answer_to_all(panels.bundle("scoring"), Progress(Asked.SHEETS, None, 3))

    assert told.startswith("Round 1 is open")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "Time is up"), (-5, "Time is up"), (1, "0:01"), (61, "1:01"), (3600, "60:00")],
)
def test_the_time_that_is_left(seconds, said):
    assert words.time_left(NOON + timedelta(seconds=seconds), NOON) == said


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("sealed", "Then the facilitator opens round 1"),
        ("scoring", "Each member scores on her own phone"),
        ("scored", "Look at Compare together"),
        ("final", "nothing more is scored"),
    ],
)
def test_what_comes_next_follows_the_stage(stage, said):
    assert said in words.next_up(panels.bundle(stage))


def test_a_further_round_says_what_stands():
    told = words.next_up(panels.bundle("scoring", more="round: 2\n"))

    assert "stands until its owner changes it" in told


def test_what_must_be_done_first_is_what_comes_next():
    told = words.next_up(panels.bundle("draft", sealed=False))

    assert told.startswith("Scoring waits for the sealed rules.")
