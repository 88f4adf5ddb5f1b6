"""Two processes on one PostgreSQL behind a relay: one chain of acts, and what is done through one of
them holds in the other at once.
"""

import json
import threading
import urllib.request
from contextlib import ExitStack
from urllib.error import HTTPError
from urllib.parse import urlencode

import pytest
from sqlalchemy import create_engine, select, text

from cidesign.acts.close_round import CloseRound
from cidesign.domain.person import OPERATOR, Role
from cidesign.record import read_files
from cidesign.workshop import Store, passes, people
from cidesign.workshop.tables import act, everything
from tests.serve.asking import files
from tests.serve.relay import relayed
from tests.workshop.conftest import postgres_url  # noqa: F401 - a fixture
from tools.serving import SERVE, served

pytestmark = pytest.mark.slow
SHARE = (*SERVE[:-2], "--share", "--host", "127.0.0.1", "--port", "{port}")
SECRET = "thirty-two letters that are made up for a test"  # noqa: S105 - of this test alone
TAPS = 10


@pytest.fixture(scope="module")
def address(postgres_url):  # noqa: F811 - the fixture
    """An empty database."""
    engine = create_engine(postgres_url)
    tables = ", ".join([*everything.tables, "alembic_version"])
    with engine.begin() as db:
        db.execute(text(f"DROP TABLE IF EXISTS {tables} CASCADE"))
    engine.dispose()
    return postgres_url


@pytest.fixture(scope="module")
def servers(address, tmp_path_factory):
    """Two servers of it: the port of each, and the file with all it has printed."""
    named = ("env", f"CIDESIGN_STORE={address}", f"CIDESIGN_SECRET={SECRET}", *SHARE)
    with ExitStack() as stack:
        folders = [tmp_path_factory.mktemp("server") for _ in range(2)]
        urls = [stack.enter_context(served(folder, command=named)) for folder in folders]
        yield [
            (int(url.rpartition(":")[2]), folder / "serve.log")
            for url, folder in zip(urls, folders)
        ]


@pytest.fixture
def ports(servers):
    return [port for port, _ in servers]


@pytest.fixture
def store(address, monkeypatch):
    monkeypatch.setenv(passes.SECRET, SECRET)
    with Store(address) as opened:
        yield opened


@pytest.fixture
def workshop(store):
    return store.create(read_files(files()))


def joined(store, workshop, member):
    """A member, and her pass."""
    link = people.invite(store, workshop, OPERATOR, name=member, role=Role.MEMBER, member=member)
    known = people.redeem(store, link.token)
    return known.person, passes.pass_for(store, known)


class Phone:
    """A member's sheet of one candidate, asked for and filled in without a browser."""

    def __init__(self, port, cookie):
        self._at = f"http://127.0.0.1:{port}"
        self._headers = {"Cookie": f"{passes.COOKIE}={cookie}", "Connection": "close"}

    def _ask(self, path, body=None, **more):
        headers = {**self._headers, "Accept": "application/json", **more}
        request = urllib.request.Request(f"{self._at}{path}", body, headers)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                return answer.status, json.load(answer)
        except HTTPError as refused:
            with refused:
                return refused.code, json.loads(refused.read() or b"{}")

    def sees(self):
        return self._ask("/sheet?of=oak")

    def taps(self, level, *, nonce):
        """Choose a level on top of what the sheet shows now."""
        status, now = self.sees()
        assert status == 200
        stamp = now["cells"]["trust"]["stamp"]
        said = {"do": "scores", "of": "oak", "level.trust": level, "was.trust": stamp}
        body = urlencode({**said, "nonce": nonce, "token": now["token"]}).encode()
        return self._ask("/sheet", body, Origin=self._at)


def test_two_members_on_two_servers_make_one_chain_of_all_they_did(store, workshop, ports):
    cookies = [joined(store, workshop, member)[1] for member in ("ana", "ben")]
    answers = {cookie: [] for cookie in cookies}

    def tap(port, cookie):
        phone = Phone(port, cookie)
        for number in range(TAPS):
            answers[cookie].append(phone.taps(str(1 + number % 5), nonce=f"{number}")[0])

    with relayed(ports) as relay:
        threads = [threading.Thread(target=tap, args=(relay.port, one)) for one in cookies]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        asked = [relay.asked[port] for port in ports]

    with store.asking() as db:
        rows = db.execute(
            select(act.c.seq, act.c.kind).where(act.c.workshop_id == workshop).order_by(act.c.seq)
        ).all()
    assert list(answers.values()) == [[200] * TAPS] * 2
    assert sorted(len(one) for one in asked) == [1, 1]
    assert [row.seq for row in rows] == list(range(1, 2 + 2 * TAPS))
    assert [row.kind for row in rows].count("give_score") == 2 * TAPS
    assert store.faults(workshop) == ()


def test_what_is_done_through_one_server_is_seen_through_the_other_at_once(store, workshop, ports):
    _, cookie = joined(store, workshop, "ana")
    here, there = (Phone(port, cookie) for port in ports)

    for number, (one, other) in enumerate([(here, there), (there, here)] * 3, start=1):
        level = str(1 + number % 5)
        assert one.taps(level, nonce=f"turn {number}")[0] == 200
        assert other.sees()[1]["cells"]["trust"]["level"] == level

    store.do(workshop, CloseRound(accepted=True), nonce="close")
    assert [one.sees()[1]["open"] for one in (here, there)] == [False, False]


def test_who_was_sent_away_is_out_on_both_at_once(store, workshop, ports):
    who, cookie = joined(store, workshop, "ben")
    phones = [Phone(port, cookie) for port in ports]
    assert [one.sees()[0] for one in phones] == [200, 200]

    people.send_away(store, workshop, OPERATOR, id=who.id)

    assert [one.sees()[0] for one in phones] == [401, 401]


def test_one_of_two_servers_tells_the_link_of_whoever_runs_them(servers):
    told = [log.read_text(encoding="utf-8") for _, log in servers]

    assert ["/join#" in one for one in told] == [True, False]
