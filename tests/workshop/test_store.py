"""What the store promises: nothing is lost, nothing is doubled, a member is in nobody's way, and
nobody overwrites what they have not seen.
"""

import os
import stat
import threading
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import event, select

from cidesign.acts.close_round import CloseRound
from cidesign.acts.give_score import GiveScore
from cidesign.acts.set_keys import SetKeys
from cidesign.acts.step_aside import StepAside
from cidesign.domain.person import Person, Role
from cidesign.domain.problem import BadInput
from cidesign.workshop import Conflict, NoSuchWorkshop, Store, default_url, reading
from cidesign.workshop.tables import everything
from tests.workshop.bundles import FILES, ODD_SCORES, bundle, scoring, years

ANA = GiveScore(rater="ana", candidate="oak", criterion="reach", score=Decimal(4))
RENAMED = SetKeys(
    of="initiative", path="workshop.yaml", thing="the name", changes=((("name",), "Ours, touched"),)
)


def test_what_was_kept_comes_back_byte_for_byte_after_a_restart(url):
    every_byte = bytes(range(256))
    files = {"workshop.yaml": b"name: Ours\n", "raw.txt": every_byte, "none.txt": b""}
    with Store(url) as before:
        id = before.create(bundle("Ours", raw=every_byte, none=b""))

    with Store(url) as after:
        kept = after.read(id)
        exported = after.exported(id)

    assert kept.bundle.files == files
    assert exported.files == files
    assert (kept.id, kept.revision) == (id, 1)


def test_scores_leave_every_other_file_as_it_was_and_the_table_keeps_its_own_columns(store):
    id = store.create(scoring(scores_csv=ODD_SCORES))

    store.do(id, ANA, nonce="a")

    after = store.exported(id).files
    assert {path: after[path] for path in FILES} == FILES
    assert after["scores.csv"] == (
        b"rater,candidate,criterion,score,comment,seq,round,reason,via,entered_by\r\n"
        b'ana,oak,reach,4,"two\r\nlines",1,,,,\r\n'
        b"ben,oak,reach,2,kept,2,,,,\r\n"
        b"ana,oak,reach,4,,3,1,,,\r\n"
    )


def test_an_act_on_a_document_replaces_it_and_no_other_is_written(store):
    id = store.create(scoring())
    written = []

    def watch(_connection, _cursor, statement, parameters, _context, _many):
        if "INTO document" in statement or "INTO blob" in statement:
            written.append((statement.split()[2], "outlook.yaml" in str(parameters)))

    event.listen(store._engine, "before_cursor_execute", watch)
    done = store.do(id, years(5), nonce="a")

    assert done.kept.bundle.outlook.years == 5
    assert done.kept.revisions["outlook.yaml"] == 2
    assert written == [("blob", False), ("document", True)]


def test_whoever_comes_second_on_a_document_is_told_what_the_other_did(store):
    id = store.create(scoring())
    store.do(id, years(5), Person("operator", Role.OPERATOR, "Ana Reyes"), nonce="hers", on=1)

    with pytest.raises(Conflict, match="Nothing of yours was written") as met:
        store.do(id, years(9), nonce="mine", on=1)

    assert met.value.theirs == ("Ana Reyes changed the years ahead",)
    assert met.value.act == years(9)
    assert store.read(id).bundle.outlook.years == 5
    assert (
        store.do(id, years(9), nonce="mine", on=met.value.revision).kept.bundle.outlook.years == 9
    )


def test_a_change_of_another_document_is_in_nobodys_way(store):
    id = store.create(scoring())
    store.do(id, years(5), nonce="hers", on=1)

    done = store.do(id, RENAMED, nonce="mine", on=1)

    assert (done.kept.bundle.workshop.name, done.kept.bundle.outlook.years) == ("Ours, touched", 5)


def test_a_score_is_in_nobodys_way_and_nobody_in_its(store):
    id = store.create(scoring())
    store.do(id, ANA, nonce="a")
    store.do(id, years(5), nonce="b", on=1)

    done = store.do(id, ANA.model_copy(update={"rater": "ben"}), nonce="c")

    assert [one.rater for one in done.kept.bundle.scores] == ["ana", "ben"]


def test_the_same_act_twice_is_done_once_and_tells_its_place(store):
    id = store.create(scoring())
    first = store.do(id, ANA, nonce="click")
    store.do(id, ANA, nonce="another click")

    again = store.do(id, ANA, nonce="click")

    assert (first.seq, again.seq, first.hash) == (2, 2, again.hash)
    assert len(store.read(id).bundle.scores) == 2


def test_a_refused_act_writes_nothing_and_does_not_use_up_its_nonce(store):
    id = store.create(scoring())
    off = ANA.model_copy(update={"score": Decimal(9)})
    with pytest.raises(BadInput, match="9 is off the scale"):
        store.do(id, off, nonce="n")

    assert store.revision(id) == 1
    assert store.do(id, ANA, nonce="n").seq == 2


def test_a_nonce_of_another_workshop_is_a_mistake_of_the_program(store):
    one, other = store.create(scoring()), store.create(scoring())
    store.do(one, ANA, nonce="n")

    with pytest.raises(ValueError, match="another workshop"):
        store.do(other, ANA, nonce="n")


def test_who_has_no_right_is_refused_and_nothing_is_written(store):
    id = store.create(scoring())

    for who, act in (
        (Person("ben", Role.MEMBER), ANA),
        (Person("ana", Role.OBSERVER), ANA),
        (Person("ana", Role.MEMBER), CloseRound(accepted=True)),
    ):
        with pytest.raises(BadInput, match="no right"):
            store.do(id, act, who, nonce=who.id)

    assert store.do(id, ANA, Person("ana", Role.MEMBER), nonce="own").seq == 2


def test_two_clicks_on_create_make_one_workshop(store):
    first = store.create(bundle("Ours"), nonce="click")
    again = store.create(bundle("Ours"), nonce="click")

    assert first == again
    assert len(store.names()) == 1


def test_ids_are_long_and_never_the_same(store):
    ids = {store.create(bundle("Ours")) for _ in range(20)}

    assert len(ids) == 20
    assert min(len(id) for id in ids) >= 22  # 128 random bits in base64


def test_names_come_latest_first_with_moments_in_utc(store):
    start = datetime.now(UTC)
    old, new = store.create(bundle("Old")), store.create(bundle("New"))
    store.do(old, RENAMED, nonce="n")

    listed = store.names()

    assert [(id, name) for id, name, _ in listed] == [(old, "Ours, touched"), (new, "New")]
    assert all(
        at.utcoffset() == timedelta(0) and start <= at <= datetime.now(UTC) for _, _, at in listed
    )


def test_a_deleted_workshop_is_gone_with_everything_about_it(store):
    id, other = store.create(scoring()), store.create(scoring())
    for one in (id, other):
        store.do(one, ANA, nonce=f"a{one}")
        store.do(one, years(5), nonce=f"b{one}")

    store.delete(id)
    store.delete(id)

    with pytest.raises(NoSuchWorkshop, match="no such workshop"):
        store.read(id)
    with pytest.raises(NoSuchWorkshop):
        store.do(id, ANA, nonce="later")
    with store._engine.connect() as db, db.begin():
        for table in everything.tables.values():
            if "workshop_id" in table.c:
                held = set(db.execute(select(table.c.workshop_id)).scalars())
                assert held <= {other}, table.name


def test_two_stores_on_one_database_see_each_others_acts(url):
    with Store(url) as here, Store(url) as there:
        id = here.create(scoring())
        assert there.read(id).revision == 1

        here.do(id, ANA, nonce="a")
        there.do(id, years(5), nonce="b", on=1)
        here.do(id, years(3), nonce="c", on=2)

        assert here.read(id).bundle == there.read(id).bundle
        assert there.read(id).bundle.outlook.years == 3
        assert there.faults(id) == ()


def test_forty_people_saving_at_once_lose_nothing_and_double_nothing(store):
    members = [f"m{number}" for number in range(40)]
    listed = "".join(f"- {{id: {member}}}\n" for member in members)
    declared = "".join(f"{member},oak\n{member},elm\n" for member in members)
    id = store.create(
        scoring(
            workshop_yaml=f"name: Ours\nstage: scoring\nmembers:\n{listed}".encode(),
            declarations_csv=f"rater,candidate\n{declared}".encode(),
        )
    )
    start, wrong = threading.Barrier(40), []

    def person(member: str) -> None:
        start.wait()
        act = ANA.model_copy(update={"rater": member})
        done, again = (store.do(id, act, nonce=member) for _ in range(2))
        if (done.seq, done.hash) != (again.seq, again.hash):
            wrong.append(member)

    people = [threading.Thread(target=person, args=(member,)) for member in members]
    for one in people:
        one.start()
    for one in people:
        one.join()

    kept = store.read(id)
    assert wrong == []
    assert sorted(one.rater for one in kept.bundle.scores) == sorted(members)
    assert kept.revision == 41
    assert store.faults(id) == ()


def test_a_workshop_is_read_as_of_one_moment_though_another_server_closes_the_round_meanwhile(
    url, store, monkeypatch
):
    id = store.create(scoring())
    asked = reading.heads

    with Store(url) as other:

        def heads(db, of, **more):
            """The workshop's own row; what it tells is no longer so when the next is asked for."""
            found = asked(db, of, **more)
            monkeypatch.setattr(reading, "heads", asked)
            other.do(id, CloseRound(accepted=True), nonce="closed")
            return found

        with Store(url) as late:
            monkeypatch.setattr(reading, "heads", heads)
            kept = late.read(id)

            assert (kept.revision, kept.bundle.workshop.round_is_open) == (1, True)
            now = late.read(id)
            assert (now.revision, now.bundle.workshop.round_is_open) == (2, False)


def test_one_click_arriving_on_many_threads_at_once_is_done_once(store):
    id = store.create(scoring())
    start, told = threading.Barrier(6), []

    def click() -> None:
        start.wait()
        told.append(store.do(id, ANA, nonce="click").seq)

    clicks = [threading.Thread(target=click) for _ in range(6)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()

    assert told == [2] * 6
    assert store.revision(id) == 2


def test_a_rater_stands_in_the_ledger_as_one_letter_and_her_words_as_a_commitment(store):
    id = store.create(scoring())
    store.do(id, ANA.model_copy(update={"reason": "They know us"}), nonce="a")
    store.do(
        id, StepAside(rater="ben", candidate="elm", tie="board", reason="sits there"), nonce="b"
    )
    store.do(id, ANA, nonce="c")

    files = store.exported(id).files

    ledger, private = files["ledger.jsonl"].decode(), files["private.jsonl"].decode()
    assert not any(word in ledger for word in ('"ana"', '"ben"', "They know us", "sits there"))
    assert all(word in private for word in ('"ana"', '"ben"', "They know us", "sits there"))
    letters = [line.partition('"rater":"')[2][:1] for line in ledger.splitlines()[1:]]
    assert letters[0] == letters[2] != letters[1]


def test_a_workshop_goes_on_with_the_ledger_its_bundle_brings(store):
    first = store.create(scoring())
    store.do(first, ANA, nonce="a")
    taken = store.exported(first)
    second = store.create(taken)

    untouched = store.exported(second)
    done = store.do(second, ANA.model_copy(update={"rater": "ben"}), nonce="b")

    assert untouched.files == taken.files
    lines = store.exported(second).files["ledger.jsonl"].splitlines()
    assert lines[:2] == taken.files["ledger.jsonl"].splitlines()
    assert done.seq == len(lines) == 4
    assert store.faults(second) == ()


def test_a_bundle_whose_ledger_was_tampered_with_is_refused(store):
    first = store.create(scoring())
    store.do(first, ANA, nonce="a")
    taken = store.exported(first)
    files = {**taken.files, "ledger.jsonl": taken.files["ledger.jsonl"].replace(b":4,", b":5,")}

    with pytest.raises(BadInput, match=r"ledger\.jsonl: line 2: does not follow"):
        store.create(type(taken)(files=files, workshop=taken.workshop))


def test_what_an_act_changed_is_brought_back_and_that_can_be_undone_too(store):
    id = store.create(scoring())
    before = store.read(id).bundle.files["outlook.yaml"]
    done = store.do(id, years(5), nonce="a")

    undone = store.do(id, store.way_back(id, done.seq), nonce="b")
    redone = store.do(id, store.way_back(id, undone.seq), nonce="c")

    assert undone.kept.bundle.files["outlook.yaml"] == before
    assert redone.kept.bundle.outlook.years == 5
    assert store.faults(id) == ()


def test_no_undo_opens_a_round_again_or_takes_a_score_away(store):
    id = store.create(scoring())
    renamed = store.do(id, RENAMED, nonce="a")
    scored = store.do(id, ANA, nonce="b")
    closed = store.do(id, CloseRound(accepted=True), nonce="c")

    with pytest.raises(BadInput, match="open or close a round"):
        store.do(id, store.way_back(id, renamed.seq), nonce="d")
    for seq in (scored.seq, closed.seq, 1):
        with pytest.raises(LookupError, match="undone"):
            store.way_back(id, seq)


def test_the_past_is_told_latest_first(store):
    id = store.create(scoring())
    store.do(id, years(5), Person("operator", Role.OPERATOR, "Ana Reyes"), nonce="a")

    past = store.past(id)

    assert [(one.seq, one.kind, one.actor) for one in past] == [
        (2, "set_keys", "Ana Reyes"),
        (1, "open_workshop", "operator"),
    ]
    assert past[0].act == years(5)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("no address", "is no address of a database"),
        ("nosuch://host/db", "is no address of a database"),
        ("sqlite://", "is no address of a database"),
        ("sqlite:///{tmp}", "cannot be opened"),
    ],
)
def test_an_address_without_a_database_is_refused_in_one_line(tmp_path, address, says):
    with pytest.raises(BadInput) as refused:
        Store(address.replace("{tmp}", str(tmp_path)))

    assert [says in problem.what for problem in refused.value.problems] == [True]


def test_a_password_in_the_address_is_never_told():
    """Nobody listens on port 1; where the driver is missing the refusal says so instead."""
    with pytest.raises(BadInput) as refused:
        Store("postgresql+psycopg://ann:hunter2@127.0.0.1:1/workshops?connect_timeout=2")

    assert "hunter2" not in str(refused.value)


def test_the_store_lies_where_the_environment_says_else_in_the_users_data_folder(
    monkeypatch, tmp_path
):
    monkeypatch.setenv("CIDESIGN_STORE", "sqlite:///elsewhere.db")
    named = default_url()
    monkeypatch.delenv("CIDESIGN_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    on_linux = default_url()
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.setattr("sys.platform", "win32")
    on_windows = default_url()

    assert named == "sqlite:///elsewhere.db"
    assert on_linux == f"sqlite:///{tmp_path}/cidesign/workshops.db"
    assert on_windows == f"sqlite:///{tmp_path}/Local/cidesign/workshops.db"


@pytest.mark.skipif(os.name != "posix", reason="rights on files are told so there")
def test_a_store_in_a_folder_that_is_not_there_makes_both_for_our_own_eyes(tmp_path):
    file = tmp_path / "not there" / "yet" / "store.db"

    with Store(f"sqlite:///{file}") as store:
        id = store.create(bundle())

    with Store(f"sqlite:///{file}") as again:
        assert [one for one, *_ in again.names()] == [id]
    assert (stat.S_IMODE(file.stat().st_mode), stat.S_IMODE(file.parent.stat().st_mode)) == (
        0o600,
        0o700,
    )
