"""A workshop that is forgotten is gone from every table, every file of the store, and by every way
back.
"""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from cidesign.acts.give_score import GiveScore
from cidesign.acts.write_remark import WriteRemark
from cidesign.domain.person import OPERATOR, Role
from cidesign.domain.problem import BadInput
from cidesign.workshop import NoSuchWorkshop, Store, opening, people
from cidesign.workshop.backing_up import back_up
from cidesign.workshop.forgetting import called, forget, kept
from cidesign.workshop.restoring import restore
from cidesign.workshop.tables import everything, workshop
from tests.workshop.bundles import FILES, scoring, years

CANARY, OTHER = "Zilpzalp", "Wendehals"


def lived_in(store, canary):
    """A workshop in whose every corner a word stands; its id."""
    said = FILES["workshop.yaml"].replace(b"name: Ours", f"name: {canary} Valley".encode())
    named = said.replace(b"Ana Reyes", f"Ana {canary}".encode())
    id = store.create(scoring(workshop_yaml=named, notes_txt=f"about {canary}".encode()))
    invited = people.invite(
        store, id, OPERATOR, name=f"Ana {canary}", role=Role.MEMBER, member="ana"
    )
    who = people.redeem(store, invited.token).person
    for number in range(3):
        score = GiveScore(
            rater="ana",
            candidate="oak",
            criterion="reach",
            score=Decimal(2 + number),
            reason=f"{canary} {number}",
        )
        store.do(id, score, who, nonce=f"{id}.{number}")
    words = WriteRemark(rater="ana", candidate="oak", strength=canary, concern=canary * 2)
    store.do(id, words, who, nonce=f"{id}.words")
    store.do(id, years(3), nonce=f"{id}.years")
    people.open_room(store, id, OPERATOR)
    return id


def bytes_of(url, store):
    """All that lies on the disk for the tables of a store."""
    if url.startswith("sqlite"):
        place = Path(url.removeprefix("sqlite:///"))
        return b"".join(one.read_bytes() for one in place.parent.glob(f"{place.name}*"))
    with store.outside_transactions() as db:
        db.execute(text("CHECKPOINT"))
        folder = Path(str(db.execute(text("SHOW data_directory")).scalar()))
    return b"".join(one.read_bytes() for one in (folder / "base").rglob("*") if one.is_file())


def test_no_byte_of_it_is_left_and_nothing_of_another_is_lost(url):
    with Store(url) as store, Store(url) as running:
        gone, stays = lived_in(store, CANARY), lived_in(store, OTHER)
        before = running.exported(stays).files
        running.read(gone)
        assert CANARY.encode() in bytes_of(url, store)

        forget(store, [gone])

        left = bytes_of(url, store)
        assert CANARY.encode() not in left
        assert OTHER.encode() in left
        assert running.exported(stays).files == before
        assert store.faults(stays) == ()
        assert running.do(stays, years(4), nonce="goes on").seq == 7
        with pytest.raises(NoSuchWorkshop):
            running.read(gone)
        with pytest.raises(NoSuchWorkshop):
            running.do(gone, years(4), nonce="too late")


def test_no_row_of_it_is_left_in_any_table(store):
    id = lived_in(store, CANARY)

    forget(store, [id])

    with store.asking() as db:
        left = {
            name: db.execute(select(table)).all()
            for name, table in everything.tables.items()
            if name != "setting"
        }
    assert {name: rows for name, rows in left.items() if rows} == {}


def test_a_link_to_it_leads_nowhere(store):
    id = store.create(scoring())
    link = people.invite(store, id, OPERATOR, name="Ana Reyes", role=Role.MEMBER)

    forget(store, [id])

    with pytest.raises(BadInput, match="leads nowhere"):
        people.redeem(store, link.token)


@pytest.mark.parametrize("beside", [False, True])
def test_a_backup_made_before_does_not_bring_it_back(tmp_path, beside):
    url, file = f"sqlite:///{tmp_path / 'store.db'}", tmp_path / "kept.db"
    with Store(url) as store:
        gone, stays = lived_in(store, CANARY), lived_in(store, OTHER)
        back_up(store, file)
        forget(store, [gone])

    restore(file, url, beside=beside)

    with Store(url) as store:
        assert [id for id, _, _ in store.names()] == [stays]
        assert CANARY.encode() not in (tmp_path / "store.db").read_bytes()


def test_a_workshop_is_kept_for_a_year_after_its_last_change(store):
    young, old = store.create(scoring()), store.create(scoring())
    with store.writing() as db:
        last = select(workshop.c.changed_at).where(workshop.c.id == old)
        year_ago = db.execute(last).scalar_one() - timedelta(days=366)
        db.execute(update(workshop).where(workshop.c.id == old).values(changed_at=year_ago))

    listed = kept(store)

    assert [(one.id, one.is_due) for one in listed] == [(old, True), (young, False)]
    assert [one.until - one.changed_at for one in listed] == [timedelta(days=365)] * 2
    assert [one.is_due for one in kept(store, days=0)] == [True, True]
    assert [one.is_due for one in kept(store, days=400)] == [False, False]


def test_a_workshop_is_called_by_its_name_or_by_its_id(store):
    one = store.create(scoring(workshop_yaml=b"name: Mill Creek\n"))

    assert called(store, "Mill Creek").id == called(store, one).id == one
    with pytest.raises(BadInput, match="there is no such workshop"):
        called(store, "Mill")
    other = store.create(scoring(workshop_yaml=b"name: Mill Creek\n"))
    with pytest.raises(BadInput, match="2 workshops have this name") as refused:
        called(store, "Mill Creek")
    assert one in str(refused.value)
    assert other in str(refused.value)


def test_bytes_that_could_not_be_wiped_out_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "_WAIT_SECONDS", 0)
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        id = lived_in(store, CANARY)
        with store.asking() as reader:
            reader.execute(select(workshop)).all()

            with pytest.raises(BadInput, match="its rows are gone, but their bytes may still be"):
                forget(store, [id])

        forget(store, [])
        assert CANARY.encode() not in bytes_of(f"sqlite:///{tmp_path / 'store.db'}", store)
