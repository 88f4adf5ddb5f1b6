"""The evidence beside the points: each chart with its claim and its table, a sentence where there
is nothing to draw, never a name.
"""

import pytest
from streamlit.testing.v1 import AppTest


def drawn(ranks, gone=(), calm=False):
    from types import SimpleNamespace

    from cidesign.ui.compare import charts as compare_charts
    from tests.views.compare.evidence_made_by_hand import cell, compared, evidence

    page = SimpleNamespace(
        workshop=f"{ranks}{gone}{calm}",
        reader="",
        revision=1,
        catalog=compare_charts,
        mode="light",
    )
    view = evidence(
        **dict.fromkeys(gone), **({"agenda": (cell("oak", "trust", 0.0, 4, 4, 4),)} if calm else {})
    )
    compare_charts.firm(page, compared(*ranks), view)
    compare_charts.tie(page, compared(*ranks), view)
    compare_charts.talk(page, compared(*ranks), view)


def shown(ranks, **more):
    tab = AppTest.from_function(drawn, default_timeout=30, kwargs={"ranks": ranks, **more}).run()
    assert not tab.exception
    return tab


def claims(tab):
    return [one.value.replace("\\", "") for one in tab.subheader]


def test_each_chart_has_its_claim_and_the_same_as_a_table():
    tab = shown((1, 2, 3))

    assert claims(tab) == [
        "Oak House comes first in 93 of 100 weightings within our members’ own ranges",
        "Moving 9% of the weight lets Elm Fund tie",
        "Talk about these two first",
        "Where these stand among all",
    ]
    assert len(tab.get("plotly_chart")) == 4
    assert len(tab.expander) == 4


def test_where_the_first_are_level_the_tie_is_told_and_not_drawn():
    tab = shown((1, 1, 3))

    assert "equal points already" in claims(tab)[1]
    assert len(tab.get("plotly_chart")) == 3


def test_with_one_candidate_ranked_only_what_to_talk_about_is_shown():
    tab = shown((1, None, None), gone=("members", "order", "anything", "raters", "exact"))

    assert [claim.startswith(("Talk", "Where")) for claim in claims(tab)] == [True, True]


def test_where_nobody_differs_a_sentence_stands_in_place_of_the_strips():
    tab = shown((1, 2, 3), calm=True)

    assert len(tab.get("plotly_chart")) == 2
    assert "these" not in claims(tab)[-1]


@pytest.mark.parametrize("ranks", [(1, 2, 3), (1, 1, 1)])
def test_no_figure_is_called_what_it_is_not(ranks):
    tab = shown(ranks)
    said = " ".join(
        [
            *claims(tab),
            *(one.value for one in tab.markdown),
            *(chart.proto.alt for chart in tab.get("plotly_chart")),
        ]
    ).lower()

    assert [word for word in ("probab", "chance", "confiden", "likel") if word in said] == []
