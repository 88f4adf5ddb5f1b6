"""Everything that changes a workshop: one file for each kind of act, in the order of the walk."""

from cidesign.acts.act import Act, Personal, Shared
from cidesign.acts.kinds import ACTS, act_kind, rater_field

__all__ = ["ACTS", "Act", "Personal", "Shared", "act_kind", "rater_field"]
