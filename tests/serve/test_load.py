"""A committee on its phones while lines drop and the server is killed: nothing that was
acknowledged is lost, no form is kept by half, and what was not yet sent goes on by itself.
"""

import random
import time
from itertools import product

import pytest
from sqlalchemy import func, select

from cidesign.domain.person import OPERATOR, Role
from cidesign.record import read_files
from cidesign.workshop import Store, passes, people
from cidesign.workshop.tables import act
from tests.serve.phones import Phone, Server, all_send, committee, loaded_once, of_its_own, score
from tests.serve.test_two_servers import SHARE
from tests.workshop.conftest import postgres_url, url  # noqa: F401 - both databases

pytestmark = pytest.mark.slow

SECRET = "s" * passes.LEAST_LETTERS


@pytest.fixture(scope="module")
def copies(tmp_path_factory):
    """Servers of the sheet's routes, and where they write what goes wrong."""
    log = tmp_path_factory.mktemp("copies") / "serve.log"
    with loaded_once(log) as begin:
        yield lambda at, id, place: (begin(at, id), log)


@pytest.fixture
def whole_app(tmp_path):
    """Likewise, of all that `cidesign serve --share` serves."""

    def begin(at, id, place):
        log = tmp_path / f"serve{place}.log"
        return of_its_own(SHARE, log, CIDESIGN_STORE=at), log

    return begin


@pytest.fixture(autouse=True)
def _secret(monkeypatch):
    monkeypatch.setenv(passes.SECRET, SECRET)


def phones(store, id, ports, members, *, shared, drops):
    """A phone for each member, with a pass where the whole app is served."""
    made = []
    for place in range(members):
        name = f"m{place}"
        cookie = f"pass={name}"
        if shared:
            one = people.invite(store, id, OPERATOR, name=name, role=Role.MEMBER, member=name)
            cookie = f"{passes.COOKIE}={passes.pass_for(store, people.redeem(store, one.token))}"
        made.append(Phone(name, {"Cookie": cookie}, ports, random.Random(place), drops))
    return made


def last_of(bundle):
    """By member, candidate and criterion the level that counts, and by member and candidate her
    words.
    """
    levels = {
        (one.rater, one.candidate, one.criterion): str(one.score)
        for one in sorted(bundle.scores, key=lambda one: one.seq)
    }
    words = {
        (one.rater, one.candidate): (one.strength, one.concern)
        for one in sorted(bundle.remarks, key=lambda one: one.seq)
    }
    return levels, words


def said_by(sent):
    """What a member's acknowledged forms say together, the later on top."""
    levels, words = {}, {}
    for one in sent:
        for number in sorted(one.kept):
            form = one.kept[number]
            for name, level in form.items():
                if name.startswith("level."):
                    levels[one.member, form["of"], name.removeprefix("level.")] = level
            if "strength" in form:
                words[one.member, form["of"]] = (form["strength"], form["concern"])
    return levels, words


def loaded(at, servers, capsys, *, members, candidates, criteria, shared):
    """Three edits of every cell by every member, over two server processes, one line in twenty
    lost.
    """
    with Store(at) as store:
        id = store.create(read_files(committee(members, candidates, criteria)))
        (first, log), (second, beside) = (servers(at, id, place) for place in (1, 2))
        with Server(first) as one, Server(second) as two:
            ports = (one.port, two.port)
            sent = phones(store, id, ports, members, shared=shared, drops=0.05)
            forms = [
                score(candidate, str(1 + (candidate + criterion + edit) % 5), criterion)
                for edit, candidate, criterion in product(
                    range(3), range(candidates), range(criteria)
                )
            ]
            began = time.monotonic()
            for thread in all_send(sent, lambda _: forms):
                thread.join()
            took = time.monotonic() - began
        with store.asking() as db:
            asked = select(func.count()).select_from(act).where(act.c.kind == "give_score")
            written = db.execute(asked.where(act.c.workshop_id == id)).scalar_one()
        bundle, faults = store.read(id).bundle, store.faults(id)
    logs = log.read_text("utf-8") + beside.read_text("utf-8")
    writes = members * candidates * criteria * 3
    again = sum(phone.again for phone in sent)
    told = (
        f"\nload: {writes} writes, {again} sent again, {writes / took:.0f} a second, two processes"
    )
    with capsys.disabled():
        print(f"{told} on {at.split(':')[0]}", end="")  # noqa: T201 - a figure to be read
    assert [phone.refused for phone in sent if phone.refused] == []
    assert written == writes
    assert last_of(bundle) == said_by(sent)
    assert again > 0
    assert faults == ()
    assert "locked" not in logs
    assert "Traceback" not in logs


def test_six_members_lose_nothing_over_two_processes(url, copies, capsys):  # noqa: F811
    loaded(url, copies, capsys, members=6, candidates=4, criteria=3, shared=False)


@pytest.mark.soak
def test_sixty_members_and_ten_thousand_writes_lose_nothing(url, whole_app, capsys):  # noqa: F811
    loaded(url, whole_app, capsys, members=60, candidates=8, criteria=7, shared=True)


def killed(at, servers, capsys, *, kills, members, shared):
    """`kill -9` of the whole server again and again while all score; then it stays up."""
    drawn = random.Random(kills)
    with Store(at) as store:
        id = store.create(read_files(committee(members, 8, 4)))
        begin, log = servers(at, id, 1)
        with Server(begin) as server:
            sent = phones(store, id, (server.port,), members, shared=shared, drops=0.02)
            stop = [False]

            def forms(phone):
                """Whole forms, one after the other, until the last kill is over."""
                for turn in range(100_000):
                    if stop[0]:
                        return
                    words = {"strength": f"Fast {turn}", "concern": f"Small {turn}"}
                    yield score(turn % 8, str(1 + turn % 5), 0, 1, 2, 3, **words)

            threads = all_send(sent, forms)
            for _ in range(kills):
                before = sum(len(phone.kept) for phone in sent)
                while sum(len(phone.kept) for phone in sent) <= before:
                    time.sleep(0.01)
                time.sleep(drawn.uniform(0, 0.3))
                server.kill()
                acknowledged = said_by(sent)
                assert lost(acknowledged, store.read(id).bundle) == []
                server.start()
            stop[0] = True
            for thread in threads:
                thread.join()
        bundle, faults = store.read(id).bundle, store.faults(id)
    forms_kept = sum(len(phone.kept) for phone in sent)
    again = sum(one.again for one in sent)
    told = (
        f"\nkilled: the server {kills} times, {forms_kept} forms acknowledged, {again} sent again"
    )
    with capsys.disabled():
        print(told, end="")  # noqa: T201 - a figure to be read
    assert [phone.refused for phone in sent if phone.refused] == []
    assert last_of(bundle) == said_by(sent)
    assert faults == ()
    assert "malformed" not in log.read_text("utf-8")


def lost(acknowledged, bundle):
    """What was acknowledged last and was never written; what came later may count by now."""
    levels, words = acknowledged
    rows = {(one.rater, one.candidate, one.criterion, str(one.score)) for one in bundle.scores}
    said = {(one.rater, one.candidate, one.strength, one.concern) for one in bundle.remarks}
    return [one for one in ((*key, level) for key, level in levels.items()) if one not in rows] + [
        one for one in ((*key, *both) for key, both in words.items()) if one not in said
    ]


def test_three_kills_lose_nothing_and_open_sheets_go_on(copies, tmp_path, capsys):
    address = f"sqlite:///{tmp_path / 'store.db'}"
    killed(address, copies, capsys, kills=3, members=4, shared=False)


@pytest.mark.soak
def test_fifty_kills_of_the_whole_app_lose_nothing(whole_app, tmp_path, capsys):
    address = f"sqlite:///{tmp_path / 'store.db'}"
    killed(address, whole_app, capsys, kills=50, members=8, shared=True)
