"""What the app keeps to when it is killed, started again, or asked for a page first; and on which
addresses it listens.
"""

import socket

import pytest
from playwright.sync_api import expect

from tests.ui.driving import (
    PAGES,
    SERVE,
    STREAMLIT_RUN,
    Server,
    choose,
    chosen,
    connected_again,
    open_example,
    settled,
    shows,
)
from tools.browser import Watch

pytestmark = pytest.mark.browser
AWAY = "[data-testid=stApp]:not([data-test-connection-state=CONNECTED])"


@pytest.fixture
def server(tmp_path, request):
    started = Server(tmp_path, getattr(request, "param", SERVE))
    yield started
    started.kill()


@pytest.fixture
def tab(browser, server):
    with browser.new_context(
        base_url=server.url, viewport={"width": 1280, "height": 900}
    ) as context:
        opened = context.new_page()
        opened.set_default_timeout(30_000)
        yield opened


@pytest.mark.parametrize(
    ("server", "path"),
    [
        (SERVE, "/team"),
        (STREAMLIT_RUN, "/score"),
        *(
            pytest.param(SERVE, path, marks=pytest.mark.soak)
            for path in sorted({*PAGES} - {"/team"})
        ),
        pytest.param(STREAMLIT_RUN, "/memo", marks=pytest.mark.soak),
    ],
    indirect=["server"],
)
def test_a_fresh_server_that_is_asked_for_a_page_first_shows_it_whole(tab, path):
    watch = Watch(tab)

    tab.goto(path)
    settled(tab)

    shows(tab, "No workshop is open")
    expect(tab.locator("[data-testid=stSidebar]").get_by_role("link")).to_have_count(1 + len(PAGES))
    assert tab.title().endswith("cidesign")
    assert watch.faults() == []


def test_a_change_survives_a_killed_server_and_the_open_page_goes_on(tab, server):
    address = open_example(tab)
    tab.goto(f"/structure?{address}")
    settled(tab)
    choose(tab, "neutrality", 1)

    server.kill()
    tab.locator(AWAY).wait_for()
    server.start()
    connected_again(tab)
    kept = chosen(tab, "neutrality")
    tab.locator(".st-key-structure-funding [role=radio]").nth(0).click()
    expect(tab.get_by_text("The connection was lost for a while")).to_be_visible()
    expect(tab.locator(".st-key-structure-funding [role=radio]").nth(2)).to_have_attribute(
        "aria-checked", "true"
    )
    choose(tab, "funding", 0)
    expect(tab.get_by_text("The connection was lost for a while")).to_have_count(0)
    tab.reload()
    settled(tab)

    # The first click on a page that outlived its server is not saved, and the page says so; the
    # next one is.
    assert kept == "1"
    assert (chosen(tab, "neutrality"), chosen(tab, "funding")) == ("1", "0")


@pytest.mark.soak
def test_while_the_server_is_away_nothing_can_be_chosen(tab, server):
    address = open_example(tab)
    tab.goto(f"/structure?{address}")
    settled(tab)

    server.kill()
    tab.locator(AWAY).wait_for()

    expect(tab.locator(".st-key-structure-funding [role=radio]").first).to_be_disabled()
    server.start()


@pytest.mark.soak
def test_after_a_restart_a_new_visitor_finds_the_workshop_at_the_front_door(tab, server, browser):
    open_example(tab)

    server.kill()
    server.start()
    with browser.new_context(base_url=server.url) as context:
        new = context.new_page()
        new.goto("/")
        settled(new)

        expect(new.get_by_text("Kept on this machine")).to_be_visible()
        expect(new.get_by_role("button", name="Open", exact=True)).to_be_visible()


@pytest.mark.parametrize("server", [STREAMLIT_RUN], ids=["streamlit run"], indirect=True)
def test_the_port_is_closed_on_every_other_address_without_our_own_command_too(server):
    others = {
        info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    } | {"127.0.0.2"}

    opened = [address for address in others - {"127.0.0.1"} if _answers(address, server.port)]

    assert _answers("127.0.0.1", server.port)
    assert opened == []


def _answers(address: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex((address, port)) == 0
