"""How far a panel agrees: one method a file, and all of them together as ``agreement``."""

from cidesign.selection.agreement.leniency import leniency
from cidesign.selection.agreement.own_points import own_points
from cidesign.selection.agreement.panel import agreement
from cidesign.selection.agreement.untold import untold_of_leniency

__all__ = ["agreement", "leniency", "own_points", "untold_of_leniency"]
