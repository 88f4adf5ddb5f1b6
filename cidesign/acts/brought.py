"""The act that writes a table once it is understood."""

from cidesign.acts.act import Act
from cidesign.acts.kinds import ACTS
from cidesign.record.brought import Understood


def act_for(found: Understood) -> Act:
    """The act that writes a table which is ready and holds something.

    Raises:
        LookupError: no act brings in this kind of table.
    """
    kind = next((one for one in ACTS if getattr(one, "brings", "") == found.kind), None)
    if kind is None:
        raise LookupError(f"no act brings in {found.kind}")
    if "members" in kind.model_fields:
        return kind.model_validate({"members": found.rows})
    return kind.model_validate({"content": found.content})
