"""A second opinion on the cash: one post, one function, one award, month after month in plain
arithmetic.

Written from the contract's section 4 alone; shares nothing with the product.
"""

from dataclasses import dataclass

POST_HOURS = 130


@dataclass(frozen=True)
class Story:
    """What happens: dollars, shares and month numbers (0 is the start; an award may begin before
    it).
    """

    salary: int
    need: int
    raises: float
    office: int
    prices: float
    fee: float
    hiring: float
    ramp: float
    opening: int
    years: int
    usd: int
    first: int
    last: int
    every: int
    days: int | None
    restricted: bool


def told(story: Story) -> dict:
    """Per year cost, funding, unspendable, reserve and gap; the month number that runs out; free
    cash of each month.
    """
    cash = story.opening
    held = claimed = 0.0
    arrivals = [0.0] * 1000
    years, month_ends, runs_out = [], [], None
    for year in range(story.years):
        salary = story.salary * (1 + story.raises) ** year
        hours = POST_HOURS * (1 - story.ramp) if year == 0 else POST_HOURS
        useful = min(hours, story.need)
        vision = salary * useful / POST_HOURS / 12
        all_cost = (salary + story.office * (1 + story.prices) ** year) / 12
        sums = {"cost": 0.0, "funding": 0.0, "unspendable": 0.0}
        for month in range(12 * year, 12 * year + 12):
            cost = all_cost + (story.hiring * story.salary if month == 0 else 0)
            in_force = story.first <= month <= story.last
            received = 0.0
            if story.days is None:
                if in_force and (month - story.first) % story.every == 0:
                    received = story.usd / 12 * min(story.every, story.last - month + 1)
                if story.restricted:
                    held += received * (1 - story.fee)
                    from_grant = min(held, vision) if in_force else 0.0
                    held -= from_grant
                    cash -= cost - from_grant
                else:
                    cash += received * (1 - story.fee) - cost
                if month == story.last and story.restricted:
                    sums["unspendable"] += held
                    held = 0.0
            else:
                if in_force:
                    allowed = story.usd / 12 * (month - max(story.first, 0) + 1) - claimed
                    claim = min(vision if story.restricted else cost, allowed * (1 - story.fee)) / (
                        1 - story.fee
                    )
                    claimed += claim
                    wait = story.days // 30 + (1 if story.days % 30 else 0)
                    arrivals[month + wait] += claim
                    if month == story.last:
                        sums["unspendable"] += allowed - claim
                received = arrivals[month]
                cash += received * (1 - story.fee) - cost
            sums["cost"] += cost + received * story.fee
            sums["funding"] += received
            month_ends.append(cash)
            if runs_out is None and cash < -0.005:
                runs_out = month
        years.append({**sums, "reserve": max(cash, 0), "gap": max(-cash, 0)})
        cash = max(cash, 0)
    return {"years": years, "runs_out": runs_out, "months": month_ends}
