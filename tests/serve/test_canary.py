"""While a round is open, a score, reason, name and more of one member are searched in all that the
served app sends others: frames, downloads, their sheets, refusals, its log. None is found.
"""

import http.client
import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import pytest

from cidesign.domain.person import OPERATOR, Role
from cidesign.domain.walk import WALK
from cidesign.workshop import Store, passes, people
from tests.acts import test_reads
from tests.serve.asking import elements, files
from tests.serve.shared_house import SharedHouse
from tests.serve.test_shared_server import SHARE
from tests.ui.test_shared import PLANTED, planted
from tools.serving import served
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

    def found(self) -> set[str]:
        """Which of the planted things she got."""
        text = b"\n".join(itertools.chain.from_iterable(map(unpacked, self.got)))
        return {one for one in PLANTED if one.encode() in text}


def unpacked(content: bytes) -> Iterator[bytes]:
    """What was sent, and where it is an archive everything in it."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from unpacked(archive.read(name))


def searched(folder, readers, pages, capsys, *, deep=False):
    """What each reader found, and what stands in the server's log; both are to be nothing."""
    with (
        served(folder, command=SHARE) as url,
        Store(f"sqlite:///{folder / 'store.sqlite3'}") as store,
    ):
        id, found, amount = store.create(planted()), {}, 0
        for name in ("ben", *readers):
            role, member = READERS.get(name, (Role.MEMBER, "ben"))
            one = people.invite(store, id, OPERATOR, name=name, role=role, member=member)
            reader = Reader(url, passes.pass_for(store, people.redeem(store, one.token)))
            if name == "ben":
                reader.look(["score"], deep=False)
                assert test_reads.SCORE in reader.ask("/sheet?of=oak").decode()
                continue
            reader.look(pages, deep=deep)
            reader.sheets()
            found[name] = reader.found()
            amount += sum(map(len, reader.got))
    log = (folder / "serve.log").read_text(encoding="utf-8")
    told = f"\ncanary: {len(PLANTED)} things planted, {amount / 1e6:.1f} MB sent, found: {found}"
    with capsys.disabled():
        print(told, end="")  # noqa: T201 - a figure to be read
    return found, {one for one in PLANTED if one in log}


def test_a_member_finds_nothing_of_bens_in_what_the_served_app_sends(tmp_path, capsys):
    found, logged = searched(tmp_path, ["ana"], ["memo"], capsys)

    assert (found, logged) == ({"ana": set()}, set())


@pytest.mark.soak
def test_nobody_finds_anything_of_bens_on_any_page_tab_fold_or_download(tmp_path, capsys):
    found, logged = searched(tmp_path, list(READERS), ALL_PAGES, capsys, deep=True)

    may = {"facilitator": {test_reads.TIE}}
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
