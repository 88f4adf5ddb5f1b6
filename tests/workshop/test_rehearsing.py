"""A rehearsal in the store: who may do what in it, that it is blind until its end, that it leaves
nothing but the line that it was held, and that real scoring ends it.
"""

from contextlib import suppress
from decimal import Decimal
from itertools import product
from threading import Barrier, Thread

import pytest
from sqlalchemy import select, text

from cidesign.acts.hold_rehearsal import HoldRehearsal
from cidesign.acts.open_round import OpenRound
from cidesign.acts.rehearsal_rights import REHEARSING, Deed, Moment
from cidesign.acts.rights import Reach
from cidesign.domain.person import OPERATOR, ROLES, Person, Role
from cidesign.domain.problem import BadInput
from cidesign.domain.stage import STAGES
from cidesign.record import read_files
from cidesign.workshop import NoSuchWorkshop, Store, rehearsing
from cidesign.workshop.backing_up import back_up
from cidesign.workshop.forgetting import forget
from cidesign.workshop.tables import of_rehearsal
from tests.workshop.bundles import FILES, bundle

FEIGNED = ("larkfield", "bellwether")
SIX = ("ana", "ben", "chi", "dee", "eli", "fay")
LEVELS = "levels: {1: Few come, 5: All come}"


def files(stage: str = "sealed", rules: bytes = b"") -> dict[str, bytes]:
    """Six members; four criteria, of which three have levels in words, none of them the heaviest."""
    people = "".join(f"- {{id: {one}, name: {one.title()}}}\n" for one in SIX)
    scale = f"scale: {{worst: 1, best: 5, step: 1, {LEVELS}}}"
    listed = (
        "- {id: bare, weight: 40, scale: {worst: 1, best: 5, step: 1}}\n"
        f"- {{id: reach, weight: 10, {scale}}}\n- {{id: trust, weight: 30, {scale}}}\n"
        f"- {{id: money, weight: 20, {scale}}}\n- {{id: least, weight: 5, {scale}}}\n"
    )
    seal = "seal: {version: 1, at: 2027-01-01, by: Ana, sha256: 00}\n"
    return {
        **FILES,
        "workshop.yaml": f"name: Ours\nstage: {stage}\nmembers:\n{people}".encode(),
        "rules.yaml": rules or f"missing: leave_out\ncriteria:\n{listed}{seal}".encode(),
    }


def member(name: str) -> Person:
    return Person(name, Role.MEMBER, name.title(), name)


@pytest.fixture
def id(store):
    return store.create(read_files(files()))


@pytest.fixture
def begun(store, id):
    return rehearsing.begin(store, id, OPERATOR, candidates=FEIGNED)


def give(store, id, who, level, *, cell=("larkfield", "trust"), key="", nonce=""):
    key = key or rehearsing.held(store, id).key
    candidate, criterion = cell
    rehearsing.give(
        store,
        id,
        member(who),
        key=key,
        candidate=candidate,
        criterion=criterion,
        score=None if level is None else Decimal(level),
        nonce=nonce or f"{who}.{level}.{cell}",
    )


def rows(store):
    with store.asking() as db:
        return [tuple(row) for table in of_rehearsal for row in db.execute(select(table))]


def test_the_three_heaviest_criteria_with_levels_in_words_are_read_in_the_sheets_order(begun):
    assert begun.criteria == ("reach", "trust", "money")
    assert begun.cells[:4] == (
        *(("larkfield", one) for one in begun.criteria),
        ("bellwether", "reach"),
    )


def test_a_rehearsal_stands_in_the_store_for_another_program(url, store, id, begun):
    with Store(url) as again:
        assert rehearsing.held(again, id) == begun


def test_a_second_one_is_refused_while_the_first_is_held(store, id, begun):
    with pytest.raises(BadInput, match="held already"):
        rehearsing.begin(store, id, OPERATOR, candidates=FEIGNED)
    assert rehearsing.held(store, id) == begun


def test_a_sheet_without_levels_in_words_is_told_what_it_lacks(store):
    id = store.create(read_files(files(rules=FILES["rules.yaml"])))

    with pytest.raises(BadInput, match="no criterion has levels in words yet"):
        rehearsing.begin(store, id, OPERATOR, candidates=FEIGNED)


def test_the_last_level_of_a_member_counts_and_one_that_comes_again_does_not(store, id, begun):
    give(store, id, "ana", 2, nonce="first")
    give(store, id, "ana", 4, nonce="second")
    give(store, id, "ana", 2, nonce="first")  # its answer was lost, so it was sent again

    assert rehearsing.mine(store, id, member("ana")) == {("larkfield", "trust"): Decimal(4)}


def test_a_level_is_taken_back(store, id, begun):
    give(store, id, "ana", 2)
    give(store, id, "ana", None)

    assert rehearsing.mine(store, id, member("ana")) == {}


@pytest.mark.parametrize(
    ("cell", "level", "says"),
    [
        (("oak", "trust"), 3, "not read in the rehearsal"),
        (("larkfield", "least"), 3, "not read in the rehearsal"),
        (("larkfield", "price"), 3, "not read in the rehearsal"),
        (("larkfield", "trust"), 6, "off the scale"),
        (("larkfield", "trust"), "2.5", "off the scale"),
    ],
)
def test_what_is_not_asked_is_refused(store, id, begun, cell, level, says):
    with pytest.raises(BadInput, match=says):
        give(store, id, "ana", level, cell=cell)
    assert rehearsing.mine(store, id, member("ana")) == {}


def test_nobody_reads_anothers_level_before_the_end_and_nobody_a_name_after_it(store, id, begun):
    for who, level in zip(SIX, (2, 2, 2, 2, 2, 4)):
        give(store, id, who, level)
    before = [rehearsing.mine(store, id, member(one)) for one in SIX]
    for role in ROLES:
        with pytest.raises(BadInput, match="not over"):
            rehearsing.told(store, id, Person("ana", role, "", "ana"))

    rehearsing.end(store, id, OPERATOR)

    assert [set(one.values()) for one in before] == [{Decimal(2)}] * 5 + [{Decimal(4)}]
    (only,) = rehearsing.told(store, id, Person("eve", Role.OBSERVER))
    assert [str(one) for one in only.scores] == ["2"] * 5 + ["4"]
    assert (only.candidate, only.criterion, only.people, only.alike) == (
        "larkfield",
        "trust",
        6,
        False,
    )


@pytest.mark.parametrize(("levels", "alike"), [((3, 3, 3), True), ((3, 3, 4), False)])
def test_of_fewer_than_four_only_whether_they_agree_leaves_the_store(
    store, id, begun, levels, alike
):
    for who, level in zip(SIX, levels):
        give(store, id, who, level)

    rehearsing.end(store, id, OPERATOR)

    (only,) = rehearsing.told(store, id, OPERATOR)
    assert (only.people, only.alike, only.scores) == (3, alike, ())


def test_how_many_have_read_everything_is_counted(store, id, begun):
    for cell in begun.cells:
        give(store, id, "ana", 3, cell=cell)
    for cell in begun.cells[1:]:
        give(store, id, "ben", 3, cell=cell)

    assert rehearsing.done(store, id) == 1


def test_after_the_end_nothing_more_is_taken_and_another_can_begin_once_it_is_deleted(
    store, id, begun
):
    give(store, id, "ana", 2)
    rehearsing.end(store, id, OPERATOR)
    with pytest.raises(BadInput, match="is over"):
        give(store, id, "ben", 2)
    rehearsing.delete(store, id, OPERATOR)
    left = rows(store)
    other = rehearsing.begin(store, id, OPERATOR, candidates=FEIGNED)

    assert left == []
    assert other.key != begun.key
    with pytest.raises(BadInput, match="no rehearsal is held"):
        give(store, id, "ana", 5, key=begun.key)  # a phone that was away since the first
    assert rehearsing.mine(store, id, member("ana")) == {}


def test_that_it_was_held_and_by_how_many_is_all_that_the_record_has_of_it(store, id, begun):
    before = store.read(id).bundle
    for who in SIX[:5]:
        give(store, id, who, 4)
    rehearsing.end(store, id, OPERATOR)

    (line,) = [one for one in store.past(id) if one.act and one.act.kind != "open_workshop"]
    exported = b"".join(store.exported(id).files.values()).decode()
    assert line.act == HoldRehearsal(took_part=5)
    assert line.told(before) == "Somebody held a rehearsal in which 5 members took part"
    assert store.read(id).bundle == before
    assert "larkfield" not in exported
    assert store.faults(id) == ()


def test_one_in_which_nobody_took_part_leaves_no_line(store, id, begun):
    rehearsing.end(store, id, OPERATOR)

    assert store.revision(id) == 1


def test_opening_the_real_round_deletes_it(store, id, begun):
    give(store, id, "ana", 2)

    store.do(id, OpenRound(), nonce="open")

    assert rows(store) == []
    assert rehearsing.held(store, id) is None


def test_one_that_begins_while_the_real_round_opens_never_stands_beside_it(url, store):
    for _ in range(10):
        id = store.create(read_files(files()))
        together = Barrier(2)

        def begins(id=id, together=together):
            together.wait()
            with suppress(BadInput):  # the round was first
                rehearsing.begin(store, id, OPERATOR, candidates=FEIGNED)

        other = Thread(target=begins)
        other.start()
        together.wait()
        store.do(id, OpenRound(), nonce=f"{id}.open")
        other.join()

        assert store.read(id).bundle.workshop.round_is_open
        assert rehearsing.held(store, id) is None


def test_a_store_made_before_there_were_rehearsals_is_moved_and_takes_one(url, store, id):
    before = store.read(id).bundle
    with store.writing() as db:
        for table in of_rehearsal:
            db.execute(text(f"DROP TABLE {table.name}"))
        db.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    store.close()

    with Store(url) as moved:
        one = rehearsing.begin(moved, id, OPERATOR, candidates=FEIGNED)
        give(moved, id, "ana", 2)

        assert moved.read(id).bundle == before
        assert rehearsing.held(moved, id) == one
        assert moved.faults(id) == ()


def test_a_refused_round_leaves_it_as_it_was(store, begun, id):
    give(store, id, "ana", 2)
    before = rows(store)

    with pytest.raises(BadInput):
        store.do(id, OpenRound(), Person("ana", Role.MEMBER, "", "ana"), nonce="open")

    assert rows(store) == before


def test_a_workshop_that_is_forgotten_takes_it_along_and_a_backup_holds_it(
    url, store, id, begun, tmp_path
):
    give(store, id, "ana", 2)
    copy = tmp_path / "copy.db"
    back_up(store, copy)
    forget(store, [id])

    assert rows(store) == []
    with Store(f"sqlite:///{copy}") as kept:
        assert rehearsing.held(kept, id) == begun
        assert len(rehearsing.mine(kept, id, member("ana"))) == 1
    with pytest.raises(NoSuchWorkshop):
        rehearsing.begin(store, id, OPERATOR, candidates=FEIGNED)


def calls(store, id, by):
    """Each deed, done by somebody, on the rehearsal that is held or on none."""
    held = rehearsing.held(store, id)
    key = held.key if held else "none"
    return {
        Deed.BEGIN: lambda: rehearsing.begin(store, id, by, candidates=FEIGNED),
        Deed.GIVE: lambda: rehearsing.give(
            store,
            id,
            by,
            key=key,
            candidate="larkfield",
            criterion="trust",
            score=Decimal(3),
            nonce=f"{by.id}.{by.role}",
        ),
        Deed.READ_OWN: lambda: rehearsing.mine(store, id, by),
        Deed.END: lambda: rehearsing.end(store, id, by),
        Deed.READ_ALL: lambda: rehearsing.told(store, id, by),
        Deed.DELETE: lambda: rehearsing.delete(store, id, by),
    }


def brought_to(store, id, moment):
    if moment is not Moment.NONE:
        rehearsing.begin(store, id, OPERATOR, candidates=FEIGNED)
    if moment is Moment.OVER:
        rehearsing.end(store, id, OPERATOR)


FACILITATES = (Role.OPERATOR, Role.FACILITATOR)
MAY = {
    Deed.BEGIN: (FACILITATES, (Moment.NONE,)),
    Deed.GIVE: ((Role.MEMBER,), (Moment.OPEN,)),
    Deed.READ_OWN: ((Role.MEMBER,), (Moment.OPEN, Moment.OVER)),
    Deed.END: (FACILITATES, (Moment.OPEN,)),
    Deed.READ_ALL: (ROLES, (Moment.OVER,)),
    Deed.DELETE: (FACILITATES, (Moment.OPEN, Moment.OVER)),
}
"""By hand, what the table of rights should say: roles and moments, before the first round."""


@pytest.mark.slow
def test_the_whole_table_role_by_deed_by_moment_by_stage_is_obeyed(tmp_path):
    wrong, tried = [], 0
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        other = store.create(bundle("Another"))
        for stage, role, moment, where in product(STAGES, ROLES, Moment, ("here", "elsewhere")):
            rehearsed = stage.id in ("draft", "sealed")
            if moment is not Moment.NONE and not rehearsed:
                continue  # it is deleted on the way there
            for deed in Deed:
                id = store.create(read_files(files(stage.id)))
                brought_to(store, id, moment)
                by = Person("ana", role, "", "ana", id if where == "here" else other)
                roles, moments = MAY[deed]
                may = role in roles and moment in moments and where == "here" and rehearsed
                try:
                    calls(store, id, by)[deed]()
                except BadInput:
                    done = False
                else:
                    done = True
                tried += 1
                if done != may:
                    wrong.append((stage.id, role, moment, where, deed))

    assert wrong == []
    assert tried == 2 * len(ROLES) * len(Deed) * (2 * len(Moment) + 3)


def test_a_member_who_is_not_on_the_committee_gives_nothing(store, id, begun):
    with pytest.raises(BadInput, match="not on the list of the committee"):
        give(store, id, "zoe", 3)


def test_every_deed_has_one_row_and_every_role_a_column():
    assert [one.deed for one in REHEARSING] == list(Deed)
    assert all(set(one.reach) == set(ROLES) for one in REHEARSING)
    assert all(
        one.reach[Role.MEMBER] is not Reach.ALL or one.deed is Deed.READ_ALL for one in REHEARSING
    )
