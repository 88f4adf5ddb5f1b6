"""Ids made of names people type: Oak House & Sons becomes oak_house_sons."""

import re
import unicodedata
from collections.abc import Collection

LONGEST_ID = 40


def id_from(name: str, taken: Collection[str], *, otherwise: str) -> str:
    """A short id made of a name that none of ``taken`` has; ``otherwise``: where no letter of the
    name can stand in an id.
    """
    spelled = (
        unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").casefold()
    )
    stem = "_".join(re.findall("[a-z0-9]+", spelled))[:LONGEST_ID].strip("_") or otherwise
    return next(
        id
        for number in range(1, len(taken) + 2)
        if (id := stem if number == 1 else f"{stem}_{number}") not in taken
    )
