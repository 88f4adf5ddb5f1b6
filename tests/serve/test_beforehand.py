"""The day before: what keeps people from reaching or using the server is named with the way out."""

import socket
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from cidesign.serve import beforehand, listen
from cidesign.serve.beforehand import (
    Heard,
    answering,
    carries,
    clock,
    live_word,
    people,
    phone_came,
    reached,
)
from cidesign.workshop import Store
from cidesign.workshop.tables import workshop
from tests.workshop.bundles import scoring
from tools.serving import free_port

HERE, PHONE = "127.0.0.1", "127.0.0.2"


@contextmanager
def somebody(*answers):
    """A server that is not ours: one raw answer for each connection, in order."""
    with socket.create_server((HERE, 0)) as listening:

        def serve():
            for answer in answers:
                line, _ = listening.accept()
                with line:
                    line.recv(65536)
                    line.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield listening.getsockname()[1]
        thread.join()


def told(checked):
    return [(one.where, one.what) for one in checked.found]


def opens(port, source):
    """A device of another address opens the page."""
    with socket.create_connection((HERE, port), source_address=(source, 0)) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
        while line.recv(65536):
            pass


def test_a_machine_that_reaches_itself_for_pages_and_live_connections_is_well():
    with listen(free_port()) as opened, answering(opened) as heard:
        port = opened.getsockname()[1]

        assert reached([HERE], port).found == ()
        assert heard.others([HERE]) == set()


def test_nobody_who_answers_is_named_with_the_firewall():
    port = free_port()

    (problem,) = reached([HERE], port).found

    assert problem.where == f"{HERE}:{port}"
    assert problem.what == "no page comes (Connection refused)"
    assert problem.remedy == f"allow incoming connections to port {port} in this machine's firewall"


def test_a_page_of_somebody_else_such_as_a_sign_in_of_the_network_is_named():
    with somebody(b"HTTP/1.1 200 OK\r\n\r\nSign in to this network") as port:
        assert told(reached([HERE], port)) == [(f"{HERE}:{port}", "something else answers")]


@pytest.mark.parametrize("refusal", [b"HTTP/1.1 403 Forbidden\r\n\r\n", b""])
def test_a_live_connection_that_does_not_open_is_named(refusal):
    with somebody(b"HTTP/1.1 200 OK\r\n\r\n<p>cidesign is here.</p>", refusal) as port:
        assert told(reached([HERE], port)) == [
            (f"{HERE}:{port}", "the page comes, a live connection does not")
        ]


def test_a_machine_without_a_network_is_named():
    assert told(reached([], 8501)) == [("This machine", "is in no network")]


def test_a_phone_that_comes_through_is_enough_and_nobody_waits_longer():
    with listen(free_port()) as opened, answering(opened) as heard:
        port = opened.getsockname()[1]
        opens(port, PHONE)
        assert live_word(HERE, port, PHONE)

        assert phone_came(heard, ["10.0.0.5"], port, 3600).found == ()


def test_a_network_that_keeps_devices_apart_is_named_with_the_way_out():
    with listen(free_port()) as opened, answering(opened) as heard:
        port = opened.getsockname()[1]
        opens(port, HERE)  # we ourselves do not count

        checked = phone_came(heard, ["10.0.0.5"], port, 0)

    assert told(checked) == [("The network", "no other machine came within 0 seconds")]
    assert "client isolation" in checked.found[0].remedy
    assert "hotspot" in checked.found[0].remedy


def test_a_network_that_lets_only_pages_through_is_named():
    with listen(free_port()) as opened, answering(opened) as heard:
        port = opened.getsockname()[1]
        opens(port, PHONE)

        checked = phone_came(heard, ["10.0.0.5"], port, 0)

    assert told(checked) == [("The network", "pages come through, live connections do not")]


def test_clocks_that_differ_are_named():
    heard = Heard(pages={PHONE}, live={PHONE: 90.4})

    checked = phone_came(heard, ["10.0.0.5"], 8501, 0)

    assert told(checked) == [
        ("This machine", f"its clock and the one of {PHONE} differ by 90 seconds")
    ]


def test_a_clock_behind_the_last_change_is_named():
    with Store() as store:
        store.create(scoring())
        assert clock(store).found == ()
        ahead = datetime.now(UTC) + timedelta(days=2)
        with store.writing() as db:
            db.execute(update(workshop).values(changed_at=ahead))

        (problem,) = clock(store).found

    assert problem.what.endswith(f"the last change is from {ahead:%Y-%m-%d %H:%M}+00:00")


@pytest.mark.parametrize(
    ("free", "files", "room", "named"),
    [
        (8000, 4096, 60, []),
        (None, None, 60, []),
        (700, 4096, 50, ["700 MB of memory are free"]),
        (8000, 256, 7, ["a program may have 256 files and connections open"]),
        (100, 4096, 0, ["100 MB of memory are free"]),
    ],
)
def test_a_machine_too_small_for_a_full_room_says_for_how_many_it_is(
    monkeypatch, free, files, room, named
):
    """By hand: (700 - 500) / 4 = 50 people; (256 - 200) / 8 = 7."""
    monkeypatch.setattr(beforehand, "free_mb", lambda: free)
    monkeypatch.setattr(beforehand, "open_files", lambda: files)

    assert people() == room
    assert [what for _, what in told(carries())] == named


def test_the_socket_is_free_again_afterwards():
    port = free_port()
    with listen(port) as opened, answering(opened):
        pass
    deadline = time.monotonic() + 30
    while True:
        try:
            listen(port).close()
            break
        except OSError:
            assert time.monotonic() < deadline
