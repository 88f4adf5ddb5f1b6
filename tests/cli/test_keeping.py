"""What whoever runs a server calls: backup, restore, doctor, forget."""

import json
import os

import pytest

from cidesign.workshop import Store
from tests.cli.files import lines, run
from tests.workshop.bundles import scoring, years

CHANGED = "UPDATE act SET actor = 'somebody'"


@pytest.fixture
def workshop():
    """The id of a workshop in the store."""
    with Store() as store:
        return store.create(scoring())


def done(workshop, number):
    with Store() as store:
        store.do(workshop, years(number), nonce=str(number))


def test_a_backup_tells_what_it_holds_and_comes_back(here, workshop):
    told = run("backup", "kept.db")
    back = run("restore", "kept.db", "--json")

    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.startswith("All of the store is in kept.db, and was read again.")
    (row,) = [line.split() for line in told.stdout.splitlines() if line.startswith("Ours")]
    assert row[-1] == "1"
    assert (back.exit_code, back.stderr) == (0, "")
    answer = json.loads(back.stdout)
    assert [(one["id"], one["acts"]) for one in answer["workshops"]] == [(workshop, 1)]
    assert (answer["file"], answer["kept_as"], answer["faults"]) == ("kept.db", "", [])


def test_a_backup_that_would_lose_something_is_refused_in_one_line(here, workshop):
    run("backup", "kept.db")
    done(workshop, 2)

    (told,) = lines(run("restore", "kept.db"))

    assert told.startswith("Ours: has 1 change that this backup does not have, made on ")
    assert told.endswith("; take a later backup, or keep the present store too: add --beside")


def test_beside_says_where_the_present_store_is_kept(here, workshop):
    run("backup", "kept.db")
    done(workshop, 2)

    told = run("restore", "kept.db", "--beside")

    assert told.exit_code == 0
    kept = told.stdout.splitlines()[1].removeprefix("What was there before is kept as ").rstrip(".")
    with Store(f"sqlite:///{kept}") as before, Store() as now:
        assert (before.revision(workshop), now.revision(workshop)) == (2, 1)


def test_a_backup_in_which_something_does_not_hold_is_there_and_ends_with_3(here, workshop):
    with Store() as store, store.writing() as db:
        db.exec_driver_sql(CHANGED)

    told = run("backup", "kept.db")

    assert told.exit_code == 3
    assert "Ours: Act 1 does not follow from the one before; look at the store" in told.stdout
    assert (here / "kept.db").exists()


def test_a_backup_of_no_store_makes_none(here):
    place = os.environ["CIDESIGN_STORE"].removeprefix("sqlite:///")

    (told,) = lines(run("backup", "kept.db"))

    assert told.startswith(f"{place}: there is no store here; start the app once")
    assert not os.path.exists(place)  # noqa: PTH110 - a text of the environment
    assert list(here.iterdir()) == []


def test_the_doctor_ends_with_0_where_all_holds_and_with_3_where_not(here, workshop):
    well = run("doctor", "--json")
    with Store() as store, store.writing() as db:
        db.exec_driver_sql(CHANGED)
    told, ill = run("doctor"), run("doctor", "--json")

    assert (well.exit_code, well.stderr) == (0, "")
    assert json.loads(well.stdout)["findings"] == []
    assert all(one["holds"] for one in json.loads(well.stdout)["checks"])
    assert (told.exit_code, ill.exit_code) == (3, 3)
    (found,) = json.loads(ill.stdout)["findings"]
    assert found["where"] == f"Workshop Ours ({workshop})"
    assert found["what"] == "Act 1 does not follow from the one before"
    assert told.stdout.splitlines()[-1] == "{where}: {what}; {do}".format(**found)


def test_forget_asks_first_and_forgets_one_by_its_name(here, workshop):
    no = run("forget", "Ours", input="n\n")
    still = [
        one["name"] for one in json.loads(run("forget", "--list", "--json").stdout)["workshops"]
    ]
    yes = run("forget", "Ours", input="y\n")
    none = run("forget", "--list")

    assert (no.exit_code, no.stdout) == (0, "Nothing was forgotten.\n")
    assert "Forget Ours? Nothing of it can be brought back." in no.stderr
    assert still == ["Ours"]
    assert yes.stdout.startswith("Forgotten: Ours.\n")
    assert none.stdout == "No workshop is kept.\n"


def test_forget_due_takes_those_whose_time_is_over_and_asks_nothing_where_told_so(here, workshop):
    early = run("forget", "--due", "--yes")
    now = json.loads(run("forget", "--due", "--days", "0", "--yes", "--json").stdout)

    assert (early.exit_code, early.stdout) == (0, "Nothing was forgotten.\n")
    assert now == {"forgotten": [{"id": workshop, "name": "Ours"}]}


def test_forget_takes_one_way_at_a_time(here):
    for words in ([], ["Ours", "--due"], ["--list", "--due"]):
        (told,) = lines(run("forget", *words))
        assert told.startswith("cidesign forget: Give a workshop, or --due, or --list.")
