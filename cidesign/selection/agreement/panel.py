"""How far a panel agrees, as a whole: every measure that can be told, and for each of the others a
sentence that says why not.
"""

from dataclasses import replace
from fractions import Fraction

from cidesign.domain.agreement import Agreement, RaterSheets
from cidesign.selection.agreement.agenda import agenda
from cidesign.selection.agreement.alpha import alpha, alpha_interval
from cidesign.selection.agreement.concordance import kendall_w
from cidesign.selection.agreement.icc import FORMS, icc
from cidesign.selection.agreement.leniency import leniency
from cidesign.selection.agreement.own_points import own_points
from cidesign.selection.agreement.untold import FEWEST_CANDIDATES, FEWEST_RATERS, untold


def agreement(
    sheets: RaterSheets,
    *,
    seed: int = 1,
) -> Agreement:
    """Every measure of agreement of one panel.

    Args:
        sheets: the counted scores.
        seed: where the draws for the interval of alpha start.
    """
    points = own_points(sheets)
    units = [list(given.values()) for given in points.values()]
    whole = tuple(
        candidate
        for candidate, given in points.items()
        if given and len(given) == len(sheets.raters)
    )
    table = [list(points[candidate].values()) for candidate in whole]
    enough = len(whole) >= FEWEST_CANDIDATES and len(sheets.raters) >= FEWEST_RATERS
    scored = {candidate: given for candidate, given in points.items() if given}
    found = Agreement(
        alpha=alpha(units),
        alpha_interval=alpha_interval(units, seed=seed),
        by_criterion={
            criterion: alpha(_units_of(sheets, criterion)) for criterion in sheets.criteria
        },
        icc=icc(table) if enough else dict.fromkeys(FORMS),
        kendall_w=kendall_w(table) if enough else None,
        complete=whole,
        leniency=leniency(scored, sheets.calculated, ridge=1),
        unshrunk=leniency(scored, sheets.calculated, ridge=0),
        agenda=agenda(sheets),
    )
    return replace(found, warnings=untold(sheets, points, found))


def _units_of(sheets: RaterSheets, criterion: str) -> list[list[Fraction]]:
    return [
        list(sheets.shares.get((candidate, criterion), {}).values())
        for candidate in sheets.candidates
    ]
