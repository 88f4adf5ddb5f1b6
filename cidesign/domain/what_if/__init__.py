"""What if: questions about a plan and its years that leave both as they are. One object for each,
one file for each, and the one list of them.

Whatever asks, keeps or tells a what-if loops over ``WHAT_IFS``: the page, saved scenarios, the
command line. Their sentences stand in ``views.scenarios.what_if_words``.
"""

from collections.abc import Collection
from typing import Any

from pydantic import create_model

from cidesign.domain.outlook import OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.domain.value import Model
from cidesign.domain.what_if.budget import BUDGET
from cidesign.domain.what_if.grant_length import GRANT_LENGTH
from cidesign.domain.what_if.host import HOST
from cidesign.domain.what_if.hours_per_partner import HOURS_PER_PARTNER
from cidesign.domain.what_if.match_fails import MATCH_FAILS
from cidesign.domain.what_if.needs import NEEDS
from cidesign.domain.what_if.one_more import ONE_MORE
from cidesign.domain.what_if.pay import PAY
from cidesign.domain.what_if.renewed import RENEWED
from cidesign.domain.what_if.smallest_post import SMALLEST_POST
from cidesign.domain.what_if.source_lost import SOURCE_LOST
from cidesign.domain.what_if.subject import Source, Subject, subject_of, told
from cidesign.domain.what_if.unrestricted import UNRESTRICTED
from cidesign.domain.what_if.what_if import (
    Amount,
    Doubt,
    MonthsOfSources,
    NumbersOfSources,
    OfPosts,
    OfSome,
    OfSources,
    OneOf,
    Percentage,
    WhatIf,
    Why,
    YearOfSources,
)
from cidesign.domain.what_if.without_post import WITHOUT_POST

__all__ = [
    "NOTHING_ASKED",
    "WHAT_IFS",
    "Amount",
    "Asked",
    "Doubt",
    "MonthsOfSources",
    "NumbersOfSources",
    "OfPosts",
    "OfSome",
    "OfSources",
    "OneOf",
    "Percentage",
    "Source",
    "Subject",
    "WhatIf",
    "WhatIfs",
    "Why",
    "YearOfSources",
    "doubts_of",
    "fitting",
    "subject_of",
    "would_be",
]

WHAT_IFS: tuple[WhatIf, ...] = (
    BUDGET,
    SOURCE_LOST,
    MATCH_FAILS,
    GRANT_LENGTH,
    RENEWED,
    UNRESTRICTED,
    PAY,
    SMALLEST_POST,
    WITHOUT_POST,
    ONE_MORE,
    NEEDS,
    HOURS_PER_PARTNER,
    HOST,
)
"""In the order in which people see them. Which order they are asked in changes nothing."""


class Asked(Model):
    """What is asked together: the setting of each of ``WHAT_IFS`` under its key; one left out is
    off. ``WhatIfs`` has the keys.
    """

    def of(self, what_if: WhatIf) -> Any:
        """The setting of one."""
        return getattr(self, what_if.key)

    @property
    def on(self) -> tuple[tuple[WhatIf, Any], ...]:
        """Those that are on, each with its setting."""
        return tuple((one, self.of(one)) for one in WHAT_IFS if self.of(one) != one.off)

    def __bool__(self) -> bool:
        return bool(self.on)

    def written(self) -> dict[str, Any]:
        """As it stands in a file: what is on, and nothing else."""
        return {one.key: setting for one, setting in self.on}


_KEYS: dict[str, Any] = {one.key: (one.setting, one.off) for one in WHAT_IFS}
WhatIfs = create_model("WhatIfs", __base__=Asked, **_KEYS)
NOTHING_ASKED = WhatIfs()


def would_be(
    plan: Plan, years: OutlookPlan | None, asked: Asked
) -> tuple[Plan, OutlookPlan | None]:
    """The plan and the years as they would be; what was given stays as it was, and comes back where
    nothing is asked. On whose terms stands in ``asked`` alone.
    """
    before = after = subject_of(plan, years)
    for what_if, setting in asked.on:
        after = what_if.change(after, setting)
    found = told(before, after)
    return found.plan, found.years


def fitting(
    plan: Plan, years: OutlookPlan | None, asked: Asked, hosts: Collection[str] = ()
) -> Asked:
    """What of it changes something in plan and years as they are now. ``hosts``: ids of those who
    say their terms.
    """
    subject, settings = subject_of(plan, years, hosts), {}
    for what_if, setting in asked.on:
        doubts = what_if.doubts(subject, setting)
        void = {doubt.id for doubt in doubts if doubt.why.changes_nothing}
        settings[what_if.key] = what_if.without(setting, void)
    return WhatIfs.model_validate(settings)


def doubts_of(
    plan: Plan, years: OutlookPlan | None, asked: Asked, hosts: Collection[str] = ()
) -> tuple[tuple[WhatIf, Doubt], ...]:
    """What of it does not fit plan and years as they are now."""
    subject = subject_of(plan, years, hosts)
    return tuple(
        (what_if, doubt)
        for what_if, setting in asked.on
        for doubt in what_if.doubts(subject, setting)
    )
