"""Servers of the sheet's routes as copies of one process that has everything loaded, so that one
that is killed is there again at once: `python -m tests.serve.forked`. Each line read holds a
port, a store and a workshop, as JSON; the number of the process that serves them is written back.
"""

import json
import os
import signal
import sys

from tests.serve import sheet_server


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever is killed is gone, and no zombie
    for line in sys.stdin:
        port, url, workshop = json.loads(line)
        child = os.fork()
        if child == 0:
            os.setsid()
            sheet_server.main(port, url, workshop)
            os._exit(0)
        print(child, flush=True)  # noqa: T201 - what is asked for


if __name__ == "__main__":
    main()
