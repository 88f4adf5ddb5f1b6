"""The act that writes a table once it is understood."""

from cidesign.acts.act import Act
from cidesign.acts.kinds import ACTS
from cidesign.record.brought import Understood


def acts_that_bring(kind: str) -> tuple[type[Act], ...]:
    """The kinds of acts that write a table of this kind, by its id."""
    return tuple(one for one in ACTS if getattr(one, "brings", "") == kind)


def act_for(found: Understood) -> Act:
    """The act that writes a table which is ready and holds something.

    Raises:
        LookupError: no act brings in this kind of table.
    """
    kinds = acts_that_bring(found.kind)
    if not kinds:
        raise LookupError(f"no act brings in {found.kind}")
    kind = kinds[0]
    if "members" in kind.model_fields:
        return kind.model_validate({"members": found.rows})
    return kind.model_validate({"content": found.content})
