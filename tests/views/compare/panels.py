"""A small selection for tests of steps: three criteria, three candidates, four members, rules
sealed.
"""

from typing import Any

from cidesign.domain.workshop import Bundle
from cidesign.record import read_files

RULES = """criteria:
  - id: trust
    label: Trust
    question: Would partners trust them?
    weight: 50
    scale: {worst: 1, best: 5, step: 1, levels: {1: "Seen as taking sides. Few would come.", 5: "Asked by all. Rivals ask them."}}
    pass_mark: 3
  - id: reach
    label: Reach
    weight: 30
    scale: {worst: 1, best: 5, step: 1}
    pass_mark: 2
  - id: price
    label: Price
    weight: 20
    scale: {worst: 100, best: 0}
    calculated: true
    pass_mark: 60
missing: leave_out
quorum: 2
"""
SEAL = 'seal: {version: 1, at: "2026-09-14", by: Dee, sha256: abc}\n'
MEMBERS = (
    "members: [{id: ana, name: Ana Reyes}, {id: ben, name: Ben Okafor}, {id: chi, name: Chi "
    "Tran}, {id: dee, name: Dee Walker}]\n"
)
CANDIDATES = (
    "id,name,kind,eligible,price,our note\noak,Oak House,nonprofit,yes,40,seen\n"
    "elm,Elm Fund,foundation,yes,20,\nash,Ash Works,agency,no,,\n"
)


def bundle(
    stage: str = "sealed", *, sealed: bool = True, rules: str = RULES, more: str = "", **files: Any
) -> Bundle:
    """The selection; ``files`` by their stem, such as ``scores="rater,…"``; ``more``: further lines
    of workshop.yaml.
    """
    given = {f"{stem}.csv": str(text).encode() for stem, text in files.items() if text}
    return read_files(
        {
            "workshop.yaml": f"name: Mill Creek\n{MEMBERS}stage: {stage}\n{more}".encode(),
            "rules.yaml": (rules + (SEAL if sealed else "")).encode(),
            "candidates.csv": CANDIDATES.encode(),
            **given,
        }
    )


HEAD = "rater,candidate,criterion,score,round,reason,via,entered_by,seq\n"


def scores(*rows: str) -> str:
    """A score table of such rows as ``ana oak trust 4`` or ``ana oak trust 4 2`` (with a round),
    numbered in their order.
    """
    lines = []
    for seq, row in enumerate(rows, start=1):
        rater, candidate, criterion, score, turn = [*row.split(), "1"][:5]
        lines.append(
            f"{rater},{candidate},{criterion},{'' if score == '-' else score},{turn},,,,{seq}\n"
        )
    return HEAD + "".join(lines)
