"""``serve`` opens the app on this machine only, quietly, and says so when it cannot."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cidesign.serve import listen
from tests.cli.files import lines, run
from tools.serving import free_port, served

pytestmark = pytest.mark.slow

LISTENING = "0A"
LOOPBACK = "0100007F"  # 127.0.0.1 as the kernel's table writes it


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """The port of a running app, and the file with all it has printed."""
    folder = tmp_path_factory.mktemp("served")
    with served(folder) as url:
        yield int(url.rpartition(":")[2]), folder / "serve.log"


def listeners(port):
    """Local addresses on which somebody listens at a port, by table of the kernel."""
    found = []
    for table in ("tcp", "tcp6"):
        for row in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            address, _, at = row.split()[1].partition(":")
            if row.split()[3] == LISTENING and int(at, 16) == port:
                found.append((table, address))
    return found


@pytest.mark.skipif(
    not Path("/proc/net/tcp").exists(), reason="the kernel's table of sockets is a Linux file"
)
def test_the_app_listens_on_the_loopback_address_alone(app):
    port, _ = app

    assert listeners(port) == [("tcp", LOOPBACK)]
    with socket.create_connection(("127.0.0.1", port), timeout=2):
        pass
    with pytest.raises(OSError, match=r"refused|unreachable"):
        socket.create_connection(("127.0.0.2", port), timeout=2)


def test_the_app_tells_its_address_and_logs_no_visit(app):
    port, log = app

    with socket.create_connection(("127.0.0.1", port), timeout=10) as visit:
        visit.sendall(
            b"GET /?token=SECRET HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        )
        assert visit.recv(15) == b"HTTP/1.1 200 OK"

    assert (
        log.read_text(encoding="utf-8")
        == f"cidesign is open at http://127.0.0.1:{port} on this machine; stop it with Ctrl+C.\n"
    )


def test_a_port_that_is_taken_is_one_clear_line():
    with listen(free_port()) as taken:
        port = taken.getsockname()[1]

        told = lines(run("serve", "--port", port))

    assert told == [
        (
            f"--port: port {port} cannot be opened (address already in use); name another one, "
            "such "
            "as "
            "--port 8600"
        )
    ]


def test_listening_names_no_address_but_loopback():
    with listen(free_port()) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


@pytest.mark.skipif(
    os.name != "posix", reason="Ctrl+C is sent to another process by its group here"
)
def test_it_can_be_stopped_with_the_keyboard(tmp_path):
    port = free_port()
    command = [
        sys.executable,
        "-c",
        "from cidesign.cli import main; main()",
        "serve",
        "--port",
        str(port),
    ]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
    )
    assert process.stdout is not None
    process.stdout.readline()

    process.send_signal(signal.SIGINT)

    _, told = process.communicate(timeout=60)
    assert "Traceback" not in told
    assert process.returncode == 130


def test_the_settings_beside_the_app_hold_from_any_folder(tmp_path):
    script = (
        "import cidesign.serve.running as serve\n"
        "serve._Telling.run = lambda self, sockets: None\n"
        "serve.run(None, print)\n"
        "from streamlit import config\n"
        "from streamlit.runtime.pages_manager import PagesManager\n"
        "print(config.get_option('client.showErrorDetails'), "
        "config.get_option('runner.postScriptGC'), PagesManager.uses_pages_directory)\n"
        "from cidesign.workshop import default_url\n"
        "print(default_url())\n"
    )

    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "CIDESIGN_STORE": "sqlite:///ours.db"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.splitlines() == ["none False False", f"sqlite:///{tmp_path / 'ours.db'}"]


def test_a_host_without_share_is_refused():
    told = lines(run("serve", "--host", "127.0.0.1"))

    assert told == ["--host: goes with --share only; add --share"]
