"""What coverage is worth: points of benefit at each; the first hours more than the last."""

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from cidesign.acts import Act
from cidesign.acts.choose_in_plan import ChooseInPlan
from cidesign.domain.figures import listed, rate
from cidesign.domain.plan import CurvePoint, Plan
from cidesign.domain.value import plain
from cidesign.text import say
from cidesign.ui.kit.figures import figure
from cidesign.ui.kit.inputs import Makes
from cidesign.ui.kit.page import Page
from cidesign.ui.kit.words import small
from cidesign.ui.team.fields import group

Pairs = Sequence[tuple[Decimal, Decimal]]


def curve(page: Page, plan: Plan) -> None:
    """Two fields for each bend of the curve."""
    group(say("What coverage is worth"))
    st.markdown(
        small(
            say(
                "Up to the first row each hour is worth the same, then less from row to row; after "
                "the last nothing. Assumed: no source says what a covered hour is worth."
            )
        )
    )
    bends = [(point.coverage, point.benefit) for point in plan.benefit_curve]
    for place, point in enumerate(plan.benefit_curve):
        covered, worth = st.columns(2, gap="large")
        with covered:
            _coverage(page, bends, place, point)
        with worth:
            label = say("Is worth, points of 100")
            makes = _worth(bends, place)
            key = f"team.curve.{place}.points"
            figure(page, key, label, point.benefit, makes=makes, step=5.0, most=100)


def _coverage(page: Page, bends: Pairs, place: int, point: CurvePoint) -> None:
    figure(
        page,
        f"team.curve.{place}.covered",
        say("Coverage"),
        point.coverage,
        makes=lambda share: _bent(bends, place, (share, bends[place][1])),
        step=5.0,
        percent=True,
        most=100,
    )


def _worth(bends: Pairs, place: int) -> Makes:
    return lambda points: _bent(bends, place, (bends[place][0], points))


def _bent(bends: Pairs, place: int, bend: tuple[Decimal, Decimal]) -> Act:
    """The whole curve with another bend: a plan that has none of its own gets one."""
    after = [*bends[:place], bend, *bends[place + 1 :]]
    told = [
        say("{points} at {share}", points=plain(points), share=rate(share))
        for share, points in after
    ]
    points_of = [{"coverage": share, "benefit": points} for share, points in after]
    return ChooseInPlan(
        changes=((("benefit_curve",), points_of),),
        called=say("What coverage is worth"),
        chosen=listed(told),
    )
