"""In how many weightings who comes first, against the plain NumPy way to count it, in one process
and in turn.
"""

import re
import resource
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np

from benchmarks.measure import in_turn, table, timed
from cidesign.domain.robustness import DecisionMatrix
from cidesign.selection import acceptability
from cidesign.selection.robustness.sampling import CHUNK, anything, chunks
from cidesign.selection.robustness.standing import lifted, places_with
from cidesign.selection.robustness.tally import pairs

SAMPLES = 100_000
ROUNDS = 15
PLAIN = "plain NumPy: places only"
ASKED = {(10, 8): 1.2, (100, 12): 1.5}
ASKED_MB = 200


def run() -> None:
    """100,000 samples of any weights: a short list on 8 criteria, and a hundred candidates on
    12.
    """
    for (candidates, criteria), asked in ASKED.items():
        matrix = drawn(candidates, criteria)
        values = np.array([[float(value) for value in row] for row in matrix.values])
        taken = in_turn(
            {
                PLAIN: timed(lambda values=values: plain_ranks(values, SAMPLES)),
                "ours: places, weights that win, who is ahead of whom": timed(
                    lambda matrix=matrix: acceptability(matrix, samples=SAMPLES)
                ),
                "  of it: who is ahead of whom": timed(_ahead_alone(values)),
            },
            rounds=ROUNDS,
        )
        table(
            f"Places of {candidates} candidates on {criteria} criteria, {SAMPLES:,} samples; "
            f"asked: {asked} x",
            taken,
            against=PLAIN,
        )
        apart = np.abs(
            plain_ranks(values, SAMPLES) - np.array(acceptability(matrix, samples=SAMPLES).ranks)
        ).max()
        chance = 4 * (2 * 0.25 / SAMPLES) ** 0.5
        print(
            f"  shares of places at most {apart:.4f} apart; two lots of draws differ by up to "
            f"about {chance:.4f}"
        )
        imports, most = (
            _peak_mb("pass"),
            _peak_mb(f"acceptability(drawn({candidates}, {criteria}), samples={SAMPLES})"),
        )
        print(
            f"  most memory of a fresh process: {most:.0f} MB, {imports:.0f} MB of it for the "
            f"imports; asked: under {ASKED_MB} MB"
        )


def plain_ranks(values: np.ndarray, samples: int) -> np.ndarray:
    """Candidates x places, as one first writes it: draw, normalise, multiply, argsort, bincount."""
    generator, size = np.random.default_rng(1), len(values)
    counted = np.zeros(size * size, np.int64)
    for begun in range(0, samples, CHUNK):
        weights = generator.standard_exponential((min(CHUNK, samples - begun), values.shape[1]))
        weights /= weights.sum(axis=1, keepdims=True)
        order = np.argsort(-(weights @ values.T), axis=1)
        counted += np.bincount((order * size + np.arange(size)).ravel(), minlength=size * size)
    return counted.reshape(size, size) / samples


def drawn(candidates: int, criteria: int) -> DecisionMatrix:
    """Values as they come, and equal weights."""
    values = np.random.default_rng(0).random((candidates, criteria)).tolist()
    return DecisionMatrix(
        candidates=tuple(f"c{place:03}" for place in range(candidates)),
        criteria=tuple(f"k{place:02}" for place in range(criteria)),
        values=tuple(tuple(map(Fraction, row)) for row in values),
        weights=(Fraction(1, criteria),) * criteria,
    )


def _ahead_alone(values: np.ndarray):
    standing = [
        places_with(lifted(values), weights)
        for weights in chunks(anything(values.shape[1]), SAMPLES, 1)
    ]
    return lambda: [pairs(np.less, one) for one in standing]


def _peak_mb(work: str) -> float:
    """The most memory a process of its own ever held."""
    program = (
        "from benchmarks.selection import acceptability, drawn, "
        f"most_held_mb\n{work}\nprint(most_held_mb())\n"
    )
    return float(
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True
        ).stdout
    )


def most_held_mb() -> float:
    """Of this process; where the system tells it (Linux) without what its parent held."""
    status = Path("/proc/self/status")
    if status.exists():
        return float(re.findall(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024**2 if sys.platform == "darwin" else 1024
    )
