"""What is shown after the close is attacked: by who stepped aside, by what a round adds, by seats,
by adjusted points and by one's own sheet. None of it together tells what one of the others gave.
"""

from collections import Counter, defaultdict
from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cidesign.acts.reads import seen_by
from cidesign.acts.telling import sheets_tell
from cidesign.catalog import load
from cidesign.domain.panel import Letter
from cidesign.domain.person import Person, Role
from cidesign.record import read_files
from cidesign.value import rank
from cidesign.views.compare import words
from cidesign.views.compare.leniency import leniency_view
from cidesign.views.compare.letters import lettered
from cidesign.views.compare.rounds import rounds_view, seats_view
from tests.views.compare import panels

NAMES = ("ana", "ben", "chi", "dee", "eva", "fay", "gus", "hal")
CELLS = tuple(product(("oak", "elm"), ("trust", "reach")))


def person(role, member=""):
    return Person("p1", role, "P", member, "w")


FACILITATOR, OBSERVER, SCRIBE = (
    person(role) for role in (Role.FACILITATOR, Role.OBSERVER, Role.SCRIBE)
)
ANA = person(Role.MEMBER, "ana")
READERS = (OBSERVER, SCRIBE, ANA)


def closed(rows, *, aside=(), seats=(), rules="", members=NAMES):
    """A closed selection: rows of (rater, candidate, criterion, score, round)."""
    listed = ", ".join(
        f"{{id: {one}{f', seat: {seat}' if seat else ''}}}"
        for one, seat in zip(members, [*seats, *[""] * len(members)])
    )
    table = panels.HEAD + "".join(
        f"{rater},{candidate},{criterion},{score},{turn},,,,{seq}\n"
        for seq, (rater, candidate, criterion, score, turn) in enumerate(rows, start=1)
    )
    recusals = "rater,candidate\n" + "".join(f"{who},{one}\n" for who, one in aside)
    files = {
        "workshop.yaml": f"name: Mill Creek\nmembers: [{listed}]\nstage: scored\nround: 2\n",
        "rules.yaml": panels.RULES + rules + panels.SEAL,
        "candidates.csv": panels.CANDIDATES,
        "scores.csv": table,
        "recusals.csv": recusals,
    }
    return read_files({path: text.encode() for path, text in files.items()})


def sheet(rater, level=3, *, only=CELLS, turn=1):
    """Levels that differ from cell to cell, and from rater to rater."""
    return [
        (rater, candidate, criterion, 1 + (level + place) % 5, turn)
        for place, (candidate, criterion) in enumerate(only)
    ]


def sheets(*raters, turn=1):
    return [
        row for rater in raters for row in sheet(rater, 2 * NAMES.index(rater) + turn, turn=turn)
    ]


def known_in_the_room(record):
    """By name: where somebody scored, in which rounds, and for whom she stepped aside."""
    cells, rounds, aside = defaultdict(set), defaultdict(set), defaultdict(set)
    for one in record.scores:
        if one.score is not None:
            cells[one.rater].add((one.candidate, one.criterion))
            rounds[one.rater].add(one.round)
    for one in record.recusals:
        aside[one.rater].add(one.candidate)
    return {who: (cells[who], rounds[who], aside[who]) for who in cells}


def owners(seen, record, reader):
    """The attack on letters: for each letter the names it can be, by all that is known of both."""
    room = known_in_the_room(record)
    letters = known_in_the_room(
        replace(
            seen,
            scores=tuple(one for one in seen.scores if isinstance(one.rater, Letter)),
            recusals=tuple(one for one in seen.recusals if isinstance(one.rater, Letter)),
        )
    )
    return {
        letter: {who for who, told in room.items() if told == known and who != reader.member}
        for letter, known in letters.items()
    }


def told_of_others(record, reader):
    """The fewest names that a letter can be; None where there is no letter to attack."""
    found = owners(seen_by(reader, record, salt="s"), record, reader)
    return min((len(one) for one in found.values()), default=None)


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.role)
def test_letters_of_four_who_scored_the_same_are_shown_and_tell_nobody(reader):
    record = closed(sheets(*NAMES[:4]))

    fewest = told_of_others(record, reader)

    assert fewest == (3 if reader is ANA else 4)


TELLING = {
    "three members": (sheets("ana", "ben", "chi"), ()),
    "one stepped aside": (
        [row for row in sheets(*NAMES) if row[:2] != ("ben", "elm")],
        [("ben", "elm")],
    ),
    "two stepped aside": (
        [row for row in sheets(*NAMES) if row[:2] not in (("ben", "elm"), ("chi", "elm"))],
        [("ben", "elm"), ("chi", "elm")],
    ),
    "one stepped aside after scoring": (sheets(*NAMES), [("ben", "elm")]),
    "one came in the second round": (
        [*sheets(*NAMES[:7]), *sheets(*NAMES, turn=2)],
        (),
    ),
    "one was gone in the second round": ([*sheets(*NAMES), *sheets(*NAMES[:7], turn=2)], ()),
    "one left a gap": (sheets(*NAMES)[:-1], ()),
}


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.role)
@pytest.mark.parametrize("case", TELLING)
def test_where_letters_would_tell_nobody_reads_them_but_who_leads_the_selection(case, reader):
    rows, aside = TELLING[case]
    record = closed(rows, aside=aside)
    other = replace(reader, member="" if reader is not ANA else "ana")

    seen = seen_by(other, record, salt="s")
    hers = {one.rater for one in (*seen.scores, *seen.remarks)} - {other.member}

    assert told_of_others(record, FACILITATOR) < 4
    assert hers == set()
    assert not any(isinstance(one.rater, Letter) for one in seen.recusals)
    assert seen.result is not None
    view = words.shown_view(seen, load())
    assert "would still tell whose it is" in view.missing[0]


@pytest.mark.parametrize("case", TELLING)
def test_everybody_gets_the_places_and_points_all_the_same(case):
    rows, aside = TELLING[case]
    record = closed(rows, aside=aside)
    found = rank(
        record.rules, record.scores, candidates=record.candidates, recusals=record.recusals
    )

    view = words.shown_view(seen_by(OBSERVER, record), load())

    assert [(row.id, row.points, row.rank, row.raters) for row in view.rows] == [
        (one.candidate, one.points, one.rank, one.raters) for one in found.standings
    ]


@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.role)
@pytest.mark.parametrize("case", TELLING)
def test_rounds_seats_and_adjusted_points_are_refused_with_the_sheets(case, reader):
    rows, aside = TELLING[case]
    seen = seen_by(reader, closed(rows, aside=aside, seats=["residents"] * 4))

    adjusted = leniency_view(seen)

    assert (rounds_view(seen, load()), seats_view(seen, load())) == (None, None)
    assert (adjusted.candidates, adjusted.members) == ((), ())
    assert "would tell what single members gave" in adjusted.sentences[0]


def one_by_difference(before, after, joined):
    """The attack on means: what one more rater gave is what the sums differ by."""
    return {
        (one.candidate, criterion): (after_.raters * value - one.raters * one.cells[criterion])
        for one in before.standings
        for after_ in after.standings
        if after_.candidate == one.candidate and after_.raters == one.raters + joined
        for criterion, value in after_.cells.items()
        if value is not None and one.cells[criterion] is not None and criterion != "price"
    }


def test_the_values_of_two_rounds_do_not_tell_what_a_newcomer_gave():
    """The attack works where both values are told, so they are not."""
    first, second = sheets(*NAMES[:4]), sheet("hal", 2, turn=2)
    before, after = closed(first), closed([*first, *second])
    mean = {"candidates": before.candidates}
    whole = [rank(one.rules, one.scores, **mean) for one in (before, after)]
    truth = {(row[1], row[2]): Fraction(row[3]) for row in second}
    was, now = (lettered(seen_by(OBSERVER, one, salt="s")) for one in (before, after))

    assert one_by_difference(*whole, joined=1) == truth
    assert was.result is None
    assert one_by_difference(rank(was.rules, was.scores, **mean), now.result, joined=1) == {}


def test_the_values_before_and_after_a_stepping_aside_do_not_tell_what_she_gave():
    before, after = closed(sheets(*NAMES[:5])), closed(sheets(*NAMES[:5]), aside=[("ben", "elm")])

    now = seen_by(OBSERVER, after)

    assert seen_by(OBSERVER, before, salt="s").result is None
    assert all(value is None for one in now.result.standings for value in one.cells.values())


def test_values_by_criterion_are_told_where_four_stand_behind_each():
    rows = [row for row in sheets(*NAMES) if row[:2] != ("ben", "elm")]
    seen = seen_by(OBSERVER, closed(rows, aside=[("ben", "elm")]))

    told = {(one.candidate, one.cells["trust"]) for one in seen.result.standings[:2]}

    expected = {
        (candidate, Fraction(sum(of_cell), len(of_cell)))
        for candidate in ("oak", "elm")
        for of_cell in [[row[3] for row in rows if row[1:3] == (candidate, "trust")]]
    }
    assert told == expected


def test_a_member_of_three_cannot_work_out_what_another_gave():
    """The attack tries every pair of sheets for the other two and keeps those that fit the points;
    for each of their cells more than one level is left.
    """
    record = closed(sheets("ana", "ben", "chi"))
    seen = seen_by(ANA, record)
    mine = {(one.candidate, one.criterion): one.score for one in seen.scores}
    left = Counter()

    for one in (one for one in seen.result.standings if one.points is not None):
        assert set(one.cells.values()) == {None}
        fits = [
            levels
            for levels in product(range(1, 6), repeat=4)
            if _points(levels, mine, one.candidate) == one.points
        ]
        for place in range(4):
            left[one.candidate, place] = len({levels[place] for levels in fits})

    assert len(left) == 8
    assert min(left.values()) > 1


def _points(levels, mine, candidate):
    """The rule sheet by hand: trust 50 and reach 30 from 1 to 5, a price of 20 from 100 down."""
    price = {"oak": 40, "elm": 20}[candidate]
    trust = Fraction(levels[0] + levels[1] + int(mine[candidate, "trust"]), 3)
    reach = Fraction(levels[2] + levels[3] + int(mine[candidate, "reach"]), 3)
    return 50 * (trust - 1) / 4 + 30 * (reach - 1) / 4 + Fraction(20 * (100 - price), 100)


@pytest.mark.parametrize("reader", [*READERS, FACILITATOR], ids=lambda one: one.role)
def test_with_equal_seats_all_get_the_result_and_no_letter_has_a_seat(reader):
    """A letter with a seat tells who sits there alone, and without seats nothing can be counted."""
    seats = ["residents", "funders", *["partners"] * 6]
    record = closed(sheets(*NAMES), seats=seats, rules="seats: equal\n")
    found = rank(
        record.rules,
        record.scores,
        candidates=record.candidates,
        seats=dict(zip(NAMES, seats)),
    )

    view = words.shown_view(seen_by(reader, record, salt="s"), load())

    assert [(row.id, row.points) for row in view.rows] == [
        (one.candidate, one.points) for one in found.standings
    ]
    assert "would tell who sits there" in view.missing[0]


def test_a_pass_mark_that_was_missed_does_not_tell_the_value():
    low = [(who, "oak", "trust", 1, 1) for who in ("ana", "ben", "chi")]
    record = closed(
        [*low, *[row for row in sheets("ana", "ben", "chi") if row[1:3] != low[0][1:3]]]
    )

    view = words.shown_view(seen_by(OBSERVER, record), load())

    (why,) = [row.unranked_because for row in view.rows if row.id == "oak"]
    assert why == ("Trust is worse than the pass mark of 3",)


def test_weights_of_fewer_than_four_members_are_for_who_makes_the_groups_of_them():
    few = {"weights.csv": b"member,criterion,weight\nben,trust,77\nchi,trust,13\n"}
    record = read_files({**closed(sheets(*NAMES[:4])).files, **few})

    seen = {one.role: {row.weight for row in seen_by(one, record).weights} for one in READERS}

    assert seen == {Role.OBSERVER: set(), Role.SCRIBE: set(), Role.MEMBER: set()}
    assert {int(row.weight) for row in seen_by(FACILITATOR, record).weights} == {77, 13}


def test_weights_of_one_who_scored_nobody_are_not_told_beside_the_sheets():
    """Hal weighed and then stepped aside for both, so his is the letter without a sheet."""
    weights = "member,criterion,weight\n" + "".join(
        f"{who},trust,{10 + place}\n" for place, who in enumerate((*NAMES[:4], "hal"))
    )
    rows, aside = sheets(*NAMES[:4]), [("hal", "oak"), ("hal", "elm")]
    record, other = (
        read_files({**closed(rows, aside=one).files, "weights.csv": weights.encode()})
        for one in (aside, ())
    )
    alone = read_files({**closed(rows).files, "weights.csv": weights.rpartition("hal")[0].encode()})

    seen = seen_by(OBSERVER, record, salt="s")

    assert seen.result is None
    assert seen.weights == seen_by(OBSERVER, other, salt="s").weights == ()
    assert len(seen_by(OBSERVER, alone, salt="s").weights) == 4


def test_words_of_one_who_gave_no_score_are_not_told_under_her_letter():
    words_ = b"rater,candidate,strength,concern,round,seq\nhal,oak,Fast,Slow,1,1\n"
    record = read_files({**closed(sheets(*NAMES[:4])).files, "reasons.csv": words_})

    seen = seen_by(OBSERVER, record, salt="s"), seen_by(SCRIBE, record, salt="s")

    assert [one.remarks for one in seen] == [(), ()]
    assert all(one.result is not None for one in seen)


rows_given = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["oak", "elm"]),
        st.sampled_from(["trust", "reach"]),
        st.integers(1, 5),
        st.sampled_from([1, 2]),
    ),
    unique_by=lambda one: (one[0], one[1], one[2], one[4]),
    max_size=40,
)
aside_for = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["oak", "elm"])), unique=True, max_size=3
)


@settings(max_examples=100, deadline=None)
@given(
    rows=st.one_of(rows_given, st.sampled_from([sheets(*NAMES[:4]), sheets(*NAMES)])),
    aside=aside_for,
    reader=st.sampled_from(READERS),
)
def test_whatever_was_given_a_letter_is_one_of_four_or_not_there(rows, aside, reader):
    record = closed(rows, aside=aside)

    fewest = told_of_others(record, reader)

    assert fewest is None or fewest >= (3 if reader is ANA else 4)


def test_sheets_nobody_filled_in_tell_nothing():
    assert not sheets_tell(closed([]))
