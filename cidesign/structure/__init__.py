"""Which backbone structure fits a committee's answers, what to watch, and how to select a host."""

from cidesign.structure.fitting import fit
from cidesign.structure.mode import advise_mode
from cidesign.structure.nearest import LEAST_SHARED, nearest
from cidesign.structure.profile import faults_of

__all__ = ["LEAST_SHARED", "advise_mode", "faults_of", "fit", "nearest"]
