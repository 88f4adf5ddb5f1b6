"""How long a save takes while a committee scores: `python -m benchmarks.saving [SECONDS]`.

40 members in four processes, each acting every three seconds on one workshop of 8 candidates and 9
criteria, through ``do``; each act is followed, after another pause, by a bare durable insert of as
many bytes into the same database, so that both meet the same disk and the same load. Then every
acknowledged act is looked for. On SQLite, and on PostgreSQL where there is one.
"""

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select

from cidesign.acts.give_score import GiveScore
from cidesign.record import read_files
from cidesign.workshop import Store
from cidesign.workshop.tables import act as act_table
from tools import postgres

PROCESSES, MEMBERS, CANDIDATES, CRITERIA = 4, 40, 8, 9
PAUSE_SECONDS = 3.0
SECONDS = 120.0
BARE = Table(
    "bare", MetaData(), Column("id", Integer, primary_key=True), Column("said", String(900))
)
SAID = "x" * 800
"""About what an act writes."""


def workshop() -> dict[str, bytes]:
    """A workshop whose round is open: all have declared, nothing is scored."""
    members = "".join(f"- {{id: m{number}, name: Member {number}}}\n" for number in range(MEMBERS))
    criteria = "".join(
        f"- {{id: k{number}, weight: 10, scale: {{worst: 1, best: 5, step: 1}}}}\n"
        for number in range(CRITERIA)
    )
    candidates = "".join(f"c{number},Candidate {number}\n" for number in range(CANDIDATES))
    declared = "".join(
        f"m{member},c{candidate}\n" for member in range(MEMBERS) for candidate in range(CANDIDATES)
    )
    seal = "seal: {version: 1, at: 2027-01-01, by: Ana Reyes, sha256: 00}\n"
    return {
        "workshop.yaml": f"name: Load\nstage: scoring\nmembers:\n{members}".encode(),
        "rules.yaml": f"missing: leave_out\ncriteria:\n{criteria}{seal}".encode(),
        "candidates.csv": f"id,name\n{candidates}".encode(),
        "declarations.csv": f"rater,candidate\n{declared}".encode(),
    }


def process(url: str, id: str, number: int, seconds: float) -> None:
    """Ten members of one process; prints what each act and each insert took, as JSON."""
    told: dict[str, list[float]] = {"acts": [], "bare": [], "cpu": []}
    nonces: list[str] = []
    with Store(url) as store:
        store.read(id)
        end = time.monotonic() + seconds
        members = range(number, MEMBERS, PROCESSES)
        threads = [
            threading.Thread(target=_member, args=(store, id, member, end, told, nonces))
            for member in members
        ]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    print(json.dumps({**told, "nonces": nonces}))


def _member(
    store: Store,
    id: str,
    member: int,
    end: float,
    told: dict[str, list[float]],
    nonces: list[str],
) -> None:
    drawn, place = random.Random(member), 0
    time.sleep(drawn.uniform(0, PAUSE_SECONDS))
    while time.monotonic() < end:
        act = GiveScore(
            rater=f"m{member}",
            candidate=f"c{drawn.randrange(CANDIDATES)}",
            criterion=f"k{drawn.randrange(CRITERIA)}",
            score=Decimal(drawn.randint(1, 5)),
            reason="What made us choose this level, in a sentence of usual length.",
        )
        nonce = f"{member}.{place}"
        cpu, began = time.thread_time(), time.perf_counter()
        store.do(id, act, nonce=nonce)
        told["acts"].append(time.perf_counter() - began)
        told["cpu"].append(time.thread_time() - cpu)
        nonces.append(nonce)
        time.sleep(drawn.uniform(0, PAUSE_SECONDS))
        began = time.perf_counter()
        with store._engine.begin() as db:
            db.execute(insert(BARE).values(said=SAID))
        told["bare"].append(time.perf_counter() - began)
        place += 1
        time.sleep(drawn.uniform(0, PAUSE_SECONDS))


def measured(name: str, url: str, seconds: float) -> None:
    """One run on one database, printed in three lines."""
    with Store(url) as store:
        id = store.create(read_files(workshop()))
        BARE.metadata.create_all(store._engine)
    command = [sys.executable, "-m", "benchmarks.saving", "--process", url, id]
    running = [
        subprocess.Popen([*command, str(number), str(seconds)], stdout=subprocess.PIPE, text=True)
        for number in range(PROCESSES)
    ]
    said = [json.loads(one.communicate()[0]) for one in running]
    with Store(url) as store:
        with store._engine.connect().execution_options(readonly=True) as db, db.begin():
            kept = set(db.execute(select(act_table.c.nonce)).scalars())
        faults = store.faults(id)
    acts, bare, cpu = ([t for one in said for t in one[key]] for key in ("acts", "bare", "cpu"))
    lost = [nonce for one in said for nonce in one["nonces"] if nonce not in kept]
    ratio = _quantile(acts, 0.95) / _quantile(bare, 0.95)
    print(f"\nsaving on {name}: {len(acts)} acts in {seconds:g} s by {MEMBERS} members")
    for label, taken in (("an act", acts), ("a bare durable insert", bare)):
        middle, high = (1000 * _quantile(taken, share) for share in (0.5, 0.95))
        print(f"  {label:<22} median {middle:6.1f} ms   p95 {high:6.1f} ms")
    print(
        f"  p95 of an act {ratio:.2f} x the insert's; CPU {1000 * sum(cpu) / len(cpu):.2f} ms an "
        f"act; {len(lost)} lost; {len(faults)} faults"
    )


def _quantile(taken: list[float], share: float) -> float:
    return sorted(taken)[min(len(taken) - 1, int(share * len(taken)))]


@contextmanager
def databases() -> Iterator[list[tuple[str, str]]]:
    """Where to measure: a file, and a server of our own where its programs are here."""
    with tempfile.TemporaryDirectory() as folder:
        found = [("SQLite", f"sqlite:///{Path(folder) / 'store.db'}")]
        if postgres.found() is None:
            print("no PostgreSQL here: SQLite only")
            yield found
            return
        with postgres.served(durable=True) as url:
            yield [*found, ("PostgreSQL", url)]


def run(seconds: float = SECONDS) -> None:
    """Both databases, one after the other."""
    with databases() as found:
        for name, url in found:
            measured(name, url, seconds)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--process"]:
        process(sys.argv[2], sys.argv[3], int(sys.argv[4]), float(sys.argv[5]))
    else:
        run(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
