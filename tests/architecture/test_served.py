"""The app as it is served: reached from this machine only, and entered through app.py whatever address is asked first."""

import socket
from urllib.parse import urlsplit

import pytest

from tools.serving import served
from tools.visitor import Visitor, exceptions

pytestmark = pytest.mark.slow


def own_addresses() -> set[str]:
    """Addresses this machine answers on, other than 127.0.0.1: that of its name, of its way out, and the rest of the loopback."""
    named = {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None)}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: nothing is sent, the system only picks the way out
            named.add(probe.getsockname()[0])
        except OSError:
            pass  # a machine without a network has no way out to try
    return (named | {"127.0.0.2", "::1"}) - {"127.0.0.1"}


def test_the_port_is_closed_on_every_address_but_loopback(app_url):
    port = urlsplit(app_url).port

    opened = []
    for address in own_addresses():
        try:
            socket.create_connection((address, port), timeout=2).close()
            opened.append(address)
        except OSError:
            continue

    socket.create_connection(("127.0.0.1", port), timeout=2).close()
    assert opened == []


@pytest.mark.parametrize("path", ["/team", "/"])
def test_the_first_visitor_of_a_fresh_server_comes_in_through_the_app(tmp_path, path):
    with served(tmp_path) as url, Visitor(url) as visitor:
        drawn = visitor.visit(path)

        assert exceptions(drawn) == []
        assert {"structure", "compare", "team", "outlook"} <= set(visitor.pages)
