"""The door of a shared server: who has no pass gets nowhere by any address, links and codes make a
pass, foreign forms do not, and guessing is slow without locking out a room.
"""

import time

import pytest

from cidesign.domain.person import OPERATOR, Role
from cidesign.serve import failures, joining
from cidesign.serve.failures import Failures
from cidesign.serve.guard import PASS_HEADER, beside, for_who_joined
from cidesign.serve.headers import SAFE, with_safe_headers
from cidesign.serve.health import health
from cidesign.serve.joining import Door
from cidesign.workshop import Store, passes, people
from tests.serve.knocking import FORM, HOST, ask, behind, connect
from tests.ui.driving import PAGES
from tests.workshop.bundles import bundle, scoring

SHOWN = "THE SECRET OF THE APP"


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path / 'store.db'}") as opened:
        yield opened


@pytest.fixture
def app(store):
    routes = [*Door(store).routes(), health(store)]
    return with_safe_headers(beside(routes, for_who_joined(behind, store)))


@pytest.fixture
def id(store):
    return store.create(scoring())


def invited(store, id, member="ana", role=Role.MEMBER):
    return people.invite(store, id, OPERATOR, name="Ana Reyes", role=role, member=member)


def join(app, link, name="", **more):
    return ask(app, "/join", method="POST", form={"link": link, "name": name}, **more)


EVERYWHERE = (
    *("/", "/?w=anything", *PAGES, "/media/abc.zip", "/_stcore/stream", "/_stcore/host-config"),
    *("/_stcore/upload_file/s/f", "/component/x/index.html", "/static/../media/abc.zip"),
    *(
        "/sheet",
        "/in/",
        "/joined",
        "/join/x",
        "//",
        "/_stcore/health/../stream",
        "/app/static/../x",
    ),
)


@pytest.mark.parametrize("cookie", ["", "forged", "workshop.ana.1.9999999999.x"])
def test_without_a_pass_no_address_leads_anywhere_but_to_the_door(app, id, cookie):
    wrong = []
    for path in EVERYWHERE:
        for method in ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"):
            answer = ask(app, path, method=method, cookie=cookie.replace("workshop", id))
            led = answer.headers.get("location", "/join") == "/join"
            if SHOWN in answer.body or answer.status not in (303, 403) or not led:
                wrong.append((path, method, answer))

    assert wrong == []


def test_a_script_that_asks_for_no_page_is_refused_and_not_led_on(app, id):
    answer = ask(app, "/media/x", headers={"host": HOST, "accept": "application/json"})

    assert (answer.status, answer.body) == (403, "Join with your link or the room code.")


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_what_tells_about_the_server_is_shut_with_a_pass_too(app, store, id, path):
    cookie = join(app, invited(store, id).token).cookie

    assert ask(app, path, cookie=cookie).status == 404


def test_a_websocket_without_a_pass_is_refused(app, store, id):
    cookie = join(app, invited(store, id).token).cookie

    assert connect(app) is None
    assert connect(app, cookie="forged") is None
    assert connect(app, "/team/_stcore/stream") is None
    assert connect(app, cookie=cookie) is not None


def test_nobody_takes_up_a_session_of_somebody_else_by_its_number(app, store, id):
    """Streamlit compares this header; what a browser brings under its name is thrown away."""
    ana = join(app, invited(store, id).token).cookie
    ben = join(app, invited(store, id, "ben").token).cookie

    forged = {PASS_HEADER: whose(connect(app, cookie=ana))}
    seen = connect(app, cookie=ben, headers=forged)

    assert whose(seen) != forged[PASS_HEADER]
    assert len([one for one in seen if one[0] == PASS_HEADER.encode()]) == 1


def whose(headers):
    return next(told for name, told in headers if name == PASS_HEADER.encode()).decode()


def test_a_link_joins_and_the_pass_is_out_of_reach_of_scripts(app, store, id):
    token = invited(store, id).token

    answer = join(app, token)

    assert (answer.status, answer.headers["location"]) == (303, "/in")
    flags = {one.strip().lower() for one in answer.headers["set-cookie"].split(";")[1:]}
    assert {"httponly", "samesite=lax", "path=/"} <= flags
    assert "secure" not in flags
    assert token not in str(answer)
    assert ask(app, "/team", cookie=answer.cookie).body == SHOWN


@pytest.mark.parametrize(
    ("role", "home"),
    [
        (Role.MEMBER, "/sheet"),
        (Role.FACILITATOR, "/room"),
        (Role.SCRIBE, "/"),
        (Role.OBSERVER, "/"),
    ],
)
def test_who_has_joined_is_led_to_where_she_has_most_to_do(app, store, id, role, home):
    one = invited(store, id, "ana" if role is Role.MEMBER else "", role)
    cookie = join(app, one.token).cookie

    answer = ask(app, "/in", cookie=cookie)

    assert (answer.status, answer.headers["location"]) == (303, home)
    assert answer.headers["cache-control"] == "no-store"
    assert 'href="/in"' in ask(app, "/join", cookie=cookie).body


def test_who_has_not_joined_is_led_to_the_door(app):
    assert ask(app, "/in").headers["location"] == "/join"


def test_whoever_runs_the_server_is_led_to_the_overview(app, store):
    cookie = join(app, passes.admin_token(store)).cookie

    assert ask(app, "/in", cookie=cookie).headers["location"] == "/"
    assert "You run this server" in ask(app, "/join", cookie=cookie).body


def test_over_https_the_pass_travels_over_https_alone(app, store, id):
    answer = join(app, invited(store, id).token, scheme="https")

    assert "secure" in answer.headers["set-cookie"].lower()


def test_a_whole_link_can_be_pasted_where_scripts_are_off(app, store, id):
    token = invited(store, id).token

    answer = join(app, f"  http://{HOST}/join#{token} ")

    assert answer.status == 303


def test_the_page_to_join_by_has_no_script_but_ours_and_works_without(app):
    answer = ask(app, "/join")

    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert 'method="post" action="/join"' in answer.body
    assert answer.headers["cache-control"] == "no-store"
    assert "http" not in answer.body.replace("http-equiv", "")


def test_who_has_joined_is_asked_before_she_becomes_somebody_else(app, store, id):
    """A link somebody sends her must not make her another person in silence."""
    cookie = join(app, invited(store, id).token).cookie

    assert 'action="/join" data-asks' not in ask(app, "/join").body
    assert 'action="/join" data-asks' in ask(app, "/join", cookie=cookie).body


@pytest.mark.parametrize(
    "headers",
    [
        {**FORM, "origin": "http://elsewhere.example"},
        {**FORM, "origin": "null"},
        {**FORM, "sec-fetch-site": "cross-site"},
        {**FORM, "sec-fetch-site": "same-site"},
        {**FORM, "content-type": "text/plain"},
        {**FORM, "content-type": "multipart/form-data; boundary=x"},
    ],
)
def test_a_form_from_elsewhere_is_refused(app, store, id, headers):
    token = invited(store, id).token

    for path in ("/join", "/leave"):
        answer = ask(app, path, method="POST", form={"link": token}, headers=headers)
        if path == "/leave" and headers["content-type"] != FORM["content-type"]:
            continue  # it holds no field that could be read wrongly
        assert answer.status == 403
        assert answer.cookie == ""
    assert people.people_of(store, id, OPERATOR)[0].presence == "invited"


@pytest.mark.parametrize(
    "link", ["", "nothing", "x" * 5000, "A" * 8, "' OR 1=1 --", "\x00", "é" * 40, "#", "%23"]
)
def test_what_leads_nowhere_is_told_calmly_and_echoed_nowhere(app, id, link):
    answer = join(app, link, "<script>alert(1)</script>")

    assert answer.status in (400, 403)
    assert answer.cookie == ""
    assert "alert(1)" not in answer.body


def test_a_name_is_shown_as_text(app, store, id):
    code = people.open_room(store, id, OPERATOR)

    cookie = join(app, code, "<b onclick=x>Eve</b>").cookie

    page = ask(app, "/join", cookie=cookie).body
    assert "<b onclick" not in page
    assert "&lt;b onclick" in page


def test_a_latecomer_waits_and_comes_in_when_she_is_let_in(app, store, id):
    code = people.open_room(store, id, OPERATOR)

    cookie = join(app, code.lower(), "Ben Okafor").cookie
    again = join(app, code, "Ben Okafor", cookie=cookie).cookie
    before = ask(app, "/score", cookie=cookie)
    early = ask(app, "/in", cookie=cookie).headers["location"]
    page = ask(app, "/join", cookie=cookie).body
    (waiting,) = people.people_of(store, id, OPERATOR)
    people.admit(store, id, OPERATOR, id=waiting.person.id, role=Role.MEMBER, member="ben")

    assert again == cookie
    assert (before.status, before.headers["location"]) == (303, "/join")
    assert "Please wait" in page
    assert 'content="4;url=/in"' in page
    assert (early, ask(app, "/in", cookie=cookie).headers["location"]) == ("/join", "/sheet")
    assert ask(app, "/score", cookie=cookie).body == SHOWN


def test_who_is_sent_away_is_led_to_the_door_with_her_next_request(app, store, id):
    one = invited(store, id)
    cookie = join(app, one.token).cookie

    people.send_away(store, id, OPERATOR, id=one.person.id)

    assert ask(app, "/", cookie=cookie).status == 303
    assert connect(app, cookie=cookie) is None


def test_who_leaves_takes_her_pass_with_her(app, store, id):
    cookie = join(app, invited(store, id).token).cookie

    answer = ask(app, "/leave", method="POST", form={}, cookie=cookie)

    assert (answer.status, answer.headers["location"], answer.cookie) == (303, "/join", '""')
    assert ask(app, "/", cookie=cookie).status == 303


def test_leaving_by_an_address_alone_does_nothing(app, store, id):
    """A picture with this address on another page must not end a pass."""
    cookie = join(app, invited(store, id).token).cookie

    ask(app, "/leave", cookie=cookie)

    assert ask(app, "/", cookie=cookie).body == SHOWN


def test_the_servers_own_link_opens_it_to_whoever_runs_it(app, store, id):
    token = passes.admin_token(store)

    cookie = join(app, token).cookie

    assert passes.operator_of(store, cookie) == OPERATOR
    assert ask(app, "/", cookie=cookie).body == SHOWN


def test_every_answer_bears_the_safe_headers(app, store, id):
    cookie = join(app, invited(store, id).token).cookie

    for path, whose_pass in (("/", ""), ("/", cookie), ("/join", ""), ("/healthz", "")):
        told = ask(app, path, cookie=whose_pass).headers
        assert {name.decode() for name, _ in SAFE} <= set(told)
        assert "frame-ancestors" in told["content-security-policy"]


def test_health_is_told_without_a_pass_and_tells_nothing_else(app, store):
    assert (ask(app, "/healthz").status, ask(app, "/healthz").body) == (200, "ok")


def test_a_store_that_cannot_be_read_is_not_well(app, store, monkeypatch):
    monkeypatch.setattr(Store, "answers", lambda self: False)

    assert ask(app, "/healthz").status == 503


def test_the_first_wrong_ones_are_answered_at_once_and_many_late():
    """By address, forgotten after ten minutes."""
    counted = Failures()

    waits = [counted.count("10.0.0.9", at=0) for _ in range(failures.FREE + 5)]

    assert waits == [0.0] * failures.FREE + [failures.WAIT_SECONDS] * 5
    assert counted.count("10.0.0.8", at=0) == 0
    assert counted.count("10.0.0.9", at=failures.MINUTES * 60 + 1) == 0


def test_a_room_behind_one_address_comes_in_while_somebody_in_it_guesses(
    app, store, id, monkeypatch
):
    """A hundred wrong codes from the address; then a right link and a right code, at once."""
    monkeypatch.setattr(failures, "WAIT_SECONDS", 0.05)
    code = people.open_room(store, id, OPERATOR)
    token = invited(store, id).token
    for number in range(60):
        assert join(app, f"AAAAAA{number % 8 + 2}{number // 8 + 2}").status == 400

    began = time.perf_counter()
    answers = [join(app, token), join(app, code, "Ben")]

    assert [one.status for one in answers] == [303, 303]
    assert time.perf_counter() - began < 2


def test_too_many_who_wait_for_a_wrong_answer_get_it_at_once(app, id, monkeypatch):
    monkeypatch.setattr(joining, "MOST_WAITING", 0)
    for _ in range(failures.FREE):
        join(app, "AAAAAAAA")

    assert join(app, "AAAAAAAA").status == 429


def test_a_pass_of_a_workshop_that_was_deleted_leads_to_the_door(app, store, id):
    cookie = join(app, invited(store, id).token).cookie

    store.delete(id)

    assert ask(app, "/", cookie=cookie).status == 303


def test_a_code_stays_in_the_form_when_the_name_was_forgotten_and_a_link_does_not(app, store, id):
    code = people.open_room(store, id, OPERATOR)

    assert f'value="{code}"' in join(app, code).body
    assert "kept-by-nobody" not in join(app, "https://here/join#kept-by-nobody").body


def test_another_workshop_is_not_opened_by_this_one_s_code(app, store, id):
    other = store.create(bundle("Another"))
    code = people.open_room(store, id, OPERATOR)

    join(app, code, "Ben")

    assert people.people_of(store, other, OPERATOR) == ()
