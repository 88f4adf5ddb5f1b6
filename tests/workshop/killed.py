"""A program that acts on one workshop in children of its own, kills each at a random moment, and
prints the nonces of all acts that were acknowledged before.
"""

import os
import random
import signal
import sys
import time
from decimal import Decimal

from cidesign.acts.give_score import GiveScore
from cidesign.workshop import Store
from tests.workshop.bundles import years

CRITERIA = ("reach", "trust")


def act_until_killed(url: str, id: str, number: int, told: int) -> None:
    """Scores and changes of a document in turn; each nonce is written once its act is kept."""
    with Store(url) as store:
        for place in range(10_000):
            if place % 5 == 4:
                act = years(1 + place % 10)
            else:
                act = GiveScore(
                    rater=("ana", "ben")[place % 2],
                    candidate=("oak", "elm")[place // 2 % 2],
                    criterion=CRITERIA[place % 2],
                    score=Decimal(1 + place % 5),
                )
            nonce = f"{number}.{place}"
            store.do(id, act, nonce=nonce)
            os.write(told, f"{nonce}\n".encode())


def main(url: str, id: str, kills: int, seed: int) -> None:
    drawn = random.Random(seed)
    for number in range(kills):
        reads, writes = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reads)
            try:
                act_until_killed(url, id, number, writes)
            finally:
                os._exit(1)
        os.close(writes)
        first = os.read(reads, 4096)  # it has begun
        time.sleep(drawn.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        rest = b""
        while more := os.read(reads, 65536):
            rest += more
        os.close(reads)
        sys.stdout.write((first + rest).decode())
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
