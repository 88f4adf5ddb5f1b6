"""One piece of what a plan pays for, as it was found: what is paid, what it is for, and which
grants pay for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal


class Use(StrEnum):
    """What a dollar is for that works in no function."""

    LEADING = "leading"
    UNASSIGNED = "unassigned"
    OFFICE = "office"
    HIRING = "hiring"
    HOST = "host"
    RESERVE = "reserve"
    UNSPENT = "unspent"


Kind = Literal["role", "line", "office", "hiring", "host", "reserve", "unspent"]


@dataclass(frozen=True, order=True)
class Item:
    """What is paid: a post (``role``), a purchase (``line``), or one of the parts beside them.
    Posts and purchases have an id; hiring has that of the post, parting has none.
    """

    kind: Kind
    id: str = ""


@dataclass(frozen=True)
class Spent:
    """One piece of a year's cost, in dollars that are not rounded.

    Args:
        item: what is paid.
        use: what it is for: a function's id, or one of ``Use``.
        usd: direct dollars after gifts in kind.
        given_usd: dollars of gifts on it.
        indirect_usd: what the host charges on it.
        grants: direct dollars each grant pays of it.
        grants_indirect: what each grant pays of the host's charge on it.
    """

    item: Item
    use: str
    usd: Decimal
    given_usd: Decimal = Decimal(0)
    indirect_usd: Decimal = Decimal(0)
    grants: Mapping[str, Decimal] = field(default_factory=dict)
    grants_indirect: Mapping[str, Decimal] = field(default_factory=dict)
