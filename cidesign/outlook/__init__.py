"""The years ahead: what will be needed, what the team covers, and when the money runs out.

What the contract leaves open is settled here:

- A year runs from an anniversary of the start; its need is the mean of its twelve months' needs.
- Team and lines of every year are those the plan buys under its own budget. The hours of every
  year, the first included, are booked anew; a function's capacity is what is booked and bought for
  it and counts, so at most its need.
- Gifts in kind are used as far as the plan uses them, and grow with the price of what they offset:
a loaned post stays loaned. - Hiring cost is a share of salary without benefits, for every FTE,
loaned or paid; it is no function's cost and bears no
  indirect. Nobody leaves, so nothing is severed.
- Cost has no reserve contribution. A host's fee is cost in the month in which the money it is taken
from arrives. - Money arrives at the start of a month, cost falls during it, and free cash is told
at its end; half a cent is tolerated. - A restricted grant paid ahead is spent only on function cost
of its functions, from its first to its last month, net of the fee.
  Grants of one month are served in order of id, those paid ahead before those in arrears, so that
  together they pay as much as they can. What is left after the last month is unspendable.
- A grant in arrears pays a function's cost and the host's share on top, up to usd/12 for every
  month since it began (since the start, if it began before). One without functions pays whatever
  cost is left over, hiring included. Cost before the start is in the opening reserve, and so is the
  money for it.
- A grant whose functions need nothing this year pays nothing this year.
"""

from cidesign.outlook.prices import hiring_of
from cidesign.outlook.raising import Raising, raising
from cidesign.outlook.reserve import months_of_reserve
from cidesign.outlook.years import project

__all__ = ["Raising", "hiring_of", "months_of_reserve", "project", "raising"]
