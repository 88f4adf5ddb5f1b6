"""Ids made of names people type, and names made of ids: Oak House & Sons becomes oak_house_sons,
and data_fund is read as Data fund.
"""

import re
import unicodedata
from collections.abc import Collection

LONGEST_ID = 40


def tidy(text: str) -> str:
    """What somebody wrote, on one line, spaces closed up."""
    return " ".join(text.split())


def name_from(id: str) -> str:
    """An id as people read it where nobody gave a name; one without an underscore as it stands."""
    words = tidy(id.replace("_", " "))
    return f"{words[:1].upper()}{words[1:]}" if "_" in id and words else id


def payer_named(id: str) -> str:
    """Who pays, as people read it: the name of an organization, which begins with a capital."""
    return id_as_named(name_from(id))


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


def id_as_named(name: str) -> str:
    """A name people gave to a post, a purchase or a gift, as its id: read everywhere as they wrote
    it, but for a capital at the beginning. Ids of our own have none, so none is taken for another.
    """
    named = tidy(name)
    return f"{named[:1].upper()}{named[1:]}"
