"""While a round is open, a score, reason, name and more of one member are searched in all that the
served app sends others: frames, downloads, their sheets, refusals, its log. None is found.
"""

import http.client
import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest

from cidesign.domain.person import OPERATOR, Role
from cidesign.domain.walk import WALK
from cidesign.record import read_files
from cidesign.views.sheet.rehearsal import of_invented
from cidesign.workshop import Store, passes, people, rehearsing
from tests.acts import test_reads
from tests.copied import SHARED
from tests.serve.asking import elements, files
from tests.serve.shared_house import SharedHouse
from tests.serve.test_sheet_rehearsal import FEIGNED, ODD
from tests.ui.test_shared import PLANTED, planted
from tools.visitor import Visitor, exceptions

pytestmark = pytest.mark.slow

MEDIA = re.compile(rb"/media/[\w./-]+")
MAKES = re.compile(rb"memo\.make_\w+")
READERS = {
    "ana": (Role.MEMBER, "ana"),
    "chi": (Role.MEMBER, "chi"),
    "observer": (Role.OBSERVER, ""),
    "scribe": (Role.SCRIBE, ""),
    "facilitator": (Role.FACILITATOR, ""),
}
REHEARSED = (
    *("4.375", "WHY-IN-REHEARSAL", "STRENGTH-IN-REHEARSAL", "CONCERN-IN-REHEARSAL"),
    "NAME-IN-REHEARSAL",
)
"""What Ben gives in a rehearsal, and the name he joined by, which his committee does not bear."""
ALL_PAGES = tuple(step.id for step in WALK)


class Reader:
    """Somebody with a pass, and everything the server ever sent her."""

    def __init__(self, url: str, cookie: str) -> None:
        self.url, self.got = url, list[bytes]()
        self.bears = {"Cookie": f"{passes.COOKIE}={cookie}"}

    def look(self, pages, *, deep: bool) -> None:
        """Pages, the downloads made on the memo, with ``deep`` each tab and fold."""
        with Visitor(self.url, bears=self.bears) as visitor:
            for page in pages:
                drawn = self._keep(visitor.visit(f"/{page}"))
                if deep:
                    self._keep(visitor.unfold(drawn))
                    for address in visitor.tabs(f"/{page}"):
                        self._keep(visitor.unfold(self._keep(visitor.visit(address))))
                if page == "memo":
                    self._make_all(visitor)

    def _make_all(self, visitor: Visitor) -> None:
        """Every document that the page Memo offers, made and fetched."""
        frames = b"".join(one.SerializeToString() for one in visitor.visit("/memo"))
        keys = {key.decode() for key in MAKES.findall(frames)}
        assert {"memo.make_memo", "memo.make_bundle"} <= keys
        for key in sorted(keys):
            drawn = self._keep(visitor.press(key, visitor.visit("/memo")))
            made = set(MEDIA.findall(b"".join(one.SerializeToString() for one in drawn)))
            assert made
            self.got += [self.ask(one.decode()) for one in made]

    def _keep(self, drawn):
        assert exceptions(drawn) == []
        self.got += [one.SerializeToString() for one in drawn]
        return drawn

    def ask(self, path: str, said: dict[str, str] | None = None) -> bytes:
        """One request; what came back, a refusal too."""
        form = {"Content-Type": "application/x-www-form-urlencoded"} if said is not None else {}
        line = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=60)
        line.request(
            "GET" if said is None else "POST",
            path,
            urlencode(said or {}),
            {**self.bears, **form},
        )
        told = line.getresponse().read()
        line.close()
        self.got.append(told)
        return told

    def sheets(self) -> None:
        """Her own sheet, others' candidates, forged forms, addresses that are none."""
        for path in ("/sheet", "/sheet?of=oak", "/sheet?of=elm", "/sheet?read=oak", "/join"):
            self.ask(path)
        for path in ("/media/none.csv", "/nothing", "/sheet?of=ben", "/component/../x"):
            self.ask(path)
        for form in ({"do": "scores", "of": "oak", "level.trust": "9"}, {"do": "?"}, {}):
            self.ask("/sheet", {**form, "token": "forged", "rater": "ben"})

    def found(self, planted=PLANTED) -> set[str]:
        """Which of the planted things she got."""
        text = b"\n".join(itertools.chain.from_iterable(map(unpacked, self.got)))
        return {one for one in planted if one.encode() in text}


def unpacked(content: bytes) -> Iterator[bytes]:
    """What was sent, and where it is an archive everything in it."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from unpacked(archive.read(name))


@dataclass(frozen=True)
class Server:
    """A shared server, and the store behind it."""

    url: str
    store: Store
    log: Path

    def reader(self, id: str, name: str, called: str = "") -> Reader:
        """Somebody who has joined a workshop; ``name``: of ``READERS``, else it is Ben."""
        role, member = READERS.get(name, (Role.MEMBER, "ben"))
        one = people.invite(self.store, id, OPERATOR, name=called or name, role=role, member=member)
        known = people.redeem(self.store, one.token)
        return Reader(self.url, passes.pass_for(self.store, known))

    def logged(self, planted) -> set[str]:
        """Which of the planted things stand in its log."""
        log = self.log.read_text(encoding="utf-8")
        return {one for one in planted if one in log}


@pytest.fixture(scope="module")
def server(tmp_path_factory, served):
    folder = tmp_path_factory.mktemp("canary")
    with (
        served(folder, *SHARED) as url,
        Store(f"sqlite:///{folder / 'store.sqlite3'}") as store,
    ):
        yield Server(url, store, folder / "serve.log")


def tell(capsys, what, planted, readers, found):
    amount = sum(len(one) for reader in readers.values() for one in reader.got)
    told = f"\ncanary: {len(planted)} things planted, {amount / 1e6:.1f} MB sent, found: {found}"
    with capsys.disabled():
        print(f"{told} ({what})", end="")  # noqa: T201 - a figure to be read


def searched(server, names, pages, capsys, *, deep=False):
    """What each reader found, and what stands in the server's log; both are to be nothing."""
    id = server.store.create(planted())
    ben = server.reader(id, "ben")
    ben.look(["score"], deep=False)
    assert test_reads.SCORE in ben.ask("/sheet?of=oak").decode()
    readers = {name: server.reader(id, name) for name in names}
    for reader in readers.values():
        reader.look(pages, deep=deep)
        reader.sheets()
    found = {name: reader.found() for name, reader in readers.items()}
    tell(capsys, "a round", PLANTED, readers, found)
    return found, server.logged(PLANTED)


def searched_in_a_rehearsal(server, names, pages, capsys, *, deep=False):
    """Likewise of what Ben gives in a rehearsal, also what no form of one asks for: while it is open,
    and after its end, when all see how far apart they read, and too few read for a level to be told.
    """
    id = server.store.create(read_files(files("sealed", ODD)))
    held = rehearsing.begin(server.store, id, OPERATOR, candidates=FEIGNED)
    of = of_invented(held, FEIGNED[0])
    there = f"/sheet?of={quote(of, safe='')}"
    ben = server.reader(id, "ben", REHEARSED[-1])
    token = elements(ben.ask(there).decode(), "main")[0]["data-token"]
    level, why, strength, concern, _ = REHEARSED
    said = {"level.trust": level, "why.trust": why, "strength": strength, "concern": concern}
    ben.ask("/sheet", {"do": "scores", "of": of, "token": token, "nonce": "his", **said})
    assert level in ben.ask(there).decode()
    readers = {name: server.reader(id, name) for name in names}
    for look_at, again in ((pages, deep), (("room",), False)):
        for reader in readers.values():
            reader.look(look_at, deep=again)
            for path in ("/sheet", there, f"/sheet?read={quote(of, safe='')}"):
                reader.ask(path)
        if rehearsing.held(server.store, id) == held:
            rehearsing.end(server.store, id, OPERATOR)
    found = {name: reader.found(REHEARSED) for name, reader in readers.items()}
    tell(capsys, "a rehearsal", REHEARSED, readers, found)
    return found, server.logged(REHEARSED)


def test_a_member_finds_nothing_of_bens_in_what_the_served_app_sends(server, capsys):
    found, logged = searched(server, ["ana"], ["memo"], capsys)

    assert (found, logged) == ({"ana": set()}, set())


def test_a_member_finds_nothing_of_what_ben_gave_in_a_rehearsal(server, capsys):
    found, logged = searched_in_a_rehearsal(server, ["ana"], ["room", "score"], capsys)

    assert (found, logged) == ({"ana": set()}, set())


@pytest.mark.soak
def test_nobody_finds_anything_of_bens_on_any_page_tab_fold_or_download(server, capsys):
    found, logged = searched(server, list(READERS), ALL_PAGES, capsys, deep=True)

    may = {"facilitator": {test_reads.TIE}}
    assert {name: one - may.get(name, set()) for name, one in found.items()} == {
        name: set() for name in READERS
    }
    assert logged == set()


@pytest.mark.soak
def test_nobody_finds_anything_of_a_rehearsal_on_any_page_tab_fold_or_download(server, capsys):
    found, logged = searched_in_a_rehearsal(server, list(READERS), ALL_PAGES, capsys, deep=True)

    may = {"facilitator": {REHEARSED[-1]}}  # who is here, by name
    assert {name: one - may.get(name, set()) for name, one in found.items()} == {
        name: set() for name in READERS
    }
    assert logged == set()


def test_the_order_in_which_candidates_stand_does_not_follow_hidden_scores(tmp_path):
    """Whatever Ben gave, and in whichever order he gave it, Ana's sheet is the same page."""
    pages = set()
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        for levels in itertools.product((1, 3, 5), repeat=2):
            rows = list(zip(("oak", "elm"), levels, strict=True))
            for order in itertools.permutations(rows):
                table = "".join(
                    f"ben,{one},trust,{level},1,,,,{seq}\n"
                    for seq, (one, level) in enumerate(order, start=1)
                )
                house = SharedHouse(files(scores=f"{test_reads.panels.HEAD}{table}"), store)
                ana = house.joins(Role.MEMBER, "ana")
                page = house.ask("/sheet", **ana.bears).text
                for tag, name in (("input", "value"), ("main", "data-key"), ("main", "data-token")):
                    for one in elements(page, tag):
                        page = page.replace(one.get(name) or "\0", "")
                pages.add(page)

    assert len(pages) == 1
    assert pages.pop().count("Oak House") > 0
