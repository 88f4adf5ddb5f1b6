"""What the lists change in the work there is: hours needed by them, and by the numbers the plan had
before. The agenda names groups and measures, and makes no hours, so it is put aside with them.
"""

from dataclasses import dataclass
from fractions import Fraction

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import rounded
from cidesign.domain.measures import MEASURES
from cidesign.domain.pathway import PATHWAY
from cidesign.domain.work import GROUPS, PARTNERS
from cidesign.domain.workshop import Bundle
from cidesign.outlook.need import with_first_need
from cidesign.record import reread
from cidesign.text import say

_COUNTED = (PARTNERS, GROUPS, MEASURES)


@dataclass(frozen=True)
class NeedMoved:
    """Hours a month in the first year: ``before`` by the numbers of the plan alone, ``after`` with
    those that our lists count in their place.
    """

    before: Fraction
    after: Fraction


def need_moved(bundle: Bundle, catalog: Catalog) -> NeedMoved | None:
    """None where no list counts anything, or the plan's hours are set by hand."""
    if bundle.plan is None or bundle.plan.drivers is None:
        return None
    if not any(file in bundle.files for file in _COUNTED):
        return None
    listed = {file: None for file in (*_COUNTED, PATHWAY) if file in bundle.files}
    return NeedMoved(_hours(reread(bundle, listed), catalog), _hours(bundle, catalog))


def _hours(bundle: Bundle, catalog: Catalog) -> Fraction:
    if bundle.plan is None:
        return Fraction(0)
    plan = with_first_need(bundle.plan, bundle.outlook, catalog.need_table())
    return sum((Fraction(hours) for hours in (plan.need or {}).values()), Fraction(0))


def moved_told(moved: NeedMoved | None) -> str:
    """The change in words; empty where nothing that is shown changes."""
    if moved is None or rounded(moved.before) == rounded(moved.after):
        return ""
    return say(
        "So the work takes {after:,} hours a month; by the plan's own numbers it takes {before:,}.",
        after=rounded(moved.after),
        before=rounded(moved.before),
    )
