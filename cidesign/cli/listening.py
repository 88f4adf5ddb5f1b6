"""Opens the port that the app will answer at, or says which to name instead."""

import errno
import socket

from cidesign.domain.problem import BadInput, Problem
from cidesign.serve import listen
from cidesign.serve.running import EVERYWHERE


def listening(port: int, host: str = "") -> socket.socket:
    """A socket that listens.

    Raises:
        BadInput: somebody else has the port, or the address is not this machine's.
    """
    try:
        return listen(port, host) if host else listen(port)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        if host and host != EVERYWHERE and error.errno != errno.EADDRINUSE:
            what = f"{host}:{port} cannot be opened ({said})"
            remedy = "name an address of this machine, or leave it out"
            raise BadInput([Problem("--host", what, remedy)]) from error
        what = f"port {port} cannot be opened ({said})"
        remedy = "name another one, such as --port 8600"
        raise BadInput([Problem("--port", what, remedy)]) from error
