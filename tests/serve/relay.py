"""A small relay in front of several servers, as a proxy with sticky routing is: whoever came once is
led to the same server again.
"""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

PASS = re.compile(rb"cidesign_pass=([^;\r\n]+)")


class Relay:
    """Passes each connection on whole; remembers by pass which server has it, and who asked whom."""

    def __init__(self, ports: list[int]) -> None:
        self._ports = ports
        self._of: dict[bytes, int] = {}
        self._lock = threading.Lock()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.asked: dict[int, set[bytes]] = {port: set() for port in ports}

    def run(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return  # it was shut
            threading.Thread(target=self._pass_on, args=(client,), daemon=True).start()

    def shut(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _pass_on(self, client: socket.socket) -> None:
        with client:
            head = b""
            while b"\r\n\r\n" not in head:
                if not (more := client.recv(65536)):
                    return
                head += more
            with socket.create_connection(("127.0.0.1", self._server_for(head))) as server:
                server.sendall(head)
                back = threading.Thread(target=_pump, args=(server, client), daemon=True)
                back.start()
                _pump(client, server)
                back.join()

    def _server_for(self, head: bytes) -> int:
        found = PASS.search(head)
        whose = found[1] if found else b""
        with self._lock:
            port = self._ports[self._of.setdefault(whose, len(self._of)) % len(self._ports)]
            self.asked[port].add(whose)
        return port


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return  # one side is gone; the other sees it too


@contextmanager
def relayed(ports: list[int]) -> Iterator[Relay]:
    """A relay while the block runs."""
    relay = Relay(ports)
    thread = threading.Thread(target=relay.run, daemon=True)
    thread.start()
    try:
        yield relay
    finally:
        relay.shut()
        thread.join()
