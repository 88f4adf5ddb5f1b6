"""The sentences about the hiring plan: how far the search is, how good the plan is, and its years
in rows.
"""

from cidesign.domain.catalog import Catalog
from cidesign.domain.figures import fte, inside, money, percent
from cidesign.domain.outlook import HiringQuestion, OutlookPlan
from cidesign.text import mark, say
from cidesign.views.outlook.both import end_of
from cidesign.views.outlook.carried import Carried
from cidesign.views.outlook.rows import label_of_year

ASKED = {
    HiringQuestion.LACKING: mark("no function below the least coverage, as far as money reaches"),
    HiringQuestion.LEAST: mark("the worst year as good as it can be"),
    HiringQuestion.AVERAGE: mark("all years together as good as they can be"),
    HiringQuestion.STEADY: mark("as few changes of posts as possible"),
    HiringQuestion.FREE: mark("as much free cash at the end as possible"),
}
PROVEN = 0.001
"""Up to this share a plan counts as the best there is (CONTRACT 4)."""


def about() -> str:
    """What is worked out, before it is."""
    return say(
        "Posts year by year that promised money pays to its end, without a budget of its own. "
        "Working it out takes up to half a minute; a first answer comes sooner, and you may stop."
    )


def failed() -> str:
    """That the search ended without any plan."""
    return say("No plan was found in time. Look again; fewer years or posts make it quicker.")


def soon() -> str:
    """That there is nothing to see yet."""
    return say("A first plan stands here as soon as it is found.")


def waiting() -> str:
    """That it begins once another is over."""
    return say("Another search goes on; this one begins as soon as that is over.")


def step(question: HiringQuestion | None, seconds: float) -> str:
    """How far the search is."""
    if question is None:
        return say("Looking for a first plan, {seconds} seconds so far.", seconds=round(seconds))
    order = list(HiringQuestion)
    return say(
        "Step {n} of {all}: {asked}. {seconds} seconds so far.",
        n=order.index(question) + 1,
        all=len(order),
        asked=say(ASKED[question]),
        seconds=round(seconds),
    )


def so_far(gap: float) -> str:
    """How much better the answer to the question that is asked may still become."""
    if gap >= 1:
        return say("The plan so far; how much better one there may be is not known yet.")
    return say("The plan so far; a better one may lie above it by up to {gap}.", gap=percent(gap))


def how_good(carried: Carried) -> str:
    """Whether a better plan may exist."""
    if carried.status == "optimal":
        return say("No better plan exists, to a tenth of a percent.")
    if carried.gap >= 1:
        return say("This is the best plan found before the search ended; a better one may exist.")
    return say(
        "This is the best plan found before the search ended; a better one may lie above it by up "
        "to {gap}.",
        gap=percent(carried.gap),
    )


def nothing(carried: Carried) -> str:
    """Why there are no posts to show, with a way out; empty where there are some."""
    if carried.status == "infeasible":
        return say(
            "Parting with those in post costs more than there is: add who pays, or free money at "
            "the start."
        )
    if not carried.years:
        return say("No plan was found in time. Look again, or make fewer years or posts.")
    if not any(carried.fte):
        return say(
            "No post costs as little as there is: add who pays, or allow a smaller post on Team "
            "and budget."
        )
    return ""


def claim(carried: Carried) -> str:
    """The heading over the posts."""
    counts, end = carried.fte, end_of(carried.through)
    if fte(min(counts)) == fte(max(counts)):
        return say("{fte} FTE through {end}", fte=fte(max(counts)), end=end)
    return say(
        "{least} to {most} FTE through {end}",
        least=fte(min(counts)),
        most=fte(max(counts)),
        end=end,
    )


def note(step_fte: str) -> str:
    """How to read the posts."""
    return say(
        "A brick is {step} FTE. Filled: stays; pale: comes that year; outline: leaves that year.",
        step=step_fte,
    )


def work_rows(carried: Carried, years: OutlookPlan, catalog: Catalog) -> list[dict[str, str]]:
    """What each year covers."""
    return [
        {
            say("Year"): label_of_year(years.start, place),
            say("FTE"): fte(year.fte),
            say("Covered"): say("none") if year.covered is None else percent(year.covered),
            say("Weakest"): say(
                "{function} {share}",
                function=inside(catalog.labels.functions[year.weakest]),
                share=percent(year.weakest_share or 0.0),
            )
            if year.weakest
            else say("none"),
        }
        for place, year in enumerate(carried.years)
    ]


def money_rows(carried: Carried, years: OutlookPlan) -> list[dict[str, str]]:
    """What each year costs and ends with."""
    return [
        {
            say("Year"): label_of_year(years.start, place),
            say("Cost"): money(year.cost_usd),
            say("Money in"): money(year.funding_usd),
            say("Free cash at the end"): money(year.balance_usd),
        }
        for place, year in enumerate(carried.years)
    ]
