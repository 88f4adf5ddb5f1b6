"""A shared server's pages, drawn for one person after another in one process: nobody without a pass
sees anything, and what one of them may not see is on no page of hers.
"""

import re
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import PropertyMock, patch

import pytest
from streamlit.runtime.context import ContextProxy

from cidesign.acts.close_round import CloseRound
from cidesign.acts.give_score import GiveScore
from cidesign.domain.person import OPERATOR, Role
from cidesign.domain.walk import WALK
from cidesign.record import read_files
from cidesign.ui.kit import drafts, who
from cidesign.ui.kit import page as pages
from cidesign.ui.kit.page import Page
from cidesign.workshop import passes, people
from tests.acts import test_reads
from tests.serve import asking
from tests.ui.planning import tab_on
from tests.ui.test_pages import visit, words

PAGES = (
    *("overview", "initiative", "structure", "process", "candidates", "room", "score", "compare"),
    *("team", "scenarios", "outlook", "memo", "sources"),
)
DOOR = "Join with your link or the room code"
PLANTED = (
    test_reads.SCORE,
    *(test_reads.REASON, test_reads.STRENGTH, test_reads.CONCERN, test_reads.NOTE),
    *(test_reads.TYPED, test_reads.WEIGHT, test_reads.UNKNOWN, test_reads.TIE),
    test_reads.ON_HOST,
)


@pytest.fixture(autouse=True)
def _shared():
    who.share()
    yield
    who.share(on=False)


@contextmanager
def holding(cookie):
    """The browser brings this pass."""
    cookies = {passes.COOKIE: cookie} if cookie else {}
    with patch.object(ContextProxy, "cookies", new_callable=PropertyMock, return_value=cookies):
        yield


def joined(store, workshop, member="", role=Role.MEMBER):
    one = people.invite(store, workshop, OPERATOR, name=member or role, role=role, member=member)
    known = people.redeem(store, one.token)
    return known.person, passes.pass_for(store, known)


def everything(tab):
    """All that a tab was sent, as one text: words, keys, tables, charts and their figures."""
    return "\n".join(str(one.proto) for one in tab.main) + "\n".join(
        str(one.proto) for one in tab.sidebar
    )


def planted():
    """A round is open; Ben's score, words, weights and ties are planted."""
    files = test_reads.record("scoring").files
    ledgers = ("ledger.jsonl", "private.jsonl")
    return read_files({path: one for path, one in files.items() if path not in ledgers})


@pytest.fixture
def workshop(store):
    return store.create(planted())


@pytest.mark.parametrize("cookie", ["", "forged"])
@pytest.mark.parametrize("page", PAGES)
def test_without_a_pass_a_page_shows_the_way_in_and_nothing_else(store, workshop, page, cookie):
    with holding(cookie):
        tab = visit(page, workshop)

    assert not tab.exception
    assert words(tab) == DOOR
    assert [len(kind) for kind in (tab.button, tab.text_input, tab.selectbox, tab.radio)] == [0] * 4


@pytest.mark.parametrize("page", PAGES)
def test_while_a_round_is_open_nothing_of_bens_reaches_anybody_elses_page(
    store, workshop, page, monkeypatch
):
    """Neither what a page is made from, downloads too, nor what is sent. The same server draws
    Ben's page first: what it remembers of him is not handed to others.
    """
    others = [
        joined(store, workshop, "ana"),
        joined(store, workshop, "chi"),
        joined(store, workshop, "", Role.FACILITATOR),
        joined(store, workshop, "", Role.OBSERVER),
        (OPERATOR, passes.admin_pass(store, passes.admin_token(store))),
    ]
    _, his = joined(store, workshop, "ben")
    handed = []
    monkeypatch.setattr(pages, "Page", lambda *told: handed.append(told[2]) or Page(*told))
    with holding(his):
        assert not visit(page, workshop).exception
    assert test_reads.SCORE in test_reads.whole(handed.pop())

    leaks = []
    for person, cookie in others:
        with holding(cookie):
            tab = visit(page, workshop)
        assert not tab.exception
        told = everything(tab) + test_reads.whole(handed.pop())
        may = {test_reads.TIE} if person.facilitates else set()
        leaks += [(person.role, one) for one in PLANTED if one in told and one not in may]

    assert leaks == []


@pytest.mark.parametrize("page", ["compare", "memo", "overview"])
def test_after_the_close_who_would_know_bens_sheet_gets_the_points_alone(store, page):
    """Ben alone stepped aside, so a letter without his candidate would be his."""
    files = {**planted().files, "workshop.yaml": test_reads.record("scored").files["workshop.yaml"]}
    workshop = store.create(read_files(files))
    readers = [joined(store, workshop, "ana"), joined(store, workshop, "", Role.OBSERVER)]

    for person, cookie in readers:
        with holding(cookie):
            tab = visit(page, workshop)
        assert not tab.exception
        told = everything(tab)
        may = {test_reads.NOTE} if person.role is Role.MEMBER else set()
        assert [one for one in PLANTED if one in told and one not in may] == []
        if page == "compare":
            assert "a sheet without a name would still tell whose it is" in words(tab)
            assert "Oak House" in told


def test_nothing_reads_the_whole_record_past_the_one_place_that_looks_who_reads():
    """Of all that draws; ``saving`` asks for the language alone."""
    root = Path(__file__).parents[2]
    drawing = [*root.glob("cidesign/ui/**/*.py"), *root.glob("pages/*.py"), root / "app.py"]
    past_it = {
        path.name
        for path in drawing
        for words in (".read(", ".exported(")
        if f"store(){words}" in path.read_text(encoding="utf-8")
    }

    assert past_it == {"current.py", "saving.py"}


READING = {
    *(step.label for step in WALK),
    *(f"**{step.label}**" for step in WALK),
    *("To the comparison", "Show on the projector", "Leave", "As a funder sees it, to print"),
    *("See the first year on Outlook", "Link to it"),
}
"""Links that lead to something to read."""


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.MEMBER])
@pytest.mark.parametrize("stage", ["nothing", "draft", "scored"])
def test_who_may_change_nothing_is_led_nowhere_to_change_it(store, role, stage):
    """Where all is still to do, where the rules wait for their seal, and after a round."""
    given = {"nothing": {"workshop.yaml": b"name: New\n"}}
    workshop = store.create(read_files(given.get(stage) or asking.files(stage)))
    _, cookie = joined(store, workshop, "ana" if role is Role.MEMBER else "", role)

    _, leads = joined(store, workshop, "", Role.FACILITATOR)

    with holding(cookie):
        found = {page: _to_change(visit(page, workshop)) for page in PAGES}
        overview = everything(visit("overview", workshop))
    with holding(leads):
        offered = _to_change(visit("overview", workshop))

    assert found == {page: set() for page in PAGES}
    assert "Other workshops" not in overview
    assert offered  # who may change something is led there by such links


def _to_change(tab):
    """The labels of all links that do not only lead to something to read."""
    assert not tab.exception
    links = [one for one in drawn(tab.main) if "page_link" in one or "link_button" in one]
    said = {said for one in links for said in re.findall(r'label: "([^"]*)"', one)}
    return {one for one in said - READING if not one.startswith("Next: ")}


def drawn(block):
    """Each thing of a block, and of the blocks in it, as it was sent."""
    return [
        told
        for one in block.children.values()
        for told in (drawn(one) if hasattr(one, "children") else [f"{one.type} {one.proto}"])
    ]


def test_ben_sees_his_own_sheet(store, workshop):
    _, his = joined(store, workshop, "ben")

    with holding(his):
        tab = visit("score")

    assert "You score as **Ben Okafor**." in words(tab)
    assert not [one for one in tab.button if one.key == "score.else"]


def test_the_address_opens_no_workshop_but_the_one_she_joined(store, workshop):
    other = store.create(read_files({"workshop.yaml": b"name: Somebody else's\n"}))
    _, hers = joined(store, workshop, "ana")

    with holding(hers):
        tab = visit("overview", other)

    assert "Somebody else" not in everything(tab)
    assert not [one for one in tab.button if str(one.key).startswith("overview.delete.")]
    assert not [one for one in tab.button if str(one.key).startswith("overview.example.")]


def test_whoever_runs_the_server_sees_the_list_and_the_doors(store, workshop):
    cookie = passes.admin_pass(store, passes.admin_token(store))

    with holding(cookie):
        tab = visit()

    keys = {str(one.key) for one in tab.button}
    assert f"overview.open.{workshop}" in keys
    assert "Nothing leaves this machine" not in words(
        tab
    )  # members' phones are sent what is theirs
    assert "Kept on this server, which you run" in words(tab)
    assert any(key.startswith("overview.example.") for key in keys)


def test_who_is_sent_away_is_shown_the_way_in_at_her_next_press_and_nothing_is_saved(
    store, workshop
):
    person, cookie = joined(store, workshop, "", Role.FACILITATOR)
    with holding(cookie):
        tab = visit("structure", workshop)
        tab.button_group(key="structure.funding").set_value(1).run()
        before = store.revision(workshop)
        people.send_away(store, workshop, OPERATOR, id=person.id)
        tab.button_group(key="structure.funding").set_value(3).run()

    assert before == 2
    assert words(tab) == DOOR
    assert store.revision(workshop) == before


@pytest.mark.parametrize(
    "act",
    [
        CloseRound(accepted=True),
        GiveScore(rater="ben", candidate="oak", criterion="trust", score=1),
    ],
    ids=["close", "as ben"],
)
@pytest.mark.parametrize("who_acts", ["member", "observer", "sent away", "nobody", "elsewhere"])
def test_a_forged_press_is_refused(store, workshop, act, who_acts):
    """The page's own call with an act no button offers; the door of the store is the same."""
    other = store.create(planted())
    role = Role.OBSERVER if who_acts == "observer" else Role.FACILITATOR
    if who_acts == "member":
        person, cookie = joined(store, workshop, "ana")
    else:
        person, cookie = joined(store, other if who_acts == "elsewhere" else workshop, "", role)
    if who_acts == "sent away":
        people.send_away(store, workshop, OPERATOR, id=person.id)
    page = Page("score", workshop, store.read(workshop).bundle, 1, None, None)

    with holding("" if who_acts == "nobody" else cookie):
        done = page.do(act, nonce="forged")

    assert done is False
    assert store.revision(workshop) == 1


def test_who_is_sent_away_while_her_page_is_drawn_saves_nothing_more(store, workshop):
    person, cookie = joined(store, workshop, "", Role.FACILITATOR)
    page = Page("score", workshop, store.read(workshop).bundle, 1, None, None)

    with holding(cookie), who.looked_up_once():
        held = who.facilitates()
        people.send_away(store, workshop, OPERATOR, id=person.id)
        done = page.do(CloseRound(accepted=True), nonce="late")

    assert (held, done) == (True, False)
    assert store.revision(workshop) == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_drawing_looks_up_once_who_sits_there(store, workshop, page, monkeypatch):
    """Each look asks the store, and a page asks more than twenty times what she may do."""
    _, cookie = joined(store, workshop, "", Role.FACILITATOR)
    looked, look_up = [], passes.person_of
    monkeypatch.setattr(
        passes, "person_of", lambda *asked: looked.append(asked[1]) or look_up(*asked)
    )
    with holding(cookie):
        tab = visit(page, workshop)
        looked.clear()
        tab.run()

    assert not tab.exception
    assert looked == [cookie]


def test_what_one_has_typed_waits_for_nobody_else(store, workshop):
    """Drafts outlive a tab while the server runs; each person's are her own."""
    _, hers = joined(store, workshop, "ana")
    _, his = joined(store, workshop, "ben")
    at = (workshop, "", "initiative.name")

    with holding(hers):
        drafts._keep({at: "HER DRAFT"})
        mine = {one for (_, one), value in drafts._left.items() if value == "HER DRAFT"}
        readers = {of for (of, _), value in drafts._left.items() if value == "HER DRAFT"}
    with holding(his):
        tab = visit("initiative")

    assert mine == {at}
    assert readers
    assert who.reader() not in readers
    assert "HER DRAFT" not in everything(tab)


def test_a_facilitator_closes_a_round_whose_scores_she_does_not_hold(store, workshop):
    """Nothing she reads counts sheets she cannot see; how much is missing is told when she closes."""
    _, cookie = joined(store, workshop, "", Role.FACILITATOR)

    with holding(cookie):
        tab = visit("score", workshop)
        first = words(tab)
        next(one for one in tab.button if one.key == "score.close").click().run()
        second = words(tab)
        next(one for one in tab.button if one.key == "score.close.anyway").click().run()

    assert "Round 2 is open\\." in first
    assert "sheets is complete" not in first
    # Four members, three candidates, two rated criteria; ash is not eligible, and Ben steps aside
    # for elm: 2 x 2 x 4 - 2 are owed, of which Ben gave two and Ana one.
    assert "11 scores are missing" in second
    assert store.read(workshop).bundle.workshop.stage.id == "scored"


def test_history_tells_nobody_who_scores_while_a_round_is_open(store, workshop):
    ben, _ = joined(store, workshop, "ben")
    store.do(
        workshop,
        GiveScore(rater="ben", candidate="oak", criterion="trust", score=2),
        ben,
        nonce="his",
    )
    _, cookie = joined(store, workshop, "", Role.FACILITATOR)

    with holding(cookie):
        tab = visit("overview", workshop)
        tab.button_group(key="overview.closer").set_value("changes").run()

    assert "opened" in everything(tab)
    assert "saved a score" not in everything(tab)


def test_alone_nothing_asks_for_a_pass(store, workshop):
    who.share(on=False)

    tab = visit("score", workshop)

    assert DOOR not in words(tab)
    assert who.reader() == ""


@pytest.mark.parametrize(("role", "sees"), [(Role.SCRIBE, True), (Role.MEMBER, False)])
def test_only_who_writes_the_counts_of_the_equity_mirror_can_read_them(store, role, sees):
    table = b"id,name,everybody,committee\nall,All,yes,29\nyoung,Young people,,9\nold,Old,,few\n"
    workshop = store.create(read_files({"workshop.yaml": b"name: Ours\n", "makeup.csv": table}))
    _, cookie = joined(store, workshop, role=role)

    with holding(cookie):
        tab = tab_on("initiative", workshop, more="equity-mirror")
        offered = "initiative.people.change.1" in {one.key for one in tab.button}
        if offered:
            tab.button(key="initiative.people.change.1").click().run()

    assert not tab.exception
    assert offered is sees
    assert "committee: a few" in words(tab)
    assert ("9" in {one.value for one in tab.text_input}) is sees
