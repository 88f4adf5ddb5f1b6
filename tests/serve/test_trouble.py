"""What people read on their phones and pages where the disk is full, cannot be written, or the
database is damaged; and nothing of a form is half kept.
"""

import json

import pytest
from starlette.applications import Starlette

from cidesign.domain.person import OPERATOR, Role
from cidesign.serve import sharing
from cidesign.serve.guard import beside
from cidesign.serve.trouble import telling_failures
from cidesign.workshop import Store, passes, people
from tests.serve.asking import House, filled
from tests.serve.knocking import ask, behind, connect
from tests.workshop.bundles import scoring
from tests.workshop.failing import FULL, READ_ONLY, damage, refusing

pytestmark = pytest.mark.slow

JSON = {"accept": "application/json"}
FULL_SAID = (
    "The store of this server: its disk is full. Please tell whoever runs the server to make room, "
    "then try again."
)
READ_ONLY_SAID = "it can only be read, not written. Please tell whoever runs the server to look at"
DAMAGED_SAID = "it is damaged. Please tell whoever runs the server: cidesign doctor says where"
LONG = "A long reason, for it must not fit. " * 15


@pytest.fixture
def house():
    house = House()
    house.app = telling_failures(beside(house.app.routes, behind))  # as a shared server does
    yield house
    house.store.close()


def tap(number, reason=LONG):
    return {
        "do": "scores",
        "of": "oak",
        "level.trust": str(1 + number % 5),
        "why.trust": f"{number} {reason}",
        "nonce": f"n{number}",
    }


def taps_until_full(house):
    """Taps until one is not taken; the answers, and that tap."""
    for number in range(400):
        stamp = json.loads(house.ask("/sheet?of=oak", **JSON).text)["cells"]["trust"]["stamp"]
        sent = {**tap(number), "was.trust": stamp}
        answer = house.post(sent, **JSON)
        if answer.status != 200:
            return number, answer, sent
    raise AssertionError("the disk took everything")


def test_a_tap_on_a_full_disk_is_told_waits_and_is_kept_once_there_is_room(house):
    with refusing(house.store, FULL):
        kept, answer, sent = taps_until_full(house)
        before = house.store.revision(house.id)

    again = house.post(sent, **JSON)

    assert (answer.status, json.loads(answer.text)) == (503, {"trouble": FULL_SAID})
    assert before == 1 + kept
    assert again.status == 200
    assert house.store.revision(house.id) == 2 + kept
    assert house.store.faults(house.id) == ()


def test_a_form_without_a_script_stays_typed_where_nothing_can_be_written(house):
    drawn = filled(house.see("/sheet?of=oak").text)
    sent = drawn | {"level.trust": "4", "strength": "Trusted by all", "concern": "Small"}
    with refusing(house.store, READ_ONLY):
        answer = house.post(sent)
        seen = house.see("/sheet?of=oak")

    assert answer.status == 503
    assert READ_ONLY_SAID in answer.text
    assert filled(answer.text)["level.trust"] == "4"
    assert filled(answer.text)["strength"] == "Trusted by all"
    assert seen.status == 200
    assert house.store.revision(house.id) == 1
    assert house.post(sent).status == 303


def test_a_sheet_of_a_damaged_store_says_what_to_do(house):
    damage(house.store)
    house.store._fresh.clear()

    page, script = house.see("/sheet"), house.ask("/sheet", **JSON)

    assert (page.status, script.status) == (503, 503)
    assert DAMAGED_SAID in page.text
    assert DAMAGED_SAID in json.loads(script.text)["trouble"]
    assert "Traceback" not in page.text + script.text


def test_every_address_of_a_shared_server_says_so_and_whoever_watches_it_hears_it():
    with Store() as store:
        id = store.create(scoring())
        link = people.invite(store, id, OPERATOR, name="Ana Reyes", role=Role.MEMBER)
        cookie = passes.pass_for(store, people.redeem(store, link.token))
        app = sharing.shared(behind, store)
        assert ask(app, "/", cookie=cookie).status == 200

        damage(store)

        page = ask(app, "/", cookie=cookie)
        joining = ask(app, "/join", method="POST", form={"link": link.token})
        assert (page.status, joining.status) == (503, 503)
        assert DAMAGED_SAID in page.body
        assert DAMAGED_SAID in joining.body
        assert page.headers["retry-after"] == "30"
        assert page.headers["x-content-type-options"] == "nosniff"
        assert ask(app, "/healthz").status == 503
        assert connect(app, cookie=cookie) is None


def test_what_fails_for_another_reason_is_not_taken_for_the_store():
    def broken(_):
        raise KeyError("ours")

    app = telling_failures(Starlette(routes=[]))
    assert ask(app, "/nothing").status == 404
    with pytest.raises(KeyError):
        ask(telling_failures(lambda scope, receive, send: broken(scope)), "/")
