"""On a shared server nobody is offered what she may not do: the buttons that a member and an
observer find, on each page of the choice and in each of its tabs.
"""

import pytest

from cidesign.domain.person import Role
from cidesign.record import read_files
from cidesign.ui.kit import layers, who
from tests.acts import test_reads
from tests.ui.test_pages import visit
from tests.ui.test_shared import holding, joined
from tests.views.compare import panels

PAGES = ("initiative", "process", "candidates", "room", "score", "compare")


@pytest.fixture(autouse=True)
def _shared():
    who.share()
    yield
    who.share(on=False)


def workshop_in(store, stage):
    files = dict(test_reads.record(stage).files)
    for ledger in ("ledger.jsonl", "private.jsonl"):
        del files[ledger]
    if stage == "draft":
        files["rules.yaml"] = files["rules.yaml"].decode().replace(panels.SEAL, "").encode()
    return store.create(read_files(files))


def opened(page, cookie, workshop, names):
    """The page as it opens, then with each of its tabs; ``names``: filled with those it has."""
    names.clear()
    with holding(cookie):
        yield visit(page, workshop)
    for name in names[-1] if names else ():
        with holding(cookie):
            tab = visit(page, workshop)
            yield tab.button_group(key=f"{page}.closer").set_value(name).run()


@pytest.mark.parametrize("stage", ["draft", "scoring"])
@pytest.mark.parametrize("role", [Role.MEMBER, Role.OBSERVER])
def test_a_member_and_an_observer_find_their_own_buttons_and_no_others(
    store, role, stage, monkeypatch
):
    names, listed = [], layers.listed
    monkeypatch.setattr(
        layers, "listed", lambda *told: names.append(list(listed(*told))) or listed(*told)
    )
    workshop = workshop_in(store, stage)
    _, cookie = joined(store, workshop, "ana" if role is Role.MEMBER else "", role)

    found = {
        str(one.key)
        for page in PAGES
        for tab in opened(page, cookie, workshop, names)
        for one in tab.button
    }

    ties = {"candidates.clear.save", "candidates.aside.save"}
    sheets = {"score.begin.0", "score.begin.1"} if stage == "scoring" else set()
    assert found == ((ties | sheets) if role is Role.MEMBER else set())


@pytest.mark.parametrize("page", ["initiative", "process", "structure"])
def test_what_all_share_can_be_read_and_not_changed(store, page):
    """Segments show what was chosen, and take no press of hers."""
    workshop = workshop_in(store, "draft")
    _, hers = joined(store, workshop, "ana")
    _, leads = joined(store, workshop, "", Role.FACILITATOR)

    able = {}
    for name, cookie in (("member", hers), ("facilitator", leads)):
        with holding(cookie):
            tab = visit(page, workshop)
        groups = [one for one in tab.button_group if not str(one.key).endswith((".closer", "ion"))]
        able[name] = {one.proto.disabled for one in groups}

    assert able == {"member": {True}, "facilitator": {False}}
