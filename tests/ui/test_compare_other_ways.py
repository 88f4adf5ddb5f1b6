"""On the page Compare: rules of when each wins are looked for only once asked; other ways to add up
are told in one line, all in a fold.
"""

import pytest
from streamlit.testing.v1 import AppTest

from cidesign.views.compare import when_wins
from tests.ui.planning import words


def shown(work: str) -> None:
    """A page with both parts, drawn from a panel of four who say the same; ``work`` names what is
    remembered.
    """
    from cidesign import selection
    from cidesign.catalog import load
    from cidesign.domain.labels import labels_of
    from cidesign.domain.robustness import Acceptability
    from cidesign.ui.compare.other_ways import cross_checks_part, when_wins_fold
    from cidesign.ui.kit.page import Page
    from cidesign.value import decision_matrix, rank, rater_sheets
    from cidesign.views.compare.robustness import RobustnessView
    from cidesign.views.compare.view import compare_view
    from tests.views.compare import panels

    rows = ["oak trust 5", "oak reach 2", "elm trust 3", "elm reach 4"]
    given = [f"{who} {row}" for who in ("ana", "ben", "chi", "dee") for row in rows]
    bundle = panels.bundle("scored", scores=panels.scores(*given))
    ranking = rank(bundle.rules, bundle.scores, candidates=bundle.candidates)
    sheets = rater_sheets(bundle.rules, bundle.scores, candidates=bundle.candidates)
    matrix = decision_matrix(bundle.rules, ranking)
    half = ((0.5, 0.5), (0.5, 0.5))
    view = RobustnessView(
        matrix=matrix,
        names=labels_of(bundle).candidates,
        agreement=selection.agreement(sheets),
        members=None,
        member_count=0,
        order=None,
        anything=Acceptability(matrix.candidates, matrix.criteria, half, (None, None), half, 100),
        raters=None,
        exact=None,
        left_out=None,
        checks=selection.cross_checks(bundle.rules, sheets, ranking),
        rises=selection.rises(bundle.rules, ranking),
    )
    page = Page("compare", work, bundle, 1, load(), "light")
    when_wins_fold(page, compare_view(bundle), view)
    cross_checks_part(page, compare_view(bundle), view)


@pytest.fixture
def tab(request):
    return AppTest.from_function(shown, default_timeout=60, args=(request.node.name,)).run()


def test_the_headline_is_there_at_once_and_the_table_waits_in_its_fold(tab):
    assert not tab.exception
    assert (
        "Median, trimmed mean, Borda count and pairwise majority all put Oak House first."
        in words(tab)
    )
    assert "Instant runoff" not in words(tab)

    tab.session_state["compare.ways"] = True
    tab.run()

    assert "Instant runoff" in words(tab)
    assert "TOPSIS" in words(tab)


def test_rules_are_looked_for_only_once_somebody_asks(tab, monkeypatch):
    asked = []
    look = when_wins.rules_found
    monkeypatch.setattr(when_wins, "rules_found", lambda view: asked.append(view) or look(view))
    tab.run()
    closed = list(asked)

    tab.session_state["compare.when_wins"] = True
    tab.run()
    tab.run()

    assert closed == []
    assert len(asked) == 1
    assert "Oak House comes first in" in words(tab)
    assert "all else equal, Elm Fund would come level or pass." in words(tab)
