"""``serve --check``: ends with 0 where all is well, with 3 where not, and says what to do."""

import json

from cidesign.serve import beforehand, listen
from cidesign.workshop import Store
from tests.cli.files import lines, run
from tests.workshop.bundles import scoring
from tools.serving import free_port

CHECK = ("serve", "--check", "--host", "127.0.0.1", "--port")


def roomy(monkeypatch):
    monkeypatch.setattr(beforehand, "free_mb", lambda: 8000)
    monkeypatch.setattr(beforehand, "open_files", lambda: 4096)


def test_where_all_is_well_it_ends_with_0_and_names_the_address(here, monkeypatch):
    roomy(monkeypatch)
    with Store() as store:
        store.create(scoring())
    port = free_port()

    answer = run(*CHECK, port, "--json")
    told = run(*CHECK, port)

    assert (answer.exit_code, answer.stderr, told.exit_code) == (0, "", 0)
    found = json.loads(answer.stdout)
    assert found["addresses"] == [f"http://127.0.0.1:{port}"]
    assert (found["people"], found["findings"]) == (60, [])
    assert [one["id"] for one in found["checks"]] == [
        *("port", "network", "shape", "pages", "orphans", "workshops", "rehearsals", "journal"),
        *("rights", "room", "clock", "people"),
    ]
    assert "There is room for 60 people" in told.stdout


def test_a_port_in_use_is_named_and_the_rest_looked_at_all_the_same(here, monkeypatch):
    roomy(monkeypatch)
    with listen(free_port()) as taken:
        told = run(*CHECK, taken.getsockname()[1], "--json")

    assert told.exit_code == 3
    found = json.loads(told.stdout)
    assert [(one["check"], one["do"]) for one in found["findings"]] == [
        ("port", "name another one, such as --port 8600")
    ]
    assert [one["id"] for one in found["checks"]] == ["port", "people"]


def test_nobody_who_comes_with_a_phone_is_named(here, monkeypatch):
    roomy(monkeypatch)

    told = run(*CHECK, free_port(), "--wait", "1", "--json")

    assert told.exit_code == 3
    assert [one["check"] for one in json.loads(told.stdout)["findings"]] == ["phone"]
    assert "with a phone in this network, within 1 s:" in told.stderr


def test_an_option_that_would_do_nothing_is_refused():
    assert lines(run("serve", "--public", "https://workshop.example.org")) == [
        "--public: goes with --share only; add --share"
    ]
    assert lines(run("serve", "--share", "--wait", "5", "--json")) == [
        "--wait: goes with --check only; add --check",
        "--json: goes with --check only; add --check",
    ]


def test_an_address_for_the_net_is_one():
    assert lines(run("serve", "--share", "--public", "workshop.example.org")) == [
        "--public: is no address; write https:// and the name"
    ]
