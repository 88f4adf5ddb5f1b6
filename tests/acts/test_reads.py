"""What a person may read: a planted score, reason and name are searched in everything her record
holds, for each role, in each stage, own and others', free and stepped aside.
"""

from dataclasses import fields, is_dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from cidesign.acts.give_score import GiveScore
from cidesign.acts.reads import may_open, seen_by
from cidesign.acts.sheets import sheets_of
from cidesign.domain.panel import Letter
from cidesign.domain.person import OPERATOR, ROLES, Person, Role
from cidesign.domain.stage import STAGES
from cidesign.record import read_files
from cidesign.value import rank
from cidesign.views.compare.letters import lettered
from tests.views.compare import panels

SCORE = "3.1415926"
REASON, STRENGTH, CONCERN = "PLANTED-REASON", "PLANTED-STRENGTH", "PLANTED-CONCERN"
TIE, NOTE, TYPED, WEIGHT = "PLANTED-TIE", "PLANTED-NOTE", "PLANTED-TYPIST", "31.41592"
PAPER, UNKNOWN, BESIDE = "PLANTED-PAPER", "PLANTED-FILE", "PLANTED-COLUMN"
ON_HOST, ON_TEAM = "PLANTED-ON-HOST", "PLANTED-ON-TEAM"
RULES = panels.RULES.replace("step: 1}", "step: 0.0000001}").replace(
    "step: 1, levels", "step: 0.0000001, levels"
)
LETTERS = {"ana": "Q", "ben": "K", "chi": "X"}
OPEN = {stage.id for stage in STAGES if stage.round_is_open}
CLOSED = {stage.id for stage in STAGES if stage.round_was_closed}


def record(stage, *, names="letters", score=SCORE, extra=""):
    """Ben has scored, written, weighed and stepped aside; Ana has scored too; Chi has not declared.
    Everything of Ben's is planted.
    """
    scores = (
        panels.HEAD.replace("seq", "seq,remark of the typist")
        + f"ben,oak,trust,2.7182818,1,{REASON},paper,{TYPED},1,{BESIDE}\n"
        + f"ben,oak,trust,{score},1,{REASON},paper,{TYPED},3,{BESIDE}\n"
        + f"ben,oak,reach,{score},2,,,,4,\n"
        + "ana,oak,trust,4,1,Mine,phone,,2,\n"
        + extra
    )
    files = {
        "workshop.yaml": f"name: Mill Creek\n{panels.MEMBERS}stage: {stage}\nround: 2\n",
        "rules.yaml": RULES + f"names: {names}\n" + panels.SEAL,
        "candidates.csv": panels.CANDIDATES.replace("yes,40,seen", f"yes,40,{BESIDE}"),
        "scores.csv": scores,
        "reasons.csv": "rater,candidate,strength,concern,round,seq\n"
        f"ben,oak,{STRENGTH},{CONCERN},1,1\nana,oak,Fast,Slow,1,2\n",
        "weights.csv": f"member,criterion,weight\nben,trust,{WEIGHT}\nana,trust,10\n",
        "recusals.csv": f"rater,candidate,kind,reason\nben,elm,family,{TIE}\n",
        "declarations.csv": "rater,candidate\nana,oak\nana,elm\nben,oak\n",
        "notes.csv": "candidate,criterion,round,note,by,at,seq\n"
        f"oak,trust,1,{NOTE},,2026-01-02,1\n",
        "answers.csv": "question,page,answer\n"
        f"compare_losers,compare,{ON_HOST}\nteam_mirror,team,{ON_TEAM}\n",
        "applications/oak/answers.txt": PAPER,
        "applications/elm/answers.txt": PAPER,
        "applications/nobody/answers.txt": PAPER,
        "old scores.csv": UNKNOWN,
        "ledger.jsonl": UNKNOWN,
        "private.jsonl": UNKNOWN,
    }
    return read_files({path: text.encode() for path, text in files.items()})


def many(stage, *, names="letters", extra=""):
    """All four have scored the same, and nobody has stepped aside: letters tell nobody."""
    rows = [
        f"{who},{candidate},trust,{level},1,{REASON},,,{seq},"
        for seq, (who, candidate, level) in enumerate(
            (
                (who, candidate, 1 + (place + turn) % 5)
                for place, who in enumerate(("ana", "ben", "chi", "dee"))
                for turn, candidate in enumerate(("oak", "elm"))
            ),
            start=10,
        )
    ]
    head = panels.HEAD.replace("seq", "seq,remark of the typist")
    files = {
        **record(stage, names=names).files,
        "scores.csv": (head + "\n".join(rows) + "\n" + extra).encode(),
        "recusals.csv": b"rater,candidate\n",
    }
    return read_files(files)


def whole(value):
    """Everything a value holds, as one text: files by their bytes, models by their fields."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, BaseModel):
        return whole(value.model_dump())
    if is_dataclass(value):
        return "\n".join(whole(getattr(value, one.name)) for one in fields(value))
    if hasattr(value, "items"):
        return "\n".join(f"{whole(key)}: {whole(one)}" for key, one in value.items())
    if isinstance(value, list | tuple | set | frozenset):
        return "\n".join(whole(one) for one in value)
    return str(value)


def found(person, stage, **more):
    """Which of the planted things this person's record holds anywhere."""
    text = whole(seen_by(person, record(stage, **more), letters=LETTERS, salt="s"))
    planted = (SCORE, REASON, STRENGTH, CONCERN, TIE, NOTE, TYPED, WEIGHT, PAPER, UNKNOWN, BESIDE)
    planted += (ON_HOST, ON_TEAM)
    return {one for one in planted if one in text}


def person(role, member=""):
    return Person("p1", role, "P", member, "w")


BEN, ANA, CHI = (person(Role.MEMBER, id) for id in ("ben", "ana", "chi"))
FACILITATOR, OBSERVER, SCRIBE = (
    person(role) for role in (Role.FACILITATOR, Role.OBSERVER, Role.SCRIBE)
)
OTHERS = (OPERATOR, FACILITATOR, OBSERVER, SCRIBE, ANA, CHI, person(Role.FACILITATOR, "ana"))
HERS = {SCORE, REASON, STRENGTH, CONCERN, TIE, TYPED, WEIGHT}


def test_every_planted_thing_is_in_the_record():
    text = whole(record("scoring"))

    assert all(one in text for one in (*HERS, NOTE, PAPER, UNKNOWN, BESIDE, ON_HOST, ON_TEAM))


@pytest.mark.parametrize("stage", STAGES, ids=lambda one: one.id)
@pytest.mark.parametrize("who", OTHERS, ids=lambda one: f"{one.role}{one.member}")
def test_what_others_see_of_bens(who, stage):
    """Role by stage: nothing of his while a round is open; after it what the committee may read.
    He alone stepped aside, so a sheet by letter would tell that it is his.
    """
    seen = found(who, stage.id)

    facilitates = who.role in (Role.OPERATOR, Role.FACILITATOR)
    committee = who.role is not Role.OBSERVER
    expected = {TIE} if facilitates else set()
    expected |= {PAPER, BESIDE} if facilitates or who.member == "ana" else set()
    expected |= {ON_TEAM} if committee else set()
    if stage.id not in OPEN:
        expected |= {NOTE, ON_HOST} if committee else set()
        expected |= {SCORE, REASON, STRENGTH, CONCERN, WEIGHT} if facilitates else set()
    assert seen == expected


@pytest.mark.parametrize("stage", STAGES, ids=lambda one: one.id)
def test_what_ben_sees_of_his_own(stage):
    expected = {*HERS, PAPER, BESIDE, ON_TEAM}
    expected |= {NOTE, ON_HOST} if stage.id not in OPEN else set()

    assert found(BEN, stage.id) == expected
    mine = seen_by(BEN, record(stage.id), letters=LETTERS)
    assert sum(sheet.saved for sheet in sheets_of(mine, "ben")) == 2


@pytest.mark.parametrize("stage", sorted(CLOSED))
@pytest.mark.parametrize("who", OTHERS, ids=lambda one: f"{one.role}{one.member}")
def test_after_the_close_raters_are_letters_in_models_and_in_files(who, stage):
    """Ben's id stands where he is a member, declared and stepped aside; beside no score of his."""
    seen = seen_by(who, record(stage), letters=LETTERS, salt="s")

    beside = [*seen.scores, *seen.remarks]
    letters = {one.rater for one in beside if isinstance(one.rater, Letter)}
    assert {one.rater for one in beside} <= {"K", "Q", "ana"}
    assert ("K" in letters) == who.facilitates
    for path in ("scores.csv", "reasons.csv", "weights.csv"):
        assert b"ben" not in seen.files.get(path, b"")
    assert ("ana" in {one.rater for one in beside}) == (who.member == "ana")


def test_names_are_shown_where_the_rule_sheet_says_so():
    seen = seen_by(CHI, record("scored", names="shown"), letters=LETTERS)

    assert {one.rater for one in seen.scores} == {"ana", "ben"}


def test_everybody_reads_the_same_letters_and_nobody_learns_anothers():
    """Ana is a letter to Chi, and on her own page of results too."""
    drawn = {**LETTERS, "dee": "M"}
    for_ana = seen_by(ANA, many("scored"), letters=drawn)
    for_chi = seen_by(CHI, many("scored"), letters=drawn)

    hers, his = lettered(for_ana), lettered(for_chi)

    assert (
        {one.rater for one in hers.scores} == {one.rater for one in his.scores} == {*drawn.values()}
    )
    assert (dict(for_ana.letters), dict(for_chi.letters)) == ({"ana": "Q"}, {"chi": "X"})
    assert "ben" not in whole([hers.scores, hers.recusals, hers.workshop.members])


@pytest.mark.parametrize("made", [record, many])
@pytest.mark.parametrize("who", OTHERS, ids=lambda one: f"{one.role}{one.member}")
def test_the_points_are_those_of_the_whole_record(who, made):
    whole_record = made("scored")

    seen = lettered(seen_by(who, whole_record, letters=LETTERS))

    told = seen.result or rank(
        seen.rules, seen.scores, recusals=seen.recusals, candidates=seen.candidates
    )
    assert (seen.result is None) == (made is many or who.facilitates)
    points = [(one.candidate, one.points, one.rank) for one in told.standings]
    assert points == [
        (one.candidate, one.points, one.rank)
        for one in rank(
            whole_record.rules,
            whole_record.scores,
            recusals=whole_record.recusals,
            candidates=whole_record.candidates,
        ).standings
    ]


def test_a_letter_never_reads_like_somebodys_id():
    """The rater A of an older table keeps her id; nobody else may be called so."""
    older = "".join(f"A,{one},trust,2,1,,,,{seq},\n" for seq, one in ((8, "oak"), (9, "elm")))
    seen = seen_by(CHI, many("scored", extra=older), letters={"ben": "A"})

    assert "A" not in {one.rater for one in seen.scores}
    assert len({one.rater for one in seen.scores}) == 5


def test_letters_nobody_has_drawn_follow_from_a_salt():
    """Whoever knows the names cannot work them out: over many salts each rater is each letter."""
    drawn = {
        tuple(
            (one.rater, one.score) for one in seen_by(OBSERVER, many("scored"), salt=str(n)).scores
        )
        for n in range(200)
    }

    assert len(drawn) == 24


@pytest.mark.parametrize("role", ROLES)
def test_an_application_opens_to_who_may_read_it(role):
    """Role by own declaration, own conflict and neither; Ben steps aside for elm, declared oak."""
    whole_record = record("scoring")
    opened = {
        (member, id)
        for member in ("ben", "chi", "")
        for id in ("oak", "elm")
        if may_open(person(role, member), whole_record, id)
    }

    facilitates = role in (Role.OPERATOR, Role.FACILITATOR)
    free = {("chi", "oak"), ("chi", "elm"), ("", "oak"), ("", "elm"), ("ben", "oak")}
    expected = free if facilitates else {("ben", "oak")} if role is Role.MEMBER else set()
    assert opened == expected
    for member in ("ben", "chi", ""):
        seen = seen_by(person(role, member), whole_record)
        paths = {path for path in seen.files if path.startswith("applications/")}
        assert paths == {f"applications/{id}/answers.txt" for one, id in opened if one == member}


def test_the_operator_is_not_the_member_of_the_same_id():
    text = record("scoring", extra="operator,elm,trust,1.2345,1,,,,9,\n")

    assert "1.2345" not in whole(seen_by(OPERATOR, text))


def test_an_agreed_score_is_for_whoever_enters_it_while_the_round_is_open():
    agreed = read_files(
        {
            **record("scoring").files,
            "rules.yaml": (RULES + "aggregation: consensus\n" + panels.SEAL).encode(),
            "scores.csv": (panels.HEAD + f"panel,oak,trust,{SCORE},1,,,,1\n").encode(),
        }
    )

    seen = {one.role for one in (*OTHERS, BEN) if SCORE in whole(seen_by(one, agreed))}

    assert seen == {Role.OPERATOR, Role.FACILITATOR, Role.SCRIBE}


hidden = st.lists(
    st.tuples(
        st.sampled_from(["ben", "dee", "stranger"]),
        st.sampled_from(["oak", "elm", "ash"]),
        st.sampled_from(["trust", "reach"]),
        st.sampled_from(["1", "2.5", "5", ""]),
        st.sampled_from(["1", "2"]),
    ),
    unique_by=lambda one: (one[0], one[1], one[2], one[4]),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(first=hidden, second=hidden, who=st.sampled_from(OTHERS))
def test_while_a_round_is_open_what_one_sees_does_not_depend_on_what_others_gave(
    first, second, who
):
    """Two records that differ in others' scores, remarks and weights alone look the same to her."""
    one, other = (seen_by(who, _with(rows), letters={}, salt="s") for rows in (first, second))

    assert whole(one) == whole(other)
    assert dict(one.files) == dict(other.files)


def _with(rows):
    base = record("scoring")
    table = panels.HEAD + "".join(
        f"{rater},{candidate},{criterion},{score},{turn},,,,{seq}\n"
        for seq, (rater, candidate, criterion, score, turn) in enumerate(rows, start=1)
    )
    table += f"ana,oak,trust,4,1,Mine,phone,,{len(rows) + 1}\n"
    remarks = "rater,candidate,strength,concern,round,seq\n" + "".join(
        f"{rater},{candidate},{score}x,y,{turn},{seq}\n"
        for seq, (rater, candidate, _, score, turn) in enumerate(rows, start=1)
    )
    weights = "member,criterion,weight\n" + "".join(
        f"{rater},{criterion},{len(score) + 1}\n"
        for rater, criterion, score in {
            (rater, criterion): (rater, criterion, score) for rater, _, criterion, score, _ in rows
        }.values()
    )
    files = {"scores.csv": table, "reasons.csv": remarks, "weights.csv": weights}
    return read_files({**base.files, **{path: text.encode() for path, text in files.items()}})


@pytest.mark.parametrize("stage", STAGES, ids=lambda one: one.id)
@pytest.mark.parametrize("who", [*OTHERS, BEN], ids=lambda one: f"{one.role}{one.member}")
def test_the_files_a_reader_gets_say_what_her_record_says(who, stage):
    """Read again from its files alone, the record is the same."""
    seen = seen_by(who, record(stage.id), letters=LETTERS, salt="s")

    again = read_files(dict(seen.files))

    for part in (
        *("workshop", "rules", "candidates", "scores", "remarks", "recusals"),
        *("declarations", "notes", "weights"),
    ):
        assert getattr(seen, part) == getattr(again, part)


def test_her_next_score_goes_on_from_what_she_sees():
    """What she sees is a whole record: acts can be tried on it, and edits come after her last."""
    seen = seen_by(ANA, record("scoring"), letters=LETTERS)

    after = GiveScore(rater="ana", candidate="oak", criterion="trust", score=Decimal(2)).on(seen)

    (sheet,) = (one for one in sheets_of(after, "ana") if one.candidate.id == "oak")
    assert [cell.score for cell in sheet.cells if cell.criterion.id == "trust"] == [Decimal(2)]
