"""The years in a few sentences, for where there is no page: when money runs out for a team that
stays, or what promised money carries.
"""

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import money
from cidesign.domain.naming import payer_named
from cidesign.domain.outlook import Outlook, OutlookPlan
from cidesign.domain.plan import Plan
from cidesign.outlook import raising
from cidesign.text import say
from cidesign.views.funding.words import watch
from cidesign.views.outlook import hiring_words
from cidesign.views.outlook.both import DOLLAR, There, both, carries, kept_of, there_is
from cidesign.views.outlook.bridge import bridge_of
from cidesign.views.outlook.carried import Carried
from cidesign.views.outlook.changes import changes
from cidesign.views.outlook.view import NO_YEARS


def kept_told(found: Outlook, plan: Plan, years: OutlookPlan) -> tuple[str, ...]:
    """Of a team that stays; why there are no years, where there are none."""
    if not found.years:
        mends = say("The command plan tells what would mend it.")
        return (*(say(one) for one in NO_YEARS[found.status == "infeasible"]), mends)
    needed = raising(found, fee_rate=plan.overhead.fee_rate)
    missing = (
        (say("{usd} is missing at the end.", usd=money(found.missing_usd)),)
        if found.missing_usd >= DOLLAR
        else ()
    )
    kept = kept_of(found, needed, years)
    return (both(kept, None).plain, *missing, *bridge_of(found), *_of_money(years, kept.there))


def _of_money(years: OutlookPlan, there: There) -> list[str]:
    """What of who pays may be a slip; where nobody does, where to say who does."""
    if not years.funding and not there.promised:
        return [say("Say who pays on the page Outlook, or in funding.yaml.")]
    return [
        say("{source}: {watch}", source=payer_named(one.id), watch=said)
        for one in years.funding
        for said in watch(one, years.start, years)
    ]


def hired_told(
    carried: Carried, plan: Plan, years: OutlookPlan, catalog: Catalog
) -> tuple[str, ...]:
    """Of a hiring plan: what it carries, what changes when, how good it is."""
    said = carries(carried, there_is(years)).plain
    if lacking := hiring_words.nothing(carried):
        return tuple(one for one in (said, lacking) if one)
    return (said, *changes(carried, plan, years, catalog), hiring_words.how_good(carried))
